"""Search over passages: by words and by meaning, fused by reciprocal rank."""

from __future__ import annotations

from collections.abc import Callable

from api.answers import SearchAnswer
from api.query import Query, parse_query
from api.vectors import PassageVectors, nearest, open_vectors
from corpora.schema import Evidence, SearchHit
from corpora.store import Store
from corpora.store.scope import SearchScope
from nlp.embed import Embedder

FUSION_K = 60
"""Reciprocal rank fusion: each list gives a passage 1 / (60 + its rank)."""

DEPTH = 200
"""How far down each list fusion looks, and so the most hits that one query can have is twice this."""

LEAST_LIKENESS = 0.20
"""Cosine below which a passage is about something else: unrelated pairs reach 0.18 with the packaged model."""


def search(store: Store, query: str, *, embedder: Embedder | None, org: str | None = None, kind: str | None = None,
           since: str | None = None, limit: int = 20) -> list[SearchHit]:
    """The passages that answer a query, best first. Any string is a query; none raises.

    Args:
        embedder: compares by meaning too; None for words only.
        org: only passages that speak of this ODS code.
        kind: only passages that evidence of this kind is quoted from.
        since: only documents published on or after this date.
    """
    return list(answer(store, query, embedder=embedder, org=org, kind=kind, since=since, limit=limit).items)


def answer(store: Store, query: str, *, embedder: Embedder | None, org: str | None = None, kind: str | None = None,
           since: str | None = None, limit: int = 20, offset: int = 0,
           vectors: Callable[[], PassageVectors] | None = None) -> SearchAnswer:
    """As ``search``, with how it was done.

    Args:
        offset: leave out so many of the best.
        vectors: gives the store's vectors where they are held open; else they are opened.
    """
    asked = parse_query(query)
    scope = SearchScope(orgs=(org,) if org else (), kind=kind, since=since)
    by_words, matched = _by_words(store, asked, scope)
    by_meaning: list[int] = []
    if embedder is not None and asked.wanted:
        held = vectors() if vectors else open_vectors(store)
        by_meaning = _by_meaning(store, asked, held, embedder, scope)
    ranked = _fused(by_words, by_meaning)
    page = [_hit(store, passage_id, score, by_words, by_meaning) for passage_id, score in ranked[offset:offset + limit]]
    return SearchAnswer(
        query=query, items=tuple(hit for hit in page if hit), matched=matched, by_meaning=embedder is not None,
        notes=tuple(_notes(asked, matched, embedder, found=bool(ranked))),
        next_cursor=str(offset + limit) if len(ranked) > offset + limit else None)


def quoted_from(store: Store, hit: SearchHit) -> list[Evidence]:
    """The evidence that is quoted from a passage."""
    return [cited.evidence for cited in store.evidence(document_id=hit.citation.document_id, limit=-1)
            if cited.evidence.start < hit.end and cited.evidence.end > hit.start]


def _by_words(store: Store, asked: Query, scope: SearchScope) -> tuple[list[int], str]:
    for expression, matched in ((asked.all_words, "all words"), (asked.any_word, "any word")):
        if expression is not None:
            found = store.passages_by_words(expression, scope=scope, limit=DEPTH)
            if found:
                return found, matched
    return [], "no words"


def _by_meaning(store: Store, asked: Query, held: PassageVectors, embedder: Embedder,
                scope: SearchScope) -> list[int]:
    vector = embedder.embed([asked.wanted])[0]
    return list(nearest(store, held, vector, scope=scope, match=asked.held, barred=asked.barred, least=LEAST_LIKENESS,
                        limit=DEPTH).ids)


def _fused(*rankings: list[int]) -> list[tuple[int, float]]:
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, passage_id in enumerate(ranking, start=1):
            scores[passage_id] = scores.get(passage_id, 0.0) + 1 / (FUSION_K + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _hit(store: Store, passage_id: int, score: float, by_words: list[int], by_meaning: list[int]) -> SearchHit | None:
    found_by = tuple(name for name, ids in (("words", by_words), ("meaning", by_meaning)) if passage_id in ids)
    try:
        return store.passage_hit(passage_id, score=score, found_by=found_by)
    except KeyError:
        return None  # The vectors in memory are newer or older than this view of the store.


def _notes(asked: Query, matched: str, embedder: Embedder | None, *, found: bool) -> list[str]:
    notes = []
    if not asked.wanted:
        notes.append("Only words to leave out were given; add a word to look for." if asked.excluded
                     else "Nothing to look for was given.")
    if matched == "any word":
        near = "" if embedder is None else ", or are near in meaning"
        notes.append(f"No passage holds all of these words; these hold some of them{near}.")
    if matched == "no words" and found:
        notes.append("No passage holds these words; these are near in meaning.")
    if embedder is None:
        notes.append("Searched by words only: no embedding model is at hand.")
    return notes
