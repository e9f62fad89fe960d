"""What a feed lists. All feeds here are invented."""

from __future__ import annotations

import datetime

import pytest

from corpora.errors import UnreadableInput
from crawl.feeds import parse_feed

TODAY = datetime.date(2026, 11, 21)
URL = "https://news.example/feed/"


def rss(item: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><item>{item}</item></channel></rss>'.encode()


def published(data: bytes) -> tuple[str, float] | None:
    date = parse_feed(data, url=URL, today=TODAY).links[0].hint.published
    return (date.date, date.reliability) if date else None


def test_an_rss_item_gives_address_title_and_date() -> None:
    feed = parse_feed(rss("<title>A &amp; B</title><link> https://news.example/a?utm_source=rss </link>"
                          "<pubDate>Mon, 03 Nov 2025 10:00:00 +0000</pubDate>"), url=URL, today=TODAY)
    link, = feed.links
    assert (link.url, link.role, link.hint.title) == ("https://news.example/a", "article", "A & B")
    assert link.hint.published is not None
    assert (link.hint.published.date, link.hint.published.method) == ("2025-11-03", "feed")
    assert feed.issues == ()


def test_an_atom_entry_gives_its_alternate_link_and_not_its_own_feed() -> None:
    link, = parse_feed(b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><link rel="self" href="/self"/>'
                       b'<link href="/news/1"/><published>2025-11-03T23:30:00+00:00</published></entry></feed>',
                       url=URL, today=TODAY).links
    assert link.url == "https://news.example/news/1"
    assert link.hint.published is not None
    assert link.hint.published.date == "2025-11-03"


def test_an_rdf_feed_is_read() -> None:
    link, = parse_feed(b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
                       b'xmlns:dc="http://purl.org/dc/elements/1.1/"><item><title>T</title><link>https://news.example/1</link>'
                       b"<dc:date>2025-11-03</dc:date></item></rdf:RDF>", url=URL, today=TODAY).links
    assert link.hint.published is not None
    assert link.hint.published.date == "2025-11-03"


def test_the_day_of_a_change_is_trusted_less_than_the_day_of_publication() -> None:
    item = "<link>https://news.example/1</link><pubDate>Mon, 03 Nov 2025 10:00:00 GMT</pubDate>"
    assert published(rss(item)) == ("2025-11-03", 0.95)
    assert published(b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/1"/><updated>2025-11-03T10:00:00Z</updated>'
                     b"</entry></feed>") == ("2025-11-03", 0.6)


def test_a_guid_that_is_an_address_stands_in_for_a_link() -> None:
    link, = parse_feed(rss("<guid>https://news.example/g</guid>"), url=URL, today=TODAY).links
    assert link.url == "https://news.example/g"


@pytest.mark.parametrize("date", ["soon", "Mon, 03 Nov 2031 10:00:00 GMT", "32/13/2025", "0001-01-01T00:00:00Z",
                                  "Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 +99999999999999999999"])
def test_a_date_that_is_none_lies_in_the_future_or_far_back_becomes_an_issue(date: str) -> None:
    feed = parse_feed(rss(f"<link>https://news.example/1</link><pubDate>{date}</pubDate>"), url=URL, today=TODAY)
    assert feed.links[0].hint.published is None
    assert [(issue.where, issue.value) for issue in feed.issues] == [(f"{URL}, item 1", date)]
    assert "https://news.example/1" in feed.issues[0].reason


@pytest.mark.parametrize("item", ["<title>T</title>", "<link>javascript:alert(1)</link>", "<link>http://[::1</link>",
                                  '<guid isPermaLink="false">https://news.example/g</guid>', "<link>mailto:a@b.example</link>"])
def test_an_item_without_a_web_address_becomes_an_issue(item: str) -> None:
    feed = parse_feed(rss(item), url=URL, today=TODAY)
    assert feed.links == ()
    assert len(feed.issues) == 1


def test_the_same_address_twice_is_one_link() -> None:
    data = rss("<link>https://news.example/1</link></item><item><link>https://news.example/1#top</link>")
    assert len(parse_feed(data, url=URL, today=TODAY).links) == 1


@pytest.mark.parametrize(("data", "complaint"), [
    (b"", "not a feed"),
    (b"<html><body>Log in", "not a feed"),
    (b"<html><body>Log in</body></html>", "neither RSS nor Atom"),
    (b'<?xml version="1.0" encoding="made-up"?><rss/>', "not a feed"),
])
def test_what_is_no_feed_is_unreadable(data: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableInput, match=complaint):
        parse_feed(data, url=URL, today=TODAY)


def test_an_empty_feed_is_a_feed() -> None:
    assert parse_feed(b"<rss><channel/></rss>", url=URL, today=TODAY).links == ()
