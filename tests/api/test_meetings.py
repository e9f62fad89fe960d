"""The calendar of boards' meetings. All meetings are invented."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html
from sqlite_utils import Database

from api.app import create_app
from api.calendar import calendar_of, folded
from corpora.migrations import migrations
from corpora.schema import Meeting
from corpora.store import Store

TODAY = datetime.datetime.now(datetime.UTC).date()
SOON, LATER, OVER, LONG_OVER = ((TODAY + datetime.timedelta(days=days)).isoformat() for days in (9, 70, -5, -60))
PAGE = "https://trust.example/board-meetings"


def meeting(day: str, **fields: object) -> Meeting:
    return Meeting.model_validate({"org": "RX1", "day": day, "title": "Invented trust: board meeting in public", "url": PAGE} | fields)


@pytest.fixture
def web(tmp_path: Path) -> Iterator[TestClient]:
    with Store(tmp_path / "m.db") as store:
        store.replace_meetings(PAGE, [meeting(SOON, time="09:30", place="Boardroom; first floor, Invented House"), meeting(LATER)],
                               seen_at="2026-01-02T03:04:05Z")
        for day in (OVER, LONG_OVER):
            store.replace_meetings(f"{PAGE}/{day}", [meeting(day)], seen_at="2020-01-02T03:04:05Z")
        store.replace_meetings("https://other.example/", [meeting(SOON, org="RHA", url="https://other.example/")], seen_at="2026-01-02T03:04:05Z")
    with TestClient(create_app(tmp_path / "m.db", by_meaning=False)) as client:
        yield client


def events(body: bytes) -> list[dict[str, str]]:
    """The events of a calendar, unfolded, with what RFC 5545 demands of its lines."""
    text = body.decode()
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)
    whole = re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert [line for line in whole if not re.match(r"[A-Z-]+(;[A-Z]+=[^:;]+)*:", line)] == []
    found: list[dict[str, str]] = []
    for line in whole:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line.startswith("END:V"):
            continue
        elif found:
            assert name not in found[-1]
            found[-1][name] = value
    assert all({"UID", "DTSTAMP"} <= set(event) for event in found)
    assert len({event["UID"] for event in found}) == len(found)
    return found


def test_the_calendar_holds_meetings_to_come_and_those_just_over(web: TestClient) -> None:
    answer = web.get("/trusts/RX1/meetings.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    over, soon, later = events(answer.content)
    assert over["DTSTART;VALUE=DATE"] == OVER.replace("-", "")
    assert soon["DTSTART;TZID=Europe/London"] == f"{SOON.replace('-', '')}T093000"
    assert soon["LOCATION"] == "Boardroom\\; first floor\\, Invented House"
    assert (soon["DTSTAMP"], soon["URL"]) == ("20260102T030405Z", PAGE)
    assert later["DTSTART;VALUE=DATE"] == LATER.replace("-", "")
    assert len(events(web.get("/meetings.ics").content)) == 4


def test_the_calendar_is_the_same_bytes_until_something_changes(web: TestClient) -> None:
    first = web.get("/meetings.ics")
    assert web.get("/meetings.ics").content == first.content
    assert web.get("/meetings.ics", headers={"If-None-Match": first.headers["etag"]}).status_code == 304


def test_an_organisation_without_meetings_has_an_empty_calendar_and_an_unknown_one_none(web: TestClient) -> None:
    assert events(web.get("/trusts/RGT/meetings.ics").content) == []
    assert web.get("/trusts/ZZZ/meetings.ics").status_code == 404


def test_a_trust_page_lists_its_meetings_to_come_only_where_there_are_any(web: TestClient) -> None:
    page = html.fromstring(web.get("/trusts/RX1").content)
    items = [" ".join(item.text_content().split()) for item in page.xpath("//section[@class='meetings']//li")]
    assert len(items) == 2
    assert "09:30, Boardroom; first floor, Invented House · announced here" in items[0]
    assert page.xpath("//section[@class='meetings']//a/@href")[-1] == "/trusts/RX1/meetings.ics"
    assert "Board meetings in public" not in web.get("/trusts/RGT").text


@pytest.mark.parametrize("text", ["Board–room " * 30, "x" * 74, "x" * 75, "x" * 76, "é" * 38, "\U0001f3e5" * 60])
def test_long_lines_are_folded_between_characters(text: str) -> None:
    parts = folded(f"SUMMARY:{text}").split("\r\n ")
    assert "".join(parts) == f"SUMMARY:{text}"
    assert all(len(part.encode()) + (number > 0) <= 75 for number, part in enumerate(parts))


@pytest.mark.parametrize("hostile", ["a\r\nEND:VEVENT", "a\nATTENDEE:x", "a;b,c\\n", "\x00\x07a"])
def test_a_hostile_title_stays_inside_its_line(hostile: str) -> None:
    event, = events(calendar_of([meeting(SOON, title=hostile, place=hostile)], name=hostile))
    assert set(event) == {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "LOCATION", "URL", "DESCRIPTION", "TRANSP"}


def test_a_page_that_drops_a_meeting_takes_back_what_it_said_and_what_others_say_stays(tmp_path: Path) -> None:
    with Store(tmp_path / "m.db") as store:
        store.replace_meetings(PAGE, [meeting(SOON, time="09:30", place="Invented Hall"), meeting(LATER)], seen_at=f"{TODAY}T01:00:00Z")
        pack = f"{PAGE}/pack.pdf"
        store.replace_meetings(pack, [meeting(SOON, url=pack)], seen_at=f"{TODAY}T02:00:00Z", in_paper=True)
        soon, later = store.meetings()
        assert (soon.time, soon.place, soon.url, soon.seen_at) == ("09:30", "Invented Hall", pack, f"{TODAY}T01:00:00Z")
        store.replace_meetings(PAGE, [], seen_at=f"{TODAY}T03:00:00Z")
        assert store.meetings() == [meeting(SOON, url=pack, seen_at=f"{TODAY}T02:00:00Z")]
        assert later not in store.meetings()


def near(days: int) -> str:
    return (TODAY + datetime.timedelta(days=days)).isoformat()


@pytest.mark.parametrize(("on_page", "days"), [
    (16, [16]), (30, [30]), (9, [9]),
    # Near misses: another meeting, of another month; the day before three weeks are over is close, the day after is not.
    (31, [9, 31]), (70, [9, 70])])
def test_a_paper_s_day_gives_way_to_another_close_to_it_that_a_page_names(tmp_path: Path, on_page: int, days: list[int]) -> None:
    with Store(tmp_path / "m.db") as store:
        for page, day, in_paper in ((PAGE, on_page, False), (f"{PAGE}/pack.pdf", 9, True)):
            store.replace_meetings(page, [meeting(near(day), url=page)], seen_at=f"{TODAY}T01:00:00Z", in_paper=in_paper)
        store.replace_meetings("https://other.example/", [meeting(near(12), org="RHA")], seen_at=f"{TODAY}T01:00:00Z")
        assert [each.day for each in store.meetings(orgs=("RX1",))] == [near(day) for day in days]
        assert [each.day for each in store.meetings(orgs=("RX1",), since=near(10))] == [near(day) for day in days if day >= 10]


def test_a_page_that_leads_elsewhere_now_takes_back_what_it_said_where_it_led_before(tmp_path: Path) -> None:
    with Store(tmp_path / "m.db") as store:
        for old, new in (("https://trust.example/2025", SOON), ("https://trust.example/2026", LATER)):
            store.replace_meetings(PAGE, [meeting(new, url=old)], seen_at=f"{TODAY}T01:00:00Z", led_to=old)
        assert [(each.day, each.url) for each in store.meetings()] == [(LATER, "https://trust.example/2026")]


def test_meetings_of_an_older_database_are_kept_and_can_be_taken_back(tmp_path: Path) -> None:
    old = Database(tmp_path / "m.db")
    migrations.apply(old, stop_before="m012_meetings")
    pack = f"{PAGE}/pack.pdf"
    for day, url in ((SOON, PAGE), (LATER, pack)):
        old.execute("INSERT INTO meetings (org, day, title, time, place, url, seen_at) VALUES ('RX1', ?, '', NULL, '', ?, '')", [day, url])
    old.execute("INSERT INTO documents (id, title, text, url, doc_type) VALUES ('a', 'a', 'a', ?, 'other')", [pack])
    old.conn.commit()
    old.close()
    with Store(tmp_path / "m.db") as store:
        assert [(each.day, each.url) for each in store.meetings()] == [(SOON, PAGE), (LATER, pack)]
        assert store.db.execute("SELECT page, in_paper FROM meetings ORDER BY day").fetchall() == [(PAGE, 0), (pack, 1)]
        store.replace_meetings("https://trust.example/", [], seen_at=f"{TODAY}T01:00:00Z", led_to=PAGE)
        assert [each.day for each in store.meetings()] == [LATER]
