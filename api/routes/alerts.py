"""``/api/alerts``: reasons to look at an organisation now."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.answers import Listing
from api.library import KnownCode, OpenStore, TheLibrary
from api.listing import Paging, listed_from_memory
from api.paging import decode_cursor, encode_cursor
from api.problems import responses
from corpora.schema import Alert, PartialDate

router = APIRouter(tags=["alerts"])


class AlertFilters(Paging):
    """Which alerts to list."""

    org: Annotated[KnownCode | None, Field(description="About the organisation of this ODS code", examples=["RX1"])] = None
    since: Annotated[PartialDate | None, Field(
        description="Of events on or after this date; those dated by year or month alone, of that year or month on")] = None


@router.get("/api/alerts", responses=responses(422, 503))
@listed_from_memory
def list_alerts(library: TheLibrary, store: OpenStore, filters: Annotated[AlertFilters, Query()]) -> Listing[Alert]:
    """Alerts, newest event first, undated ones last. `evidence_ids` are the proof; see `/api/evidence/{id}`."""
    asked = [alert for alert in library.all_alerts(store)
             if (filters.org is None or alert.org == filters.org)
             and (filters.since is None or (alert.date is not None and alert.date >= filters.since[:len(alert.date)]))]
    return page_of_alerts(asked, cursor=filters.cursor, limit=filters.limit)


def page_of_alerts(alerts: list[Alert], *, cursor: str | None, limit: int) -> Listing[Alert]:
    """The alerts behind a cursor, as many as asked for, and the cursor of the next page."""
    after = decode_cursor(cursor, parts=2)
    left = [alert for alert in alerts if after is None or (alert.date or "") < after[0]
            or ((alert.date or "") == after[0] and alert.id > after[1])]
    page = left[:limit]
    return Listing(items=tuple(page),
                   next_cursor=encode_cursor(page[-1].date or "", page[-1].id) if len(left) > len(page) else None)
