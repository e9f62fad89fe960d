"""The frontier of one worker, in the store's own file: the end of a visit is one transaction with what the store keeps of it.

What each method promises stands in :mod:`crawl.any_frontier`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from corpora.schema import Capture, Issue
from corpora.store import Store
from crawl.alarms import alarm_of
from crawl.any_frontier import (
    FINAL_ROLES,
    LEASE_SECONDS,
    LOST_REASON,
    MOST_LOST,
    NOT_ANSWERED,
    RETRY_FAILED_SECONDS,
    SETTLED,
    START_PRIORITY,
    priority_of,
)
from crawl.keeping import LostRecords, forget, keep
from crawl.pages import FORGOTTEN, Answer, Captured, Hint, Kept, Link, PageContents, Refusal, Result, Visit, told_address
from crawl.rounds import Round, names_changes_once, start_addresses
from crawl.sources import Source, host_of

FINAL = "('" + "', '".join(FINAL_ROLES) + "')"
VISIT_COLUMNS = "id, source, url, role, context, attempts, etag, last_modified"


class Frontier:
    """The frontier of one worker on one store."""

    def __init__(self, store: Store, *, worker: str) -> None:
        """``worker`` names this process, which alone crawls into this store."""
        self.store = store
        self.db = store.db.conn
        self._later: list[tuple[str, tuple[object, ...]]] = []
        self.worker = worker
        self.beat_seconds: float | None = None

    def now(self) -> float:
        """This machine's clock."""
        return time.time()

    def beat(self, *, now: float) -> None:
        """Nobody asks: no two crawl into one store at a time."""

    # Rounds ---------------------------------------------------------------------------------------------------------

    def open_round(self, source: Source, role: str, *, now: float) -> None:
        """Start a round of a source with its start pages, or go on with the one that is not finished."""
        with self._together():
            row = self.db.execute("SELECT number, finished_at FROM rounds WHERE source = ? ORDER BY number DESC LIMIT 1",
                                  [source.name]).fetchone()
            if row is None or row[1] is not None:
                self.db.execute("INSERT INTO rounds (source, number, started_at) VALUES (?, ?, ?)",
                                [source.name, (row[0] if row else 0) + 1, now])
            number = self._round(source.name)
            hint = Hint(org=source.org)
            for url in self.start_urls(source):
                self._insert(source.name, Link(url=url, role=role, hint=hint), found_on=None, priority=START_PRIORITY)
                self.db.execute(
                    "UPDATE frontier SET state = 'pending', attempts = 0, lost = 0, not_before = 0, role = ?, found_on = NULL, "
                    "context = ?, priority = ? WHERE source = ? AND url = ? AND state IN ('done', 'failed') AND round < ?",
                    [role, hint.model_dump_json(), START_PRIORITY, source.name, url, number])
            if names_changes_once(source):
                self.db.execute(
                    "UPDATE frontier SET state = 'pending', attempts = 0, not_before = 0 WHERE source = ? AND state = 'failed' "
                    f"AND round < ? AND done_at <= ? AND role IN {FINAL} AND {NOT_ANSWERED}",
                    [source.name, number, now - RETRY_FAILED_SECONDS])

    def close_round(self, source: str, *, now: float) -> bool:
        """End a source's round if nothing of it is left to do; says whether it is ended."""
        with self._together():
            if self.waiting([source]):
                return False
            self.db.execute("UPDATE rounds SET finished_at = ?, whole = ? WHERE source = ? AND finished_at IS NULL",
                            [now, not self._lacks_start_pages(source), source])
        return True

    def sound_alarm(self, source: Source) -> str | None:
        """What is odd about the counts of the source's newest round, which has ended: kept with it, and as an issue."""
        rounds = self.store.rounds_of(source.name)
        alarm = alarm_of(source, rounds)
        place = f"source {source.name}"
        with self._together():
            self.store.set_alarm(source.name, rounds[-1].number, alarm)
            self.store.replace_issues("crawl", place, [Issue(stage="crawl", where=place, reason=alarm)] if alarm else [])
        return alarm

    def retry_failed(self, source: str) -> int:
        """Ask again for the pages of a source that were given up, as a part of its newest round; says how many."""
        with self._together():
            retried = self.db.execute(
                "UPDATE frontier SET state = 'pending', attempts = 0, lost = 0, not_before = 0 "
                "WHERE source = ? AND state = 'failed'", [source]).rowcount
            if retried:
                self.db.execute("UPDATE rounds SET finished_at = NULL WHERE source = ? AND number = ?",
                                [source, self._round(source)])
        return int(retried)

    def last_round(self, source: str) -> Round | None:
        """The source's newest round; None where it was never crawled."""
        row = self.db.execute("SELECT started_at, finished_at, whole FROM rounds WHERE source = ? ORDER BY number DESC LIMIT 1",
                              [source]).fetchone()
        return Round(began=row[0], ended=row[1], whole=bool(row[2])) if row else None

    def start_urls(self, source: Source) -> tuple[str, ...]:
        """The start pages of the source's newest round."""
        last = self.last_round(source.name)
        before = self.db.execute("SELECT max(started_at) FROM rounds WHERE source = ? AND finished_at IS NOT NULL AND whole "
                                 "AND number < (SELECT max(number) FROM rounds WHERE source = ?)",
                                 [source.name, source.name]).fetchone()[0]
        return start_addresses(source, began=last.began, before=before) if last else source.start_urls

    def waiting(self, sources: Sequence[str]) -> int:
        """How many addresses of these sources are pending or leased."""
        return int(self.db.execute(
            f"SELECT count(*) FROM frontier WHERE source IN ({_marks(sources, first=1)}) AND state IN ('pending', 'leased')",
            list(sources)).fetchone()[0])

    def broken_starts(self, source: Source) -> list[str]:
        """The start pages of a source that failed, each with its reason."""
        urls = self.start_urls(source)
        return [f"{url}: {reason}" for url, reason in self.db.execute(
            f"SELECT url, reason FROM frontier WHERE source = ?1 AND state = 'failed' AND url IN ({_marks(urls, first=2)})",
            [source.name, *urls])]

    # Leases ---------------------------------------------------------------------------------------------------------

    def lease(self, sources: Sequence[str], *, now: float) -> Visit | None:
        """Take the next address of these sources whose host is free."""
        with self._together():
            self._take_back("leased_until < ?", [now], now=now)
            row = self.db.execute(
                f"""
                SELECT f.id FROM frontier f WHERE f.state = 'pending' AND +f.not_before <= ?1
                AND f.source IN ({_marks(sources, first=2)}) AND f.host = (
                    SELECT h.host FROM hosts h WHERE h.free_at <= ?1
                    AND EXISTS (SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'pending' AND f.not_before <= ?1
                                AND f.source IN ({_marks(sources, first=2)}))
                    AND NOT EXISTS (SELECT 1 FROM frontier l WHERE l.host = h.host AND l.state = 'leased' AND NOT l.answered)
                    ORDER BY h.free_at LIMIT 1)
                ORDER BY f.lost, f.priority DESC, f.id LIMIT 1""", [now, *sources]).fetchone()
            if row is None:
                return None
            leased = self.db.execute(
                "UPDATE frontier SET state = 'leased', answered = 0, leased_by = ?, leased_until = ? WHERE id = ? "
                f"RETURNING {VISIT_COLUMNS}", [self.worker, now + LEASE_SECONDS, row[0]]).fetchone()
        return self._visit(leased)

    def next_due(self, sources: Sequence[str], *, now: float) -> float | None:
        """In how many seconds something of these sources may be leased; None where nothing is pending."""
        if self._later:
            # A host may be free that the database takes for busy: look again.
            return 0.0
        row = self.db.execute(
            f"""
            SELECT min(CASE WHEN EXISTS (SELECT 1 FROM frontier l WHERE l.host = h.host AND l.state = 'leased'
                                         AND NOT l.answered) THEN ?1 + 1
                       ELSE max(h.free_at, (SELECT f.not_before FROM frontier f WHERE f.host = h.host AND f.state = 'pending'
                                            AND f.source IN ({_marks(sources, first=2)}) ORDER BY f.not_before LIMIT 1)) END)
            FROM hosts h WHERE EXISTS (SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'pending'
                                       AND f.source IN ({_marks(sources, first=2)}))""", [now, *sources]).fetchone()
        return None if row[0] is None else max(0.0, float(row[0]) - now)

    def take_back_lost(self, *, now: float) -> None:
        """Take back every lease: whoever held one is dead, since no two crawl into one store at a time."""
        with self._together():
            self._take_back("1", [], now=now)

    def give_back(self) -> None:
        """Give back the leases of this worker, which stops in good order."""
        with self._together():
            self.db.execute("UPDATE frontier SET state = 'pending', leased_by = NULL, leased_until = NULL "
                            "WHERE state = 'leased' AND leased_by = ?", [self.worker])

    def heard(self, visit: Visit) -> None:
        """The host has answered in full: while the answer is being read, the host may be asked for its next page."""
        self._later.append(("UPDATE frontier SET answered = 1 WHERE id = ? AND state = 'leased' AND leased_by = ?",
                            (visit.id, visit.worker)))

    # The end of a visit ---------------------------------------------------------------------------------------------

    def finish(self, visit: Visit, answer: Answer, contents: PageContents, *, now: float, revisit_seconds: float) -> Kept | None:
        """Keep what a page gave, and be done with it: all in one transaction."""
        assert answer.capture is not None
        with self._together():
            if not self._holds(visit):
                return None
            kept = keep(self.store, Result(visit=visit.forgetting(), ended="read", at=now, answer=answer, contents=contents))
            self._end(visit, "done", now=now, status=answer.status)
            self.db.execute("UPDATE frontier SET etag = ?, last_modified = ?, capture_id = ?, capture_url = ?, read_at = ? "
                            "WHERE id = ?",
                            [answer.capture.etag, answer.capture.last_modified, answer.capture.id, answer.capture.url,
                             now, visit.id])
            self._recall(visit, contents.links)
            self._replace_links(visit, contents.links)
            self._reopen(visit, now=now, revisit_seconds=revisit_seconds)
            self._forget_links(visit, contents.links)
        return kept

    def unchanged(self, visit: Visit, *, now: float, revisit_seconds: float) -> None:
        """The page is as it was, and so are its links."""
        with self._together():
            if self._holds(visit):
                keep(self.store, Result(visit=visit.forgetting(), ended="unchanged", at=now))
                self._end(visit, "done", now=now, status=304)
                self._reopen(visit, now=now, revisit_seconds=revisit_seconds)

    def postpone(self, visit: Visit, *, until: float, status: int | None, reason: str, in_vain: bool = True) -> None:
        """Ask again later. ``in_vain``: this was a try, of which a page has only so many."""
        with self._together():
            if self._holds(visit):
                self.db.execute(
                    "UPDATE frontier SET state = 'pending', attempts = attempts + ?, not_before = ?, http_status = ?, reason = ?, "
                    "leased_by = NULL, leased_until = NULL WHERE id = ?", [int(in_vain), until, status, reason, visit.id])

    def fail(self, visit: Visit, *, now: float, answer: Answer | None, reason: str, refusal: Refusal | None = None) -> None:
        """Give a page up, with the reason."""
        with self._together():
            if self._holds(visit):
                keep(self.store, Result(visit=visit.forgetting(), ended="failed", at=now, answer=answer, reason=reason,
                                        refusal=refusal))
                self._end(visit, "failed", now=now, status=answer.status if answer else None, reason=reason)
                self.db.execute("UPDATE frontier SET refusal = ? WHERE id = ?", [refusal, visit.id])
                if answer and answer.capture:
                    # Asked for in full the next time: that the host has nothing newer would be no help.
                    self.db.execute("UPDATE frontier SET etag = NULL, last_modified = NULL, capture_id = ?, capture_url = ?, "
                                    "read_at = ? WHERE id = ?", [answer.capture.id, answer.capture.url, now, visit.id])

    # Hosts ----------------------------------------------------------------------------------------------------------

    def turn(self, host: str, *, now: float, delay_seconds: float) -> float:
        """Claim a host's next turn: 0 where it may be asked now, else the seconds until its pause is over.

        Kept in the database, so that a crawl that is killed and started again keeps the pause.
        """
        with self._together():
            claimed = self.db.execute("UPDATE hosts SET free_at = ?1 + max(?2, crawl_delay) WHERE host = ?3 AND free_at <= ?1",
                                      [now, delay_seconds, host]).rowcount
            if claimed:
                return 0.0
            row = self.db.execute("SELECT free_at FROM hosts WHERE host = ?", [host]).fetchone()
            if row:
                return float(row[0]) - now
            self.db.execute("INSERT INTO hosts (host, free_at) VALUES (?, ?)", [host, now + delay_seconds])
        return 0.0

    def answered(self, host: str, *, now: float, delay_seconds: float) -> None:
        """The host's pause begins now, at the end of the request."""
        with self._together():
            self.db.execute("UPDATE hosts SET free_at = max(free_at, ? + max(?, crawl_delay)) WHERE host = ?",
                            [now, delay_seconds, host])

    def rest(self, host: str, *, until: float) -> None:
        """Leave a host alone until then, as it asked."""
        with self._together():
            self.db.execute("UPDATE hosts SET free_at = max(free_at, ?) WHERE host = ?", [until, host])

    def set_crawl_delay(self, host: str, seconds: float, *, now: float) -> None:
        """The pause that a host's robots.txt asks for, from now on; 0 where it asks for none."""
        with self._together():
            self.db.execute("INSERT INTO hosts (host, crawl_delay, free_at) VALUES (?1, ?2, ?3) "
                            "ON CONFLICT (host) DO UPDATE SET crawl_delay = ?2, free_at = max(free_at, ?3)",
                            [host, seconds, now + seconds])

    # Reading again --------------------------------------------------------------------------------------------------

    def captured(self, source: str, *, behind: tuple[float, int], limit: int) -> list[Captured]:
        """Pages of a source that were read or should have been, in the order in which that was last tried. Not those whose
        addresses were forgotten.

        Args:
            behind: when that was and the page's number, of the last one that was given out.
        """
        rows = self.db.execute(
            f"SELECT {VISIT_COLUMNS}, state, read_at, capture_id, capture_url FROM frontier WHERE source = ? "
            f"AND capture_id IS NOT NULL AND url NOT LIKE '{FORGOTTEN}%' AND (read_at, id) > (?, ?) ORDER BY read_at, id LIMIT ?",
            [source, *behind, limit]).fetchall()
        return [Captured(visit=self._visit(row), failed=state == "failed", read_at=read_at, capture_id=capture_id,
                         capture_url=capture_url) for *row, state, read_at, capture_id, capture_url in rows]

    def finish_again(self, captured: Captured, capture: Capture, contents: PageContents) -> Kept:
        """Keep what reading a page again gave. New links are to be asked for; what was linked before stays as it is."""
        visit = captured.visit
        with self._together():
            documents = tuple(document for document in contents.documents if self._may_replace(visit, capture, document.id))
            kept = keep(self.store, Result(
                visit=visit, ended="read", at=captured.read_at, answer=Answer(status=capture.status, capture=capture),
                contents=contents.model_copy(update={"documents": documents})), again=True)
            for link in contents.links:
                # Those whose addresses are to be forgotten wait until a page that is asked for names them.
                if not link.hint.forget:
                    self._insert(link.source or visit.source, link, found_on=None if link.source else visit.id,
                                 priority=priority_of(link.role))
            if captured.failed:
                self.db.execute("UPDATE frontier SET state = 'done', reason = NULL, refusal = NULL WHERE id = ? "
                                "AND state = 'failed'", [visit.id])
        return kept

    def _may_replace(self, visit: Visit, capture: Capture, document_id: str) -> bool:
        """False where a document was last given by another page, whose bytes are at hand as well: that one says what it is."""
        stored = self.store.document(document_id)
        return stored is None or stored.capture_id in (None, capture.id) or self.db.execute(
            "SELECT 1 FROM frontier WHERE capture_id = ? AND id <> ?", [stored.capture_id, visit.id]).fetchone() is None

    # The archive ----------------------------------------------------------------------------------------------------

    def is_archived(self, capture_id: str, url: str) -> bool:
        """True where these bytes of this address lie in the archive."""
        return self.store.is_archived(capture_id, url)

    def last_records(self, files: Iterable[str]) -> dict[str, int]:
        """Where the last committed record begins in each file of the archive, whether it is there or not."""
        return dict(self.db.execute(
            "SELECT archive, max(archive_offset) FROM captures WHERE archive IS NOT NULL GROUP BY archive").fetchall())

    def records_lost(self, file: str, *, end: int) -> None:
        """The records of this file from byte ``end`` on are gone: their pages are asked for again."""
        with self._together():
            self.db.execute(
                "UPDATE frontier SET state = 'pending', etag = NULL, last_modified = NULL, not_before = 0 WHERE capture_id IN "
                "(SELECT id FROM captures WHERE archive = ?1 AND archive_offset >= ?2) AND state = 'done'", [file, end])
            forget(self.store, LostRecords(file=file, end=end))

    def _visit(self, row: Sequence[Any]) -> Visit:
        id_, source, url, role, context, attempts, etag, last_modified = row
        return Visit(id=id_, source=source, url=url, role=role, hint=Hint.model_validate_json(context), attempts=attempts,
                     etag=etag, last_modified=last_modified, worker=self.worker)

    # Inside a transaction -------------------------------------------------------------------------------------------

    def _round(self, source: str) -> int:
        return int(self.db.execute("SELECT coalesce(max(number), 0) FROM rounds WHERE source = ?", [source]).fetchone()[0])

    def _lacks_start_pages(self, source: str) -> bool:
        """True where a start page failed in this round, or one that follows it and is read in the same role."""
        return self.db.execute(
            "SELECT 1 FROM frontier WHERE source = ?1 AND state = 'failed' AND round = ?2 AND role IN "
            "(SELECT role FROM frontier WHERE source = ?1 AND priority = ?3)",
            [source, self._round(source), START_PRIORITY]).fetchone() is not None

    @contextmanager
    def _together(self) -> Iterator[None]:
        """A transaction, into which goes what was put off for the next one.

        That an answer is being read is put off, since the lease of the host's next page asks for it: a transaction less a page.
        """
        with self.store.atomic():
            for sql, values in self._later:
                self.db.execute(sql, values)
            yield
        self._later.clear()

    def _holds(self, visit: Visit) -> bool:
        return self.db.execute("SELECT 1 FROM frontier WHERE id = ? AND state = 'leased' AND leased_by = ?",
                               [visit.id, visit.worker]).fetchone() is not None

    def _end(self, visit: Visit, state: str, *, now: float, status: int | None, reason: str | None = None) -> None:
        self.db.execute(
            "UPDATE frontier SET state = ?, done_at = ?, http_status = ?, reason = ?, refusal = NULL, round = ?, attempts = 0, "
            "lost = 0, not_before = 0, leased_by = NULL, leased_until = NULL WHERE id = ?",
            [state, now, status, reason, self._round(visit.source), visit.id])
        if visit.hint.forget:
            told = visit.forgetting()
            self.db.execute("UPDATE frontier SET url = ?, context = ? WHERE id = ?",
                            [told.url, told.hint.model_dump_json(), visit.id])

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
        """Ask again, once a round, for what this page links to: listings always, articles when their time has come."""
        self.db.execute(
            "UPDATE frontier SET state = 'pending', attempts = 0, lost = 0, not_before = 0 WHERE found_on = ? AND round < ? "
            f"AND url NOT LIKE '{FORGOTTEN}%' AND ("
            f"  (state = 'done' AND role <> '{SETTLED}' AND (role NOT IN {FINAL} OR done_at <= ?))"
            f"  OR (state = 'failed' AND (role NOT IN {FINAL} OR done_at <= ?)))",
            [visit.id, self._round(visit.source), now - revisit_seconds, now - max(revisit_seconds, RETRY_FAILED_SECONDS)])

    def _take_back(self, condition: str, parameters: list[object], *, now: float) -> None:
        for id_, source, url, context, lost in self.db.execute(
                f"SELECT id, source, url, context, lost FROM frontier WHERE state = 'leased' AND {condition}",
                parameters).fetchall():
            reason = LOST_REASON if lost + 1 >= MOST_LOST else None
            self.db.execute(
                "UPDATE frontier SET state = ?, lost = lost + 1, reason = ?, round = ?, done_at = ?, leased_by = NULL, "
                "leased_until = NULL WHERE id = ?", ["failed" if reason else "pending", reason, self._round(source), now, id_])
            if reason:
                hint = Hint.model_validate_json(context)
                if hint.forget:
                    self.db.execute("UPDATE frontier SET url = ?, context = ? WHERE id = ?",
                                    [told_address(url, hint), Hint(forget=True).model_dump_json(), id_])
                self.store.add_issue(Issue(stage="crawl", where=told_address(url, hint), value=source, reason=reason))


def _marks(values: Sequence[str], *, first: int) -> str:
    """Numbered places for bound values: ``?2, ?3``."""
    return ", ".join(f"?{number}" for number in range(first, first + len(values)))
