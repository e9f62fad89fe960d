"""CQC ratings compiled from its files: the shape of ``corpora/reference/ratings.csv``, the fields of their record as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from corpora.official.records import OfficialRating
from corpora.organisations import Register
from corpora.segments import cells
from corpora.segments.rows import Fact, Given, Outcome, Refusal, Row

COLUMNS = frozenset({"org", "level", "overall", "published_on", "as_of", "source"})
QUESTIONS = ("safe", "effective", "caring", "responsive", "well_led")


def outcomes(rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
    """One rating a row, or its refusal."""
    for row in rows:
        try:
            yield Fact(row=row.number, fact=_rating(row, register))
        except cells.UnreadableCell as error:
            yield Refusal(row=row.number, value=error.value, reason=error.reason)


def _rating(row: Row, register: Register) -> OfficialRating:
    try:
        return OfficialRating.model_validate({
            "org": cells.organisation_code(row["org"], register), "level": row["level"], "location": row["location"] or None,
            **{name: row[name] or None for name in ("overall", *QUESTIONS)}, "published_on": row["published_on"] or None,
            "as_of": row["as_of"], "inherited": cells.flag(row["inherited"], "whether it is inherited"), "source": row["source"]})
    except ValidationError as error:
        problem = error.errors()[0]
        raise cells.UnreadableCell(str(problem["input"]), f"{problem['loc'][0]}: not a value of that column") from error
