"""``/trusts/{code}/preview``: an organisation in a few words, for a frame of OpenRefine's."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.library import known_organisation
from api.reconciling.matching import described
from api.templating import render

router = APIRouter()

FRAMED = {"Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"}
"""Any site may show it: there is nothing in it to click."""


@router.get("/trusts/{code}/preview")
def preview(code: str) -> Response:
    """Its name, code and whereabouts."""
    organisation = known_organisation(code)
    return render("preview.html", headers=FRAMED, organisation=organisation, description=described(organisation))
