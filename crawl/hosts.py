"""What the spiders of one worker know together of hosts: how long each is to be left in peace, and which are being asked.

A host's pause is the longest that applies: that of every source that names it, whichever leads to it, and what the robots.txt of
any of its sites asks for. The frontier keeps when the pause ends, over restarts and workers, by a clock that may be set; here it is
measured once more by one that cannot.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable

from crawl.sources import POLITE_SECONDS, Source, host_of


class Hosts:
    """The hosts that a worker asks."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        """``sources``: all that are known, crawled now or not; later ones instead of earlier ones of the same name."""
        self.sources = tuple({source.name: source for source in sources}.values())
        self.pauses: dict[str, float] = {}
        self.crawl_delays: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self.ended: dict[str, float] = {}
        self.under_way: dict[str, asyncio.Event] = {}

    def pause(self, host: str) -> float:
        """Seconds between two requests to a host, from the end of one to the start of the next, as the sources have it."""
        if host not in self.pauses:
            self.pauses[host] = max((source.delay_seconds for source in self.sources if source.names(host)), default=POLITE_SECONDS)
        return self.pauses[host]

    def crawl_delay(self, site: str, seconds: float) -> float:
        """Takes what a site's robots.txt asks for; gives the most that the sites of its host do."""
        of_host = self.crawl_delays[host_of(site)]
        of_host[site] = seconds
        return max(of_host.values())

    def wait(self, host: str, *, monotonic: float) -> float:
        """Seconds until the pause after the last request of this worker is over, by a clock that is never set; 0 where it is."""
        if host not in self.ended:
            return 0.0
        pause = max(self.pause(host), *self.crawl_delays[host].values(), 0.0)
        return max(0.0, self.ended[host] + pause - monotonic)

    def begin(self, host: str) -> None:
        """A request to the host is under way."""
        self.under_way[host] = asyncio.Event()

    def end(self, host: str, *, monotonic: float) -> None:
        """It has been answered, or has failed."""
        self.ended[host] = monotonic
        self.under_way.pop(host).set()

    async def answered(self, host: str) -> None:
        """Wait until no request to the host is under way."""
        while host in self.under_way:
            await self.under_way[host].wait()
