"""What only a frontier has that many share: owners of hosts, workers that fall silent, a database that goes away."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import pairwise

import psycopg
import pytest

from corpora.errors import UsersMistake
from corpora.schema import Capture
from corpora.store import Store
from crawl.any_frontier import LEASE_SECONDS, MOST_LOST
from crawl.pages import Answer, Link, PageContents, Visit
from crawl.shared_database import FrontierLost, SharedDatabase
from crawl.shared_frontier import GRACE_SECONDS, POLL_SECONDS, SharedFrontier
from tests.crawl.tables import SharedTables
from tests.crawl.test_frontier import NAMES, SITE, SOURCE, answer, finish, links, make_source

HOSTS = tuple(f"https://{letter}.example" for letter in "abcd")


@pytest.fixture
def tables(shared_address: str, store: Store) -> Iterator[SharedTables]:
    with ExitStack() as stack:
        yield SharedTables(store, shared_address, stack)


def begin(tables: SharedTables, *, pages: int = 3, now: float = 1.0) -> SharedFrontier:
    """A worker that has read a feed with some pages of each of four hosts."""
    first = tables.frontier("first")
    first.open_round(SOURCE, "feed", now=now)
    feed = first.lease(NAMES, now=now)
    assert feed
    found = tuple(Link(url=f"{host}/{number}", role="article") for number in range(pages) for host in HOSTS)
    finish(first, feed, PageContents(links=found), now=now)
    return first


def lease_all(frontier: SharedFrontier, *, now: float) -> list[Visit]:
    visits = []
    while visit := frontier.lease(NAMES, now=now):
        visits.append(visit)
    return visits


def owners(tables: SharedTables) -> dict[str, str]:
    return {str(host): str(owner) for host, owner in tables.rows("SELECT host, owner FROM hosts WHERE owner IS NOT NULL")}


def test_a_host_is_one_worker_s_until_it_falls_silent(tables: SharedTables) -> None:
    first, second = begin(tables), tables.frontier("second")
    visits = lease_all(first, now=2)
    assert len({visit.url.rpartition("/")[0] for visit in visits}) == len(HOSTS)
    for visit in visits:
        finish(first, visit, PageContents(), now=3)
    # Its hosts are free, but not for the other.
    assert second.lease(NAMES, now=4) is None
    assert second.next_due(NAMES, now=4) == pytest.approx(POLL_SECONDS)
    silent = first.alive_until + 1
    assert len(lease_all(second, now=silent)) == len(HOSTS)
    assert set(owners(tables).values()) == {"second"}


def test_a_worker_that_beats_keeps_its_leases_and_one_that_fell_silent_loses_them(tables: SharedTables) -> None:
    first, second = begin(tables), tables.frontier("second")
    kept = lease_all(first, now=2)
    for moment in (300.0, 600.0, 880.0):
        first.beat(now=moment)
    # A visit may take only so long, however alive its worker.
    assert second.lease(NAMES, now=2 + LEASE_SECONDS - 10) is None
    again = lease_all(second, now=first.alive_until + 1)
    assert {visit.id for visit in again} != {visit.id for visit in kept}
    assert finish(first, kept[0], PageContents(), now=first.alive_until + 2) is None
    assert tables.rows("SELECT count(*) FROM frontier WHERE lost = 1") == [(len(HOSTS),)]


def test_a_worker_leaves_what_is_beyond_its_share_to_one_that_joins(tables: SharedTables) -> None:
    first, second = begin(tables), tables.frontier("second")
    visits = lease_all(first, now=2)
    for frontier in (second, first):
        frontier.beat(now=3)
    second.beat(now=3)
    assert second.share == first.share == 2
    # While a host is being asked, it is not handed over.
    assert second.lease(NAMES, now=3) is None
    for visit in visits:
        finish(first, visit, PageContents(), now=4)
        first.turn(visit.url.split("/")[2], now=4, delay_seconds=0)
        first.answered(visit.url.split("/")[2], now=4, delay_seconds=0)
    assert len(lease_all(first, now=4)) == 2
    assert len(lease_all(second, now=4)) == 2
    assert Counter(owners(tables).values()) == {"first": 2, "second": 2}


def test_a_host_that_nobody_else_wants_is_taken_beyond_one_s_share(tables: SharedTables) -> None:
    first = begin(tables, now=1_000)
    for name in ("second", "third", "fourth"):
        tables.frontier(name).beat(now=1_001)
    first.beat(now=1_001)
    tables.change("UPDATE hosts SET free_at = 1001")
    assert first.share == 1
    assert len(lease_all(first, now=1_001)) == 1
    assert len(lease_all(first, now=1_001 + GRACE_SECONDS + 0.1)) == len(HOSTS) - 1


def test_a_redirect_to_another_s_host_waits_for_the_request_that_is_under_way_there(tables: SharedTables) -> None:
    first, second = begin(tables), tables.frontier("second")
    assert first.turn("a.example", now=10, delay_seconds=5) == 0
    # The request takes longer than the pause: the pause runs from its end.
    assert 0 < second.turn("a.example", now=16, delay_seconds=5) <= POLL_SECONDS
    first.answered("a.example", now=20, delay_seconds=5)
    assert second.turn("a.example", now=21, delay_seconds=5) == 4
    assert second.turn("a.example", now=25, delay_seconds=5) == 0


def test_a_request_whose_worker_died_does_not_block_its_host_for_ever(tables: SharedTables) -> None:
    first, second = begin(tables), tables.frontier("second")
    first.turn("a.example", now=10, delay_seconds=5)
    assert second.turn("a.example", now=first.alive_until, delay_seconds=5) > 0
    assert second.turn("a.example", now=first.alive_until + 1, delay_seconds=5) == 0


def test_a_worker_waits_for_what_others_may_still_find(tables: SharedTables) -> None:
    first, second = tables.frontier("first"), tables.frontier("second")
    first.open_round(SOURCE, "feed", now=1)
    feed = first.lease(NAMES, now=1)
    assert feed
    assert second.lease(NAMES, now=2) is None
    assert second.next_due(NAMES, now=2) == POLL_SECONDS
    finish(first, feed, PageContents(), now=3)
    assert second.next_due(NAMES, now=3) is None


def test_two_workers_that_begin_together_begin_one_round(tables: SharedTables) -> None:
    for name in ("first", "second"):
        tables.frontier(name).open_round(SOURCE, "feed", now=1)
    assert tables.rows("SELECT source, number, started_at FROM rounds") == [("invented", 1, 1.0)]
    assert tables.states(SITE) == {"/feed": "pending"}


def test_who_stops_in_good_order_leaves_nothing_behind(tables: SharedTables) -> None:
    first, second = begin(tables), tables.frontier("second")
    lease_all(first, now=2)
    first.turn("a.example", now=2, delay_seconds=0)
    first.give_back()
    assert owners(tables) == {}
    assert tables.rows("SELECT count(*) FROM hosts WHERE asked_by IS NOT NULL") == [(0,)]
    assert len(lease_all(second, now=3)) == len(HOSTS)
    assert tables.rows("SELECT count(*) FROM frontier WHERE lost > 0") == [(0,)]


def test_many_workers_at_once_take_each_page_once_and_ask_a_host_one_at_a_time(tables: SharedTables) -> None:
    pages, pause = 15, 0.01
    begin(tables, pages=pages, now=1).give_back()
    asked: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)

    def work(name: str) -> list[str]:
        frontier, visited = tables.frontier(name), []
        frontier.beat(now=frontier.now())
        while (wait := frontier.next_due(NAMES, now=frontier.now())) is not None:
            visit = frontier.lease(NAMES, now=frontier.now())
            if visit is None:
                time.sleep(min(wait, 0.02))
                continue
            host = visit.url.split("/")[2]
            while wait := frontier.turn(host, now=frontier.now(), delay_seconds=pause):
                time.sleep(wait)
            began = time.time()
            time.sleep(0.001)
            asked[host].append((began, time.time()))
            frontier.answered(host, now=frontier.now(), delay_seconds=pause)
            frontier.heard(visit)
            finish(frontier, visit, links("/late") if visit.url.endswith("/3") else PageContents(), now=frontier.now())
            visited.append(visit.url)
            frontier.beat(now=frontier.now())
        frontier.give_back()
        return visited

    with ThreadPoolExecutor(4) as pool:
        visited = Counter(url for urls in pool.map(work, ["one", "two", "three", "four"]) for url in urls)
    assert visited == Counter({f"{host}/{number}" for host in HOSTS for number in range(pages)} | {f"{SITE}/late"})
    assert set(tables.states(SITE).values()) == {"done"}
    for spans in asked.values():
        spans.sort()
        assert all(later - ended >= pause for (_, ended), (later, _) in pairwise(spans))


def test_times_are_the_database_s(tables: SharedTables) -> None:
    stated, = tables.rows("SELECT extract(epoch FROM clock_timestamp())::double precision")
    assert tables.frontier("first").now() == pytest.approx(stated[0], abs=5)


def test_addresses_and_words_that_the_database_does_not_take_as_they_are_do_no_harm(tables: SharedTables) -> None:
    first = tables.frontier("first")
    first.open_round(SOURCE, "feed", now=1)
    feed = first.lease(NAMES, now=1)
    assert feed
    # Not to be packed into what an index takes.
    long = f"{SITE}/" + "".join(f"{number:x}-" for number in range(3_000, 6_000))
    contents = PageContents(links=(Link(url=long, role="article"), Link(url=f"{SITE}/a\0b", role="article")))
    finish(first, feed, contents, now=1)
    visits = []
    for moment in (2.0, 3.0):
        visit = first.lease(NAMES, now=moment)
        assert visit
        visits.append(visit.url)
        first.fail(visit, now=moment, answer=None, reason="odd\0 words")
    assert sorted(visits) == sorted([long, f"{SITE}/a\N{REPLACEMENT CHARACTER}b"])
    assert {issue.reason for issue in tables.store().issues()} == {"odd\0 words"}


def test_bytes_are_archived_once_and_asked_for_again_where_they_were_lost(tables: SharedTables) -> None:
    first = begin(tables, pages=1)
    visits = lease_all(first, now=2)
    for number, visit in enumerate(visits):
        capture = Capture(id=f"c{number}", url=visit.url, fetched_at="2026-11-21T00:00:00Z", status=200, etag='"e"', length=1,
                          archive="one.warc.gz", archive_offset=100 * number)
        first.finish(visit, Answer(status=200, capture=capture), PageContents(), now=3, revisit_seconds=0)
    assert first.is_archived("c1", visits[1].url)
    assert not first.is_archived("c1", visits[2].url)
    assert first.last_records(["one.warc.gz", "two.warc.gz"]) == {"one.warc.gz": 300}
    assert first.last_records([]) == {}
    tables.store()
    first.records_lost("one.warc.gz", end=200)
    assert first.last_records(["one.warc.gz"]) == {"one.warc.gz": 100}
    again = lease_all(first, now=4)
    assert {(visit.url, visit.etag) for visit in again} == {(visit.url, None) for visit in visits[2:]}
    store = tables.store()
    assert [store.is_archived(f"c{number}", visit.url) for number, visit in enumerate(visits)] == [True, True, False, False]
    assert [issue.where for issue in store.issues()] == ["one.warc.gz"]


def test_a_connection_that_breaks_is_made_anew(tables: SharedTables) -> None:
    first = begin(tables)
    tables.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'softintel'")
    assert len(lease_all(first, now=2)) == len(HOSTS)


def test_a_database_that_is_gone_is_told_after_some_tries(shared_address: str) -> None:
    told: list[UsersMistake] = []
    with psycopg.connect(shared_address, autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS gone")
        server.execute("CREATE DATABASE gone")
        with closing(SharedDatabase(shared_address.replace("/postgres?", "/gone?"), patience_seconds=0.2, on_lost=told.append)) as database:
            frontier = SharedFrontier(database, worker="first", lease_seconds=60)
            frontier.open_round(SOURCE, "feed", now=1)
            server.execute("DROP DATABASE gone WITH (FORCE)")
            with pytest.raises(FrontierLost, match=r"SOFTINTEL_FRONTIER: the database gone on .* is lost"):
                frontier.lease(NAMES, now=2)
    assert len(told) == 1


def test_a_database_that_takes_nothing_any_more_is_told_as_lost_too(shared_address: str) -> None:
    told: list[UsersMistake] = []
    with psycopg.connect(shared_address, autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS standby")
        server.execute("CREATE DATABASE standby")
        with closing(SharedDatabase(shared_address.replace("/postgres?", "/standby?"), patience_seconds=0.2, on_lost=told.append)) as database:
            frontier = SharedFrontier(database, worker="first", lease_seconds=60)
            frontier.open_round(SOURCE, "feed", now=1)
            # As after a failure, when another server stands in that may only be read.
            server.execute("ALTER DATABASE standby SET default_transaction_read_only = on")
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'standby'")
            with pytest.raises(FrontierLost, match="read-only"):
                frontier.lease(NAMES, now=2)
            assert len(told) == 1
            # It may be a while until the other takes over.
            server.execute("ALTER DATABASE standby RESET default_transaction_read_only")
            assert frontier.lease(NAMES, now=3)
        server.execute("DROP DATABASE standby WITH (FORCE)")


def test_mistakes_name_the_variable_and_no_password(shared_address: str) -> None:
    folder = shared_address.partition("host=")[2]
    for url, words in (("mysql://x", "not the address of a PostgreSQL database"),
                       ("postgresql://a:secret@/none?nonsense=1", "not the address of a PostgreSQL database"),
                       (f"postgresql://softintel:secret@/none?host={folder}", 'database "none" does not exist'),
                       (f"postgresql://nobody:secret@/postgres?host={folder}", 'role "nobody" does not exist')):
        with pytest.raises(UsersMistake, match=words) as told:
            SharedDatabase(url)
        assert str(told.value).startswith("SOFTINTEL_FRONTIER: ")
        assert "secret" not in str(told.value)


def test_tables_of_a_newer_version_are_left_alone(shared_address: str) -> None:
    SharedDatabase(shared_address).close()
    with psycopg.connect(shared_address, autocommit=True) as server:
        server.execute("INSERT INTO softintel.versions (number) VALUES (99)")
    with pytest.raises(UsersMistake, match="newer version"):
        SharedDatabase(shared_address)


def test_an_answer_is_kept_with_its_capture(tables: SharedTables) -> None:
    first = begin(tables, pages=1)
    visit = lease_all(first, now=2)[0]
    first.finish(visit, answer("b", visit.url), PageContents(), now=3, revisit_seconds=0)
    assert tables.rows("SELECT etag, last_modified, capture_id, http_status FROM frontier WHERE id = ?", visit.id) == [
        ('"b"', None, "b", 200)]


def test_a_worker_leaves_a_host_to_one_that_has_another_source_there(tables: SharedTables) -> None:
    other = make_source(name="other", start_urls=(f"{SITE}/other",))
    first, second = tables.frontier("first"), tables.frontier("second")
    first.open_round(SOURCE, "feed", now=1)
    second.open_round(other, "feed", now=1)
    feed = first.lease(NAMES, now=2)
    assert feed
    assert second.lease(["other"], now=2) is None
    finish(first, feed, PageContents(), now=3)
    assert first.lease(NAMES, now=3) is None
    visit = second.lease(["other"], now=3)
    assert visit
    assert visit.url == f"{SITE}/other"


def test_pages_that_many_lay_beside_when_workers_died_are_not_given_up(tables: SharedTables) -> None:
    begin(tables).give_back()
    for death in range(2 * MOST_LOST):
        worker = tables.after_death(now=10 + death)
        assert len(lease_all(worker, now=10 + death)) == len(HOSTS)
    tables.after_death(now=50)
    assert tables.rows("SELECT count(*) FROM frontier WHERE state = 'failed'") == [(0,)]
