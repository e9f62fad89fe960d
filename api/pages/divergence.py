"""``/divergence``: all findings, the newest evidence first, and how they are worked out."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.joining.findings import rules
from api.joining.quoting import quoted
from api.library import OpenStore, TheLibrary
from api.paging import decode_cursor, encode_cursor
from api.register import register
from api.templating import render

router = APIRouter()

NEWEST = 25


@router.get("/divergence")
def divergence(library: TheLibrary, store: OpenStore, rule: str = "", before: str = "") -> Response:
    """Findings on all organisations, or those of one rule."""
    joined = library.all_joined(store)
    after = decode_cursor(before or None, parts=2)
    wanted = rule if rule in [each.name for each in rules()] else ""
    asked = [finding for finding in joined.newest if wanted in ("", finding.rule)]
    left = [finding for finding in asked if after is None or (finding.newest, after[1]) < (after[0], finding.id)]
    page = left[:NEWEST]
    names = {finding.org: found.name for finding in page if (found := register().by_code.get(finding.org))}
    return render(
        "divergence.html", findings=quoted(store, page), total=len(asked), as_of=joined.as_of, names=names, rule=wanted,
        rules=[each.name for each in rules()], before=before,
        older=encode_cursor(page[-1].newest, page[-1].id) if len(left) > len(page) else None)
