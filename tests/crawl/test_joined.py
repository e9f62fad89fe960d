"""Transactions that others join, where sites of this machine are asked without a pause: fewer of them, and none halved."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from corpora.schema import Capture, Document
from corpora.store import Store
from crawl.frontier import Frontier
from crawl.pages import Answer, Link, PageContents, Visit
from crawl.sources import Source

SITE = "http://127.0.0.1"
SOURCE = Source(name="invented", publisher="Invented News", cadence="daily", doc_type="news", shape="rss",
                start_urls=(f"{SITE}/feed",), delay_seconds=0.0, local=True)
LINKS = PageContents(links=tuple(Link(url=f"{SITE}/{number}", role="article") for number in range(5)))


@pytest.fixture
def frontier(tmp_path: Path) -> Iterator[Frontier]:
    with Store(tmp_path / "a.db") as store:
        frontier = Frontier(store, worker="one")
        frontier.open_round(SOURCE, "feed", now=0)
        frontier.join_seconds = 30.0
        yield frontier


def take(frontier: Frontier, *, now: float) -> Visit:
    visit = frontier.lease([SOURCE.name], now=now)
    assert visit
    return visit


def finish(frontier: Frontier, visit: Visit, contents: PageContents, *, now: float) -> None:
    capture = Capture(id=f"{visit.id:064x}", url=visit.url, fetched_at="2026-11-21T09:00:00Z", status=200, length=1)
    frontier.finish(visit, Answer(status=200, capture=capture), contents, now=now, revisit_seconds=0.0)


def on_disk(frontier: Frontier) -> dict[str, str]:
    """The states that another process sees."""
    with sqlite3.connect(frontier.store.path) as connection:
        return {url.removeprefix(SITE): state for url, state in connection.execute("SELECT url, state FROM frontier")}


def test_what_was_joined_is_on_disk_together_and_by_itself_after_a_while(frontier: Frontier) -> None:
    async def work() -> None:
        frontier.join_seconds = 0.05
        finish(frontier, take(frontier, now=1), LINKS, now=2)
        take(frontier, now=3)
        assert on_disk(frontier) == {"/feed": "pending"}
        await asyncio.sleep(0.2)
        assert on_disk(frontier) == {"/feed": "done", "/0": "leased"} | {f"/{number}": "pending" for number in range(1, 5)}
    asyncio.run(work())


def test_a_part_that_fails_leaves_the_others_of_its_transaction_as_they_are(frontier: Frontier) -> None:
    async def work() -> None:
        finish(frontier, take(frontier, now=1), LINKS, now=2)
        first, second = take(frontier, now=3), None
        frontier.heard(first)
        second = take(frontier, now=4)
        frontier.db.execute("CREATE TEMP TRIGGER broken BEFORE INSERT ON documents WHEN new.title = 'Broken (invented)' "
                            "BEGIN SELECT RAISE(ABORT, 'broken'); END")
        with pytest.raises(sqlite3.Error, match="broken"):
            finish(frontier, first, PageContents(documents=(
                Document(id="d", text="Invented.", url=first.url, title="Broken (invented)"),)), now=5)
        finish(frontier, second, PageContents(), now=6)
        frontier.give_back()
    asyncio.run(work())
    assert on_disk(frontier) == {"/feed": "done", "/0": "pending", "/1": "done", "/2": "pending", "/3": "pending", "/4": "pending"}


def test_a_pause_is_on_disk_before_the_host_is_asked(frontier: Frontier) -> None:
    async def work() -> None:
        frontier.set_crawl_delay("127.0.0.1", 5.0, now=1)
        take(frontier, now=10)
        assert on_disk(frontier) == {"/feed": "pending"}
        assert frontier.turn("127.0.0.1", now=10, delay_seconds=0.0) == 0.0
        assert on_disk(frontier) == {"/feed": "leased"}
        frontier.answered("127.0.0.1", now=12, delay_seconds=0.0)
        with sqlite3.connect(frontier.store.path) as connection:
            assert connection.execute("SELECT free_at FROM hosts").fetchall() == [(17.0,)]
    asyncio.run(work())


def test_a_crawl_that_is_killed_does_again_what_was_not_yet_on_disk(frontier: Frontier, tmp_path: Path) -> None:
    async def work() -> None:
        finish(frontier, take(frontier, now=1), LINKS, now=2)
        frontier.settle()
        first = take(frontier, now=3)
        finish(frontier, first, PageContents(documents=(Document(id="d", text="Invented.", url=first.url, title="One"),)), now=4)
    asyncio.run(work())
    # As the system does where a process is killed.
    frontier.db.rollback()
    with Store(tmp_path / "a.db") as store:
        assert store.count_documents() == 0
        assert take(Frontier(store, worker="two"), now=5).url == f"{SITE}/0"


def test_what_cannot_be_written_ends_the_crawl_before_more_is_said_to_be_done(frontier: Frontier) -> None:
    told: list[UsersMistake] = []
    frontier.on_lost = told.append

    async def work() -> None:
        take(frontier, now=1)
        # The transaction goes, as where a disk is full.
        frontier.db.rollback()
        with pytest.raises(sqlite3.Error):
            frontier.db.execute("RELEASE joining")
        frontier.db.execute("PRAGMA query_only = 1")
        with pytest.raises(sqlite3.Error):
            take(frontier, now=2)
    asyncio.run(work())
    assert "cannot be written, so the crawl stopped" in str(told[0])
