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

from api.problems import BeingWorkedOut
from api.worked_apart import Stopped, WorksApart, is_large
from corpora.errors import UsersMistake
from corpora.store import Store
from corpora.store.pool import file_of

logger = logging.getLogger("softintel.web")

Answer = TypeVar("Answer")

AT_ONCE_SECONDS = 0.5
"""An answer that takes no longer than this is worked out again after every change of the database."""

REST = 20
"""A slower one is given out for so many times as long as it took, whatever is written meanwhile: a crawl that commits twenty
times a second must not keep every page waiting."""

OLDEST = 40
"""The promise: nobody is given an answer that was last known to hold longer ago than so many times as long as it took. Whoever
asks between the one and the other is given it, while it is worked out anew; later it is waited for."""

OLDEST_SECONDS = 10.0
"""Of an answer that takes next to nothing: so old it may be while somebody else is working it out anew."""


@dataclass(frozen=True, slots=True)
class _Worked(Generic[Answer]):
    answer: Answer
    state: tuple[int, int, int]
    held: float
    """When it was last known to hold: by the clock that only goes forward, before the database was looked at."""
    took: float
    is_slow: bool

    def may_be_given(self, file: tuple[int, int]) -> bool:
        """Whether nobody need ask whether it still holds."""
        return self.is_slow and self.state[1:] == file and self._age() < self.took * REST

    def may_be_given_meanwhile(self, file: tuple[int, int]) -> bool:
        """Whether it may be given while it is worked out anew."""
        return self.state[1:] == file and self._age() < max(self.took * OLDEST, 0.0 if self.is_slow else OLDEST_SECONDS)

    def _age(self) -> float:
        return time.monotonic() - self.held


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
            BeingWorkedOut: it was closed while this waited.
        """
        worked, file = self._worked, file_of(self._path)
        if worked and worked.may_be_given(file):
            return worked.answer
        meanwhile = worked is not None and worked.may_be_given_meanwhile(file)
        if worked and worked.is_slow and meanwhile:
            self._begin_anew()
            return worked.answer
        if not self._lock.acquire(blocking=not meanwhile):
            assert worked is not None
            return worked.answer
        try:
            # Whoever waited for the first one need not work it out again.
            worked = self._worked
            return worked.answer if worked and worked.may_be_given(file) else self._now().answer
        finally:
            self._lock.release()

    def at_hand(self, store: Store) -> Answer | None:
        """The answer as ``get`` gives it; None where that would wait for one of a large database, which is begun instead.

        Args:
            store: open, over the same path.

        Raises:
            UsersMistake: the database cannot be opened.
        """
        worked = self._worked
        if (worked is None or not worked.may_be_given_meanwhile(file_of(self._path))) and is_large(store):
            self._begin_anew()
            return None
        return self.get()

    def begin(self) -> None:
        """Have it worked out now, beside whatever else is to be made ready."""
        self._begin_anew()

    def stop(self) -> None:
        """End what is being worked out: who waits for it is told so, and so is who asks from now on."""
        self._closed = True
        self._apart.close()

    def close(self) -> None:
        """Close the connection, and stop what is being worked out apart."""
        self.stop()
        with self._lock:
            if self._store:
                self._store.close()
            self._store = self._worked = None

    def _begin_anew(self) -> None:
        if not self._closed and self._lock.acquire(blocking=False):
            Thread(target=self._anew, daemon=True).start()

    def _anew(self) -> None:
        """In a thread of its own, which has been given the lock."""
        try:
            if not self._closed:
                self._now()
        except (UsersMistake, sqlite3.Error) as error:
            # Who asks next is told it, or is answered.
            if not self._closed:
                logger.warning("%s: not worked out anew: %s", self._path, error)
        finally:
            self._lock.release()

    def _now(self) -> _Worked[Answer]:
        if self._closed:
            raise BeingWorkedOut
        store = self._opened()
        held = time.monotonic()
        state = (store.state(), *file_of(self._path))
        if self._worked is None or self._worked.state != state:
            try:
                answer = self._apart.work_out(self._work_out, store)
            except Stopped as error:
                raise BeingWorkedOut from error
            took = time.monotonic() - held
            at_once = AT_ONCE_SECONDS if self._at_once is None else self._at_once
            self._worked = _Worked(answer, state, held, took, is_slow=took > at_once)
        else:
            self._worked = replace(self._worked, held=held)
        return self._worked

    def _opened(self) -> Store:
        file = file_of(self._path)
        if self._store and self._file != file:
            self._store.close()
            self._store = None
        if self._store is None:
            self._store, self._file, self._worked = Store(self._path, read_only=True), file, None
        return self._store
