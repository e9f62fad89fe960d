"""What the frontier of one worker does inside its transactions; the rows behind :mod:`crawl.frontier`.

:mod:`crawl.shared_rows` has it for many workers, in the same order.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from corpora.errors import UsersMistake
from corpora.schema import Issue
from corpora.store import Store
from crawl.any_frontier import (
    FINAL_ROLES,
    LOST_REASON,
    MOST_LOST,
    RETRY_FAILED_SECONDS,
    SETTLED,
    START_PRIORITY,
    priority_of,
)
from crawl.pages import FORGOTTEN, Hint, Link, Visit, told_address
from crawl.rounds import DAY
from crawl.sources import host_of

FINAL = "('" + "', '".join(FINAL_ROLES) + "')"
OF_THE_VALUES = (sqlite3.IntegrityError, sqlite3.DataError)
"""Errors that lie in what was to be written; after all others, such as of a full disk, there is no writing on."""
VISIT_COLUMNS = "id, source, url, role, context, attempts, etag, last_modified, capture_url"


class FrontierRows:
    """The tables of a frontier in the store's file, as its one worker reads and writes them."""

    def __init__(self, store: Store, *, worker: str, on_lost: Callable[[UsersMistake], None] | None = None) -> None:
        """``worker`` names this process, which alone crawls into this store.

        Args:
            on_lost: called when the database cannot be written any more, before that is raised.
        """
        self.store = store
        self.on_lost = on_lost
        self.join_seconds = 0.0
        """For so long a transaction stays open for others to join, in an event loop; 0 where each ends at once."""
        self._end_of_joined: asyncio.TimerHandle | None = None
        self.db = store.db.conn
        self._without_pause: set[str] = set()
        """Hosts whose last turn left no pause behind."""
        self._later: list[tuple[str, tuple[object, ...]]] = []
        self.worker = worker
        self.beat_seconds: float | None = None

    def now(self) -> float:
        """This machine's clock."""
        return time.time()

    def _visit(self, row: Sequence[Any]) -> Visit:
        id_, source, url, role, context, attempts, etag, last_modified, capture_url = row
        return Visit(id=id_, source=source, url=url, role=role, hint=Hint.model_validate_json(context), attempts=attempts,
                     etag=etag, last_modified=last_modified, capture_url=capture_url, worker=self.worker)

    def _round(self, source: str) -> int:
        return int(self.db.execute("SELECT coalesce(max(number), 0) FROM rounds WHERE source = ?", [source]).fetchone()[0])

    @contextmanager
    def _together(self) -> Iterator[None]:
        """A transaction, into which goes what was put off for the next one.

        That an answer is being read is put off, since the lease of the host's next page asks for it: a transaction less a page.
        """
        self.settle()
        try:
            with self.store.atomic():
                self._do_later()
                yield
        except sqlite3.Error as error:
            if not isinstance(error, OF_THE_VALUES):
                self._lost(error)
            raise
        self._later.clear()

    @contextmanager
    def _joined(self) -> Iterator[None]:
        """The same where others may join: a page is done when the transaction has ended, and asked for again where it did not.
        """
        if not self.join_seconds:
            with self._together():
                yield
            return
        try:
            with self.store.joining():
                self._do_later()
                yield
        except sqlite3.Error as error:
            if not isinstance(error, OF_THE_VALUES) or not self.db.in_transaction:
                self._lost(error)
            raise
        self._later.clear()
        if self._end_of_joined is None:
            self._end_of_joined = asyncio.get_running_loop().call_later(self.join_seconds, self.settle)

    def settle(self) -> None:
        """Write what was joined, now."""
        if self._end_of_joined is None:
            return
        self._end_of_joined.cancel()
        self._end_of_joined = None
        try:
            self.store.end_joined()
        except sqlite3.Error as error:
            self._lost(error)
            raise

    def _lost(self, error: sqlite3.Error) -> None:
        if self.on_lost:
            self.on_lost(UsersMistake(f"{self.store.path}: cannot be written, so the crawl stopped; what it had finished before "
                                      f"is kept: {error}"))

    def _do_later(self) -> None:
        for sql, values in self._later:
            self.db.execute(sql, values)

    def _end(self, visit: Visit, state: str, *, now: float, status: int | None, reason: str | None = None,
             **others: object) -> bool:
        """End a visit, if this worker holds it still; says whether. ``others``: further columns, by name."""
        values: dict[str, object] = {
            "state": state, "done_at": now, "http_status": status, "reason": reason, "refusal": None, **others,
            "round": self._round(visit.source), "attempts": 0, "lost": 0, "not_before": 0, "leased_by": None, "leased_until": None}
        if visit.hint.forget:
            told = visit.forgetting()
            values |= {"url": told.url, "context": told.hint.model_dump_json()}
        changes = ", ".join(f"{name} = ?" for name in values)
        return self.db.execute(f"UPDATE frontier SET {changes} WHERE id = ? AND state = 'leased' AND leased_by = ?",
                               [*values.values(), visit.id, visit.worker]).rowcount == 1

    def _recall(self, visit: Visit, links: Iterable[Link]) -> None:
        """Pages whose addresses were forgotten have them again, since this page names them."""
        for link in links:
            if link.hint.forget:
                self.db.execute("UPDATE frontier SET url = ? WHERE source = ? AND url = ?", [link.url, visit.source, link.told])

    def _forget_links(self, visit: Visit, links: Iterable[Link]) -> None:
        """Those of them that are not to be visited now lose their addresses again, before anybody else sees them."""
        for link in links:
            if link.hint.forget:
                self.db.execute("UPDATE frontier SET url = ?, context = ? WHERE source = ? AND url = ? "
                                "AND state IN ('done', 'failed')",
                                [link.told, Hint(forget=True).model_dump_json(), visit.source, link.url])

    def _insert(self, source: str, link: Link, *, found_on: int | None, priority: int) -> None:
        host = host_of(link.url)
        self.db.execute("INSERT OR IGNORE INTO hosts (host) VALUES (?)", [host])
        # An article that two sources list belongs to the one that found it first.
        self.db.execute(
            "INSERT OR IGNORE INTO frontier (source, url, role, host, priority, found_on, context) "
            f"SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE ?3 NOT IN {FINAL} OR NOT EXISTS "
            f"(SELECT 1 FROM frontier WHERE url = ?2 AND role IN {FINAL} AND source <> ?1)",
            [source, link.url, link.role, host, priority, found_on, link.hint.model_dump_json()])

    def _replace_links(self, visit: Visit, links: Iterable[Link]) -> None:
        """What the page links to now; what it no longer links to is not asked for again."""
        self.db.execute("UPDATE frontier SET found_on = NULL WHERE found_on = ?", [visit.id])
        for link in links:
            if link.source:
                self._insert(link.source, link, found_on=None, priority=priority_of(link.role))
                continue
            self._insert(visit.source, link, found_on=visit.id, priority=priority_of(link.role))
            # A listing may lead back to its start page, which stays what it is, and to listings above it, which stay where they
            # were found first: two that had found each other would never be asked for again.
            self.db.execute(
                "UPDATE frontier SET found_on = ?1, context = ?2 WHERE source = ?3 AND url = ?4 AND role = ?5 AND priority < ?6 "
                f"AND (role IN {FINAL} OR found_on IS NULL "
                "OR found_on IN (SELECT id FROM frontier WHERE source = ?3 AND state = 'failed'))",
                [visit.id, link.hint.model_dump_json(), visit.source, link.url, link.role, START_PRIORITY])

    def _reopen(self, visit: Visit, *, now: float, revisit_seconds: float) -> None:
        """Ask again, once a round, for what this page links to: listings always, articles when their time has come.

        So are those that were done on a day that has not come yet: the clock was ahead.
        """
        self.db.execute(
            "UPDATE frontier SET state = 'pending', attempts = 0, lost = 0, not_before = 0 WHERE found_on = ? AND round < ? "
            f"AND url NOT LIKE '{FORGOTTEN}%' AND ("
            f"  (state = 'done' AND role <> '{SETTLED}' AND (role NOT IN {FINAL} OR done_at <= ? OR done_at > ?))"
            f"  OR (state = 'failed' AND (role NOT IN {FINAL} OR done_at <= ? OR done_at > ?)))",
            [visit.id, self._round(visit.source), now - revisit_seconds, now + DAY,
             now - max(revisit_seconds, RETRY_FAILED_SECONDS), now + DAY])

    def _take_back(self, condition: str, parameters: list[object], *, now: float) -> None:
        rows = self.db.execute(f"SELECT id, source, url, context, lost FROM frontier WHERE state = 'leased' AND {condition}",
                               parameters).fetchall()
        for id_, source, url, context, lost in rows:
            # Crawls stop for reasons of their own: a page that many lay beside when one died is hardly to blame.
            lost += 1 / len(rows)
            reason = LOST_REASON if lost > MOST_LOST - 0.001 else None
            self.db.execute(
                "UPDATE frontier SET state = ?, lost = ?, reason = ?, round = ?, done_at = ?, leased_by = NULL, "
                "leased_until = NULL WHERE id = ?",
                ["failed" if reason else "pending", lost, reason, self._round(source), now, id_])
            if reason:
                hint = Hint.model_validate_json(context)
                if hint.forget:
                    self.db.execute("UPDATE frontier SET url = ?, context = ? WHERE id = ?",
                                    [told_address(url, hint), Hint(forget=True).model_dump_json(), id_])
                self.store.add_issue(Issue(stage="crawl", where=told_address(url, hint), value=source, reason=reason))


def marks(values: Sequence[str], *, first: int) -> str:
    """Numbered places for bound values: ``?2, ?3``."""
    return ", ".join(f"?{number}" for number in range(first, first + len(values)))
