"""Which of two grades came first: within a sentence, and where the next sentence tells what was before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpora.schema import Status
from nlp.kinds.rating.grades import Grade
from nlp.kinds.rating.wording import ARROW, FROM, NOW_IT, TO, WAS, WERE
from nlp.sheet import Sentence

NOW = re.compile(r"\b(?:now|today|since|these\s+days|currently|again|as\s+of\s+today|this\s+time)\b", re.IGNORECASE)
STOPPED = re.compile(r"[.;]\s|\b(?:while|whereas)\b")
ASIDE_BEFORE = re.compile(
    r"(?:,|–|\()\s*(?:(?:which|that|who|where)\b[^,;.]{0,60}?|(?:rated|judged|graded|once|formerly|previously|at"
    r"|at\s+that\s+time|then|"
    r"still|having\s+been|\s)*)[\s‘“'\"]*$", re.IGNORECASE)
"""Before a grade that an aside tells: ", which was …", ", rated …", "(once …"."""
MAIN_VERB = re.compile(
    r"(?:,|\)|–)\s*(?:\w+\s+){0,2}?(?:is|are|was|were|has|have|had|becomes?|became|now|came|comes|went|goes|moved|moves|rose"
    r"|improved|"
    r"improves|got|gets|leapt|jumped|climbed|fell|dropped|slipped|gone|as|to|requires?)\b", re.IGNORECASE)
THEN = re.compile(
    r"[’”'\"]?\s*(?:overall\s*)?[(,]?\s*(?:back\s+)?(?:(?:in|at\s+the\s+end\s+of|from)\s+(?:\w+\s+)?(?:19|20)\d\d"
    r"|(?:un)?till?\b|up\s+to\b|"
    r"at\s+(?:its|the|their)\s+(?:last|previous)|on\s+(?:its|their|the)\s+(?:last|previous)|when\s+(?:last|first|it\s+was\s+last)|"
    r"(?:\w+\s+){1,4}(?:years?|months?|weeks?)\s+(?:ago|earlier|before)|last\s+(?:time|year|month)|at\s+the\s+last\s+time"
    r"|previously|before(?:hand)?\b|"
    r"\((?:19|20)\d\d\))", re.IGNORECASE)
"""After a grade that is dated to the past: "good in 2015", "good before", "inadequate two years ago"."""
UNTIL = re.compile(
    r"(?:\b(?:until|till|before\s+that|previously|formerly|used\s+to|beforehand|last\s+time|hitherto|"
    r"at\s+(?:its|the|their)\s+(?:last|previous)\s+\w+|in\s+(?:19|20)\d\d)\b[^.;]{0,60}|\b(?:had|having)\s+(?:\w+\s+)?(?:been"
    r"|required?)\b[^.;,]{0,30})$",
    re.IGNORECASE)
"""Before a grade that a sentence of its own tells to be over: "Until Monday it was good", "It had been good"."""


def statuses_of(text: str, sentence: Sentence, grades: Sequence[Grade]) -> list[Status | None]:
    """For each grade, ``ended`` where the sentence itself shows another in its place; None where it does not."""
    statuses: list[Status | None] = [None] * len(grades)
    for position, grade in enumerate(grades):
        before = text[max(sentence.start, grade.start - 45):grade.start]
        follows = position + 1 < len(grades)
        between = text[grade.end:grades[position + 1].start] if follows else ""
        left = bool(FROM.search(before)) and (position > 0 or (follows and bool(TO.match(between))) or len(grades) == 1)
        other = follows and grades[position + 1].value != grade.value
        since = other and bool(WERE.search(before)) and bool(NOW.search(between)) and not STOPPED.search(between)
        if left or since or (follows and ARROW.match(between)) or (len(grades) > 1 and WAS.search(before)) or (
                other and _given_up(before, between, text, grade)):
            statuses[position] = "ended"
        elif position and statuses[position - 1] == "ended" and NOW_IT.search(before):
            statuses[position] = "current"
    return statuses


def _given_up(before: str, between: str, text: str, grade: Grade) -> bool:
    """Whether an aside tells the grade that the sentence's verb then changes: "A&E, inadequate in 2016, has gone up to good"."""
    if STOPPED.search(between):
        return False
    main = MAIN_VERB.search(between)
    if main is None:
        return False
    dated = THEN.match(text, grade.end) is not None
    return ASIDE_BEFORE.search(before) is not None and (dated or " which" in before or "had" in before or "rated" in before or (
        main.start() < 4)) and between.count(",") <= 2


def is_over(text: str, sentence: Sentence, grade: Grade) -> bool:
    """Whether a sentence dates a grade to the past, so that another grade nearby has taken its place."""
    before = text[max(sentence.start, grade.start - 90):grade.start]
    return bool(UNTIL.search(before) or (WERE.search(before) and THEN.match(text, grade.end)))
