"""Making the file of small vectors from the store."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from api.vectors.clusters import BLOCK, SAMPLE_EACH, Numbers, centres_of, count_for, nearest_of
from api.vectors.file import FORMAT, VectorFile, open_file, path_beside, replacing, small, write_array
from corpora.store import Store
from nlp.embed import DIMENSIONS, from_bytes

WORTH_A_FILE = 5_000
"""Fewer vectors are read from the store as quickly."""

WORTH_CLUSTERS = 200_000
"""Of fewer vectors all are compared, in some 25 ms."""

WORN = 0.02
"""A file is made anew when so large a share of passages has come since; until then those are looked at one by one."""

COMPARED = 64
"""So many vectors of a file are compared with the store's, to tell whether it is this database's at all."""


def renew(store: Store) -> bool:
    """Make the file beside a store's database anew, where that is due.

    Returns:
        True where it was made.

    Raises:
        OSError: it cannot be written there.
    """
    forget_strange(store)
    if not is_due(store, open_file(store.path)):
        return False
    build(store)
    return True


def forget_strange(store: Store) -> None:
    """Remove the file where it was made from another database, such as the one before a backup took its place."""
    found = open_file(store.path)
    if found is not None and not belongs(found, store):
        with suppress(OSError):  # it is not used where it stays
            path_beside(store.path).unlink()


def is_due(store: Store, file: VectorFile | None) -> bool:
    """Whether the file is to be made: there are many vectors and none, or too many have come since it was."""
    if file is None:
        return store.count_vectors(most=WORTH_A_FILE) >= WORTH_A_FILE
    known = len(file.ids)
    enough = max(1, int(known * WORN))
    is_large = known >= WORTH_CLUSTERS and len(file.centres) == 1
    return is_large or store.count_vectors(after=file.highest, most=enough) >= enough


def belongs(file: VectorFile, store: Store) -> bool:
    """Whether a file was made from this database, as far as a sample of the passages that are still there tells."""
    if file.highest >= store.next_passage_id():
        return False
    if not len(file.ids):
        return True
    sample = file.ids[np.linspace(0, len(file.ids) - 1, COMPARED).astype(np.int64)]
    stored = [one for one in store.vectors_of([int(passage_id) for passage_id in sample]) if len(one.vector) == DIMENSIONS * 2]
    codes, _ = small(from_bytes([one.vector for one in stored]))
    rows = file.rows_of(np.array([one.passage_id for one in stored], np.int64))
    return bool((codes == file.codes[rows]).all())


def build(store: Store, *, clusters: bool = True) -> None:
    """Make the file from all the vectors of a store, as they are at one moment.

    Args:
        clusters: part many vectors into clusters, which takes half a minute at a million.

    Raises:
        OSError: it cannot be written there.
    """
    with tempfile.TemporaryDirectory(prefix="softintel-") as folder:
        highest = store.next_passage_id() - 1
        ids, raw = _collected(store, Path(folder) / "raw", highest)
        count = count_for(len(ids)) if clusters and len(ids) >= WORTH_CLUSTERS else 1
        centres, cluster = _parted(raw, count)
        order = np.argsort(cluster, kind="stable")
        arrays = (np.array([FORMAT, highest, len(ids)], np.int64), ids[order], np.argsort(order).astype(np.int32), centres,
                  np.searchsorted(cluster[order], np.arange(count + 1)).astype(np.int64))
        with replacing(store.path) as file:
            for array in arrays:
                write_array(file, array.shape, array.dtype.str, [array])
            write_array(file, raw.shape, "|i1", (codes for codes, _ in _small(raw, order)))
            write_array(file, (len(ids),), "<f4", (scales for _, scales in _small(raw, order)))
        del raw  # Windows keeps a mapped file from being removed


def _collected(store: Store, path: Path, highest: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float16]]:
    """All the vectors of a store in a file of their own, so that a million take no gigabyte of memory."""
    ids: list[int] = []
    vectors = (one for one in store.vectors() if one.passage_id <= highest and len(one.vector) == DIMENSIONS * 2)
    with path.open("wb") as file:
        while block := list(islice(vectors, BLOCK)):
            ids.extend(one.passage_id for one in block)
            file.write(b"".join(one.vector for one in block))
    if not ids:
        return np.empty(0, np.int64), np.empty((0, DIMENSIONS), "<f2")
    return np.array(ids, np.int64), np.memmap(path, dtype="<f2", mode="r", shape=(len(ids), DIMENSIONS))


def _parted(raw: npt.NDArray[np.float16], count: int) -> tuple[Numbers, npt.NDArray[np.int32]]:
    if count == 1:
        return np.zeros((1, DIMENSIONS), np.float32), np.zeros(len(raw), np.int32)
    chosen = np.sort(np.random.default_rng(1).choice(len(raw), min(len(raw), SAMPLE_EACH * count), replace=False))
    centres = centres_of(raw[chosen].astype(np.float32), count)
    return centres, np.concatenate([nearest_of(raw[first:first + BLOCK].astype(np.float32), centres)
                                    for first in range(0, len(raw), BLOCK)])


def _small(raw: npt.NDArray[np.float16], order: npt.NDArray[np.int64]) -> Iterator[tuple[npt.NDArray[np.int8], Numbers]]:
    for first in range(0, len(order), BLOCK):
        yield small(raw[order[first:first + BLOCK]].astype(np.float32))
