"""Segments of the oversight frameworks: SOF 2016 to mid-2022, NOF from July 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora.schema import Status
from nlp.kinds import Kind
from nlp.kinds.segment.counts import Count, counts_of
from nlp.kinds.segment.framework import framework_of
from nlp.kinds.segment.lists import listed, parallel, table_sentences, table_triggers, under_lead_in
from nlp.kinds.segment.marks import Mark, marks_of
from nlp.kinds.segment.moves import is_left_behind, moves_of, step_from
from nlp.sheet import Sheet, Subject, Trigger
from nlp.tables import tables_in

SCAN = re.compile(r"\bseg(?:[-‐]\s*)?m?(?:rn)?(?:ent)?|\b[SN]OF(?:\b|[1-5])|oversight\s+framework", re.IGNORECASE)
GENERIC = re.compile(
    r"(?:\b(?:any|all|every|each|those|providers?|trusts|organi[sz]ations?|ICBs|systems|bodies|anyone|everyone|nobody|no\s+\w+|whoever|being|a\s+trust|an?\s+organisation|an\s+ICB|"
    r"what|definition\s+of|criteria\s+for|freedoms?\s+of)\s+(?:(?:who|which|that|placed|are|is|put|rated|currently|now|already|going|entering|found|in|into|allocated|assigned)\s+){0,5}(?:in(?:to)?\s+|to\s+)?(?:the\s+)?)$",
    re.IGNORECASE)
DEFINES = re.compile(r"[\"”’']?\s*(?:\([^)]{3,80}\)|is\s+for\b|are\s+for\b|means?\b|denotes?\b|applies\b|signif|is\s+reserved|being\s+the\b|=|covers\b|support\b|criteria\b|entry\b)", re.IGNORECASE)
SCALE = re.compile(r"\bfrom\s+(?:segment\s+)?(?:1|one)\b[^.]{0,60}\bto\s+(?:segment\s+)?(?:4|5|four|five)\b|\b(?:four|five|4|5)\s+(?:oversight\s+)?segments\b", re.IGNORECASE)


def find_segments(sheet: Sheet) -> Iterator[Trigger]:
    """Everything that may say which segment an organisation is, was or will be in."""
    if SCAN.search(sheet.text) is None:
        return
    framework = framework_of(sheet)
    tables = tables_in(sheet)
    yield from table_triggers(sheet, framework, tables)
    skip = table_sentences(tables)
    marks = marks_of(sheet, skip)
    counted = {count.mark: count for count in counts_of(sheet, marks)}
    by_sentence: dict[int, list[Mark]] = {}
    for mark in marks:
        by_sentence.setdefault(mark.sentence.index, []).append(mark)
    yield from under_lead_in(sheet, framework, by_sentence, skip)
    for together in by_sentence.values():
        yield from _of_sentence(sheet, framework, together, counted)


def _of_sentence(sheet: Sheet, framework: str, marks: Sequence[Mark], counted: dict[Mark, Count]) -> Iterator[Trigger]:
    moved: set[Mark] = set()
    if SCALE.search(sheet.text, marks[0].sentence.start, marks[0].sentence.end):
        marks = [mark for mark in marks if not SCALE.search(sheet.text, max(mark.sentence.start, mark.start - 80), min(mark.sentence.end, mark.end + 80))]
    for move in moves_of(sheet, marks):
        moved |= {move.old, move.new}
        yield _trigger(framework, move.old, "segment.moved_from", status=move.old_status)
        yield _trigger(framework, move.new, "segment.moved_to", status=move.new_status)
    pairs = parallel(sheet, [mark for mark in marks if mark not in moved])
    for position, mark in enumerate(marks):
        if mark in moved or _says_nothing_of_one(sheet, mark, counted.get(mark)):
            continue
        stepped = step_from(sheet, mark)
        if stepped is not None:
            yield _trigger(framework, mark, "segment.stepped_to", value=stepped, status="current")
        if stepped is not None or is_left_behind(sheet, mark):
            yield _trigger(framework, mark, "segment.left_behind", status="ended")
            continue
        until = marks[position + 1].start if position + 1 < len(marks) else mark.sentence.end
        yield _trigger(framework, mark, f"segment.{mark.form}", subjects=pairs.get(mark) or listed(sheet, mark, until))


def _says_nothing_of_one(sheet: Sheet, mark: Mark, count: Count | None) -> bool:
    """A count that names nobody, a definition, or words about whoever is in a segment."""
    named = any(name.code for name in sheet.names_in(mark.sentence.start, mark.sentence.end))
    if count is not None and not named:
        return True
    before = sheet.text[max(mark.sentence.start, mark.start - 70):mark.start]
    if GENERIC.search(before) and not named:
        return True
    return not named and DEFINES.match(sheet.text, mark.end, mark.sentence.end) is not None


def _trigger(framework: str, mark: Mark, rule: str, *, value: int | None = None, status: Status | None = None,
             subjects: tuple[Subject, ...] | None = None) -> Trigger:
    return Trigger("segment", framework, mark.start, mark.end, rule, mark.value if value is None else value, status=status, subjects=subjects,
                   confidence=0.85 if mark.strong else 0.7)


KIND = Kind("segment", SCAN, find_segments)
