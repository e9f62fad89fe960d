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
    r"(?:,|–|\()\s*(?:(?:which|that|who|where)\b(?![^,;.]*\b(?:is|are|remains?|stays?)\b)[^,;.]{0,60}?|(?:rated|judged|graded"
    r"|once|formerly"
    r"|previously|at|at\s+that\s+time|then|still|having\s+been|\s)*)[\s‘“'\"]*$", re.IGNORECASE)
"""Before a grade that an aside tells: ", which was …", ", rated …", "(once …"."""
MAIN_VERB = re.compile(
    r"(?:,|\)|–)\s*(?:[\w’']+\s+){0,2}?(?:is|are|was|were|has|have|had|becomes?|became|now|came|comes|went|goes|moved|moves"
    r"|rose|improved"
    r"|improves|got|gets|leapt|jumped|climbed|fell|dropped|slipped|gone|as|settled|found|requires?)\b", re.IGNORECASE)
ALTERED = re.compile(
    r"[^.;]{0,40}?,\s+(?:has\s+|have\s+)?(?:went|gone|came|moved|is|are)\s+(?:up|down)\b|[^.;]{0,40}?,\s+(?:has\s+"
    r"|have\s+)?(?:improved|worsened)\b")
"""What tells that a grade in an aside has changed, though not into what: ", requires improvement in 2016, went up"."""
THEN = re.compile(
    r"[’”'\"]?\s*(?:overall\s*)?[(,]?\s*(?:back\s+)?(?:(?:in|at\s+the\s+end\s+of|from)\s+(?:\w+\s+)?(?:19|20)\d\d"
    r"|(?:un)?till?\b|up\s+to\b|"
    r"at\s+(?:its|the|their)\s+(?:last|previous)|on\s+(?:its|their|the)\s+(?:last|previous)|when\s+(?:last|first|it\s+was\s+last)|"
    r"(?:\w+\s+){1,4}(?:years?|months?|weeks?)\s+(?:ago|earlier|before)|last\s+(?:time|year|month)|at\s+the\s+last\s+time"
    r"|previously"
    r"|before(?:hand)?\b|\((?:19|20)\d\d\))", re.IGNORECASE)
"""After a grade that is dated to the past: "good in 2015", "good before", "inadequate two years ago"."""
UNTIL = re.compile(
    r"(?:\b(?:until|till|before\s+that|previously|formerly|used\s+to|beforehand|last\s+time|hitherto|"
    r"at\s+(?:its|the|their)\s+(?:last|previous)\s+\w+)\b[^.;]{0,90}|\bin\s+(?:\w+\s+)?(?:19|20)\d\d\b[^.;]{0,60}\b(?:was|were"
    r"|had)\b[^.;]{0,20}"
    r"|\b(?:had|having)\s+(?:\w+\s+)?(?:been|required?)\b[^.;,]{0,30}|\b(?:was|were)\s+then\s[\s‘“'\"]*)$",
    re.IGNORECASE)
"""Before a grade that a sentence of its own tells to be over: "Until Monday it was good", "It had been good"."""
KEPT = re.compile(
    r"[^.;]{0,60}\b(?:confirmed|retained|kept|stands?|remains?|continues?|upheld|unchanged|still|carried\s+over"
    r"|reaffirmed)\b", re.IGNORECASE)
"""After a grade of before that holds: "its previous outstanding has been confirmed", "good in 2016, and there it remains"."""
SUCCEEDED = re.compile(
    r"[’”'\"]?\s+(?:rating\s+)?(?:has\s+|have\s+|had\s+)?(?:been\s+)?(?:succeeded|replaced|superseded|swapped|exchanged"
    r"|gave\s+way|given\s+way"
    r"|turned|giving\s+way)\s+(?:by|to|into|for)\b", re.IGNORECASE)
LOST = re.compile(
    r"\b(?:lost|loses|losing|stripped\s+of|shed|sheds|shedding|surrendered|forfeited|shaken\s+off|shook\s+off|goodbye\s+to"
    r"|farewell\s+to"
    r"|no\s+longer(?:\s+\w+){0,2})\s+(?:the\s+|its\s+|their\s+|our\s+|an?\s+)?(?:\w+\s+)?[‘“'\"]?$", re.IGNORECASE)
"""Before a grade that somebody had: "having lost its", "no longer rated"."""
UNMOVED = re.compile(
    r"\b(?:un(?:changed|altered|moved)|no\s+(?:change|movement|improvement|shift)|"
    r"(?:not|never|n[’']t|without|yet\s+to|failed\s+to|failing\s+to|fails\s+to|unable\s+to|refused\s+to)\s+(?:\w+ly\s+|yet\s+|been\s+|have\s+)*"
    r"(?:chang(?:e|ed|ing)|mov(?:e|ed|ing)|alter(?:ed|ing)?|shift(?:ed|ing)?|budg(?:e|ed|ing)|improv(?:e|ed|ing)|slip(?:ped|ping)?"
    r"|drop(?:ped|ping)?|fall(?:en|ing)?|ris(?:e|en|ing)|climb(?:ed|ing)?|g(?:o|one|oing)|com(?:e|ing)|upgraded|downgraded|raised"
    r"|lowered|cut|progress(?:ed)?))\s+(?:up\s+|down\s+|at\s+all\s+)?from\s+(?:an?\s+|the\s+|its\s+|previous\s+|earlier\s+|last\s+)*[‘“'\"(]*$",
    re.IGNORECASE)
"""Before a grade that stays: "did not change from", "has yet to improve from"."""
MOVED_TO = re.compile(
    r"\b(?:went|gone|goes|raised|moved|lifted|upgraded|improved|rose|risen|put|downgraded|dropped|fell|fallen|marked|got"
    r"|promoted|lowered|cut)\s+"
    r"(?:up\s+|down\s+|back\s+|again\s+)*to\s+(?:an?\s+)?[‘“'\"]?$", re.IGNORECASE)
"""Before a grade that took the place of the one told just before."""
CURRENT = re.compile(
    r"\b(?:current|present|latest|most\s+recent|existing)\s+(?:\w+\s+){0,2}(?:rating|grade|verdict)\b[^.;]{0,50}$", re.IGNORECASE)
AHEAD = re.compile(
    r"\b(?:(?:will|would|[’']ll|(?:is|are)\s+(?:now\s+)?(?:to|going\s+to|set\s+to|expected\s+to|likely\s+to|due\s+to)|should"
    r"|expects?\s+to|"
    r"it[’']s\s+expected,?|provisional(?:ly)?|in\s+(?:the\s+|a\s+)?draft|draft\b[^.;]{0,30}[):,]"
    r"|the\s+draft\s+\w+)\b)[^.;]{0,80}$", re.IGNORECASE)
"""Before a move that is to come: the old grade holds as yet."""


def statuses_of(text: str, sentence: Sentence, grades: Sequence[Grade]) -> list[Status | None]:
    """For each grade, ``ended`` where the sentence itself shows another in its place; None where it does not."""
    statuses: list[Status | None] = [None] * len(grades)
    for position, grade in enumerate(grades):
        before = text[max(sentence.start, grade.start - 60):grade.start]
        follows = position + 1 < len(grades)
        between = text[grade.end:grades[position + 1].start] if follows else ""
        other = follows and grades[position + 1].value != grade.value
        pair = _moved(before, between, follows=follows, alone=len(grades) == 1, first=not position)
        since = other and bool(WERE.search(before)) and bool(NOW.search(between)) and not STOPPED.search(between)
        was = len(grades) > 1 and WAS.search(before) and not KEPT.match(text, grade.end, sentence.end)
        if UNMOVED.search(text, max(sentence.start, grade.start - 90), grade.start):
            statuses[position] = "current"
            if other and TO.match(between):
                statuses[position + 1] = "negated"
        elif pair and position and not TO.match(between) and statuses[position - 1] == "planned":
            statuses[position] = "current"
        elif pair and follows and TO.match(between) and AHEAD.search(text, max(sentence.start, grade.start - 130), grade.start):
            statuses[position], statuses[position + 1] = "current", "planned"
        elif pair and position and AHEAD.search(
                text, max(sentence.start, grades[position - 1].start - 130), grades[position - 1].start) and FROM.search(before):
            statuses[position - 1], statuses[position] = "planned", "current"
        elif statuses[position] is not None:
            continue
        elif pair or since or was or _is_lost(text, sentence, grade, before) or (
                other and (_given_up(before, between, text, grade) or SUCCEEDED.match(between))):
            statuses[position] = "ended"
        elif CURRENT.search(before) or (position and statuses[position - 1] == "ended" and NOW_IT.search(before)):
            statuses[position] = "current"
    return statuses


def _moved(before: str, between: str, *, follows: bool, alone: bool, first: bool) -> bool:
    left = bool(FROM.search(before)) and (not first or (follows and bool(TO.match(between))) or alone)
    return left or (follows and ARROW.match(between) is not None)


def _is_lost(text: str, sentence: Sentence, grade: Grade, before: str) -> bool:
    """Whether a grade is told to be gone without another in its place."""
    if LOST.search(before):
        return AHEAD.search(text, max(sentence.start, grade.start - 60), grade.start) is None
    return bool(ASIDE_BEFORE.search(before) and THEN.match(text, grade.end) and ALTERED.match(text, grade.end, sentence.end))


def _given_up(before: str, between: str, text: str, grade: Grade) -> bool:
    """Whether an aside tells the grade that the sentence's verb then changes: "A&E, inadequate in 2016, has gone up to good"."""
    if STOPPED.search(between):
        return False
    main = MAIN_VERB.search(between)
    if main is None or ASIDE_BEFORE.search(before) is None:
        return False
    dated = THEN.match(text, grade.end) is not None
    in_brackets = "(" in before[-14:]
    told = " which" in before or "had" in before or "rated" in before or (main.start() < 4 and not in_brackets)
    return (dated or told) and between.count(",") <= 2


def is_over(text: str, sentence: Sentence, grade: Grade) -> bool:
    """Whether a sentence dates a grade to the past, so that another grade nearby has taken its place."""
    if KEPT.match(text, grade.end, sentence.end):
        return False
    before = text[max(sentence.start, grade.start - 110):grade.start]
    return bool(UNTIL.search(before) or (WERE.search(before) and not MOVED_TO.search(before) and THEN.match(text, grade.end)))


def took_over(text: str, sentence: Sentence, grade: Grade) -> bool:
    """Whether a grade is told to have taken the place of the one before: "on re-inspection the grade went up to good"."""
    return MOVED_TO.search(text, max(sentence.start, grade.start - 60), grade.start) is not None
