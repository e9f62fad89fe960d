"""League tables: all organisations of one type, period and framework, as known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpora.official.as_known import KnownDecision, decisions_of_period
from corpora.schema import OdsCode, PartialDate, Record, Segment


class LeagueRow(Record):
    """One organisation in a league table."""

    org: OdsCode
    decisions: tuple[KnownDecision, ...]
    """One; several where sources contradict each other."""
    segment: int | None
    """None where none is stated, or where sources contradict each other about it."""
    score: float | None
    rank: int | None
    """As published: by segment, then by average score. Never computed here."""
    disputed: bool


class LeagueTable(Record):
    """The organisations of one league table, the best placed first; those without a place last, by code."""

    framework: str
    period: str
    league_table: str
    known_on: PartialDate | None
    organisations: int
    """How many are known here to be in it; the published table may hold more."""
    with_segment: int
    rows: tuple[LeagueRow, ...]
    notes: tuple[str, ...] = ()


class TableName(Record):
    """A league table that something is stored of."""

    framework: str
    period: str
    valid_from: PartialDate
    league_table: str
    organisations: int
    with_segment: int


def league_table_as_known(rows: Iterable[Segment], *, framework: str, period: str, league_table: str,
                          known_on: PartialDate | None) -> LeagueTable:
    """The table that these rows make.

    Args:
        rows: every publication about the organisations that any row puts in this table, for this framework and period.
    """
    by_org: defaultdict[OdsCode, list[Segment]] = defaultdict(list)
    for row in rows:
        by_org[row.org].append(row)
    found = [_row(org, decisions) for org, told in by_org.items()
             if (decisions := decisions_of_period(told, known_on=known_on))]
    found.sort(key=lambda row: (row.rank is None, row.rank or 0, row.org))
    with_segment = sum(row.segment is not None for row in found)
    notes = []
    if len(found) > with_segment:
        notes.append(f"For {len(found) - with_segment} of {len(found)} organisations no undisputed segment is known here.")
    ranks = [row.rank for row in found if row.rank is not None]
    if ranks and max(ranks) > len(found):
        notes.append(f"The published table is longer: a rank of {max(ranks)} is known, but only {len(found)} rows are here.")
    seen_in = sorted({one.known_from.seen_in for row in found for one in row.decisions if one.known_from.seen_in})
    if seen_in:
        notes.append(f"Taken from the release of {' and '.join(seen_in)}, which repeats the quarters before.")
    return LeagueTable(framework=framework, period=period, league_table=league_table, known_on=known_on, organisations=len(found),
                       with_segment=with_segment, rows=tuple(found), notes=tuple(notes))


def _row(org: OdsCode, decisions: Sequence[KnownDecision]) -> LeagueRow:
    def said(name: str) -> int | float | None:
        values = {value for one in decisions if (value := getattr(one.segment, name)) is not None}
        return next(iter(values)) if len(values) == 1 else None

    segment, score, rank = said("segment"), said("score"), said("rank")
    return LeagueRow(org=org, decisions=tuple(decisions), segment=None if segment is None else int(segment), score=score,
                     rank=None if rank is None else int(rank), disputed=len(decisions) > 1)
