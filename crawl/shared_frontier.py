"""The frontier of many workers, in PostgreSQL.

What each method promises stands in :mod:`crawl.any_frontier`; how SQL says it for one worker, in the same order, in
:mod:`crawl.frontier`.

A worker lives as long as it says so (:meth:`SharedFrontier.beat`); the leases of one that has been silent for ``lease_seconds``
are taken back. A host has one owner, who alone takes addresses of it until it falls silent or has more than its share, so that a
site's robots.txt is asked for once and its connection kept. The pause is kept in any case, by ``free_at`` and by ``asked_by``,
which names the worker whose request is under way: a redirect may lead to a host that another owns.

What a visit gave goes to the outbox, from where :mod:`crawl.collecting` takes it to the store; its bytes are in the worker's own
archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crawl.any_frontier import FINAL_ROLES, LEASE_SECONDS
from crawl.frontier_rows import VISIT_COLUMNS
from crawl.keeping import LostRecords
from crawl.pages import Answer, Kept, PageContents, Refusal, Result, Visit
from crawl.patience import LONGEST_REST
from crawl.rounds import DAY
from crawl.shared_database import at_once, together
from crawl.shared_rounds import SharedRounds
from crawl.shared_rows import ALIVE

MINE_OR_NOBODYS = f"(h.owner IS NULL OR h.owner = %(me)s OR NOT {ALIVE.format('h.owner')})"
ASKED = "EXISTS (SELECT 1 FROM frontier l WHERE l.host = h.host AND l.state = 'leased' AND NOT l.answered)"
POLL_SECONDS = 0.5
"""How soon to look again where another worker's doings decide what is next."""
GRACE_SECONDS = 2.0
"""A worker that has its share of hosts takes a further one that nobody wanted for so long."""


class SharedFrontier(SharedRounds):
    """The frontier as one of many workers sees it."""

    @at_once
    def now(self) -> float:
        """The database's clock."""
        return float(self._value("SELECT extract(epoch FROM clock_timestamp())::double precision"))

    @together
    def beat(self, *, now: float) -> None:
        """Say that this worker lives, and reckon its share of the hosts."""
        self._live(now)
        self._do("DELETE FROM workers w WHERE w.alive_until < %(long_ago)s AND NOT EXISTS "
                 "(SELECT 1 FROM frontier f WHERE f.state = 'leased' AND f.leased_by = w.name)", long_ago=now - 86_400)
        self.share = self._fair_share(now)

    # Leases ---------------------------------------------------------------------------------------------------------

    @together
    def lease(self, sources: Sequence[str], *, now: float) -> Visit | None:
        """Take the next address of these sources whose host is free and nobody else's, and make the host this worker's own."""
        self._live(now)
        self._take_back(now=now)
        self._let_go()
        mine = self._value("SELECT count(*) FROM hosts WHERE owner = %(me)s")
        host = self._row(
            f"""
            SELECT h.host FROM hosts h WHERE h.free_at <= %(now)s AND {MINE_OR_NOBODYS}
            AND (h.owner = %(me)s OR %(mine)s < %(share)s OR h.free_at < %(now)s - %(grace)s)
            AND (h.asked_by IS NULL OR h.asked_by = %(me)s OR NOT {ALIVE.format('h.asked_by')})
            AND EXISTS (SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'pending' AND f.not_before <= %(now)s
                        AND f.source = ANY(%(sources)s))
            AND NOT {ASKED} ORDER BY h.free_at LIMIT 1 FOR UPDATE OF h SKIP LOCKED""",
            now=now, mine=mine, share=self.share, grace=GRACE_SECONDS, sources=list(sources))
        if host is None:
            return None
        # Looked at again, now that the host is locked: what another did between the two is seen.
        row = self._row(
            f"""
            UPDATE frontier SET state = 'leased', answered = false, leased_by = %(me)s, leased_until = %(until)s
            WHERE id = (SELECT f.id FROM frontier f JOIN hosts h ON h.host = f.host WHERE f.host = %(host)s AND f.state = 'pending'
                        AND f.not_before <= %(now)s AND f.source = ANY(%(sources)s) AND {MINE_OR_NOBODYS} AND NOT {ASKED}
                        ORDER BY f.lost, f.priority DESC, f.id LIMIT 1 FOR UPDATE OF f SKIP LOCKED)
            RETURNING {VISIT_COLUMNS}""", until=now + LEASE_SECONDS, host=host[0], now=now, sources=list(sources))
        if row is None:
            return None
        self._do("UPDATE hosts SET owner = %(me)s WHERE host = %(host)s AND owner IS DISTINCT FROM %(me)s", host=host[0])
        return self._visit(row)

    @at_once
    def next_due(self, sources: Sequence[str], *, now: float) -> float | None:
        """In how many seconds something of these sources may be leased; None where nothing is pending or with another worker."""
        due = self._value(
            f"""
            SELECT min(CASE WHEN NOT {MINE_OR_NOBODYS} THEN %(now)s + %(poll)s WHEN {ASKED} THEN %(now)s + 1
                       ELSE greatest(h.free_at, (SELECT f.not_before FROM frontier f WHERE f.host = h.host AND f.state = 'pending'
                                                 AND f.source = ANY(%(sources)s) ORDER BY f.not_before LIMIT 1)) END)
            FROM hosts h WHERE EXISTS (SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'pending'
                                       AND f.source = ANY(%(sources)s))""", now=now, poll=POLL_SECONDS, sources=list(sources))
        if due is not None:
            # Never at once: what is due and was not leased is in another's hands.
            return max(POLL_SECONDS / 10, float(due) - now)
        others = self._value("SELECT EXISTS (SELECT 1 FROM frontier WHERE state = 'leased' AND leased_by <> %(me)s "
                             "AND source = ANY(%(sources)s))", sources=list(sources))
        return POLL_SECONDS if others else None

    @together
    def take_back_lost(self, *, now: float) -> None:
        """Take back the leases of workers that have fallen silent."""
        self._live(now)
        self._take_back(now=now)
        # No host asks for a longer rest than that: the clock was ahead when these were written.
        late = now + LONGEST_REST + DAY
        self._do("UPDATE hosts SET free_at = %(now)s + crawl_delay WHERE free_at > %(late)s", now=now, late=late)
        self._do("UPDATE frontier SET not_before = 0 WHERE state = 'pending' AND not_before > %(late)s", late=late)

    @together
    def give_back(self) -> None:
        """Give back the leases and hosts of this worker, which stops in good order."""
        self._do("UPDATE frontier SET state = 'pending', leased_by = NULL, leased_until = NULL "
                 "WHERE state = 'leased' AND leased_by = %(me)s")
        self._do("UPDATE hosts SET owner = NULL WHERE owner = %(me)s")
        self._do("UPDATE hosts SET asked_by = NULL WHERE asked_by = %(me)s")
        self._do("DELETE FROM workers WHERE name = %(me)s")

    @at_once
    def heard(self, visit: Visit) -> None:
        """The host has answered in full: while the answer is being read, the host may be asked for its next page."""
        self._do("UPDATE frontier SET answered = true WHERE id = %(id)s AND state = 'leased' AND leased_by = %(worker)s",
                 id=visit.id, worker=visit.worker)

    # The end of a visit ---------------------------------------------------------------------------------------------

    @together
    def finish(self, visit: Visit, answer: Answer, contents: PageContents, *, now: float, revisit_seconds: float) -> Kept | None:
        """Put what a page gave into the outbox, and be done with it: all in one transaction."""
        capture = answer.capture
        assert capture is not None
        if contents.links or visit.role not in FINAL_ROLES:
            self._lock_links()
        if not self._holds(visit):
            return None
        # Only what the store keeps: links stay here, and some of their addresses are to be forgotten.
        self._send(Result(visit=visit.forgetting(), ended="read", at=now, answer=answer,
                          contents=contents.model_copy(update={"links": ()})))
        self._end(visit, "done", now=now, status=answer.status)
        self._do("UPDATE frontier SET etag = %(etag)s, last_modified = %(last_modified)s, capture_id = %(capture)s, "
                 "capture_url = %(url)s WHERE id = %(id)s",
                 etag=capture.etag, last_modified=capture.last_modified, capture=capture.id, url=capture.url, id=visit.id)
        self._recall(visit, contents.links)
        self._replace_links(visit, contents.links)
        self._reopen(visit, now=now, revisit_seconds=revisit_seconds)
        self._forget_links(visit, contents.links)
        return Kept(sent=len(contents.documents))

    @together
    def unchanged(self, visit: Visit, *, now: float, revisit_seconds: float) -> None:
        """The page is as it was, and so are its links."""
        if visit.role not in FINAL_ROLES:
            self._lock_links()
        if self._holds(visit):
            self._send(Result(visit=visit.forgetting(), ended="unchanged", at=now))
            self._end(visit, "done", now=now, status=304)
            self._reopen(visit, now=now, revisit_seconds=revisit_seconds)

    @together
    def postpone(self, visit: Visit, *, until: float, status: int | None, reason: str, in_vain: bool = True) -> None:
        """Ask again later. ``in_vain``: this was a try, of which a page has only so many."""
        if self._holds(visit):
            self._do("UPDATE frontier SET state = 'pending', attempts = attempts + %(tries)s, not_before = %(until)s, "
                     "http_status = %(status)s, reason = %(reason)s, leased_by = NULL, leased_until = NULL WHERE id = %(id)s",
                     tries=int(in_vain), until=until, status=status, reason=reason, id=visit.id)

    @together
    def fail(self, visit: Visit, *, now: float, answer: Answer | None, reason: str, refusal: Refusal | None = None) -> None:
        """Give a page up, with the reason."""
        if self._holds(visit):
            self._send(Result(visit=visit.forgetting(), ended="failed", at=now, answer=answer, reason=reason, refusal=refusal))
            self._end(visit, "failed", now=now, status=answer.status if answer else None, reason=reason)
            self._do("UPDATE frontier SET refusal = %(refusal)s WHERE id = %(id)s", refusal=refusal, id=visit.id)
            if answer and answer.capture:
                # Asked for in full the next time: that the host has nothing newer would be no help.
                self._do("UPDATE frontier SET etag = NULL, last_modified = NULL, capture_id = %(capture)s, capture_url = %(url)s "
                         "WHERE id = %(id)s", capture=answer.capture.id, url=answer.capture.url, id=visit.id)

    # Hosts ----------------------------------------------------------------------------------------------------------

    @together
    def turn(self, host: str, *, now: float, delay_seconds: float) -> float:
        """Claim a host's next turn: 0 where it may be asked now, else the seconds to wait."""
        self._live(now)
        self._do("INSERT INTO hosts (host) VALUES (%(host)s) ON CONFLICT (host) DO NOTHING", host=host)
        claimed = self._row(
            "UPDATE hosts h SET free_at = %(now)s + greatest(%(delay)s, h.crawl_delay), asked_by = %(me)s WHERE h.host = %(host)s "
            f"AND h.free_at <= %(now)s AND (h.asked_by IS NULL OR h.asked_by = %(me)s OR NOT {ALIVE.format('h.asked_by')}) "
            "RETURNING 1", now=now, delay=delay_seconds, host=host)
        if claimed:
            return 0.0
        free_at = self._value("SELECT free_at FROM hosts WHERE host = %(host)s", host=host)
        return max(POLL_SECONDS / 10, float(free_at) - now)

    @at_once
    def answered(self, host: str, *, now: float, delay_seconds: float) -> None:
        """The host's pause begins now, at the end of the request."""
        self._do("UPDATE hosts SET free_at = greatest(free_at, %(now)s + greatest(%(delay)s, crawl_delay)), "
                 "asked_by = nullif(asked_by, %(me)s) WHERE host = %(host)s", now=now, delay=delay_seconds, host=host)

    @at_once
    def rest(self, host: str, *, until: float) -> None:
        """Leave a host alone until then, as it asked."""
        self._do("UPDATE hosts SET free_at = greatest(free_at, %(until)s) WHERE host = %(host)s", until=until, host=host)

    @at_once
    def set_crawl_delay(self, host: str, seconds: float, *, now: float) -> None:
        """The pause that a host's robots.txt asks for, from now on; 0 where it asks for none."""
        self._do("INSERT INTO hosts (host, crawl_delay, free_at) VALUES (%(host)s, %(seconds)s, %(free_at)s) ON CONFLICT (host) "
                 "DO UPDATE SET crawl_delay = %(seconds)s, free_at = greatest(hosts.free_at, %(free_at)s)",
                 host=host, seconds=seconds, free_at=now + seconds)

    # The archive ----------------------------------------------------------------------------------------------------

    @at_once
    def is_archived(self, capture_id: str, url: str) -> bool:
        """True where these bytes of this address lie in the archive of one of the workers."""
        return bool(self._value("SELECT EXISTS (SELECT 1 FROM captures WHERE id = %(id)s AND md5(url) = md5(%(url)s))",
                                id=capture_id, url=url))

    @at_once
    def last_records(self, files: Iterable[str]) -> dict[str, int]:
        """Where the last committed record begins in each of these files of the archive."""
        return dict(self._rows("SELECT archive, max(archive_offset) FROM captures WHERE archive = ANY(%(files)s) GROUP BY archive",
                               files=list(files)))

    @together
    def records_lost(self, file: str, *, end: int) -> None:
        """The records of this file from byte ``end`` on are gone: their pages are asked for again."""
        self._do("UPDATE frontier SET state = 'pending', etag = NULL, last_modified = NULL, not_before = 0 WHERE capture_id IN "
                 "(SELECT id FROM captures WHERE archive = %(file)s AND archive_offset >= %(end)s) AND state = 'done'",
                 file=file, end=end)
        self._do("DELETE FROM captures WHERE archive = %(file)s AND archive_offset >= %(end)s", file=file, end=end)
        self._send(LostRecords(file=file, end=end))
