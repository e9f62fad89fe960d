"""``/api/search``: passages by words and by meaning."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.answering import answered
from api.asking import made_ready
from api.found import SearchAnswer
from api.library import OpenStore, TheLibrary, known_kind
from api.problems import responses
from api.search_filters import SearchFilters

router = APIRouter(tags=["search"])


@router.get("/api/search", responses=responses(422, 503))
def search_passages(library: TheLibrary, store: OpenStore, filters: Annotated[SearchFilters, Query()]) -> SearchAnswer:
    """The passages that answer a query, best first. Words are tried together, then each; meaning is compared as well.

    Copies of one text are given once. `filters` names every filter that holds, those typed into the query included.
    """
    known_kind(store, filters.kind)
    return answered(store, made_ready(filters), embedder=library.embedder, vectors=library.vectors.get)
