"""NHS England's never events by organisation (Table 3 of its reports), as a CSV or workbook: a name and a number a row.

The reports are PDFs and pages; a table copied out of one says neither its year nor whether it is final. Both are taken from its
file's name (``never-events-2022-23-final.csv``) or given by who imports it; a table that does not say that it is final counts as
provisional. Trusts that merged go on being named: the count stays with the code of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpora.errors import UsersMistake
from corpora.official.days import last_day
from corpora.official.records import NeverEventCount
from corpora.organisations import Register
from corpora.segments import cells
from corpora.segments.names import Names
from corpora.segments.rows import Fact, Given, Other, Outcome, Refusal, Row

COLUMNS = frozenset({"organisation", "number_of_never_events"})
NAMES = ("organisation", "provider", "trust")
YEAR = re.compile(r"(?<!\d)20\d\d[-_/](?:20)?\d\d(?!\d)(?![-_]\d)")
FINAL = re.compile(r"(?<![a-z])final(?![a-z])", re.IGNORECASE)
TOTALS = re.compile(r"(?:grand )?total\b|england$", re.IGNORECASE)


def recognises(columns: list[str]) -> bool:
    """Whether a header has a column for the name and another for the number of never events; tables by type are of another kind."""
    return bool(_places(columns)) and not any("segment" in column or "type" in column for column in columns)


def outcomes(rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
    """One count a row, or its refusal; private providers have no code and are refused.

    Raises:
        UsersMistake: nothing says of which year the table is.
    """
    written = given.year or next((found[0] for found in YEAR.finditer(given.name)), None)
    if written is None:
        raise UsersMistake(f"{given.name}: a table of never events, whose year nothing says; name it with --year 2024/25")
    try:
        year = cells.nhs_year(written)
    except cells.UnreadableCell as error:
        raise UsersMistake(f"{given.name}: {error.value} {error.reason}") from error
    until = min([year.last_day, *([last_day(given.published_on)] if given.published_on else [])])
    if until < year.first_day:
        raise UsersMistake(f"{given.name}: published on {given.published_on}, before the year {year.name} began")
    status = "final" if FINAL.search(given.name) else "provisional"
    names, seen = Names(register), dict[str, int]()
    for row in rows:
        name_column, count_column = _places(sorted(row.cells))
        name = row[name_column]
        try:
            count = cells.whole_number(row[count_column], "number of never events")
            if TOTALS.match(name) or not name:
                yield Other(row=row.number, reason="a total or a note")
            elif count is None or count < 0:
                yield Refusal(row=row.number, value=row[count_column] or name, reason="states no number of never events")
            elif (org := names.code(name, year.last_day)) in seen:
                yield Refusal(row=row.number, value=name[:200], reason=f"the organisation has a number in row {seen[org]} already")
            else:
                seen[org] = row.number
                yield Fact(row=row.number, fact=NeverEventCount.model_validate({
                    "org": org, "org_name": name, "year": year.name, "count": count, "status": status,
                    "valid_from": year.first_day, "valid_to": until, "published_on": given.published_on,
                    "source": "NHS England, never events by organisation"}))
        except cells.UnreadableCell as error:
            yield Refusal(row=row.number, value=error.value, reason=error.reason)


def _places(columns: list[str]) -> tuple[str, ...]:
    """The columns of name and number; empty where there are none."""
    short = [column for column in columns if len(column) < 60]
    counts = [column for column in short if "never_event" in column]
    count = next((column for column in counts if "number" in column or "total" in column), next(iter(counts), None))
    name = next((column for column in short if column not in counts and any(word in column for word in NAMES)), None)
    return (name, count) if name and count else ()
