"""``/search``: passages that answer a query."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Response
from pydantic import ValidationError

from api.answers import SearchAnswer
from api.library import OpenStore, TheLibrary, known_kinds
from api.problems import UnusableParameter
from api.register import register
from api.routes.search import SearchFilters, offset_of, search_passages
from api.search import quoted_from
from api.snippets import snippet
from api.templating import render

router = APIRouter()


@router.get("/search")
def search(library: TheLibrary, store: OpenStore, q: str = "", org: str = "", kind: str = "", since: str = "",
           cursor: str = "") -> Response:
    """A search box, and what was found. What cannot be used is told on the page."""
    given = {"q": q, "org": org.strip(), "kind": kind.strip(), "since": since.strip()}
    found: SearchAnswer | None = None
    mistakes: dict[str, str] = {}
    if q.strip():
        try:
            filters = SearchFilters.model_validate({name: value for name, value in given.items() if value}
                                                   | ({"cursor": cursor} if cursor else {}))
            found = search_passages(library, store, filters)
        except ValidationError as error:
            mistakes = {str(one["loc"][0]): MISTAKES.get(str(one["loc"][0]), one["msg"]) for one in error.errors()}
        except UnusableParameter as error:
            name, _, detail = str(error).partition(": ")
            mistakes = {name: detail}
    elif any(given.values()):
        mistakes = {"q": NO_WORDS}
    kept = {name: value for name, value in given.items() if value}
    return render(
        "search.html", status=422 if mistakes else 200, given=given, found=found, mistakes=mistakes, kinds=known_kinds(),
        organisations=sorted(register(), key=lambda organisation: organisation.name), names=register().by_code,
        snippets=[snippet(hit.text, q) for hit in found.items] if found else [], first=offset_of(cursor or None) if found else 0,
        quoted=[quoted_from(store, hit) for hit in found.items] if found else [],
        more=f"/search?{urlencode(kept | {'cursor': found.next_cursor})}" if found and found.next_cursor else None)


NO_WORDS = "Give words to look for; all evidence about a trust stands on its own page"
MISTAKES = {
    "org": "Give the ODS code of an NHS trust or integrated care board, such as RX1",
    "since": "Give a date, such as 2021-09-15, 2021-09 or 2021",
    "kind": "Choose a kind from the list",
    "cursor": "That page of results is gone; search again",
}
"""For people, by field."""
