"""The sample's site: what it serves, and that it leads nowhere but to itself."""

from __future__ import annotations

import datetime
import socket
from http.client import HTTPConnection

import pytest

from corpora.sample import read_sample
from corpora.sample.pages import NOTE, article_page, article_path, written_date
from corpora.sample.site import HOST, SampleSite
from corpora.text import read_bytes
from crawl.feeds import parse_feed
from crawl.listings import parse_listing
from crawl.sources import Source

TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def site():
    with SampleSite(port=0) as served:
        yield served


def ask(site: SampleSite, path: str, *, method: str = "GET", **headers: str):
    connection = HTTPConnection(HOST, int(site.url.rpartition(":")[2]), timeout=5)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_feed_lists_every_text_on_this_site(site):
    answer, body = ask(site, "/feed.xml")
    assert answer.status == 200
    contents = parse_feed(body, url=f"{site.url}/feed.xml", today=TODAY)
    assert {link.url for link in contents.links} == {f"{site.url}{article_path(text)}" for text in site.texts}
    assert contents.issues == ()


def test_the_listing_leads_to_every_text_page_by_page(site):
    source = Source(name="list", publisher="x", cadence="daily", doc_type="news", shape="listing", start_urls=(f"{site.url}/",),
                    article_pattern="^/texts/", max_pages=9, delay_seconds=0, local=True)
    found, path, page = set(), "/", 1
    while path:
        links = parse_listing(ask(site, path)[1].decode(), url=f"{site.url}{path}", source=source, page=page).links
        found |= {link.url for link in links if link.role == "article"}
        path, page = next((link.url.removeprefix(site.url) for link in links if link.role == "listing"), ""), page + 1
    assert len(found) == len(site.texts)


def test_every_page_says_that_it_is_ours_and_links_its_source(site):
    for text in site.texts:
        page = ask(site, article_path(text))[1].decode()
        assert NOTE in page
        assert page.count(f'href="{text.url}"'.replace("&", "&amp;")) == 2


def test_a_page_reads_as_the_text_and_nothing_else():
    for text in read_sample():
        document = read_bytes(article_page(text).encode(), name="page", today=TODAY)
        assert document.text == f"{text.title}\n\n{text.text}"
        assert document.url == text.url
        assert document.title == text.title


def test_what_is_not_there_is_not_found_and_nothing_redirects(site):
    for path in ("/nothing", "/texts/", "//example.org/", "/texts/../../etc/passwd", "/?page=99", "/?page=1"):
        answer, _ = ask(site, path)
        assert answer.status == 404
        assert answer.getheader("Location") is None
    assert ask(site, "/", method="POST")[0].status == 501


def test_a_page_that_was_seen_is_not_sent_again(site):
    answer, body = ask(site, "/")
    again, nothing = ask(site, "/", **{"If-None-Match": answer.getheader("ETag")})
    assert body
    assert (again.status, nothing) == (304, b"")
    assert ask(site, "/", method="HEAD")[1] == b""


def test_a_taken_port_makes_it_take_another():
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with SampleSite(read_sample()[:1], port=port) as site:
            assert site.url.startswith(f"http://{HOST}:")
            assert not site.url.endswith(f":{port}")
            assert ask(site, "/feed.xml")[0].status == 200


def test_what_a_text_says_cannot_become_markup():
    text = read_sample()[0].model_copy(update={"title": "<script>alert(1)</script>", "paragraphs": ("</script><b>x</b>",)})
    page = article_page(text)
    assert "<script>alert" not in page
    assert "<b>x" not in page


def test_dates_are_written_as_far_as_they_are_known():
    assert [written_date(date) for date in ("2020-12-03", "2020-12", "2020")] == ["3 December 2020", "December 2020", "2020"]
