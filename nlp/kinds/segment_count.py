"""How many organisations are in a segment: counts of no organisation in particular."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.kinds import Kind
from nlp.kinds.segment import SCAN
from nlp.kinds.segment.counts import NO_SLUG, counts_of, of_the_named
from nlp.kinds.segment.framework import framework_of
from nlp.kinds.segment.lists import table_sentences
from nlp.kinds.segment.marks import marks_of
from nlp.sheet import Sheet, Trigger
from nlp.tables import tables_in


def find_segment_counts(sheet: Sheet) -> Iterator[Trigger]:
    """Counts of trusts, systems or providers in a segment, with the value ``"<n>:<segment>:<group>"``."""
    if SCAN.search(sheet.text) is None and SCAN.search(sheet.title) is None:
        return
    framework = framework_of(sheet)
    for count in counts_of(sheet, marks_of(sheet, table_sentences(sheet, tables_in(sheet)))):
        if count.group == NO_SLUG or of_the_named(sheet, count):
            continue
        yield Trigger("segment_count", framework, count.start, count.end, "segment_count.number",
            f"{count.number}:{count.value}:{count.group}",
                      status="ended" if count.earlier else "current", impersonal=True, quote=(count.start, count.end),
                      confidence=0.85)


KIND = Kind("segment_count", (SCAN,), find_segment_counts, unnamed=(SCAN,))
