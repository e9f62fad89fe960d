"""Finding the passages nearest in meaning, among all or within a scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from api.vectors.building import belongs
from api.vectors.clusters import Numbers
from api.vectors.file import VectorFile, open_file, small, stamp_of
from corpora.store import Store
from corpora.store.scope import EVERYTHING, SearchScope
from nlp.embed import DIMENSIONS, from_bytes

FEW = 10_000
"""A scope of so many passages is looked at whole; of a larger one the nearest of all are told whether they lie in it."""

ENOUGH = 40_000
"""So many rows are looked at in the clusters next to a query, beginning with the nearest (some 5 ms)."""

STEP = 400
"""So many of the nearest are looked up in the store in one go."""

STEPS = 12
"""After so many steps a search within a scope ends with what it has."""

BLOCK = 8_192


@dataclass(frozen=True, slots=True)
class Tail:
    """The vectors of passages that have come since the file was made: row ``n`` of ``codes`` is passage ``ids[n]``."""

    ids: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int8]
    scales: Numbers


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """All vectors of a store at one moment, ready to be searched."""

    file: VectorFile | None
    tail: Tail
    stamp: tuple[int, int, int] | None
    """Of the file that lay there when they were opened, used or not."""

    @property
    def count(self) -> int:
        """How many there are; those of passages that are gone are counted until the file is made anew."""
        return len(self.tail.ids) + (len(self.file.ids) if self.file else 0)


@dataclass(frozen=True, slots=True)
class NearestPassages:
    """Passages near in meaning, the nearest first, with their cosine to what was asked."""

    ids: tuple[int, ...]
    likeness: tuple[float, ...]


def open_vectors(store: Store, last: PassageVectors | None = None) -> PassageVectors:
    """The vectors of a store: its file, where it has one, and what has come since.

    Args:
        last: as they were opened before, of the same database; what has not changed is taken from there.
    """
    stamp = stamp_of(store.path)
    if last is not None and last.stamp == stamp:
        file, tail = last.file, last.tail
    else:
        file, tail = open_file(store.path), Tail(np.empty(0, np.int64), np.empty((0, DIMENSIONS), np.int8), np.empty(0, np.float32))
    if file is not None and not belongs(file, store):
        file = None
    after = max(file.highest if file else 0, int(tail.ids[-1]) if len(tail.ids) else 0)
    new = [one for one in store.vectors(after=after) if len(one.vector) == DIMENSIONS * 2]
    if new:
        codes, scales = small(from_bytes([one.vector for one in new]))
        tail = Tail(np.concatenate([tail.ids, np.array([one.passage_id for one in new], np.int64)]),
                    np.concatenate([tail.codes, codes]), np.concatenate([tail.scales, scales]))
    return PassageVectors(file, tail, stamp)


def nearest(store: Store, held: PassageVectors, vector: Numbers, *, scope: SearchScope = EVERYTHING, match: str | None = None,
            barred: str | None = None, least: float, limit: int) -> NearestPassages:
    """The passages of a scope whose meaning is nearest to a vector.

    Args:
        vector: 384 numbers of unit length.
        match: an FTS5 expression that they must match.
        barred: an FTS5 expression that they must not match.
        least: the least cosine.
    """
    narrow = match is not None or scope != EVERYTHING
    looked_at_whole = narrow and store.is_within(FEW, scope=scope, match=match)
    ids, likeness = (_of(held, vector, np.array(store.passage_ids(scope=scope, match=match), np.int64)) if looked_at_whole
                     else _near(held, vector))
    found: dict[int, float] = {}
    for step in _steps(ids, likeness, least):
        if narrow and not looked_at_whole:
            step = store.within(step, scope=scope, match=match)
        if barred is not None:
            out = set(store.within(step, match=barred))
            step = [passage_id for passage_id in step if passage_id not in out]
        found.update(_truly(store, step, vector))
        if len(found) >= limit + STEP // 4:  # some more, since small vectors may have changed places
            break
    # Equally alike passages come in the order of their ids.
    best = sorted(((likeness, passage_id) for passage_id, likeness in found.items() if likeness >= least),
                  key=lambda pair: (-pair[0], pair[1]))[:limit]
    return NearestPassages(tuple(passage_id for _, passage_id in best), tuple(likeness for likeness, _ in best))


def _truly(store: Store, passage_ids: list[int], vector: Numbers) -> dict[int, float]:
    """The cosine of those of these passages that are there, by the store's own vectors."""
    stored = [one for one in store.vectors_of(passage_ids) if len(one.vector) == DIMENSIONS * 2]
    likeness = from_bytes([one.vector for one in stored]) @ vector
    return {one.passage_id: float(value) for one, value in zip(stored, likeness, strict=True)}


def _steps(ids: npt.NDArray[np.int64], likeness: Numbers, least: float) -> Iterator[list[int]]:
    """The nearest first, some hundreds at a time, as far as they are near at all."""
    most = min(STEP * STEPS, len(ids))
    best = np.argpartition(-likeness, most - 1)[:most] if most < len(ids) else np.arange(len(ids))
    best = best[np.lexsort((ids[best], -likeness[best]))]
    best = best[likeness[best] >= least - 0.01]
    for first in range(0, len(best), STEP):
        yield [int(passage_id) for passage_id in ids[best[first:first + STEP]]]


def _of(held: PassageVectors, vector: Numbers, wanted: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], Numbers]:
    """The likeness of these passages, as far as they have a vector."""
    in_tail = np.isin(held.tail.ids, wanted)
    ids, likeness = [held.tail.ids[in_tail]], [_likeness(held.tail.codes[in_tail], held.tail.scales[in_tail], vector)]
    if held.file is not None:
        rows = held.file.rows_of(wanted)
        ids.append(held.file.ids[rows])
        likeness.append(_likeness(held.file.codes[rows], held.file.scales[rows], vector))
    return np.concatenate(ids), np.concatenate(likeness)


def _near(held: PassageVectors, vector: Numbers) -> tuple[npt.NDArray[np.int64], Numbers]:
    """The likeness of all passages, or of those in the clusters next to the vector."""
    ids, likeness = [held.tail.ids], [_likeness(held.tail.codes, held.tail.scales, vector)]
    if held.file is not None and len(held.file.ids):
        bounds, rows = held.file.bounds, 0
        for cluster in np.argsort(-(held.file.centres @ vector), kind="stable"):
            part = slice(int(bounds[cluster]), int(bounds[cluster + 1]))
            ids.append(held.file.ids[part])
            likeness.append(_likeness(held.file.codes[part], held.file.scales[part], vector))
            rows += part.stop - part.start
            if rows >= ENOUGH:
                break
    return np.concatenate(ids), np.concatenate(likeness)


def _likeness(codes: npt.NDArray[np.int8], scales: Numbers, vector: Numbers) -> Numbers:
    likeness = np.empty(len(codes), dtype=np.float32)
    for first in range(0, len(codes), BLOCK):
        block = slice(first, first + BLOCK)
        likeness[block] = (codes[block].astype(np.float32) @ vector) * scales[block]
    return likeness
