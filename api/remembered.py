"""An answer worked out from the whole database, kept until the database changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from corpora.store import Store
from corpora.store.pool import file_of

Answer = TypeVar("Answer")

AT_ONCE_SECONDS = 0.5
"""An answer that takes no longer than this is worked out again after every change of the database."""

REST = 20
"""A slower one is given out for so many times as long as it took, whatever is written meanwhile: a crawl that commits twenty
times a second must not keep every page waiting."""


@dataclass(frozen=True, slots=True)
class _Worked(Generic[Answer]):
    answer: Answer
    state: tuple[int, int, int]
    good_until: float


class Remembered(Generic[Answer]):
    """``work_out(store)``, worked out again only when the file was changed or replaced. For use from many threads."""

    def __init__(self, path: Path, work_out: Callable[[Store], Answer], *, at_once: float | None = None) -> None:
        """Nothing is worked out yet.

        Args:
            at_once: in place of ``AT_ONCE_SECONDS``, for an answer that every request of a busy route asks for: whoever asks
                first after a change waits for it.
        """
        self._path = path
        self._work_out = work_out
        self._at_once = at_once
        self._lock = Lock()
        self._store: Store | None = None
        self._file: tuple[int, int] | None = None
        self._worked: _Worked[Answer] | None = None

    def get(self) -> Answer:
        """The answer for the database as it is now; while it is being worked out again, the last one.

        Raises:
            UsersMistake: the database cannot be opened.
        """
        worked = self._worked
        if worked and time.monotonic() < worked.good_until:
            return worked.answer
        if not self._lock.acquire(blocking=worked is None):
            assert worked is not None
            return worked.answer
        try:
            return self._now().answer
        finally:
            self._lock.release()

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            if self._store:
                self._store.close()
            self._store = self._worked = None

    def _now(self) -> _Worked[Answer]:
        store = self._opened()
        state = (store.state(), *file_of(self._path))
        if self._worked is None or self._worked.state != state:
            began = time.monotonic()
            with store.snapshot():
                answer = self._work_out(store)
            took = time.monotonic() - began
            at_once = AT_ONCE_SECONDS if self._at_once is None else self._at_once
            rest = took * REST if took > at_once else 0.0
            self._worked = _Worked(answer, state, time.monotonic() + rest)
        return self._worked

    def _opened(self) -> Store:
        file = file_of(self._path)
        if self._store and self._file != file:
            self._store.close()
            self._store = None
        if self._store is None:
            self._store, self._file, self._worked = Store(self._path, read_only=True), file, None
        return self._store

