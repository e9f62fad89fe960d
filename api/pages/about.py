"""``/about``: what the words on the pages mean, and how far to trust them."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.templating import render

router = APIRouter()


@router.get("/about")
def about() -> Response:
    """How to read the pages."""
    return render("about.html")
