"""Passages ranked for a query: by their words, by their meaning, and, where it names an organisation, among those about it.

The rankings are fused by reciprocal rank. What stands here was chosen on the judged set (docs/search-relevance.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from api.found import Matched
from api.named import organisations_named
from api.query import Query, tokens
from api.vectors import PassageVectors, nearest
from corpora.organisations import Organisation
from corpora.store import Store
from corpora.store.scope import SearchScope
from nlp.embed import DIMENSIONS, Embedder, Vectors, from_bytes

FUSION_K = 60
"""Reciprocal rank fusion: each ranking gives a passage 1 / (60 + its rank)."""

DEPTH = 200
"""How far down each ranking goes."""

FEW = 10
"""Where fewer passages hold all the words, those that hold some come after them: looking for these too takes time."""

LEAST_LIKENESS = 0.20
"""Cosine below which a passage is about something else: unrelated pairs reach 0.18 with the packaged model."""

LEAST_TO_SUBJECT = 0.10
"""Cosine to what is asked about a named organisation, below which a passage is about something else of it."""

GUIDES = 5
"""So many of the first passages by words show what the words mean here: a few words say little to a model of sentences."""

GUIDANCE = 2.0
"""How much the mean of their vectors counts beside the query's own."""


@dataclass(frozen=True, slots=True)
class ByWords:
    """Passages by their words, the best first, and the expression that found them."""

    ids: tuple[int, ...]
    held: int
    """How many of them hold all the words: the first so many."""
    expression: str | None
    """Of those that hold all, where there are any; else of those that hold some."""
    left_out: tuple[str, ...] = ()
    """Words that so many passages hold that they were not looked for where some of the words had to do."""
    of_all: bool = True
    """False where so many passages hold the words that only those added last were ranked."""

    @property
    def matched(self) -> Matched:
        """What the first passage holds."""
        return "all words" if self.held else "any word" if self.ids else "no words"


@dataclass(frozen=True, slots=True)
class Rankings:
    """All rankings of one query."""

    words: ByWords
    meaning: tuple[int, ...]
    named: tuple[Organisation, ...] = ()
    """The organisations that the query names, where nobody asked for those about certain ones."""
    words_about: tuple[int, ...] = ()
    """Of the passages about them, by the other words."""
    meaning_about: tuple[int, ...] = ()
    """Of the passages about them, by meaning."""
    silent: tuple[Organisation, ...] = ()
    """Those named that nothing found speaks of with the rest of the query: it was then looked for without the name."""

    @property
    def scores(self) -> dict[int, float]:
        """The passages with their scores, best first, of equal ones the older first."""
        about = fused(self.words_about, self.meaning_about)
        return fused(self.words.ids, self.meaning, tuple(about))

    def by_words(self, passage_id: int) -> bool:
        """Whether a passage was found by its words."""
        return passage_id in self.words.ids or passage_id in self.words_about

    def by_meaning(self, passage_id: int) -> bool:
        """Whether a passage was found by its meaning."""
        return passage_id in self.meaning or passage_id in self.meaning_about


def rank(store: Store, asked: Query, scope: SearchScope, *, embedder: Embedder | None,
         vectors: Callable[[], PassageVectors]) -> Rankings:
    """Rank the passages of a scope.

    Args:
        embedder: compares by meaning too; None for words only.
        vectors: gives the store's vectors.
    """
    words = rank_by_words(store, asked, scope)
    stretch = None if scope.orgs else organisations_named(asked.text)
    named = stretch.organisations if stretch else ()
    rest = _without(asked, asked.text[stretch.start:stretch.end]) if stretch else asked
    about = scope.model_copy(update={"orgs": tuple(organisation.code for organisation in named)})
    words_about = rank_by_words(store, rest, about).ids if named else ()
    if embedder is None or not asked.wanted:
        if named and rest.wanted and not (words.held or words_about):
            return _without_name(store, rest, scope, named, embedder=None, vectors=vectors)
        return Rankings(words, (), named, words_about)
    # A model of sentences knows a hospital by its name, not by its letters or its code.
    vector = embedder.embed([" ".join([*(one.name for one in named[:1]), rest.wanted]) if named else asked.wanted])[0]
    held = vectors()
    meaning = nearest(store, held, _guided(store, vector, words.ids[:GUIDES]), scope=scope, match=asked.held, barred=asked.barred,
                      least=LEAST_LIKENESS, limit=DEPTH).ids
    meaning_about = nearest(store, held, vector, scope=about, match=asked.held, barred=asked.barred, least=-1.0,
                            limit=DEPTH).ids if named else ()
    if named and rest.wanted:
        likeness = _likeness(store, embedder.embed([rest.wanted])[0], (*meaning, *meaning_about))
        if not (words.held or words_about or any(likeness.get(one, 0) >= LEAST_LIKENESS for one in meaning_about)):
            return _without_name(store, rest, scope, named, embedder=embedder, vectors=vectors)
        meaning, meaning_about = (tuple(one for one in ids if likeness.get(one, 0) >= LEAST_TO_SUBJECT)
                                  for ids in (meaning, meaning_about))
    return Rankings(words, meaning, named, words_about, meaning_about)


def rank_by_words(store: Store, asked: Query, scope: SearchScope) -> ByWords:
    """The passages that hold all the words, and after them, where they are few, those that hold some."""
    if asked.all_words is None:
        return ByWords((), 0, None)
    whole = store.ranked_by_words(asked.all_words, scope=scope, limit=DEPTH, terms=asked.terms)
    if len(whole.ids) >= FEW or asked.any_word is None:
        return ByWords(whole.ids, len(whole.ids), asked.all_words if whole.ids else None, of_all=whole.of_all)
    told = store.rare_and_common(asked.loose_words, scope=scope)
    expression = asked.any_of(told.rare)
    some = store.ranked_by_words(expression, scope=scope, limit=DEPTH, terms=asked.terms)
    ids = tuple(dict.fromkeys([*whole.ids, *some.ids]))[:DEPTH]
    if not ids:
        return ByWords((), 0, None)
    return ByWords(ids, len(whole.ids), asked.all_words if whole.ids else expression, left_out=told.common,
                   of_all=whole.of_all and some.of_all)


def fused(*rankings: Sequence[int]) -> dict[int, float]:
    """The passages of all rankings with their scores by reciprocal rank, best first, of equal ones the older first."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for place, passage_id in enumerate(ranking, start=1):
            scores[passage_id] = scores.get(passage_id, 0.0) + 1 / (FUSION_K + place)
    return dict(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])))


def _without_name(store: Store, rest: Query, scope: SearchScope, named: tuple[Organisation, ...], *, embedder: Embedder | None,
                  vectors: Callable[[], PassageVectors]) -> Rankings:
    """What a query finds without the name in it, where nothing about the organisation speaks of the rest: its name alone makes
    whatever is about it look near, and ``hospitals`` stands in half of all passages."""
    found = rank(store, replace(rest, text=""), scope, embedder=embedder, vectors=vectors)
    return replace(found, words=replace(found.words, held=0), silent=named)


def _likeness(store: Store, vector: Vectors, passage_ids: Sequence[int]) -> dict[int, float]:
    """The cosine of these passages to a vector."""
    held = [one for one in store.vectors_of(tuple(dict.fromkeys(passage_ids))) if len(one.vector) == DIMENSIONS * 2]
    near = from_bytes([one.vector for one in held]) @ vector
    return {one.passage_id: float(value) for one, value in zip(held, near, strict=True)}


def _guided(store: Store, vector: Vectors, passage_ids: Sequence[int]) -> Vectors:
    """A query's vector drawn towards the mean of those of some passages, at unit length."""
    guides = [one.vector for one in store.vectors_of(passage_ids) if len(one.vector) == DIMENSIONS * 2]
    if not guides:
        return vector
    guided: Vectors = vector + GUIDANCE * from_bytes(guides).mean(axis=0)
    return guided / np.linalg.norm(guided)


def _without(asked: Query, name: str) -> Query:
    """A query less the words of a name in it."""
    own = frozenset(tokens(name))
    return replace(asked, words=tuple(word for word in asked.words if not own.issuperset(word.split())))
