"""``/api/coverage``: what was looked at, and what was not."""

from __future__ import annotations

import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.answers import Listing
from api.library import KnownCode, OpenStore
from api.listing import Paging, listed
from api.paging import decode_cursor, encode_cursor
from api.problems import responses
from corpora.schema import PartialDate
from corpora.store.coverage import Coverage, place_in_ledger

router = APIRouter(tags=["coverage"])


class CoverageFilters(Paging):
    """Which rows of the ledger to list."""

    org: Annotated[KnownCode | None, Field(description="Asked for the organisation of this ODS code, or gathered and naming it",
                                           examples=["RX1"])] = None
    source: Annotated[str | None, Field(max_length=60, description="Of the source of this name")] = None
    since: Annotated[PartialDate | None, Field(description="In the week of this date or later", examples=["2026-11-01"])] = None


@router.get("/api/coverage", responses=responses(422, 503))
@listed
def list_coverage(store: OpenStore, filters: Annotated[CoverageFilters, Query()]) -> Listing[Coverage]:
    """What was asked of each source in each ISO week, for each organisation, and what came of it; newest week first.

    Where nothing was asked there is no row: that nothing is known of an organisation then says nothing about it. With `org` each
    row also tells how many documents that were gathered from the source in that week name the organisation.
    """
    after = decode_cursor(filters.cursor, parts=3)
    found = store.coverage(org=filters.org, source=filters.source, since=week_of(filters.since) if filters.since else None,
                           after=after, limit=filters.limit + 1)
    page = found[:filters.limit]
    cursor = encode_cursor(*place_in_ledger(page[-1])) if len(found) > len(page) else None
    return Listing(items=tuple(page), next_cursor=cursor)


def week_of(day: PartialDate) -> str:
    """The ISO week of a date; of its first day, where only a month or year is given."""
    year, week, _ = datetime.date.fromisoformat(day + "-01" * (2 - day.count("-"))).isocalendar()
    return f"{year}-W{week:02d}"
