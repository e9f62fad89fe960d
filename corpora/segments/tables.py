"""Published tables from the bytes of their files, whether CSV, XLSX or ODS: what their rows decide. Nothing is stored."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from corpora.errors import UsersMistake
from corpora.official.records import DomainScore
from corpora.official.releases import release_name
from corpora.organisations import Register
from corpora.schema import PartialDate, Record, Segment
from corpora.segments.older_lists import MOST_LINES_ABOVE, decisions_by_name
from corpora.segments.rows import Decision, Fact, Given, Layout, Outcome, Refusal, Table, column_name, known_layout, table_of
from corpora.segments.workbooks import workbook_kind
from corpora.text.reading import refuse_oversize
from corpora.text.sheet_rows import read_rows
from corpora.text.sheets import SheetFormat

Lines = list[list[str]]


class Decisions(Record):
    """What the rows of one file state."""

    segments: tuple[Segment, ...]
    facts: tuple[DomainScore, ...] = ()
    """Scores of single domains."""
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
    sheets = [_csv_lines(data, name)] if kind is None else _sheets(data, kind, name)
    known = [table for lines in sheets if (table := _known(lines, name))]
    if known:
        table = known[0]
        given = Given(name=name, published_on=published_on)
        judged = without_contradictions(list(table.layout.outcomes(table.rows(), register, given)))
        read = table.read
    else:
        lines = max(sheets, key=len, default=[])
        judged = without_contradictions(list(decisions_by_name(lines, name=name, published_on=published_on, register=register)))
        read = len(judged)
    segments = [outcome.segment for outcome in judged if isinstance(outcome, Decision)]
    released = bool(known) and is_released(known[0].layout)
    publication = release_name((segment.period for segment in segments), name) if released else None
    return Decisions(
        segments=tuple(published(segment, on=published_on, publication=publication) for segment in segments),
        facts=tuple(outcome.fact.model_copy(update={"published_on": published_on, "publication": publication})
                    for outcome in judged if isinstance(outcome, Fact) and isinstance(outcome.fact, DomainScore)),
        refusals=tuple(outcome for outcome in judged if isinstance(outcome, Refusal)), read=read)


def published(segment: Segment, *, on: PartialDate | None, publication: str | None) -> Segment:
    """A decision with the day of publication and the release, where its row does not say them."""
    return segment.model_copy(update={"published_on": segment.published_on or on,
                                      "publication": segment.publication or publication})


def is_released(layout: Layout) -> bool:
    """Whether files of a layout are NHS England's own, one a release."""
    return bool(getattr(layout, "RELEASED", False))


def without_contradictions(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Of rows of one file that say different things of the same decision the first stands, the others are refused."""
    seen: dict[tuple[str, ...], tuple[Segment, int]] = {}
    return [without_contradiction(outcome, seen) if isinstance(outcome, Decision) else outcome for outcome in outcomes]


def without_contradiction(decision: Decision, seen: dict[tuple[str, ...], tuple[Segment, int]]) -> Decision | Refusal:
    """The decision, unless one before it said otherwise."""
    segment = decision.segment
    key = (segment.org, segment.framework, segment.period, segment.league_table or "", segment.source, segment.publication or "")
    first, row = seen.setdefault(key, (segment, decision.row))
    if first == segment:
        return decision
    return Refusal(row=decision.row, value=f"{segment.org} {segment.period}", reason=f"contradicts row {row}")


def lines_of(path: Path) -> list[Lines]:
    """The lines of a CSV file or of each sheet of a workbook, from the file.

    Raises:
        UsersMistake: it cannot be read, or is larger than any list.
    """
    kind = workbook_kind(path)
    refuse_oversize(path.stat().st_size, name=str(path), pdf=False)
    if kind:
        with path.open("rb") as data:
            return _sheets(data, kind, str(path))
    return [_csv_lines(path.read_bytes(), str(path))]


def _sheets(data: bytes | IO[bytes], kind: SheetFormat, name: str) -> list[Lines]:
    by_sheet: dict[int, Lines] = {}
    for row in read_rows(data, kind=kind, name=name, shown=False):
        by_sheet.setdefault(row.sheet, []).append([row.cells.get(place, "") for place in range(max(row.cells) + 1)])
    return list(by_sheet.values())


def _csv_lines(data: bytes, name: str) -> Lines:
    try:
        # Only names can hold other than ASCII, and none is kept: a byte of another encoding must not stop the file.
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")))
    except csv.Error as error:
        raise UsersMistake(f"{name}: is not a readable CSV: {error}") from error


def _known(lines: Lines, name: str) -> Table | None:
    """The table that begins among the first lines, where its header is of a known layout."""
    for number, line in enumerate(lines[:MOST_LINES_ABOVE]):
        if known_layout([column_name(cell.lstrip("\ufeff")) for cell in line]):
            return table_of(iter(lines[number:]), name=name)
    return None
