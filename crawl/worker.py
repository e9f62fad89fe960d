"""The process that crawls: ``python -m crawl.worker``, started by :func:`crawl.run.crawl`.

Twisted's reactor runs once in a process and takes it over, so it has one to itself. A job comes in as one line of JSON on
stdin, which then stays open: when it closes, the caller is gone and the crawl stops. Progress and the report go out as lines
of JSON on stdout.
"""

from __future__ import annotations

import asyncio
import importlib.metadata
import os
import secrets
import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from corpora.errors import UsersMistake
from crawl.any_frontier import AnyFrontier
from crawl.archive import Archive, archive_folder
from crawl.failures import limit_heads
from crawl.frontier import Frontier
from crawl.hosts import Hosts
from crawl.opening import open_frontier
from crawl.reach import Reach
from crawl.reading import Readers
from crawl.report import CrawlReport, Job, Message, Progress, SourceReport, Trouble
from crawl.shapes import owners_of, spiders_for, spiders_of_shapes
from crawl.sources import Source, host_of
from crawl.spider import FrontierSpider

SECONDS_BETWEEN_MESSAGES = 0.1
MOST_NAMED = 5
"""Sources that are named before the others are counted."""
JOIN_SECONDS = 0.025
"""Where sites on this machine are asked without a pause, pages that end within so long are written in one transaction: most of the
cost of one is beginning and ending it. With pauses there is nothing to gain."""


def main() -> int:
    """Do the job on stdin. Exit code 0 with a report, 2 with the user's mistake as a message."""
    with closing(Readers()) as readers:
        readers.begin()
        return _do(Job.model_validate_json(sys.stdin.readline()), readers)


def _do(job: Job, readers: Readers) -> int:
    try:
        # Process numbers come again, and in containers host names do.
        name = f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(3)}"
        with (open_frontier(job.database, shared=job.shared_frontier, worker=name, lease_seconds=job.lease_seconds,
                            on_lost=_end_at_once) as frontier,
              only_crawl_of(job.database)):
            archive = Archive(archive_folder(job.database), worker=name)
            recover(archive, frontier)
            report = _crawl(job, frontier, archive, readers)
            archive.seal()
            _say(Message(report=report))
    except UsersMistake as error:
        _say(Message(trouble=Trouble(users_mistake=str(error))))
        return 2
    return 0


@contextmanager
def only_crawl_of(database: Path) -> Iterator[None]:
    """Hold the right to crawl into a database; the system gives it back however this process ends.

    So whoever holds it knows that the holders of old leases are dead, and needs not wait for the leases to run out.

    Raises:
        UsersMistake: another crawl holds it.
    """
    lock = sqlite3.connect(f"{database}-crawl", timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise UsersMistake(f"{database}: another crawl is at work on this database; wait for it or stop it ({error})") from error
    try:
        yield
    finally:
        lock.close()


def recover(archive: Archive, frontier: AnyFrontier) -> None:
    """Bring the archive in order after a crawl that died. Pages whose bytes a power cut took are asked for again."""
    for file, end in archive.recover(frontier.last_records(archive.files())).items():
        frontier.records_lost(file, end=end)


def _crawl(job: Job, frontier: AnyFrontier, archive: Archive, readers: Readers) -> CrawlReport:
    settings = _settings(job)
    shapes = spiders_of_shapes()
    spiders = spiders_for(job.sources, shapes)
    owners = owners_of(job.sources, (*job.known, *job.sources), shapes)
    hosts = Hosts(source for source in (*job.known, *job.sources) if source.local == job.sources[0].local)
    now = frontier.now()
    frontier.take_back_lost(now=now)
    for spider, sources in spiders.items():
        for source in sources:
            if job.retry:
                frontier.retry_failed(source.name)
            else:
                frontier.open_round(source, spider.start_roles[source.shape], now=now)
    if isinstance(frontier, Frontier) and not any(source.delay_seconds for source in job.sources):
        frontier.join_seconds = JOIN_SECONDS
    process = AsyncCrawlerProcess(settings)
    limit_heads()
    _keep_beating(frontier, asyncio.get_event_loop())
    progress = _Progress(frontier, job.sources)
    progress.say(beginning(job.sources))
    crawlers = []
    for spider, sources in spiders.items():
        crawler = process.create_crawler(spider)
        crawlers.append(crawler)
        process.crawl(crawler, frontier=frontier, archive=archive, readers=readers, sources=sources, on_visit=progress.visited,
                        on_notice=progress.say, on_lost=_end_at_once, owners=owners, hosts=hosts)
    threading.Thread(target=_stop_with_caller, args=[process, asyncio.get_event_loop()], daemon=True).start()
    process.start()
    frontier.give_back()
    progress.say()
    now = frontier.now()
    reports = []
    for crawler in crawlers:
        assert isinstance(crawler.spider, FrontierSpider)
        reports += [_report(crawler.spider, source, frontier, now=now, shared=bool(job.shared_frontier))
                    for source in crawler.spider.sources.values()]
    return CrawlReport(sources=tuple(sorted(reports, key=lambda report: report.source)))


def _settings(job: Job) -> Settings:
    settings = Settings()
    settings.setmodule("crawl.settings", priority="project")
    version = importlib.metadata.version("softintel")
    local = job.sources[0].local
    reach = job.reach or (Reach.local_to(url for source in job.sources for url in source.start_urls) if local else Reach.public(
        host for source in job.sources for host in (*map(host_of, source.start_urls), *source.hosts)))
    settings.setdict({
        "USER_AGENT": f"softintel/{version} ({job.contact})" if job.contact else f"softintel/{version}",
        "DOWNLOAD_DELAY": min(source.delay_seconds for source in job.sources),
        "REACH": reach,
    }, priority="cmdline")
    return settings


def _report(spider: FrontierSpider, source: Source, frontier: AnyFrontier, *, now: float, shared: bool) -> SourceReport:
    counts = spider.counts[source.name]
    finished = frontier.close_round(source.name, now=now)
    alarm = frontier.sound_alarm(source) if finished else None
    return SourceReport(
        source=source.name, fetched=counts["fetched"], new=counts["new"], changed=counts["changed"],
        unchanged=counts["unchanged"], sent=counts["sent"], failed=counts["failed"], shared=shared,
        postponed=0 if finished else frontier.waiting([source.name]),
        broken_starts=tuple(frontier.broken_starts(source)), alarm=alarm)


def _keep_beating(frontier: AnyFrontier, loop: asyncio.AbstractEventLoop) -> None:
    """Let a shared frontier hear of this worker, in the thread that does the work: if that hangs, others take its leases over."""
    if frontier.beat_seconds is None:
        return
    frontier.beat(now=frontier.now())
    loop.call_later(frontier.beat_seconds, _keep_beating, frontier, loop)


class _Progress:
    """Says now and then how far the crawl is."""

    def __init__(self, frontier: AnyFrontier, sources: Sequence[Source]) -> None:
        self.frontier = frontier
        self.names = [source.name for source in sources]
        self.visits = 0
        self.next_at = 0.0

    def visited(self) -> None:
        """A visit has ended."""
        self.visits += 1
        if time.monotonic() >= self.next_at:
            self.say()

    def say(self, notice: str | None = None) -> None:
        """Say how far the crawl is, and perhaps what whoever waits should know."""
        began = time.monotonic()
        waiting = self.frontier.waiting(self.names)
        # Counting a long queue takes its time: a twentieth of it at most is spent on that.
        self.next_at = began + max(SECONDS_BETWEEN_MESSAGES, 20 * (time.monotonic() - began))
        _say(Message(progress=Progress(visits=self.visits, waiting=waiting), notice=notice))


def beginning(sources: Sequence[Source]) -> str:
    """What a crawl is about to do, in words: whoever waits knows for what."""
    named = ", ".join(source.name for source in sources[:MOST_NAMED])
    further = f" and {len(sources) - MOST_NAMED:,} more" if len(sources) > MOST_NAMED else ""
    return f"gathering from {named}{further}; a site gets one request at a time, which may take a while"


def _say(message: Message) -> None:
    try:
        print(message.model_dump_json(exclude_none=True), flush=True)
    except BrokenPipeError:
        # The caller is gone; the end of stdin stops the crawl in good order.
        return


def _end_at_once(mistake: UsersMistake) -> None:
    """Without its frontier a worker has nothing to do and can finish nothing: as if it were killed, which loses nothing."""
    _say(Message(trouble=Trouble(users_mistake=str(mistake))))
    os._exit(2)


def _stop_with_caller(process: AsyncCrawlerProcess, loop: asyncio.AbstractEventLoop) -> None:
    # Not sys.stdin.read(): a thread that waits in there when the interpreter ends makes it abort.
    while os.read(0, 4096):
        continue
    # A crawler that is told to stop before its engine runs forgets it, and does not listen again (Scrapy 2.14).
    while not all(map(_has_begun, tuple(process.crawlers))):
        time.sleep(0.05)
    asyncio.run_coroutine_threadsafe(process.stop(), loop).result()


def _has_begun(crawler: Crawler) -> bool:
    try:
        return bool(crawler.engine and crawler.engine.running)
    except RuntimeError:
        # There is no engine to ask yet.
        return False


if __name__ == "__main__":
    sys.exit(main())
