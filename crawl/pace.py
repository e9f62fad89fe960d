"""One request at a time to a host, with a pause after each, kept across crashes and restarts.

Every request passes here last before it is sent and first when it is answered: pages, redirects and robots.txt alike. The
pause runs from the end of a request, so that the host never sees two begin closer together than it. Whatever led to the host, its
pause is its own (:mod:`crawl.hosts`).
"""

from __future__ import annotations

import asyncio
import time
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response

from crawl.any_frontier import AnyFrontier
from crawl.hosts import Hosts
from crawl.patience import PASSING_STATUSES, retry_after
from crawl.sources import host_of

TURN = "turn"
"""In ``Request.meta`` while the request has its host's turn."""
REST = "rest_seconds"
"""In ``Request.meta`` of what was answered: for so long the host is left alone, as it asked."""
LONGEST_PAUSE = 60.0
"""A request waits this long for its turn; for longer pauses it goes back to the frontier."""


class NotYet(IgnoreRequest):
    """The host wants a longer pause than a request waits for."""

    def __init__(self, until: float) -> None:
        super().__init__("the host wants a long pause")
        self.until = until


class PaceMiddleware:
    """Makes every request wait for its host's turn."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Called by Scrapy."""
        return cls(crawler)

    @property
    def frontier(self) -> AnyFrontier:
        """The spider's frontier, which keeps the hosts' pauses."""
        return frontier_of(self.crawler)

    @property
    def hosts(self) -> Hosts:
        """What the spiders of this worker know together of hosts."""
        return hosts_of(self.crawler)

    async def process_request(self, request: Request) -> None:
        """Wait for the host's turn."""
        host = host_of(request.url)
        while wait := await self._turn(host):
            if wait > LONGEST_PAUSE:
                raise NotYet(self.frontier.now() + wait)
            await asyncio.sleep(wait)
        self.hosts.begin(host)
        request.meta[TURN] = True

    def process_response(self, request: Request, response: Response) -> Response:
        """The pause begins, and the rest that the host asks for, before anything else: a crawl may be killed at any moment."""
        wait = retry_after(response.headers.get("Retry-After"), now=self.frontier.now()) if (
            response.status in PASSING_STATUSES) else 0.0
        if wait:
            self.frontier.rest(host_of(request.url), until=self.frontier.now() + wait)
        request.meta[REST] = wait
        self._begin_pause(request)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """The pause begins after a failure too, unless the request was stopped before the host was asked."""
        if TURN in request.meta:
            self._begin_pause(request)

    async def _turn(self, host: str) -> float:
        """0 with the host's turn, else the seconds to wait before asking for it again."""
        # A redirect may lead to a host that is being asked for another page.
        await self.hosts.answered(host)
        return self.hosts.wait(host, monotonic=time.monotonic()) or self.frontier.turn(
            host, now=self.frontier.now(), delay_seconds=self.hosts.pause(host))

    def _begin_pause(self, request: Request) -> None:
        # Not handed on to where a redirect leads, which has a turn of its own.
        del request.meta[TURN]
        host = host_of(request.url)
        self.hosts.end(host, monotonic=time.monotonic())
        self.frontier.answered(host, now=self.frontier.now(), delay_seconds=self.hosts.pause(host))


def frontier_of(crawler: Crawler) -> AnyFrontier:
    """The frontier that a crawler's spider works through."""
    frontier: AnyFrontier | None = getattr(crawler.spider, "frontier", None)
    assert frontier is not None
    return frontier


def hosts_of(crawler: Crawler) -> Hosts:
    """What a crawler's spider knows of hosts, together with the other spiders of its worker."""
    hosts: Hosts | None = getattr(crawler.spider, "hosts", None)
    assert hosts is not None
    return hosts
