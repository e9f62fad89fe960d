"""A grade right beside a name is that organisation's: "Bolton (good)", "Bolton: good", "good (Bolton)", "Bolton's good"."""

from __future__ import annotations

import re

from nlp.candidates import groups_in
from nlp.kinds.rating.aspects import Aspect
from nlp.kinds.rating.grades import Grade
from nlp.sheet import Name, Sentence, Sheet, Subject

GAP = 40
ABBREVIATED = r"(?:\s*\([A-Z][\w&’' ]{1,14}\))?(?:\s+NHS(?:\s+Foundation)?(?:\s+Trust|\s+FT)?|\s+FT)?"
TAKEN_WITH = r"\s*(?:(?:also|both|all|each|likewise|again|still|now|then|rated|itself|overall|currently|at|too)[,:]?\s+)*[‘“'\"]?"
APPOSED = re.compile(rf"{ABBREVIATED}\s*(?:[,:–—]|\s-\s|\||\()\s*{TAKEN_WITH}")
OWNED = re.compile(r"[’']s?\s+(?:(?:own|overall|CQC|current|present|latest|last|previous|old|new"
    r"|first)\s+)*(?:rating\s+of\s+)?[‘“'\"]?")
WHICH_ARE = re.compile(r",?\s+(?:which|that|who)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:(?:also|both|all|each|still"
    r"|now|too)\s+)*(?:rated\s+)?[‘“'\"]?")
POSSESSES = re.compile(r"[’']s?\s+(?:(?:own|adult|main|acute|inpatient)\s+){0,2}")
CLOSED = re.compile(
    r"[’”'\"]?\s*(?:overall\s*)?(?:[),;.(|–—]|$|\n|(?:since|from|until|till|in|by|as\s+before|last|this|now|and\s+(?:in|had"
    r"|segment))\b|\d)")
HELD_BY = re.compile(r"[’”'\"]?\s*(?:overall\s*)?\(\s*(?:the\s+|for\s+|both\s+)?")
BRACKET_CLOSED = re.compile(r"[^()]{0,60}\)")
PREDICATE = re.compile(
    r"(?:,\s[^,.;]{2,90},|\s+\([^)]{1,40}\)|,?\s+(?:too|again),?)?"
    r"(?:[’']s|\s+(?:itself\s+|one\s+|now\s+)?(?:is|was|are|were|remains?|remained|stays?|stayed|became|becomes|has\s+been"
    r"|have\s+been"
    r"|had\s+been|still\s+is|(?:has\s+|have\s+|had\s+)?"
    r"(?:been\s+)?(?:got|come|came|gone|went|moved|risen|rose|fell|fallen|dropped|slipped|climbed|improved|bumped|nudged|lifted|"
    r"raised|marked|knocked|upgraded|downgraded|pulled|hauled|dragged|jumped|leapt|slumped|slid|sank|sunk|plunged|returned)"
    r"\s+(?:up\s+|down\s+|back\s+)?to|(?:got|gets|kept|keeps|has|had|won|earned|secured|holds?|held|carries|boasts|enjoys|"
    r"retains?|retained|received|bears|gained|comes\s+with|came\s+with|goes\s+in\s+with)\s+(?:an?|its|the)"
    r"|(?:was|is),\s+and\s+(?:is|remains),|(?:came|comes)\s+out\s+(?:as|at)|(?:will|would|is\s+to)\s+(?:keep|stay|remain)|"
     r"keeps|kept))"
    r"(?:,?\s+(?:at|also|now|still|again|too|merely|only|currently|not\s+even|once\s+more|both|each|all|overall"
    r"|itself)\b,?)*\s*[‘“'\"]?")
"""Between a name and a grade that is said of it."""
OF_A_PRONOUN = re.compile(
    r"(?:^|[;,:–—]\s|\b(?:and|but|that|where|which|when)\s|\b(?:until|till|before|in|by)\s[\w’']+\s)[\W]*(?:it|they|we|you|ours"
    r"|theirs|this|that|both|all)"
    r"(?:[’'](?:s|re|d)|\s+(?:is|was|are|were|had|has|have|remains?|remained|stays?|stayed))(?:\s+(?:been|now|still|again|once"
    r"|also|merely|only|all|"
    r"both|last|currently|at|since|back|indeed|rated|judged|,))*[\s‘“'\"–—]*$", re.IGNORECASE)
ALONE_BEFORE = re.compile(r"\W*(?:\d+[.)]\s+)?(?:(?:now|still|again|overall|once|a|an|rated"
    r"|currently)[:,]?\s+)*[‘“'\"]?", re.IGNORECASE)
NO_STATE = re.compile(r"[’”'\"]?\s+(?:at|with|to|news|as|about|enough|if|for\s+(?:nothing|business))\b", re.IGNORECASE)
"""After a word that is praise and no grade: "good at", "good with"."""


def owner_of(sheet: Sheet, sentence: Sentence, grade: Grade, following: int) -> tuple[Subject, ...]:
    """The organisation that a grade is tied to by standing right beside its name; empty where it stands beside none."""
    before = [name for name in sheet.names_in(max(sentence.start, grade.start - 200), grade.start) if name.end <= grade.start]
    if before and grade.start - before[-1].end <= GAP:
        name, gap = before[-1], sheet.text[before[-1].end:grade.start]
        if name.code and name.form != "anaphor":
            if OWNED.fullmatch(gap):
                return (Subject(name.code, 0.9, "beside", name),)
            if APPOSED.fullmatch(gap) and CLOSED.match(sheet.text, grade.end, sentence.end):
                return _together(sheet, sentence, name, gap)
            if WHICH_ARE.fullmatch(gap):
                return _together(sheet, sentence, name, gap)
    bracket = HELD_BY.match(sheet.text, grade.end, following)
    after = sheet.names_in(bracket.end(), bracket.end() + 1) if bracket else ()
    if after and after[0].code and after[0].form in ("name", "acronym") and BRACKET_CLOSED.match(
            sheet.text, after[0].end, sentence.end):
        return (Subject(after[0].code, 0.9, "beside", after[0]),)
    return ()


def owner_of_aspect(sheet: Sheet, sentence: Sentence, aspect: Aspect) -> tuple[Subject, ...]:
    """The organisation whose service or question is named right behind it: "Bolton's maternity", "Tameside's well-led"."""
    name = next((name for name in sheet.names_in(max(sentence.start, aspect.start - 120), aspect.start)
                 if name.code and name.form != "anaphor" and POSSESSES.fullmatch(sheet.text, name.end, aspect.start)), None)
    return (Subject(name.code, 0.9, "beside", name),) if name else ()


def is_said_of_a_name(sheet: Sheet, sentence: Sentence, grade: Grade) -> bool:
    """Whether the grade is what a sentence says of a name: "Bournemouth's good and in 2", "Kingston was outstanding"."""
    before = [name for name in sheet.names_in(max(sentence.start, grade.start - 200), grade.start) if name.end <= grade.start]
    return bool(before and before[-1].code and PREDICATE.fullmatch(sheet.text, before[-1].end, grade.start)
                and not NO_STATE.match(sheet.text, grade.end, sentence.end))


def is_said_of_it(sheet: Sheet, sentence: Sentence, grade: Grade) -> bool:
    """Whether a pronoun has the grade as its predicate: "it's good now", "and they were inadequate"."""
    before = sheet.text[max(sentence.start, grade.start - 70):grade.start]
    return bool(OF_A_PRONOUN.search(before) and not NO_STATE.match(sheet.text, grade.end, sentence.end)
                and CLOSED.match(sheet.text, grade.end, sentence.end))


def stands_alone(sheet: Sheet, sentence: Sentence, grade: Grade) -> bool:
    """Whether a sentence is a grade and little else: "Good (2019).", "RI, no change.", "Outstanding overall since January"."""
    opens = ALONE_BEFORE.fullmatch(sheet.text, sentence.start, grade.start)
    return bool(opens and CLOSED.match(sheet.text, grade.end, sentence.end))


def _together(sheet: Sheet, sentence: Sentence, name: Name, gap: str) -> tuple[Subject, ...]:
    """One name in brackets or commas; all that are listed before "both", "all" or a colon."""
    group = next((g for g in groups_in(sheet, sentence.start, name.end) if g.end == name.end), None)
    if group and len(group.codes) > 1 and re.search(r"\b(?:both|all|each|are|were|have)\b|[:–—]", gap):
        return tuple(Subject(code, 0.88, "beside", name) for code in group.codes)
    return (Subject(name.code, 0.9, "beside", name),)
