"""Let 4 workers share the frontier in a real PostgreSQL, kill one with ``kill -9`` every 5 seconds, and count what was lost.

    python -m bench.shared_crawl [--pages 5000] [--hosts 8] [--workers 4] [--kill-every 5] [--delay 0.02] [--seed 1]

Prints one line of figures; exit code 1 if a page was lost or kept twice, a host was asked before its pause was over, or an
archive is not sound. PostgreSQL runs in a temporary folder (Debian: the package ``postgresql``).
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.crawl.machines import crawl_with_kills
from tests.crawl.postgres import emptied, running_postgres
from tests.crawl.replica import Replica


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--hosts", type=int, default=8)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--kill-every", type=float, default=5.0)
    parser.add_argument("--delay", type=float, default=0.02)
    parser.add_argument("--lease", type=float, default=4.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most-minutes", type=float, default=60.0)
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = emptied(stack.enter_context(running_postgres()))
        sites = [stack.enter_context(Replica(articles=given.pages // given.hosts, address=f"127.0.0.{number}"))
                 for number in range(2, 2 + given.hosts)]
        figures = crawl_with_kills(
            address, sites, folder, pages=given.pages // given.hosts * given.hosts, workers=given.workers,
            kill_every=given.kill_every, most_kills=10**6, delay_seconds=given.delay, lease_seconds=given.lease,
            chance=random.Random(given.seed), most_seconds=60 * given.most_minutes)
    for line in (*figures.lost[:10], *figures.unsound[:10]):
        print(line, file=sys.stderr)
    print(
        f"{given.workers} workers, {figures.pages} pages on {given.hosts} hosts, {figures.killed} kills in "
        f"{figures.seconds:.0f} s: {len(figures.lost)} lost, {figures.kept_twice} kept twice, states {figures.states}, "
        f"{figures.asked_again} asked for again ({figures.asked_again / max(figures.killed, 1):.1f} a kill), "
        f"{figures.too_close} gaps under {given.delay:g} s (closest {figures.closest:.3f} s), "
        f"{figures.workers_per_host:.1f} workers a host in turn, {len(figures.unsound)} unsound")
    return 0 if figures.goals_met and figures.killed else 1


if __name__ == "__main__":
    sys.exit(main())
