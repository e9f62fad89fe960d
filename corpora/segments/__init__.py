"""The published segmentation and league-table files, imported in their real layouts.

One module a layout; a new layout is a new module here with ``COLUMNS`` and ``decisions``, and no list is edited.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from pathlib import Path

from corpora.organisations import Register
from corpora.schema import Issue, PartialDate, Record, Segment
from corpora.segments.rows import Decision, Refusal, open_table
from corpora.segments.tables import Decisions, read_decisions, without_contradiction
from corpora.store import Store


class SegmentImport(Record):
    """What became of the rows of one file: ``read = imported + unchanged + refused + other``, always."""

    file: str
    read: int
    imported: int
    unchanged: int
    refused: int
    other: int
    """Rows that carry no decision of their own: other metrics, and the details that went into a decision's row."""
    issues: tuple[Issue, ...] = ()
    """The refused rows, each with its reason."""


def import_segments(
    store: Store, path: Path, *, published_on: PartialDate | None = None, register: Register | None = None,
) -> SegmentImport:
    """Import one published file, all of it in one transaction; importing it again changes nothing.

    The file's refused rows are its issues, in place of those that an earlier state of it had.

    Args:
        path: a CSV file or a workbook (.xlsx, .ods) in a layout of this package, recognised by its header.
        published_on: the day of publication, where neither the file nor its name (``…_2026-03-12.csv``) says it.
        register: the organisations that may have a segment; the packaged register by default.

    Raises:
        UsersMistake: the file is missing, empty, unreadable or of no known layout; nothing is written.
    """
    known = register or Register.load()
    published = published_on or date_in_name(path.name)
    counts = dict.fromkeys(("read", "imported", "unchanged", "refused"), 0)
    issues: list[Issue] = []
    seen: dict[tuple[str, ...], tuple[Segment, int]] = {}
    with open_table(path) as table, store.atomic():
        for outcome in table.layout.decisions(table.rows(), known):
            judged = without_contradiction(outcome, seen) if isinstance(outcome, Decision) else outcome
            if isinstance(judged, Refusal):
                issue = Issue(stage="segments", where=f"{path.name} row {judged.row}", value=judged.value, reason=judged.reason)
                issues.append(issue)
                counts["refused"] += 1
                continue
            segment = judged.segment
            if segment.published_on is None and published is not None:
                segment = segment.model_copy(update={"published_on": published})
            counts[store.add_segment(segment)] += 1
        store.replace_issues("segments", path.name, issues)
        counts["read"] = table.read
    other = counts["read"] - counts["imported"] - counts["unchanged"] - counts["refused"]
    return SegmentImport(file=path.name, **counts, other=other, issues=tuple(issues))


def check_layout(path: Path) -> None:
    """Only look whether the file is there, of a known layout, and a table to its end.

    Raises:
        UsersMistake: it is not.
    """
    with open_table(path) as table:
        for _ in table.rows():
            pass


def date_in_name(name: str) -> PartialDate | None:
    """The day that a file name carries, such as ``league-table_2026-03-12.csv``, or None."""
    for found in re.findall(r"(?<!\d)20\d\d-\d\d-\d\d(?!\d)", name):
        with contextlib.suppress(ValueError):
            return datetime.date.fromisoformat(found).isoformat()
    return None


__all__ = ["Decisions", "SegmentImport", "check_layout", "date_in_name", "import_segments", "read_decisions"]
