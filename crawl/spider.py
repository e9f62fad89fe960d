"""What every spider shares: leasing addresses, judging answers, and finishing visits in one transaction."""

from __future__ import annotations

import asyncio
import datetime
import re
import sqlite3
from abc import abstractmethod
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from typing import Any, ClassVar, Self

import scrapy
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from corpora.errors import UnreadableInput, UsersMistake
from corpora.schema import Capture
from crawl.answers.private_fields import blank_fields
from crawl.any_frontier import AnyFrontier
from crawl.archive import Archive
from crawl.capturing import capture_of, most_bytes
from crawl.conditional import is_captured_address
from crawl.failures import forget_bodies, reason_of
from crawl.guard import Refused
from crawl.hosts import Hosts
from crawl.keys import key_of
from crawl.owners import Owners
from crawl.pace import REST, NotYet
from crawl.pages import Answer, PageContents, Refusal, Visit, told_address
from crawl.patience import BLOCKED_REST, MOST_BLOCKS, PASSING_FAILURES, PASSING_STATUSES, TRIES, back_off
from crawl.reading import Errand, Readers, header_lines
from crawl.refusals import is_log_in, refusal_of
from crawl.robots import Disallowed, NoRobots
from crawl.sources import Source, host_of

LONGEST_WAIT = 900.0
"""A crawl waits this long for a host that asks for patience; then it ends, and the next one goes on."""
MOST_AT_ONCE = 16
ADDRESS = re.compile(r"https?://\S+")


class FrontierSpider(scrapy.Spider):
    """A spider whose requests come from the frontier and whose results go to the store.

    A subclass says which source shapes it reads, and reads a page; it does no I/O.
    """

    start_roles: ClassVar[dict[str, str]]
    """The source shapes that this spider reads, with the role of their start pages."""
    found_role: ClassVar[str | None] = None
    """The role in which pages of its sources are read that other sources found; None where it reads none such."""
    archives: ClassVar[bool] = True
    """False where pages name private people, such as the dead: then their bytes are not kept."""
    private_fields: ClassVar[frozenset[str]] = frozenset()
    """Names of fields of JSON answers that name private persons: blanked before an answer is kept or read."""
    accepts: ClassVar[dict[str, str]] = {}
    """What to ask for in the ``Accept`` header, by role, where a site has a page in several formats."""

    def __init__(self, *, frontier: AnyFrontier, archive: Archive, readers: Readers, sources: Sequence[Source],
                 on_visit: Callable[[], None], on_notice: Callable[[str], None] = lambda notice: None,
                 on_lost: Callable[[UsersMistake], None] = lambda mistake: None, owners: Owners | None = None,
                 hosts: Hosts | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.frontier = frontier
        self.archive = archive
        self.readers = readers
        self.sources = {source.name: source for source in sources}
        self.on_visit = on_visit
        self.on_notice = on_notice
        self.on_lost = on_lost
        self.silent: set[str] = set()
        """Hosts of which it was said that their robots.txt cannot be had."""
        self.owners = owners or Owners()
        self.hosts = hosts or Hosts(sources)
        self.counts: dict[str, Counter[str]] = {source.name: Counter() for source in sources}
        self.blocks: Counter[str] = Counter()
        """How often each host has refused us in a row."""
        self.under_way: set[int] = set()
        self.woken = asyncio.Event()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Called by Scrapy."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider._page_broke_us, signal=signals.spider_error)
        return spider

    @classmethod
    @abstractmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """What a page holds, by its visit's role: a pure function, which runs in a reading process (:mod:`crawl.reading`).

        Raises:
            UnreadableInput: it cannot be read.
        """

    async def start(self) -> AsyncIterator[Request]:
        """Lease addresses and ask for them until nothing is left that is due soon."""
        names = list(self.sources)
        while True:
            self.woken.clear()
            if len(self.under_way) >= MOST_AT_ONCE:
                await self.woken.wait()
                continue
            now = self.frontier.now()
            visit = self.frontier.lease(names, now=now)
            if visit:
                self.under_way.add(visit.id)
                yield self._request(visit)
                continue
            wait = self.frontier.next_due(names, now=now)
            if not self.under_way and (wait is None or wait > LONGEST_WAIT):
                return
            try:
                await asyncio.wait_for(self.woken.wait(), timeout=60.0 if wait is None else min(max(wait, 0.01), 60.0))
            except TimeoutError:
                continue

    def _request(self, visit: Visit) -> Request:
        source = self.sources[visit.source]
        if source.org and not visit.hint.org:
            visit = visit.model_copy(update={"hint": visit.hint.model_copy(update={"org": source.org})})
        headers = {"Accept": self.accepts[visit.role]} if visit.role in self.accepts else {}
        today = datetime.datetime.fromtimestamp(self.frontier.now(), datetime.UTC).date()
        return Request(visit.url, headers=headers, callback=self._answered, errback=self._not_answered, dont_filter=True,
                       meta={"errand": Errand(visit=visit, source=source, today=today),
                             "download_maxsize": most_bytes(visit.role)})

    # The end of a visit ---------------------------------------------------------------------------------------------

    async def _answered(self, response: Response) -> None:
        errand: Errand = response.meta["errand"]
        visit, now = errand.visit, self.frontier.now()
        if response.status > 999:
            self._give_up(visit, "the answer is not in order: its status has more than three figures")
        elif response.status in (200, 203):
            await self._read(response, errand)
        elif response.status == 304 and (visit.etag or visit.last_modified) and is_captured_address(visit, response.url):
            self.frontier.unchanged(visit, now=now, revisit_seconds=errand.source.revisit_hours * 3600)
            del self.blocks[host_of(response.url)]
            self._done(visit, fetched=1, unchanged=1)
        elif withheld := refusal_of(response):
            refusal, reason = withheld
            self._give_up(visit, f"{reason} ({response.status})", answer=Answer(status=response.status), refusal=refusal,
                          answered_by=response.url)
        elif response.status in PASSING_STATUSES:
            # How long the host asks to be left alone is on disk since it answered (crawl.pace).
            wait: float = response.meta[REST]
            if not wait and response.status == 429:
                self.frontier.rest(host_of(response.url), until=now + back_off(visit.attempts + 1, delay_seconds=10.0))
            self._put_off(errand, answer=Answer(status=response.status), reason=f"the site answered {response.status}", wait=wait,
                          answered_by=response.url)
        else:
            self._give_up(visit, f"an answer that is not a page ({response.status})", answer=Answer(status=response.status),
                          answered_by=response.url)

    async def _read(self, response: Response, errand: Errand) -> None:
        visit = errand.visit
        if not errand.source.owns(response.url):
            # Another source's host may be within reach; its pages are not under this one's name and licence.
            self._give_up(visit, f"redirected to {response.url}: the source does not name its host",
                          answer=Answer(status=response.status), refusal="log_in" if is_log_in(response.url) else None,
                          answered_by=response.url)
            return
        key = key_of(errand.source)
        if key and key.encode() in response.body:
            self._give_up(visit, "the answer repeats our key and is not kept", answer=Answer(status=response.status),
                          answered_by=response.url)
            return
        self.frontier.heard(visit)
        self.woken.set()
        if self.private_fields:
            response = response.replace(body=blank_fields(response.body, self.private_fields))
        capture = capture_of(response, visit.hint)
        if self.archives:
            capture = self._archived(capture, response)
        answer = Answer(status=response.status, capture=capture)
        try:
            contents = self.owners.within(await self.readers.read(type(self), response, errand), errand.source, visit.url)
        except UnreadableInput as error:
            # An issue names the address already.
            self._give_up(visit, str(error).removeprefix(f"{visit.url}: "), answer=answer, answered_by=response.url)
            return
        if contents.refusal:
            self._give_up(visit, contents.issues[0].reason if contents.issues else contents.refusal, answer=answer,
                          refusal=contents.refusal, answered_by=response.url)
            return
        contents = contents.model_copy(update={"documents": tuple(
            document.model_copy(update={"capture_id": capture.id}) for document in contents.documents)})
        kept = self.frontier.finish(visit, answer, contents, now=self.frontier.now(),
                                    revisit_seconds=errand.source.revisit_hours * 3600)
        del self.blocks[host_of(response.url)]
        self._done(visit, **({"fetched": 1} | kept.model_dump() if kept else {}))

    def _archived(self, capture: Capture, response: Response) -> Capture:
        """The capture with the place where its bytes lie; the same bytes of the same address are kept once."""
        if self.frontier.is_archived(capture.id, capture.url):
            return capture
        try:
            kept = self.archive.keep(capture.url, status=capture.status, headers=header_lines(response), body=response.body,
                                     fetched_at=capture.fetched_at)
        except OSError as error:
            # No page's fault: to go on would be to give up every page that is left, and on a shared frontier the others' too.
            with suppress(sqlite3.Error, UsersMistake):
                self.frontier.give_back()
            self.on_lost(UsersMistake(f"{self.archive.folder}: cannot be written, so the crawl stopped; what it had finished "
                                      f"before is kept: {error.strerror or error}"))
            raise
        return capture.model_copy(update={"archive": kept.archive, "archive_offset": kept.offset})

    def _not_answered(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy sets it
        errand: Errand = request.meta["errand"]
        error = failure.value
        assert error is not None
        reason = reason_of(error)
        forget_bodies(error)
        if isinstance(error, NotYet):
            self.frontier.postpone(errand.visit, until=error.until, status=None, reason=_told(reason, errand.visit), in_vain=False)
            self._done(errand.visit)
        elif "certificate verify failed" in reason:
            self._give_up(errand.visit, "the site's TLS certificate cannot be verified")
        elif isinstance(error, NoRobots):
            self._tell_of_silence(errand, reason)
            self._put_off(errand, answer=None, reason=reason, wait=0.0)
        elif isinstance(error, PASSING_FAILURES) and not isinstance(error, IgnoreRequest):
            self._put_off(errand, answer=None, reason=reason, wait=0.0)
        else:
            self._give_up(errand.visit, reason, refusal=_refusal_in(error))

    def _tell_of_silence(self, errand: Errand, reason: str) -> None:
        """Say once a host that it does not answer: until it is given up minutes pass in which nothing else is heard."""
        host = host_of(errand.visit.url)
        if host not in self.silent:
            self.silent.add(host)
            self.on_notice(f"{errand.visit.source}: {_told(reason, errand.visit)}; {host} is tried again later")

    def _put_off(self, errand: Errand, *, answer: Answer | None, reason: str, wait: float, answered_by: str | None = None) -> None:
        visit, tries = errand.visit, errand.visit.attempts + 1
        if tries >= TRIES:
            self._give_up(visit, f"{reason.rstrip('.')}, {tries} times", answer=answer,
                          refusal="blocked" if answer and answer.status == 429 else None, answered_by=answered_by)
            return
        pause = max(wait, back_off(tries, delay_seconds=errand.source.delay_seconds))
        self.frontier.postpone(visit, until=self.frontier.now() + pause, status=answer.status if answer else None,
                               reason=_told(reason, visit))
        self._done(visit)

    def _give_up(self, visit: Visit, reason: str, *, answer: Answer | None = None, refusal: Refusal | None = None,
                 answered_by: str | None = None) -> None:
        """``answered_by``: the address that answered, where it is not the visit's own; to its host belongs what it refused."""
        host, now = host_of(answered_by or visit.url), self.frontier.now()
        if refusal == "blocked":
            self.blocks[host] += 1
        elif answer:
            del self.blocks[host]
        if refusal == "blocked" and self.blocks[host] >= MOST_BLOCKS:
            self.frontier.rest(host, until=now + BLOCKED_REST)
            reason += f"; {host} has refused us {self.blocks[host]} times in a row and is left alone for a day"
        self.frontier.fail(visit, now=now, answer=answer, reason=_told(reason, visit), refusal=refusal)
        self._done(visit, failed=1)

    def _page_broke_us(self, failure: Failure, response: Response | Failure | None) -> None:
        """Our own defect, told in the log by Scrapy: the page is set aside with it, and the others go on."""
        request: Request | None = getattr(response, "request", None)
        errand = request.meta.get("errand") if request else None
        if errand and errand.visit.id in self.under_way:
            try:
                self._give_up(errand.visit, f"reading it failed: {type(failure.value).__name__}: {failure.value}"[:300])
            except BaseException:
                # Not even that can be kept: the page waits for a later crawl, and not this crawl for it.
                self.frontier.postpone(errand.visit, until=self.frontier.now() + BLOCKED_REST, status=None,
                                       reason="reading it failed, and why could not be kept")
                self._done(errand.visit)
                raise

    def _done(self, visit: Visit, **counted: int) -> None:
        self.under_way.discard(visit.id)
        self.counts[visit.source].update(counted)
        self.woken.set()
        self.on_visit()


def _told(reason: str, visit: Visit) -> str:
    """A reason for the store: without any address where the visit's own is to be forgotten."""
    return ADDRESS.sub(told_address(visit.url, visit.hint), reason) if visit.hint.forget else reason


def _refusal_in(error: BaseException) -> Refusal | None:
    """What kind of refusal an unmade request was."""
    if isinstance(error, Disallowed):
        return "robots"
    return "log_in" if isinstance(error, Refused) and error.redirected_to and is_log_in(error.redirected_to) else None
