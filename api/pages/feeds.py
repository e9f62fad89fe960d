"""``/feed.atom`` and ``/trusts/{code}/feed.atom``: alerts for feed readers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from fastapi import APIRouter, Request, Response

from api.addresses import base_address
from api.feeds import FeedEntry, atom_feed
from api.library import Library, OpenStore, TheLibrary, known_organisation
from corpora.schema import Alert
from corpora.store import Store

router = APIRouter()

NEWEST = 100


@router.get("/feed.atom")
def all_alerts(request: Request, library: TheLibrary, store: OpenStore) -> Response:
    """The newest alerts of all organisations."""
    body = atom_feed(entries_of(store, library.all_alerts(store)[:NEWEST]), title="softintel: alerts on NHS trusts in England",
                     name="all", base=base_address(request), path="/")
    return answer(request, library, body)


@router.get("/trusts/{code}/feed.atom")
def alerts_of_a_trust(request: Request, library: TheLibrary, store: OpenStore, code: str) -> Response:
    """The newest alerts of one organisation."""
    organisation = known_organisation(code)
    alerts = [alert for alert in library.all_alerts(store) if alert.org == organisation.code]
    body = atom_feed(entries_of(store, alerts[:NEWEST]), title=f"softintel: {organisation.name}", name=organisation.code,
                     base=base_address(request), path=f"/trusts/{organisation.code}")
    return answer(request, library, body)


def entries_of(store: Store, alerts: Sequence[Alert]) -> list[FeedEntry]:
    """Alerts with the evidence that they cite; copies are named by the one they copy."""
    ids = tuple({evidence_id for alert in alerts for evidence_id in alert.evidence_ids})
    found = {}
    for first in range(0, len(ids), 500):
        for cited in store.evidence(ids=ids[first:first + 500], limit=-1):
            found[cited.evidence.id] = cited
    return [FeedEntry(alert, tuple(found[evidence_id] for evidence_id in alert.evidence_ids
                                   if evidence_id in found and found[evidence_id].copy_of not in alert.evidence_ids))
            for alert in alerts]


def answer(request: Request, library: Library, body: bytes, *, media_type: str = "application/atom+xml") -> Response:
    """What is served, or that it has not changed since it was asked for last."""
    changed = _changed(library)
    headers = {"ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"', "Last-Modified": format_datetime(changed, usegmt=True),
               "Cache-Control": "no-cache"}
    if _is_known(request, headers["ETag"], changed):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def _is_known(request: Request, etag: str, changed: datetime) -> bool:
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return tags.strip() == "*" or etag in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except (ValueError, OverflowError):
        return False
    return changed <= (since if since.tzinfo else since.replace(tzinfo=UTC))


def _changed(library: Library) -> datetime:
    """When the database was last written, to the second: what a feed says cannot have changed since."""
    path = library.database
    times = [path.stat().st_mtime]
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists() and wal.stat().st_size:
        times.append(wal.stat().st_mtime)
    return datetime.fromtimestamp(int(max(times)), tz=UTC)
