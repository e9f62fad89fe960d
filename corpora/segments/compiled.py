"""Segments compiled by hand from announcements and older lists: the shape of ``corpora/reference/segments.csv``.

Columns are the fields of ``corpora.schema.Segment`` under their own names, with ``checked`` (``yes``: two independent
sources agree) beside them. A row with a quarter in ``period`` needs no dates.
Without a quarter a row may leave segment and
rank empty: then an earlier decision ended on that day, and nothing says what followed.
``publication`` names the release that a row was taken from; without it the row is of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from corpora.official.releases import release_named
from corpora.organisations import Register
from corpora.schema import Segment
from corpora.segments import cells
from corpora.segments.rows import Decision, Given, Outcome, Refusal, Row

COLUMNS = frozenset({"org", "framework", "segment", "period", "valid_from", "source"})


def outcomes(rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
    """One decision a row, or its refusal."""
    for row in rows:
        try:
            yield Decision(row=row.number, segment=_segment(row, register))
        except cells.UnreadableCell as error:
            yield Refusal(row=row.number, value=error.value, reason=error.reason)


def _segment(row: Row, register: Register) -> Segment:
    if not re.fullmatch(r"(SOF|NOF) 20\d\d(/\d\d)?", row["framework"]):
        raise cells.UnreadableCell(row["framework"], "names no framework; expected one such as SOF 2021/22 or NOF 2025/26")
    segment, rank = cells.segment_number(row["segment"]), cells.position(row["rank"])
    if segment is None and rank is None and (not row["valid_from"] or release_named(row["period"])):
        raise cells.UnreadableCell(row["org"], "states neither a segment nor a rank")
    if not row["source"]:
        raise cells.UnreadableCell(row["org"], "names no source")
    quarter = None if row["valid_from"] else cells.quarter(row["period"])
    try:
        return Segment(
            org=cells.organisation_code(row["org"], register), framework=row["framework"], segment=segment,
            period=quarter.name if quarter else row["period"] or row["valid_from"],
            valid_from=quarter.first_day if quarter else row["valid_from"],
            valid_to=quarter.last_day if quarter else row["valid_to"] or None, published_on=row["published_on"] or None,
            league_table=row["league_table"] or None, score=cells.number(row["score"], "score"), rank=rank,
            financial_override=cells.flag(row["financial_override"], "the financial override"),
            in_deficit=cells.flag(row["in_deficit"], "the financial deficit"), source=row["source"],
            publication=row["publication"] or None)
    except ValidationError as error:
        problem = error.errors()[0]
        raise cells.UnreadableCell(
            str(problem["input"]), f"{problem['loc'][0]}: expected a date such as 2021, 2021-07 or 2021-07-15") from error
