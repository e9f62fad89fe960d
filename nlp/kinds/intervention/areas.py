"""Areas that a regime is laid on, where it is laid on no single organisation: "north, east and west Devon"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from nlp.counties import COUNTIES
from nlp.kinds.intervention.patterns import Page
from nlp.sheet import Sentence, Subject, Trigger

SIDE = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Mm]id|[Cc]entral|[Gg]reater)(?:ern)?"
AREA = re.compile(
    r"\b(?:(?:[Mm]ost|[Mm]uch|[Pp]arts|[Pp]art|[Ss]ome|[Aa]ll)\sof\s(?:the\s)?)?"
    rf"(?:{SIDE}(?:\s?,\s|\s(?:and|&)\s|\s|[-/])){{0,4}}(?:parts\sof\s)?(?:{COUNTIES})\b")
LEFT_OUT_BEFORE = re.compile(
    r"\b(?:except|excluding|apart from|other than|bar|but not|not including)\s+(?:the\s+|for\s+)?$", re.IGNORECASE)
LEFT_OUT_BEHIND = re.compile(
    r"(?:\s+and\s+[\w\s]{1,30}?)?\s+(?:(?:is|are|was|were)\s+not|isn't|aren't|wasn't|weren't)\s+"
    r"(?:to\s+be\s+)?(?:included|part|covered|among|in\b)",
    re.IGNORECASE)
REGIME = re.compile(r"\bsuccess[- ]regimes?\b", re.IGNORECASE)


def areas_in(page: Page, sentence: Sentence) -> tuple[Subject, ...]:
    """The areas that a sentence names; within a longer name ("North Cumbria University Hospitals") they are none."""
    return tuple(Subject(None, 0.8, "region", text=page.sheet.text[start:end]) for start, end in _areas(page, sentence))


def _areas(page: Page, sentence: Sentence) -> list[tuple[int, int]]:
    names = [name for name in page.sheet.names_in(sentence.start, sentence.end) if name.code]
    return [found.span() for found in AREA.finditer(page.straight, sentence.start, sentence.end)
            if not any(_goes_on(name.start, name.end, *found.span()) for name in names)]


def _is_left_out(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    return bool(LEFT_OUT_BEFORE.search(page.straight[max(sentence.start, start - 40):start])
                or LEFT_OUT_BEHIND.match(page.straight[end:min(sentence.end, end + 60)]))


def _goes_on(start: int, end: int, area_start: int, area_end: int) -> bool:
    """Whether the area is only a part of the name at ``[start, end)``."""
    return start < area_end < end or start < area_start < area_end <= end


def success_regimes(page: Page, sentence: Sentence) -> Iterable[Trigger]:
    """The success regime of 2015 to 2018: of each area that the sentence names, and of the organisations it names."""
    found = REGIME.search(page.straight, sentence.start, sentence.end)
    if found is None:
        return
    trigger = Trigger("intervention", "success_regime", found.start(), found.end(), "intervention.success_regime")
    page.mentioned.append(trigger)
    areas = _areas(page, sentence)
    of_areas = replace(trigger, rule="intervention.success_regime.area")
    left_out = tuple(area for area in areas if _is_left_out(page, sentence, *area))
    for spans, denied in ((tuple(area for area in areas if area not in left_out), False), (left_out, True)):
        subjects = tuple(Subject(None, 0.8, "region", text=page.sheet.text[start:end]) for start, end in spans)
        if subjects:
            yield replace(of_areas, subjects=subjects, status="negated") if denied else replace(of_areas, subjects=subjects)
    members = [name for name in page.sheet.names_in(sentence.start, sentence.end) if name.code
               and not any(start <= name.start and name.end <= end for start, end in areas)]
    if members:
        yield replace(trigger, subjects=tuple(Subject(name.code, 0.75, "same_sentence", name) for name in members))
