"""The database file: opened, migrated, locked properly."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlite_utils import Database

from corpora.errors import UsersMistake
from corpora.migrations import migrations
from corpora.store.budget import Budget
from corpora.store.write_ahead_log import WriteAheadLog

BUSY_SECONDS = 30
STATEMENTS = 512
"""Prepared statements that a writing connection keeps."""


class Connection:
    """An open store. Writers migrate the schema and use WAL; readers open the file read-only."""

    def __init__(self, path: Path | str, *, read_only: bool = False) -> None:
        """Open the database at ``path``.

        Raises:
            UsersMistake: the file cannot be opened, is not a softintel database, or (read-only) does not exist.
        """
        self.path = Path(path)
        self.read_only = read_only
        self._part_failed = False
        try:
            self.db = self._open()
        except (sqlite3.Error, OSError) as error:
            raise UsersMistake(f"{self.path}: cannot open the database: {error}") from error
        self._budget = Budget(self.db.conn)
        self._log = WriteAheadLog(self.db.conn, self.path, busy_seconds=BUSY_SECONDS)

    def _open(self) -> Database:
        if self.read_only:
            if not self.path.is_file():
                raise UsersMistake(f"{self.path}: no such database; add documents first with `softintel add`")
            connection = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
            return self._set_up(connection)
        if not self.path.parent.is_dir():
            raise UsersMistake(f"{self.path}: the folder {self.path.parent} does not exist")
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, check_same_thread=False, cached_statements=STATEMENTS)
        return self._set_up(connection)

    def _set_up(self, connection: sqlite3.Connection) -> Database:
        db = Database(connection)
        try:
            self._refuse_strange(db)
            if self.read_only:
                connection.execute("PRAGMA query_only = 1")
                if migrations.pending(db):
                    raise UsersMistake(
                        f"{self.path}: made by an older version; run any writing command once, such as `softintel read`")
                return db
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            self._migrate(db)
        except (UsersMistake, sqlite3.Error):
            connection.close()
            raise
        return db

    def _migrate(self, db: Database) -> None:
        """Bring the schema up to date: one process does, and others that open the file meanwhile wait for it."""
        if not migrations.pending(db):
            return
        # Else two that begin by reading would both want to write, and SQLite refuses the second at once.
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            migrations.apply(db)
            db.conn.commit()
        except BaseException:
            db.conn.rollback()
            raise

    def _refuse_strange(self, db: Database) -> None:
        """Another program's database is left as it is."""
        tables = {name for name in db.table_names() if name != "_sqlite_migrations"}
        if tables and "captures" not in tables:
            raise UsersMistake(f"{self.path}: the database of another program; name another file")

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All writes inside happen together or not at all; takes the write lock at once.

        Inside another it is a part of that one, without a savepoint of its own, of which the end of a visit would need a dozen.

        Raises:
            RuntimeError: a part failed, and whoever called it passed that over: nothing is written.
        """
        if self.db.conn.in_transaction:
            try:
                yield
            except BaseException:
                self._part_failed = True
                raise
            return
        self._part_failed = False
        self.db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            if self._part_failed:
                raise RuntimeError("a part of a transaction failed and was passed over")
            self.db.conn.commit()
        except BaseException:
            self.db.conn.rollback()
            raise
        self._log.shorten()

    @contextmanager
    def joining(self) -> Iterator[None]:
        """All writes inside happen together or not at all, and are on disk when :meth:`end_joined` has been called: the transaction
        stays open for others to join. What fails inside leaves the others as they are.

        Raises:
            RuntimeError: a part failed, and whoever called it passed that over: nothing of what was inside is written.
        """
        connection = self.db.conn
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        self._part_failed = False
        connection.execute("SAVEPOINT joining")
        try:
            yield
            if self._part_failed:
                raise RuntimeError("a part of a transaction failed and was passed over")
        except BaseException:
            # A disk that is full ends the whole transaction.
            if connection.in_transaction:
                connection.execute("ROLLBACK TO joining")
                connection.execute("RELEASE joining")
            raise
        connection.execute("RELEASE joining")

    def end_joined(self) -> None:
        """End the transaction that was joined, if one is open: now all that happened in it is on disk."""
        if self.db.conn.in_transaction:
            try:
                self.db.conn.commit()
            except BaseException:
                self.db.conn.rollback()
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is asked inside sees one state of the database, whatever others write meanwhile."""
        self.db.conn.execute("BEGIN")
        try:
            yield
        finally:
            self.db.conn.rollback()

    def allow(self, seconds: float) -> None:
        """Stop what is still asked so many seconds from now: with ``sqlite3.OperationalError``, which ``explained`` names."""
        self._budget.allow(seconds)

    def explained(self, error: sqlite3.Error) -> Exception:
        """The error; ``TookTooLong`` where it only says that the time was up."""
        return self._budget.explained(error)

    def state(self) -> int:
        """A number that changes when anyone else has changed the database since this connection last looked."""
        return int(self.db.conn.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self.db.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
