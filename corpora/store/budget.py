"""How long a reader may keep the database busy: its statements are stopped when the time is up."""

from __future__ import annotations

import sqlite3
import time

from corpora.errors import UsersMistake

INSTRUCTIONS = 20_000
"""The time is looked at after so many instructions of SQLite's machine, about a millisecond of work: a short statement never gets
so far, and a long one is slowed by less than one in a hundred."""


STRETCH = 1.0
"""Seconds. The most that can lie between two such looks while SQLite is at work: what is longer was spent elsewhere (waiting for an
answer that is being worked out for all), and is not held against the statement that comes after."""


class TookTooLong(UsersMistake):
    """A question was stopped because its time was up. The connection is as good as before."""


class Budget:
    """The time that SQLite may still work for one connection: without end until it is given some."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._seconds = self._left = float("inf")
        self._looked = 0.0

    def allow(self, seconds: float) -> None:
        """From now on statements may take so many seconds in all; what runs then is stopped, and so is each long one after it."""
        if self._left == float("inf"):
            self._connection.set_progress_handler(self._is_spent, INSTRUCTIONS)
        self._seconds = self._left = seconds
        self._looked = time.monotonic()

    def explained(self, error: sqlite3.Error) -> Exception:
        """The error, or that the time was up where it is the end of a statement that was stopped."""
        if getattr(error, "sqlite_errorname", None) != "SQLITE_INTERRUPT":
            return error
        return TookTooLong(f"took longer than {self._seconds:g} seconds and was stopped; narrow what is asked for: "
                           "by organisation, kind or date, or a shorter list")

    def _is_spent(self) -> bool:
        now = time.monotonic()
        self._left -= min(now - self._looked, STRETCH)
        self._looked = now
        return self._left <= 0
