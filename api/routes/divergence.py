"""``/api/divergence``: where soft evidence does not fit the official view. docs/joining.md gives the formulas."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.answered import answered_slowly
from api.answers import Listing
from api.joining.findings import rules
from api.joining.joined import join, today
from api.joining.quoting import quoted
from api.joining.records import Divergence, Finding, FindingAnswer, Stance
from api.library import KnownCode, OpenStore, TheLibrary, known_organisation
from api.listing import Paging, listed_from_memory
from api.paging import decode_cursor, encode_cursor
from api.problems import UnusableParameter, responses
from api.register import register
from corpora.organisations import Sector
from corpora.schema import PartialDate, Record

router = APIRouter(tags=["divergence"])

EARLIEST = "2010-01-01"
"""Nothing that is compared here was published before."""


class DivergenceFilters(Paging):
    """Which findings to list."""

    org: Annotated[KnownCode | None, Field(description="On the organisation of this ODS code", examples=["RX1"])] = None
    rule: Annotated[str | None, Field(max_length=50, description="Of one rule, by name", examples=["reported_segment"])] = None
    stance: Annotated[Stance | None, Field(description="In which way it does not fit")] = None
    sector: Annotated[Sector | None, Field(description="On organisations of this sector")] = None
    region: Annotated[str | None, Field(max_length=100, description="A region by name", examples=["North West"])] = None
    since: Annotated[PartialDate | None, Field(description="With evidence published on or after this date")] = None


class AsOf(Record):
    """The day to look from."""

    as_of: Annotated[PartialDate | None, Field(
        pattern=r"^\d{4}-\d\d-\d\d$", description="From what had been published by this day; today where it is not given")] = None


@router.get("/api/divergence", responses=responses(422, 503))
@listed_from_memory
def list_divergence(
        library: TheLibrary, store: OpenStore, filters: Annotated[DivergenceFilters, Query()]) -> Listing[FindingAnswer]:
    """Findings on all organisations, those with the newest evidence first: what the official view says, what the soft evidence
    says in quotes, the formula with its numbers, and what would end it."""
    if filters.rule is not None and filters.rule not in [rule.name for rule in rules()]:
        raise UnusableParameter(f"rule: {filters.rule!r} is no rule; the rules are {', '.join(rule.name for rule in rules())}")
    after = decode_cursor(filters.cursor, parts=2)
    found = [finding for finding in library.all_joined(store).newest if fits(finding, filters)
             and (after is None or (finding.newest, after[1]) < (after[0], finding.id))]
    page = found[:filters.limit]
    return Listing(items=quoted(store, page),
                   next_cursor=encode_cursor(page[-1].newest, page[-1].id) if len(found) > len(page) else None)


@router.get("/api/trusts/{code}/divergence", responses=responses(404, 422, 503))
@answered_slowly
def get_divergence(library: TheLibrary, store: OpenStore, code: str, at: Annotated[AsOf, Query()]) -> Divergence:
    """The findings on one organisation, today or as all that had been published by another day would have given them, and how
    it is written about beside others of its type and segment."""
    organisation = known_organisation(code)
    if at.as_of and not EARLIEST <= at.as_of <= today():
        raise UnusableParameter(f"as_of: {at.as_of} is no day between {EARLIEST} and today")
    joined = join(store, as_of=at.as_of) if at.as_of and at.as_of != today() else library.all_joined(store)
    peers = joined.peers.get(organisation.code)
    return Divergence(as_of=joined.as_of, findings=quoted(store, joined.findings.get(organisation.code, ())),
                      comparison=peers.comparison if peers else None)


def fits(finding: Finding, filters: DivergenceFilters) -> bool:
    """Whether a finding is among those asked for."""
    organisation = register().by_code.get(finding.org)
    return (filters.org in (None, finding.org) and filters.rule in (None, finding.rule) and filters.stance in (None, finding.stance)
            and (filters.since is None or finding.newest >= filters.since)
            and (filters.sector is None or (organisation is not None and organisation.sector == filters.sector))
            and (filters.region is None
                 or (organisation is not None and organisation.region.casefold() == filters.region.strip().casefold())))
