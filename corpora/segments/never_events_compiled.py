"""Never-event counts compiled by hand: the shape of ``corpora/reference/never_events.csv``, the fields of its record as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from corpora.official.records import NeverEventCount
from corpora.organisations import Register
from corpora.segments import cells
from corpora.segments.rows import Fact, Given, Outcome, Refusal, Row

COLUMNS = frozenset({"org", "org_name", "year", "count", "status", "source"})


def outcomes(rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
    """One count a row, or its refusal."""
    for row in rows:
        try:
            yield Fact(row=row.number, fact=_count(row, register))
        except cells.UnreadableCell as error:
            yield Refusal(row=row.number, value=error.value, reason=error.reason)


def _count(row: Row, register: Register) -> NeverEventCount:
    year = cells.nhs_year(row["year"])
    try:
        return NeverEventCount.model_validate({
            "org": cells.organisation_code(row["org"], register), "org_name": row["org_name"], "year": year.name,
            "count": cells.whole_number(row["count"], "number of never events"), "status": row["status"],
            "valid_from": row["valid_from"] or year.first_day, "valid_to": row["valid_to"] or year.last_day,
            "published_on": row["published_on"] or None, "publication": row["publication"] or None, "source": row["source"]})
    except ValidationError as error:
        problem = error.errors()[0]
        raise cells.UnreadableCell(str(problem["input"]), f"{problem['loc'][0]}: not a value of that column") from error
