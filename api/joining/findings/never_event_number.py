"""More never events reported by one document than the published count of the year.

Formula, for a number *n* of never events that a document of day *p* reports:

    a count has been published for every NHS year (April to March) that n may be of (the year of the day that the words name; where
    they name none, the year of p and the one before), each until that day or the end of the year at least, and n is greater than
    each of them.

Counts of those whom the organisation took over from in the same year are added to its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from api.joining.findings import IS_NO_JUDGEMENT, Rule
from api.joining.peers import Field
from api.joining.records import Finding, Input, OfficialView
from api.joining.regimes import is_dated
from api.words import date_in_words
from corpora.official.days import first_day, last_day
from corpora.official.facts import DatedCount
from corpora.schema import OdsCode, identifier
from corpora.store.claims import Claim

NAME = "never_event_number"
FORMULA = ("A document of day p reports n never events; a count has been published for each NHS year that n may be of (that of the "
           "day which the words name, else that of p and the one before), until that day or the year's end at least; n is "
           "greater than each of these counts.")


def find(field: Field, org: OdsCode) -> Iterator[Finding]:
    """One finding for the greatest number that is told of the same years."""
    found: dict[tuple[str, ...], Finding] = {}
    for claim in field.known.current(org, "never_event"):
        if isinstance(claim.value, int) and is_dated(claim):
            years = nhs_years(claim)
            counts = [_count(field, org, year, claim) for year in years]
            if all(counts) and all(claim.value > sum(one.count.count for one in each) for each in counts):
                before = found.get(years)
                if before is None or claim.value >= int(str(before.inputs[0].value)):
                    found[years] = _finding(org, claim, years, counts)
    yield from found.values()


def nhs_years(claim: Claim) -> tuple[str, ...]:
    """The years, ``2023/24``, that a report may be about, the newest first."""
    if claim.date:
        return tuple(dict.fromkeys(_year(day(claim.date)) for day in (last_day, first_day)))
    newest = _year(last_day(claim.published))
    begins = int(newest[:4])
    return (newest, f"{begins - 1}/{begins % 100:02d}")


def _year(day: str) -> str:
    begins = int(day[:4]) - (day[5:] < "04-01")
    return f"{begins}/{(begins + 1) % 100:02d}"


def _count(field: Field, org: OdsCode, year: str, claim: Claim) -> list[DatedCount]:
    """The count of a year and those of the predecessors; where two are given for one, the greater. What was counted only until a
    day before the one that is told of says nothing of the rest."""
    told_until = last_day(claim.date or claim.published)
    best: dict[OdsCode, DatedCount] = {}
    for code in field.register.lineage(org):
        for one in field.known.never_events.get(code, ()):
            counted_until = last_day(one.count.valid_to)
            if one.count.year == year and (counted_until >= told_until or counted_until.endswith("-03-31")) and (
                    code not in best or one.count.count > best[code].count.count):
                best[code] = one
    return list(best.values())


def _finding(org: OdsCode, claim: Claim, years: tuple[str, ...], counts: list[list[DatedCount]]) -> Finding:
    said = "; ".join(f"{sum(one.count.count for one in each)} in {year} ({each[0].count.status})"
                     for year, each in zip(years, counts, strict=True))
    first = counts[0][0]
    return Finding(
        id=identifier(NAME, org, *years), rule=NAME, org=org, stance="contradicts", since=claim.published, newest=claim.published,
        headline=f"{claim.value} never events reported; the published counts are {said}",
        official=OfficialView(words=f"Never events by organisation: {said}.",
                              known_from=None if first.known_from.method == "period end" else first.known_from.on,
                              source=first.count.source),
        soft=f"A document of {date_in_words(claim.published)} reports {claim.value} never events.",
        evidence_ids=(claim.id,), formula=FORMULA,
        inputs=(Input(name="n", value=claim.value, note="the number reported"),
                Input(name="p", value=claim.published, note="the day of the document"),
                *(Input(name=f"published count of {year}", value=sum(one.count.count for one in each),
                        note=" + ".join(f"{one.count.org_name}: {one.count.count}" for one in each))
                  for year, each in zip(years, counts, strict=True))),
        goes_away="A later publication that counts as many, or a year without another report.",
        is_not="The number may be of a longer time than a year, or of what was not counted in the end: national counts are "
               "provisional and incidents are classified anew. " + IS_NO_JUDGEMENT)


RULE = Rule(NAME, find)
