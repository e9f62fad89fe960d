"""Workers that share a frontier in a real PostgreSQL: as on several machines, killed and told to stop."""

from __future__ import annotations

import random
import time
from contextlib import ExitStack
from pathlib import Path

import psycopg

from crawl.report import Job
from tests.crawl.machines import Machine, crawl_with_kills
from tests.crawl.replica import Replica, Reply, article

PAGES_A_SITE = 40


def test_workers_that_are_killed_lose_nothing_and_keep_every_host_s_pause(shared_address: str, tmp_path: Path) -> None:
    with ExitStack() as stack:
        sites = [stack.enter_context(Replica(articles=PAGES_A_SITE, address=f"127.0.0.{number}")) for number in range(2, 5)]
        for site in sites:
            # Slow enough that none is done before a worker is killed.
            site.pages |= {f"/news/{number}": Reply(article(number), seconds=0.05) for number in range(PAGES_A_SITE)}
        figures = crawl_with_kills(shared_address, sites, tmp_path, pages=PAGES_A_SITE * len(sites), workers=2, kill_every=1.0,
                                   most_kills=2, delay_seconds=0.02, lease_seconds=3.0, chance=random.Random(20261122), most_seconds=120)
    assert figures.goals_met, figures
    assert figures.killed == 2


def wait_for_visits(machine: Machine, number: int) -> None:
    until = time.monotonic() + 60
    while machine.visits < number:
        assert time.monotonic() < until
        assert machine.runs
        time.sleep(0.02)


def test_a_worker_that_is_told_to_stop_leaves_its_work_to_others_at_once(shared_address: str, tmp_path: Path) -> None:
    with Replica(articles=30) as site:
        for number in range(30):
            site.pages[f"/news/{number}"] = Reply(article(number), seconds=0.02)
        jobs = [Job(database=tmp_path / f"{name}.db", sources=(site.source(),), shared_frontier=shared_address, lease_seconds=600)
                for name in ("first", "second")]
        first = Machine(jobs[0])
        try:
            wait_for_visits(first, 5)
        finally:
            first.stop()
        assert first.report.postponed > 0
        assert not list((tmp_path / "first.db-archive").glob("*.open"))
        second = Machine(jobs[1])
        assert second.end() == 0
        assert (second.report.postponed, first.report.sent + second.report.sent) == (0, 30)
        # None was asked for twice, but for pages that were under way when the first was told to stop.
        assert len(site.log) - 3 <= 30 + 2


def test_a_worker_whose_database_goes_away_says_so_and_ends(shared_address: str, tmp_path: Path) -> None:
    own = shared_address.replace("/postgres?", "/leaving?")
    with psycopg.connect(shared_address, autocommit=True) as server, Replica(articles=200) as site:
        server.execute("DROP DATABASE IF EXISTS leaving")
        server.execute("CREATE DATABASE leaving")
        for number in range(200):
            site.pages[f"/news/{number}"] = Reply(article(number), seconds=0.02)
        machine = Machine(Job(database=tmp_path / "a.db", sources=(site.source(),), shared_frontier=own, lease_seconds=1.0))
        try:
            wait_for_visits(machine, 3)
        finally:
            server.execute("DROP DATABASE leaving WITH (FORCE)")
            code = machine.end()
        assert code == 2
        trouble = machine.messages[-1].trouble
        assert trouble
        assert "the database leaving on" in trouble.users_mistake
        assert "is lost" in trouble.users_mistake
