"""A board's page that moves its meeting, or goes: what the store and the calendar say then. The site and its meetings are invented."""

from __future__ import annotations

import datetime
import re
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpora.schema import Meeting
from corpora.store import Store
from crawl.again import read_again
from crawl.keeping import keep
from crawl.pages import Hint, Refusal, Result, Visit
from crawl.run import crawl
from crawl.sources import Source
from tests.crawl.board_sites import NOT_FOUND, long, pdf
from tests.crawl.replica import Replica, Reply

TODAY = datetime.datetime.now(datetime.UTC).date()
FIRST, MOVED, LATER = (TODAY + datetime.timedelta(days=days) for days in (40, 47, 110))
PAPERS = "/board-papers"


def board_page(*days: datetime.date) -> Reply:
    last = TODAY - datetime.timedelta(days=20)
    return Reply(f"""<!doctype html><html><head><title>Board papers</title></head><body><main><h1>Trust board papers</h1>
        <h2>Board meetings in public</h2><ul>{''.join(f'<li>{long(day)}, 09:30, Invented Hall</li>' for day in days)}</ul>
        <h2>Trust board meeting {long(last)}</h2><a href="/pack.pdf">Agenda and papers</a></main></body></html>""".encode())


def days_shown(database: Path) -> list[datetime.date]:
    """The days in the calendar, which the trust's page is found to show as well."""
    with TestClient(create_app(database, by_meaning=False)) as web:
        dates = re.findall(r"DTSTART;[^:]*:(\d{8})", web.get("/trusts/RX1/meetings.ics").text)
        page = web.get("/trusts/RX1").text
    days = [datetime.date.fromisoformat(day) for day in dates]
    assert [day for day in (FIRST, MOVED, LATER) if long(day) in page] == days
    return days


def test_a_meeting_that_its_page_moves_drops_or_takes_with_it_is_shown_no_more(tmp_path: Path) -> None:
    database = tmp_path / "m.db"
    with Replica() as site:
        site.pages = {"/robots.txt": site.pages["/robots.txt"], PAPERS: board_page(FIRST, LATER), "/": Reply(
            f"<html><body><main><h1>Invented trust</h1><a href='{PAPERS}'>Board papers</a></main></body></html>".encode())}
        site.pages["/pack.pdf"] = Reply(
            pdf(f"Invented trust board meeting in public. Agenda. Date of next meeting: {long(FIRST)} at 09:30 in Invented Hall"),
            headers={"Content-Type": "application/pdf"})
        source = Source.model_validate({
            "name": "board", "publisher": "Invented", "cadence": "weekly", "doc_type": "board_paper", "shape": "board_papers",
            "start_urls": (f"{site.url}/",), "delay_seconds": 0.0, "local": True, "org": "RX1"})

        def shown_after_a_crawl() -> list[datetime.date]:
            crawl(database, [source], progress=False)
            return days_shown(database)

        assert shown_after_a_crawl() == [FIRST, LATER]
        with Store(database, read_only=True) as store:
            assert store.db.execute("SELECT count(*) FROM meetings WHERE in_paper").fetchone() == (1,)
        # The pack goes on saying the first day; the page is newer.
        site.pages[PAPERS] = board_page(MOVED, LATER)
        assert shown_after_a_crawl() == [MOVED, LATER]
        read_again(database, [source])
        assert days_shown(database) == [MOVED, LATER]
        # And gone: nobody says the new day any more, and the pack's does not come back.
        site.pages[PAPERS] = Reply(NOT_FOUND, status=404)
        assert shown_after_a_crawl() == []
        read_again(database, [source])
        assert days_shown(database) == []


@pytest.mark.parametrize(("refusal", "shown"), [("gone", 0), ("blocked", 1), ("log_in", 1), ("robots", 1), (None, 1)])
def test_only_a_page_that_is_gone_takes_its_meetings_back(tmp_path: Path, refusal: Refusal | None, shown: int) -> None:
    url = "https://trust.example/board"
    visit = Visit(id=1, source="board", url=url, role="board_page", hint=Hint(org="RX1"), attempts=0, worker="test")
    with Store(tmp_path / "m.db") as store:
        store.replace_meetings(url, [Meeting(org="RX1", day=FIRST.isoformat(), url=url)], seen_at=f"{TODAY}T01:00:00Z")
        keep(store, Result(visit=visit, ended="failed", at=time.time(), reason="invented", refusal=refusal))
        assert len(store.meetings()) == shown
