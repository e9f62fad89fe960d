"""What every frontier promises: that of one worker (:mod:`crawl.frontier`) and that of many (:mod:`crawl.shared_frontier`).

An address goes ``pending`` → ``leased`` → ``done``, or ``failed`` with a reason. The end of a visit is one transaction: what the
page gave, the links found on it and the visit's own state are in the database together or not at all. What was leased when a
worker died is leased again.

A source is crawled in rounds. A round starts with the source's start pages and ends when nothing of the source is pending; a
crawl that finds a round unfinished continues it. A round is whole if no start page failed in it, nor another page of its role.

A link whose ``source`` is set is put into that source's queue, without a page that it was found on.

Times are seconds since 1970 by the frontier's own clock, :meth:`AnyFrontier.now`. They are given, so that tests can say when it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from crawl.pages import Answer, Kept, PageContents, Refusal, Visit
from crawl.rounds import Round
from crawl.sources import Source

LEASE_SECONDS = 900.0
WORKER_LEASE_SECONDS = 60.0
"""A worker that a shared frontier has not heard of for so long counts as dead."""
MOST_LOST = 5
"""A page during whose visit the crawl died this often is given up: it may be what kills it. Where it was one of several, it has its
share of the blame."""
LOST_REASON = "the crawl died each time that this page was being visited"
RETRY_FAILED_SECONDS = 86_400.0
"""A failed article that is still listed gets another chance after a day; so does one that would not be listed again, where its
site did not answer."""
NOT_ANSWERED = "lost = 0 AND (http_status IS NULL OR http_status = 429 OR http_status >= 500)"
"""What tells a failed page whose site did not answer, in SQL; one that kills crawls is none of these."""
START_PRIORITY, LISTING_PRIORITY, ARTICLE_PRIORITY = 20, 10, 0
SETTLED = "settled"
"""The role of pages that never change once they are published: got once, they are not asked for again."""
FINAL_ROLES = ("article", "paper", "record", "file", SETTLED)
"""Roles of pages that lead nowhere: they are asked for again when their time has come, not in every round."""


def priority_of(role: str) -> int:
    """How early a page that was found on another is asked for."""
    return ARTICLE_PRIORITY if role in FINAL_ROLES else LISTING_PRIORITY


class AnyFrontier(Protocol):
    """The frontier as one worker sees it."""

    worker: str
    """Names this process among those that share the frontier."""
    beat_seconds: float | None
    """How often :meth:`beat` is to be called; None where the frontier has no need of it."""

    def now(self) -> float:
        """The time by the frontier's clock."""

    def beat(self, *, now: float) -> None:
        """Say that this worker lives, beside its work."""

    # Rounds ---------------------------------------------------------------------------------------------------------

    def open_round(self, source: Source, role: str, *, now: float) -> None:
        """Start a round of a source with its start pages, or go on with the one that is not finished."""

    def close_round(self, source: str, *, now: float) -> bool:
        """End a source's round if nothing of it is left to do; says whether it is ended."""

    def sound_alarm(self, source: Source) -> str | None:
        """What is odd about the counts of the source's newest round, which has ended; None where the store is elsewhere."""

    def count_failed(self, source: str) -> int:
        """How many pages of a source were given up and can be asked for again: those whose addresses are not forgotten."""

    def retry_failed(self, source: str) -> int:
        """Ask again for the pages of a source that were given up, as a part of its newest round; says how many."""

    def last_round(self, source: str) -> Round | None:
        """The source's newest round; None where it was never crawled."""

    def start_urls(self, source: Source) -> tuple[str, ...]:
        """The start pages of the source's newest round, as :func:`crawl.rounds.start_addresses` has them."""

    def waiting(self, sources: Sequence[str]) -> int:
        """How many addresses of these sources are pending or leased."""

    def broken_starts(self, source: Source) -> list[str]:
        """The start pages of a source that failed, each with its reason."""

    # Leases ---------------------------------------------------------------------------------------------------------

    def lease(self, sources: Sequence[str], *, now: float) -> Visit | None:
        """Take the next address of these sources whose host is free: nobody is asking it, and its pause is over.

        An address whose lease ran out counts as lost and may be taken again. Start pages go first, then listings, then
        articles; what was lost before goes last, lest one page stop all others.
        """

    def next_due(self, sources: Sequence[str], *, now: float) -> float | None:
        """In how many seconds something of these sources may be leased; None where nothing is pending."""

    def take_back_lost(self, *, now: float) -> None:
        """When a worker begins: take back the leases of those that are known to be dead."""

    def give_back(self) -> None:
        """Give back the leases of this worker, which stops in good order."""

    def heard(self, visit: Visit) -> None:
        """The host has answered in full: while the answer is being read, the host may be asked for its next page."""

    # The end of a visit ---------------------------------------------------------------------------------------------

    def finish(self, visit: Visit, answer: Answer, contents: PageContents, *, now: float, revisit_seconds: float) -> Kept | None:
        """Keep what a page gave, and be done with it: all in one transaction.

        Returns:
            What became of the page's documents; None where the lease was lost to another worker meanwhile, and nothing is kept.
        """

    def unchanged(self, visit: Visit, *, now: float, revisit_seconds: float) -> None:
        """The host says that the page is as it was: so are its links, which are due again where their time has come."""

    def postpone(self, visit: Visit, *, until: float, status: int | None, reason: str, in_vain: bool = True) -> None:
        """Ask again later. ``in_vain``: this was a try, of which a page has only so many."""

    def fail(self, visit: Visit, *, now: float, answer: Answer | None, reason: str, refusal: Refusal | None = None) -> None:
        """Give a page up, with the reason, which becomes an issue too; the bytes that could not be read stay on record."""

    # Hosts ----------------------------------------------------------------------------------------------------------

    def turn(self, host: str, *, now: float, delay_seconds: float) -> float:
        """Claim a host's next turn: 0 where it may be asked now, else the seconds until its pause is over.

        Kept in the database, so that a crawl that is killed and started again keeps the pause.
        """

    def answered(self, host: str, *, now: float, delay_seconds: float) -> None:
        """The host's pause begins now, at the end of the request."""

    def rest(self, host: str, *, until: float) -> None:
        """Leave a host alone until then, as it asked."""

    def set_crawl_delay(self, host: str, seconds: float, *, now: float) -> None:
        """The pause that a host's robots.txt asks for, from now on; 0 where it asks for none."""

    # The archive ----------------------------------------------------------------------------------------------------

    def is_archived(self, capture_id: str, url: str) -> bool:
        """True where these bytes of this address lie in the archive."""

    def last_records(self, files: Iterable[str]) -> dict[str, int]:
        """Where the last committed record begins in each file of the archive: in all, or where many archive in ``files`` alone.

        Args:
            files: those that lie in this worker's own folder.
        """

    def records_lost(self, file: str, *, end: int) -> None:
        """The records of this file of the archive from byte ``end`` on are gone: their pages are asked for again."""
