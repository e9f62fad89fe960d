"""What was captured is read again from the archive, without the web."""

from __future__ import annotations

from pathlib import Path

from corpora.store import Store
from crawl.again import AgainReport, read_again
from crawl.archive import archive_folder
from crawl.report import CrawlReport
from crawl.run import crawl
from crawl.sources import Source
from tests.crawl.replica import Replica, Reply, article

TABLES = ("captures", "documents", "pages", "sections", "versions", "ledger", "rounds", "issues", "frontier", "segments", "meetings")
ARTICLES = 12


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    with Store(database, read_only=True) as store:
        return {table: sorted(map(tuple, store.db.execute(f"SELECT * FROM {table}").fetchall()), key=repr) for table in TABLES}


def crawled(database: Path, source: Source) -> CrawlReport:
    return crawl(database, [source], progress=False)


def gathered(database: Path) -> Source:
    """A crawl, and a second one after a page was corrected and one has gone."""
    with Replica(articles=ARTICLES) as site:
        source = site.source()
        assert crawled(database, source).new == ARTICLES
        site.pages["/news/3"] = Reply(article(3, note="This invented page was corrected, as its publisher says, on the next day."))
        # Other bytes that no reader sees.
        site.pages["/news/4"] = Reply(article(4) + b"<!-- 12:01 -->")
        report = crawled(database, source)
        assert (report.new, report.changed) == (0, 1)
    return source


def test_reading_again_changes_nothing_where_the_reader_is_the_same(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    source = gathered(database)
    before = rows(database)
    # The site is gone by now: nothing is asked of it.
    [report] = read_again(database, [source])
    assert report == AgainReport(source="replica", read=ARTICLES + 1, unchanged=ARTICLES)
    assert rows(database) == before


def test_what_is_not_in_the_store_or_differs_from_what_is_read_now_is_put_right(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    source = gathered(database)
    before = rows(database)
    with Store(database) as store, store.atomic():
        store.db.execute("DELETE FROM documents WHERE url LIKE '%/news/1'")
        # As if an older reader had read them.
        store.db.execute("UPDATE documents SET title = 'Badly read', text = 'Badly read.' WHERE url LIKE '%/news/2'")
        store.db.execute("UPDATE documents SET text = 'Badly read.' WHERE url LIKE '%/news/4'")
    [report] = read_again(database, [source])
    assert (report.new, report.changed, report.unchanged, report.failed) == (1, 2, ARTICLES - 3, 0)
    after = rows(database)
    texts = {row[:4] for row in after["documents"]}
    assert texts == {row[:4] for row in before["documents"]}
    # Reading better is no change of the page.
    assert after["versions"] == before["versions"]
    assert after["ledger"] == before["ledger"]
    assert read_again(database, [source])[0].changed == 0


def test_a_page_that_failed_is_mended_by_a_reader_that_can_read_it(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    source = gathered(database)
    with Store(database) as store, store.atomic():
        # As if an older reader had given it up: the bytes are there.
        store.db.execute("DELETE FROM documents WHERE url LIKE '%/news/5'")
        store.db.execute("UPDATE frontier SET state = 'failed', reason = 'unreadable' WHERE url LIKE '%/news/5'")
    [report] = read_again(database, [source])
    assert (report.new, report.mended) == (1, 1)
    with Store(database) as store:
        assert store.db.execute("SELECT count(*) FROM frontier WHERE state <> 'done'").fetchone()[0] == 0


def test_a_damaged_archive_is_told_of_and_what_was_read_from_it_stays(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    source = gathered(database)
    before = rows(database)
    with Store(database) as store:
        name, offset = store.db.execute("SELECT archive, archive_offset FROM captures WHERE url LIKE '%/news/7'").fetchone()
    path = archive_folder(database) / name
    data = bytearray(path.read_bytes())
    data[offset + 60:offset + 80] = bytes(20)
    path.write_bytes(data)
    [report] = read_again(database, [source])
    assert (report.damaged, report.changed, report.failed) == (1, 0, 0)
    after = rows(database)
    assert after["documents"] == before["documents"]
    [issue] = [row for row in after["issues"] if row not in before["issues"]]
    assert "/news/7" in str(issue)
    assert name in str(issue)
