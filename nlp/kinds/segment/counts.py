"""How many organisations of which group are in a segment: "60 of 137 acute trusts were in segment 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.counted import PART as PART_OF_NAMED
from nlp.kinds.segment.marks import Mark
from nlp.sheet import Sheet
from nlp.values import NUMBER as ANY_NUMBER
from nlp.values import number

HEALTH = r"(?:care\s+|health\s+|healthcare\s+|hospital\s+|services?\s+)"
GROUPS = (
    ("", rf"(?:non-acute|mental\s+health\s+and\s+community|community\s+and\s+mental\s+health|"
         rf"acute\s+and\s+(?!specialist)\w+)\s+{HEALTH}*(?:trusts?|providers?)"),
    ("acute", rf"acutes\b|(?:acute(?:\s+and\s+specialist)?|(?:general\s+|district\s+)?hospital|"
              rf"acute\s+hospital)\s+{HEALTH}*(?:NHS\s+)?(?:foundation\s+)?(?:trusts?|providers?|hospitals?)"),
    ("mental_health", rf"mental[\s-]+health\s+(?:and\s+learning\s+disabilit\w+\s+)?{HEALTH}*(?:NHS\s+)?(?:trusts?|providers?)"),
    ("community", rf"community:|community\s+{HEALTH}*(?:trusts?|providers?)"),
    ("ambulance", r"ambulance:|ambulance\s+(?:services?\s+)?(?:trusts?|services?|providers?)"),
    ("specialist", r"specialist\s+(?:acute\s+|hospital\s+)?(?:trusts?|providers?|hospitals?)"),
    ("icb", r"integrated\s+care\s+(?:boards?|systems?)|ICBs?|ICSs?|STPs?|(?:health\s+)?systems?|local\s+systems?"),
    ("trust", r"(?:NHS\s+)?(?:foundation\s+)?trusts?(?:\s+of\s+(?:all|every|any)\s+(?:types?|kinds?))?|"
              r"trusts\s+and\s+foundation\s+trusts|FTs"),
    ("all", r"(?:NHS\s+)?providers?|(?:NHS\s+)?organi[sz]ations?|(?:NHS\s+)?bodies"),
)
GROUP = "|".join(f"(?P<g{index}>\\b(?:{pattern}))" for index, (_, pattern) in enumerate(GROUPS))
ANY_GROUP = "|".join(f"(?:{pattern})" for _, pattern in GROUPS)
GROUP_FINDER = re.compile(GROUP, re.IGNORECASE)
HUNDREDS = r"(?:\b(?:a|one|two)\s+hundred\s+and\s+[a-z]+(?:-[a-z]+)?\b)"
COUNT = rf"(?:{HUNDREDS}|{ANY_NUMBER.pattern}|\bnone\b|\bnobody\b|\bnot\s+one\b)"
TYPED = r"(?:NHS|English|other|further|more|additional|just|such|named|the|new)\s+"
OF_ALL = (rf"(?:\s*(?:,\s*)?(?:out\s+of|of|from|among)\s+(?:a\s+total\s+of\s+|the\s+|its\s+|our\s+|England[’']s\s+|"
          rf"the\s+country[’']s\s+|all\s+|these\s+|some\s+){{0,2}}(?:{COUNT})?)")
ASIDE = r"(?:\s*\([^()]{0,120}\)|\s*[–—-]\s[^–—\n]{1,60}\s[–—-]|,\s[^,\n]{1,40},)"
VERB = (r"(?:\s+(?:are|is|were|was|have|has|had|been|be|being|to|now|currently|still|remain|remained|remains|sit|sat|stand|"
        r"stood|fall|fell|fallen|"
        r"make|made|making|find|found|themselves|it|placed|put|rated|listed|assigned|allocated|counted|shown|appear|"
        r"categori[sz]ed|classed|moved|landed|came|come|out|made|languish(?:ed|ing)?|finished|ranked|given|assigned|"
        r"listed|languish|featured?|"
        r"ended|up|started|begin|began|each|apiece|all|both|only|also|ranked|that|which|who|so|entered|got)){0,6}")
INTO = (r"\s+(?:in|into|to|at|within|under)(?:\s+(?:the|its|that))?(?:\s+(?:best|worst|most|least|lowest|highest|bottom|top|"
        r"challenged|performing|[a-z]+-performing)){0,3}\s*[\"“‘']?")
BEFORE = re.compile(rf"(?<!quarter )(?<!month )(?<!week )(?<!period )(?<!phase )(?P<count>{COUNT})(?:\s*(?:further|more|"
    rf"others?|in\s+all|apiece))?(?:\s*\(\d[\d.]*\s*%\))?(?P<of>{OF_ALL})?"
                    rf"(?:\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP}))?(?P<aside>{ASIDE})?(?P<verb>{VERB})(?P<into>{INTO})$",
                        re.IGNORECASE)
LIST_ITEM = re.compile(rf"(?P<count>{COUNT})\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP})\s*(?:,\s*(?:and\s+)?|\s+and\s+|;\s*)$",
    re.IGNORECASE)
PERCENT = re.compile(r"\d\s*(?:%|per\s?cent)\s*\(\s*(?P<count>\d+)\s*\)(?:\s+(?P<group>[\w\s]{0,40}?))?(?:\s+(?:are|were|is|"
                     r"was)(?:\s+(?:rated|placed))?)?\s+(?:in|into|at)\s+(?:the\s+)?$", re.IGNORECASE)
AFTER = re.compile(rf"(?:\s+of\s+the\s+[\w\s]{{3,40}}?)?,?\s+(?:now\s+|currently\s+|still\s+|only\s+)*(?:holds|held|has|had|"
                   rf"contains?|contained|includes|comprises|counts|takes\s+in|took\s+in|covers?|numbers|is\s+home\s+to|"
     rf"houses|accounts?\s+for|"
                   rf"the\s+number\s+(?:is|was|stands\s+at|had\s+come\s+down\s+by\s+\w+,?\s+to|has\s+(?:risen|fallen|"
                   rf"grown)\s+to))\s+"
                   rf"(?:just\s+|only\s+|now\s+|the\s+)*(?P<count>{COUNT})(?:\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP}))?(?!\s+"
                   rf"(?:point|month|year))", re.IGNORECASE)
AS_ARE = re.compile(rf"\bas\s+(?:are|were|is|was)\s+(?:just\s+|only\s+)?(?P<count>{COUNT})(?P<of>{OF_ALL})?(?:\s+(?:{TYPED}){{0,"
                    rf"3}}(?P<group>{ANY_GROUP}))", re.IGNORECASE)
AND_ARE = re.compile(rf"\b(?:and|while|but)\s+(?P<count>{COUNT})\s+(?:{TYPED}){{0,2}}(?P<group>{ANY_GROUP})\s+(?:are|were|is|"
                     rf"was)(?=\s*[.,;])", re.IGNORECASE)
REGIONAL = re.compile(r"\bin\s+(?:the\s+|our\s+|this\s+|that\s+|its\s+|greater\s+)?(?:north|south|east|west|midlands|london|"
                      r"region|county|system|patch|area|"
                      r"yorkshire|lancashire|cheshire|cumbria|kent|sussex|essex|manchester|thames|capital)\b|\bregion(?:al|"
                      r"[’']s)\b|\bour\b|\bLondon[’']s\b|"
                      r"\b(?:Midlands|northern|southern|eastern|western)\s+(?:trusts?|providers?|ICBs?|systems?)\b|\bpeers?\b|"
                      r"\bits?\s+(?:two|three|four|five|six|seven)\b", re.IGNORECASE)
AGAINST = re.compile(rf"[^.;\d]{{0,30}}?,?\s*\(?(?:against|compared\s+(?:with|to)|up\s+from|down\s+from|was|from|versus|vs\.?|"
     rf"previously)\s+(?:just\s+|only\s+)?"
                     rf"(?P<count>{COUNT})\s*(?=[.,;)]|(?:in|at|last|a\s+year|before|previously|the\s+\w+\s+before|"
     rf"when)\b)", re.IGNORECASE)
""" "In segment 4, against 27 in the autumn": the same count at an earlier time."""
EARLIER = re.compile(r"\b(?:a\s+year\s+ago|previously|at\s+its\s+(?:fullest|peak|height|worst)|when\s+last|used\s+to\s+be|"
                     r"a\s+year\s+earlier|"
                     r"(?:had\s+been|were)\s+[\w\s]{0,30}(?:a\s+year|the\s+year|the\s+quarter)\s+before)\b", re.IGNORECASE)
MEMBER = re.compile(r"\b(?:one\s+of|among)\s+(?:the|only|just|a|some)?\s*(?:\w+\s+)?$", re.IGNORECASE)
FINITE = re.compile(r"\b(?:are|is|were|was|have|has|had|remain|sit|sat|stand|stood|fall|fell|make|made|find|found)\b",
    re.IGNORECASE)
"""With such a verb "two of the ten trusts are in segment 4" counts two; without, "one of the ten in segment 4" counts ten."""
MARKS_JOINT = re.compile(r"\s*(?:,|and|&)\s*(?:in\s+)?", re.IGNORECASE)
ARTICLES = ("a", "both", "an", "another", "single", "once", "twice")
APIECE = re.compile(r"\b(?:apiece|each)\b", re.IGNORECASE)
ONLY = re.compile(r"\b(?:only|just|but|merely|there\s+is|there\s+was|alone)\s+$", re.IGNORECASE)
THEY = re.compile(r"(?:they|these|those|all\s+of\s+them|all\s+of\s+these)\s+(?:[\w’']+\s+){0,6}(?:in|into|"
                  r"to)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
OF_WHOM = re.compile(rf"\(?(?P<count>{COUNT})\)?{OF_ALL}?\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP})", re.IGNORECASE)
OPENS = re.compile(r"(?:\s+of\s+the\s+[\w\s]{3,40}?)?\s*(?::|[–—-]\s|,\s+comprising|\()\s*", re.IGNORECASE)
PART = re.compile(rf"(?:,?\s*(?:and|plus)?\s*(?:,\s*[\w\s]{{3,25}},\s*)?)(?P<count>{COUNT})\s+(?:of\s+)?(?:{TYPED}){{0,2}}(?P<gr"
                  rf"oup>{ANY_GROUP})(?:\s*\([^()]{{1,30}}\))?", re.IGNORECASE)
SO_PLACED = re.compile(rf"(?P<count>{COUNT})\s+(?:{TYPED}){{0,3}}(?P<group>{ANY_GROUP})\s+(?:to\s+be\s+|that\s+are\s+|"
                       rf"which\s+are\s+|currently\s+)?(?:so\s+(?:placed|rated)|in\s+(?:that|this|the\s+same|the)\s+(?:segment|"
                       rf"position|category|group)\b(?!\s*\d))", re.IGNORECASE)
ELLIPSIS = re.compile(r"\b(?:as|are|were|is|was|so|in)\b", re.IGNORECASE)
ANY_COUNT = re.compile(COUNT, re.IGNORECASE)
RUN_OF_COUNTS = re.compile(rf"(?:{COUNT})(?:\s*,\s*(?:{COUNT}))+(?:\s*,?\s*(?:and\s+)?(?:{COUNT}))?", re.IGNORECASE)
TITLED = re.compile(r"(?:acute|mental\ health|community|ambulance|specialist)(?=\s+(?:trusts?|providers?|"
                    r"services?)?\s*(?:league|table|segment|sector))", re.IGNORECASE)
"""A text that by its title is about one group means that group by "trusts"."""
SURELY_NATIONAL = 6
"""A number this large, beside a segment and with no group named, can hardly be of anything but trusts."""
MOST = 400
"""There have never been more organisations than this; 2023 is a year."""
WINDOW = 190
NO_SLUG = ""
"""A count that the text makes of a group without a slug: regional, mixed, or not told."""


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


def of_the_named(sheet: Sheet, count: Count) -> bool:
    """Whether what looks like a count takes up organisations that the text has named: "both", "the two trusts", "the other two"."""
    if any(name.form == "anaphor" and len(name.all_codes) > 1 for name in sheet.names_in(count.start - 8, count.mark.start)):
        return True
    return PART_OF_NAMED.search(sheet.text, max(count.mark.sentence.start, count.start - 14), count.mark.start) is not None


def group_in(words: str) -> str | None:
    """The slug of the last group that some words name; empty for one that has none; None where no group is named."""
    found = list(GROUP_FINDER.finditer(words))
    if not found:
        return None
    return next(slug for index, (slug, _) in enumerate(GROUPS) if found[-1][f"g{index}"] is not None)


def counts_of(sheet: Sheet, marks: Sequence[Mark]) -> tuple[Count, ...]:
    """The counts that stand beside marks; the group of a count holds for the counts after it in its paragraph."""
    return sheet.once("segment_counts", lambda of: tuple(_counts(of, marks)))


def _counts(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[Count]:
    paragraph, group, previous_end = -1, None, 0
    row: list[Count] = []
    for position, mark in enumerate(marks):
        if mark.sentence.paragraph != paragraph:
            yield from _positional(sheet, row)
            paragraph, row = mark.sentence.paragraph, []
            previous_end = _paragraph_start(sheet, mark)
            group = None
        found = list(_before(sheet, mark, previous_end, group)) or list(_referred(sheet, mark))
        if not found:
            upto = marks[position + 1].start if position + 1 < len(marks) else mark.sentence.end
            found = list(_after(sheet, mark, min(upto, mark.sentence.end), group))
        shared = row[-1] if row and position and marks[position - 1] is row[-1].mark else None
        if (not found and shared is not None and APIECE.search(sheet.text[shared.start:shared.end])
                and MARKS_JOINT.fullmatch(sheet.text[shared.mark.end:mark.start])):
            found = [Count(row[-1].start, mark.end, row[-1].number, mark.value, row[-1].group, mark)]
        if found:
            group = found[-1].group or group
            found += _earlier_figure(sheet, found[-1])
            found += _broken_down(sheet, found[-1])
        following = marks[position + 1].start if position + 1 < len(marks) else len(sheet.text)
        yield from (*found, *_elliptical(sheet, mark, following))
        row += found[:1]
        previous_end = max(mark.end, found[-1].end if found else 0)
    yield from _positional(sheet, row)


def _paragraph_start(sheet: Sheet, mark: Mark) -> int:
    index = mark.sentence.index
    while index and sheet.sentences[index - 1].paragraph == mark.sentence.paragraph:
        index -= 1
    return sheet.sentences[index].start


def _before(sheet: Sheet, mark: Mark, since: int, group: str | None) -> Iterator[Count]:
    """A count in the words before a mark, with the others of its list ("two specialist and six community trusts were in …")."""
    window_start = max(since, mark.sentence.start, mark.start - WINDOW)
    window = sheet.text[window_start:mark.start]
    share = PERCENT.search(window)
    found = share or BEFORE.search(window)
    if found is None:
        return
    named = found["group"]
    of = "" if share else (found["of"] or "")
    loose = not share and not FINITE.search(found["verb"])
    whole = ANY_NUMBER.search(of) if loose else None
    value = _count(whole.group() if whole else found["count"])
    if value is None or found["count"].lower() in ARTICLES:
        return
    if REGIONAL.search(window):
        yield Count(window_start + found.start(), mark.end, value, mark.value, NO_SLUG, mark)
        return
    inside = found["into"].split()[0].lower().startswith("in") if loose else True
    if loose and not whole and not named and (not inside or window[:found.start()].rstrip().endswith(("from", "of"))):
        return
    if value == 1 and not ONLY.search(window[:found.start()]):
        return
    slug = group_in(named) if named else group_in(of)
    if slug is None:
        slug = group_in(sheet.text[mark.sentence.start:window_start] + window[:found.start()])
    if slug is None:
        slug = group if group is not None else group_in(sheet.text[since:window_start])
        slug = slug if slug is not None or value < SURELY_NATIONAL else "trust"
        if value < SURELY_NATIONAL and group is None and not of:
            slug = None
    slug = NO_SLUG if slug is None else slug
    if slug == "trust" and (titled := TITLED.match(sheet.title)):
        slug = titled.group().lower().replace(" ", "_")
    earlier = EARLIER.search(sheet.text, mark.sentence.start, mark.end) is not None
    items: list[Count] = []
    rest = window[:found.start()]
    while named and (item := LIST_ITEM.search(rest)):
        number_, item_group = _count(item["count"]), group_in(item["group"])
        if number_ is not None and item_group is not None:
            items.insert(0, Count(window_start + item.start(), mark.end, number_, mark.value, item_group, mark, earlier))
        rest = rest[:item.start()]
    yield from items
    yield Count(window_start + found.start(), mark.end, value, mark.value, slug, mark, earlier)


def _earlier_figure(sheet: Sheet, count: Count) -> list[Count]:
    """The figure of an earlier time that stands behind a count: "… in segment 4, against 27 in the autumn"."""
    found = AGAINST.match(sheet.text, max(count.end, count.mark.end), count.mark.sentence.end)
    value = _count(found["count"]) if found else None
    if found is None or value is None or count.group == NO_SLUG or value == count.number:
        return []
    return [Count(found.start("count"), found.end("count"), value, count.value, count.group, count.mark, earlier=True)]


def _referred(sheet: Sheet, mark: Mark) -> Iterator[Count]:
    """ "They fall into segment 3", where the sentence before says how many of whom."""
    if not mark.sentence.index or not THEY.match(sheet.text[mark.sentence.start:mark.start]):
        return
    before = sheet.sentences[mark.sentence.index - 1]
    found = OF_WHOM.search(sheet.text, before.start, before.end)
    value = _count(found["count"]) if found else None
    slug = group_in(found["group"]) if found else None
    if found and value is not None and slug and not REGIONAL.search(sheet.words(before)):
        yield Count(found.start(), mark.end, value, mark.value, slug, mark)


def _after(sheet: Sheet, mark: Mark, upto: int, group: str | None) -> Iterator[Count]:
    found = AFTER.match(sheet.text, mark.end, upto)
    if found is None:
        return
    value = _count(found["count"])
    slug = group_in(found["group"]) if found["group"] else group
    if value is not None and slug is not None:
        yield Count(mark.start, found.end(), value, mark.value, slug, mark)


def _broken_down(sheet: Sheet, count: Count) -> list[Count]:
    """ "… in segment 4: twelve acute trusts, two ambulance services": the parts of a count that a colon or dash opens."""
    opens = OPENS.match(sheet.text, count.mark.end, count.mark.sentence.end)
    if opens is None:
        return []
    parts: list[Count] = []
    position = opens.end()
    while part := PART.match(sheet.text, position, count.mark.sentence.end):
        value, slug = _count(part["count"]), group_in(part["group"])
        if value is None or slug is None or part["count"].lower() in ARTICLES:
            break
        parts.append(Count(part.start(), part.end("group"), value, count.value, slug, count.mark, count.earlier))
        position = part.end()
    return parts if sum(part.number for part in parts) == count.number else []


def _elliptical(sheet: Sheet, mark: Mark, following: int) -> Iterator[Count]:
    """Counts that leave the segment unsaid because it has just been said: "… as are eleven ICBs"."""
    if ELLIPSIS.search(sheet.text, mark.end, min(following, mark.end + 250)) is None:
        return
    for pattern in (AS_ARE, AND_ARE, SO_PLACED):
        end = mark.sentence.end + (200 if pattern is SO_PLACED else 0)
        for found in pattern.finditer(sheet.text, mark.end, min(following, end, mark.end + 250)):
            value, slug = _count(found["count"]), group_in(found["group"])
            if value is not None and slug and not REGIONAL.search(found.group()):
                yield Count(found.start(), found.end(), value, mark.value, slug, mark)


def _positional(sheet: Sheet, row: Sequence[Count]) -> Iterator[Count]:
    """ "Community: five, four, three, one", after a sentence that gave as many counts with their segments."""
    by_sentence: dict[int, list[Count]] = {}
    for count in row:
        by_sentence.setdefault(count.mark.sentence.index, []).append(count)
    counts = next((held for held in by_sentence.values() if len(held) > 2), [])
    if not counts:
        return
    given = counts[0].mark.sentence
    for sentence in sheet.sentences[given.index + 1:given.index + 4]:
        if sentence.paragraph != given.paragraph:
            break
        found = RUN_OF_COUNTS.search(sheet.text, sentence.start, sentence.end)
        slug = group_in(sheet.text[sentence.start:found.start()] + " trusts") if found else None
        slug = group_in(sheet.text[sentence.start:found.start()]) or slug if found else None
        if found is None or not slug:
            continue
        numbers = [_count(number_.group()) for number_ in ANY_COUNT.finditer(found.group())]
        if len(numbers) == len(counts):
            for value, count in zip(numbers, counts, strict=True):
                if value is not None:
                    yield Count(found.start(), found.end(), value, count.value, slug, count.mark)


def _count(words: str) -> int | None:
    words = " ".join(words.lower().split())
    if words in ("none", "nobody", "not one"):
        return 0
    hundreds, joined, rest = words.partition(" hundred and ")
    value = (100 * (number(hundreds) or 0) + (number(rest) or 0)) if joined else number(words)
    return value if value is not None and value <= MOST else None
