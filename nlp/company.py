"""Organisations that share what is said of one of them: "A joined B in special measures", "alongside B, A was put in …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpora.schema import Status
from nlp.groups import Group, groups_in
from nlp.sheet import Sentence, Sheet, Subject

REACH = 500
JOINS = re.compile(
    r"\s+(?:(?:has|have|had|will|may|might|could|would|is|are|was|were|to|set|likely|due|about|expected|not|now|also|duly|"
    r"thus|soon|"
    r"recently|today|yesterday|therefore|swiftly|quickly)\s+){0,5}(?:join(?:s|ed|ing)?|follow(?:s|ed|ing)?|accompan(?:y|ies|ied)|"
    r"succeed(?:s|ed)?|preced(?:es|ed))\s+(?:its\s+(?:neighbours?|twin|partner|sister\s+trust),?\s+|the\s+)?")
PLACED = re.compile(r",?\s+(?:back\s+)?(?:in|into|out\s+of|under|from|to|on|on\s+to|onto)\s+(?:(?:the|an?|quality|"
                    r"financial|formal|so-called|"
                    r"national)\s+){0,2}[“‘\"']?")
JOINED_BY = re.compile(r",?\s+(?:(?:today|yesterday|now|soon|this\s+\w+|last\s+\w+|there)\s+)?(?:by|alongside|"
                       r"together\s+with|along\s+with|as\s+well\s+as)\s+(?:the\s+)?")
WAS_JOINED = re.compile(r"\s+(?:was|is|has\s+been|had\s+been|were|are|have\s+been)\s+(?:\w+\s+)?(?:joined|followed|accompanied)\s+")
ALONGSIDE = re.compile(r"\W*(?:as\s+well\s+as|alongside|along\s+with|together\s+with|in\s+addition\s+to|besides|like|"
                       r"in\s+common\s+with|just\s+like)\s+"
                       r"(?:its\s+\w+,?\s+|neighbouring\s+|nearby\s+|the\s+)?", re.IGNORECASE)
BESIDE = re.compile(r",?\s+(?:like|with|along\s+with|alongside|as\s+well\s+as|together\s+with|in\s+common\s+with|just\s+like|"
                    r"in\s+company\s+with)\s+"
                    r"(?:its\s+\w+,?\s+|neighbouring\s+|nearby\s+|the\s+)?", re.IGNORECASE)
NOT_BEFORE = re.compile(r"\s+(?:before\s+(?:it|them)|did|had|once|in\s+\d)\b")
WITH_AFTER = re.compile(r",?\s+(?:along\s+with|alongside|together\s+with|as\s+well\s+as|in\s+common\s+with|"
                        r"(?:just\s+)?like|followed\s+by|"
                        r"(?:and\s+)?so\s+too\s+(?:is|are|was|were|has|have))\s+"
                        r"(?:its\s+\w+,?\s+|neighbouring\s+|nearby\s+|the\s+)?")
AND_THEN = re.compile(r",?\s+and\s+(?:then|later|now|also|subsequently|(?:its|their)\s+(?:\w+\s+)?\w+,?)\s+(?:the\s+)?")
MOVED = re.compile(r"\b(?:led|leads?|leading|took|takes?|taken|steer\w*|guid\w+|brought|bring|putting|put|plac\w+|mov\w+|"
                   r"got|gets?|getting|helped|help|"
                   r"pull\w+|dragg?\w*|lift\w+|kept|keeps?|let|sent|pilot\w+|nurs\w+|saw|seen|see|plung\w+|tipp\w+|push\w+|"
                   r"freed|releas\w+|"
                   r"remov\w+|shepherd\w+|turned)\s+(?:the\s+|neighbouring\s+|nearby\s+)?$", re.IGNORECASE)
"""A verb with what it moves for its object: that one is meant, not who moves it ("who led X out of …")."""
WAY = re.compile(r"\s+(?:back\s+|safely\s+|successfully\s+)?(?:in|into|out\s+of|through|from|off|on\s+to|to)\s+(?:(?:the|"
                 r"an?|quality|financial|formal|so-called|national)\s+){0,2}[“‘\"']?")
WHICH = re.compile(r",\s+(?:which|itself|now|then|once|formerly|still|recently)\s+(?:(?!asks?|asked|says?|"
                   r"said)[\w’'-]+\s+){0,6}[“‘\"']?")
"""Between a name and the trigger: a clause about that name."""
ON_DAYS = re.compile(r"\s+(?:on|in|since|from)\s+(?:\w+\s+)?\w+,?\s+and\s+(?:the\s+)?|;\s+the\s+other\s+(?:is|being)\s+(?:the\s+)?")
"""After the trigger: "on Monday and B on Tuesday"."""
DAY = re.compile(r"\s+(?:on|in|since|from|two|three|a)\s|\s*[.;,]")
NOT_OTHER = re.compile(r",?\s+(?:and\s+|but\s+)?(?:not|rather\s+than|instead\s+of)\s+(?:the\s+|its\s+\w+\s+)?")
SHARES = re.compile(r"\s+(?:now\s+)?(?:shares?|shared)\s+(?:a\s+place\s+in\s+)?(?:the\s+)?")
PASSED_ON = frozenset({"current", "ended"})
"""What the one that is joined has part in too. Of what may be, or is denied, only the newcomer is told."""


def company_of(sheet: Sheet, sentence: Sentence, start: int, end: int, subjects: tuple[Subject, ...],
               status: Status) -> tuple[Subject, ...]:
    """The subjects of a trigger with those that have part in the same, where the sentence says so."""
    if not any(subject.code for subject in subjects):
        return subjects
    near = groups_in(sheet, max(sentence.start, start - REACH), min(sentence.end, end + REACH))
    groups = [group for group in near if group.codes]
    meant = _meant(sheet, sentence, groups, start)
    if meant is not None:
        by_code = {subject.code: subject for subject in subjects}
        return tuple(by_code.get(code, Subject(code, 0.9, "clause")) for code in meant.codes)
    for one, other in _pairs(sheet, sentence, groups, start, end):
        codes = one.codes if status not in PASSED_ON else (*one.codes, *other.codes)
        if not any(subject.code in (*one.codes, *other.codes) for subject in subjects):
            continue
        kept = tuple(subject for subject in subjects if subject.code in codes)
        known = {subject.code for subject in kept}
        return (*kept, *(Subject(code, 0.85, "company") for code in codes if code not in known))
    return subjects


def _meant(sheet: Sheet, sentence: Sentence, groups: list[Group], start: int) -> Group | None:
    """The one that the words right before the trigger are about: the object of a verb of moving, the name that a clause follows."""
    nearest = next((group for group in reversed(groups) if group.end <= start), None)
    if nearest is None or len(groups) < 2:
        return None
    if WHICH.fullmatch(sheet.text, nearest.end, start):
        return nearest
    other = groups[groups.index(nearest) - 1] if groups.index(nearest) else None
    if other is not None and NOT_OTHER.fullmatch(sheet.text, other.end, nearest.start):
        return other
    verb = MOVED.search(sheet.text, max(sentence.start, nearest.start - 40), nearest.start)
    if verb is not None and WAY.fullmatch(sheet.text, nearest.end, start):
        return nearest
    return None


def _pairs(sheet: Sheet, sentence: Sentence, groups: list[Group], start: int, end: int) -> Iterator[tuple[Group, Group]]:
    """Groups that share what the trigger tells: first the one of which the sentence speaks."""
    text = sheet.text
    for one, other in pairwise(groups):
        before = other.end <= start
        if before and _both_before(text, one, other, start):
            yield one, other
        elif before and ALONGSIDE.fullmatch(text, sentence.start, one.start) and text[one.end:other.start].strip() == ",":
            yield other, one
        elif one.end <= start and end <= other.start and _one_after(text, one, other, start, end):
            yield one, other


def _both_before(text: str, one: Group, other: Group, start: int) -> bool:
    """Whether two groups before the trigger share it: "A joined B in …", "A, like B, is in …", "A and then B were put in …"."""
    if JOINS.fullmatch(text, one.end, other.start) and PLACED.fullmatch(text, other.end, start):
        return True
    if AND_THEN.fullmatch(text, one.end, other.start):
        return True
    return text[other.end:other.end + 1] in (",", "–", "—") and (
        BESIDE.fullmatch(text, one.end, other.start) is not None and NOT_BEFORE.match(text, other.end) is None)


def _one_after(text: str, one: Group, other: Group, start: int, end: int) -> bool:
    """Whether a group after the trigger shares it with the one before: "A was put in … along with B"."""
    if WAS_JOINED.match(text, one.end, start) and JOINED_BY.fullmatch(text, end, other.start):
        return True
    if WITH_AFTER.fullmatch(text, end, other.start):
        return True
    if ON_DAYS.fullmatch(text, end, other.start) and DAY.match(text, other.end):
        return True
    return SHARES.fullmatch(text, one.end, start) is not None and text[end:other.start].strip() in ("with", "with the")
