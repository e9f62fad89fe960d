"""``/api/trusts``: organisations and all that is known about each."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from api.answered import answered
from api.answers import Listing, Month, TrustAnswer, TrustRow
from api.library import OpenStore, TheLibrary, known_organisation
from api.listing import Paging, listed
from api.paging import decode_cursor, encode_cursor
from api.problems import responses
from api.trusts import find_organisations, trust_answer, trust_rows
from corpora.organisations import Sector

router = APIRouter(tags=["trusts"])


class TrustFilters(Paging):
    """Which organisations to list."""

    q: Annotated[str | None, Field(max_length=200, description="A code, or words of a name, former names included")] = None
    region: Annotated[str | None, Field(max_length=100, description="A region by name: London, North West …")] = None
    sector: Annotated[Sector | None, Field(description="Of this sector")] = None
    kind: Annotated[Literal["trust", "icb"] | None, Field(description="NHS trusts, or integrated care boards")] = None


class PageOfMonths(Paging):
    """Which part of a timeline to give."""



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


@router.get("/api/trusts/{code}", responses=responses(404, 503))
@answered
def get_trust(library: TheLibrary, store: OpenStore, code: str) -> TrustAnswer:
    """One organisation: lineage, published segments newest first, evidence counted by kind, its newest 20 pieces, what others of
    its type look like, where soft evidence does not fit the official view, and what was decided about its system."""
    return trust_answer(store, known_organisation(code), library.joined.get())


@router.get("/api/trusts/{code}/timeline", responses=responses(404, 422, 503))
@listed
def get_timeline(store: OpenStore, code: str, page: Annotated[PageOfMonths, Query()]) -> Listing[Month]:
    """The published segments of an organisation beside its evidence by month and kind, newest month first, undated last."""
    organisation = known_organisation(code)
    after = decode_cursor(page.cursor, parts=1)
    evidence = store.evidence_by_month(orgs=(organisation.code,))
    segments = store.segments(orgs=(organisation.code,))
    months = sorted({*evidence, *(segment.valid_from[:7] for segment in segments)}, reverse=True)
    months = [month for month in months if after is None or month < after[0]]
    given = months[:page.limit]
    return Listing(
        items=tuple(Month(month=month or None, evidence_by_kind=evidence.get(month, {}),
                          segments=tuple(segment for segment in segments if segment.valid_from[:7] == month)) for month in given),
        next_cursor=encode_cursor(given[-1]) if len(months) > len(given) else None)
