"""Search over passages: by words and by meaning, fused by reciprocal rank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from api.copies import folded
from api.found import FoundPassage, Matched
from api.hits import Ranked, shown
from api.query import Query, parse_query
from api.ranking import Rankings, rank
from api.vectors import PassageVectors, open_vectors
from corpora.store import Store
from corpora.store.scope import EVERYTHING, SearchScope
from nlp.embed import Embedder


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, and how."""

    items: tuple[FoundPassage, ...]
    matched: Matched
    expression: str | None
    """The words that were looked for in the end, as the index takes them; None where nothing was found by words."""
    by_meaning: bool
    held: int
    """How many of the passages found hold all the words; no more than 200 are looked at."""
    notes: tuple[str, ...]
    next_offset: int | None


def search(store: Store, query: str, *, embedder: Embedder | None, scope: SearchScope = EVERYTHING,
           limit: int = 20) -> list[FoundPassage]:
    """The passages that answer a query, best first. Any string is a query; none raises.

    Args:
        embedder: compares by meaning too; None for words only.
        scope: only these passages.
    """
    return list(answer(store, query, embedder=embedder, scope=scope, limit=limit).items)


def answer(store: Store, query: str | Query, *, embedder: Embedder | None, scope: SearchScope = EVERYTHING, limit: int = 20,
           offset: int = 0, vectors: Callable[[], PassageVectors] | None = None, whole: bool = False) -> Answer:
    """As ``search``, with how it was done.

    Args:
        query: as typed, or read and perhaps widened.
        offset: leave out so many of the best.
        vectors: gives the store's vectors where they are held open; else they are opened.
        whole: give passages whole, those of closed documents too; else these are extracts.
    """
    asked = parse_query(query) if isinstance(query, str) else query
    found = rank(store, asked, scope, embedder=embedder, vectors=vectors or (lambda: open_vectors(store)))
    scores = found.scores
    kept = folded(store, list(scores))
    page = [Ranked(passage_id, scores[passage_id], found.by_words(passage_id), found.by_meaning(passage_id), copies)
            for passage_id, copies in list(kept.items())[offset:offset + limit]]
    return Answer(items=shown(store, page, asked, whole=whole), matched=found.words.matched, expression=found.words.expression,
                  by_meaning=embedder is not None, held=found.words.held,
                  notes=tuple(_notes(asked, found, by_meaning=embedder is not None)),
                  next_offset=offset + limit if len(kept) > offset + limit else None)


def _notes(asked: Query, found: Rankings, *, by_meaning: bool) -> Iterator[str]:
    words = found.words
    near = ", or are near in meaning" if by_meaning else ""
    if not asked.wanted:
        yield ("Only words to leave out were given; add a word to look for." if asked.excluded
               else "Nothing to look for was given.")
    if found.silent:
        yield (f"Nothing that was found about {' or '.join(f'{one.name} ({one.code})' for one in found.silent)} speaks of the rest "
               "of the query; that was looked for without the name. For all about it, search for the name alone.")
    if words.matched == "any word":
        yield f"No passage holds all of these words; these hold some of them{near}."
    if 0 < words.held < len(words.ids):
        holds = "One passage holds" if words.held == 1 else f"{words.held} passages hold"
        yield f"{holds} all of these words; the others hold some of them{near}."
    if words.left_out:
        yield f"Very many passages hold {', '.join(f'“{word}”' for word in words.left_out)}: not looked for by itself."
    if not words.of_all:
        yield "Very many passages hold these words: only those added last were ranked. Narrow the search."
    if words.matched == "no words" and found.scores:
        yield "No passage holds these words; these are near in meaning."
    if found.named and (found.words_about or found.meaning_about):
        yield f"The query names {' or '.join(f'{one.name} ({one.code})' for one in found.named)}: what is about it comes sooner."
    if not by_meaning:
        yield "Searched by words only: no embedding model is at hand."
