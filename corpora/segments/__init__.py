"""The published files of the official view, imported in their real layouts.

One module a layout; a new layout is a new module here with ``COLUMNS`` and ``outcomes``, and no list is edited. The lists by name
of 2016 to 2025, which no fixed header tells, are what is tried last.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from tqdm import tqdm

from corpora.errors import UsersMistake
from corpora.official.records import OfficialRating
from corpora.official.releases import release_name
from corpora.organisations import Register
from corpora.schema import Issue, PartialDate, Record, Segment
from corpora.segments.older_lists import decisions_by_name, holds_a_list
from corpora.segments.rows import Decision, Fact, Given, Other, Outcome, Refusal, UnknownLayout, open_table
from corpora.segments.tables import Decisions, is_released, lines_of, published, read_decisions, without_contradiction
from corpora.store import Store

PACKAGED = ("segments.csv", "domain_scores.csv", "never_events.csv", "ratings.csv")
"""The official facts that ship with softintel, under ``corpora/reference``."""


class SegmentImport(Record):
    """What became of the rows of one file: ``read = imported + unchanged + refused + other``, always."""

    file: str
    read: int
    imported: int
    unchanged: int
    refused: int
    other: int
    """Rows that state nothing of their own: other metrics, and the details that went into a decision's row."""
    other_by_reason: dict[str, int] = {}
    issues: tuple[Issue, ...] = ()
    """The refused rows, each with its reason."""


def import_segments(
    store: Store, path: Path, *, published_on: PartialDate | None = None, register: Register | None = None, year: str | None = None,
    progress: bool = False,
) -> SegmentImport:
    """Import one published file, all of it in one transaction; importing it again changes nothing.

    The file's refused rows are its issues, in place of those that an earlier state of it had.

    Args:
        path: a CSV file or a workbook (.xlsx, .ods) in a layout of this package, recognised by its header.
        published_on: the day of publication, where neither the file nor its name (``…_2026-03-12.csv``) says it.
        register: the organisations that may have a segment; the packaged register by default.
        year: the NHS year of a table of never events, where its name does not say it.
        progress: show a bar on a terminal; a file of ratings takes minutes.

    Raises:
        UsersMistake: the file is missing, empty, unreadable or of no known layout, or lacks a date that its rows need; nothing
            is written.
    """
    given = Given(name=path.name, published_on=published_on or date_in_name(path.name), year=year)
    counts = dict.fromkeys(("read", "imported", "unchanged", "refused"), 0)
    reasons: Counter[str] = Counter()
    issues: list[Issue] = []
    with store.atomic():
        rows = _judged(path, register or Register.load(), given)
        for outcome in tqdm(rows, desc="Importing", unit=" rows", leave=False, disable=None if progress else True):
            counts["read"] += 1
            if isinstance(outcome, Refusal):
                issues.append(Issue(stage="segments", where=f"{path.name} row {outcome.row}", value=outcome.value,
                                    reason=outcome.reason))
                counts["refused"] += 1
            elif isinstance(outcome, Other):
                reasons[outcome.reason] += 1
            elif isinstance(outcome, Decision):
                counts[store.add_segment(outcome.segment)] += 1
            else:
                counts[store.add_fact(outcome.fact)] += 1
        store.replace_issues("segments", path.name, issues)
    return SegmentImport(file=path.name, **counts, other=reasons.total(), other_by_reason=dict(sorted(reasons.items())),
                         issues=tuple(issues))


def import_packaged(store: Store, *, register: Register | None = None) -> tuple[SegmentImport, ...]:
    """Import the official facts that ship with softintel; what is already there stays unchanged."""
    results = []
    for name in PACKAGED:
        with as_file(files("corpora").joinpath("reference", name)) as path:
            results.append(import_segments(store, path, register=register))
    return tuple(results)


def check_layout(path: Path, *, published_on: PartialDate | None = None, year: str | None = None,
                 register: Register | None = None, to_the_end: bool = True) -> None:
    """Only look whether the file can be imported: there, of a known layout, a table to its end, with the dates that it needs.

    Args:
        to_the_end: False looks at the beginning only.

    Raises:
        UsersMistake: it is not.
    """
    given = Given(name=path.name, published_on=published_on or date_in_name(path.name), year=year)
    for _ in _outcomes(path, register or Register.load(), given):
        if not to_the_end:
            return


def date_in_name(name: str) -> PartialDate | None:
    """The day that a file name carries, such as ``league-table_2026-03-12.csv``, or None."""
    for found in re.findall(r"(?<!\d)20\d\d-\d\d-\d\d(?!\d)", name):
        with contextlib.suppress(ValueError):
            return datetime.date.fromisoformat(found).isoformat()
    return None


def _judged(path: Path, register: Register, given: Given) -> Iterator[Outcome]:
    """What becomes of each row: those that state nothing at once, the others when the file is read and its release known."""
    stated: list[Decision | Fact] = []
    seen: dict[tuple[str, ...], tuple[Segment, int]] = {}
    released = False
    for outcome, of_release in _outcomes(path, register, given):
        released = of_release
        judged = without_contradiction(outcome, seen) if isinstance(outcome, Decision) else outcome
        if isinstance(judged, Decision | Fact):
            stated.append(judged)
        else:
            yield judged
    periods = {_period(outcome) for outcome in stated}
    publication = release_name(periods, given.name) if released else None
    for outcome in stated:
        yield _published(outcome, given.published_on, publication)


def _outcomes(path: Path, register: Register, given: Given) -> Iterator[tuple[Outcome, bool]]:
    """What a file's layout makes of its rows, and whether it is a file of a release."""
    try:
        with open_table(path) as table:
            for outcome in table.layout.outcomes(table.rows(), register, given):
                yield outcome, is_released(table.layout)
    except UnknownLayout:
        lines = next((lines for lines in lines_of(path) if holds_a_list(lines)), None)
        if lines is None:
            raise
        if given.published_on is None:
            raise UsersMistake(f"{path}: a list by name, whose day of publication nothing says; give it with "
                               "--published-on 2021-11-11, or in the file's name") from None
        for outcome in decisions_by_name(lines, name=str(path), published_on=given.published_on, register=register):
            yield outcome, False


def _period(outcome: Decision | Fact) -> str:
    return outcome.segment.period if isinstance(outcome, Decision) else getattr(outcome.fact, "period", "")


def _published(outcome: Decision | Fact, on: PartialDate | None, publication: str | None) -> Decision | Fact:
    """The outcome with the day of publication and the release, where its row does not say them."""
    if isinstance(outcome, Decision):
        return Decision(row=outcome.row, segment=published(outcome.segment, on=on, publication=publication))
    if isinstance(outcome.fact, OfficialRating):
        return outcome  # Its day is that of the rating and not of the file.
    return Fact(row=outcome.row, fact=outcome.fact.model_copy(update={
        "published_on": outcome.fact.published_on or on, "publication": outcome.fact.publication or publication}))


__all__ = ["Decisions", "SegmentImport", "check_layout", "date_in_name", "import_packaged", "import_segments", "read_decisions"]
