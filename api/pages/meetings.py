"""``/meetings.ics`` and ``/trusts/{code}/meetings.ics``: the boards' meetings in public, for calendar programs."""

from __future__ import annotations

import datetime

from fastapi import APIRouter, Request, Response

from api.calendar import calendar_of
from api.library import OpenStore, TheLibrary, known_organisation
from api.pages.feeds import answer

router = APIRouter()

KEPT_DAYS = 31
"""Meetings that are over stay in the calendar for so long."""
CALENDAR = "text/calendar; charset=utf-8"


@router.get("/meetings.ics")
def all_meetings(request: Request, library: TheLibrary, store: OpenStore) -> Response:
    """Meetings of all organisations."""
    body = calendar_of(store.meetings(since=_since()), name="NHS boards in England: meetings in public")
    return answer(request, library, body, media_type=CALENDAR)


@router.get("/trusts/{code}/meetings.ics")
def meetings_of_a_trust(request: Request, library: TheLibrary, store: OpenStore, code: str) -> Response:
    """Meetings of one organisation."""
    organisation = known_organisation(code)
    body = calendar_of(store.meetings(orgs=(organisation.code,), since=_since()), name=f"{organisation.name}: board meetings")
    return answer(request, library, body, media_type=CALENDAR)


def _since() -> str:
    return (datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=KEPT_DAYS)).isoformat()
