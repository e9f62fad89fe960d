"""robots.txt, as RFC 9309 has it: obeyed, asked for once a site, crawl and day, and a site that cannot say is left alone."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, defaultdict
from typing import Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK

from crawl.guard import Refused
from crawl.pace import NotYet, frontier_of, hosts_of
from crawl.patience import LONGEST_REST, NETWORK_FAILURES, SILENT_REST, TRIES, back_off

PRODUCT = "softintel"
"""The name that a robots.txt addresses us by."""
LONGEST = 512 * 1024
LIFETIME = 86_400.0
"""Seconds after which a site's robots.txt is asked for again (RFC 9309, 2.4): some crawls take days."""
ASKING = "asking_robots"


class Disallowed(IgnoreRequest):
    """The site's robots.txt does not want this page asked for."""


class NoRobots(IgnoreRequest):
    """The site's robots.txt exists but cannot be had now, so nothing may be asked of the site now."""


class RobotsMiddleware:
    """Asks each site's robots.txt first, and obeys it and its crawl-delay."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.rules: dict[str, tuple[Protego, float]] = {}
        self.in_vain = Counter[str]()
        self.asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Called by Scrapy."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let a request pass if the site allows it."""
        if request.meta.get(ASKING):
            return
        parts = urlsplit(request.url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self.asking[site]:
            rules = self.known_rules(site, monotonic=time.monotonic())
            if rules is None:
                rules = await self._ask(site, host=parts.hostname or "")
                self.know_rules(site, rules, monotonic=time.monotonic())
        if not rules.can_fetch(request.url, PRODUCT):
            raise Disallowed("robots.txt does not allow this page")

    def know_rules(self, site: str, rules: Protego, *, monotonic: float) -> None:
        """Remember what a site's robots.txt said then."""
        self.rules[site] = (rules, monotonic)

    def known_rules(self, site: str, *, monotonic: float) -> Protego | None:
        """What a site's robots.txt said within a day; None where it has to be asked for."""
        rules, asked_at = self.rules.get(site, (None, 0.0))
        return rules if monotonic - asked_at < LIFETIME else None

    async def _ask(self, site: str, *, host: str) -> Protego:
        assert self.crawler.engine is not None
        robots = Request(f"{site}/robots.txt", callback=NO_CALLBACK, dont_filter=True, meta={ASKING: True})
        try:
            response = await self.crawler.engine.download_async(robots)
        except (NotYet, Refused):
            raise
        except (IgnoreRequest, *NETWORK_FAILURES) as error:
            self._leave_alone(site, host)
            raise NoRobots(f"robots.txt could not be read: {error}") from error
        if response.status >= 500 or response.status == 429:
            self._leave_alone(site, host)
            raise NoRobots(f"robots.txt could not be read: the site answered {response.status}")
        del self.in_vain[site]
        # Any other refusal means that there is no robots.txt.
        rules = Protego.parse(response.body[:LONGEST].decode("utf-8-sig", "replace") if response.status == 200 else "")
        rate = rules.request_rate(PRODUCT)
        frontier = frontier_of(self.crawler)
        delay = max(rules.crawl_delay(PRODUCT) or 0.0, rate.seconds / rate.requests if rate else 0.0)
        longest = hosts_of(self.crawler).crawl_delay(site, min(delay, LONGEST_REST))
        frontier.set_crawl_delay(host, longest, now=frontier.now())
        return rules

    def _leave_alone(self, site: str, host: str) -> None:
        """All pages of the host wait, since each would ask for it again: a page's pause and a little more, so that the page for
        whose sake it was asked comes first."""
        self.in_vain[site] += 1
        frontier, tries = frontier_of(self.crawler), self.in_vain[site]
        rest = SILENT_REST if tries >= TRIES else 1.2 * back_off(tries, delay_seconds=hosts_of(self.crawler).pause(host))
        frontier.rest(host, until=frontier.now() + rest)
