"""``/api/trusts``: organisations and all that is known about each."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from api.answered import answered, straight
from api.answers import Listing, Month, TrustAnswer, TrustRow
from api.joining.timeline import months_of
from api.library import Library, OpenStore, TheLibrary, known_organisation
from api.listing import Paging, listed
from api.paging import decode_cursor, encode_cursor
from api.problems import responses
from api.register import register
from api.trusts import find_organisations, trust_answer, trust_rows
from corpora.organisations import Sector
from corpora.store import Store

router = APIRouter(tags=["trusts"])


class TrustFilters(Paging):
    """Which organisations to list."""

    q: Annotated[str | None, Field(max_length=200, description="A code, or words of a name, former names included")] = None
    region: Annotated[str | None, Field(max_length=100, description="A region by name: London, North West …")] = None
    sector: Annotated[Sector | None, Field(description="Of this sector")] = None
    kind: Annotated[Literal["trust", "icb"] | None, Field(description="NHS trusts, or integrated care boards")] = None


class PageOfMonths(Paging):
    """Which part of a timeline to give."""

    include_predecessors: Annotated[bool, Field(description="With all that is about those it took over from")] = False


@router.get("/api/trusts", responses=responses(422, 503))
@listed
def list_trusts(store: OpenStore, filters: Annotated[TrustFilters, Query()]) -> Listing[TrustRow]:
    """NHS trusts and integrated care boards by code, each with its newest published segment and its amount of evidence."""
    after = decode_cursor(filters.cursor, parts=1)
    found = [organisation for organisation in find_organisations(
        q=filters.q, region=filters.region, sector=filters.sector, kind=filters.kind)
        if after is None or organisation.code > after[0]]
    page = found[:filters.limit]
    return Listing(items=trust_rows(store, page),
                   next_cursor=encode_cursor(page[-1].code) if len(found) > len(page) else None)


def _trust(library: Library, store: Store, code: str) -> TrustAnswer:
    return trust_answer(store, known_organisation(code), library.joined.at_hand(store))


straight_trust = straight(_trust)
"""Asked more than all others: goes before FastAPI's own, below, which describes it."""


@router.get("/api/trusts/{code}", responses=responses(404, 503))
@answered
def get_trust(library: TheLibrary, store: OpenStore, code: str) -> TrustAnswer:
    """One organisation: lineage, published segments newest first, evidence counted by kind, its newest 20 pieces, what others of
    its type look like, where soft evidence does not fit the official view, and what was decided about its system."""
    return _trust(library, store, code)


@router.get("/api/trusts/{code}/timeline", responses=responses(404, 422, 503))
@listed
def get_timeline(store: OpenStore, code: str, page: Annotated[PageOfMonths, Query()]) -> Listing[Month]:
    """The official view of an organisation (segments, ratings, never events) beside its evidence by month and kind, newest month
    first, undated last. On request with all that is about those it took over from, under their codes."""
    code = known_organisation(code).code
    orgs = register().lineage(code) if page.include_predecessors else (code,)
    after = decode_cursor(page.cursor, parts=1)
    months = [month for month in months_of(store, orgs) if after is None or (month.month or "") < after[0]]
    given = months[:page.limit]
    return Listing(items=tuple(given),
                   next_cursor=encode_cursor(given[-1].month or "") if len(months) > len(given) else None)
