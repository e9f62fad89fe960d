"""One request at a time to a host, with a pause after each, kept across crashes and restarts.

Every request passes here last before it is sent and first when it is answered: pages, redirects and robots.txt alike. The
pause runs from the end of a request, so that the host never sees two begin closer together than it.
"""

from __future__ import annotations

import asyncio
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response

from crawl.any_frontier import AnyFrontier
from crawl.patience import PASSING_STATUSES, retry_after
from crawl.sources import POLITE_SECONDS, host_of

DELAY = "delay_seconds"
"""The request's own pause, in ``Request.meta``."""


TURN = "turn_for"
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

    async def process_request(self, request: Request) -> None:
        """Wait for the host's turn."""
        while wait := self.frontier.turn(host_of(request.url), now=self.frontier.now(), delay_seconds=_delay(request)):
            if wait > LONGEST_PAUSE:
                raise NotYet(self.frontier.now() + wait)
            await asyncio.sleep(wait)
        request.meta[TURN] = request.url

    def process_response(self, request: Request, response: Response) -> Response:
        """The pause begins, and the rest that the host asks for, before anything else: a crawl may be killed at any moment."""
        wait = retry_after(response.headers.get("Retry-After"), now=self.frontier.now()) if (
            response.status in PASSING_STATUSES) else 0.0
        if wait:
            self.frontier.rest(host_of(request.url), until=self.frontier.now() + wait)
        self._begin_pause(request)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """The pause begins after a failure too, unless the request was stopped before the host was asked."""
        if request.meta.get(TURN) == request.url:
            self._begin_pause(request)

    def _begin_pause(self, request: Request) -> None:
        self.frontier.answered(host_of(request.url), now=self.frontier.now(), delay_seconds=_delay(request))


def frontier_of(crawler: Crawler) -> AnyFrontier:
    """The frontier that a crawler's spider works through."""
    frontier: AnyFrontier | None = getattr(crawler.spider, "frontier", None)
    assert frontier is not None
    return frontier


def _delay(request: Request) -> float:
    return float(request.meta.get(DELAY, POLITE_SECONDS))
