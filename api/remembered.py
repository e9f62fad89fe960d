"""An answer worked out from the whole database, kept until the database changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from corpora.store import Store

Answer = TypeVar("Answer")


class Remembered(Generic[Answer]):
    """``work_out(store)``, worked out again only when the file was changed or replaced. For use from many threads."""

    def __init__(self, path: Path, work_out: Callable[[Store], Answer]) -> None:
        self._path = path
        self._work_out = work_out
        self._lock = Lock()
        self._store: Store | None = None
        self._state: tuple[int, int, int] | None = None
        self._answer: Answer | None = None

    def get(self) -> Answer:
        """The answer for the database as it is now.

        Raises:
            UsersMistake: the database cannot be opened.
        """
        with self._lock:
            store = self._opened()
            state = (store.state(), *_file(self._path))
            if self._answer is None or state != self._state:
                with store.snapshot():
                    self._answer = self._work_out(store)
                self._state = state
            return self._answer

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            if self._store:
                self._store.close()
            self._store = self._answer = None

    def _opened(self) -> Store:
        if self._store and self._state and self._state[1:] != _file(self._path):
            self._store.close()
            self._store = None
        if self._store is None:
            self._store = Store(self._path, read_only=True)
            self._state = None
        return self._store


def _file(path: Path) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)
