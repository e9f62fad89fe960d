"""Changes of board members: who comes, who goes, who stands in. The subtype is the office, the value what became of it.

``appointed``: to the post itself; ``interim``: to stand in (interim, acting, seconded); ``departing``: resigned, retired, left, was
removed or is on leave. A change announced for later is ``planned``; an appointment that was made holds, whenever it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.kinds import Kind
from nlp.kinds.intervention.patterns import lower, straighten
from nlp.kinds.people_change.changes import AFTER, BEFORE, BROKEN, INTERIM_BEFORE, INTERIM_NEAR, PASSED, TO_COME, Change
from nlp.kinds.people_change.offices import CHAIR_OF, CHAIRS, INQUIRY, LESSER_BEFORE, OFFICE, SOUGHT_IN_VAIN
from nlp.sheet import Sentence, Sheet, Trigger

REACH = 130
"""How many characters of a sentence count before and after an office."""
WORD = re.compile(r"[a-z0-9]+(?:-[a-z]+)*")
LISTED = re.compile(r"(?:,| and|, and|/| &)(?: the| its| a| an| new| interim| acting)*\s{0,3}")
"""What stands between two offices that change together: "the chair and chief executive"."""


def find_changes(sheet: Sheet) -> Iterator[Trigger]:
    """Offices in a sheet with words beside them that say that somebody comes or goes."""
    folded = lower(straighten(sheet.text))
    offices = list(OFFICE.finditer(folded))
    for position, office in enumerate(offices):
        sentence = sheet.sentence_at(office.start())
        if sentence is None or office.end() > sentence.end or not _is_of_board(folded, sentence, office):
            continue
        before = offices[position - 1] if position else None
        after = offices[position + 1] if position + 1 < len(offices) else None
        change = _told_before(folded, sentence, office, before) or _told_after(folded, sentence, office, after)
        if change:
            yield change


def _is_of_board(folded: str, sentence: Sentence, office: re.Match[str]) -> bool:
    """Whether an office is one of a board, and not the chair of a committee or somebody's deputy."""
    if LESSER_BEFORE.search(folded[max(sentence.start, office.start() - 40):office.start()]):
        return False
    if office.lastgroup != "chair":
        return True
    if CHAIRS.match(folded, office.end(), sentence.end):
        return False
    return CHAIR_OF.match(folded, office.end(), sentence.end) is None and INQUIRY.search(
        folded, max(sentence.start, office.start() - 70), office.start()) is None


def _told_before(folded: str, sentence: Sentence, office: re.Match[str], other: re.Match[str] | None) -> Trigger | None:
    """A change told before the office: "appointed as", "the resignation of"; the nearest one."""
    left = max(sentence.start, office.start() - REACH)
    found = [(change, words) for change in BEFORE for words in change.words.finditer(folded, left, office.start())]
    if not found:
        return None
    change, words = max(found, key=lambda pair: pair[1].start())
    if other and other.start() >= words.end() and LISTED.fullmatch(folded, other.end(), office.start()) is None:
        return None
    end = other.start() if other and other.start() >= words.end() else office.start()
    if change.value == "appointed" and SOUGHT_IN_VAIN.search(folded, left, words.end()):
        return None
    return _trigger(folded, sentence, office, words, change.value) if _passes(folded[words.end():end], change) else None


def _told_after(folded: str, sentence: Sentence, office: re.Match[str], other: re.Match[str] | None) -> Trigger | None:
    """A change told after the office: "… has resigned", "… was appointed"; the nearest one."""
    right = min(sentence.end, office.end() + REACH)
    found = [(change, words) for change in AFTER if (words := change.words.search(folded, office.end(), right))]
    if not found:
        return None
    change, words = min(found, key=lambda pair: pair[1].start())
    begin = office.end()
    if other and other.start() < words.start():
        if LISTED.fullmatch(folded, office.end(), other.start()) is None:
            return None
        begin = other.end()
    elif other and change.value == "appointed" and other.start() - words.end() < 60 and other.end() <= sentence.end and (
            BROKEN.search(folded, words.end(), other.start()) is None):
        return None  # "its finance director, Pat Example, was named chief executive": that is the chief executive's appointment
    return _trigger(folded, sentence, office, words, change.value) if _passes(folded[begin:words.start()], change) else None


def _passes(between: str, change: Change) -> bool:
    """Whether only a name and small words stand between an office and a change."""
    if BROKEN.search(between):
        return False
    return sum(word not in PASSED for word in WORD.findall(between)) <= change.most_others


def _trigger(folded: str, sentence: Sentence, office: re.Match[str], words: re.Match[str], value: str) -> Trigger:
    start, end = words.span()
    near = folded[max(sentence.start, min(start, office.start()) - 30):min(sentence.end, max(end, office.end()) + 60)]
    interim = INTERIM_BEFORE.search(folded, max(sentence.start, office.start() - 40), office.start()) or INTERIM_NEAR.search(near)
    value = "interim" if value == "appointed" and interim else value
    to_come = TO_COME.search(folded, max(sentence.start, start - 24), start) is not None
    return Trigger("people_change", str(office.lastgroup), start, end, f"people_change.{value}", value=value,
                   status="planned" if to_come else None, confidence=0.7 if sentence.form == "heading" else 0.75)


KIND = Kind("people_change", (re.compile(OFFICE.pattern, re.IGNORECASE),), find_changes)
