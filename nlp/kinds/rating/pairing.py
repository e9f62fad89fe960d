"""The ratings that sentences tell: each grade with what it is of, whose it is, and which of two came first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.kinds.rating.aspects import KEY_QUESTIONS, SERVICES, Aspect, aspects_in
from nlp.kinds.rating.attach import Rated, aspects_of, in_turn, widened
from nlp.kinds.rating.ellipsis import Echo, echo_of_the_sentence_before, echoes_after
from nlp.kinds.rating.grades import GRADE, RATING_WORDS, Grade, grades_in
from nlp.kinds.rating.order import is_over, statuses_of, took_over
from nlp.kinds.rating.others import of_another
from nlp.kinds.rating.owners import is_said_of_a_name, is_said_of_it, owner_of, owner_of_aspect, stands_alone
from nlp.kinds.rating.scope import asked_of, carried_aspect, labelling_service, last_service, page_aspect, services_in
from nlp.kinds.rating.tables import find_table_ratings
from nlp.kinds.rating.wording import (
    COMMA,
    INSPECTORS,
    LABEL,
    LABELLED_GRADE,
    LEAD_WORDS,
    NO_SERVICE,
    PRONOUN,
    REGULATED,
    SAID_BEFORE,
    SAID_OF,
    SERVICES_TOGETHER,
    TO,
    TOGETHER,
    WHOLE_TRUST,
)
from nlp.leaping import LeapingPattern
from nlp.sheet import Sentence, Sheet, Trigger

NEARBY = 3
"""So many sentences on, a grade dated to the past is still told beside the one that took its place."""
TAKES_UP = re.compile(r"\W*(?:And\s+|But\s+)?(?:It|Its|They|That|This)\b")


GRADES_IN = LeapingPattern(GRADE)


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence says of one grade."""

    sentence: Sentence
    rated: Rated
    subtypes: tuple[str, ...]


def find_ratings(sheet: Sheet) -> Iterator[Trigger]:
    """All ratings in a sheet."""
    table_triggers, covered = find_table_ratings(sheet)
    yield from table_triggers
    told: list[Told] = []
    for sentence in _sentences_with_grades(sheet, covered):
        told.extend(_told_in(sheet, sentence, told))
    for position in range(len(told)):
        if told[position].rated.status is None and _superseded(sheet, told, position):
            told[position] = replace(told[position], rated=replace(told[position].rated, status="ended", rule="rating.before"))
    for one in told:
        yield from _triggers(one)


def _of_somebody(sheet: Sheet, sentence: Sentence) -> bool:
    """Whether a sentence names somebody, or takes up by a pronoun somebody that the one before names."""
    if sheet.names_in(sentence.start, sentence.end):
        return True
    return PRONOUN.match(sheet.words(sentence)) is not None and any(
        name.code for earlier in sheet.before(sentence) for name in sheet.names_in(earlier.start, earlier.end))


def _sentences_with_grades(sheet: Sheet, covered: list[tuple[int, int]]) -> list[Sentence]:
    found: dict[int, Sentence] = {}
    for grade in GRADES_IN.finditer(sheet.text):
        sentence = sheet.sentence_at(grade.start())
        if sentence and not any(start < sentence.end and sentence.start < end for start, end in covered):
            found[sentence.index] = sentence
    return list(found.values())


def _told_in(sheet: Sheet, sentence: Sentence, before: list[Told]) -> Iterator[Told]:
    of_health = sheet.once("rating.of_health", _of_health)
    nearby = (bool(before) and sentence.index - before[-1].sentence.index <= NEARBY) or any(
        LEAD_WORDS.search(sheet.text, above.start, above.end) for above in sheet.before(sentence, 2))
    found = widened(sheet, sentence, list(_rated(sheet, sentence, of_health=of_health, nearby=nearby)))
    told: list[Told] = []
    for rated in found:
        if not of_health and not rated.aspects and not _of_somebody(sheet, sentence):
            continue
        told.append(Told(sentence, rated, tuple(_subtypes_in(sheet, sentence, rated, before))))
    yield from told
    if told:
        yield from _echoed_next(sheet, sentence, told, before)


HOW = re.compile(r"\W*how\s+(?:safe|effective|caring|responsive|well[\s–-]?led)\b", re.IGNORECASE)
"""A key question in words: "How safe and well-led the service is"."""
SIDE_BY_SIDE = re.compile(r"(?:\s+services?)?\s+and\s+(?:(?:the|its|trust[’']s)\s+)*")
PLURAL = re.compile(r"(?:\s+services?)?\s+(?:are|were|have|remain|both|each)\b")
"""Between them, and behind the second: they are two, and neither is a part of the other."""


def _echoed_next(sheet: Sheet, sentence: Sentence, told: list[Told], before: list[Told]) -> Iterator[Told]:
    """What a sentence without a grade, right behind those that told some, says to have the last of them too."""
    following = sheet.sentences[sentence.index + 1] if sentence.index + 1 < len(sheet.sentences) else None
    if following is None or following.paragraph > sentence.paragraph + 1 or GRADE.search(
            sheet.text, following.start, following.end):
        return
    echo = echo_of_the_sentence_before(sheet, following)
    last = [one for one in told if one.rated.status != "ended"]
    if echo and last:
        yield from _echoed(sheet, following, echo, last[-1].rated, before)


def _of_health(sheet: Sheet) -> bool:
    """Whether a text is about regulated care at all, so that "good" may be a grade."""
    return sheet.doc_type == "cqc_report" or any(
        pattern.search(text) for pattern in (INSPECTORS, REGULATED) for text in (sheet.title, sheet.text))


def _about_ratings(sheet: Sheet) -> bool:
    return sheet.doc_type == "cqc_report" or bool(LEAD_WORDS.search(sheet.title))


def _rated(sheet: Sheet, sentence: Sentence, *, of_health: bool, nearby: bool) -> Iterator[Rated]:
    text, words = sheet.text, sheet.words(sentence)
    aspects = aspects_in(sheet, sentence.start, sentence.end)
    lead = sheet.sentences[sentence.lead_in] if sentence.lead_in is not None else None
    label_behind = (LABELLED_GRADE, SAID_BEFORE) if of_health else (LABELLED_GRADE,)
    context = (sheet.once("rating.about", _about_ratings) or nearby or bool(RATING_WORDS.search(words))
               or bool(lead and LEAD_WORDS.search(sheet.words(lead)))
               or any(pattern.match(text, aspect.end, sentence.end) for aspect in aspects for pattern in label_behind))
    grades = grades_in(text, sentence.start, sentence.end, rating_context=context, lenient=of_health)
    statuses = statuses_of(text, sentence, grades)
    turns = in_turn(sheet, sentence, grades, aspects)
    previous: Rated | None = None
    for position, grade in enumerate(grades):
        if of_another(sheet, sentence, grade.start) or NO_SERVICE.search(text[max(sentence.start, grade.start - 90):grade.start]):
            continue
        following = grades[position + 1].start if position + 1 < len(grades) else sentence.end
        own, subjects = turns[position] if turns else (
            aspects_of(text, sentence, grades, position, aspects), owner_of(sheet, sentence, grade, following))
        moved = previous is not None and bool(TO.match(text[previous.grade.end:grade.start]))
        if moved and previous and own and all(aspect.subtype == "overall" for aspect in own):
            own = (*(aspect for aspect in previous.aspects if aspect.subtype != "overall"), *own)
        asked = () if own or len(grades) > 1 else asked_of(sheet, sentence, grade)
        own = own or asked
        if own and not asked and not subjects and own[0].end <= grade.start:
            subjects = owner_of_aspect(sheet, sentence, own[0])
        certain = (bool(asked) or grade.strength == 2 or (grade.strength == 1 and (bool(own) or context)) or bool(turns)
                   or _is_stated_of(sheet, own, grade, of_health=of_health)
                   or (of_health and (bool(subjects) or is_said_of_a_name(sheet, sentence, grade)))
                   or (nearby and (is_said_of_it(sheet, sentence, grade) or stands_alone(sheet, sentence, grade)))
                   or statuses[position] == "ended")
        if not (certain or moved or (own and context)):
            continue
        rated = Rated(grade, own, statuses[position], "rating.move" if statuses[position] else "rating.grade", subjects,
                      (sheet.sentences[sentence.index - 1].start, sentence.end) if asked else None)
        yield rated
        if statuses[position] != "ended":
            for echo in echoes_after(sheet, sentence, grade.end, following):
                yield from (one.rated for one in _echoed(sheet, sentence, echo, rated, []))
        previous = rated


def _echoed(sheet: Sheet, sentence: Sentence, echo: Echo, rated: Rated, before: list[Told]) -> Iterator[Told]:
    """The rating that ellipsis gives to something else: its words stand where the ellipsis does."""
    aspects = tuple(aspects_in(sheet, echo.of_start, echo.of_end))
    of_somebody = sheet.names_in(echo.of_start, echo.of_end) or WHOLE_TRUST.search(sheet.text, echo.of_start, echo.of_end)
    if not aspects and not of_somebody:
        return
    if not of_somebody and all(aspect.is_key_question for aspect in aspects):
        # "The rating for surgery is good, as are the areas of safe and caring": surgery's own.
        aspects = (*(aspect for aspect in rated.aspects if aspect.is_service), *aspects)
    grade = Grade(echo.start, echo.end, rated.grade.value, 1)
    said = Rated(grade, aspects, None, "rating.echo")
    yield Told(sentence, said, tuple(_subtypes_in(sheet, sentence, said, before)))


def _is_stated_of(sheet: Sheet, aspects: tuple[Aspect, ...], grade: Grade, *, of_health: bool) -> bool:
    """The grade stands right behind what it is of: "Safe: good", "surgery was good", "effective and caring, good;"."""
    if not aspects or aspects[-1].end > grade.start:
        return False
    between = sheet.text[aspects[-1].end:grade.start]
    if LABEL.match(between) or (of_health and SAID_OF.match(between)):
        return True
    return bool(COMMA.match(between)) and sheet.text[grade.end:grade.end + 1] in (";", ",", ".", ")", "\n", "")


def _superseded(sheet: Sheet, told: list[Told], position: int) -> bool:
    """Whether a sentence tells a grade of the past beside one that tells another of the same thing: "It had been good"."""
    one = told[position]
    others = [(place, other) for place, other in enumerate(told[max(0, position - 4):position + 5], max(0, position - 4))
              if abs(other.sentence.index - one.sentence.index) <= NEARBY and other.rated.grade.value != one.rated.grade.value
              and other.rated.status not in ("ended", "planned") and set(other.subtypes) & set(one.subtypes)]
    if any(other.rated.status == "current" or (place > position and took_over(sheet.text, other.sentence, other.rated.grade))
           for place, other in others if other.sentence.paragraph == one.sentence.paragraph):
        return True
    return is_over(sheet.text, one.sentence, one.rated.grade) and any(
        not is_over(sheet.text, other.sentence, other.rated.grade) for _, other in others)


def _triggers(told: Told) -> Iterator[Trigger]:
    rated = told.rated
    for subtype in told.subtypes:
        yield Trigger("rating", subtype, rated.grade.start, rated.grade.end, rated.rule, rated.grade.value, status=rated.status,
                      subjects=rated.subjects or None, quote=rated.quote, confidence=(0.7, 0.8, 0.85)[rated.grade.strength])


def _subtypes_in(sheet: Sheet, sentence: Sentence, rated: Rated, before: list[Told]) -> tuple[str, ...]:
    together = not rated.aspects and TOGETHER.search(sheet.text, sentence.start, rated.grade.start)
    previous = services_in(sheet, sheet.sentences[sentence.index - 1]) if together and sentence.index else ()
    if previous:
        rated = replace(rated, aspects=previous)
    elif SERVICES_TOGETHER.match(sheet.text, sentence.start, sentence.end) and all(
            aspect.subtype in ("same_service", "overall") for aspect in rated.aspects):
        services = services_in(sheet, sheet.sentences[sentence.index - 1]) if sentence.index else ()
        named = dict.fromkeys(aspect.subtype for aspect in services if aspect.subtype in SERVICES)
        return tuple(named) if len(services) > 1 else ()
    if not any(aspect.is_service for aspect in rated.aspects) and (label := labelling_service(sheet, sentence, rated.grade.start)):
        of_it = label.subtype in SERVICES and not any(aspect.is_key_question for aspect in rated.aspects)
        return (label.subtype,) if of_it else ()
    if HOW.match(sheet.text, sentence.start, rated.grade.start) and not any(
            aspect.subtype == "overall" or aspect.is_key_question for aspect in rated.aspects):
        return ()
    whole_trust = WHOLE_TRUST.search(sheet.text, sentence.start, sentence.end) or rated.subjects
    last = before[-1] if before and before[-1].sentence.index == sentence.index - 1 else None
    if not rated.aspects and not whole_trust and last and last.subtypes in (("site",), ("overall",)) and TAKES_UP.match(
            sheet.text, sentence.start, sentence.end):
        return last.subtypes
    page = None if whole_trust else page_aspect(sheet)
    carried = None if whole_trust else carried_aspect(sheet, sentence) or page
    if carried and last and last.sentence.paragraph == sentence.paragraph and all(
            subtype in KEY_QUESTIONS or subtype == "overall" for subtype in last.subtypes) and last.subtypes:
        carried = None
    same = any(aspect.subtype == "same_service" for aspect in rated.aspects)
    services_here = [aspect for aspect in services_in(sheet, sentence) if aspect.end <= rated.grade.start] if same else []
    if page and rated.aspects and all(aspect.subtype == "overall" for aspect in rated.aspects):
        return (page.subtype,) if page.subtype in SERVICES or page.subtype == "site" else ()
    before_all = last_service(sheet, sentence) if same else None
    if _are_two_subjects(sheet, rated):
        return tuple(dict.fromkeys(aspect.subtype for aspect in rated.aspects if aspect.subtype in (*SERVICES, *KEY_QUESTIONS)))
    return _subtypes(rated, carried, services_here[-1] if services_here else carried or before_all)


def _are_two_subjects(sheet: Sheet, rated: Rated) -> bool:
    """Whether a service and a key question are told of side by side: "maternity and leadership are rated good"."""
    if len(rated.aspects) != 2 or {aspect.is_service for aspect in rated.aspects} != {True, False} or not any(
            aspect.subtype in KEY_QUESTIONS for aspect in rated.aspects):
        return False
    one, other = sorted(rated.aspects, key=lambda aspect: aspect.start)
    return (other.end <= rated.grade.start and SIDE_BY_SIDE.fullmatch(sheet.text, one.end, other.start) is not None
            and PLURAL.match(sheet.text, other.end, rated.grade.start) is not None)


def _subtypes(rated: Rated, carried: Aspect | None, last: Aspect | None) -> tuple[str, ...]:
    """What is filed: a service at a hospital is the service's, a key question of a service or hospital is nobody's."""
    services = [aspect for aspect in rated.aspects if aspect.is_service]
    questions = [aspect for aspect in rated.aspects if aspect.is_key_question]
    sites = [aspect for aspect in rated.aspects if aspect.subtype == "site"]
    overall = any(aspect.subtype == "overall" for aspect in rated.aspects)
    if services:
        if questions and not overall:
            return ()
        named = [last.subtype if last and aspect.subtype == "same_service" else aspect.subtype for aspect in services]
        return tuple(dict.fromkeys(subtype for subtype in named if subtype in SERVICES))
    if questions:
        if sites or (carried and not overall):
            return ()
        named = [aspect.subtype for aspect in questions if aspect.subtype in KEY_QUESTIONS]
        return tuple(dict.fromkeys([*named, *(["overall"] if overall and rated.rule != "rating.grade" else [])]))
    if sites:
        whole = next((aspect.start for aspect in rated.aspects if aspect.subtype == "overall"), sites[0].start)
        return ("overall", "site") if whole < sites[0].start and len(sites) > 1 else ("site",)
    if carried is None or overall:
        return ("overall",)
    return () if carried.subtype in ("unfiled", "same_service") else (carried.subtype,)
