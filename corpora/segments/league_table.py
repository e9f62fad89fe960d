"""NHS England's league-table CSV of the NHS Oversight Framework: one row a trust.

``Quarter,Region,Trust_type,Trust_subtype,Trust_code,Trust_name,Average_score,Likely_range_of_average_score,Segment,
Trust_in_financial_deficit,Rank,Likely_range_of_rank``; the release of September 2025 has ``Reporting_date`` for ``Quarter``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpora.organisations import Register
from corpora.schema import Segment
from corpora.segments import cells
from corpora.segments.rows import Decision, Given, Outcome, Refusal, Row

COLUMNS = frozenset({"trust_code", "trust_type", "average_score", "segment", "rank"})
RELEASED = True


def outcomes(rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
    """One decision a row, or its refusal."""
    for row in rows:
        try:
            yield Decision(row=row.number, segment=_segment(row, register))
        except cells.UnreadableCell as error:
            yield Refusal(row=row.number, value=error.value, reason=error.reason)


def _segment(row: Row, register: Register) -> Segment:
    quarter = cells.quarter(row["quarter"] or row["reporting_date"])
    segment, rank = cells.segment_number(row["segment"]), cells.position(row["rank"])
    if segment is None and rank is None:
        raise cells.UnreadableCell(row["trust_code"], "states neither a segment nor a rank")
    return Segment(
        org=cells.organisation_code(row["trust_code"], register), framework=f"NOF {quarter.year}", segment=segment,
        period=quarter.name, valid_from=quarter.first_day, valid_to=quarter.last_day,
        league_table=cells.league_table(row["trust_type"]), score=cells.number(row["average_score"], "average score"),
        rank=rank, in_deficit=cells.flag(row["trust_in_financial_deficit"], "the financial deficit"),
        source="NHS England, NHS Oversight Framework league table")
