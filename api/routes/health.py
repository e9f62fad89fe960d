"""``/healthz``: whether the database can be read."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.answers import Health
from api.library import OpenStore
from api.problems import responses

router = APIRouter(tags=["health"])


@router.get("/healthz", responses=responses(503))
def check_health(store: OpenStore, response: Response) -> Health:
    """Read the database, and say what is in it."""
    response.headers["Cache-Control"] = "no-store"
    return Health(status="ok", documents=store.count_documents(), evidence=sum(store.count_evidence().values()))
