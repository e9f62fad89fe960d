"""Rounds of a frontier that many workers share: the same as :mod:`crawl.frontier_rounds`, in the same order."""

from __future__ import annotations

from collections.abc import Sequence

from crawl.any_frontier import NOT_ANSWERED, RETRY_FAILED_SECONDS, START_PRIORITY
from crawl.frontier_rows import FINAL
from crawl.mirroring import RoundNews
from crawl.pages import FORGOTTEN, Hint, Link
from crawl.rounds import Round, is_overdue, names_changes_once
from crawl.shared_database import at_once, together
from crawl.shared_rows import SharedRows
from crawl.sources import Source


class SharedRounds(SharedRows):
    """The rounds of a shared frontier."""

    @together
    def open_round(self, source: Source, role: str, *, now: float) -> None:
        """Start a round of a source with its start pages, or go on with the one that is not finished."""
        self.sources.add(source.name)
        self._lock_links()
        row = self._row("SELECT number, finished_at, started_at FROM rounds WHERE source = %(source)s ORDER BY number DESC LIMIT 1",
                        source=source.name)
        overdue = row is not None and row[1] is None and is_overdue(source, began=row[2], now=now)
        if overdue:
            self._end_round(source.name, now=now)
        if row is None or row[1] is not None or overdue:
            self._do("INSERT INTO rounds (source, number, started_at) VALUES (%(source)s, %(number)s, %(now)s)",
                     source=source.name, number=(row[0] if row else 0) + 1, now=now)
            self._send(RoundNews(source=source.name, began=now))
        hint = Hint(org=source.org)
        urls = self._start_urls(source)
        self._insert([(source.name, Link(url=url, role=role, hint=hint)) for url in urls], found_on=None, priority=START_PRIORITY)
        self._do(
            "UPDATE frontier SET state = 'pending', attempts = 0, lost = 0, blame = 0, not_before = 0, role = %(role)s, "
            "found_on = NULL, context = %(hint)s, priority = %(priority)s WHERE source = %(source)s AND url = ANY(%(urls)s) "
            "AND state IN ('done', 'failed') AND round < %(round)s",
            role=role, hint=hint.model_dump_json(), priority=START_PRIORITY, source=source.name, urls=list(urls),
            round=self._round(source.name))
        if names_changes_once(source):
            self._do("UPDATE frontier SET state = 'pending', attempts = 0, not_before = 0 WHERE source = %(source)s "
                     f"AND state = 'failed' AND round < %(round)s AND done_at <= %(retry)s AND role IN {FINAL} AND {NOT_ANSWERED} "
                     "AND url NOT LIKE %(forgotten)s", source=source.name, round=self._round(source.name),
                     retry=now - RETRY_FAILED_SECONDS, forgotten=f"{FORGOTTEN}%")

    @together
    def close_round(self, source: str, *, now: float) -> bool:
        """End a source's round if nothing of it is left to do; says whether it is ended."""
        self._lock_links()
        if self._waiting([source]):
            return False
        self._end_round(source, now=now)
        return True

    def _end_round(self, source: str, *, now: float) -> None:
        for began, ended, whole in self._rows(
                "UPDATE rounds SET finished_at = %(now)s, whole = %(whole)s WHERE source = %(source)s AND finished_at IS NULL "
                "RETURNING started_at, finished_at, whole", now=now, whole=not self._lacks_start_pages(source), source=source):
            self._send(RoundNews(source=source, began=began, ended=ended, whole=whole))

    def sound_alarm(self, source: Source) -> str | None:
        """Left to the store, which has the counts."""
        return None

    @at_once
    def count_failed(self, source: str) -> int:
        """How many pages of a source were given up and can be asked for again."""
        return int(self._value("SELECT count(*) FROM frontier WHERE source = %(source)s AND state = 'failed' "
                               "AND url NOT LIKE %(forgotten)s", source=source, forgotten=f"{FORGOTTEN}%"))

    @together
    def retry_failed(self, source: str) -> int:
        """Ask again for the pages of a source that were given up, as a part of its newest round; says how many."""
        self.sources.add(source)
        self._lock_links()
        retried = len(self._rows(
            "UPDATE frontier SET state = 'pending', attempts = 0, lost = 0, blame = 0, not_before = 0 "
            "WHERE source = %(source)s AND state = 'failed' AND url NOT LIKE %(forgotten)s RETURNING id",
            source=source, forgotten=f"{FORGOTTEN}%"))
        if retried:
            for (began,) in self._rows("UPDATE rounds SET finished_at = NULL WHERE source = %(source)s AND number = %(number)s "
                                       "RETURNING started_at", source=source, number=self._round(source)):
                self._send(RoundNews(source=source, began=began))
        return retried

    @at_once
    def last_round(self, source: str) -> Round | None:
        """The source's newest round; None where it was never crawled."""
        return self._last_round(source)

    @at_once
    def start_urls(self, source: Source) -> tuple[str, ...]:
        """The start pages of the source's newest round."""
        return self._start_urls(source)

    @at_once
    def waiting(self, sources: Sequence[str]) -> int:
        """How many addresses of these sources are pending or leased."""
        return self._waiting(sources)

    @at_once
    def broken_starts(self, source: Source) -> list[str]:
        """The start pages of a source that failed, each with its reason."""
        return [f"{url}: {reason}" for url, reason in self._rows(
            "SELECT url, reason FROM frontier WHERE source = %(source)s AND state = 'failed' AND url = ANY(%(urls)s)",
            source=source.name, urls=list(self._start_urls(source)))]
