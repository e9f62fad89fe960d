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
from corpora.schema import Segment
from corpora.store.segments import position

router = APIRouter(tags=["segments"])


class SegmentFilters(Paging):
    """Which published segments to list."""

    org: Annotated[KnownCode | None, Field(description="Of the organisation of this ODS code", examples=["RX1"])] = None
    framework: Annotated[str | None, Field(max_length=100, description="A framework by name", examples=["NOF 2025/26"])] = None
    segment: Annotated[int | None, Field(ge=1, le=5, description="In this segment")] = None


@router.get("/api/segments", responses=responses(422, 503))
@listed
def list_segments(store: OpenStore, filters: Annotated[SegmentFilters, Query()]) -> Listing[Segment]:
    """Published segments by organisation, newest period first. Numbers of different frameworks are not comparable."""
    found = store.segments(
        orgs=(filters.org,) if filters.org else (), framework=filters.framework, segment=filters.segment,
        after=decode_cursor(filters.cursor, parts=7), limit=filters.limit + 1)
    page = found[:filters.limit]
    return Listing(items=tuple(page), next_cursor=encode_cursor(*position(page[-1])) if len(found) > len(page) else None)
