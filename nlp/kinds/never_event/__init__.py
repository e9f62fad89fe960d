"""Never events: how many, of which type, and those that were taken off the list again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlp.kinds import Kind
from nlp.kinds.never_event.grouping import TypeCount, grouped_types
from nlp.kinds.never_event.numbers import AFTER_NAME, ANSWER, Total, totals_carried, totals_named, value_of
from nlp.kinds.never_event.scope import (
    AIM,
    AMERICAN,
    ASSERTS_AFTER,
    ASSERTS_BEFORE,
    DEFINITION,
    EXAMPLES,
    LIST_TALK,
    NATIONAL,
    NEAR_MISS,
    NEGATED_ONE,
    NEVER_EVENT,
    NO_SINGLE,
    REFUSED,
    SINCE,
    STANDS_DOWN,
    UNREAL,
    USE_OF_THE_LIST,
    WITHDRAWN,
    Level,
    scope_of,
)
from nlp.kinds.never_event.tables import table_triggers
from nlp.kinds.never_event.types import TOOTH_UNTIL
from nlp.sheet import Sentence, Sheet, Subject, Trigger
from nlp.tables import tables_in

GOES_ON = re.compile(r"(?:both|all|one|two|three|four|five|the\s+(?:first|second|third|fourth|fifth|other|last|remaining|single|only)|these|they|of\s+(?:these|the|them)|another|in\s+(?:one|another|the)|each|a\s+(?:second|third))\b", re.IGNORECASE)
POINTS_BACK = re.compile(r"(?:it|this|that|the\s+(?:\w+\s+)?(?:incident|event|case|report|fall|entry|one)|which|these|they|on\s+review|later|subsequently|after\s+review|following|de-?escalated|downgraded|withdrawn|stood\s+down|stepped\s+down)\b", re.IGNORECASE)
MANY_SENTENCES = 3
COMPARES = re.compile(r"(?:this|it|that|which|\(|compare|against|up\s+from|down\s+from|v\.|the\s+(?:trust|figure|total)|\w+,?\s+(?:compared|against|up|down))", re.IGNORECASE)
PLURAL = re.compile(r"(?<!i)(?:s|teeth)$", re.IGNORECASE)
PATIENTS = re.compile(r"[:(–—-]\s*(?:patients|people|children)\b[^.;]*$", re.IGNORECASE)
MOST_OF_A_TRUST = 40
"""No trust has had more never events in a year: larger numbers are of the country."""


@dataclass
class Reading:
    """What one sentence says of never events, before its neighbours are heard."""

    sentence: Sentence
    level: Level
    types: list[TypeCount] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    withdrawn: bool = False
    negated_one: bool = False
    subjects: dict[int, tuple[Subject, ...]] = field(default_factory=dict)
    """For totals that stand beside a name, by where they start."""


def find_never_events(sheet: Sheet) -> Iterator[Trigger]:
    """Numbers and types of never events, with their values; none where the text has no such words."""
    if scope_of(sheet) is None:
        return
    from_tables = list(table_triggers(sheet, tables_in(sheet)))
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
        if level is Level.NONE or (sentence.start, sentence.end) in skip or AMERICAN.search(sheet.text, sentence.start, sentence.end):
            continue
        named = any(name.all_codes for name in sheet.names_in(sentence.start, sentence.end))
        if NATIONAL.search(sheet.text, sentence.start, sentence.end) and not named:
            national = sentence.paragraph
        reading = _read(sheet, sentence, level, readings[-1] if readings else None)
        if LIST_TALK.search(sheet.text, sentence.start, sentence.end) and not named and not reading.totals:
            of_the_list = sentence.paragraph
        if sentence.paragraph not in (national, of_the_list) or named:
            readings.append(reading)
    typed = {reading.sentence.paragraph for reading in readings if reading.types}
    for reading in readings:
        if reading.sentence.paragraph in typed:
            reading.totals = [total for total in reading.totals if total.rule != "article"]
        yield from _triggers(sheet, reading)


def _read(sheet: Sheet, sentence: Sentence, level: Level, before: Reading | None) -> Reading:
    text, start, end = sheet.text, sentence.start, sentence.end
    near = before is not None and sentence.index - before.sentence.index == 1 and sentence.paragraph == before.sentence.paragraph
    reading = Reading(sentence, level)
    reading.totals = list(_totals(sheet, sentence, level, before if near else None, reading.subjects))
    total = next((t.number for t in reading.totals if t.number > 1 and t.rule != "ordinal"), None)
    if total is None and near and before is not None:
        total = next((t.number for t in before.totals if t.number > 1 and t.rule != "ordinal"), None)
    exemplary = EXAMPLES.search(text, start, end) is not None or (level is Level.NAMED and DEFINITION.search(text, start, end) is not None)
    if not exemplary and not (sentence.form == "heading" and len(sheet.sentences) > MANY_SENTENCES):
        short = level is Level.NAMED or (level is Level.PARAGRAPH and (GOES_ON.match(text, start, end) is not None or bool(reading.totals)))
        breaks = [name.start for name in sheet.names_in(start, end) if name.all_codes]
        reading.types = [count for count in grouped_types(text, start, end, short=short, breaks=breaks, total=total,
                                                          tooth=sheet.published is None or sheet.published < TOOTH_UNTIL)
                         if count.number <= MOST_OF_A_TRUST]
    reading.withdrawn = (WITHDRAWN.search(text, start, end) is not None and REFUSED.search(text, start, end) is None
                         and STANDS_DOWN.search(text, start, end) is None)
    if level is Level.NAMED and (denied := NEGATED_ONE.search(text, start, end)):
        reading.negated_one = UNREAL.search(denied.group()) is None
    if level is Level.NAMED and NO_SINGLE.search(text, start, end) and (reading.types or (near and before is not None and before.types)):
        reading.negated_one = True
    _give_the_total(text, reading, total)
    if NEAR_MISS.search(text, start, end) and not reading.withdrawn and not reading.negated_one:
        reading.types = []
    if reading.withdrawn and not reading.types:
        points_back = (near and before is not None and bool(before.types) and POINTS_BACK.match(text, start, end) is not None
                       and not any(name.code and name.form != "anaphor" for name in sheet.names_in(start, end)))
        if points_back and before is not None:
            before.withdrawn = True
        elif level is not Level.NAMED and not POINTS_BACK.match(text, start, end):
            reading.withdrawn = False
        if points_back:
            reading.withdrawn = False
            reading.totals = [t for t in reading.totals if t.rule not in ("article", "one")]
    if reading.negated_one and not reading.types and near and before is not None and before.types and POINTS_BACK.search(text[start:end]):
        before.withdrawn = True
    return reading


def _give_the_total(text: str, reading: Reading, total: int | None) -> None:
    """ "Two never events (retained swabs)": one type, in the plural and without a number of its own, makes up the total."""
    if total is not None and len(reading.types) == 1 and reading.types[0].number == 1:
        only = reading.types[0]
        if PLURAL.search(text[only.start:only.end]) or PATIENTS.search(text[reading.sentence.start:only.start]):
            reading.types = [TypeCount(only.start, only.end, only.slug, total)]


def _totals(sheet: Sheet, sentence: Sentence, level: Level, before: Reading | None, subjects: dict[int, tuple[Subject, ...]]) -> Iterator[Total]:
    text, start, end = sheet.text, sentence.start, sentence.end
    if level is Level.NAMED:
        if DEFINITION.search(text, start, end):
            return
        for total in totals_named(text, start, end):
            if total.rule != "after" and USE_OF_THE_LIST.match(text, total.end):
                continue
            if total.rule == "article" and not _asserted(text, start, total, end):
                continue
            if total.number == 0 and AIM.search(text[max(start, total.start - 60):total.start]):
                continue
            if not _national(sheet, sentence, total):
                yield total
    if level >= Level.PARAGRAPH:
        carried = list(totals_carried(text, start, end))
        first = min((total.start for total in carried if total.rule != "compared"), default=end)
        for total in carried:
            if total.rule == "compared" and level is not Level.NAMED and first > total.start and not COMPARES.match(text, start, end):
                continue
            if not _national(sheet, sentence, total):
                yield total
        if before is not None and before.level is Level.NAMED and (answer := ANSWER.match(text, start, end)):
            value = value_of(answer["n"])
            if value is not None and answer["n"].lower() not in ("a", "an", "both", "another"):
                yield Total(answer.start("n"), answer.end("n"), value, "answer")
        for name in sheet.names_in(start, end):
            found = AFTER_NAME.match(text, name.end, end) if name.all_codes else None
            value = value_of(found["n"]) if found else None
            if found and value is not None:
                subjects[found.start("n")] = tuple(Subject(code, 0.9, "beside", name) for code in name.all_codes)
                yield Total(found.start("n"), found.end("n"), value, "name")


def _asserted(text: str, start: int, total: Total, end: int) -> bool:
    """ "A never event" counts where the text says that it happened, and not where it defines, fears or denies one."""
    before = text[max(start, total.start - 70):total.start]
    return UNREAL.search(before) is None and (ASSERTS_BEFORE.search(before) is not None or ASSERTS_AFTER.match(text, total.end, end) is not None)


def _national(sheet: Sheet, sentence: Sentence, total: Total) -> bool:
    return total.number > MOST_OF_A_TRUST or (NATIONAL.search(sheet.text, sentence.start, sentence.end) is not None
                                              and not any(name.all_codes for name in sheet.names_in(sentence.start, sentence.end)))


def _triggers(sheet: Sheet, reading: Reading) -> Iterator[Trigger]:
    start, end = reading.sentence.start, reading.sentence.end
    if reading.negated_one and reading.types and not reading.withdrawn and (since := SINCE.search(sheet.text, start, reading.types[0].start)):
        yield _negated("unspecified", start, since.start(), "never_event.none_since")
        reading.negated_one = False
    if reading.withdrawn or (reading.negated_one and reading.types):
        for slug, counted in {counted.slug: counted for counted in reading.types}.items():
            yield _negated(slug, counted.start, counted.end, "never_event.withdrawn")
        if not reading.types:
            yield _negated("unspecified", start, end, "never_event.withdrawn")
        for total in reading.totals:
            if total.rule not in ("article", "one"):
                yield _total(total, reading.subjects.get(total.start))
        return
    if reading.negated_one:
        yield _negated("unspecified", start, end, "never_event.none_had")
    for counted in reading.types:
        if counted.number == 0:
            yield _negated(counted.slug, counted.start, counted.end, "never_event.type")
        else:
            yield Trigger("never_event", counted.slug, counted.start, counted.end, "never_event.type", counted.number, status="current",
                          confidence=0.85 if reading.level is Level.NAMED else 0.7)
    for total in reading.totals:
        if (total.rule in ("article", "one") and reading.types) or (total.rule == "article" and reading.negated_one):
            continue
        if total.rule not in ("name", "answer") and any(t.start < total.end and total.start < t.end for t in reading.types) and total.rule not in ("total", "after"):
            continue
        yield _total(total, reading.subjects.get(total.start))


def _total(total: Total, subjects: tuple[Subject, ...] | None) -> Trigger:
    if total.number == 0:
        return _negated("unspecified", total.start, total.end, f"never_event.{total.rule}", subjects)
    return Trigger("never_event", "unspecified", total.start, total.end, f"never_event.{total.rule}", total.number, status="current",
                   subjects=subjects, confidence=0.8)


def _negated(slug: str, start: int, end: int, rule: str, subjects: tuple[Subject, ...] | None = None) -> Trigger:
    return Trigger("never_event", slug, start, end, rule, 0, status="negated", subjects=subjects, confidence=0.75)


KIND = Kind("never_event", NEVER_EVENT, find_never_events)
