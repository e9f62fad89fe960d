"""Never events: how many, of which type, and those that were taken off the list again."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.kinds import Kind
from nlp.kinds.never_event.grouping import TypeCount, grouped_types
from nlp.kinds.never_event.numbers import AFTER_NAME, Total, totals_carried, totals_named, value_of
from nlp.kinds.never_event.scope import (
    DEFINITION,
    NATIONAL,
    NEAR_MISS,
    NEVER_EVENT,
    REFUSED,
    USE_OF_THE_LIST,
    WITHDRAWN,
    Level,
    Scope,
    scope_of,
)
from nlp.kinds.never_event.tables import table_sentences, table_triggers
from nlp.kinds.never_event.types import TOOTH_UNTIL
from nlp.sheet import Sentence, Sheet, Trigger
from nlp.tables import tables_in


def find_never_events(sheet: Sheet) -> Iterator[Trigger]:
    """Numbers and types of never events, with their values; none where the text has no such words."""
    scope = scope_of(sheet)
    if scope is None:
        return
    tables = tables_in(sheet)
    yield from table_triggers(sheet, tables, frozenset())
    skip = table_sentences(tables)
    for sentence in sheet.sentences:
        if scope.levels[sentence.index] is not Level.NONE and sentence.index not in skip:
            yield from _of_sentence(sheet, scope, sentence)


def _of_sentence(sheet: Sheet, scope: Scope, sentence: Sentence) -> Iterator[Trigger]:
    level = scope.levels[sentence.index]
    text, start, end = sheet.text, sentence.start, sentence.end
    withdrawn = WITHDRAWN.search(text, start, end) is not None and REFUSED.search(text, start, end) is None
    breaks = [name.start for name in sheet.names_in(start, end) if name.code]
    types = grouped_types(text, start, end, short=level is Level.NAMED, breaks=breaks, tooth=sheet.published is None or sheet.published < TOOTH_UNTIL)
    if NEAR_MISS.search(text, start, end) and not withdrawn:
        types = []
    if withdrawn and level >= Level.PARAGRAPH:
        slugs = {counted.slug: counted for counted in types}
        for counted in slugs.values():
            yield _negated(counted.slug, counted.start, counted.end, "never_event.withdrawn")
        if not slugs:
            yield _negated("unspecified", start, end, "never_event.withdrawn")
        return
    for counted in types:
        if counted.number == 0:
            yield _negated(counted.slug, counted.start, counted.end, "never_event.type")
        else:
            yield Trigger("never_event", counted.slug, counted.start, counted.end, "never_event.type", counted.number, status="current",
                          confidence=0.85 if level is Level.NAMED else 0.7)
    for total in _totals(sheet, scope, sentence, level, types):
        yield _total(total)


def _totals(sheet: Sheet, scope: Scope, sentence: Sentence, level: Level, types: list[TypeCount]) -> Iterator[Total]:
    text, start, end = sheet.text, sentence.start, sentence.end
    if level is Level.NAMED:
        if DEFINITION.search(text, start, end):
            return
        for total in totals_named(text, start, end):
            if USE_OF_THE_LIST.match(text, total.end) and total.rule != "after":
                continue
            if (total.rule == "one" and types) or _national(sheet, sentence, total):
                continue
            yield total
    if level >= Level.PARAGRAPH or types:
        for total in totals_carried(text, start, end):
            if not any(t.start < total.end and total.start < t.end for t in types) and not _national(sheet, sentence, total):
                yield total
    if level >= Level.PARAGRAPH:
        for name in sheet.names_in(start, end):
            found = AFTER_NAME.match(text, name.end, end) if name.code else None
            value = value_of(found["n"]) if found else None
            if found and value is not None:
                yield Total(found.start("n"), found.end("n"), value, "name")


def _national(sheet: Sheet, sentence: Sentence, total: Total) -> bool:
    return NATIONAL.search(sheet.text, sentence.start, sentence.end) is not None and (
        total.number > 20 or not any(name.code for name in sheet.names_in(sentence.start, sentence.end)))


def _total(total: Total) -> Trigger:
    if total.number == 0:
        return _negated("unspecified", total.start, total.end, f"never_event.{total.rule}")
    return Trigger("never_event", "unspecified", total.start, total.end, f"never_event.{total.rule}", total.number, status="current", confidence=0.8)


def _negated(slug: str, start: int, end: int, rule: str) -> Trigger:
    return Trigger("never_event", slug, start, end, rule, 0, status="negated", confidence=0.75)


KIND = Kind("never_event", NEVER_EVENT, find_never_events)
