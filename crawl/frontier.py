"""The frontier of one worker, in the store's own file: the end of a visit is one transaction with what the store keeps of it.

What each method promises stands in :mod:`crawl.any_frontier`.
"""

from __future__ import annotations

from collections.abc import Sequence

from crawl.any_frontier import LEASE_SECONDS
from crawl.frontier_archive import FrontierArchive
from crawl.frontier_rounds import FrontierRounds
from crawl.frontier_rows import VISIT_COLUMNS, marks
from crawl.keeping import keep
from crawl.pages import Answer, Kept, PageContents, Refusal, Result, Visit
from crawl.patience import LONGEST_REST
from crawl.rounds import DAY

LOOK_FOR_LOST_SECONDS = 1.0


class Frontier(FrontierRounds, FrontierArchive):
    """The frontier of one worker on one store."""

    _looked_for_lost = -LOOK_FOR_LOST_SECONDS

    def beat(self, *, now: float) -> None:
        """Nobody asks: no two crawl into one store at a time."""

    # Leases ---------------------------------------------------------------------------------------------------------

    def lease(self, sources: Sequence[str], *, now: float) -> Visit | None:
        """Take the next address of these sources whose host is free."""
        with self._joined():
            if abs(now - self._looked_for_lost) >= LOOK_FOR_LOST_SECONDS:
                self._take_back("leased_until < ?", [now], now=now)
                self._looked_for_lost = now
            leased = self.db.execute(
                f"""
                UPDATE frontier SET state = 'leased', answered = 0, leased_by = ?2, leased_until = ?3 WHERE id = (
                    SELECT f.id FROM frontier f WHERE f.state = 'pending' AND +f.not_before <= ?1
                    AND f.source IN ({marks(sources, first=4)}) AND f.host = (
                        SELECT h.host FROM hosts h WHERE h.free_at <= ?1
                        AND EXISTS (SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'pending' AND f.not_before <= ?1
                                    AND f.source IN ({marks(sources, first=4)}))
                        AND NOT EXISTS (SELECT 1 FROM frontier l WHERE l.host = h.host AND l.state = 'leased' AND NOT l.answered)
                        ORDER BY h.free_at LIMIT 1)
                    ORDER BY f.lost, f.priority DESC, f.id LIMIT 1)
                RETURNING {VISIT_COLUMNS}""", [now, self.worker, now + LEASE_SECONDS, *sources]).fetchone()
        return self._visit(leased) if leased else None

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
                                            AND f.source IN ({marks(sources, first=2)}) ORDER BY f.not_before LIMIT 1)) END)
            FROM hosts h WHERE EXISTS (SELECT 1 FROM frontier f WHERE f.host = h.host AND f.state = 'pending'
                                       AND f.source IN ({marks(sources, first=2)}))""", [now, *sources]).fetchone()
        return None if row[0] is None else max(0.0, float(row[0]) - now)

    def take_back_lost(self, *, now: float) -> None:
        """Take back every lease: whoever held one is dead, since no two crawl into one store at a time."""
        with self._together():
            self._take_back("1", [], now=now)
            # No host asks for a longer rest than that: the clock was ahead when these were written.
            late = now + LONGEST_REST + DAY
            self.db.execute("UPDATE hosts SET free_at = ?1 + crawl_delay WHERE free_at > ?2", [now, late])
            self.db.execute("UPDATE frontier SET not_before = 0 WHERE state = 'pending' AND not_before > ?", [late])

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
        capture = answer.capture
        assert capture is not None
        with self._joined():
            if not self._end(visit, "done", now=now, status=answer.status, etag=capture.etag, last_modified=capture.last_modified,
                             capture_id=capture.id, capture_url=capture.url, read_at=now):
                return None
            kept = keep(self.store, Result(visit=visit.forgetting(), ended="read", at=now, answer=answer, contents=contents))
            self._recall(visit, contents.links)
            self._replace_links(visit, contents.links)
            self._reopen(visit, now=now, revisit_seconds=revisit_seconds)
            self._forget_links(visit, contents.links)
        return kept

    def unchanged(self, visit: Visit, *, now: float, revisit_seconds: float) -> None:
        """The page is as it was, and so are its links."""
        with self._joined():
            if self._end(visit, "done", now=now, status=304):
                keep(self.store, Result(visit=visit.forgetting(), ended="unchanged", at=now))
                self._reopen(visit, now=now, revisit_seconds=revisit_seconds)

    def postpone(self, visit: Visit, *, until: float, status: int | None, reason: str, in_vain: bool = True) -> None:
        """Ask again later. ``in_vain``: this was a try, of which a page has only so many."""
        with self._joined():
            self.db.execute(
                "UPDATE frontier SET state = 'pending', attempts = attempts + ?, not_before = ?, http_status = ?, reason = ?, "
                "leased_by = NULL, leased_until = NULL WHERE id = ? AND state = 'leased' AND leased_by = ?",
                [int(in_vain), until, status, reason, visit.id, visit.worker])

    def fail(self, visit: Visit, *, now: float, answer: Answer | None, reason: str, refusal: Refusal | None = None) -> None:
        """Give a page up, with the reason."""
        captured: dict[str, object] = {}
        if answer and answer.capture:
            # Asked for in full the next time: that the host has nothing newer would be no help.
            captured = {"etag": None, "last_modified": None, "capture_id": answer.capture.id, "capture_url": answer.capture.url,
                        "read_at": now}
        with self._joined():
            if self._end(visit, "failed", now=now, status=answer.status if answer else None, reason=reason, refusal=refusal,
                         **captured):
                keep(self.store, Result(visit=visit.forgetting(), ended="failed", at=now, answer=answer, reason=reason,
                                        refusal=refusal))

    # Hosts ----------------------------------------------------------------------------------------------------------

    def turn(self, host: str, *, now: float, delay_seconds: float) -> float:
        """Claim a host's next turn: 0 where it may be asked now, else the seconds until its pause is over.

        Kept in the database before the host is asked, so that a crawl that is killed and started again keeps the pause.
        """
        with self._joined():
            claimed = self.db.execute("UPDATE hosts SET free_at = ?1 + max(?2, crawl_delay) WHERE host = ?3 AND free_at <= ?1 "
                                      "RETURNING free_at", [now, delay_seconds, host]).fetchone()
            if not claimed:
                row = self.db.execute("SELECT free_at FROM hosts WHERE host = ?", [host]).fetchone()
                if row:
                    return float(row[0]) - now
                self.db.execute("INSERT INTO hosts (host, free_at) VALUES (?, ?)", [host, now + delay_seconds])
        if claimed and claimed[0] <= now:
            self._without_pause.add(host)
        else:
            self._without_pause.discard(host)
            self.settle()
        return 0.0

    def answered(self, host: str, *, now: float, delay_seconds: float) -> None:
        """The host's pause begins now, at the end of the request."""
        if host in self._without_pause and not delay_seconds:
            return
        with self._together():
            self.db.execute("UPDATE hosts SET free_at = max(free_at, ? + max(?, crawl_delay)) WHERE host = ?",
                            [now, delay_seconds, host])

    def rest(self, host: str, *, until: float) -> None:
        """Leave a host alone until then, as it asked."""
        with self._together():
            self.db.execute("UPDATE hosts SET free_at = max(free_at, ?) WHERE host = ?", [until, host])

    def set_crawl_delay(self, host: str, seconds: float, *, now: float) -> None:
        """The pause that a host's robots.txt asks for, from now on; 0 where it asks for none."""
        self._without_pause.discard(host)
        with self._together():
            self.db.execute("INSERT INTO hosts (host, crawl_delay, free_at) VALUES (?1, ?2, ?3) "
                            "ON CONFLICT (host) DO UPDATE SET crawl_delay = ?2, free_at = max(free_at, ?3)",
                            [host, seconds, now + seconds])
