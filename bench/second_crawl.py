"""Crawl a site that has not changed a second time, and count what was answered 304 and what became new.

    python -m bench.second_crawl [--pages 500]

Prints one line of figures; exit code 1 if a document is new or changed, or fewer than 95% of the requests for pages were
answered 304.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from crawl.run import crawl
from tests.crawl.replica import Replica

LEAST_SHARE = 0.95


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Replica(articles=given.pages) as site:
        database = Path(folder) / "second.db"
        # By a feed, and by listing pages that lead to each other.
        sources = [site.source(name="replica-feed"),
                   site.source(name="replica-listing", shape="listing", start_urls=(f"{site.url}/news/",), max_pages=1000,
                               article_pattern=r"^/news/\d+$")]
        first = crawl(database, sources, progress=False)
        site.log.clear()
        second = crawl(database, sources, progress=False)
        asked = [line for line in site.log if line.path != "/robots.txt"]
    same = sum(line.status == 304 for line in asked)
    print(f"first crawl: {first.new} documents new; second crawl: {second.new} new, {second.changed} changed, {second.failed} "
          f"failed; {same} of {len(asked)} requests answered 304 ({same / len(asked):.1%})")
    is_well = first.new == given.pages and not second.new and not second.changed and not second.failed
    return 0 if is_well and same >= LEAST_SHARE * len(asked) else 1


if __name__ == "__main__":
    sys.exit(main())
