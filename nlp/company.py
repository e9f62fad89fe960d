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
    r"\s+(?:(?:has|have|had|will|may|might|could|would|is|are|was|were|to|set|likely|due|about|expected|not|now|also|duly|thus|soon|"
    r"recently|today|yesterday|therefore|swiftly|quickly)\s+){0,5}(?:join(?:s|ed|ing)?|follow(?:s|ed|ing)?|accompan(?:y|ies|ied)|"
    r"succeed(?:s|ed)?|preced(?:es|ed))\s+(?:its\s+(?:neighbours?|twin|partner|sister\s+trust),?\s+|the\s+)?")
PLACED = re.compile(r",?\s+(?:back\s+)?(?:in|into|out\s+of|under|from|to|on|on\s+to|onto)\s+(?:(?:the|an?|quality|financial|formal|so-called|"
                    r"national)\s+){0,2}[“‘\"']?")
JOINED_BY = re.compile(r",?\s+(?:(?:today|yesterday|now|soon|this\s+\w+|last\s+\w+|there)\s+)?(?:by|alongside|together\s+with|along\s+with|as\s+well\s+as)\s+(?:the\s+)?")
WAS_JOINED = re.compile(r"\s+(?:was|is|has\s+been|had\s+been|were|are|have\s+been)\s+(?:\w+\s+)?(?:joined|followed|accompanied)\s+")
ALONGSIDE = re.compile(r"\W*(?:as\s+well\s+as|alongside|along\s+with|together\s+with|in\s+addition\s+to|besides|like|in\s+common\s+with|just\s+like)\s+"
                       r"(?:its\s+\w+,?\s+|neighbouring\s+|nearby\s+|the\s+)?", re.IGNORECASE)
BESIDE = re.compile(r",?\s+(?:like|along\s+with|alongside|as\s+well\s+as|together\s+with|in\s+common\s+with|just\s+like|in\s+company\s+with)\s+"
                    r"(?:its\s+\w+,?\s+|neighbouring\s+|nearby\s+|the\s+)?", re.IGNORECASE)
NOT_BEFORE = re.compile(r"\s+(?:before\s+(?:it|them)|did|had|once|in\s+\d)\b")
PASSED_ON = frozenset({"current", "ended"})
"""What the one that is joined has part in too. Of what may be, or is denied, only the newcomer is told."""


def company_of(sheet: Sheet, sentence: Sentence, start: int, end: int, subjects: tuple[Subject, ...], status: Status) -> tuple[Subject, ...]:
    """The subjects of a trigger with those that have part in the same, where the sentence says so."""
    if not any(subject.code for subject in subjects):
        return subjects
    groups = [group for group in groups_in(sheet, max(sentence.start, start - REACH), min(sentence.end, end + REACH)) if group.codes]
    for one, other in _pairs(sheet, sentence, groups, start, end):
        codes = one.codes if status not in PASSED_ON else (*one.codes, *other.codes)
        if not any(subject.code in (*one.codes, *other.codes) for subject in subjects):
            continue
        kept = tuple(subject for subject in subjects if subject.code in codes)
        known = {subject.code for subject in kept}
        return (*kept, *(Subject(code, 0.85, "company") for code in codes if code not in known))
    return subjects


def _pairs(sheet: Sheet, sentence: Sentence, groups: list[Group], start: int, end: int) -> Iterator[tuple[Group, Group]]:
    """Groups that share what the trigger tells: first the one of which the sentence speaks."""
    text = sheet.text
    for one, other in pairwise(groups):
        if other.end <= start and JOINS.fullmatch(text, one.end, other.start) and PLACED.fullmatch(text, other.end, start):
            yield one, other
        elif one.end <= start and end <= other.start and WAS_JOINED.match(text, one.end, start) and JOINED_BY.fullmatch(text, end, other.start):
            yield one, other
        elif other.end <= start and ALONGSIDE.fullmatch(text, sentence.start, one.start) and (
                text[one.end:other.start].strip() == "," or text[one.end:other.start].strip() == ", the"):
            yield other, one
        elif other.end <= start and BESIDE.fullmatch(text, one.end, other.start) and text[other.end:other.end + 1] in ",–—" and (
                not NOT_BEFORE.match(text, other.end)):
            yield one, other
