"""A database that a command makes, and then fails before it has anything to keep, is taken away again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from corpora.errors import UsersMistake


@contextmanager
def no_empty_database(path: Path) -> Iterator[None]:
    """Where there is no file at ``path`` yet and the user's mistake ends what is done inside, none is left there."""
    is_new = not path.exists()
    try:
        yield
    except UsersMistake:
        if is_new:
            discard_if_empty(path)
        raise


def discard_if_empty(path: Path) -> None:
    """Remove a database that holds nothing. One that holds anything, or that anyone else has open, stays."""
    if not path.is_file():
        return
    with suppress(sqlite3.Error, OSError), closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # refused while anyone else has it open
        connection.execute("BEGIN EXCLUSIVE")
        if not _holds_anything(connection):
            path.unlink()


def _holds_anything(connection: sqlite3.Connection) -> bool:
    """Whether any table has a row; the list of migrations and the inside of an index of words do not count."""
    tables = {name for name, in connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")}
    return any(connection.execute(f'SELECT EXISTS (SELECT 1 FROM "{name}")').fetchone()[0]
               for name in tables if not name.startswith(("sqlite_", "_sqlite_")))
