"""A search answered: what was found, how, and what might be asked instead. For the API, the page and the command line."""

from __future__ import annotations

from collections.abc import Callable

from api.asking import Asked
from api.found import SearchAnswer
from api.offering import offers
from api.paging import decode_cursor, encode_cursor
from api.problems import UnusableParameter
from api.search import answer
from api.vectors import PassageVectors
from corpora.store import Store
from nlp.embed import Embedder


def answered(store: Store, asked: Asked, *, embedder: Embedder | None,
             vectors: Callable[[], PassageVectors] | None = None, whole: bool = False) -> SearchAnswer:
    """The answer to a search that was made ready.

    Args:
        whole: give passages whole, those of closed documents too: for whoever holds the database, not to be passed on.

    Raises:
        UnusableParameter: its cursor is of another list.
    """
    filters = asked.filters
    found = answer(store, asked.query, embedder=embedder, scope=asked.scope, limit=filters.limit, offset=offset_of(filters.cursor),
                   vectors=vectors, whole=whole)
    return SearchAnswer(
        query=filters.q.encode("utf-8", "replace").decode(), items=found.items, matched=found.matched, by_meaning=found.by_meaning,
        filters=asked.shown, widened=asked.widened, offers=tuple(offers(asked, held=found.held)),
        facets=store.facets(scope=asked.scope, match=found.expression) if filters.facets and found.expression else None,
        notes=(*asked.notes, *((ONLY_FILTERS,) if asked.fields and not asked.words else found.notes)),
        next_cursor=encode_cursor(str(found.next_offset)) if found.next_offset is not None else None)


ONLY_FILTERS = "Only filters were given; add a word to look for."


def offset_of(cursor: str | None) -> int:
    """How many hits stand before those that a cursor asks for.

    Raises:
        UnusableParameter: the cursor is of another list.
    """
    place = decode_cursor(cursor, parts=1)
    if place is None:
        return 0
    if not (place[0].isascii() and place[0].isdigit() and len(place[0]) < 7):
        raise UnusableParameter("cursor: of another list; leave it out to start from the beginning")
    return int(place[0])
