"""``/api/search``: passages by words and by meaning."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.answers import SearchAnswer
from api.library import Cursor, KnownCode, OpenStore, TheLibrary, known_kind
from api.paging import decode_cursor, encode_cursor
from api.problems import UnusableParameter, responses
from api.search import answer
from corpora.schema import PartialDate, Record, Slug

router = APIRouter(tags=["search"])


class SearchFilters(Record):
    """What to search for."""

    q: Annotated[str, Field(description='Words; "quoted phrases" and -words to leave out hold', examples=["special measures"])]
    org: Annotated[KnownCode | None, Field(description="Passages that speak of this ODS code", examples=["RX1"])] = None
    kind: Annotated[Slug | None, Field(description="Passages that evidence of this kind is quoted from")] = None
    since: Annotated[PartialDate | None, Field(description="Published on or after this date")] = None
    limit: Annotated[int, Field(ge=1, le=200)] = 20
    cursor: Cursor | None = None


@router.get("/api/search", responses=responses(422, 503))
def search_passages(library: TheLibrary, store: OpenStore, filters: Annotated[SearchFilters, Query()]) -> SearchAnswer:
    """The passages that answer a query, best first. Words are tried together, then each; meaning is compared as well."""
    found = answer(
        store, filters.q, embedder=library.embedder, org=filters.org, kind=known_kind(store, filters.kind), since=filters.since,
        limit=filters.limit, offset=offset_of(filters.cursor), vectors=library.vectors.get)
    next_cursor = encode_cursor(found.next_cursor) if found.next_cursor else None
    return found.model_copy(update={"next_cursor": next_cursor})


def offset_of(cursor: str | None) -> int:
    """How many hits stand before those that a cursor asks for."""
    place = decode_cursor(cursor, parts=1)
    if place is None:
        return 0
    if not (place[0].isascii() and place[0].isdigit() and len(place[0]) < 7):
        raise UnusableParameter("cursor: of another list; leave it out to start from the beginning")
    return int(place[0])
