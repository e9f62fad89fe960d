"""The leased queue, by itself: times are given, nothing is fetched. That of one worker and that of many behave alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack

import psycopg
import pytest

from corpora.schema import Capture, Document, Issue
from corpora.store import Store
from crawl.any_frontier import LEASE_SECONDS, LOST_REASON, MOST_LOST, SETTLED, AnyFrontier
from crawl.collecting import Collected
from crawl.pages import Answer, Hint, Kept, Link, PageContents, Visit
from crawl.rounds import Round
from crawl.sources import Source
from tests.crawl.tables import AloneTables, SharedTables, Tables

SITE = "https://news.example"
HOUR = 3600.0


def make_source(**changes: object) -> Source:
    return Source.model_validate({"name": "invented", "publisher": "Invented", "cadence": "daily", "doc_type": "news",
                                  "shape": "rss", "start_urls": (f"{SITE}/feed",)} | changes)


SOURCE = make_source()
NAMES = [SOURCE.name]


@pytest.fixture(params=["alone", "shared"])
def tables(request: pytest.FixtureRequest, store: Store) -> Iterator[Tables]:
    if request.param == "alone":
        yield AloneTables(store)
        return
    with ExitStack() as stack:
        yield SharedTables(store, request.getfixturevalue("shared_address"), stack)


@pytest.fixture
def frontier(tables: Tables) -> AnyFrontier:
    opened = tables.frontier("one")
    opened.open_round(SOURCE, "feed", now=0)
    return opened


def links(*paths: str, role: str = "article") -> PageContents:
    return PageContents(links=tuple(Link(url=SITE + path, role=role) for path in paths))


def answer(body: str, url: str = f"{SITE}/feed") -> Answer:
    return Answer(status=200, capture=Capture(id=body, url=url, fetched_at="2026-11-21T00:00:00Z", status=200, etag=f'"{body}"',
                                              length=len(body)))


def page(visit: Visit, text: str, capture: str) -> PageContents:
    return PageContents(documents=(Document(id=visit.url, text=text, url=visit.url, capture_id=capture),))


def take(frontier: AnyFrontier, *, now: float) -> Visit:
    visit = frontier.lease(NAMES, now=now)
    assert visit is not None
    return visit


def finish(frontier: AnyFrontier, visit: Visit, contents: PageContents, *, now: float, body: str = "b",
           revisit: float = 0.0) -> Kept | None:
    return frontier.finish(visit, answer(body, visit.url), contents, now=now, revisit_seconds=revisit)


def states(tables: Tables) -> dict[str, str]:
    return tables.states(SITE)


def test_a_leased_page_is_not_leased_again_and_blocks_its_host(frontier: AnyFrontier) -> None:
    visit = take(frontier, now=1)
    assert visit.url == f"{SITE}/feed"
    finish(frontier, visit, links("/1", "/2"), now=2)
    take(frontier, now=3)
    assert frontier.lease(NAMES, now=3) is None


def test_two_hosts_are_asked_at_the_same_time(frontier: AnyFrontier) -> None:
    contents = PageContents(links=(Link(url=f"{SITE}/1", role="article"), Link(url="https://other.example/1", role="article")))
    finish(frontier, take(frontier, now=1), contents, now=1)
    assert {take(frontier, now=2).url, take(frontier, now=2).url} == {f"{SITE}/1", "https://other.example/1"}


def test_listings_go_before_articles(frontier: AnyFrontier) -> None:
    finish(frontier, take(frontier, now=1), PageContents(links=(
        Link(url=f"{SITE}/1", role="article"), Link(url=f"{SITE}/page/2", role="listing"))), now=1)
    assert take(frontier, now=2).role == "listing"


def test_a_lease_that_runs_out_is_given_again_and_the_late_result_is_not_kept(frontier: AnyFrontier, tables: Tables) -> None:
    late = take(frontier, now=1)
    other = tables.frontier("two")
    assert other.lease(NAMES, now=LEASE_SECONDS) is None
    again = other.lease(NAMES, now=LEASE_SECONDS + 2)
    assert again is not None
    assert again.id == late.id
    assert finish(frontier, late, links("/late"), now=LEASE_SECONDS + 3) is None
    assert finish(other, again, links("/1"), now=LEASE_SECONDS + 4) == Kept()
    assert states(tables) == {"/feed": "done", "/1": "pending"}


def test_a_page_that_kills_the_crawl_each_time_is_given_up_and_the_others_go_first(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=1), links("/poison", "/1"), now=1)
    assert take(frontier, now=2).url == f"{SITE}/poison"
    frontier = tables.after_death(now=3)
    first = take(frontier, now=4)
    assert first.url == f"{SITE}/1"
    finish(frontier, first, PageContents(), now=4)
    for moment in range(MOST_LOST - 1):
        assert take(frontier, now=5 + moment).url == f"{SITE}/poison"
        frontier = tables.after_death(now=5 + moment)
    assert frontier.lease(NAMES, now=50) is None
    assert states(tables)["/poison"] == "failed"
    assert [issue.where for issue in tables.store().issues()] == [f"{SITE}/poison"]


def test_pages_that_many_lay_beside_when_the_crawl_was_killed_are_not_given_up(frontier: AnyFrontier, tables: Tables) -> None:
    contents = PageContents(links=tuple(Link(url=f"https://{number}.example/1", role="article") for number in range(4)))
    finish(frontier, take(frontier, now=1), contents, now=1)
    for moment in range(2 * MOST_LOST):
        assert len({take(frontier, now=5 + moment).url for _ in range(4)}) == 4
        frontier = tables.after_death(now=5 + moment)
    assert tables.store().issues() == []
    # It is to blame if it kills the crawl when it is alone.
    for number in range(3):
        finish(frontier, take(frontier, now=50 + number), PageContents(), now=50 + number)
    for moment in range(MOST_LOST):
        alone = frontier.lease(NAMES, now=60 + moment)
        if alone is None:
            break
        frontier = tables.after_death(now=60 + moment)
    assert [issue.reason for issue in tables.store().issues()] == [LOST_REASON]


def test_leases_given_back_in_good_order_do_not_count_as_lost(frontier: AnyFrontier, tables: Tables) -> None:
    for moment in range(MOST_LOST + 1):
        take(frontier, now=moment)
        frontier.give_back()
    assert states(tables) == {"/feed": "pending"}


def test_a_postponed_page_waits_and_counts_its_tries(frontier: AnyFrontier) -> None:
    visit = take(frontier, now=1)
    frontier.postpone(visit, until=100, status=503, reason="busy")
    assert frontier.lease(NAMES, now=99) is None
    assert frontier.next_due(NAMES, now=40) == 60
    assert take(frontier, now=100).attempts == 1


def test_a_failed_page_has_a_reason_and_an_issue_and_ends_the_round(frontier: AnyFrontier, tables: Tables) -> None:
    frontier.fail(take(frontier, now=1), now=2, answer=Answer(status=404), reason="gone")
    assert tables.store().issues() == [Issue(stage="crawl", where=f"{SITE}/feed", value="invented", reason="gone")]
    assert frontier.broken_starts(SOURCE) == [f"{SITE}/feed: gone"]
    assert frontier.next_due(NAMES, now=3) is None
    assert frontier.close_round(SOURCE.name, now=3)


@pytest.mark.parametrize("as_before", [True, False])
def test_what_was_wrong_with_a_page_is_forgotten_when_it_answers_well(frontier: AnyFrontier, tables: Tables, as_before: bool) -> None:
    item = Issue(stage="crawl", where=f"{SITE}/feed, item 1", reason="no web address")
    finish(frontier, take(frontier, now=1), PageContents(issues=(item,)), now=2)
    frontier.close_round(SOURCE.name, now=2)
    frontier.open_round(SOURCE, "feed", now=100)
    frontier.fail(take(frontier, now=101), now=102, answer=None, reason="gone")
    frontier.close_round(SOURCE.name, now=102)
    assert len(tables.store().issues()) == 2
    frontier.open_round(SOURCE, "feed", now=200)
    if as_before:
        frontier.unchanged(take(frontier, now=201), now=202, revisit_seconds=0)
    else:
        finish(frontier, take(frontier, now=201), PageContents(), now=202)
    assert tables.store().issues() == ([item] if as_before else [])


def test_a_document_is_new_then_unchanged_then_changed_under_one_id(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=1), links("/1"), now=1)
    outcomes = []
    for moment, (text, capture) in enumerate([("A", "c1"), ("A", "c2"), ("B", "c3")], start=2):
        visit = take(frontier, now=moment)
        outcomes.append(finish(frontier, visit, page(visit, text, capture), now=moment, body=capture))
        tables.change("UPDATE frontier SET state = 'pending' WHERE id = ?", visit.id)
    document, = tables.store().documents()
    if isinstance(tables, SharedTables):
        assert outcomes == [Kept(sent=1)] * 3
        assert tables.collected == Collected(results=4, new=1, unchanged=1, changed=1)
    else:
        assert outcomes == [Kept(new=1), Kept(unchanged=1), Kept(changed=1)]
    assert (document.text, document.capture_id) == ("B", "c3")
    assert tables.kept.db.execute("SELECT count(*) FROM captures WHERE url = ?", [f"{SITE}/1"]).fetchone()[0] == 3


def test_the_end_of_a_visit_is_one_transaction(frontier: AnyFrontier, tables: Tables) -> None:
    visit = take(frontier, now=1)
    bad = PageContents(links=(Link(url=f"{SITE}/1", role="article"),), documents=(Document(id="d", text="t"),))
    tables.take_no_further_address()
    with pytest.raises((sqlite3.DatabaseError, psycopg.DatabaseError), match="no further address"):
        finish(frontier, visit, bad, now=2)
    assert tables.store().count_documents() == 0
    assert tables.rows("SELECT count(*) FROM captures") == [(0,)]
    assert states(tables) == {"/feed": "leased"}


def test_an_unfinished_round_goes_on_and_a_finished_one_starts_anew(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=1), links("/1"), now=1)
    assert not frontier.close_round(SOURCE.name, now=2)
    frontier.open_round(SOURCE, "feed", now=3)
    assert states(tables) == {"/feed": "done", "/1": "pending"}
    finish(frontier, take(frontier, now=4), PageContents(), now=4)
    assert frontier.close_round(SOURCE.name, now=5)
    frontier.open_round(SOURCE, "feed", now=6)
    assert states(tables) == {"/feed": "pending", "/1": "done"}
    assert take(frontier, now=7).etag == '"b"'


@pytest.mark.parametrize("unchanged", [True, False])
def test_an_article_that_is_still_listed_is_asked_for_again_when_its_time_has_come(frontier: AnyFrontier, tables: Tables, unchanged: bool) -> None:
    finish(frontier, take(frontier, now=1), links("/1", "/2"), now=1)
    for moment in (2.0, 20 * HOUR):
        finish(frontier, take(frontier, now=moment), PageContents(), now=moment)
    assert frontier.close_round(SOURCE.name, now=20 * HOUR)
    frontier.open_round(SOURCE, "feed", now=25 * HOUR)
    feed = take(frontier, now=25 * HOUR)
    if unchanged:
        frontier.unchanged(feed, now=25 * HOUR, revisit_seconds=24 * HOUR)
    else:
        finish(frontier, feed, links("/1", "/2"), now=25 * HOUR, revisit=24 * HOUR)
    assert states(tables) == {"/feed": "done", "/1": "pending", "/2": "done"}


def test_an_article_that_is_no_longer_listed_is_left_alone(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=1), links("/1"), now=1)
    finish(frontier, take(frontier, now=2), PageContents(), now=2)
    assert frontier.close_round(SOURCE.name, now=3)
    frontier.open_round(SOURCE, "feed", now=4)
    finish(frontier, take(frontier, now=5), links("/2"), now=5)
    assert states(tables) == {"/feed": "done", "/1": "done", "/2": "pending"}


def test_a_page_is_asked_for_once_a_round_however_often_it_is_listed(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=1), PageContents(links=(
        Link(url=f"{SITE}/1", role="article"), Link(url=f"{SITE}/page/2", role="listing"))), now=1)
    listing = take(frontier, now=2)
    article = take(frontier, now=3) if finish(frontier, listing, PageContents(), now=2) else None
    assert article is not None
    finish(frontier, article, PageContents(), now=3)
    tables.change("UPDATE frontier SET state = 'pending' WHERE id = ?", listing.id)
    finish(frontier, take(frontier, now=4), links("/1"), now=4)
    assert states(tables)["/1"] == "done"


def forgotten(path: str) -> Link:
    return Link(url=SITE + path, role="record", hint=Hint(forget=True, more={"name": "Testperson"}))


def rows_naming(tables: Tables, word: str) -> int:
    found = tables.rows("SELECT count(*) FROM frontier WHERE url LIKE ? OR context LIKE ? OR reason LIKE ?", *[f"%{word}%"] * 3)
    return int(str(found[0][0]))


@pytest.mark.parametrize("ended", ["read", "failed", "unchanged"])
def test_an_address_that_names_the_dead_is_forgotten_with_its_visit_and_known_again(
        frontier: AnyFrontier, tables: Tables, ended: str) -> None:
    listed = PageContents(links=(forgotten("/testperson"),))
    finish(frontier, take(frontier, now=1), listed, now=1)
    visit = take(frontier, now=2)
    assert (visit.url, visit.hint.more) == (f"{SITE}/testperson", {"name": "Testperson"})
    if ended == "failed":
        frontier.fail(visit, now=2, answer=None, reason="odd")
    elif ended == "unchanged":
        frontier.unchanged(visit, now=2, revisit_seconds=0)
    else:
        assert finish(frontier, visit, PageContents(links=(forgotten("/testperson.pdf"),)), now=2)
        finish(frontier, take(frontier, now=3), PageContents(), now=3)
    assert rows_naming(tables, "testperson") == 0
    assert not [issue for issue in tables.store().issues() if "testperson" in issue.where.lower()]
    for moment, again in ((20 * HOUR, False), (26 * HOUR, True)):
        assert frontier.close_round(SOURCE.name, now=moment)
        frontier.open_round(SOURCE, "feed", now=moment)
        feed = take(frontier, now=moment)
        if not again:
            # Nobody says its address, so it cannot be asked for, however old it is.
            frontier.unchanged(feed, now=moment, revisit_seconds=0)
            continue
        finish(frontier, feed, listed, now=moment, revisit=24 * HOUR)
        assert take(frontier, now=moment).id == visit.id


def test_a_forgotten_address_that_is_listed_again_too_early_stays_forgotten(frontier: AnyFrontier, tables: Tables) -> None:
    listed = PageContents(links=(forgotten("/testperson"),))
    finish(frontier, take(frontier, now=1), listed, now=1)
    finish(frontier, take(frontier, now=2), PageContents(), now=2)
    assert frontier.close_round(SOURCE.name, now=3)
    frontier.open_round(SOURCE, "feed", now=4)
    finish(frontier, take(frontier, now=4), listed, now=4, revisit=24 * HOUR)
    assert rows_naming(tables, "testperson") == 0
    assert frontier.lease(NAMES, now=5) is None


def test_a_forgotten_address_whose_visits_kill_the_crawl_is_forgotten_too(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=1), PageContents(links=(forgotten("/testperson"),)), now=1)
    for turn in range(1, MOST_LOST + 1):
        assert rows_naming(tables, "testperson") == 1
        take(frontier, now=turn * 10 * LEASE_SECONDS)
        frontier = tables.after_death(now=(turn * 10 + 9) * LEASE_SECONDS)
    assert rows_naming(tables, "testperson") == 0
    assert not [issue for issue in tables.store().issues() if "testperson" in issue.where.lower()]


def test_a_failed_article_gets_another_chance_after_a_day(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=0), links("/1"), now=0)
    frontier.fail(take(frontier, now=1), now=1, answer=None, reason="odd")
    for moment, expected in ((10 * HOUR, "failed"), (26 * HOUR, "pending")):
        assert frontier.close_round(SOURCE.name, now=moment)
        frontier.open_round(SOURCE, "feed", now=moment)
        frontier.unchanged(take(frontier, now=moment), now=moment, revisit_seconds=0)
        assert states(tables)["/1"] == expected


def test_pages_that_failed_are_asked_for_again_in_the_same_round_on_request(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=0), links("/1", "/2"), now=0)
    frontier.fail(take(frontier, now=1), now=1, answer=answer("odd", f"{SITE}/1"), reason="odd")
    finish(frontier, take(frontier, now=2), PageContents(), now=2)
    assert frontier.close_round(SOURCE.name, now=3)
    assert frontier.retry_failed(SOURCE.name) == 1
    again = take(frontier, now=4)
    # In full: that the host has nothing newer would be no help.
    assert (again.url, again.etag) == (f"{SITE}/1", None)
    assert frontier.last_round(SOURCE.name) == Round(began=0, ended=None, whole=True)
    finish(frontier, again, PageContents(), now=5)
    assert frontier.close_round(SOURCE.name, now=6)
    assert frontier.retry_failed(SOURCE.name) == 0


def test_a_visit_says_which_address_gave_what_is_kept_of_its_page(frontier: AnyFrontier) -> None:
    first = take(frontier, now=1)
    assert (first.etag, first.capture_url) == (None, None)
    frontier.finish(first, answer("b", f"{SITE}/led-to"), PageContents(), now=1, revisit_seconds=0)
    assert frontier.close_round(SOURCE.name, now=2)
    frontier.open_round(SOURCE, "feed", now=3)
    again = take(frontier, now=4)
    assert (again.url, again.etag, again.capture_url) == (f"{SITE}/feed", '"b"', f"{SITE}/led-to")


def test_a_page_that_waits_long_does_not_keep_a_source_from_its_next_round(frontier: AnyFrontier, tables: Tables) -> None:
    finish(frontier, take(frontier, now=0), links("/1", "/2"), now=0)
    slow = take(frontier, now=1)
    frontier.postpone(slow, until=30 * HOUR, status=503, reason="busy")
    finish(frontier, take(frontier, now=2), PageContents(), now=2)
    assert not frontier.close_round(SOURCE.name, now=3)
    frontier.open_round(SOURCE, "feed", now=12 * HOUR)
    assert frontier.lease(NAMES, now=12 * HOUR) is None
    frontier.open_round(SOURCE, "feed", now=24 * HOUR)
    feed = take(frontier, now=24 * HOUR)
    assert feed.url == f"{SITE}/feed"
    finish(frontier, feed, links("/1", "/3"), now=24 * HOUR)
    assert take(frontier, now=24 * HOUR).url == f"{SITE}/3"
    # It waits as it did.
    again = take(frontier, now=31 * HOUR)
    assert (again.url, again.attempts) == (f"{SITE}/1", 1)
    tables.store()
    rounds = tables.rows("SELECT started_at, finished_at, whole FROM rounds ORDER BY number")
    assert rounds == [(0, 24 * HOUR, True), (24 * HOUR, None, rounds[1][2])]


def test_an_overdue_round_that_waits_for_a_start_page_is_not_whole(frontier: AnyFrontier) -> None:
    frontier.postpone(take(frontier, now=0), until=10, status=503, reason="busy")
    frontier.open_round(SOURCE, "feed", now=24 * HOUR)
    finish(frontier, take(frontier, now=24 * HOUR), PageContents(), now=24 * HOUR)
    assert frontier.close_round(SOURCE.name, now=25 * HOUR)
    changes = make_source(start_urls=(f"{SITE}/feed?since={{since}}",))
    frontier.open_round(changes, "feed", now=0.0 + 50 * HOUR)
    # Since the second round began: the first had not got its start page.
    assert frontier.start_urls(changes) == (f"{SITE}/feed?since=1970-01-02",)


def test_a_clock_that_was_years_ahead_once_stops_nothing(frontier: AnyFrontier, tables: Tables) -> None:
    ahead = 10 * 365 * 24 * HOUR
    finish(frontier, take(frontier, now=0), links("/1", "/2"), now=ahead)
    frontier.postpone(take(frontier, now=ahead), until=ahead + 60, status=503, reason="busy")
    finish(frontier, take(frontier, now=ahead), PageContents(), now=ahead)
    assert frontier.turn("news.example", now=ahead, delay_seconds=5.0) == 0
    frontier.answered("news.example", now=ahead, delay_seconds=5.0)
    frontier = tables.after_death(now=100)
    first = take(frontier, now=100 + 6)
    assert first.url == f"{SITE}/1"
    finish(frontier, first, PageContents(), now=107)
    assert frontier.close_round(SOURCE.name, now=108)
    frontier.open_round(SOURCE, "feed", now=30 * HOUR)
    finish(frontier, take(frontier, now=30 * HOUR), links("/2"), now=30 * HOUR)
    assert take(frontier, now=30 * HOUR).url == f"{SITE}/2"


def test_a_rest_of_a_few_days_outlives_the_crawl(frontier: AnyFrontier, tables: Tables) -> None:
    assert frontier.turn("news.example", now=1, delay_seconds=5.0) == 0
    frontier.rest("news.example", until=6 * 24 * HOUR)
    frontier = tables.after_death(now=2)
    assert frontier.lease(NAMES, now=5 * 24 * HOUR) is None


def test_an_article_belongs_to_the_source_that_found_it_first(frontier: AnyFrontier, tables: Tables) -> None:
    other = make_source(name="other", start_urls=(f"{SITE}/other",))
    finish(frontier, take(frontier, now=1), links("/1"), now=1)
    frontier.open_round(other, "feed", now=2)
    visit = frontier.lease(["other"], now=3)
    assert visit is not None
    finish(frontier, visit, links("/1", "/2"), now=3)
    assert tables.rows("SELECT url, source FROM frontier WHERE role = 'article' ORDER BY url") == [
        (f"{SITE}/1", "invented"), (f"{SITE}/2", "other")]


def test_a_listing_that_leads_back_to_its_start_page_does_not_change_it(tables: Tables) -> None:
    listing = make_source(shape="listing", article_pattern="x", start_urls=(f"{SITE}/all",))
    frontier = tables.frontier("one")
    frontier.open_round(listing, "listing", now=0)
    finish(frontier, take(frontier, now=1), links("/all/2", role="listing"), now=1)
    finish(frontier, take(frontier, now=2), links("/all", role="listing"), now=2)
    assert tables.rows("SELECT found_on FROM frontier WHERE url = ?", f"{SITE}/all") == [(None,)]
    assert frontier.next_due(NAMES, now=3) is None


def test_listings_that_lead_to_each_other_are_asked_for_in_every_round_though_nothing_changed(frontier: AnyFrontier) -> None:
    leads = {f"{SITE}/feed": ("/a", "/b"), f"{SITE}/a": ("/b",), f"{SITE}/b": ("/a",)}
    while visit := frontier.lease(NAMES, now=1):
        finish(frontier, visit, links(*leads[visit.url], role="listing"), now=1)
    frontier.close_round("invented", now=2)
    frontier.open_round(SOURCE, "feed", now=3)
    asked = []
    while visit := frontier.lease(NAMES, now=4):
        asked.append(visit.url)
        frontier.unchanged(visit, now=4, revisit_seconds=0)
    assert sorted(asked) == sorted(leads)


def test_a_host_s_pause_runs_from_the_end_of_a_request_and_outlives_the_process(frontier: AnyFrontier, tables: Tables) -> None:
    assert frontier.turn("news.example", now=100, delay_seconds=5) == 0
    assert frontier.turn("news.example", now=101, delay_seconds=5) == 4
    frontier.answered("news.example", now=103, delay_seconds=5)
    again = tables.frontier("two")
    assert again.turn("news.example", now=104, delay_seconds=5) == 4
    assert again.lease(NAMES, now=107) is None
    assert again.lease(NAMES, now=108) is not None


def test_a_crawl_delay_lengthens_the_pause_and_never_shortens_it(frontier: AnyFrontier) -> None:
    frontier.set_crawl_delay("news.example", 30, now=50)
    frontier.answered("news.example", now=100, delay_seconds=5)
    assert frontier.turn("news.example", now=129, delay_seconds=5) == 1
    frontier.set_crawl_delay("news.example", 1, now=130)
    frontier.answered("news.example", now=200, delay_seconds=5)
    assert frontier.turn("news.example", now=204, delay_seconds=5) == 1


def test_a_host_that_asks_for_rest_gets_it(frontier: AnyFrontier) -> None:
    frontier.rest("news.example", until=500)
    assert frontier.lease(NAMES, now=499) is None
    assert frontier.next_due(NAMES, now=400) == 100
    assert frontier.lease(NAMES, now=500) is not None


def test_a_settled_page_is_asked_for_once_and_again_only_where_it_failed(frontier: AnyFrontier) -> None:
    for day, asked in enumerate((["/feed", "/got", "/failed"], ["/feed", "/failed"])):
        now = day * 48 * HOUR
        frontier.open_round(SOURCE, "feed", now=now)
        seen = []
        while visit := frontier.lease(NAMES, now=now):
            path = visit.url.removeprefix(SITE)
            seen.append(path)
            if path == "/failed":
                frontier.fail(visit, now=now, answer=None, reason="broken")
            else:
                frontier.finish(visit, answer(f"{path}{day}", visit.url), links("/got", "/failed", role=SETTLED) if path == "/feed" else
                                PageContents(), now=now, revisit_seconds=0)
        assert seen == asked
        assert frontier.close_round(SOURCE.name, now=now)


def test_what_is_listed_once_and_was_not_answered_is_asked_for_again(tables: Tables) -> None:
    source = make_source(start_urls=(f"{SITE}/changes?since={{since}}",))
    frontier = tables.frontier("one")
    statuses = {"/down": 503, "/gone": 404, "/odd": 200, "/silent": None}
    asked: list[list[str]] = []
    for day in (0, 0.5, 2):
        now = 1_000 * 24 * HOUR + day * 24 * HOUR
        frontier.open_round(source, "index", now=now)
        asked.append([])
        while visit := frontier.lease(NAMES, now=now):
            path = visit.url.removeprefix(SITE)
            if path in statuses:
                asked[-1].append(path)
                status = statuses[path]
                frontier.fail(visit, now=now, answer=Answer(status=status) if status else None, reason="broken")
            else:
                frontier.finish(visit, answer(f"list {day}", visit.url), links(*statuses, role="record") if not day else PageContents(),
                                now=now, revisit_seconds=0)
        frontier.close_round(source.name, now=now)
    assert asked == [list(statuses), [], ["/down", "/silent"]]
