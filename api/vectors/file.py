"""The file of small vectors: its layout, written whole and renamed into place, read through a memory map.

Seven NumPy arrays one after another: what it is (format, highest passage id, rows), the passage id of each row, the rows in the
order of their ids, centres and bounds of the clusters (one cluster where there are few vectors), the rows themselves, one byte a
number, and what each is to be multiplied with. It is open in a moment, whatever its size.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from api.vectors.clusters import Numbers
from nlp.embed import DIMENSIONS

FORMAT = 1
FULL = 127
"""The largest number of a row, as a signed byte."""


@dataclass(frozen=True, slots=True)
class VectorFile:
    """An opened file. Row ``n`` stands for ``codes[n] * scales[n]``; cluster ``c`` is ``rows bounds[c]:bounds[c + 1]``."""

    highest: int
    """No passage with a greater id was there when it was made."""
    ids: npt.NDArray[np.int64]
    """The passage of each row."""
    order: npt.NDArray[np.int32]
    """The rows, by the id of their passage."""
    centres: Numbers
    bounds: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int8]
    scales: Numbers
    stamp: tuple[int, int, int]
    """What tells this file from one that takes its place."""

    def rows_of(self, passage_ids: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        """The rows of those of these passages that it has."""
        if not len(self.ids):
            return np.empty(0, np.int32)
        places = np.minimum(np.searchsorted(self.ids, passage_ids, sorter=self.order), len(self.ids) - 1)
        rows: npt.NDArray[np.int32] = self.order[places]
        found: npt.NDArray[np.int32] = rows[self.ids[rows] == passage_ids]
        return found


def path_beside(database: Path) -> Path:
    """Where the file of a database is."""
    return database.with_name(f"{database.name}-vectors")


def stamp_of(database: Path) -> tuple[int, int, int] | None:
    """What tells the present file from another; None where there is none."""
    try:
        found = os.stat(path_beside(database))
    except OSError:
        return None
    return (found.st_ino, found.st_mtime_ns, found.st_size)


def small(vectors: Numbers) -> tuple[npt.NDArray[np.int8], Numbers]:
    """Vectors as signed bytes, and what each row is to be multiplied with."""
    scales = np.maximum(np.abs(vectors).max(axis=1, initial=0), 1e-9).astype(np.float32) / FULL
    return np.rint(vectors / scales[:, None]).astype(np.int8), scales


def open_file(database: Path) -> VectorFile | None:
    """The file beside a database; None where there is none, or it cannot be used."""
    stamp = stamp_of(database)
    if stamp is None:
        return None
    path = path_beside(database)
    try:
        with path.open("rb") as file:
            about, ids, order, centres, bounds, codes, scales = (_mapped(path, file) for _ in range(7))
    except (OSError, ValueError, EOFError):
        return None
    if about.shape != (3,) or about[0] != FORMAT or not len(ids) == len(order) == len(codes) == len(scales) == about[2]:
        return None
    if codes.shape[1:] != (DIMENSIONS,) or stamp_of(database) != stamp:
        return None
    return VectorFile(int(about[1]), ids, order, np.array(centres), np.array(bounds), codes, scales, stamp)


@contextmanager
def replacing(database: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes its place when it is whole; who has the one before open keeps that."""
    path = path_beside(database)
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, database.stat().st_mode & 0o666)  # who may read the one may read the other
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def write_array(file: BinaryIO, shape: tuple[int, ...], dtype: str, blocks: Iterable[npt.NDArray[Any]]) -> None:
    """One array, given in blocks of rows."""
    np.lib.format.write_array_header_1_0(file, {"descr": dtype, "fortran_order": False, "shape": shape})
    for block in blocks:
        file.write(np.ascontiguousarray(block, dtype=dtype).data)


def _mapped(path: Path, file: BinaryIO) -> npt.NDArray[Any]:
    if np.lib.format.read_magic(file) != (1, 0):
        raise ValueError("another version of NumPy's format")
    shape, _, dtype = np.lib.format.read_array_header_1_0(file)
    if not np.prod(shape):
        return np.empty(shape, dtype)
    mapped = np.memmap(path, dtype=dtype, mode="r", offset=file.tell(), shape=shape)
    file.seek(mapped.nbytes, os.SEEK_CUR)
    return np.asarray(mapped)
