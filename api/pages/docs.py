"""``/docs``: the API described, from its own OpenAPI description; no scripts, nothing fetched from elsewhere."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.templating import render

router = APIRouter()


@router.get("/docs")
def docs(request: Request) -> Response:
    """Every path of the API with its parameters and answers."""
    description = request.app.openapi()
    return render("docs.html", info=description["info"], paths=description["paths"], schemas=description["components"]["schemas"])
