"""The write-ahead log, kept short by those who write.

SQLite copies the log into the database as it goes, but begins it anew only at a moment when nobody reads from it. Where readers
overlap all day there is no such moment, and the log grows for as long as anything is written (and every question with it, which is
looked up there first). So a writer that finds it long asks for that moment: readers that come meanwhile read the database alone,
and it waits for those that are there.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

LONG = 16 * 2**20
"""Bytes. What a log of this size costs a reader is hardly measurable."""

WAIT_SECONDS = 0.5
"""So long a writer waits for readers; questions are answered in a fraction of it. A list that is given out whole takes longer: then
the log stays, and grows until the list is done."""

PAUSE_SECONDS = 10.0
"""After it has waited in vain: a long reader shall not hold up writers more than one part in twenty."""


class WriteAheadLog:
    """The log of one writing connection."""

    def __init__(self, connection: sqlite3.Connection, database: Path, *, busy_seconds: float) -> None:
        """Watch the log beside ``database``.

        Args:
            busy_seconds: how long the connection waits for others at all other times.
        """
        self._connection = connection
        self._file = database.with_name(f"{database.name}-wal")
        self._busy_seconds = busy_seconds
        self._next_look = 0.0

    def shorten(self) -> None:
        """Begin it anew where it is long. For the time after a transaction."""
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + 1.0
        if self.size() < LONG:
            return
        self._wait_for_others(WAIT_SECONDS)
        try:
            busy, _, _ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            self._wait_for_others(self._busy_seconds)
        if busy:
            self._next_look = time.monotonic() + PAUSE_SECONDS

    def size(self) -> int:
        """Its bytes; 0 where there is none."""
        try:
            return self._file.stat().st_size
        except FileNotFoundError:
            return 0

    def _wait_for_others(self, seconds: float) -> None:
        self._connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
