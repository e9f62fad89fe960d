"""The rankings that are compared on the judged set, and how they do on one query."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from api.query import parse_query
from api.search import answer
from api.vectors import PassageVectors, nearest, open_vectors
from bench.ranking_measures import ndcg, recall, reciprocal_rank
from corpora.store import Store
from nlp.embed import Embedder
from tests.search.judged import ANSWERS, Grades, JudgedQuery, Span

DEPTH = 20
FIRST = 10


@dataclass(frozen=True, slots=True)
class Collection:
    """The judged collection as it is searched."""

    store: Store
    embedder: Embedder
    vectors: PassageVectors
    spans: Mapping[int, Span]
    """Where each passage stands, by its id."""

    @classmethod
    def of(cls, store: Store, embedder: Embedder) -> Collection:
        """The collection in a store that ``fill_store`` wrote."""
        spans = {}
        for passage_id in store.passage_ids():
            hit = store.passage_hit(passage_id, score=0.0, found_by=())
            spans[passage_id] = Span(hit.citation.document_id, hit.start, hit.end)
        return cls(store, embedder, open_vectors(store), spans)


System = Callable[[Collection, JudgedQuery], list[Span]]
"""Answers a query with its best twenty passages, best first."""


def by_all_words(collection: Collection, query: JudgedQuery) -> list[Span]:
    """BM25 over the passages that hold all the words; where there is none, over those that hold any."""
    asked = parse_query(query.query)
    for expression in filter(None, (asked.all_words, asked.any_word)):
        found = collection.store.passages_by_words(expression, scope=query.scope, limit=DEPTH)
        if found:
            return [collection.spans[passage_id] for passage_id in found]
    return []


def by_any_word(collection: Collection, query: JudgedQuery) -> list[Span]:
    """BM25 over the passages that hold any of the words: its usual form."""
    asked = parse_query(query.query)
    expression = asked.any_word or asked.all_words
    found = collection.store.passages_by_words(expression, scope=query.scope, limit=DEPTH) if expression else []
    return [collection.spans[passage_id] for passage_id in found]


def by_meaning(collection: Collection, query: JudgedQuery) -> list[Span]:
    """The passages nearest to the query by their vectors; phrases, words to leave out and filters hold."""
    asked = parse_query(query.query)
    found = nearest(collection.store, collection.vectors, collection.embedder.embed([asked.wanted])[0], scope=query.scope,
                    match=asked.held, barred=asked.barred, least=-1.0, limit=DEPTH)
    return [collection.spans[passage_id] for passage_id in found.ids]


def by_search(collection: Collection, query: JudgedQuery) -> list[Span]:
    """What search gives, words and meaning together."""
    found = answer(collection.store, query.query, embedder=collection.embedder, limit=DEPTH, scope=query.scope, whole=True)
    return [Span(hit.citation.document_id, hit.start, hit.end) for hit in found.items]


SYSTEMS: dict[str, System] = {
    "BM25, all words": by_all_words, "BM25, any word": by_any_word, "vectors": by_meaning, "search": by_search}
PARTS = ("BM25, all words", "BM25, any word", "vectors")


@dataclass(frozen=True, slots=True)
class Result:
    """How one system answered one query."""

    query: JudgedQuery
    ndcg: float
    recall: float
    reciprocal_rank: float
    unjudged: tuple[Span, ...]
    """Passages among the first ten that nobody judged; they count as no answer."""


def evaluate(system: System, collection: Collection, queries: Sequence[JudgedQuery], grades: Grades) -> list[Result]:
    """Ask a system every query."""
    return [_result(query, system(collection, query), grades.of(query.id)) for query in queries]


def _result(query: JudgedQuery, found: Sequence[Span], grades: Mapping[Span, int]) -> Result:
    ranked, of_all = [grades.get(span, 0) for span in found], list(grades.values())
    return Result(query=query, ndcg=ndcg(ranked, of_all, depth=FIRST), recall=recall(ranked, of_all, answers=ANSWERS, depth=DEPTH),
                  reciprocal_rank=reciprocal_rank(ranked, answers=ANSWERS),
                  unjudged=tuple(span for span in found[:FIRST] if span not in grades))
