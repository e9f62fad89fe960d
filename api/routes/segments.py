"""``/api/segments``: the official view, as published."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.answers import Listing
from api.library import KnownCode, OpenStore
from api.listing import Paging, listed
from api.paging import decode_cursor, encode_cursor
from api.problems import responses
from api.register import register
from api.routes.official import AskedAsKnown
from corpora.official.as_known import SegmentAsKnown
from corpora.schema import PartialDate, Segment
from corpora.store import Store
from corpora.store.segments import position

router = APIRouter(tags=["segments"])


class SegmentFilters(Paging):
    """Which published segments to list."""

    org: Annotated[KnownCode | None, Field(description="Of the organisation of this ODS code", examples=["RX1"])] = None
    framework: Annotated[str | None, Field(max_length=100, description="A framework by name", examples=["NOF 2025/26"])] = None
    segment: Annotated[int | None, Field(ge=1, le=5, description="In this segment")] = None
    valid_on: Annotated[PartialDate | None, Field(
        description="In force on this day; where none was decided for it, none is given", examples=["2025-11-15"])] = None
    known_on: Annotated[PartialDate | None, Field(
        description="As known at the end of this day: what was published later is left out", examples=["2026-07-01"])] = None


@router.get("/api/segments", responses=responses(422, 503))
@listed
def list_segments(store: OpenStore, filters: Annotated[SegmentFilters, Query()]) -> Listing[Segment]:
    """Published segments by organisation, newest period first. Numbers of different frameworks are not comparable.

    What a later publication corrected is left out, unless `known_on` is a day before it. `/api/segments/as-known` says more of one
    organisation: from when on a decision was known, what may have been, what came before.
    """
    orgs, after = (filters.org,) if filters.org else (), decode_cursor(filters.cursor, parts=7)
    if filters.valid_on or filters.known_on:
        found = _as_known(store, filters, orgs, after)
    else:
        found = store.segments(orgs=orgs, framework=filters.framework, segment=filters.segment, after=after,
                               limit=filters.limit + 1)
    page = found[:filters.limit]
    return Listing(items=tuple(page), next_cursor=encode_cursor(*position(page[-1])) if len(found) > len(page) else None)


@router.get("/api/segments/as-known", responses=responses(422, 503))
def get_segment_as_known(store: OpenStore, asked: Annotated[AskedAsKnown, Query()]) -> SegmentAsKnown:
    """In which segment an organisation was on one day, as known on another."""
    return store.segment_as_known(asked.org, valid_on=asked.valid_on, known_on=asked.known_on, register=register())


def _as_known(store: Store, filters: SegmentFilters, orgs: tuple[str, ...], after: tuple[str, ...] | None) -> list[Segment]:
    known = store.segments_as_known(orgs=orgs, valid_on=filters.valid_on, known_on=filters.known_on, register=register())
    found = [row for row in known
             if (filters.framework is None or row.framework == filters.framework)
             and (filters.segment is None or row.segment == filters.segment)]
    return [row for row in found if after is None or _is_behind(position(row), after)][:filters.limit + 1]


def _is_behind(place: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether a place comes later in the list: organisations by code, newest period first."""
    (org, valid_from, *rest), (after_org, after_from, *after_rest) = place, after
    return org > after_org or (org == after_org and (valid_from < after_from or (valid_from == after_from and rest > after_rest)))
