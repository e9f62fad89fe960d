"""The PostgreSQL database through which many workers share a frontier: reached, set up, and asked again when it stumbles."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Concatenate, ParamSpec, Protocol, TypeVar

import psycopg
from psycopg import Connection
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.types.string import StrDumperUnknown

from corpora.errors import UsersMistake
from crawl.opening import VARIABLE

SETTINGS = {"application_name": "softintel", "connect_timeout": "10", "keepalives_idle": "20", "keepalives_interval": "10",
            "keepalives_count": "3", "tcp_user_timeout": "30000"}
"""Of libpq, where the address says nothing else: a network that swallows everything is noticed within a minute."""
PATIENCE_SECONDS = 15.0
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0
"""Seconds before the second try and between later ones, each twice the one before."""
TABLES_LOCK, LINKS_LOCK, COLLECT_LOCK = 7_311_001, 7_311_002, 7_311_003
"""Advisory locks: who sets up the tables; who adds addresses; who collects results."""

SCHEMA = (
    """
    CREATE TABLE frontier (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, source text NOT NULL, url text NOT NULL, role text NOT NULL,
        host text NOT NULL, priority integer NOT NULL DEFAULT 0,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'leased', 'done', 'failed')),
        attempts integer NOT NULL DEFAULT 0, lost integer NOT NULL DEFAULT 0,
        blame double precision NOT NULL DEFAULT 0, not_before double precision NOT NULL DEFAULT 0,
        leased_by text, leased_until double precision, answered boolean NOT NULL DEFAULT false,
        found_on bigint, context text NOT NULL DEFAULT '{}', round integer NOT NULL DEFAULT 0, done_at double precision,
        reason text, refusal text, http_status integer, etag text, last_modified text, capture_id text
    );
    -- An address may be longer than what an index takes.
    CREATE UNIQUE INDEX frontier_address ON frontier (source, md5(url));
    CREATE INDEX frontier_url ON frontier (md5(url));
    CREATE INDEX frontier_next ON frontier (host, lost, priority DESC, id) WHERE state = 'pending';
    CREATE INDEX frontier_due ON frontier (host, not_before) WHERE state = 'pending';
    CREATE INDEX frontier_leased ON frontier (host) WHERE state = 'leased';
    CREATE INDEX frontier_source ON frontier (source, state);
    CREATE INDEX frontier_found_on ON frontier (found_on);
    CREATE INDEX frontier_capture ON frontier (capture_id);
    CREATE TABLE hosts (
        host text PRIMARY KEY, free_at double precision NOT NULL DEFAULT 0, crawl_delay double precision NOT NULL DEFAULT 0,
        owner text, asked_by text
    );
    CREATE INDEX hosts_owner ON hosts (owner);
    CREATE TABLE workers (name text PRIMARY KEY, alive_until double precision NOT NULL);
    CREATE TABLE rounds (
        source text NOT NULL, number integer NOT NULL, started_at double precision NOT NULL, finished_at double precision,
        whole boolean NOT NULL DEFAULT true, PRIMARY KEY (source, number)
    );
    CREATE TABLE captures (
        id text NOT NULL, url text NOT NULL, archive text NOT NULL, archive_offset bigint NOT NULL,
        PRIMARY KEY (archive, archive_offset)
    );
    CREATE INDEX captures_address ON captures (id, md5(url));
    CREATE TABLE outbox (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL DEFAULT gen_random_uuid(), result text NOT NULL
    );
    """,
    "ALTER TABLE frontier ADD COLUMN capture_url text",
)
"""Append only, like the store's migrations: what has landed is never edited."""

P = ParamSpec("P")
T = TypeVar("T")
C = TypeVar("C", bound="HasDatabase")


class FrontierLost(UsersMistake):
    """The shared frontier cannot be reached any more. What was finished is kept; what was under way is given to other workers."""


class SharedDatabase:
    """One connection to the shared frontier's database."""

    def __init__(self, url: str, *, patience_seconds: float = PATIENCE_SECONDS,
                 on_lost: Callable[[UsersMistake], None] | None = None) -> None:
        """Connect, and make the tables where they are not there yet.

        Args:
            url: ``postgresql://…`` with what libpq understands, such as ``sslmode=verify-full``.
            patience_seconds: for so long a database that cannot be had is asked again: it may be starting anew.
            on_lost: called when the database can no longer be reached, before :class:`FrontierLost` is raised.

        Raises:
            UsersMistake: the address is none, the database cannot be reached, or its tables are of a newer version.
        """
        try:
            self.name = _name(url)
        except psycopg.ProgrammingError as error:
            raise UsersMistake(
                f"{VARIABLE}: not the address of a PostgreSQL database, such as postgresql://user@host/name") from error
        self.url = url
        self.patience_seconds = patience_seconds
        self.on_lost = on_lost
        self.connection = self._connect()
        try:
            with self.connection.transaction():
                self._set_up()
        except psycopg.Error as error:
            self.close()
            raise UsersMistake(f"{VARIABLE}: {self.name} cannot be set up: {first_line(error)}") from error
        except UsersMistake:
            self.close()
            raise

    def close(self) -> None:
        """Leave the database."""
        self.connection.close()

    def connect_again(self) -> None:
        """Replace a connection that broke.

        Raises:
            UsersMistake: the database cannot be reached.
        """
        self.connection.close()
        self.connection = self._connect()

    def _connect(self) -> Connection:
        try:
            stated = conninfo_to_dict(self.url)
            connection = psycopg.connect(make_conninfo(self.url, **{name: value for name, value in SETTINGS.items()
                                                                    if name not in stated}), autocommit=True)
        except (psycopg.Error, UnicodeError) as error:
            raise UsersMistake(f"{VARIABLE}: {self.name} cannot be reached: {first_line(error)}") from error
        connection.adapters.register_dumper(str, PlainText)
        connection.execute("SET search_path = softintel")
        return connection

    def _set_up(self) -> None:
        execute = self.connection.execute
        execute("SELECT pg_advisory_xact_lock(%s)", [TABLES_LOCK])
        # Asked first: whoever may use the tables need not have the right to make them.
        if execute("SELECT to_regclass('softintel.versions')").fetchone() == (None,):
            execute("CREATE SCHEMA IF NOT EXISTS softintel")
            execute("CREATE TABLE versions (number integer PRIMARY KEY)")
        row = execute("SELECT coalesce(max(number), 0) FROM versions").fetchone()
        assert row is not None
        if row[0] > len(SCHEMA):
            raise UsersMistake(f"{VARIABLE}: {self.name} is used by a newer version of softintel; bring this one up to date")
        for number, statements in enumerate(SCHEMA[row[0]:], start=row[0] + 1):
            execute(statements)
            execute("INSERT INTO versions (number) VALUES (%s)", [number])


class HasDatabase(Protocol):
    """What :func:`together` needs of an object."""

    database: SharedDatabase


def together(method: Callable[Concatenate[C, P], T]) -> Callable[Concatenate[C, P], T]:
    """Make a method one transaction, tried again where the database broke off or chose it as the one to give way.

    It may be done twice, as when the connection breaks while it is being committed: whoever no longer holds a lease changes
    nothing. A method made so does not call another.

    Raises:
        FrontierLost: the database could not be had for as long as it was to be waited for.
    """
    @functools.wraps(method)
    def whole(self: C, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self.database.connection.transaction():
            return method(self, *args, **kwargs)
    return at_once(whole)


def at_once(method: Callable[Concatenate[C, P], T]) -> Callable[Concatenate[C, P], T]:
    """As :func:`together`, for a method that writes with one statement at most, which needs no transaction around it."""
    @functools.wraps(method)
    def tried(self: C, /, *args: P.args, **kwargs: P.kwargs) -> T:
        last: Exception | None = None
        for pause in _pauses(self.database.patience_seconds):
            time.sleep(pause)
            try:
                if self.database.connection.closed:
                    self.database.connect_again()
                return method(self, *args, **kwargs)
            except (psycopg.OperationalError, psycopg.InterfaceError, UsersMistake) as error:
                last = error
            except psycopg.InternalError as error:
                # It may only be read, as one that stands in for another: the other may be back when it is asked anew.
                self.database.connection.close()
                last = error
        assert last is not None
        lost = FrontierLost(f"{VARIABLE}: {self.database.name} is lost: {first_line(last)}; what was finished is kept, and the "
                            "next crawl goes on from there")
        if self.database.on_lost:
            self.database.on_lost(lost)
        raise lost from last
    return tried


def _pauses(patience_seconds: float) -> Iterator[float]:
    waited, pause = 0.0, 0.0
    while waited <= patience_seconds:
        yield pause
        waited, pause = waited + pause, min(max(2 * pause, FIRST_PAUSE), LONGEST_PAUSE)


class PlainText(StrDumperUnknown):
    """Text as PostgreSQL takes it: what sites send may hold the character 0, which it does not."""

    def dump(self, obj: str) -> bytes | bytearray | memoryview | None:
        """Called by psycopg."""
        return super().dump(obj.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def first_line(error: Exception) -> str:
    """What an error says, in one line."""
    return " ".join(str(error).split()) or type(error).__name__


def _name(url: str) -> str:
    """A database as messages may name it: without user and password."""
    if not url.startswith(("postgresql://", "postgres://")):
        raise psycopg.ProgrammingError(url)
    parts: Mapping[str, object] = conninfo_to_dict(url)
    return f"the database {parts.get('dbname') or parts.get('user') or ''} on {parts.get('host') or 'this machine'}"
