"""Which grade is of what, and which of two grades came first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpora.schema import Status
from nlp.kinds.rating.aspects import KEY_QUESTIONS, Aspect, aspects_in, title_aspects
from nlp.kinds.rating.grades import GRADE, RATING_WORDS, Grade, grades_in
from nlp.kinds.rating.others import of_another
from nlp.kinds.rating.tables import find_table_ratings
from nlp.kinds.rating.wording import (
    AFTER_ASIDE,
    ARROW,
    ASIDE,
    CLAUSE_END,
    COMMA,
    FIRST_TRUST,
    FOR,
    FROM,
    INSPECTORS,
    JOINT,
    LABEL,
    LABELLED_GRADE,
    LEAD_WORDS,
    MOST_SENTENCES_BACK,
    NAMED,
    NEAR,
    NO_SERVICE,
    NOW,
    NOW_IT,
    OVERALL_AFTER,
    PRONOUN,
    SAID_BEFORE,
    SAID_OF,
    SERVICES_TOGETHER,
    SUBJECT_ASIDE,
    TO,
    TOGETHER,
    WAS,
    WERE,
    WHOLE_TRUST,
)
from nlp.sheet import Sentence, Sheet, Trigger


@dataclass(frozen=True, slots=True)
class Rated:
    """A grade with what it is of."""

    grade: Grade
    aspects: tuple[Aspect, ...]
    status: Status | None
    rule: str


def find_ratings(sheet: Sheet) -> Iterator[Trigger]:
    """All ratings in a sheet."""
    of_health = sheet.doc_type == "cqc_report" or bool(INSPECTORS.search(sheet.text) or INSPECTORS.search(sheet.title))
    about_ratings = sheet.doc_type == "cqc_report" or bool(LEAD_WORDS.search(sheet.title))
    table_triggers, covered = find_table_ratings(sheet)
    yield from table_triggers
    for sentence in _sentences_with_grades(sheet, covered):
        for rated in _rated(sheet, sentence, about_ratings=about_ratings, of_health=of_health):
            if not of_health and not rated.aspects and not sheet.names_in(sentence.start, sentence.end):
                continue
            together = not rated.aspects and TOGETHER.search(sheet.text, sentence.start, rated.grade.start)
            previous = _services(sheet, sheet.sentences[sentence.index - 1]) if together and sentence.index else ()
            yield from _triggers(sheet, sentence, replace(rated, aspects=previous) if previous else rated)


def _sentences_with_grades(sheet: Sheet, covered: list[tuple[int, int]]) -> list[Sentence]:
    found: dict[int, Sentence] = {}
    for grade in GRADE.finditer(sheet.text):
        sentence = sheet.sentence_at(grade.start())
        if sentence and not any(start < sentence.end and sentence.start < end for start, end in covered):
            found[sentence.index] = sentence
    return list(found.values())


def _carried(sheet: Sheet, sentence: Sentence) -> Aspect | None:
    """The service that the lines above this sentence, in its paragraph or its list, are about."""
    paragraph, form = sentence.paragraph, sentence.form
    for earlier in reversed(sheet.before(sentence, MOST_SENTENCES_BACK)):
        if earlier.paragraph != paragraph:
            if form == "prose":
                break
            paragraph, form = earlier.paragraph, earlier.form
        aspects = aspects_in(sheet, earlier.start, earlier.end)
        services = [aspect for aspect in aspects if aspect.is_service and aspect.subtype != "same_service"]
        if services:
            return services[-1]
        if SERVICES_TOGETHER.match(sheet.text, earlier.start, earlier.end):
            return Aspect(earlier.start, earlier.start, "same_service")
        if any(aspect.subtype == "overall" for aspect in aspects):
            return None
        sentence = earlier
    return _heading_aspect(sheet, sentence) if form == "prose" else None


def _last_service(sheet: Sheet, sentence: Sentence) -> Aspect | None:
    """The service named last before this sentence, or in the title."""
    for earlier in reversed(sheet.before(sentence, MOST_SENTENCES_BACK)):
        services = _services(sheet, earlier)
        if services:
            return services[-1]
    return next((aspect for aspect in title_aspects(sheet.title) if aspect.is_service), None)


def _services(sheet: Sheet, sentence: Sentence) -> tuple[Aspect, ...]:
    return tuple(aspect for aspect in aspects_in(sheet, sentence.start, sentence.end)
                 if aspect.is_service and aspect.subtype != "same_service")


def _heading_aspect(sheet: Sheet, sentence: Sentence) -> Aspect | None:
    if sentence.index == 0:
        return None
    heading = sheet.sentences[sentence.index - 1]
    if heading.form != "heading":
        return None
    found = [aspect for aspect in aspects_in(sheet, heading.start, heading.end) if aspect.is_service]
    return found[0] if found else None


def _rated(sheet: Sheet, sentence: Sentence, *, about_ratings: bool, of_health: bool) -> Iterator[Rated]:
    words = sheet.words(sentence)
    aspects = aspects_in(sheet, sentence.start, sentence.end)
    lead = sheet.sentences[sentence.lead_in] if sentence.lead_in is not None else None
    label_behind = (LABELLED_GRADE, SAID_BEFORE) if of_health else (LABELLED_GRADE,)
    context = (about_ratings or bool(RATING_WORDS.search(words)) or bool(lead and LEAD_WORDS.search(sheet.words(lead)))
               or any(pattern.match(sheet.text, aspect.end, sentence.end) for aspect in aspects for pattern in label_behind))
    grades = grades_in(sheet.text, sentence.start, sentence.end, rating_context=context)
    statuses = _order(sheet.text, sentence, grades)
    previous: Grade | None = None
    for position, grade in enumerate(grades):
        own = _aspects_of(sheet.text, sentence, grades, position, aspects)
        certain = (grade.strength == 2 or (grade.strength == 1 and (bool(own) or context))
                   or _is_stated_of(sheet, own, grade, of_health=of_health)
                   or (context and _follows_a_name(sheet, sentence, grade))
                   or statuses[position] == "ended")
        if of_another(sheet, sentence, grade.start) or NO_SERVICE.search(sheet.text[max(sentence.start, grade.start - 90):grade.start]):
            continue
        moved = previous is not None and bool(TO.match(sheet.text[previous.end:grade.start]))
        if not (certain or moved or (own and context)):
            continue
        previous = grade
        yield Rated(grade, own, statuses[position], "rating.move" if statuses[position] else "rating.grade")


def _is_stated_of(sheet: Sheet, aspects: tuple[Aspect, ...], grade: Grade, *, of_health: bool) -> bool:
    """The grade stands right behind what it is of: "Safe: good", "surgery was good", "effective and caring, good;"."""
    if not aspects or aspects[-1].end > grade.start:
        return False
    between = sheet.text[aspects[-1].end:grade.start]
    if LABEL.match(between) or (of_health and SAID_OF.match(between)):
        return True
    return bool(COMMA.match(between)) and sheet.text[grade.end:grade.end + 1] in (";", ",", ".", ")", "\n", "")


def _follows_a_name(sheet: Sheet, sentence: Sentence, grade: Grade) -> bool:
    return any(NAMED.match(sheet.text, name.end, grade.start) for name in sheet.names_in(sentence.start, grade.start) if name.code)


def _order(text: str, sentence: Sentence, grades: list[Grade]) -> list[Status | None]:
    """For each grade, ``ended`` where the sentence itself shows another in its place; None where it does not."""
    statuses: list[Status | None] = [None] * len(grades)
    for position, grade in enumerate(grades):
        before = text[max(sentence.start, grade.start - 45):grade.start]
        between = text[grade.end:grades[position + 1].start] if position + 1 < len(grades) else ""
        follows = position + 1 < len(grades)
        left = bool(FROM.search(before)) and (position > 0 or (follows and bool(TO.match(between))))
        other = follows and grades[position + 1].value != grade.value
        since = other and bool(WERE.search(before)) and bool(NOW.search(between))
        if left or since or (follows and ARROW.match(between)) or (len(grades) > 1 and WAS.search(before)):
            statuses[position] = "ended"
        elif position and statuses[position - 1] == "ended" and NOW_IT.search(before):
            statuses[position] = "current"
    return statuses


def _aspects_of(text: str, sentence: Sentence, grades: list[Grade], position: int, aspects: list[Aspect]) -> tuple[Aspect, ...]:
    grade = grades[position]
    last_end = grades[position - 1].end if position else sentence.start
    next_start = grades[position + 1].start if position + 1 < len(grades) else sentence.end
    after = [aspect for aspect in aspects if grade.end <= aspect.start < next_start]
    tail = text[grade.end:next_start]
    before = [aspect for aspect in aspects if last_end <= aspect.start < grade.start]
    if before and LABEL.match(text[before[-1].end:grade.start]):
        return _coordinated(text, before)
    if FOR.match(tail) and after:
        reach = grade.end + _first_break(tail)
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
            outside = [aspect for aspect in aspects if aside and aspect.end <= aside.start()]
            if outside:
                return _coordinated(text, outside)
        return _aspects_of(text, sentence, grades, position - 1, aspects)
    return ()


def _coordinated(text: str, before: list[Aspect]) -> tuple[Aspect, ...]:
    """The last aspect and those joined to it by commas and "and": "safe, effective and caring: good"."""
    kept = [before[-1]]
    for aspect in reversed(before[:-1]):
        if not JOINT.fullmatch(text, aspect.end, kept[0].start):
            break
        kept.insert(0, aspect)
    return tuple(kept)


def _first_break(words: str) -> int:
    found = CLAUSE_END.search(words)
    return found.start() if found else len(words)


def _last_break(words: str) -> int:
    ends = [match.end() for match in CLAUSE_END.finditer(words)]
    return ends[-1] if ends else 0


def _triggers(sheet: Sheet, sentence: Sentence, rated: Rated) -> Iterator[Trigger]:
    whole_trust = WHOLE_TRUST.search(sheet.text, sentence.start, sentence.end)
    carried = None if whole_trust else _carried(sheet, sentence)
    same = any(aspect.subtype == "same_service" for aspect in rated.aspects)
    last_service = carried or (_last_service(sheet, sentence) if same else None)
    for subtype in _subtypes(rated, carried, last_service):
        yield Trigger("rating", subtype, rated.grade.start, rated.grade.end, rated.rule, rated.grade.value, status=rated.status,
                      confidence=(0.7, 0.8, 0.85)[rated.grade.strength])


def _subtypes(rated: Rated, carried: Aspect | None, last_service: Aspect | None) -> tuple[str, ...]:
    """What is filed: a service at a hospital is the service's, a key question of a service or hospital is nobody's."""
    services = [aspect for aspect in rated.aspects if aspect.is_service]
    questions = [aspect for aspect in rated.aspects if aspect.is_key_question]
    sites = [aspect for aspect in rated.aspects if aspect.subtype == "site"]
    overall = any(aspect.subtype == "overall" for aspect in rated.aspects)
    if services:
        named = [replace(aspect, subtype=last_service.subtype) if last_service and aspect.subtype == "same_service" else aspect
                 for aspect in services]
        if questions and not overall:
            return ()
        return tuple(dict.fromkeys(aspect.subtype for aspect in named if aspect.subtype not in ("unfiled", "same_service")))
    if questions:
        if sites or (carried and not overall):
            return ()
        return tuple(dict.fromkeys(aspect.subtype for aspect in questions if aspect.subtype in KEY_QUESTIONS))
    if sites:
        return ("site",)
    if overall or carried is None:
        return ("overall",)
    return () if carried.subtype in ("unfiled", "same_service") else (carried.subtype,)
