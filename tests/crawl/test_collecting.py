"""Results come from the outbox into the store once each, whatever happens in between."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pytest

from corpora.errors import UsersMistake
from corpora.schema import Issue
from corpora.store import Store
from crawl import collecting
from crawl.choosing import Choice, choose_to_retry
from crawl.collecting import Collected, collect
from crawl.frontier import Frontier
from crawl.pages import Hint, Link, PageContents, Visit
from crawl.report import Job
from crawl.run import run_job
from crawl.shared_database import COLLECT_LOCK, SharedDatabase
from crawl.shared_frontier import SharedFrontier
from crawl.sources import load_sources
from tests.crawl.replica import Replica
from tests.crawl.tables import SharedTables
from tests.crawl.test_frontier import SITE, SOURCE, finish, make_source, page, take

Run = Callable[..., subprocess.CompletedProcess[str]]
PAGES = 7


@pytest.fixture
def tables(shared_address: str, store: Store) -> Iterator[SharedTables]:
    with ExitStack() as stack:
        yield SharedTables(store, shared_address, stack)


@pytest.fixture
def frontier(tables: SharedTables) -> SharedFrontier:
    """A frontier that has finished a feed and its pages; one of them failed, and the feed had an issue."""
    frontier = tables.frontier("one")
    frontier.open_round(SOURCE, "feed", now=0)
    odd = Issue(stage="crawl", where=f"{SITE}/feed, item 9", reason="no web address")
    found = tuple(Link(url=f"{SITE}/{number}", role="article") for number in range(PAGES))
    finish(frontier, take(frontier, now=1), PageContents(links=found, issues=(odd,)), now=1)
    for number in range(PAGES):
        visit = take(frontier, now=2)
        if number == 3:
            frontier.fail(visit, now=2, answer=None, reason="gone")
        else:
            finish(frontier, visit, page(visit, f"Invented text {number}.", f"c{number}"), now=2, body=f"c{number}")
    return frontier


def contents(store: Store) -> tuple[list[str], list[tuple[str, str]], int]:
    return ([document.text for document in store.documents()], [(issue.where, issue.reason) for issue in store.issues()],
            store.db.execute("SELECT count(*) FROM captures").fetchone()[0])


ALL = ([f"Invented text {number}." for number in range(PAGES) if number != 3],
       [(f"{SITE}/feed, item 9", "no web address"), (f"{SITE}/3", "gone")], PAGES)


def test_results_are_collected_in_batches_and_leave_the_outbox(
        frontier: SharedFrontier, tables: SharedTables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "MOST_AT_ONCE", 3)
    batches: list[int] = []
    done = collect(tables.address, tables.kept, on_batch=batches.append)
    assert done == Collected(results=PAGES + 1, new=PAGES - 1, failed=1)
    assert batches == [3, 3, 3]  # the beginning of the round too
    assert contents(tables.kept) == ALL
    assert tables.rows("SELECT count(*) FROM outbox") == [(0,)]
    assert tables.kept.db.execute("SELECT count(*) FROM collected").fetchone()[0] == 0
    assert collect(tables.address, tables.kept) == Collected()


def test_large_results_come_in_smaller_batches(
        frontier: SharedFrontier, tables: SharedTables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "MOST_CHARACTERS", 1)
    batches: list[int] = []
    assert collect(tables.address, tables.kept, on_batch=batches.append).results == PAGES + 1
    assert batches == [1] * (PAGES + 2)
    assert contents(tables.kept) == ALL


def test_a_collector_that_dies_before_the_store_has_all_leaves_the_store_as_it_was(
        frontier: SharedFrontier, tables: SharedTables) -> None:
    visit = asked_anew(tables, frontier, "/5")
    finish(frontier, visit, page(visit, "Invented. " * 200_000, "c9"), now=9, body="c9")
    size, = tables.kept.db.execute("PRAGMA page_count").fetchone()
    tables.kept.db.execute(f"PRAGMA max_page_count = {size + 100}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        collect(tables.address, tables.kept)
    assert contents(tables.kept) == ([], [], 0)
    tables.kept.db.execute("PRAGMA max_page_count = 1000000")
    assert collect(tables.address, tables.kept).new == PAGES - 1
    assert tables.rows("SELECT count(*) FROM outbox") == [(0,)]


def asked_anew(tables: SharedTables, frontier: SharedFrontier, path: str) -> Visit:
    """The visit of one page that was done before."""
    tables.change("UPDATE frontier SET state = 'pending' WHERE url = ?", SITE + path)
    visit = take(frontier, now=9)
    assert visit.url == SITE + path
    return visit


def refuse(tables: SharedTables, text: str) -> None:
    tables.kept.db.conn.execute(
        f"CREATE TRIGGER refusing BEFORE INSERT ON documents WHEN new.text = '{text}' BEGIN SELECT RAISE(ABORT, 'no such text'); END")


def test_a_result_that_the_store_refuses_is_set_aside_with_the_reason_and_the_rest_is_kept(
        frontier: SharedFrontier, tables: SharedTables) -> None:
    refuse(tables, "Invented text 5.")
    # A worker of another version gives what this one does not know; another page is longer than any number of a table.
    tables.change("UPDATE outbox SET result = replace(result, '\"refusal\":null', '\"mood\":1') WHERE result LIKE ?", "%Invented text 1.%")
    tables.change("UPDATE outbox SET result = replace(result, '\"length\":2', ?) WHERE result LIKE ?", f'"length":{2**70}', "%Invented text 2.%")
    done = collect(tables.address, tables.kept)
    assert (done.results, done.new, done.failed, done.refused) == (PAGES + 1, PAGES - 4, 4, 3)
    documents, issues, _ = contents(tables.kept)
    assert documents == [f"Invented text {number}." for number in (0, 4, 6)]
    reasons = dict(issues)
    assert reasons[f"{SITE}/5"] == "the database refused what it gave: no such text"
    assert reasons[f"{SITE}/1"].startswith("the database refused what it gave: ")
    assert "Extra inputs are not permitted" in reasons[f"{SITE}/1"]
    assert "too large" in reasons[f"{SITE}/2"]
    assert tables.rows("SELECT count(*) FROM outbox") == [(0,)]
    alone = tables.kept.db.execute("SELECT url FROM frontier WHERE state = 'failed' ORDER BY url").fetchall()
    assert alone == tables.rows("SELECT url FROM frontier WHERE state = 'failed' ORDER BY url")
    assert [url for url, in alone] == [f"{SITE}/{number}" for number in (1, 2, 3, 5)]
    # Its bytes are on record, from which it can be read again.
    assert tables.kept.db.execute("SELECT capture_id FROM frontier WHERE url = ?", [f"{SITE}/5"]).fetchone() == ("c5",)
    assert collect(tables.address, tables.kept) == Collected()


def test_a_page_whose_result_was_refused_is_asked_for_again_in_full(frontier: SharedFrontier, tables: SharedTables) -> None:
    refuse(tables, "Invented text 5.")
    assert collect(tables.address, tables.kept).refused == 1
    tables.kept.db.conn.execute("DROP TRIGGER refusing")
    assert frontier.retry_failed(SOURCE.name) == 2
    again = dict[str, Visit]()
    while visit := frontier.lease([SOURCE.name], now=9):
        again[visit.url] = visit
        finish(frontier, visit, page(visit, "Invented text, mended.", "c9"), now=9, body="c9")
    assert {visit.etag for visit in again.values()} == {None}
    done = collect(tables.address, tables.kept)
    assert (done.new, done.refused) == (2, 0)


def test_a_refused_result_of_a_page_that_was_visited_again_since_leaves_that_visit_alone(
        frontier: SharedFrontier, tables: SharedTables) -> None:
    refuse(tables, "Invented text 5.")
    visit = asked_anew(tables, frontier, "/5")
    finish(frontier, visit, page(visit, "Invented text, corrected.", "c9"), now=9, body="c9")
    assert collect(tables.address, tables.kept).refused == 1
    assert tables.rows("SELECT state, etag FROM frontier WHERE url = ?", f"{SITE}/5") == [("done", '"c9"')]
    assert tables.kept.db.execute("SELECT state FROM frontier WHERE url = ?", [f"{SITE}/5"]).fetchone() == ("done",)


def test_a_collector_that_dies_when_it_has_set_a_result_aside_sets_it_aside_once_more(
        frontier: SharedFrontier, tables: SharedTables) -> None:
    refuse(tables, "Invented text 5.")
    failed = "SELECT count(*) FROM issues WHERE reason LIKE '%no such text'"
    # As if the store's part did not come to its end.
    tables.kept.db.conn.execute("CREATE TRIGGER dying BEFORE INSERT ON documents WHEN new.text LIKE '%6.' BEGIN SELECT json('{'); END")
    with pytest.raises(sqlite3.OperationalError):
        collect(tables.address, tables.kept)
    assert tables.kept.db.execute(failed).fetchone() == (0,)
    tables.kept.db.conn.execute("DROP TRIGGER dying")
    assert collect(tables.address, tables.kept).refused == 1
    assert tables.kept.db.execute(failed).fetchone() == (1,)
    assert tables.rows("SELECT state FROM frontier WHERE url = ?", f"{SITE}/5") == [("failed",)]


def test_a_refused_result_says_nothing_of_an_address_that_is_to_be_forgotten(tables: SharedTables) -> None:
    frontier = tables.frontier("one")
    frontier.open_round(SOURCE, "feed", now=0)
    told = Link(url=f"{SITE}/a-name", role="article", hint=Hint(forget=True))
    finish(frontier, take(frontier, now=1), PageContents(links=(told,)), now=1)
    finish(frontier, take(frontier, now=2), PageContents(), now=2, body="c1")
    tables.change("UPDATE outbox SET result = replace(result, '\"refusal\":null', '\"name\":1') WHERE result LIKE ?", "%forgotten:%")
    assert collect(tables.address, tables.kept).refused == 1
    reasons = [issue.reason for issue in tables.kept.issues()]
    assert reasons == ["the database refused what it gave: ValidationError"]
    assert frontier.count_failed(SOURCE.name) == frontier.retry_failed(SOURCE.name) == 0


def test_what_the_store_has_and_the_outbox_still_holds_is_taken_again_and_changes_nothing(
        frontier: SharedFrontier, tables: SharedTables) -> None:
    # As if the collector died when the store had all, and before the outbox knew.
    tables.change("""CREATE FUNCTION softintel.stop() RETURNS trigger LANGUAGE plpgsql AS
                     $$ BEGIN RAISE EXCEPTION 'the power is cut'; END $$""")
    tables.change("CREATE TRIGGER stop BEFORE DELETE ON outbox FOR EACH ROW EXECUTE FUNCTION softintel.stop()")
    with pytest.raises(psycopg.Error, match="the power is cut"):
        collect(tables.address, tables.kept)
    assert contents(tables.kept) == ALL
    tables.change("DROP TRIGGER stop ON outbox")
    before = tables.kept.db.execute("SELECT * FROM issues").fetchall(), tables.kept.db.execute("SELECT * FROM captures").fetchall()
    assert collect(tables.address, tables.kept) == Collected()
    assert (tables.kept.db.execute("SELECT * FROM issues").fetchall(),
            tables.kept.db.execute("SELECT * FROM captures").fetchall()) == before
    assert contents(tables.kept) == ALL
    assert tables.rows("SELECT count(*) FROM outbox") == [(0,)]


def test_the_newer_of_two_results_of_a_page_is_what_the_store_has(frontier: SharedFrontier, tables: SharedTables) -> None:
    tables.change("UPDATE frontier SET state = 'pending' WHERE url = ?", f"{SITE}/0")
    visit = take(frontier, now=9)
    finish(frontier, visit, page(visit, "Invented text, corrected.", "c9"), now=9, body="c9")
    assert collect(tables.address, tables.kept) == Collected(results=PAGES + 2, new=PAGES - 1, changed=1, failed=1)
    document = tables.kept.document(f"{SITE}/0")
    assert document
    assert document.text == "Invented text, corrected."


def test_the_store_has_the_rounds_and_pages_as_if_it_had_gathered_them(frontier: SharedFrontier, tables: SharedTables) -> None:
    assert frontier.close_round(SOURCE.name, now=5)
    collect(tables.address, tables.kept)
    round_, = tables.kept.rounds_of(SOURCE.name)
    assert (round_.started_at, round_.finished_at, round_.whole) == (0, 5, True)
    assert (round_.fetched, round_.new, round_.changed, round_.failed) == (PAGES, PAGES - 1, 0, 1)
    columns = "url, role, host, state, http_status, reason, etag, capture_id, round, done_at"
    assert tables.kept.db.execute(f"SELECT {columns} FROM frontier ORDER BY url").fetchall() == tables.rows(
        f"SELECT {columns} FROM frontier ORDER BY url")
    assert tables.kept.db.execute("SELECT count(*) FROM frontier WHERE capture_url = url AND read_at IN (1, 2)").fetchone() == (
        PAGES,)
    # One worker can go on alone.
    alone = Frontier(tables.kept, worker="alone")
    alone.open_round(SOURCE, "feed", now=10)
    assert take(alone, now=11).etag == '"b"'


def test_addresses_that_are_forgotten_come_into_no_database(tables: SharedTables) -> None:
    frontier = tables.frontier("one")
    frontier.open_round(SOURCE, "feed", now=0)
    told = Link(url=f"{SITE}/a-name", role="article", hint=Hint(title="A Name", forget=True))
    finish(frontier, take(frontier, now=1), PageContents(links=(told,)), now=1)
    visit = take(frontier, now=2)
    assert visit.url == f"{SITE}/a-name"
    frontier.fail(visit, now=3, answer=None, reason="gone")
    collect(tables.address, tables.kept)
    for rows in (tables.rows("SELECT * FROM frontier"), tables.kept.db.execute("SELECT * FROM frontier").fetchall(),
                 tables.kept.db.execute("SELECT * FROM issues").fetchall()):
        assert rows
        assert "name" not in str(rows).lower()


def test_a_round_that_goes_on_after_all_goes_on_in_the_store(frontier: SharedFrontier, tables: SharedTables) -> None:
    frontier.close_round(SOURCE.name, now=5)
    assert frontier.retry_failed(SOURCE.name) == 1
    collect(tables.address, tables.kept)
    assert [(one.number, one.finished_at) for one in tables.kept.rounds_of(SOURCE.name)] == [(1, None)]
    visit = take(frontier, now=6)
    finish(frontier, visit, page(visit, "Invented text 3.", "c3"), now=6, body="c3")
    frontier.close_round(SOURCE.name, now=7)
    collect(tables.address, tables.kept)
    assert [(one.number, one.finished_at, one.new) for one in tables.kept.rounds_of(SOURCE.name)] == [(1, 7, PAGES)]


def test_a_round_that_gave_too_little_raises_an_alarm_where_it_is_collected(frontier: SharedFrontier, tables: SharedTables) -> None:
    frontier.close_round(SOURCE.name, now=5)
    done = collect(tables.address, tables.kept, [make_source(expected="100-200")])
    assert done.alarms == (f"invented: quiet: {PAGES - 1} documents in its first round, at least 100 are expected",)
    assert collect(tables.address, tables.kept).alarms == ()


def test_a_round_that_the_store_had_left_unfinished_is_over(tables: SharedTables) -> None:
    Frontier(tables.kept, worker="alone").open_round(SOURCE, "feed", now=1)
    tables.frontier("one").open_round(SOURCE, "feed", now=9)
    collect(tables.address, tables.kept)
    assert [(one.number, one.started_at, one.finished_at, one.whole) for one in tables.kept.rounds_of(SOURCE.name)] == [
        (1, 1, 9, False), (2, 9, None, True)]


def test_one_collects_at_a_time(tables: SharedTables) -> None:
    with closing(SharedDatabase(tables.address)) as other:
        other.connection.execute("SELECT pg_advisory_lock(%s)", [COLLECT_LOCK])
        with pytest.raises(UsersMistake, match="somebody else is collecting"):
            collect(tables.address, tables.kept)
    assert collect(tables.address, tables.kept) == Collected()


def test_a_worker_and_a_collector_on_the_command_line(
        softintel: Run, shared_address: str, tmp_path: Path) -> None:
    shared = {"SOFTINTEL_FRONTIER": shared_address}
    with Replica(articles=3) as site:
        (tmp_path / "sources.csv").write_text(
            "name,publisher,licence,cadence,doc_type,shape,start_urls,delay_seconds,revisit_hours,local\n"
            f"good,Invented,,daily,news,rss,{site.url}/rss.xml,0,0,true\n")
        work = softintel("--db", "worker.db", "crawl", "--sources", "sources.csv", environment=shared)
        assert (work.returncode, work.stdout) == (0, "good: 4 pages fetched: 3 documents sent, 0 failed\n"), work.stderr
        assert not (tmp_path / "worker.db").exists()
        assert len(list((tmp_path / "worker.db-archive").glob("*.warc.gz"))) == 1
        # The round is on record where all workers see it.
        again = softintel("--db", "other.db", "crawl", "--sources", "sources.csv", environment=shared)
        assert "1 of 1 sources are not due yet" in again.stderr
    done = softintel("crawl", "--collect", environment=shared)
    assert (done.returncode, done.stdout) == (0, "4 results collected: 3 documents new, 0 changed, 0 unchanged, 0 failed\n"), done.stderr
    with Store(tmp_path / "softintel.db") as store:
        assert store.count_documents() == 3


def test_workers_ask_again_for_pages_that_failed(softintel: Run, shared_address: str, tmp_path: Path) -> None:
    with Replica(articles=3) as site:
        kept = site.pages.pop("/news/1")
        (tmp_path / "sources.csv").write_text(
            "name,publisher,licence,cadence,doc_type,shape,start_urls,delay_seconds,revisit_hours,local\n"
            f"good,Invented,,daily,news,rss,{site.url}/rss.xml,0,0,true\n"
            f"sound,Invented,,daily,news,atom,{site.url}/atom.xml,0,0,true\n")
        sources = load_sources(tmp_path / "sources.csv")
        first, = run_job(Job(database=tmp_path / "worker.db", sources=sources[:1], shared_frontier=shared_address), progress=False).sources
        assert (first.sent, first.failed) == (2, 1)
        site.pages["/news/1"] = kept
        site.log.clear()
        # Another worker, whose own database knows nothing of it.
        again = softintel("--db", "other.db", "crawl", "--sources", "sources.csv", "--retry",
                          environment={"SOFTINTEL_FRONTIER": shared_address})
        assert (again.returncode, again.stdout) == (0, "good: 1 pages fetched: 1 documents sent, 0 failed\n"), again.stderr
        assert [line.path for line in site.log] == ["/robots.txt", "/news/1"]
    with Store(tmp_path / "softintel.db") as store:
        assert collect(shared_address, store).new == 3
        assert store.count_failed("good") == 0
        assert [(one.number, one.finished_at is None) for one in store.rounds_of("good")] == [(1, False)]
    nothing = choose_to_retry(sources, ["good"], database=tmp_path / "other.db", shared_frontier=shared_address)
    assert nothing == Choice(sources=(), remarks=("good: no page has failed",))


@pytest.mark.parametrize(("arguments", "address", "words"), [
    (["crawl", "--collect"], "", "set SOFTINTEL_FRONTIER"),
    (["crawl", "--collect", "good"], "postgresql:///x", "name none"),
    (["crawl", "--collect"], "postgresql://softintel@/none?host=/no/such/folder", "cannot be reached"),
    (["crawl"], "nonsense", "not the address of a PostgreSQL database"),
])
def test_mistakes_are_told_in_one_line(softintel: Run, tmp_path: Path, arguments: list[str], address: str, words: str) -> None:
    done = softintel(*arguments, environment={"SOFTINTEL_FRONTIER": address})
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "softintel.db").exists()


def test_without_its_extra_it_says_what_to_install(softintel: Run, tmp_path: Path) -> None:
    # As if psycopg were not installed: a module of that name that cannot be imported stands before it.
    (tmp_path / "psycopg.py").write_text("raise ImportError('not here')\n")
    done = softintel("crawl", "--collect", environment={"SOFTINTEL_FRONTIER": "postgresql:///x", "PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'softintel[workers]'" in done.stderr
