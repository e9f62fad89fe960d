"""Published tables from the bytes of their files, whether CSV, XLSX or ODS: what their rows decide. Nothing is stored."""

from __future__ import annotations

import csv
import io

from corpora.errors import UsersMistake
from corpora.organisations import Register
from corpora.schema import PartialDate, Record, Segment
from corpora.segments.older_lists import MOST_LINES_ABOVE, decisions_by_name
from corpora.segments.rows import Decision, Refusal, Table, column_name, layouts, table_of
from corpora.text.sheet_rows import read_rows
from corpora.text.sheets import SheetFormat

Lines = list[list[str]]


class Decisions(Record):
    """What the rows of one file state."""

    segments: tuple[Segment, ...]
    refusals: tuple[Refusal, ...]
    read: int
    """How many rows it has; those that carry no decision of their own are neither."""


def read_decisions(data: bytes, *, name: str, kind: SheetFormat | None, published_on: PartialDate | None,
                   register: Register) -> Decisions:
    """The decisions of a published file.

    Args:
        kind: None for CSV. Of a spreadsheet the first sheet is read whose header is known; lines above a header do not matter.
        published_on: when it was published, where the file does not say so.

    Raises:
        UsersMistake: it is empty, no table, or of no known layout.
        UnreadableInput: the spreadsheet is broken.
    """
    if kind is None:
        sheets = [_csv_lines(data, name)]
    else:
        by_sheet: dict[int, Lines] = {}
        for row in read_rows(data, kind=kind, name=name, shown=False):
            by_sheet.setdefault(row.sheet, []).append([row.cells.get(place, "") for place in range(max(row.cells) + 1)])
        sheets = list(by_sheet.values())
    known = [table for lines in sheets if (table := _known(lines, name))]
    if known:
        table = known[0]
        judged = without_contradictions(list(table.layout.decisions(table.rows(), register)))
        read = table.read
    else:
        lines = max(sheets, key=len, default=[])
        judged = without_contradictions(list(decisions_by_name(lines, name=name, published_on=published_on, register=register)))
        read = len(judged)
    segments = [outcome.segment for outcome in judged if isinstance(outcome, Decision)]
    return Decisions(
        segments=tuple(segment if segment.published_on else segment.model_copy(update={"published_on": published_on})
                       for segment in segments),
        refusals=tuple(outcome for outcome in judged if isinstance(outcome, Refusal)), read=read)


def without_contradictions(outcomes: list[Decision | Refusal]) -> list[Decision | Refusal]:
    """Of rows of one file that say different things of the same decision the first stands, the others are refused."""
    seen: dict[tuple[str, ...], tuple[Segment, int]] = {}
    return [without_contradiction(outcome, seen) if isinstance(outcome, Decision) else outcome for outcome in outcomes]


def without_contradiction(decision: Decision, seen: dict[tuple[str, ...], tuple[Segment, int]]) -> Decision | Refusal:
    """The decision, unless one before it said otherwise."""
    segment = decision.segment
    key = (segment.org, segment.framework, segment.period, segment.league_table or "", segment.source)
    first, row = seen.setdefault(key, (segment, decision.row))
    if first == segment:
        return decision
    return Refusal(row=decision.row, value=f"{segment.org} {segment.period}", reason=f"contradicts row {row}")


def _csv_lines(data: bytes, name: str) -> Lines:
    try:
        # Only names can hold other than ASCII, and none is kept: a byte of another encoding must not stop the file.
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")))
    except csv.Error as error:
        raise UsersMistake(f"{name}: is not a readable CSV: {error}") from error


def _known(lines: Lines, name: str) -> Table | None:
    """The table that begins among the first lines, where its header is of a known layout."""
    wanted = [layout.COLUMNS for layout in layouts().values()]
    for number, line in enumerate(lines[:MOST_LINES_ABOVE]):
        columns = {column_name(cell) for cell in line}
        if any(columns >= layout for layout in wanted):
            return table_of(iter(lines[number:]), name=name)
    return None
