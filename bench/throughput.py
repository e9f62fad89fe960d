"""How fast the crawl is beside a bare Scrapy spider that stores nothing, on the same site with delays off.

    python -m bench.throughput [--hosts 8] [--pages 400] [--rounds 5]

Both ask for every article of several hosts on this machine, one request at a time to a host and 16 at once, in turn and in one
run. The crawl obeys robots.txt, leases every page, keeps its bytes in the archive, reads it in another process and files the
document; the bare spider asks for robots.txt and the pages, and follows the links of the feed. Prints both medians in pages a
second (from the first request to the last answer, by the server's log) and their ratio; exit code 1 where it is below 0.6.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from crawl.run import crawl
from tests.crawl.replica import Replica

LEAST_RATIO = 0.6
BARE = """
import sys
import scrapy
from scrapy.crawler import AsyncCrawlerProcess

class Bare(scrapy.Spider):
    name = "bare"
    start_urls = sys.argv[1:]
    def parse(self, response):
        for url in response.xpath("//item/link/text()").getall():
            yield scrapy.Request(url.partition("?")[0], callback=self.look)
    def look(self, response):
        pass

process = AsyncCrawlerProcess({"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0,
                               "ROBOTSTXT_OBEY": True, "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False})
process.crawl(Bare)
process.start()
"""


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hosts", type=int, default=8)
    parser.add_argument("--pages", type=int, default=400, help="articles a host")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with ExitStack() as stack:
        sites = [stack.enter_context(Replica(articles=given.pages, address=f"127.0.0.{2 + number}"))
                 for number in range(given.hosts)]
        ours: list[float] = []
        bare: list[float] = []
        for number in range(given.rounds):
            # Whoever goes second finds a warmer machine: by turns.
            runs: list[tuple[list[float], Callable[[Sequence[Replica]], None]]] = [(bare, run_bare), (ours, run_ours)]
            for rates, run in runs if number % 2 else runs[::-1]:
                rates.append(rate_of(sites, run))
            print(f"round {number + 1}: bare {bare[-1]:.0f}, ours {ours[-1]:.0f} pages a second", file=sys.stderr)
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"{given.hosts * given.pages} pages on {given.hosts} hosts, {given.rounds} rounds: bare Scrapy "
          f"{statistics.median(bare):.0f} pages a second, softintel {statistics.median(ours):.0f}: {ratio:.2f} of it")
    return 0 if ratio >= LEAST_RATIO else 1


def rate_of(sites: Sequence[Replica], run: Callable[[Sequence[Replica]], None]) -> float:
    """Articles a second, from the first request to the last answer."""
    for site in sites:
        site.log.clear()
    run(sites)
    asked = [line for site in sites for line in site.log]
    articles = [line for line in asked if line.path.startswith("/news/") and line.status == 200]
    return len(articles) / (max(line.ended for line in asked) - min(line.began for line in asked))


def run_bare(sites: Sequence[Replica]) -> None:
    """One run of the bare spider."""
    subprocess.run([sys.executable, "-c", BARE, *(f"{site.url}/rss.xml" for site in sites)], check=True)


def run_ours(sites: Sequence[Replica]) -> None:
    """One crawl into a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [site.source(name=f"replica-{number}") for number, site in enumerate(sites)]
        report = crawl(Path(folder) / "a.db", sources, progress=False)
        assert report.healthy, report
        assert not report.failed, report
        assert report.new == sum(line.path.startswith("/news/") for site in sites for line in site.log), report


if __name__ == "__main__":
    sys.exit(main())
