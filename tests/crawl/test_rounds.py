"""When sources are due, and with which start pages. Addresses are invented."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import pytest

from corpora.store import Store
from crawl.choosing import choose_for_crawl
from crawl.frontier import Frontier
from crawl.owners import Owners
from crawl.pages import FOUND, Answer, Hint, Link, PageContents, Visit
from crawl.reach import Reach
from crawl.rounds import DAY, HOUR, Round, due_at, start_addresses
from crawl.run import crawl
from crawl.sources import Source, host_of, load_sources
from tests.crawl.replica import Replica

API = "https://api.example/changes?from={since}&to={today}"
LIST = "https://api.example/all"
BEGAN = datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC).timestamp()


def make(**changes: object) -> Source:
    return Source.model_validate({"name": "api", "publisher": "P", "cadence": "daily", "doc_type": "news", "shape": "rss",
                                  "start_urls": (API,)} | changes)


def test_a_first_round_reaches_back_as_far_as_the_source_says() -> None:
    assert start_addresses(make(backlog_days=7), began=BEGAN, before=None) == (
        "https://api.example/changes?from=2026-11-15&to=2026-11-22",)


def test_a_later_round_reaches_back_to_the_beginning_of_the_one_before() -> None:
    assert start_addresses(make(), began=BEGAN, before=BEGAN - 2 * DAY) == (
        "https://api.example/changes?from=2026-11-20&to=2026-11-22",)


def test_a_first_round_takes_the_full_list_where_there_is_one() -> None:
    source = make(first_urls=(LIST,))
    assert start_addresses(source, began=BEGAN, before=None) == (LIST,)
    assert start_addresses(source, began=BEGAN, before=BEGAN) == ("https://api.example/changes?from=2026-11-22&to=2026-11-22",)


@pytest.mark.parametrize("changes", [
    {"start_urls": ("https://api.example/{until}",)}, {"start_urls": ("https://api.example/{",)},
    {"first_urls": ("https://elsewhere.example/all",)}, {"first_urls": ("ftp://api.example/all",)}])
def test_other_places_to_fill_and_other_sites_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        make(**changes)


@pytest.mark.parametrize(("cadence", "last", "days"), [
    ("daily", None, 0), ("daily", Round(began=BEGAN), 0),
    ("hourly", Round(began=BEGAN, ended=BEGAN + 9), 0.8 / 24), ("daily", Round(began=BEGAN, ended=BEGAN + DAY), 0.9),
    ("monthly", Round(began=BEGAN, ended=BEGAN + 9), 27), ("monthly", Round(began=BEGAN, ended=BEGAN + 9, whole=False), 0.8 / 24),
    ("hourly", Round(began=BEGAN, ended=BEGAN + 9, whole=False), 0.8 / 24)])
def test_a_source_is_due_a_cadence_after_its_last_round_began(cadence: str, last: Round | None, days: float) -> None:
    due = due_at(make(cadence=cadence), last, now=BEGAN + HOUR)
    assert due == (pytest.approx(BEGAN + days * DAY) if days else 0)


# Rounds of a frontier -------------------------------------------------------------------------------------------------


def play_round(frontier: Frontier, source: Source, *, now: float, broken: str = "", links: tuple[Link, ...] = ()) -> list[str]:
    """One round, in which what holds ``broken`` in its address fails; gives the addresses that were asked for."""
    frontier.open_round(source, "index", now=now)
    asked = []
    while visit := frontier.lease([source.name], now=now):
        asked.append(visit.url)
        if broken and broken in visit.url:
            frontier.fail(visit, now=now, answer=Answer(status=500), reason="broken")
        else:
            frontier.finish(visit, answered(visit), PageContents(links=links if visit.role == "index" else ()), now=now,
                            revisit_seconds=0)
    assert frontier.close_round(source.name, now=now + 60)
    return asked


def answered(visit: Visit) -> Answer:
    return Answer.model_validate({"status": 200, "capture": {"id": "c", "url": visit.url, "fetched_at": "2026-11-22T00:00:00Z",
                                                            "status": 200, "length": 1}})


@pytest.fixture
def frontier(tmp_path: Path) -> Frontier:
    return Frontier(Store(tmp_path / "a.db"), worker="test")


def test_each_round_asks_what_is_new_since_the_last(frontier: Frontier) -> None:
    source = make(first_urls=(LIST,))
    assert play_round(frontier, source, now=BEGAN) == [LIST]
    assert play_round(frontier, source, now=BEGAN + 3 * DAY) == ["https://api.example/changes?from=2026-11-22&to=2026-11-25"]
    assert play_round(frontier, source, now=BEGAN + 4 * DAY) == ["https://api.example/changes?from=2026-11-25&to=2026-11-26"]


def test_a_round_that_lacks_a_start_page_is_no_beginning_for_the_next(frontier: Frontier) -> None:
    source = make()
    play_round(frontier, source, now=BEGAN)
    play_round(frontier, source, now=BEGAN + DAY, broken="changes")
    assert frontier.broken_starts(source) == ["https://api.example/changes?from=2026-11-22&to=2026-11-23: broken"]
    assert frontier.last_round("api") == Round(began=BEGAN + DAY, ended=BEGAN + DAY + 60, whole=False)
    assert play_round(frontier, source, now=BEGAN + 2 * DAY) == ["https://api.example/changes?from=2026-11-22&to=2026-11-24"]
    assert frontier.broken_starts(source) == []


@pytest.mark.parametrize(("role", "whole"), [("index", False), ("record", True)])
def test_a_further_page_of_the_list_is_a_start_page_too(frontier: Frontier, role: str, whole: bool) -> None:
    play_round(frontier, make(), now=BEGAN, broken="page=2", links=(Link(url="https://api.example/changes?page=2", role=role),))
    last = frontier.last_round("api")
    assert last
    assert last.whole == whole


def test_a_round_that_goes_on_after_midnight_keeps_its_start_pages(frontier: Frontier) -> None:
    source = make()
    frontier.open_round(source, "index", now=BEGAN)
    frontier.open_round(source, "index", now=BEGAN + 3600)
    assert frontier.waiting(["api"]) == 1
    assert frontier.start_urls(source) == ("https://api.example/changes?from=2026-10-23&to=2026-11-22",)


def test_a_link_for_another_source_waits_in_that_one_s_queue(frontier: Frontier) -> None:
    link = Link(url="https://news.example/a", role="article", source="paper", hint=Hint(title="A"))
    assert play_round(frontier, make(), now=BEGAN, links=(link,)) == ["https://api.example/changes?from=2026-10-23&to=2026-11-22"]
    visit = frontier.lease(["paper"], now=BEGAN + 60)
    assert visit
    assert (visit.source, visit.url, visit.hint.title) == ("paper", "https://news.example/a", "A")


# Whose a link is ------------------------------------------------------------------------------------------------------


def test_links_go_to_their_owners_and_the_rest_is_told() -> None:
    paper = make(name="paper", start_urls=("https://news.example/rss",), article_pattern="^/news/")
    owners = Owners([(paper, "article")])
    links = [Link(url=url, role=role) for url, role in (
        ("https://news.example/news/1", FOUND), ("https://news.example/jobs/1", FOUND), ("https://nobody.example/1", FOUND),
        ("https://api.example/2", "index"), ("https://news.example/news/2", "index"))]
    contents = owners.within(PageContents(links=tuple(links)), make(), "https://api.example/1")
    assert [(link.url, link.role, link.source) for link in contents.links] == [
        ("https://news.example/news/1", "article", "paper"), ("https://api.example/2", "index", None)]
    assert [(issue.where, issue.reason) for issue in contents.issues] == [
        ("https://news.example/news/2", "not followed: the source does not name the host news.example"),
        ("https://api.example/1", "2 of 5 links belong to no source and were not followed; most are on: news.example 1, "
                                  "nobody.example 1")]


# What a crawl without names asks --------------------------------------------------------------------------------------


def test_a_crawl_without_names_asks_what_is_due_and_has_its_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOFTINTEL_INVENTED_KEY", raising=False)
    daily, monthly = make(name="daily"), make(name="monthly", cadence="monthly")
    closed = make(name="closed", key_variable="SOFTINTEL_INVENTED_KEY", key_header="X-Key")
    sources, database = (daily, monthly, closed), tmp_path / "a.db"
    assert choose_for_crawl(sources, (), database=database, now=BEGAN).sources == (daily, monthly)
    assert not database.exists()
    with Store(database) as store:
        for source in (daily, monthly):
            play_round(Frontier(store, worker="test"), source, now=BEGAN)
    choice = choose_for_crawl(sources, (), database=database, now=BEGAN + DAY)
    assert choice.sources == (daily,)
    assert choice.remarks == ("closed: left out, since SOFTINTEL_INVENTED_KEY is not set",
                              "1 of 2 sources are not due yet; the next is monthly, at 2026-12-19 23:30 UTC; name a source to "
                              "crawl it now: softintel crawl monthly")
    named = choose_for_crawl(sources, ("monthly",), database=database, now=BEGAN + DAY)
    assert (named.sources, named.remarks) == ((monthly,), ("monthly: not due until 2026-12-19 23:30 UTC; crawled now since it is "
                                                           "named",))
    monkeypatch.setenv("SOFTINTEL_INVENTED_KEY", "a key")
    assert choose_for_crawl(sources, (), database=database, now=BEGAN + DAY).sources == (daily, closed)


def test_a_source_whose_round_failed_is_asked_again_an_hour_later(tmp_path: Path) -> None:
    weekly, database = make(cadence="weekly"), tmp_path / "a.db"
    with Store(database) as store:
        play_round(Frontier(store, worker="test"), weekly, now=BEGAN, broken="changes")
    assert choose_for_crawl((weekly,), (), database=database, now=BEGAN + 600).sources == ()
    assert choose_for_crawl((weekly,), (), database=database, now=BEGAN + 3600).sources == (weekly,)


def test_a_crawl_that_was_killed_when_only_the_end_of_its_round_was_missing_is_ended_in_health(tmp_path: Path) -> None:
    with Replica() as site:
        with Store(tmp_path / "a.db") as store:
            killed, now = Frontier(store, worker="killed"), time.time()
            killed.open_round(site.source(), "feed", now=now)
            visit = killed.lease(["replica"], now=now)
            assert visit
            killed.finish(visit, answered(visit), PageContents(), now=now, revisit_seconds=0)
        report, = crawl(tmp_path / "a.db", [site.source()], progress=False).sources
        assert (report.fetched, report.failed, report.postponed, report.healthy) == (0, 0, 0, True)
        with Store(tmp_path / "a.db") as store:
            assert [one.finished_at is None for one in store.rounds_of("replica")] == [False]


def test_the_start_pages_of_every_packaged_source_may_be_asked_for() -> None:
    for source in load_sources():
        reach = Reach.public(map(host_of, source.start_urls))
        for before in (None, BEGAN - DAY):
            for url in start_addresses(source, began=BEGAN, before=before):
                assert "{" not in url
                reach.check_url(url)
