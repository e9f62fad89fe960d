"""How many organisations of which group are in a segment: "60 of 137 acute trusts were in segment 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.kinds.segment.marks import Mark
from nlp.sheet import Sheet
from nlp.values import NUMBER as ANY_NUMBER
from nlp.values import number

HEALTH = r"(?:care\s+|health\s+|healthcare\s+|hospital\s+|services?\s+)"
GROUPS = (
    ("", rf"(?:non-acute|mental\s+health\s+and\s+community|community\s+and\s+mental\s+health|acute\s+and\s+(?!specialist)\w+)\s+{HEALTH}*(?:trusts?|providers?)"),
    ("acute", rf"acutes\b|(?:acute(?:\s+and\s+specialist)?|(?:general\s+|district\s+)?hospital|acute\s+hospital)\s+{HEALTH}*(?:NHS\s+)?(?:foundation\s+)?(?:trusts?|providers?|hospitals?)"),
    ("mental_health", rf"mental[\s-]+health\s+(?:and\s+learning\s+disabilit\w+\s+)?{HEALTH}*(?:NHS\s+)?(?:trusts?|providers?)"),
    ("community", rf"community\s+{HEALTH}*(?:trusts?|providers?)"),
    ("ambulance", r"ambulance\s+(?:services?\s+)?(?:trusts?|services?|providers?)"),
    ("specialist", r"specialist\s+(?:acute\s+|hospital\s+)?(?:trusts?|providers?|hospitals?)"),
    ("icb", r"integrated\s+care\s+(?:boards?|systems?)|ICBs?|ICSs?|STPs?|(?:health\s+)?systems?|local\s+systems?"),
    ("trust", r"(?:NHS\s+)?(?:foundation\s+)?trusts?(?:\s+of\s+(?:all|every|any)\s+(?:types?|kinds?))?|trusts\s+and\s+foundation\s+trusts|FTs"),
    ("all", r"(?:NHS\s+)?providers?|(?:NHS\s+)?organi[sz]ations?|(?:NHS\s+)?bodies"),
)
GROUP = "|".join(f"(?P<g{index}>\\b(?:{pattern}))" for index, (_, pattern) in enumerate(GROUPS))
ANY_GROUP = "|".join(f"(?:{pattern})" for _, pattern in GROUPS)
GROUP_FINDER = re.compile(GROUP, re.IGNORECASE)
COUNT = rf"(?:{ANY_NUMBER.pattern}|\bnone\b|\bnobody\b|\bnot\s+one\b)"
TYPED = rf"(?:NHS|English|other|further|more|additional|just|such|named|the|new)\s+"
OF_ALL = rf"(?:\s*(?:,\s*)?(?:out\s+of|of|from|among)\s+(?:a\s+total\s+of\s+|the\s+|its\s+|our\s+|England[’']s\s+|the\s+country[’']s\s+|all\s+|these\s+|some\s+){{0,2}}(?:{COUNT})?)"
ASIDE = r"(?:\s*\([^()]{0,120}\)|\s*[–—-]\s[^–—\n]{1,60}\s[–—-]|,\s[^,\n]{1,40},)"
VERB = (r"(?:\s+(?:are|is|were|was|have|has|had|been|be|being|to|now|currently|still|remain|remained|remains|sit|sat|stand|stood|fall|fell|fallen|"
        r"make|made|making|find|found|themselves|it|placed|put|rated|listed|assigned|allocated|counted|shown|appear|categori[sz]ed|classed|moved|"
        r"ended|up|started|begin|began|each|apiece|all|both|only|also|ranked|that|which|who|so|entered|got)){0,6}")
INTO = r"\s+(?:in|into|to|at|within|under)(?:\s+(?:the|its|that))?(?:\s+(?:best|worst|most|least|lowest|highest|bottom|top|challenged|performing|[a-z]+-performing)){0,3}\s*[\"“‘']?"
BEFORE = re.compile(rf"(?P<count>{COUNT})(?:\s*(?:further|more|others?|in\s+all|apiece))?(?:\s*\(\d[\d.]*\s*%\))?(?P<of>{OF_ALL})?"
                    rf"(?:\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP}))?(?P<aside>{ASIDE})?(?P<verb>{VERB})(?P<into>{INTO})$", re.IGNORECASE)
LIST_ITEM = re.compile(rf"(?P<count>{COUNT})\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP})\s*(?:,\s*(?:and\s+)?|\s+and\s+|;\s*)$", re.IGNORECASE)
PERCENT = re.compile(r"\d\s*(?:%|per\s?cent)\s*\(\s*(?P<count>\d+)\s*\)(?:\s+(?P<group>[\w\s]{0,40}?))?(?:\s+(?:are|were|is|was)(?:\s+(?:rated|placed))?)?\s+(?:in|into|at)\s+(?:the\s+)?$", re.IGNORECASE)
AFTER = re.compile(rf"(?:\s+of\s+the\s+[\w\s]{{3,40}}?)?,?\s+(?:now\s+|currently\s+|still\s+|only\s+)*(?:holds|held|has|had|contains?|contained|includes|comprises|counts|"
                   rf"the\s+number\s+(?:is|was|stands\s+at|had\s+come\s+down\s+by\s+\w+,?\s+to|has\s+(?:risen|fallen|grown)\s+to))\s+"
                   rf"(?:just\s+|only\s+|now\s+|the\s+)*(?P<count>{COUNT})(?:\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP}))?(?!\s+(?:point|month|year))", re.IGNORECASE)
AS_ARE = re.compile(rf"\bas\s+(?:are|were|is|was)\s+(?:just\s+|only\s+)?(?P<count>{COUNT})(?P<of>{OF_ALL})?(?:\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP}))", re.IGNORECASE)
AND_ARE = re.compile(rf"\b(?:and|while|but)\s+(?P<count>{COUNT})\s+(?:{TYPED}){{0,2}}(?P<group>{ANY_GROUP})\s+(?:are|were|is|was)(?=\s*[.,;])", re.IGNORECASE)
REGIONAL = re.compile(r"\bin\s+(?:the\s+|our\s+|this\s+|that\s+|its\s+|greater\s+)?(?:north|south|east|west|midlands|london|region|county|system|patch|area|"
                      r"yorkshire|lancashire|cheshire|cumbria|kent|sussex|essex|manchester|thames|capital)\b|\bregion(?:al|[’']s)\b|\bour\b|\bLondon[’']s\b|"
                      r"\b(?:Midlands|northern|southern|eastern|western)\s+(?:trusts?|providers?|ICBs?|systems?)\b|\bpeers?\b|\bits?\s+(?:two|three|four|five|six|seven)\b", re.IGNORECASE)
EARLIER = re.compile(r"\b(?:a\s+year\s+ago|last\s+year|previously|at\s+its\s+(?:fullest|peak|height|worst)|when\s+last|used\s+to\s+be|a\s+year\s+earlier|"
                     r"(?:had\s+been|were)\s+[\w\s]{0,30}(?:a\s+year|the\s+year|the\s+quarter)\s+before)\b", re.IGNORECASE)
MEMBER = re.compile(r"\b(?:one\s+of|among)\s+(?:the|only|just|a|some)?\s*(?:\w+\s+)?$", re.IGNORECASE)
FINITE = re.compile(r"\b(?:are|is|were|was|have|has|had|remain|sit|sat|stand|stood|fall|fell|make|made|find|found)\b", re.IGNORECASE)
"""With such a verb "two of the ten trusts are in segment 4" counts two; without, "one of the ten in segment 4" counts ten."""
ARTICLES = ("a", "an", "another", "single", "once", "twice")
WINDOW = 190
NO_SLUG = ""


@dataclass(frozen=True, slots=True)
class Count:
    """So many organisations of a group in a segment."""

    start: int
    end: int
    number: int
    value: int
    group: str
    mark: Mark
    earlier: bool = False
    """The text gives it as the figure of an earlier time."""


def group_in(words: str) -> str | None:
    """The slug of the last group that some words name; empty for one that has none; None where no group is named."""
    last = None
    for last in GROUP_FINDER.finditer(words):
        pass
    if last is None:
        return None
    return next(slug for index, (slug, _) in enumerate(GROUPS) if last[f"g{index}"] is not None)


def counts_of(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[Count]:
    """The counts that stand beside marks; a group once named holds for the rest of its paragraph."""
    group: str | None = None
    paragraph = -1
    previous_end = 0
    for position, mark in enumerate(marks):
        sentence = mark.sentence
        if sentence.paragraph != paragraph:
            paragraph, group, previous_end = sentence.paragraph, None, sentence.start
        if sentence.start > previous_end:
            group = _named(sheet.text[previous_end:sentence.start], group)
            previous_end = sentence.start
        window_start = max(previous_end, mark.start - WINDOW)
        window = sheet.text[window_start:mark.start]
        found = list(_before(sheet, mark, window, window_start, group, lead=sheet.text[sentence.start:window_start]))
        if not found:
            upto = marks[position + 1].start if position + 1 < len(marks) and marks[position + 1].sentence is sentence else sentence.end
            found = list(_after(sheet, mark, upto, group))
        for count in found:
            group = count.group
            if count.group != NO_SLUG:
                yield count
        if found:
            yield from _elliptical(sheet, found[-1], sentence.end)
        previous_end = max(mark.end, found[-1].end if found else 0)
        if not found:
            group = _named(window, group)


def _named(words: str, group: str | None) -> str | None:
    named = group_in(words)
    return group if named is None else named


def _before(sheet: Sheet, mark: Mark, window: str, offset: int, group: str | None, lead: str) -> Iterator[Count]:
    share = PERCENT.search(window)
    found = share or BEFORE.search(window)
    if found is None:
        return
    named = found["group"]
    of = "" if share else (found["of"] or "")
    whole = None if share or FINITE.search(found["verb"]) else ANY_NUMBER.search(of)
    value = _count(whole.group() if whole else found["count"])
    if value is None or found["count"].lower() in ARTICLES or REGIONAL.search(window):
        return
    slug = group_in(f"{named or ''} ") if named else None
    slug = slug if slug is not None else group_in(window[:found.start()] + of)
    slug = slug if slug is not None else group
    if slug is None or not share and not named and not of and _is_a_part(window, found):
        return
    earlier = EARLIER.search(sheet.text, mark.sentence.start, mark.sentence.end) is not None
    start, end = offset + found.start(), mark.end
    items: list[Count] = []
    rest = window[:found.start()]
    while named and (item := LIST_ITEM.search(rest)):
        number_, item_group = _count(item["count"]), group_in(item["group"])
        if number_ is not None and item_group is not None:
            items.insert(0, Count(offset + item.start(), end, number_, mark.value, item_group, mark, earlier))
        rest = rest[:item.start()]
    yield from items
    yield Count(start, end, value, mark.value, slug, mark, earlier)


def _is_a_part(window: str, found: re.Match[str]) -> bool:
    """ "One of them is in segment 4", "two in segment 3 of which": a bare small number needs a list or a group before it."""
    return found["count"].lower() in ("one", "a", "an", "another", "single", "both") and not window[:found.start()].rstrip().endswith((",", "and", ":", ";", "–"))


def _after(sheet: Sheet, mark: Mark, upto: int, group: str | None) -> Iterator[Count]:
    found = AFTER.match(sheet.text, mark.end, upto)
    if found is None:
        return
    value = _count(found["count"])
    slug = group_in(found["group"]) if found["group"] else group
    if value is not None and slug is not None:
        yield Count(mark.start, found.end(), value, mark.value, slug, mark)


def _elliptical(sheet: Sheet, count: Count, end: int) -> Iterator[Count]:
    for pattern in (AS_ARE, AND_ARE):
        for found in pattern.finditer(sheet.text, count.end, end):
            value, slug = _count(found["count"]), group_in(found["group"])
            if value is not None and slug:
                yield Count(found.start(), found.end(), value, count.value, slug, count.mark)


def _count(words: str) -> int | None:
    words = " ".join(words.lower().split())
    return 0 if words in ("none", "nobody", "not one") else number(words)
