"""Workers that share a frontier in a real PostgreSQL: as on several machines, killed and told to stop."""

from __future__ import annotations

import random
from contextlib import ExitStack
from pathlib import Path

from tests.crawl.machines import crawl_with_kills
from tests.crawl.replica import Replica

PAGES_A_SITE = 40


def test_workers_that_are_killed_lose_nothing_and_keep_every_host_s_pause(shared_address: str, tmp_path: Path) -> None:
    with ExitStack() as stack:
        sites = [stack.enter_context(Replica(articles=PAGES_A_SITE, address=f"127.0.0.{number}")) for number in range(2, 5)]
        figures = crawl_with_kills(shared_address, sites, tmp_path, pages=PAGES_A_SITE * len(sites), workers=2, kill_every=2.0,
                                   most_kills=2, delay_seconds=0.02, lease_seconds=3.0, chance=random.Random(20261122), most_seconds=120)
    print(figures)
    assert figures.goals_met, figures
    assert figures.killed == 2
