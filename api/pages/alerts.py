"""``/alerts``: reasons to look at an organisation now."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.library import OpenStore, TheLibrary, known_organisation
from api.pages.feeds import entries_of
from api.routes.alerts import page_of_alerts
from api.templating import render

router = APIRouter()

NEWEST = 50


@router.get("/alerts")
def alerts(library: TheLibrary, store: OpenStore, org: str = "", before: str = "") -> Response:
    """All alerts, or those on one organisation, newest first, with their proof."""
    organisation = known_organisation(org.strip()) if org.strip() else None
    asked = [alert for alert in library.all_alerts(store) if organisation is None or alert.org == organisation.code]
    page = page_of_alerts(asked, cursor=before or None, limit=NEWEST)
    return render("alerts.html", entries=entries_of(store, page.items), older=page.next_cursor, before=before,
                  organisation=organisation)
