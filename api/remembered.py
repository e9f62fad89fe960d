"""An answer worked out from the whole database, kept until the database changes."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock, Thread
from typing import Generic, TypeVar

from api.worked_apart import WorksApart
from corpora.errors import UsersMistake
from corpora.store import Store
from corpora.store.pool import file_of

logger = logging.getLogger("softintel.web")

Answer = TypeVar("Answer")

AT_ONCE_SECONDS = 0.5
"""An answer that takes no longer than this is worked out again after every change of the database."""

REST = 20
"""A slower one is given out for so many times as long as it took, whatever is written meanwhile: a crawl that commits twenty
times a second must not keep every page waiting. Whoever asks within as long again is given it too, while it is worked out anew;
later, nobody is given it: it may be from a time long past."""


@dataclass(frozen=True, slots=True)
class _Worked(Generic[Answer]):
    answer: Answer
    state: tuple[int, int, int]
    good_until: float
    rest: float

    def is_good(self, file: tuple[int, int], *, within: float = 0.0) -> bool:
        """Whether it may be given out, or might have been so many seconds ago."""
        return self.state[1:] == file and time.monotonic() < self.good_until + within


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
        self._apart = WorksApart()
        self._lock = Lock()
        self._closed = False
        self._store: Store | None = None
        self._file: tuple[int, int] | None = None
        self._worked: _Worked[Answer] | None = None

    def get(self) -> Answer:
        """The answer for the database as it is now; while it is being worked out again, the last one.

        Raises:
            UsersMistake: the database cannot be opened.
        """
        worked, file = self._worked, file_of(self._path)
        if worked and worked.is_good(file):
            return worked.answer
        if worked and worked.rest and worked.is_good(file, within=worked.rest):
            self._begin_anew()
            return worked.answer
        is_usable = worked is not None and worked.state[1:] == file
        if not self._lock.acquire(blocking=not is_usable):
            assert worked is not None
            return worked.answer
        try:
            # Whoever waited for the first one need not work it out again.
            worked = self._worked
            return worked.answer if worked and worked.is_good(file) else self._now().answer
        finally:
            self._lock.release()

    def begin(self) -> None:
        """Have it worked out now, beside whatever else is to be made ready."""
        self._begin_anew()

    def close(self) -> None:
        """Close the connection, and stop what is being worked out apart."""
        self._closed = True
        self._apart.close()
        with self._lock:
            if self._store:
                self._store.close()
            self._store = self._worked = None

    def _begin_anew(self) -> None:
        if self._lock.acquire(blocking=False):
            Thread(target=self._anew, daemon=True).start()

    def _anew(self) -> None:
        """In a thread of its own, which has been given the lock."""
        try:
            if not self._closed:
                self._now()
        except (UsersMistake, sqlite3.Error) as error:
            # Who asks next is told it, or is answered.
            logger.warning("%s: not worked out anew: %s", self._path, error)
        finally:
            self._lock.release()

    def _now(self) -> _Worked[Answer]:
        store = self._opened()
        state = (store.state(), *file_of(self._path))
        if self._worked is None or self._worked.state != state:
            began = time.monotonic()
            answer = self._apart.work_out(self._work_out, store)
            took = time.monotonic() - began
            at_once = AT_ONCE_SECONDS if self._at_once is None else self._at_once
            rest = took * REST if took > at_once else 0.0
            self._worked = _Worked(answer, state, time.monotonic() + rest, rest)
        elif self._worked.rest:
            self._worked = replace(self._worked, good_until=time.monotonic() + self._worked.rest)
        return self._worked

    def _opened(self) -> Store:
        file = file_of(self._path)
        if self._store and self._file != file:
            self._store.close()
            self._store = None
        if self._store is None:
            self._store, self._file, self._worked = Store(self._path, read_only=True), file, None
        return self._store

