"""Domain scores compiled from the data files, one value a row: the shape of ``corpora/reference/domain_scores.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import ValidationError

from corpora.official.records import DomainScore
from corpora.organisations import Register
from corpora.segments import cells
from corpora.segments.rows import Fact, Given, Outcome, Refusal, Row

COLUMNS = frozenset({"org", "framework", "period", "domain", "measure", "value", "source"})


def outcomes(rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
    """One score or segment of a domain a row, or its refusal."""
    for row in rows:
        try:
            yield Fact(row=row.number, fact=_score(row, register))
        except cells.UnreadableCell as error:
            yield Refusal(row=row.number, value=error.value, reason=error.reason)


def _score(row: Row, register: Register) -> DomainScore:
    quarter, value = cells.quarter(row["period"]), cells.number(row["value"], "value")
    if value is None:
        raise cells.UnreadableCell(row["org"], "states no value")
    measure: Literal["score", "segment"] = "segment" if row["measure"] == "segment" else "score"
    try:
        return DomainScore.model_validate({
            "org": cells.organisation_code(row["org"], register), "framework": row["framework"], "period": quarter.name,
            "league_table": row["league_table"] or None, "domain": row["domain"], "measure": measure, "value": value,
            "valid_from": quarter.first_day, "valid_to": quarter.last_day, "published_on": row["published_on"] or None,
            "publication": row["publication"] or None, "source": row["source"]})
    except ValidationError as error:
        problem = error.errors()[0]
        raise cells.UnreadableCell(str(problem["input"]), f"{problem['loc'][0]}: not a value of that column") from error
