"""Rounds, kept in the store's file: when a source's crawl began and ended, and whether it got all its start pages.

What each method promises stands in :mod:`crawl.any_frontier`.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora.schema import Issue
from crawl.alarms import alarm_of
from crawl.any_frontier import NOT_ANSWERED, RETRY_FAILED_SECONDS, START_PRIORITY
from crawl.frontier_rows import FINAL, FrontierRows, marks
from crawl.pages import FORGOTTEN, Hint, Link
from crawl.rounds import Round, is_overdue, names_changes_once, start_addresses
from crawl.sources import Source


class FrontierRounds(FrontierRows):
    """The rounds of a frontier."""

    def open_round(self, source: Source, role: str, *, now: float) -> None:
        """Start a round of a source with its start pages, or go on with the one that is not finished."""
        with self._together():
            row = self.db.execute("SELECT number, finished_at, started_at FROM rounds WHERE source = ? "
                                  "ORDER BY number DESC LIMIT 1", [source.name]).fetchone()
            overdue = row is not None and row[1] is None and is_overdue(source, began=row[2], now=now)
            if overdue:
                self._end_round(source.name, now=now)
            if row is None or row[1] is not None or overdue:
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
                    f"AND round < ? AND done_at <= ? AND role IN {FINAL} AND {NOT_ANSWERED} AND url NOT LIKE ?",
                    [source.name, number, now - RETRY_FAILED_SECONDS, f"{FORGOTTEN}%"])

    def close_round(self, source: str, *, now: float) -> bool:
        """End a source's round if nothing of it is left to do; says whether it is ended."""
        with self._together():
            if self.waiting([source]):
                return False
            self._end_round(source, now=now)
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

    def count_failed(self, source: str) -> int:
        """How many pages of a source were given up and can be asked for again."""
        return self.store.count_failed(source)

    def retry_failed(self, source: str) -> int:
        """Ask again for the pages of a source that were given up, as a part of its newest round; says how many."""
        with self._together():
            retried = self.db.execute(
                "UPDATE frontier SET state = 'pending', attempts = 0, lost = 0, not_before = 0 "
                "WHERE source = ? AND state = 'failed' AND url NOT LIKE ?", [source, f"{FORGOTTEN}%"]).rowcount
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
                                 "AND number < (SELECT max(number) FROM rounds WHERE source = ?) AND started_at <= ?",
                                 [source.name, source.name, last.began if last else 0]).fetchone()[0]
        return start_addresses(source, began=last.began, before=before) if last else source.start_urls

    def waiting(self, sources: Sequence[str]) -> int:
        """How many addresses of these sources are pending or leased."""
        return int(self.db.execute(
            f"SELECT count(*) FROM frontier WHERE source IN ({marks(sources, first=1)}) AND state IN ('pending', 'leased')",
            list(sources)).fetchone()[0])

    def broken_starts(self, source: Source) -> list[str]:
        """The start pages of a source that failed, each with its reason."""
        urls = self.start_urls(source)
        return [f"{url}: {reason}" for url, reason in self.db.execute(
            f"SELECT url, reason FROM frontier WHERE source = ?1 AND state = 'failed' AND url IN ({marks(urls, first=2)})",
            [source.name, *urls])]

    def _end_round(self, source: str, *, now: float) -> None:
        self.db.execute("UPDATE rounds SET finished_at = ?, whole = ? WHERE source = ? AND finished_at IS NULL",
                        [now, not self._lacks_start_pages(source), source])

    def _lacks_start_pages(self, source: str) -> bool:
        """True where a start page failed in this round or still waits, or one that follows it and is read in the same role."""
        return self.db.execute(
            "SELECT 1 FROM frontier WHERE source = ?1 AND ((state = 'failed' AND round = ?2) OR state IN ('pending', 'leased')) "
            "AND role IN (SELECT role FROM frontier WHERE source = ?1 AND priority = ?3)",
            [source, self._round(source), START_PRIORITY]).fetchone() is not None
