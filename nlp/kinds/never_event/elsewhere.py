"""Never events of others: of the whole country, or of a place that is none of the organisation's."""

from __future__ import annotations

import re

from nlp.kinds.never_event.cues import NATIONAL
from nlp.kinds.never_event.numbers import Total
from nlp.sheet import Sentence, Sheet

MOST_OF_A_TRUST = 40
"""No trust has had more never events in a year: larger numbers are of the country."""
CLAUSE = re.compile(r"[,;:–—(]|\b(?:and|but|while|whereas|against|compared)\b", re.IGNORECASE)
OPENS_WIDE = re.compile(
    r"\W*(?:nationally|(?:across|in|throughout)\s+(?:England|the\s+(?:country|NHS|nation|region|network)))\W+(?=\S)", re.IGNORECASE)
"""The first words of a sentence that speaks of the country first."""
AMONG = re.compile(r"\b(?:including|includes?|among\s+(?:them|these|those|which)|such\s+as|like|(?:one|some)\s+of\s+them)\s+"
                   r"(?:(?:at|in|from|by|those|ones?|two|three|of|the|was|were|are)\s+)*$", re.IGNORECASE)
"""Before a name that is only one of many."""
ANOTHER_PLACE = re.compile(
    r"[^.;,]{0,40}?\b(?:at|in)\s+(?:an?|another|the)\s+(?:\w+\s+)?(?:private|independent|different|neighbouring|veterinary)\s+"
    r"(?:\w+\s+)?(?:clinic|hospital|trust|provider|practice|company|firm)s?\b", re.IGNORECASE)


def is_of_others(sheet: Sheet, sentence: Sentence, total: Total) -> bool:
    """Whether a number of never events is that of the country or a region, or of another place, by its own clause."""
    text, start, end = sheet.text, sentence.start, sentence.end
    if total.number > MOST_OF_A_TRUST:
        return True
    if ANOTHER_PLACE.match(text, total.end, end):
        return True
    if NATIONAL.search(text, start, end) is None:
        return False
    names = [name for name in sheet.names_in(start, end) if name.all_codes]
    if not names or all(AMONG.search(text, max(start, name.start - 60), name.start) for name in names):
        return True
    clause, after = _clause(text, start, end, total)
    if any(clause <= name.start < after for name in names):
        return False
    opens = OPENS_WIDE.match(text, start, end)
    return NATIONAL.search(text, clause, after) is not None or (opens is not None and opens.end() == clause)


def _clause(text: str, start: int, end: int, total: Total) -> tuple[int, int]:
    """The clause of a total, without the space before it."""
    walls = [found.span() for found in CLAUSE.finditer(text, start, end)]
    begin = max((right for _, right in walls if right <= total.start), default=start)
    while text[begin:begin + 1].isspace():
        begin += 1
    return begin, min((left for left, _ in walls if left >= total.end), default=end)
