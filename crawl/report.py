"""What a crawl says of itself: between its two processes, and to the caller."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from corpora.schema import Record
from crawl.any_frontier import WORKER_LEASE_SECONDS
from crawl.reach import Reach
from crawl.sources import Source


class SourceReport(Record):
    """What one crawl did for one source."""

    source: str
    fetched: int
    """Pages that were answered, feeds and listings included, those that were as before (304) included."""
    new: int
    """Documents that were not known."""
    changed: int
    """Documents whose text, title or date is another than before."""
    unchanged: int
    """Pages that were as before."""
    sent: int = 0
    """Documents put into the outbox of a shared frontier: the store will say of them what they are."""
    failed: int
    """Pages that were given up; each is an issue with its reason."""
    shared: bool = False
    """Whether this was one of many workers, of whom others may have asked for all its pages."""
    postponed: int
    """Pages that are still to be asked for, since their host wants us to wait or the crawl was stopped."""
    broken_starts: tuple[str, ...] = ()
    """Start pages that failed, with the reason."""

    alarm: str | None = None
    """What is odd about how much its round gave, in words."""

    @property
    def healthy(self) -> bool:
        """False where the source answered nothing at all, a start page failed, or what it gave is odd.

        Where there was nothing to ask, since the crawl before died at the very end of a round, there was nothing to answer.
        """
        asked = self.fetched or self.failed or self.postponed
        return (self.fetched > 0 or self.shared or not asked) and not self.broken_starts and not self.alarm


class CrawlReport(Record):
    """What one crawl did."""

    sources: tuple[SourceReport, ...]

    @property
    def healthy(self) -> bool:
        """True where every source is."""
        return all(source.healthy for source in self.sources)

    @property
    def fetched(self) -> int:
        """Pages that were answered, over all sources."""
        return sum(source.fetched for source in self.sources)

    @property
    def new(self) -> int:
        """Documents that were not known, over all sources."""
        return sum(source.new for source in self.sources)

    @property
    def changed(self) -> int:
        """Documents that changed, over all sources."""
        return sum(source.changed for source in self.sources)

    @property
    def unchanged(self) -> int:
        """Pages that were as before, over all sources."""
        return sum(source.unchanged for source in self.sources)

    @property
    def failed(self) -> int:
        """Pages that were given up, over all sources."""
        return sum(source.failed for source in self.sources)


class Job(Record):
    """What the crawling process is asked to do. All its sources are local, or none is."""

    database: Path
    sources: tuple[Source, ...]
    known: tuple[Source, ...] = ()
    """Further sources, which are not crawled now, but take what these find on their hosts; their own next crawl asks for it."""
    contact: str | None = None
    retry: bool = False
    """Ask for the pages that were given up, and for nothing else."""
    reach: Reach | None = None
    """Narrower or other limits than follow from the sources."""
    shared_frontier: Annotated[str | None, Field(repr=False)] = None
    """The address of the frontier that this worker shares with others, which may hold a password; None to crawl alone."""
    lease_seconds: Annotated[float, Field(gt=0)] = WORKER_LEASE_SECONDS
    """After so long a silence a worker on a shared frontier counts as dead."""


class Progress(Record):
    """How far a crawl is."""

    visits: int
    waiting: int


class Trouble(Record):
    """Why a crawl could not start."""

    users_mistake: str


class Message(Record):
    """One line from the crawling process: exactly one of the three, and with progress perhaps a notice."""

    notice: str | None = None
    """What whoever waits should know while it goes on, in words."""
    progress: Progress | None = None
    report: CrawlReport | None = None
    trouble: Trouble | None = None
