"""Both frontiers for the same tests: that of one worker in SQLite, and the shared one in a real PostgreSQL."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import ExitStack, closing

from corpora.store import Store
from crawl.any_frontier import LEASE_SECONDS, AnyFrontier
from crawl.collecting import Collected, collect
from crawl.frontier import Frontier
from crawl.shared_database import SharedDatabase
from crawl.shared_frontier import SharedFrontier


class Tables(ABC):
    """The tables of a frontier, which tests look into beside it."""

    def __init__(self, store: Store) -> None:
        self.kept = store

    @abstractmethod
    def frontier(self, worker: str) -> AnyFrontier:
        """The frontier as this worker sees it."""

    @abstractmethod
    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """What the tables hold; ``?`` stands for a value."""

    @abstractmethod
    def change(self, sql: str, *values: object) -> None:
        """Change the tables behind the frontier's back."""

    @abstractmethod
    def after_death(self, *, now: float) -> AnyFrontier:
        """The frontier of a worker that begins when all others are dead."""

    @abstractmethod
    def take_no_further_address(self) -> None:
        """From now on the database fails where an address is added."""

    @abstractmethod
    def store(self) -> Store:
        """The store, with all that has been found."""

    def states(self, site: str) -> dict[str, str]:
        """The state of each address."""
        return {str(url).removeprefix(site): str(state) for url, state in self.rows("SELECT url, state FROM frontier")}


class AloneTables(Tables):
    """One worker's, in the store's file."""

    def frontier(self, worker: str) -> Frontier:
        return Frontier(self.kept, worker=worker)

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return self.kept.db.execute(sql, list(values)).fetchall()

    def change(self, sql: str, *values: object) -> None:
        self.kept.db.conn.execute(sql, values)
        self.kept.db.conn.commit()

    def after_death(self, *, now: float) -> Frontier:
        frontier = self.frontier("next")
        frontier.take_back_lost(now=now)
        return frontier

    def take_no_further_address(self) -> None:
        self.change("CREATE TRIGGER full BEFORE INSERT ON frontier BEGIN SELECT RAISE(ABORT, 'no further address'); END")

    def store(self) -> Store:
        return self.kept


class SharedTables(Tables):
    """Many workers', in PostgreSQL; each with a connection of its own."""

    def __init__(self, store: Store, address: str, stack: ExitStack) -> None:
        super().__init__(store)
        self.address = address
        self.stack = stack
        self.own = stack.enter_context(closing(SharedDatabase(address)))
        self.collected = Collected()
        self.deaths = 0

    def frontier(self, worker: str) -> SharedFrontier:
        database = self.stack.enter_context(closing(SharedDatabase(self.address)))
        return SharedFrontier(database, worker=worker, lease_seconds=LEASE_SECONDS)

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return self.own.connection.execute(sql.replace("?", "%s"), values).fetchall()

    def change(self, sql: str, *values: object) -> None:
        self.own.connection.execute(sql.replace("?", "%s"), values)

    def after_death(self, *, now: float) -> SharedFrontier:
        self.deaths += 1
        frontier = self.frontier(f"next {self.deaths}")
        self.change("UPDATE workers SET alive_until = ?", now - 1)
        frontier.take_back_lost(now=now)
        return frontier

    def take_no_further_address(self) -> None:
        self.change("ALTER TABLE frontier ADD CONSTRAINT \"no further address\" CHECK (false) NOT VALID")

    def store(self) -> Store:
        done = collect(self.address, self.kept)
        self.collected = Collected(**{name: getattr(done, name) + getattr(self.collected, name) for name in Collected.model_fields})
        return self.kept
