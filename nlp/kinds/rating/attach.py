"""What a grade is of: the aspect it stands beside, those joined to it, and all or the rest of the key questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpora.schema import Status
from nlp.coordination import RATED
from nlp.kinds.rating.aspects import KEY_QUESTIONS, WIDE, Aspect, aspects_in
from nlp.kinds.rating.grades import Grade
from nlp.kinds.rating.wording import (
    AFTER_ASIDE,
    ASIDE,
    CLAUSE_END,
    FIRST_TRUST,
    FOR,
    GIVEN_FOR,
    LABEL,
    LISTED,
    NEAR,
    OVERALL_AFTER,
    PRONOUN,
    SUBJECT_ASIDE,
    WHOLE_TRUST,
)
from nlp.sheet import Sentence, Sheet, Subject

NOT_YET = re.compile(r"[^\d,;:.()–—]{0,40}")
"""What may stand between "for" and what the grade is for."""
EXCEPT = re.compile(
    r"[,–—(]?\s*\b(?:bar|except(?:ing)?(?:\s+for)?|save(?:\s+for)?|(?:apart|aside)\s+from|other\s+than|excluding|but\s+not"
    r"|with\s+the\s+exception\s+of|"
    r"the\s+exceptions?\s+being|\w+(?:[\s-]\w+)?\s+(?:apart|excepted|aside)(?!\s+from))\b", re.IGNORECASE)
"""Before what a grade of all or of the rest is not of."""
AT = re.compile(r"\b(?:at|in)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a hospital that only tells where: "surgery is good; at the Freeman, inadequate"."""
RESPECTIVELY = re.compile(r"\b(?:respectively|in\s+that\s+order|in\s+turn)\b", re.IGNORECASE)
QUESTIONS_TOLD = 2
"""How many sentences back the key questions that "the rest" leaves out may have been told."""
NUMBERS = {"two": 2, "three": 3, "four": 4}


@dataclass(frozen=True, slots=True)
class Rated:
    """A grade with what it is of."""

    grade: Grade
    aspects: tuple[Aspect, ...]
    status: Status | None
    rule: str
    subjects: tuple[Subject, ...] = ()
    """Where the grade stands right beside a name: that organisation."""
    quote: tuple[int, int] | None = None
    """What proves it, where its sentence alone does not."""


def aspects_of(text: str, sentence: Sentence, grades: list[Grade], position: int, aspects: list[Aspect]) -> tuple[Aspect, ...]:
    grade = grades[position]
    last_end = grades[position - 1].end if position else sentence.start
    next_start = grades[position + 1].start if position + 1 < len(grades) else sentence.end
    tail = text[grade.end:next_start]
    before = [aspect for aspect in aspects if last_end <= aspect.start < grade.start]
    after = [aspect for aspect in aspects if grade.end <= aspect.start < next_start]
    if before and LABEL.match(text[before[-1].end:grade.start]):
        return _coordinated(text, before)
    named = LISTED.match(tail)
    if named and after and after[0].start <= grade.end + named.end():
        reach = grade.end + (tail.find(")") if "(" in named.group() and ")" in tail else len(tail))
        listed = tuple(aspect for aspect in after if aspect.start < reach)
        if not before or (len(listed) > 1 and all(aspect.is_service for aspect in listed)):
            return listed
    opens = FOR.match(tail) or GIVEN_FOR.match(tail)
    if opens and after and NOT_YET.fullmatch(tail[opens.end():max(opens.end(), after[0].start - grade.end)]):
        reach = grade.end + min(_first_break(tail), _exception(tail))
        listed = tuple(aspect for aspect in after if aspect.start < reach)
        if listed and all(aspect.is_key_question for aspect in listed):
            clause = last_end + _last_break(text[last_end:grade.start])
            own = clause if WHOLE_TRUST.search(text, max(clause, grade.start - NEAR), grade.start) else sentence.start
            return (*(aspect for aspect in aspects
                      if own <= aspect.start and aspect.end <= grade.start and aspect.is_service), *listed)
        if listed:
            return listed
    clause = last_end + _last_break(text[last_end:grade.start])
    if PRONOUN.match(text[clause:grade.start]):
        clause = last_end
    in_clause = tuple(aspect for aspect in before if aspect.start >= clause)
    own_clause = SUBJECT_ASIDE.match(text, sentence.start, grade.start)
    if own_clause:
        in_clause = tuple(aspect for aspect in in_clause if aspect.start >= own_clause.end())
    if FIRST_TRUST.search(text, max(sentence.start, grade.start - NEAR), grade.start):
        in_clause = tuple(aspect for aspect in in_clause if aspect.subtype != "site")
    if position and in_clause and all(aspect.subtype == "site" for aspect in in_clause) and AT.search(
            text, last_end, in_clause[0].start):
        services = [aspect for aspect in aspects_of(text, sentence, grades, position - 1, aspects) if aspect.is_service]
        if services:
            return tuple(services)
    if in_clause:
        joined = _coordinated(text, list(in_clause))
        if all(aspect.is_key_question for aspect in joined):
            return (*(aspect for aspect in in_clause if aspect.is_service), *joined)
        return joined
    overall = OVERALL_AFTER.match(tail)
    if overall:
        return tuple(aspect for aspect in after if aspect.subtype == "overall")[:1]
    if position and not before and ";" not in text[last_end:grade.start]:
        if AFTER_ASIDE.match(text[last_end:grade.start]):
            aside = ASIDE.search(text, sentence.start, grades[position - 1].start)
            outside = [aspect for aspect in aspects if aside and aspect.end <= aside.start()
                       and not EXCEPT.search(text, sentence.start, aspect.start)]
            if outside:
                return _coordinated(text, outside)
        return aspects_of(text, sentence, grades, position - 1, aspects)
    return ()


def _coordinated(text: str, before: list[Aspect]) -> tuple[Aspect, ...]:
    """The last aspect and those joined to it by commas and "and": "safe, effective and caring: good"."""
    if len(before) > 1 and before[-1].subtype == "overall" and before[-2].is_service and not (
            text[before[-2].end:before[-1].start].strip()):
        before = before[:-1]
    kept = [before[-1]]
    for aspect in reversed(before[:-1]):
        if not RATED.fullmatch(text, aspect.end, kept[0].start):
            break
        kept.insert(0, aspect)
    return tuple(kept)


def _first_break(words: str) -> int:
    found = CLAUSE_END.search(words)
    return found.start() if found else len(words)


def _last_break(words: str) -> int:
    ends = [match.end() for match in CLAUSE_END.finditer(words)]
    return ends[-1] if ends else 0




def _exception(words: str) -> int:
    found = EXCEPT.search(words)
    return found.start() if found else len(words)


def in_turn(
    sheet: Sheet, sentence: Sentence, grades: Sequence[Grade], aspects: Sequence[Aspect],
) -> list[tuple[tuple[Aspect, ...], tuple[Subject, ...]]]:
    """ "A and B were good and inadequate respectively": as many things or names as grades, in their order; else nothing."""
    if len(grades) < 2 or not RESPECTIVELY.search(sheet.text, sentence.start, sentence.end):
        return []
    before = [aspect for aspect in aspects if aspect.end <= grades[0].start]
    if len(before) == len(grades):
        return [((aspect,), ()) for aspect in before]
    names = [name for name in sheet.names_in(sentence.start, grades[0].start) if name.code]
    if len(names) == len(grades) and not before:
        return [((), (Subject(name.code, 0.9, "respectively", name),)) for name in names]
    return []


def widened(sheet: Sheet, sentence: Sentence, told: list[Rated]) -> list[Rated]:
    """The same ratings, with "all five" and "the rest" turned into the key questions that they stand for."""
    if not any(aspect.subtype in WIDE for rated in told for aspect in rated.aspects):
        return told
    named = {aspect.subtype for rated in told for aspect in rated.aspects if aspect.subtype in KEY_QUESTIONS}
    excepted = {subtype for found in EXCEPT.finditer(sheet.text, sentence.start, sentence.end)
                for subtype in _questions(sheet, found.start(), min(sentence.end, found.end() + 60))}
    earlier = {subtype for above in sheet.before(sentence, QUESTIONS_TOLD) if above.paragraph == sentence.paragraph
               for subtype in _questions(sheet, above.start, above.end)}
    return [replace(rated, aspects=_spelt_out(sheet.text, rated, named | excepted, earlier)) for rated in told]


def _questions(sheet: Sheet, start: int, end: int) -> set[str]:
    return {aspect.subtype for aspect in aspects_in(sheet, start, end) if aspect.subtype in KEY_QUESTIONS}


def _spelt_out(text: str, rated: Rated, named: set[str], earlier: set[str]) -> tuple[Aspect, ...]:
    wide = next((aspect for aspect in rated.aspects if aspect.subtype in WIDE), None)
    if wide is None:
        return rated.aspects
    own = tuple(aspect for aspect in rated.aspects if aspect.subtype not in WIDE)
    spelt = [aspect for aspect in own if aspect.subtype in KEY_QUESTIONS]
    taken = named | (earlier if wide.subtype == "rest" else set())
    if spelt and wide.subtype == "rest":
        return own
    if wide.subtype == "rest" and not taken:
        return own or (replace(wide, subtype="unfiled"),)
    rest = [question for question in KEY_QUESTIONS if question not in taken]
    number = NUMBERS.get(text[wide.start:wide.end].split()[0].lower())
    if number is not None and (spelt or len(rest) != number):
        return own
    return (*own, *(replace(wide, subtype=question) for question in rest))
