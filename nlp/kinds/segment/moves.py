"""From–to moves: which of two marks is the segment left, and which the one entered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.schema import Status
from nlp.context import status_of
from nlp.kinds.segment.marks import Mark
from nlp.sheet import Sheet

BETWEEN_OLD_NEW = re.compile(
    r"[\s\"”’')\]]*(?:segments?\s*)?(?:then\b|before\b|last\s+(?:time|year|quarter|"
     r"month)\b)?(?:of\s+[\w\s’']{0,40}?)?,?\s*(?:and\s+|but\s+)?(?:(?:has|had|have|is|was|now)\s+){0,2}"
    r"(?:(?:moved|gone|went|placed|straight|up|down|back|over|on|across|direct(?:ly)?|instead|transferred|put|is|now|dropped|"
    r"improved)\s+){0,3}"
    r"(?:(?:in)?to|→|->|–>|-->|=>|►|for|given\s+way\s+to|gives?\s+way\s+to|gave\s+way\s+to|replaced\s+by|Q\d\s*:?)\s*"
    r"(?:->|→)?\s*(?:\w{0,3}\d\s+)?(?:the\s+|a\s+)?[\"“‘']?", re.IGNORECASE)
BETWEEN_NEW_OLD = re.compile(
    r"[\s\"”’')\]]*(?:of\s+[\w\s’']{0,40}?)?[,;:–—-]?\s*(?:[(\[]\s*)?(?:(?:and|it|which|having|a|an|had|that\s+is|i\.e\.)\s+){0,2}"
    r"(?:(?:move|rise|promotion|improvement|step|drop|change)\s+)?"
    r"(?:(?:up|down|back|promoted|demoted|raised|lowered|moved|stepped|dropped|improved|upgraded|downgraded|relegated|changed|↑|"
    r"↓|▲|▼)\s*(?:,?\s*(?:from|was)\s+)(?:being\s+)?(?:in\s+)?"
    r"|(?:from|instead\s+of|as\s+against|replacing)\s+|(?:was|previously|formerly|prior|prev\.?|earlier|last\s+(?:quarter|year|"
    r"time)|before|been)\s*:?\s*(?:in\s+|a\s+|at\s+)?"
    r"|(?:come|came|climbed|got|moved|emerged|risen)\s+(?:out\s+of|from)\s+|no\s+longer\s+(?:in\s+|a\s+)?)"
    r"(?:the\s+|a\s+)?[\"“‘']?", re.IGNORECASE)
LEFT_FIRST = re.compile(r"(?:\bfrom(?:\s+(?:its|their|our|your|being))?(?:\s+(?:in|the|a))?|\bout\s+of(?:\s+the)?|\bleft|"
                        r"\bleaves|\bhas\s+left|\bexit(?:ed|s|ing)?(?:\s+from)?|"
                        r"\bescaped(?:\s+from)?|\bswapp?(?:ed|s)|\bexchang(?:ed|es))\s+[\"“‘']?(?:the\s+)?$", re.IGNORECASE)
UNSETTLED = re.compile(r"\b(?:range|anything|ranging|ranges|scores?|scale|segments\s+run|numbered|runs?|rated|"
                       r"graded)\s+[\w\s]{0,20}$", re.IGNORECASE)
AFTERWARDS = re.compile(
    r"(?:[(\[]\s*(?:was|from|up\s+from|down\s+from|previously|formerly|prev\.?|last\s+(?:quarter|year|time)\s*:?|"
    r"earlier)\s*:?\s*(?:in\s+)?|"
    r"\b(?:up|down|back)\s+(?:\w+\s+)?from\s+|\bhaving\s+(?:come|climbed|got)\s+out\s+of\s+|\bhaving\s+been\s+(?:in\s+|a\s+)?|"
    r"\bpromoted\s+from\s+|\brelegated\s+from\s+|↑\s*from\s+|↓\s*from\s+|\bno\s+longer\s+(?:in\s+|a\s+)?|"
    r"\bpreviously\s+(?:in\s+)?|\bformerly\s+(?:in\s+)?)"
    r"(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
WAS = re.compile(r"\b(?:was|were|had\s+(?:long\s+)?been|long|having\s+been)\s+(?:placed\s+|put\s+)?(?:in\s+|a\s+|at\s+|"
                 r"into\s+)?(?:the\s+)?$", re.IGNORECASE)
NOW_IS = re.compile(r"[^.;]{0,70}?\b(?:is|are|has\s+been|have\s+been|finds\s+itself|now|entered|moved\s+(?:up|down)?|"
                    r"went)\s+(?:now\s+)?(?:in\s+|a\s+|at\s+|to\s+|into\s+)?(?:the\s+)?[\"“‘']?", re.IGNORECASE)
UNTIL = re.compile(r"[\"”’']?\s*,?\s+(?:until|till|up\s+to)\s+(?!(?:the\s+)?(?:next|further|its|it|they|we|at|such|then|now|new|"
                   r"exit|that|there|an?\b|all|both|NHS|improvement))", re.IGNORECASE)
STAYS = re.compile(r"\b(?:stay|stays|remain|remains|will|would|to\s+be|keep|keeps|continue)\b", re.IGNORECASE)
STEP = re.compile(r"\b(?P<way>up|down)\s+(?:by\s+)?(?:one|a\s+(?:segment|place|notch|step))(?:\s+(?:segment|place|notch|"
                  r"step))?,?\s+from\s+$", re.IGNORECASE)
ASIDE = re.compile(r"[\"”’']?\s*(?:[↑↓▲▼⬆⬇]\s*(?=\())?\(\s*(?:(?P<now>now|currently|presently|still|at\s+present)|(?:was|were"
                   r"|from|up\s+from|"
                   r"down\s+from|previously|formerly|prev\.?|last\s+(?:quarter|year|time)|it\s+was|until\s+\w+|"
                   r"Q[1-4])?)[\s:]*(?:in\s+|a\s+)?"
                   r"(?P<value>[1-5])(?:\s*,?\s*(?:(?P<until>till|until|before|last|previously|in\s+Q\d|to\s+[A-Z]|up\s+to|"
                   r"at\s+Q\d)[^()]{0,30}|[^()\d]{0,12}))?\)", re.IGNORECASE)
"""A second number in brackets: "(was 3)", "(2, till January)", "(now 2)"."""


ARROWS = "↑↓▲▼⬆⬇"
AT_ONCE = re.compile(r"\b(?:will|would|to|shall)\s+now\b|\b(?:with\s+effect\s+from|as\s+of|from)\s+today\b"
                     r"|\bwith\s+immediate\s+effect\b|"
                     r"\btoday\s+(?:moves?|leaves?|enters?|exits?)\b", re.IGNORECASE)
AFTER_SPELL = re.compile(r"\b(?:after|following|having\s+(?:been|spent|sat|languished))\s+[^.;]{0,60}\b(?:in|at|as\s+a)\s+"
                         r"(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
SPELL_OVER = re.compile(
    r"[^.;]{0,110}?\b(?:moved?s?|goes|went|go|gone|promoted|demoted|climb\w*|rose|risen|dropped|fell|fallen|stepped|transferred"
    r"|transition\w*|"
    r"exit\w*|enter\w*|is\s+now|are\s+now|has\s+been|have\s+been|put|placed|drop|step|comes?|came)\b[^.;]{0,40}?\b(?:to|into|in"
    r"|up\s+to|down\s+to|for)\s+"
    r"(?:the\s+|a\s+)?[\"“‘']?", re.IGNORECASE)
""" "After three years in segment 4, A has moved to segment 3"."""


@dataclass(frozen=True, slots=True)
class Move:
    """A segment left and the one entered instead."""

    old: Mark
    new: Mark
    old_status: Status
    new_status: Status | None
    """None leaves it to the context."""


def moves_of(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[Move]:
    """The moves among the marks of one sentence; no mark is in two moves."""
    position = 0
    while position + 1 < len(marks):
        move = _move(sheet, marks[position], marks[position + 1])
        if move is None:
            position += 1
            continue
        yield move
        position += 2


def _move(sheet: Sheet, first: Mark, second: Mark) -> Move | None:
    if first.value == second.value or second.start - first.end > 160:
        return None
    between = sheet.text[first.end:second.start]
    if AFTER_SPELL.search(sheet.text[max(first.sentence.start, first.start - 90):first.start]) and SPELL_OVER.fullmatch(between):
        return _told(sheet, old=first, new=second)
    if len(between) > 90:
        return None
    before = sheet.text[max(first.sentence.start, first.start - 60):first.start]
    if BETWEEN_OLD_NEW.fullmatch(between) and not UNSETTLED.search(before) and _moves(before, between, first, second):
        return _told(sheet, old=first, new=second)
    of_one = not any(name.all_codes for name in sheet.names_in(first.end, second.start))
    if of_one and WAS.search(before) and NOW_IS.fullmatch(between):
        return Move(first, second, "ended", None)
    if BETWEEN_NEW_OLD.fullmatch(between):
        return _told(sheet, old=second, new=first)
    return None


def _moves(before: str, between: str, first: Mark, second: Mark) -> bool:
    """ "3 to 2" alone is a move between figures; "for" and words need "from", "out of" or "left" before them."""
    if LEFT_FIRST.search(before):
        return True
    tells = any(word in between for word in ("to", "given", "→"))
    if "for" in between.split() or (first.strong and second.strong and not tells):
        return "way" in between
    return True


def _told(sheet: Sheet, *, old: Mark, new: Mark) -> Move:
    """A move told as done leaves the old segment ended; one that is to come, or denied, leaves it in force."""
    status = status_of(sheet, new.sentence, new.start, new.end, nature="standing").status
    if AT_ONCE.search(sheet.text, old.sentence.start, min(old.start, new.start)):
        return Move(old, new, "ended", "current")
    if status in ("planned", "negated"):
        return Move(old, new, "current", None)
    return Move(old, new, "ended", "current")


def is_left_behind(sheet: Sheet, mark: Mark) -> bool:
    """A single mark that its own words show to be over: "(was 3)", "up from 4"."""
    return AFTERWARDS.search(sheet.text[max(mark.sentence.start, mark.start - 40):mark.start]) is not None


def is_over(sheet: Sheet, mark: Mark) -> bool:
    """ "In segment 3 until the summer"."""
    return (UNTIL.match(sheet.text, mark.end, mark.sentence.end) is not None
            and STAYS.search(sheet.text[max(mark.sentence.start, mark.start - 50):mark.start]) is None)


def step_from(sheet: Sheet, mark: Mark) -> int | None:
    """ "Up one from 2" is now 1, "down a place from 2" now 3; None where no step is told or there is no such segment."""
    found = STEP.search(sheet.text[max(mark.sentence.start, mark.start - 60):mark.start])
    if found is None:
        return None
    value = mark.value + (1 if found["way"].lower() == "down" else -1)
    return value if 1 <= value <= 5 else None


def aside(sheet: Sheet, mark: Mark) -> tuple[Mark, Status] | None:
    """The number that stands in brackets after a mark, and whether that one is over or holds now."""
    found = ASIDE.match(sheet.text, mark.end, mark.sentence.end)
    said = found is not None and found.group().strip("(\"”’' )")[:1]
    if found is None or not (found["now"] or found["until"] or (said and (said.isalpha() or said in ARROWS))):
        return None
    value = int(found["value"])
    if value == mark.value:
        return None
    inner = Mark(found.start("value"), found.end("value"), value, found.start("value"), mark.sentence, False, "bare")
    return inner, "current" if found["now"] else "ended"
