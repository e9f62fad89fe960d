"""Read-only connections that are held open between requests: opening one costs more than most questions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from corpora.errors import UsersMistake
from corpora.store import Store

MOST_IDLE = 16
"""Connections kept while nobody asks; each holds up to 2 MB of pages."""


@dataclass(frozen=True, slots=True)
class Held:
    """An open store, and what tells the file that it was opened on."""

    store: Store
    file: tuple[int, int]


class ReadOnlyStores:
    """Stores over one path, lent to one reader at a time. For use from many threads.

    One that was opened on a file which has since been replaced is never lent again.
    """

    def __init__(self, path: Path, *, seconds: float) -> None:
        """Lend stores over ``path``, each for questions of so many seconds in all."""
        self._path = path
        self._seconds = seconds
        self._idle: list[Held] = []
        self._lock = Lock()
        self._closed = False

    def take_idle(self) -> Held | None:
        """One that is open already, or None. Never waits."""
        file = file_of(self._path)
        with self._lock:
            stale = [held for held in self._idle if held.file != file]
            if stale:
                self._idle = [held for held in self._idle if held.file == file]
            found = self._idle.pop() if self._idle else None
        for held in stale:
            held.store.close()
        return found

    def take(self) -> Held:
        """One that is open already, or is opened now.

        Raises:
            UsersMistake: there is no database, or it cannot be read.
        """
        file = file_of(self._path)
        return self.take_idle() or Held(Store(self._path, read_only=True), file)

    @contextmanager
    def lend(self, held: Held) -> Iterator[Store]:
        """What was taken, in one state of the database from first question to last; it is given back at the end.

        Raises:
            TookTooLong: its time was up.
        """
        store = held.store
        sound = False
        try:
            store.allow(self._seconds)
            with store.snapshot():
                yield store
            sound = True
        except UsersMistake:
            sound = True
            raise
        except sqlite3.Error as error:
            raise store.explained(error) from error
        finally:
            # After any other error a statement may be unfinished, and would hold the next reader in an old state of the database.
            self._give_back(held, sound=sound)

    def close(self) -> None:
        """Close all that are idle; those that are lent are closed when they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for held in idle:
            held.store.close()

    def _give_back(self, held: Held, *, sound: bool) -> None:
        with self._lock:
            if sound and not self._closed and len(self._idle) < MOST_IDLE:
                self._idle.append(held)
                return
        held.store.close()


def file_of(path: Path) -> tuple[int, int]:
    """What tells the file at a path from one that takes its place; ``(0, 0)`` where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)
