"""Areas that a regime is laid on, where it is laid on no single organisation: "north, east and west Devon"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from nlp.kinds.intervention.patterns import Page
from nlp.sheet import Sentence, Subject, Trigger

COUNTIES = (
    "Bedfordshire|Berkshire|Buckinghamshire|Cambridgeshire|Cheshire|Cornwall|Cumbria|Derbyshire|Devon|Dorset|Durham|Essex|"
    "Gloucestershire|"
    "Hampshire|Herefordshire|Hertfordshire|Kent|Lancashire|Leicestershire|Lincolnshire|Merseyside|Norfolk|Northamptonshire|"
    "Northumberland|"
    "Nottinghamshire|Oxfordshire|Shropshire|Somerset|Staffordshire|Suffolk|Surrey|Sussex|Warwickshire|Wiltshire|"
    "Worcestershire|Yorkshire|"
    "Manchester|London|Midlands|Humber|Tyneside|Teesside|Wirral|Cornwall and the Isles of Scilly|Isle of Wight")
SIDE = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Mm]id|[Cc]entral|[Gg]reater)(?:ern)?"
AREA = re.compile(rf"\b(?:{SIDE}(?:\s?,\s|\s(?:and|&)\s|\s|[-/])){{0,4}}(?:parts\sof\s)?(?:{COUNTIES})\b")
REGIME = re.compile(r"\bsuccess[- ]regimes?\b", re.IGNORECASE)


def areas_in(page: Page, sentence: Sentence) -> tuple[Subject, ...]:
    """The areas that a sentence names; within a longer name ("North Cumbria University Hospitals") they are none."""
    return tuple(Subject(None, 0.8, "region", text=page.sheet.text[start:end]) for start, end in _areas(page, sentence))


def _areas(page: Page, sentence: Sentence) -> list[tuple[int, int]]:
    names = [name for name in page.sheet.names_in(sentence.start, sentence.end) if name.code]
    return [found.span() for found in AREA.finditer(page.straight, sentence.start, sentence.end)
            if not any(_goes_on(name.start, name.end, *found.span()) for name in names)]


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
    if areas:
        yield replace(trigger, rule="intervention.success_regime.area", subjects=areas_in(page, sentence))
    members = [name for name in page.sheet.names_in(sentence.start, sentence.end) if name.code
               and not any(start <= name.start and name.end <= end for start, end in areas)]
    if members:
        yield replace(trigger, subjects=tuple(Subject(name.code, 0.75, "same_sentence", name) for name in members))
