"""``/`` and ``/trusts``: find a trust."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from api.library import OpenStore, TheLibrary
from api.pages.feeds import entries_of
from api.register import register
from api.templating import render
from api.trusts import find_organisations, regions, trust_rows
from nlp.pipeline import READER_VERSION

router = APIRouter()

NEWEST = 5


@router.get("/")
def home(library: TheLibrary, store: OpenStore) -> Response:
    """Find a trust, search, the newest alerts, and what there is."""
    by_kind, alerts = store.count_evidence(), library.alerts.at_hand(store)
    return render(
        "home.html", organisations=sorted(register(), key=lambda organisation: organisation.name), regions=regions(),
        entries=entries_of(store, (alerts or [])[:NEWEST]), alerts_to_come=alerts is None,
        documents=store.count_documents(), unread=store.count_unread(READER_VERSION), by_kind=by_kind,
        organisations_with_evidence=len(store.evidence_totals()), organisations_with_segment=len(store.latest_segments()))


@router.get("/trusts")
def find_trusts(store: OpenStore, q: str = "", region: str = "") -> Response:
    """Organisations whose name or code answers to ``q``; a single one is shown at once."""
    asked, region = q.strip()[:200], region.strip()[:100]
    if asked.endswith(")") and "(" in asked:
        asked = asked[asked.rindex("(") + 1:-1]  # As the list of suggestions writes it: "Name (code)".
    found = list(find_organisations(q=asked or None, region=region or None))
    if asked and len(found) == 1:
        return RedirectResponse(f"/trusts/{found[0].code}", 303)
    rows = sorted(trust_rows(store, found), key=lambda row: row.organisation.name)
    return render("trusts.html", rows=rows, asked=asked, region=region, regions=regions())
