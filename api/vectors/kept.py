"""What a server holds of a database's vectors: opened again as the database changes, their file made anew in the background."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Lock, Thread

from api.vectors.building import is_due, renew
from api.vectors.file import open_file, stamp_of
from api.vectors.nearness import PassageVectors, open_vectors
from corpora.errors import UsersMistake
from corpora.store import Store
from corpora.store.pool import file_of


class KeptVectors:
    """The vectors of one database, for many threads."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._lock = Lock()
        self._store: Store | None = None
        self._file: tuple[int, int] | None = None
        self._state: int | None = None
        self._held: PassageVectors | None = None
        self._renewing: Thread | None = None
        self._may_write = True

    def get(self) -> PassageVectors:
        """The vectors as they are now; while another thread opens them again, the last ones.

        Raises:
            UsersMistake: the database cannot be opened.
        """
        held = self._held
        if not self._lock.acquire(blocking=held is None):
            assert held is not None
            return held
        try:
            return self._now()
        finally:
            self._lock.release()

    def close(self) -> None:
        """Close the connection; what is still being written is waited for."""
        renewing = self._renewing
        if renewing is not None:
            renewing.join()
        with self._lock:
            if self._store:
                self._store.close()
            self._store = self._held = None

    def _now(self) -> PassageVectors:
        store = self._opened()
        state = store.state()
        if self._held is None or state != self._state or self._held.stamp != stamp_of(self._database):
            with store.snapshot():
                self._held = open_vectors(store, self._held)
                due = self._may_write and is_due(store, open_file(self._database))
            self._state = state
            if due and (self._renewing is None or not self._renewing.is_alive()):
                self._renewing = Thread(target=self._renew, name="vectors", daemon=True)
                self._renewing.start()
        return self._held

    def _opened(self) -> Store:
        file = file_of(self._database)
        if self._store and self._file != file:
            self._store.close()
            self._store = None
        if self._store is None:
            self._store, self._file, self._held = Store(self._database, read_only=True), file, None
        return self._store

    def _renew(self) -> None:
        try:
            with Store(self._database, read_only=True) as store, store.snapshot():
                renew(store)
        except (OSError, UsersMistake) as error:
            # Without the file searches are slower, and right.
            self._may_write = False
            print(f"softintel: vectors are kept in memory only, since their file cannot be written: {error}", file=sys.stderr)
