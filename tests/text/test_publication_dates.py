"""When a document was published, and how that is known."""

from __future__ import annotations

import datetime

import pytest

from corpora.text.calendar_dates import first_date
from corpora.text.dates import RELIABILITY, address_publication_date, text_publication_date
from tests.text.conftest import TODAY, Read, page

BODY = "<main><h1>Invented</h1><p>The ward was opened on 1 May 2001 by somebody.</p></main>"


@pytest.mark.parametrize(("written", "date"), [
    ("21.10.16", "2016-10-21"), ("03.06.15", "2015-06-03"), ("22 July 2016 11.42am", "2016-07-22"), ("Friday 9th March, 2017", "2017-03-09"),
    ("9 Mar 2017", "2017-03-09"), ("March 9, 2017", "2017-03-09"), ("2016-10-21T08:00:00+01:00", "2016-10-21"), ("05/06/2019", "2019-06-05"),
    ("1st of June 2020", "2020-06-01"), ("21-10-2016", "2016-10-21"), ("9 Sept 2021", "2021-09-09"), ("3 June ’15", "2015-06-03"),
    ("24/10/2016 at 16:49", "2016-10-24")])
def test_dates_are_read_as_uk_pages_write_them(written: str, date: str) -> None:
    assert first_date(written, today=TODAY) == datetime.date.fromisoformat(date)


@pytest.mark.parametrize("written", [
    "10/21/2016", "31.02.16", "22 November 2026", "21.10.88", "1 May 1948", "version 1.2.3.4", "0300 123 456", "12 July", "July 2016",
    "42 May 2016", "3-1-2", "1.2.16.3"])
def test_what_is_no_day_between_1990_and_today_is_no_date(written: str) -> None:
    assert first_date(written, today=TODAY) is None


@pytest.mark.parametrize(("head", "body", "date", "method"), [
    ("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2016-07-22\",\"dateModified\":\"2020-01-01\"}</script>",
     BODY, "2016-07-22", "json_ld"),
    ("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"datePublished\":\"2001-01-01\"},"
     "{\"@type\":[\"Report\"],\"datePublished\":\"2016-07\"}]}</script>", BODY, "2016-07", "json_ld"),
    ("<meta property='article:published_time' content='2016-07-22T11:42:00Z'>", BODY, "2016-07-22", "meta"),
    ("<meta name='DC.date.issued' content='22/07/2016'>", BODY, "2016-07-22", "meta"),
    ("", f"<time class='updated' datetime='2020-01-01'></time><time class='published' datetime='2016-07-22'></time>{BODY}",
     "2016-07-22", "time_element"),
    ("", "<main><h1>Invented</h1><p>Published: 9 March 2017</p><p>Text.</p></main>", "2017-03-09", "label"),
    ("", "<main><h1>Invented</h1><dl><dt>Published on</dt><dd>Thursday 9 March 2017</dd></dl><p>Text.</p></main>", "2017-03-09", "label"),
    ("", "<div>News</div><div>21.10.16</div><h1>Invented</h1><p>It was so since 1 May 2001.</p>", "2016-10-21", "dateline"),
    ("", "<h1>Invented</h1><p>By A. Reporter | 22 July 2016 11.42am</p><p>Text.</p>", "2016-07-22", "dateline")])
def test_the_surest_statement_of_a_page_is_taken(read: Read, head: str, body: str, date: str, method: str) -> None:
    published = read(page(body, head=head)).published
    assert published is not None
    assert (published.date, published.method, published.reliability) == (date, method, RELIABILITY[method])


def test_a_page_changed_but_never_dated_has_no_date(read: Read) -> None:
    body = "<main><h1>Invented</h1><p>Page last updated: 9 March 2017</p><p>Text.</p></main>"
    assert read(page(body, head="<meta property='article:modified_time' content='2020-01-01'>")).published is None


def test_a_date_in_the_future_is_passed_over_for_the_next_best(read: Read) -> None:
    head = "<meta property='article:published_time' content='2031-01-01'>"
    published = read(page("<main><h1>Invented</h1><p>Published: 9 March 2017</p></main>", head=head)).published
    assert published is not None
    assert (published.date, published.method) == ("2017-03-09", "label")


def test_disputed_times_of_teasers_are_not_taken(read: Read) -> None:
    body = "<main><p>Invented text.</p></main><time datetime='2016-01-01'></time><time datetime='2017-01-01'></time>"
    assert read(page(body)).published is None


@pytest.mark.parametrize(("url", "date"), [
    ("https://example.org/2016/10/21/invented", "2016-10-21"), ("https://example.org/news/2016-10-21-invented", "2016-10-21"),
    ("https://example.org/2016/oct/21/invented", "2016-10-21"), ("https://example.org/2016/10/invented", None),
    ("https://example.org/2031/10/21/invented", None), ("https://example.org/2016/13/21/x", None), (None, None)])
def test_an_address_may_hold_the_date(url: str | None, date: str | None) -> None:
    found = address_publication_date(url, today=TODAY)
    assert (found.date if found else None) == date


def test_papers_are_dated_by_their_meeting_with_less_trust() -> None:
    text = "Inventshire NHS Trust\nMinutes of the Board of Directors\nmeeting held in public on Thursday 26 September 2024 at 10.00am"
    found = text_publication_date(text, today=TODAY, meetings=True)
    assert found is not None
    assert (found.date, found.method) == ("2024-09-26", "meeting")
    assert found.reliability <= 0.5
    assert text_publication_date(text, today=TODAY, meetings=False) is None


def test_an_inspection_report_is_dated_by_its_publication_not_its_visit() -> None:
    text = "Invented Royal\nQuality report\nDate of inspection visit: 12 January 2014\nDate of publication: 12 March 2014\n"
    found = text_publication_date(text, today=TODAY, meetings=True)
    assert found is not None
    assert (found.date, found.method) == ("2014-03-12", "label")
