"""A grade right beside a name is that organisation's: "Bolton (good)", "Bolton: good", "good (Bolton)", "Bolton's good"."""

from __future__ import annotations

import re

from nlp.candidates import groups_in
from nlp.kinds.rating.grades import Grade
from nlp.sheet import Name, Sentence, Sheet, Subject

GAP = 40
ABBREVIATED = r"(?:\s*\([A-Z][\w&’' ]{1,14}\))?(?:\s+NHS(?:\s+Foundation)?(?:\s+Trust|\s+FT)?|\s+FT)?"
TAKEN_WITH = r"\s*(?:(?:also|both|all|each|likewise|again|still|now|then|rated|itself|overall|currently|at|too)[,:]?\s+)*[‘“'\"]?"
APPOSED = re.compile(rf"{ABBREVIATED}\s*(?:[,:–—]|\s-\s|\||\()\s*{TAKEN_WITH}")
OWNED = re.compile(r"[’']s?\s+(?:(?:own|overall|CQC|current|present|latest|last|previous|old|new"
    r"|first)\s+)*(?:rating\s+of\s+)?[‘“'\"]?")
CLOSED = re.compile(
    r"[’”'\"]?\s*(?:overall\s*)?(?:[),;.(|–—]|$|\n|(?:since|from|until|till|in|as\s+before|last|this|now|and\s+(?:in|had"
    r"|segment))\b|\d)")
HELD_BY = re.compile(r"[’”'\"]?\s*(?:overall\s*)?\(\s*(?:the\s+|for\s+|both\s+)?")
BRACKET_CLOSED = re.compile(r"[^()]{0,60}\)")
PREDICATE = re.compile(
    r"(?:[’']s|\s+(?:itself\s+)?(?:is|was|are|were|remains?|remained|stays?|stayed|became|becomes|has\s+been|have\s+been"
    r"|had\s+been|still\s+is))"
    r"(?:,?\s+(?:at|also|now|still|again|too|merely|only|currently|not\s+even|once\s+more|both|each|all|overall"
    r"|itself)\b,?)*\s*[‘“'\"]?")
"""Between a name and a grade that is said of it."""
NO_STATE = re.compile(r"[’”'\"]?\s+(?:at|with|to|news|as|about|enough|if|for\s+(?:nothing|business))\b", re.IGNORECASE)
"""After a word that is praise and no grade: "good at", "good with"."""


def owner_of(sheet: Sheet, sentence: Sentence, grade: Grade, following: int) -> tuple[Subject, ...]:
    """The organisation that a grade is tied to by standing right beside its name; empty where it stands beside none."""
    before = [name for name in sheet.names_in(max(sentence.start, grade.start - 200), grade.start) if name.end <= grade.start]
    if before and grade.start - before[-1].end <= GAP:
        name, gap = before[-1], sheet.text[before[-1].end:grade.start]
        if name.code and name.form != "anaphor" and CLOSED.match(sheet.text, grade.end, sentence.end):
            if APPOSED.fullmatch(gap):
                return _together(sheet, sentence, name, gap)
            if OWNED.fullmatch(gap):
                return (Subject(name.code, 0.9, "beside", name),)
    bracket = HELD_BY.match(sheet.text, grade.end, following)
    after = sheet.names_in(bracket.end(), bracket.end() + 1) if bracket else ()
    if after and after[0].code and after[0].form in ("name", "acronym") and BRACKET_CLOSED.match(
            sheet.text, after[0].end, sentence.end):
        return (Subject(after[0].code, 0.9, "beside", after[0]),)
    return ()


def is_said_of_a_name(sheet: Sheet, sentence: Sentence, grade: Grade) -> bool:
    """Whether the grade is what a sentence says of a name: "Bournemouth's good and in 2", "Kingston was outstanding"."""
    before = [name for name in sheet.names_in(max(sentence.start, grade.start - 200), grade.start) if name.end <= grade.start]
    return bool(before and before[-1].code and PREDICATE.fullmatch(sheet.text, before[-1].end, grade.start)
                and not NO_STATE.match(sheet.text, grade.end, sentence.end))


def _together(sheet: Sheet, sentence: Sentence, name: Name, gap: str) -> tuple[Subject, ...]:
    """One name in brackets or commas; all that are listed before "both", "all" or a colon."""
    group = next((g for g in groups_in(sheet, sentence.start, name.end) if g.end == name.end), None)
    if group and len(group.codes) > 1 and re.search(r"\b(?:both|all|each)\b|[:–—]", gap):
        return tuple(Subject(code, 0.88, "beside", name) for code in group.codes)
    return (Subject(name.code, 0.9, "beside", name),)
