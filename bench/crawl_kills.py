"""Kill a crawl of 3,000 pages 20 times with ``kill -9`` at random moments, let it finish, and count what was lost.

    python -m bench.crawl_kills [--pages 3000] [--kills 20] [--seed 1]

Prints one line of figures; exit code 1 if a page was lost, kept twice, or asked for again more than 64 times a kill.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from corpora.store import Store
from crawl.run import crawl
from tests.crawl.replica import Replica
from tests.crawl.test_kill import kill_a_crawl

MOST_AGAIN = 64


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder, Replica(articles=given.pages) as site:
        database, source = Path(folder) / "kills.db", site.source()
        killed = 0
        for number in range(given.kills):
            killed += kill_a_crawl(database, source, after=chance.randint(0, 9 * given.pages // 10 // given.kills), chance=chance)
            print(f"kill {number + 1} of {given.kills}", file=sys.stderr)
        began = time.monotonic()
        report = crawl(database, [source], progress=sys.stderr.isatty())
        seconds = time.monotonic() - began
        asked = Counter(line.path for line in site.log if line.status == 200 and line.path != "/robots.txt")
        with Store(database) as store:
            kept = Counter(document.url for document in store.documents())
            done = store.db.execute("SELECT count(*) FROM frontier WHERE state = 'done' AND role = 'article'").fetchone()[0]
    lost, twice = given.pages - len(kept), sum(kept.values()) - len(kept)
    again = asked.total() - len(asked)
    print(f"{killed} kills of {given.pages} pages: {lost} lost, {twice} kept twice, {given.pages - done} not done, "
          f"{report.failed} failed, {again} asked for again ({again / max(killed, 1):.1f} a kill); "
          f"the last crawl took {seconds:.1f} s for {report.fetched} pages")
    sound = killed == given.kills and not lost and not twice and done == given.pages and again <= MOST_AGAIN * killed
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
