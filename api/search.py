"""Search over passages: by words and by meaning, fused by reciprocal rank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from api.copies import folded
from api.found import FoundPassage, Matched
from api.hits import Ranked, shown
from api.query import Query, parse_query
from api.vectors import PassageVectors, nearest, open_vectors
from corpora.store import Store
from corpora.store.scope import EVERYTHING, SearchScope
from nlp.embed import Embedder

FUSION_K = 60
"""Reciprocal rank fusion: each list gives a passage 1 / (60 + its rank)."""

DEPTH = 200
"""How far down each list fusion looks, and so the most hits that one query can have is twice this."""

LEAST_LIKENESS = 0.20
"""Cosine below which a passage is about something else: unrelated pairs reach 0.18 with the packaged model."""


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


@dataclass(frozen=True, slots=True)
class ByWords:
    """Passages by their words, the best first, and the expression that found them."""

    ids: tuple[int, ...]
    matched: Matched
    expression: str | None
    left_out: tuple[str, ...] = ()
    """Words that so many passages hold that they were not looked for where some of the words had to do."""
    of_all: bool = True
    """False where so many passages hold the words that only those added last were ranked."""


def search(store: Store, query: str, *, embedder: Embedder | None, scope: SearchScope = EVERYTHING,
           limit: int = 20) -> list[FoundPassage]:
    """The passages that answer a query, best first. Any string is a query; none raises.

    Args:
        embedder: compares by meaning too; None for words only.
        scope: only these passages.
    """
    return list(answer(store, query, embedder=embedder, scope=scope, limit=limit).items)


def answer(store: Store, query: str | Query, *, embedder: Embedder | None, scope: SearchScope = EVERYTHING, limit: int = 20,
           offset: int = 0, vectors: Callable[[], PassageVectors] | None = None) -> Answer:
    """As ``search``, with how it was done.

    Args:
        query: as typed, or read and perhaps widened.
        offset: leave out so many of the best.
        vectors: gives the store's vectors where they are held open; else they are opened.
    """
    asked = parse_query(query) if isinstance(query, str) else query
    by_words = _by_words(store, asked, scope)
    by_meaning: tuple[int, ...] = ()
    if embedder is not None and asked.wanted:
        by_meaning = _by_meaning(store, asked, vectors() if vectors else open_vectors(store), embedder, scope)
    scores = _fused(by_words.ids, by_meaning)
    kept = folded(store, list(scores))
    page = [Ranked(passage_id, scores[passage_id], passage_id in by_words.ids, passage_id in by_meaning, copies)
            for passage_id, copies in list(kept.items())[offset:offset + limit]]
    return Answer(items=shown(store, page, asked), matched=by_words.matched, expression=by_words.expression,
                  by_meaning=embedder is not None, held=len(by_words.ids) if by_words.matched == "all words" else 0,
                  notes=tuple(_notes(asked, by_words, by_meaning=embedder is not None, found=bool(kept))),
                  next_offset=offset + limit if len(kept) > offset + limit else None)


def _by_words(store: Store, asked: Query, scope: SearchScope) -> ByWords:
    if asked.all_words is None:
        return ByWords((), "no words", None)
    found = store.ranked_by_words(asked.all_words, scope=scope, limit=DEPTH, terms=asked.terms)
    if found.ids:
        return ByWords(found.ids, "all words", asked.all_words, of_all=found.of_all)
    if asked.any_word is None:
        return ByWords((), "no words", None)
    told = store.rare_and_common(asked.loose_words, scope=scope)
    expression = asked.any_of(told.rare)
    found = store.ranked_by_words(expression, scope=scope, limit=DEPTH, terms=asked.terms)
    if not found.ids:
        return ByWords((), "no words", None)
    return ByWords(found.ids, "any word", expression, left_out=told.common, of_all=found.of_all)


def _by_meaning(store: Store, asked: Query, held: PassageVectors, embedder: Embedder, scope: SearchScope) -> tuple[int, ...]:
    vector = embedder.embed([asked.wanted])[0]
    return tuple(nearest(store, held, vector, scope=scope, match=asked.held, barred=asked.barred, least=LEAST_LIKENESS,
                         limit=DEPTH).ids)


def _fused(*rankings: tuple[int, ...]) -> dict[int, float]:
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, passage_id in enumerate(ranking, start=1):
            scores[passage_id] = scores.get(passage_id, 0.0) + 1 / (FUSION_K + rank)
    return dict(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])))


def _notes(asked: Query, by_words: ByWords, *, by_meaning: bool, found: bool) -> Iterator[str]:
    if not asked.wanted:
        yield ("Only words to leave out were given; add a word to look for." if asked.excluded
               else "Nothing to look for was given.")
    if by_words.matched == "any word":
        yield f"No passage holds all of these words; these hold some of them{', or are near in meaning' if by_meaning else ''}."
    if by_words.left_out:
        yield f"Very many passages hold {', '.join(f'“{word}”' for word in by_words.left_out)}: not looked for by itself."
    if not by_words.of_all:
        yield "Very many passages hold these words: only those added last were ranked. Narrow the search."
    if by_words.matched == "no words" and found:
        yield "No passage holds these words; these are near in meaning."
    if not by_meaning:
        yield "Searched by words only: no embedding model is at hand."
