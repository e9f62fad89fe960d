"""``/alerts``: reasons to look at an organisation now."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.library import OpenStore, TheLibrary
from api.pages.feeds import entries_of
from api.routes.alerts import page_of_alerts
from api.templating import render

router = APIRouter()

NEWEST = 50


@router.get("/alerts")
def alerts(library: TheLibrary, store: OpenStore, before: str = "") -> Response:
    """All alerts, newest first, with their proof."""
    page = page_of_alerts(library.alerts.get(), cursor=before or None, limit=NEWEST)
    return render("alerts.html", entries=entries_of(store, page.items), older=page.next_cursor, before=before)
