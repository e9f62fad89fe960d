"""Never events: how many, of which type, and those that were taken off the list again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.kinds import Kind
from nlp.kinds.never_event.cues import AMERICAN, LIST_TALK, NATIONAL, SINCE
from nlp.kinds.never_event.numbers import Total
from nlp.kinds.never_event.reading import Reading, read_sentence
from nlp.kinds.never_event.scope import ABBREVIATED_SURELY, NEVER_EVENT, Level, scope_of
from nlp.kinds.never_event.tables import bare_rows, table_triggers
from nlp.sheet import Sentence, Sheet, Subject, Trigger
from nlp.tables import tables_in

MANY_PATIENTS = re.compile(r"\b(?:\d{2,}|\d{1,3},\d{3}|dozens of|hundreds of|scores of)\s+(?:patients|people)\b", re.IGNORECASE)
TAKEN_UP = 3
"""Sentences back to a type that a withdrawal may mean."""


def find_never_events(sheet: Sheet) -> tuple[Trigger, ...]:
    """Numbers and types of never events, with their values; none where the text has no such words."""
    return sheet.once("never_events", lambda of: tuple(_find(of)))


def _find(sheet: Sheet) -> Iterator[Trigger]:
    if scope_of(sheet) is None:
        return
    from_tables = [*table_triggers(sheet, tables_in(sheet)), *bare_rows(sheet)]
    yield from from_tables
    scope = scope_of(sheet, frozenset(row.index for trigger in from_tables if (row := sheet.sentence_at(trigger.start))))
    if scope is None:
        return
    skip = {trigger.quote for trigger in from_tables}
    readings: list[Reading] = []
    national: int | None = None
    of_the_list: int | None = None
    for sentence in sheet.sentences:
        level = scope.levels[sentence.index]
        if level is Level.NONE or (sentence.start, sentence.end) in skip:
            continue
        if AMERICAN.search(sheet.text, sentence.start, sentence.end):
            continue
        named = any(name.all_codes for name in sheet.names_in(sentence.start, sentence.end))
        if NATIONAL.search(sheet.text, sentence.start, sentence.end) and not named:
            national = sentence.paragraph
        reading = read_sentence(sheet, sentence, level, readings[-1] if readings else None, _typed_before(sentence, readings))
        if LIST_TALK.search(sheet.text, sentence.start, sentence.end) and not named and not reading.totals:
            of_the_list = sentence.paragraph
        if sentence.paragraph not in (national, of_the_list) or named:
            readings.append(reading)
    typed = {reading.sentence.paragraph for reading in readings if reading.types}
    for reading in readings:
        if reading.sentence.paragraph in typed:
            reading.totals = [total for total in reading.totals if total.rule != "article"]
        yield from _triggers(sheet, reading)


def _typed_before(sentence: Sentence, readings: Sequence[Reading]) -> Reading | None:
    """The last reading of this paragraph, up to three sentences back, that names a type: what "it was downgraded" takes up."""
    for reading in reversed(readings[-3:]):
        near = reading.sentence.paragraph == sentence.paragraph and sentence.index - reading.sentence.index <= TAKEN_UP
        if near and reading.types:
            return reading
    return None


def _triggers(sheet: Sheet, reading: Reading) -> Iterator[Trigger]:
    start, end = reading.sentence.start, reading.sentence.end
    since = SINCE.search(sheet.text, start, reading.types[0].start) if reading.types else None
    if reading.negated_one and not reading.withdrawn and since:
        yield _negated("unspecified", *(reading.denial or (start, since.start())), "never_event.none_since")
        reading.negated_one = False
    if reading.withdrawn or (reading.negated_one and reading.types):
        for slug, counted in {counted.slug: counted for counted in reading.types}.items():
            yield _negated(slug, counted.start, counted.end, "never_event.withdrawn")
        if not reading.types:
            yield _negated("unspecified", *(reading.denial or (start, end)), "never_event.withdrawn")
        for total in reading.totals:
            if total.rule not in ("article", "one"):
                yield _total(total, reading.subjects.get(total.start))
        return
    if reading.negated_one:
        yield _negated("unspecified", *(reading.denial or (start, end)), "never_event.none_had")
    many = MANY_PATIENTS.search(sheet.text, start, end)
    for counted in reading.types:
        if many and counted.number in (None, 1):
            continue  # a count of patients over years or countries, not of one event
        if counted.number == 0:
            yield _negated(counted.slug, counted.start, counted.end, "never_event.type")
        else:
            yield Trigger("never_event", counted.slug, counted.start, counted.end, "never_event.type", counted.number,
                          status="current", confidence=0.85 if reading.level is Level.NAMED else 0.7)
    for total in reading.totals:
        if (total.rule in ("article", "one") and reading.types) or (total.rule == "article" and reading.negated_one):
            continue
        inside = any(t.start < total.end and total.start < t.end for t in reading.types)
        if inside and total.rule not in ("name", "answer", "total", "after"):
            continue
        yield _total(total, reading.subjects.get(total.start))


def _total(total: Total, subjects: tuple[Subject, ...] | None) -> Trigger:
    if total.number == 0:
        return _negated("unspecified", total.start, total.end, f"never_event.{total.rule}", subjects)
    return Trigger("never_event", "unspecified", total.start, total.end, f"never_event.{total.rule}", total.number,
                   status="current", subjects=subjects, confidence=0.8)


def _negated(slug: str, start: int, end: int, rule: str, subjects: tuple[Subject, ...] | None = None) -> Trigger:
    return Trigger("never_event", slug, start, end, rule, 0, status="negated", subjects=subjects, confidence=0.75)


KIND = Kind("never_event", (NEVER_EVENT, ABBREVIATED_SURELY), find_never_events)
