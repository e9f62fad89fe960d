"""Pages to documents: a pure function. All pages here are invented, and say so."""

from __future__ import annotations

import datetime

import pytest
from scrapy.http import HtmlResponse, Request, Response, TextResponse

from corpora.errors import UnreadableInput
from corpora.schema import Document, PublicationDate
from crawl.pages import Hint, Visit
from crawl.reading import Errand
from crawl.sources import Source
from crawl.spiders.articles import ArticleSpider
from tests.crawl.replica import article, day_of

URL = "https://news.example/news/1"
FEED_DATE = PublicationDate(date="2025-02-02", method="feed", reliability=0.95)
SOURCE = Source(name="invented", publisher="Exampleshire News (invented)", cadence="daily", doc_type="news", shape="rss",
                start_urls=("https://news.example/feed",))


def parse(body: bytes, *, hint: Hint = Hint(), source: Source = SOURCE, url: str = URL, response: type[Response] = HtmlResponse,  # noqa: B008
          media_type: str = "text/html; charset=utf-8") -> Document:
    visit = Visit(id=1, source=source.name, url=url, role="article", hint=hint, attempts=0, worker="test")
    errand = Errand(visit=visit, source=source, today=datetime.date(2026, 11, 21))
    return ArticleSpider.parse_document(response(
        url, body=body, headers={"Content-Type": media_type}, request=Request(url, meta={"errand": errand})))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_each_layout_gives_title_and_text_without_its_furniture(number: int) -> None:
    document = parse(article(number))
    assert document.title == f"Invented board hears report number {number}"
    assert f"told its board in item {number}" in document.text
    for furniture in ("Most read", "Home", "breadcrumb", "<p>"):
        assert furniture not in document.text
    assert (document.publisher, document.doc_type, document.source, document.url) == (
        "Exampleshire News (invented)", "news", "invented", URL)


def test_a_page_s_structured_date_goes_before_the_feed_s() -> None:
    document = parse(article(0), hint=Hint(published=FEED_DATE))
    assert document.published is not None
    assert document.published.date == day_of(0)
    assert document.published.reliability >= 0.95


def test_the_feed_s_date_is_taken_where_the_page_gives_none() -> None:
    assert parse(article(2)).published is None
    assert parse(article(2), hint=Hint(published=FEED_DATE)).published == FEED_DATE


def test_a_page_cannot_take_the_place_of_another_site_s_document() -> None:
    theirs = parse(article(0), url="https://trust.example/statement")
    claiming = article(1).replace(b"</head>", b'<link rel="canonical" href="https://trust.example/statement"></head>')
    lines = b'{"id": "%s", "text": "Invented.", "url": "https://trust.example/statement"}\n' % theirs.id.encode()
    for body, media_type in ((claiming, "text/html"), (lines, "application/jsonl")):
        document = parse(body, media_type=media_type, response=TextResponse)
        assert document.id != theirs.id
        assert document.url == URL


def test_the_same_page_has_the_same_id_under_every_way_of_writing_its_address() -> None:
    assert parse(article(0)).id == parse(article(0), url=f"{URL}?utm_source=feed#top").id


def test_the_source_s_licence_goes_before_the_page_s_own() -> None:
    stated = article(0).replace(b"</head>", b'<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head>')
    assert parse(stated).licence == "CC-BY-4.0"
    assert parse(stated, source=SOURCE.model_copy(update={"licence": "OGL-3.0"})).licence == "OGL-3.0"


@pytest.mark.parametrize("body", [b"", b"<html><body></body></html>", b"%PDF-1.7 broken", b"\x89PNG\r\n", b"\x00\x01\x02" * 50])
def test_a_page_without_text_is_unreadable(body: bytes) -> None:
    with pytest.raises(UnreadableInput):
        parse(body, response=Response)
