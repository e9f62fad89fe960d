"""Reading again: every page whose bytes are in the archive is read once more, without the web, by the reader of today.

The same code reads it as in a crawl; what it gives takes the place of what was read before. Where the reader has not changed,
nothing in the store does. May be stopped at any moment and begun again.
"""

from __future__ import annotations

import asyncio
import datetime
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from tqdm import tqdm

from corpora.apart import TaskBroke
from corpora.errors import UnreadableInput
from corpora.schema import Capture, Issue, Record
from corpora.store import Store
from crawl.archive import Archive, Archived, ArchiveDamaged, archive_folder
from crawl.archive import Kept as Place
from crawl.frontier import Frontier
from crawl.owners import Owners
from crawl.pages import Captured, PageContents
from crawl.reading import Errand, Readers, question_of
from crawl.shapes import owners_of, spiders_for, spiders_of_shapes
from crawl.sources import Source
from crawl.spider import FrontierSpider
from crawl.worker import only_crawl_of, recover

BATCH = 32
"""Pages that are read side by side and kept in one transaction."""
NOT_KEPT = "its bytes are not in the archive; they were captured before there was one, or are lost"


class AgainReport(Record):
    """What reading a source's pages again gave."""

    source: str
    read: int = 0
    """Pages."""
    new: int = 0
    """Documents that were not known."""
    changed: int = 0
    unchanged: int = 0
    mended: int = 0
    """Pages that had been given up and can be read now."""
    failed: int = 0
    """Pages that cannot be read; what they gave before stays, and those that could be read before are issues."""
    damaged: int = 0
    """Pages whose bytes are not in the archive, or not whole; each is an issue."""


class Page(Record):
    """One page, read again: what it holds, or why not."""

    captured: Captured
    capture: Capture
    contents: PageContents | None = None
    reason: str = ""


def read_again(database: Path, sources: Sequence[Source], *, known: Sequence[Source] = (), progress: bool = False,
               ) -> tuple[AgainReport, ...]:
    """Read all captured pages of these sources again; those of shapes whose bytes are not kept are left alone.

    Args:
        known: further sources, which take what these find on their hosts.
        progress: show a progress bar on stderr.

    Raises:
        UsersMistake: a crawl is at work on the database; no spider reads a source's shape.
    """
    with Store(database) as store, only_crawl_of(database):
        frontier = Frontier(store, worker=f"again:{os.getpid()}")
        archive = Archive(archive_folder(database), worker=f"again-{os.getpid()}")
        recover(archive, frontier)
        shapes = spiders_of_shapes()
        total = store.count_captured([source.name for source in sources])
        bar = tqdm(desc="read again", unit="page", total=total, disable=not progress, file=sys.stderr)
        with closing(Readers()) as readers, bar:
            reports = asyncio.run(_all([
                _Again(frontier, archive, readers, spider, source, owners_of([source], (*known, *sources), shapes))
                for spider, owned in spiders_for(sources, shapes).items() if spider.archives for source in owned], bar))
    return tuple(sorted(reports, key=lambda report: report.source))


async def _all(sources: Sequence[_Again], bar: tqdm) -> list[AgainReport]:  # type: ignore[type-arg]  # generic for the checker only
    return [await source.all(bar) for source in sources]


class _Again:
    """Reading one source's pages."""

    def __init__(self, frontier: Frontier, archive: Archive, readers: Readers, spider: type[FrontierSpider], source: Source,
                 owners: Owners) -> None:
        self.frontier, self.archive, self.readers = frontier, archive, readers
        self.spider, self.source, self.owners = spider, source, owners
        self.counts = Counter[str]()

    async def all(self, bar: tqdm) -> AgainReport:  # type: ignore[type-arg]  # tqdm is generic for the checker only
        """Batch by batch, each in a transaction."""
        for batch in self._batches():
            pages = [page for page in await asyncio.gather(*map(self._read, batch)) if page]
            with self.frontier.store.atomic():
                for page in pages:
                    self._keep(page)
            bar.update(len(batch))
        return AgainReport(source=self.source.name, **self.counts)

    def _batches(self) -> Iterator[list[Captured]]:
        behind = (float("-inf"), 0)
        while batch := self.frontier.captured(self.source.name, behind=behind, limit=BATCH):
            yield batch
            behind = (batch[-1].read_at, batch[-1].visit.id)

    async def _read(self, captured: Captured) -> Page | None:
        capture = self.frontier.store.capture(captured.capture_id, captured.capture_url)
        assert capture is not None
        try:
            archived = self._archived(capture)
        except ArchiveDamaged as error:
            self.counts["damaged"] += 1
            self.frontier.store.add_issue(Issue(stage="crawl", where=captured.visit.url, value=self.source.name,
                                                reason=f"cannot be read again: {error}"))
            return None
        today = datetime.datetime.fromtimestamp(captured.read_at, datetime.UTC).date()
        visit = captured.visit
        if self.source.org and not visit.hint.org:
            visit = visit.model_copy(update={"hint": visit.hint.model_copy(update={"org": self.source.org})})
        errand = Errand(visit=visit, source=self.source, today=today)
        question = question_of(self.spider, capture.url, capture.status, archived.headers, errand)
        try:
            contents = self.owners.within(await self.readers.ask(question, archived.body), self.source, captured.visit.url)
        except (UnreadableInput, TaskBroke) as error:
            return Page(captured=captured, capture=capture, reason=str(error))
        if contents.refusal:
            return Page(captured=captured, capture=capture, reason=contents.refusal)
        return Page(captured=captured, capture=capture, contents=contents.model_copy(update={"documents": tuple(
            document.model_copy(update={"capture_id": capture.id}) for document in contents.documents)}))

    def _archived(self, capture: Capture) -> Archived:
        if capture.archive is None or capture.archive_offset is None:
            raise ArchiveDamaged(NOT_KEPT)
        archived = self.archive.read(Place(capture.archive, capture.archive_offset))
        if archived.url != capture.url:
            raise ArchiveDamaged(f"{capture.archive}, byte {capture.archive_offset}: holds another page")
        return archived

    def _keep(self, page: Page) -> None:
        self.counts["read"] += 1
        if page.contents is None:
            self.counts["failed"] += 1
            if not page.captured.failed:
                self.frontier.store.add_issue(Issue(stage="crawl", where=page.captured.visit.url, value=self.source.name,
                                                    reason=f"can no longer be read: {page.reason}"))
            return
        kept = self.frontier.finish_again(page.captured, page.capture, page.contents)
        self.counts.update({"new": kept.new, "changed": kept.changed, "unchanged": kept.unchanged,
                            "mended": int(page.captured.failed)})
