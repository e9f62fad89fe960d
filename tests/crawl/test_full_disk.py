"""A worker whose disk is full stops and says so; no page is given up for it, and nothing that was finished is lost."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from corpora.store import Store
from crawl.report import Job
from tests.crawl.machines import Machine
from tests.crawl.replica import Replica, Reply, article

PAGES = 6


@contextmanager
def small_files(most: int) -> Iterator[None]:
    """What is started in here can make no file larger than so many bytes, which is as good as a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("many", [False, True])
def test_a_crawl_whose_disk_is_full_stops_and_says_so_and_gives_no_page_up(many: bool, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    address = request.getfixturevalue("shared_address") if many else None
    with Replica(articles=PAGES) as site:
        for number in range(PAGES):
            site.pages[f"/news/{number}"] = Reply(article(number) + b"<!--" + os.urandom(40_000).hex().encode() + b"-->", seconds=0.02)
        job = Job(database=tmp_path / "a.db", sources=(site.source(delay_seconds=0.01),), shared_frontier=address)
        with small_files(100_000 if many else 400_000):
            machine = Machine(job)
        assert machine.end() == 2
        trouble = machine.messages[-1].trouble
        assert trouble
        assert "cannot be written, so the crawl stopped" in trouble.users_mistake
        assert "a.db-archive" in trouble.users_mistake or not many
        count = "SELECT count(*) FROM {} WHERE state = 'failed' OR state = 'leased' AND {}"
        if address:
            # Given back at once.
            with psycopg.connect(address) as connection:
                assert connection.execute(count.format("softintel.frontier", "true")).fetchone() == (0,)
        else:
            with Store(job.database) as store:
                assert store.db.execute(count.format("frontier", "false")).fetchone() == (0,)
                assert store.count_documents() < PAGES
