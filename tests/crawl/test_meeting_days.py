"""Days of meetings: as pages and file names write them, and what is none. All texts are invented."""

from __future__ import annotations

import datetime

import pytest
from lxml.html import document_fromstring

from corpora.schema import Document, PublicationDate
from crawl.discovery.anchors import read_outline
from crawl.discovery.context import PageContext
from crawl.discovery.dates_ahead import meetings_on_page, next_meeting_of_pack
from crawl.discovery.days import days_in, first_day, name_day, upload_month, year_in
from crawl.discovery.meeting_day import meeting_day, published_day
from crawl.discovery.paper import day_of_paper, extent_of, published, told_with_extent
from crawl.pages import Hint

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(("text", "day"), [
    ("Thursday 5th March 2026", "2026-03-05"), ("Thursday 5 th\u00a0March\u00a02026", "2026-03-05"), ("5.3.26", "2026-03-05"),
    ("05/03/2026", "2026-03-05"), ("March 5, 2026", "2026-03-05"), ("5 Mar 26", "2026-03-05"), ("Board 5-Mar-26", "2026-03-05"),
    ("5/March/2026", "2026-03-05"), ("the 5th of March 2026", "2026-03-05"), ("2026-03-05T09:30:00Z", "2026-03-05"),
    ("March 2026", "2026-03"), ("Board papers, March-2026", "2026-03"), ("Papers for March 2026, meeting on 5 March 2026", "2026-03-05"),
    ("4 March 2027", "2027-03-04"),
    # Near misses.
    ("31 November 2026", None), ("5 March 2031", None), ("Item 5 March past", None), ("version 1.2.3.26", None), ("2025/26", None),
    ("call 0115 20 26 03 05", None), ("page 5 of 2026", None), ("5 March", None), ("May we ask", None)])
def test_a_day_is_read_as_pages_write_it(text: str, day: str | None) -> None:
    assert first_day(text, today=TODAY) == day


@pytest.mark.parametrize(("text", "year", "day"), [
    ("Thursday 5th March", "2026", "2026-03-05"), ("Thursday 5th March", "Board papers 2025/26", "2026-03-05"),
    ("4 September", "2025/26", "2025-09-04"), ("March", "2026", "2026-03"), ("Public board papers – September", "2025-2026", "2025-09"),
    ("May", "2026", "2026-05"), ("Papers for May", "2026", "2026-05"), ("What the board may do", "2026", None),
    ("Items that may be of interest", "2026", None), ("31 February", "2026", None)])
def test_a_day_without_a_year_is_of_the_year_above_it(text: str, year: str, day: str | None) -> None:
    assert first_day(text, today=TODAY, year=year_in(year)) == day


@pytest.mark.parametrize(("text", "span"), [
    ("2026", ("2026-01-01", "2026-12-31")), ("Board papers 2025/26", ("2025-04-01", "2026-03-31")),
    ("2025 – 2026", ("2025-04-01", "2026-03-31")), ("2025-26 meetings", ("2025-04-01", "2026-03-31")),
    ("2019 to 2026", None), ("2025/28", None), ("our 2025 and 2026 meetings", None), ("a budget of 12026", None), ("", None)])
def test_a_year_of_meetings_is_a_calendar_or_a_financial_year(text: str, span: tuple[str, str] | None) -> None:
    found = year_in(text)
    assert (found and (found.first.isoformat(), found.last.isoformat())) == span


@pytest.mark.parametrize(("path", "day"), [
    ("/files/Public-Board-2026-03-05.pdf", "2026-03-05"), ("/files/board_05.03.26.pdf", "2026-03-05"),
    ("/files/20260305-agenda.pdf", "2026-03-05"), ("/files/Agenda%2005032026.pdf", "2026-03-05"), ("/f/5th-march-2026-pack.pdf", "2026-03-05"),
    ("/f/Board-Papers-March-2026.pdf", "2026-03"), ("/board-meeting-5-march-2026/agenda.pdf", "2026-03-05"),
    ("/download.cfm?doc=Board-05-03-2026.pdf&ver=4", "2026-03-05"), ("/wp-content/uploads/2026/02/Agenda_5_March_2026.pdf", "2026-03-05"),
    # Near misses: folders of uploads, numbers of documents and versions.
    ("/wp-content/uploads/2026/02/Agenda.pdf", None), ("/download.cfm?doc=docm93jijm4n123.pdf&ver=4", None), ("/f/guide-v1.2.26.pdf", None),
    ("/download_file/view/20260/30512", None), ("/f/1234567890.pdf", None), ("/f/99.99.26.pdf", None)])
def test_a_file_s_name_may_say_the_day(path: str, day: str | None) -> None:
    assert name_day(f"https://trust.example{path}", today=TODAY) == day


@pytest.mark.parametrize(("text", "day"), [
    ("Thursday 5 March", "2026-03-05"), ("Tues 12th January", "2027-01-12"), ("Wednesday 25 December", "2024-12-25"), ("Sunday 30 February", None),
    ("5 March", None), ("Thursday 5 March 2020", "2020-03-05"), ("Monday 5 March", None)])
def test_a_day_of_the_week_tells_the_year(text: str, day: str | None) -> None:
    assert first_day(text, today=TODAY) == day


def test_lines_of_a_paragraph_are_rows() -> None:
    page = document_fromstring("<p>Dates<br>25/01/26<a href='/a'>agenda</a> <a href='/b'>minutes</a><br>01/03/26 <b><a href='/c'>agenda</a></b></p>"
                               "<div>2 April 2026 – <a href='/d'>papers</a></div>")
    assert [anchor.row for anchor in read_outline(page, url="https://trust.example/").anchors] == [
        "25/01/26 agenda minutes", "25/01/26 agenda minutes", "01/03/26 agenda", "2 April 2026 – papers"]


def test_the_day_of_publication_is_told_from_the_day_of_the_meeting() -> None:
    found = days_in("Board meeting 5 March 2026 (published on 27 February 2026)", today=TODAY)
    assert [each.day for each in found.said] == ["2026-03-05"]
    assert found.published == "2026-02-27"
    changed = days_in("Minutes, last updated: 1 April 2026", today=TODAY)
    assert (changed.said, changed.published) == ((), None)
    assert upload_month("https://x.example/wp-content/uploads/2026/02/a.pdf", today=TODAY) == "2026-02"
    assert upload_month("https://x.example/wp-content/uploads/2027/02/a.pdf", today=TODAY) is None


PAGE = """<html><head><title>Trust Board papers 2026 | Invented</title></head><body><h1>Trust Board papers</h1><h2>Thursday 5 March 2026</h2>
<ul><li><a href="/a">Agenda</a></li><li><a href="/b">Minutes of 5 February 2026</a></li><li><a href="/c">Paper for 6 March 2026</a></li></ul>
<h2>April</h2><table><tr><td>2<sup>nd</sup> April 2026</td><td><a href="/d">Papers</a></td><td><a href="/e-2026-06-01.pdf">Minutes</a></td></tr></table>
<h2>Archive</h2><p><a href="/f-12-01-2026.pdf">Pack</a> <a href="/g">Nothing</a> <a href="/h">Pack, uploaded 3 January 2026</a></p></body></html>"""


def test_the_day_is_taken_from_the_link_its_row_its_headings_and_its_file_in_that_order() -> None:
    outline = read_outline(document_fromstring(PAGE), url="https://trust.example/board")
    page = PageContext.of(outline, Hint(), today=TODAY)
    days = {anchor.url[-1:] if "." not in anchor.url[-5:] else anchor.url: meeting_day(anchor, page) for anchor in outline.anchors}
    assert {key: (met.day, met.place) if met else None for key, met in days.items()} == {
        "a": ("2026-03-05", "heading"),
        # Minutes that were put before a later meeting are papers of that one.
        "b": ("2026-03-05", "heading"), "c": ("2026-03-06", "link"), "d": ("2026-04-02", "row"),
        "https://trust.example/e-2026-06-01.pdf": ("2026-04-02", "row"), "https://trust.example/f-12-01-2026.pdf": ("2026-01-12", "name"),
        "g": None, "h": None}
    last = outline.anchors[-1]
    assert published_day(last, page) == "2026-01-03"


def test_a_month_is_made_fuller_by_the_paper_and_a_day_is_not_doubted() -> None:
    text = "Invented Trust. Board of Directors, meeting in public to be held on Thursday 5 March 2026. Agenda. Minutes of 5 February 2026."
    assert day_of_paper(text, "2026-03", today=TODAY) == "2026-03-05"
    assert day_of_paper(text, None, today=TODAY) == "2026-03-05"
    assert day_of_paper(text, "2026-04", today=TODAY) == "2026-04"
    assert day_of_paper(text, "2026-02-05", today=TODAY) == "2026-02-05"
    assert day_of_paper("Report written 1 January 2026 by the team.", None, today=TODAY) is None


def date(day: str, method: str, reliability: float) -> PublicationDate:
    return PublicationDate(date=day, method=method, reliability=reliability)


@pytest.mark.parametrize(("read", "told", "met_on", "expected"), [
    (date("2026-03-05", "dateline", 0.75), None, "2026-03-05", ("2026-03-05", "meeting")),
    (date("2026-02-27", "label", 0.8), None, "2026-03-05", ("2026-02-27", "label")),
    (None, date("2026-02-26", "label", 0.8), "2026-03-05", ("2026-02-26", "label")),
    (date("2026-02-20", "pdf_metadata", 0.3), None, "2026-03-05", ("2026-03-05", "meeting")),
    # Papers of a meeting to come were published before today.
    (date("2026-11-19", "pdf_metadata", 0.3), None, "2026-12-03", ("2026-11-19", "pdf_metadata")),
    (None, date("2026-11", "url", 0.5), "2026-12-03", ("2026-11", "url")), (None, None, "2026-12-03", None),
    (date("2026-12-03", "meeting", 0.5), None, "2026-12-03", None), (None, None, None, None)])
def test_publication_is_not_the_meeting(read: PublicationDate | None, told: PublicationDate | None, met_on: str | None,
                                        expected: tuple[str, str] | None) -> None:
    found = published(read, told, met_on=met_on, today=TODAY)
    assert (found and (found.date, found.method)) == expected


@pytest.mark.parametrize(("words", "pages", "size", "told"), [
    ("Agenda", 300, 20_000_000, "Agenda (the whole pack, 300 pages)"), ("Agenda", 70, 6_000_000, "Agenda (the whole pack, 70 pages)"),
    ("Agenda", 3, 90_000, "Agenda"), ("Agenda", 60, 900_000, "Agenda"), ("Board papers: agenda", 300, 20_000_000, "Board papers: agenda"),
    ("Integrated performance report", 120, 9_000_000, "Integrated performance report")])
def test_an_agenda_that_is_the_pack_is_told_by_its_measure(words: str, pages: int, size: int, told: str) -> None:
    assert told_with_extent(words, pages=pages, size=size) == told
    assert (extent_of(pages=pages, size=size) == "agenda") == (pages < 20)


def announced(body: str, *, called: str = "Board meetings") -> dict[str, tuple[str | None, str]]:
    tree = document_fromstring(f"<html><body><h1>{called}</h1>{body}</body></html>")
    return {meeting.day: (meeting.time, meeting.place) for meeting in meetings_on_page(
        tree, url="https://trust.example/", org="RX1", about_the_board=True, called=called, today=TODAY)}


@pytest.mark.parametrize(("line", "expected"), [
    ("Wednesday 17<sup>th</sup> February 2027 – 10.00AM – 12.30PM", {"2027-02-17": ("10:00", "")}),
    ("Thursday 3 December 2026, 9:30am to 1pm, Lecture Theatre, Invented Hospital", {"2026-12-03": ("09:30", "Lecture Theatre, Invented Hospital")}),
    ("3 December 2026 at 13:00 via Microsoft Teams", {"2026-12-03": ("13:00", "Microsoft Teams")}),
    ("Our next meeting is on 3 December 2026 at 12 noon", {"2026-12-03": ("12:00", "")}),
    ("3 December 2026 from 1pm. The meeting will be held at Invented House.", {"2026-12-03": ("13:00", "Invented House")}),
    ("Tuesday 12 January, 9.30am to 1pm", {"2027-01-12": ("09:30", "")}), ("3 December 2026 – time to be confirmed", {"2026-12-03": (None, "")}),
    ("Public Board: 3 December 2026, 1pm. This meeting will be held online. All papers are elsewhere.", {"2026-12-03": ("13:00", "online")}),
    ("The meeting on 3 December 2026 will no longer be held in public", {}),
    # Near misses: over, called off, somebody else's, not a meeting.
    ("5 March 2026, 9.30am, Boardroom", {}), ("3 December 2026 – cancelled", {}), ("Quality Committee: 3 December 2026, 2pm", {}),
    ("Council of Governors, 3 December 2026", {}), ("Board development day 3 December 2026", {}),
    ("Questions must be sent by 3 December 2026", {}), ("Papers will be available here from 3 December 2026", {}), ("December 2026", {}),
    ("We meet on 3 December 2026, 4 February 2027 and 1 April 2027", {})])
def test_meetings_to_come_are_read_from_a_page_s_lines(line: str, expected: dict[str, tuple[str | None, str]]) -> None:
    assert announced(f"<ul><li>{line}</li></ul>") == expected


def test_a_heading_decides_whose_dates_follow_and_labels_belong_to_the_meeting_above() -> None:
    assert announced("<h2>Governors' meetings</h2><p>3 December 2026, 5pm</p><h2>Board dates</h2><p>10 December 2026</p><p>Time: 2pm</p>"
                     "<p>Venue: Town Hall</p><h2>News</h2><p>Time: 9am</p>") == {"2026-12-10": ("14:00", "Town Hall")}
    assert announced("<h2>2027</h2><ul><li>Thursday 4 February</li></ul>") == {"2027-02-04": (None, "")}
    assert announced("<p>3 December 2026</p>", called="Welcome") == {}


@pytest.mark.parametrize(("text", "title", "expected"), [
    ("Board of Directors, meeting in public. 10 Any other business. Date of next meeting: Thursday 3 December 2026 at 9.30am, Boardroom, "
     "Invented House", "Agenda", {"2026-12-03": ("09:30", "Boardroom, Invented House")}),
    ("Trust Board agenda. The next meeting in public will be held on 3 December 2026 at 10am. Papers follow.", "Pack", {"2026-12-03": ("10:00", "")}),
    ("Board of Directors. Date of the next meeting of the Quality Committee: 3 December 2026", "Pack", {}),
    ("Quality Committee. Date of next meeting: 3 December 2026", "Minutes", {}),
    ("Board of Directors. Date of next meeting: 3 December 2026", "Quality Committee minutes", {}),
    ("Board of Directors. Date of next meeting: 5 March 2026", "Agenda", {}), ("Board of Directors. Date of next meeting: to be confirmed", "Agenda", {})])
def test_the_next_meeting_is_read_from_a_pack(text: str, title: str, expected: dict[str, tuple[str | None, str]]) -> None:
    document = Document(id="a", text=text, url="https://trust.example/a.pdf", met_on="2026-10-01")
    found = next_meeting_of_pack(document, hint=Hint(title=title, org="RX1"), today=TODAY)
    assert {meeting.day: (meeting.time, meeting.place) for meeting in found} == expected
