"""``/api/search``: passages by words and by meaning."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.answering import answered
from api.asking import made_ready
from api.found import SearchAnswer
from api.library import OpenStore, TheLibrary, known_kind
from api.listing import Paging, listed_from_memory
from api.problems import responses
from api.search_filters import SearchFilters

router = APIRouter(tags=["search"])


class AskedOfSearch(Paging, SearchFilters):
    """What to search for, and in which form to give it."""

    limit: Annotated[int, Field(ge=1, le=200, description="The most to give on one page")] = 20


@router.get("/api/search", responses=responses(422, 503))
@listed_from_memory
def search_passages(library: TheLibrary, store: OpenStore, filters: Annotated[AskedOfSearch, Query()]) -> SearchAnswer:
    """The passages that answer a query, best first. Words are tried together, then each; meaning is compared as well.

    Copies of one text are given once. `filters` names every filter that holds, those typed into the query included.
    """
    known_kind(store, filters.kind)
    return answered(store, made_ready(filters), embedder=library.embedder, vectors=library.vectors.get)
