"""``/api/official`` and its parts: league tables, domain scores, never events, ratings; each as known on a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query
from pydantic import Field

from api.answers import Listing
from api.library import KnownCode, OpenStore
from api.listing import Paging, listed_from_memory
from api.official import OfficialAnswer, official_view
from api.paging import decode_cursor, encode_cursor
from api.problems import NotFound, UnusableParameter, responses
from api.register import register
from corpora.official.facts import DatedCount, DatedRating, DomainView
from corpora.official.league_tables import LeagueTable, TableName
from corpora.official.records import Level
from corpora.schema import PartialDate, Record

router = APIRouter(tags=["official view"])

Item = TypeVar("Item")

Org = Annotated[KnownCode, Field(description="Of the organisation of this ODS code", examples=["RX1"])]
KnownOn = Annotated[PartialDate | None, Field(
    description="As known at the end of this day: what was published later is left out", examples=["2026-07-01"])]
ValidOn = Annotated[PartialDate | None, Field(description="For this day; left out, the newest", examples=["2025-11-15"])]


class AskedAsKnown(Record):
    """Whose official facts, for which day, as known on which."""

    org: Org
    valid_on: ValidOn = None
    known_on: KnownOn = None


class AskedFacts(Paging):
    """Whose facts to list."""

    org: Org
    known_on: KnownOn = None


class AskedRatings(AskedFacts):
    """Which ratings to list."""

    level: Annotated[Level, Field(description=(
        "Whose: `trust` is the trust's own rating; `location` that of one of its hospitals or units; `most_common` the one that is "
        "most common among its locations and services, which nobody gave"), examples=["trust"])] = "trust"


class AskedTable(Record):
    """Which league table."""

    framework: Annotated[str, Field(max_length=100, description="A framework by name", examples=["NOF 2025/26"])]
    period: Annotated[str, Field(max_length=100, description="A quarter by name", examples=["Q3 2025/26"])]
    league_table: Annotated[str, Field(max_length=100, description="A type of trust, as `/api/league-tables` names it",
                                       examples=["acute"])]
    known_on: KnownOn = None


@router.get("/api/official", responses=responses(422, 503))
def get_official_view(store: OpenStore, asked: Annotated[AskedAsKnown, Query()]) -> OfficialAnswer:
    """What was decided, counted and rated officially about one organisation, for a day, as known on another."""
    return official_view(store, asked.org, valid_on=asked.valid_on, known_on=asked.known_on)


@router.get("/api/league-tables", responses=responses(422, 503))
@listed_from_memory
def list_league_tables(store: OpenStore, paging: Annotated[Paging, Query()]) -> Listing[TableName]:
    """The league tables that something is known of, the newest period first."""
    return _page(store.league_tables(), paging)


@router.get("/api/league-table", responses=responses(404, 422, 503))
def get_league_table(store: OpenStore, asked: Annotated[AskedTable, Query()]) -> LeagueTable:
    """One league table, by published rank. Ranks, scores and segments hold within it: tables and frameworks are not comparable."""
    table = store.league_table(asked.framework, asked.period, asked.league_table, known_on=asked.known_on)
    if not table.rows and (asked.framework, asked.period, asked.league_table) not in {
            (one.framework, one.period, one.league_table) for one in store.league_tables()}:
        raise NotFound("No such league table is known here; /api/league-tables lists those that are")
    return table


@router.get("/api/domain-scores", responses=responses(422, 503))
@listed_from_memory
def list_domain_scores(store: OpenStore, asked: Annotated[AskedFacts, Query()]) -> Listing[DomainView]:
    """Score and segment of each domain, the newest period first. A domain's own segment is never the organisation's."""
    return _page(store.domain_scores(asked.org, known_on=asked.known_on), asked)


@router.get("/api/never-events", responses=responses(422, 503))
@listed_from_memory
def list_never_events(store: OpenStore, asked: Annotated[AskedFacts, Query()]) -> Listing[DatedCount]:
    """Never events by year, the newest first, of the organisation and those it took over from, each under its own code.

    A year without a row is not a year without never events: it may not have been imported.
    """
    return _page(store.never_event_counts(register().lineage(asked.org), known_on=asked.known_on), asked)


@router.get("/api/ratings", responses=responses(422, 503))
@listed_from_memory
def list_ratings(store: OpenStore, asked: Annotated[AskedRatings, Query()]) -> Listing[DatedRating]:
    """CQC ratings of one level, the newest first, of the organisation and those it took over from, each under its own code."""
    return _page(store.ratings(register().lineage(asked.org), level=asked.level, known_on=asked.known_on), asked)


def _page(rows: Sequence[Item], paging: Paging) -> Listing[Item]:
    place = decode_cursor(paging.cursor, parts=1)
    if place is not None and not (place[0].isascii() and place[0].isdigit() and len(place[0]) < 10):
        raise UnusableParameter("cursor: not one that this list gave out; leave it out to start from the beginning")
    start = int(place[0]) if place else 0
    end = start + paging.limit
    return Listing(items=tuple(rows[start:end]), next_cursor=encode_cursor(str(end)) if end < len(rows) else None)
