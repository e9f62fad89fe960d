"""The Care Quality Commission's monthly workbook "Latest ratings" (.ods): sheets Providers and Locations, in the long form.

One row an organisation or location, service group and domain; what is rated as a whole has the group and the domain Overall. The
header stands below a preamble. Of the columns these are read: Location ID, Provider ID, Service / Population Group, Domain,
Latest Rating, Publication Date, Inherited Rating (Y/N). A provider's id is a trust's ODS code. A location's rating is that of one
hospital or unit, never the trust's. The services' own ratings are not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpora.errors import UsersMistake
from corpora.official.records import OfficialRating
from corpora.organisations import Register
from corpora.segments import cells
from corpora.segments.rows import Fact, Given, Other, Outcome, Refusal, Row

COLUMNS = frozenset({"provider_id", "service_/_population_group", "domain", "latest_rating", "publication_date"})
OVERALL = "overall"
QUESTIONS = {"safe": "safe", "effective": "effective", "caring": "caring", "responsive": "responsive", "well_led": "well_led"}
RATINGS = {name.lower(): name for name in ("Outstanding", "Good", "Requires improvement", "Inadequate")}
NOT_RATED = frozenset({"inspected but not rated", "not rated", "no published rating", "insufficient evidence to rate",
                       "insufficient evidence", "not formally rated", "not assessed", "not applicable"})
NAMED_DAY = re.compile(r"(?<!\d)(\d{1,2})_([A-Za-z]+)_(20\d\d)(?!\d)")


@dataclass(slots=True)
class Group:
    """The rows about one provider or location as a whole."""

    overall: tuple[Row, str] | None = None
    questions: dict[str, str] = field(default_factory=dict)


def outcomes(rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
    """One rating for each trust and each of its locations, and what becomes of every other row.

    Raises:
        UsersMistake: nothing says of which day the file is.
    """
    as_of = given.published_on or _day_in_name(given.name)
    if as_of is None:
        raise UsersMistake(f"{given.name}: a file of ratings, whose day nothing says; give it with --published-on 2026-05-05")
    groups: dict[tuple[str, str], Group] = {}
    for row in rows:
        outcome = _file(row, groups, register)
        if outcome:
            yield outcome
    for (org, location), group in groups.items():
        if group.overall:
            yield _rating(org, location, group.overall, group.questions, as_of)


def _file(row: Row, groups: dict[tuple[str, str], Group], register: Register) -> Outcome | None:
    """Put a row into its group; None for the row that is to become the rating."""
    org, location = row["provider_id"].upper(), row["location_id"].upper()
    if org not in register.by_code:
        return Other(row=row.number, reason="a provider that is no NHS trust of the register")
    if row["service_/_population_group"].lower() != OVERALL:
        return Other(row=row.number, reason="the rating of a service and not of a whole")
    group = groups.setdefault((org, location), Group())
    domain = cells.plain_name(row["domain"])
    rating = _word(row["latest_rating"])
    if rating is None:
        return Refusal(row=row.number, value=row["latest_rating"][:200], reason="a rating of a wording that is not known")
    if domain == OVERALL:
        if group.overall:
            same = group.overall[1] == rating and group.overall[0]["publication_date"] == row["publication_date"]
            if same:
                return Other(row=row.number, reason="repeats another row")
            return Refusal(row=row.number, value=row["latest_rating"], reason=f"contradicts row {group.overall[0].number}")
        group.overall = (row, rating)
        return None
    if domain not in QUESTIONS:
        return Refusal(row=row.number, value=row["domain"][:200], reason="is neither Overall nor one of the five key questions")
    first = group.questions.setdefault(domain, rating)
    if first != rating:
        return Refusal(row=row.number, value=row["latest_rating"], reason=f"contradicts another row about {domain}")
    return Other(row=row.number, reason="a key question of a rating")


def _rating(org: str, location: str, overall: tuple[Row, str], questions: dict[str, str], as_of: str) -> Outcome:
    row, rating = overall
    inherited = next((row[name] for name in row.cells if name.startswith("inherited_rating")), "")
    try:
        return Fact(row=row.number, fact=OfficialRating.model_validate({
            "org": org, "level": "location" if location else "trust", "location": location or None, "overall": rating, **questions,
            "published_on": cells.day(row["publication_date"]), "as_of": as_of,
            "inherited": cells.flag(inherited, "inherited"),
            "source": "Care Quality Commission, latest ratings"}))
    except cells.UnreadableCell as error:
        return Refusal(row=row.number, value=error.value, reason=error.reason)


def _word(written: str) -> str | None:
    """The rating in the words of the records; None for one that is not known."""
    plain = " ".join(written.lower().split())
    return RATINGS.get(plain) or ("Not rated" if plain in NOT_RATED else None)


def _day_in_name(name: str) -> str | None:
    found = NAMED_DAY.search(name)
    try:
        return cells.day(f"{found[1]} {found[2]} {found[3]}") if found else None
    except cells.UnreadableCell:
        return None
