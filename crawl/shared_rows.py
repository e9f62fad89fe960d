"""What a shared frontier does inside its transactions; :mod:`crawl.frontier_rows` has it for one worker, in the same order."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crawl.any_frontier import LOST_REASON, MOST_LOST, RETRY_FAILED_SECONDS, SETTLED, START_PRIORITY, priority_of
from crawl.frontier_rows import FINAL, VISIT_COLUMNS
from crawl.keeping import LostRecords
from crawl.mirroring import RoundNews
from crawl.pages import FORGOTTEN, Hint, Link, Result, Visit
from crawl.rounds import DAY, Round, start_addresses
from crawl.shared_database import LINKS_LOCK, SharedDatabase
from crawl.sources import Source, host_of

ALIVE = "EXISTS (SELECT 1 FROM workers w WHERE w.name = {} AND w.alive_until >= %(now)s)"


class SharedRows:
    """The tables of a shared frontier, as one worker reads and writes them."""

    def __init__(self, database: SharedDatabase, *, worker: str, lease_seconds: float) -> None:
        """Times are by the database's clock, so that the workers' own need not agree.

        Args:
            worker: names this process among all that share the frontier.
            lease_seconds: after so long a silence a worker counts as dead.
        """
        self.database = database
        self.worker = worker
        self.lease_seconds = lease_seconds
        self.beat_seconds: float | None = lease_seconds / 4
        self.sources: set[str] = set()
        """Those of which it opened rounds, over all its spiders."""
        self.alive_until = 0.0
        self.share = math.inf


    def _round(self, source: str) -> int:
        return int(self._value("SELECT coalesce(max(number), 0) FROM rounds WHERE source = %(source)s", source=source))

    def _last_round(self, source: str) -> Round | None:
        row = self._row("SELECT started_at, finished_at, whole FROM rounds WHERE source = %(source)s ORDER BY number DESC LIMIT 1",
                        source=source)
        return Round(began=row[0], ended=row[1], whole=row[2]) if row else None

    def _start_urls(self, source: Source) -> tuple[str, ...]:
        last = self._last_round(source.name)
        before = self._value("SELECT max(started_at) FROM rounds WHERE source = %(source)s AND finished_at IS NOT NULL AND whole "
                             "AND number < %(number)s AND started_at <= %(began)s", source=source.name,
                             number=self._round(source.name), began=last.began if last else 0)
        return start_addresses(source, began=last.began, before=before) if last else source.start_urls

    def _waiting(self, sources: Sequence[str]) -> int:
        return int(self._value("SELECT count(*) FROM frontier WHERE source = ANY(%(sources)s) AND state IN ('pending', 'leased')",
                               sources=list(sources)))

    def _lacks_start_pages(self, source: str) -> bool:
        """True where a start page failed in this round or still waits, or one that follows it and is read in the same role."""
        return bool(self._value(
            "SELECT EXISTS (SELECT 1 FROM frontier WHERE source = %(source)s "
            "AND ((state = 'failed' AND round = %(round)s) OR state IN ('pending', 'leased')) "
            "AND role IN (SELECT role FROM frontier WHERE source = %(source)s AND priority = %(priority)s))",
            source=source, round=self._round(source), priority=START_PRIORITY))

    def _live(self, now: float) -> None:
        if now + self.lease_seconds < self.alive_until + self.lease_seconds / 8:
            return
        self.alive_until = now + self.lease_seconds
        self._do("INSERT INTO workers (name, alive_until) VALUES (%(me)s, %(until)s) ON CONFLICT (name) DO UPDATE "
                 "SET alive_until = greatest(workers.alive_until, %(until)s)", until=self.alive_until)

    def _fair_share(self, now: float) -> float:
        """How many hosts are each living worker's, if all that have work are shared out evenly."""
        return float(self._value(
            """
            SELECT ceil((SELECT count(*) FROM hosts h WHERE EXISTS
                         (SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'pending')
                         OR EXISTS (SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'leased'))::numeric
                        / (SELECT count(*) FROM workers WHERE alive_until >= %(now)s))""", now=now))

    def _let_go(self) -> None:
        """Leave hosts to others: those where nothing is left to do, and what is beyond this worker's share."""
        self._do(
            """
            UPDATE hosts SET owner = NULL WHERE host IN (
                SELECT mine.host FROM (
                    SELECT h.host, row_number() OVER (ORDER BY h.host) AS place, EXISTS (
                        SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'pending'
                        AND f.source = ANY(%(sources)s)) AS wanted
                    FROM hosts h WHERE h.owner = %(me)s) mine
                WHERE (mine.place > %(share)s OR NOT mine.wanted) AND NOT EXISTS (
                    SELECT 1 FROM frontier l WHERE l.host = mine.host AND l.state = 'leased' AND NOT l.answered))""",
            share=self.share, sources=list(self.sources))

    def _holds(self, visit: Visit) -> bool:
        return self._row("SELECT 1 FROM frontier WHERE id = %(id)s AND state = 'leased' AND leased_by = %(worker)s FOR UPDATE",
                         id=visit.id, worker=visit.worker) is not None

    def _end(self, visit: Visit, state: str, *, now: float, status: int | None, reason: str | None = None) -> None:
        self._do("UPDATE frontier SET state = %(state)s, done_at = %(now)s, http_status = %(status)s, reason = %(reason)s, "
                 "refusal = NULL, round = %(round)s, attempts = 0, lost = 0, blame = 0, not_before = 0, leased_by = NULL, "
                 "leased_until = NULL WHERE id = %(id)s",
                 state=state, now=now, status=status, reason=reason, round=self._round(visit.source), id=visit.id)
        if visit.hint.forget:
            told = visit.forgetting()
            self._do("UPDATE frontier SET url = %(url)s, context = %(context)s WHERE id = %(id)s", url=told.url,
                     context=told.hint.model_dump_json(), id=visit.id)

    def _recall(self, visit: Visit, links: Iterable[Link]) -> None:
        """Pages whose addresses were forgotten have them again, since this page names them."""
        self._do_each("UPDATE frontier SET url = %(url)s WHERE source = %(source)s AND md5(url) = md5(%(told)s)",
                      [{"url": link.url, "told": link.told, "source": visit.source} for link in links if link.hint.forget])

    def _forget_links(self, visit: Visit, links: Iterable[Link]) -> None:
        """Those of them that are not to be visited now lose their addresses again, before anybody else sees them."""
        self._do_each(
            "UPDATE frontier SET url = %(told)s, context = %(context)s WHERE source = %(source)s AND md5(url) = md5(%(url)s) "
            "AND state IN ('done', 'failed')",
            [{"url": link.url, "told": link.told, "source": visit.source, "context": Hint(forget=True).model_dump_json()}
             for link in links if link.hint.forget])

    def _send(self, result: Result | LostRecords | RoundNews) -> None:
        """Put a result into the outbox, and remember what of it lies in an archive."""
        self._do("INSERT INTO outbox (result) VALUES (%(result)s)", result=result.model_dump_json())
        capture = result.answer.capture if isinstance(result, Result) and result.answer else None
        if capture and capture.archive:
            self._do("INSERT INTO captures (id, url, archive, archive_offset) VALUES (%(id)s, %(url)s, %(archive)s, %(offset)s) "
                     "ON CONFLICT DO NOTHING",
                     id=capture.id, url=capture.url, archive=capture.archive, offset=capture.archive_offset)

    def _insert(self, links: Sequence[tuple[str, Link]], *, found_on: int | None, priority: int | None = None) -> None:
        """Put addresses into the queues of the sources named beside them; the priority is their role's unless it is given."""
        rows = [{"source": source, "url": link.url, "role": link.role, "host": host_of(link.url), "found_on": found_on,
                 "priority": priority_of(link.role) if priority is None else priority, "context": link.hint.model_dump_json()}
                for source, link in links]
        self._do_each("INSERT INTO hosts (host) VALUES (%(host)s) ON CONFLICT (host) DO NOTHING", rows)
        # An article that two sources list belongs to the one that found it first.
        self._do_each(
            "INSERT INTO frontier (source, url, role, host, priority, found_on, context) "
            "SELECT %(source)s, %(url)s, %(role)s, %(host)s, %(priority)s, %(found_on)s, %(context)s "
            f"WHERE %(role)s NOT IN {FINAL} OR NOT EXISTS (SELECT 1 FROM frontier WHERE md5(url) = md5(%(url)s) "
            f"AND role IN {FINAL} AND source <> %(source)s) ON CONFLICT (source, md5(url)) DO NOTHING", rows)

    def _replace_links(self, visit: Visit, links: Iterable[Link]) -> None:
        """What the page links to now; what it no longer links to is not asked for again."""
        self._do("UPDATE frontier SET found_on = NULL WHERE found_on = %(id)s", id=visit.id)
        self._insert([(link.source, link) for link in links if link.source], found_on=None)
        own = [(visit.source, link) for link in links if not link.source]
        self._insert(own, found_on=visit.id)
        # A listing may lead back to its start page, which stays what it is, and to listings above it, which stay where they
        # were found first: two that had found each other would never be asked for again.
        self._do_each(
            "UPDATE frontier SET found_on = %(id)s, context = %(context)s WHERE source = %(source)s AND md5(url) = md5(%(url)s) "
            f"AND role = %(role)s AND priority < %(start)s AND (role IN {FINAL} OR found_on IS NULL "
            "OR found_on IN (SELECT id FROM frontier WHERE source = %(source)s AND state = 'failed'))",
            [{"id": visit.id, "context": link.hint.model_dump_json(), "source": source, "url": link.url, "role": link.role,
              "start": START_PRIORITY} for source, link in own])

    def _reopen(self, visit: Visit, *, now: float, revisit_seconds: float) -> None:
        """Ask again, once a round, for what this page links to: listings always, articles when their time has come."""
        self._do(
            "UPDATE frontier SET state = 'pending', attempts = 0, lost = 0, blame = 0, not_before = 0 WHERE found_on = %(id)s "
            f"AND round < %(round)s AND url NOT LIKE %(forgotten)s AND ((state = 'done' AND role <> '{SETTLED}' "
            f"AND (role NOT IN {FINAL} OR done_at <= %(revisit)s OR done_at > %(ahead)s))"
            f"  OR (state = 'failed' AND (role NOT IN {FINAL} OR done_at <= %(retry)s OR done_at > %(ahead)s)))",
            id=visit.id, round=self._round(visit.source), revisit=now - revisit_seconds, forgotten=f"{FORGOTTEN}%",
            retry=now - max(revisit_seconds, RETRY_FAILED_SECONDS), ahead=now + DAY)

    def _take_back(self, *, now: float) -> None:
        rows = self._rows(
            f"SELECT {VISIT_COLUMNS}, blame, leased_by FROM frontier f WHERE state = 'leased' AND (leased_until < %(now)s "
            f"OR NOT {ALIVE.format('f.leased_by')}) FOR UPDATE OF f SKIP LOCKED", now=now)
        held = Counter(leased_by for *_, leased_by in rows)
        for *row, blame, leased_by in rows:
            visit = self._visit(row)
            # Machines stop for reasons of their own: a page that many lay beside when a worker died is hardly to blame.
            blame += 1 / held[leased_by]
            reason = LOST_REASON if blame > MOST_LOST - 0.001 else None
            self._do(
                "UPDATE frontier SET state = %(state)s, lost = lost + 1, blame = %(blame)s, reason = %(reason)s, "
                "round = %(round)s, done_at = %(now)s, leased_by = NULL, leased_until = NULL WHERE id = %(id)s",
                state="failed" if reason else "pending", blame=blame, reason=reason, round=self._round(visit.source), now=now,
                id=visit.id)
            if reason:
                told = visit.forgetting()
                self._do("UPDATE frontier SET url = %(url)s, context = %(context)s WHERE id = %(id)s",
                         url=told.url, context=told.hint.model_dump_json(), id=told.id)
                self._send(Result(visit=told, ended="failed", at=now, reason=reason))

    def _visit(self, row: Sequence[Any]) -> Visit:
        id_, source, url, role, context, attempts, etag, last_modified, capture_url = row
        return Visit(id=id_, source=source, url=url, role=role, hint=Hint.model_validate_json(context), attempts=attempts,
                     etag=etag, last_modified=last_modified, capture_url=capture_url, worker=self.worker)

    def _lock_links(self) -> None:
        """One worker at a time adds addresses, lest two that add the same ones wait for each other."""
        self._do("SELECT pg_advisory_xact_lock(%(lock)s)", lock=LINKS_LOCK)

    # Asking ---------------------------------------------------------------------------------------------------------

    def _rows(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        return self.database.connection.execute(sql, {"me": self.worker} | values).fetchall()

    def _row(self, sql: str, **values: object) -> tuple[Any, ...] | None:
        return self.database.connection.execute(sql, {"me": self.worker} | values).fetchone()

    def _value(self, sql: str, **values: object) -> Any:
        row = self._row(sql, **values)
        assert row is not None
        return row[0]

    def _do(self, sql: str, **values: object) -> None:
        self.database.connection.execute(sql, {"me": self.worker} | values)

    def _do_each(self, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
        with self.database.connection.cursor() as cursor:
            cursor.executemany(sql, rows)
