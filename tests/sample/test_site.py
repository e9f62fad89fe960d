"""The sample's sites: what they serve, and that each leads nowhere but to itself."""

from __future__ import annotations

import contextlib
import datetime
import json
import socket
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pypdfium2
import pytest

from corpora.sample import answers, pdf, read_sample
from corpora.sample.pages import NOTE, article_page, article_path, old_path, pdf_path, written_date
from corpora.sample.site import HOSTS, SampleSite, sample_sites, text_path
from corpora.text import read_bytes
from crawl.answers.json_parts import Part
from crawl.feeds import parse_feed
from crawl.listings import parse_listing
from crawl.pages import Hint, Visit
from crawl.reading import Errand
from crawl.sitemaps import parse_sitemap
from crawl.sources import Source
from crawl.spiders.gov_uk import read_content, read_search

TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def sites():
    with contextlib.ExitStack() as served:
        yield {site.layout: served.enter_context(site) for site in sample_sites(port=0)}


def ask(site: SampleSite, path: str, *, method: str = "GET", **headers: str):
    where = urlsplit(site.url)
    connection = HTTPConnection(where.hostname, where.port, timeout=5)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def settled(site: SampleSite, path: str):
    """What the site answers once it is past being out of order, and where it leads to."""
    answer, body = ask(site, path)
    if answer.status == 503:
        answer, body = ask(site, path)
    return ask(site, answer.getheader("Location")) if answer.status == 301 else (answer, body)


def source_of(site: SampleSite) -> Source:
    return Source(name="list", publisher="x", cadence="daily", doc_type="news", shape="listing", start_urls=(site.start,),
                  article_pattern="^/texts/", max_pages=9, backlog_days=10_000, delay_seconds=0, local=True)


def test_every_text_stands_on_one_site_and_the_sites_on_addresses_of_their_own(sites):
    on_sites = [text.id for site in sites.values() for text in site.texts]
    assert sorted(on_sites) == sorted(text.id for text in read_sample())
    assert all(len(site.texts) >= 3 for site in sites.values())
    assert len({site.url for site in sites.values()}) == len(HOSTS) == 5


def test_the_feed_lists_its_texts_on_its_own_site_one_of_them_at_its_old_address(sites):
    site = sites["feed"]
    answer, body = ask(site, "/feed.xml")
    assert answer.status == 200
    contents = parse_feed(body, url=f"{site.url}/feed.xml", today=TODAY)
    assert {link.url for link in contents.links} == {
        f"{site.url}{path}" for path in (old_path(site.texts[0]), *map(article_path, site.texts[1:]))}
    assert contents.issues == ()
    answer, _ = ask(site, old_path(site.texts[0]))
    assert (answer.status, answer.getheader("Location")) == (301, article_path(site.texts[0]))


def test_the_listing_leads_to_its_texts_page_by_page(sites):
    site = sites["listing"]
    found, path, page = set(), "/", 1
    while path:
        links = parse_listing(ask(site, path)[1].decode(), url=f"{site.url}{path}", source=source_of(site), page=page).links
        found |= {link.url for link in links if link.role == "article"}
        path, page = next((link.url.removeprefix(site.url) for link in links if link.role == "listing"), ""), page + 1
    assert page > 2
    assert len(found) == len(site.texts)


def test_the_sitemaps_lead_to_their_texts(sites):
    site = sites["sitemap"]
    index = parse_sitemap(ask(site, "/sitemap.xml")[1], url=site.start, source=source_of(site), depth=0, today=TODAY)
    found = set()
    for link in index.links:
        body = ask(site, urlsplit(link.url).path)[1]
        assert body.startswith(b"\x1f\x8b")
        read = parse_sitemap(body, url=link.url, source=source_of(site), depth=1, today=TODAY)
        assert read.issues == ()
        found |= {each.url for each in read.links}
    assert found == {f"{site.url}{article_path(text)}" for text in site.texts}


def test_the_api_answers_as_gov_uk_does_and_leads_to_its_texts(sites):
    site = sites["api"]
    source = source_of(site).model_copy(update={"shape": "gov_uk_search"})
    found, path, asked = set(), site.start.removeprefix(site.url), 0
    while path:
        visit = Visit(id=1, source="list", url=f"{site.url}{path}", role="search", hint=Hint(page=1), attempts=0, worker="test")
        errand = Errand(visit=visit, source=source, today=TODAY)
        answer = Part.of(ask(site, path)[1], url=visit.url)
        contents = read_search(answer, visit.url, errand)
        assert contents.issues == ()
        found |= {link.url for link in contents.links if link.role == "record"}
        path, asked = next((link.url.removeprefix(site.url) for link in contents.links if link.role == "search"), ""), asked + 1
    assert asked == 2
    assert found == {f"{site.url}{answers.content_path(text)}" for text in site.texts}
    for text in site.texts:
        errand = errand.model_copy(update={"visit": visit.model_copy(update={"role": "record"})})
        document, = read_content(Part.of(settled(site, answers.content_path(text))[1], url="x"), "x", errand).documents
        assert (document.title, document.text) == (text.title, f"{text.title}\n\n{text.text}")
        assert document.published.date == text.published


def test_the_list_of_pdfs_leads_to_its_texts(sites):
    site = sites["pdfs"]
    links = parse_listing(ask(site, "/")[1].decode(), url=site.start, source=source_of(site), page=1).links
    assert {link.url for link in links} == {f"{site.url}{pdf_path(text)}" for text in site.texts}
    answer, body = settled(site, pdf_path(site.texts[-1]))
    assert (answer.getheader("Content-Type"), body[:5]) == ("application/pdf", b"%PDF-")


def test_every_text_can_be_a_pdf_and_reads_as_the_text_on_two_pages():
    for text in read_sample():
        document = read_bytes(pdf.article_pdf(text), name="paper.pdf", today=TODAY)
        assert (document.title, document.text) == (text.title, f"{text.title}\n\n{text.text}")
        assert [page.label for page in document.pages] == ["1", "2"]
        assert document.text[document.pages[1].start:].startswith(text.paragraphs[1])


def test_a_text_too_long_for_its_page_is_refused_rather_than_cut():
    text = read_sample()[0]
    with pytest.raises(ValueError, match="too long"):
        pdf.article_pdf(text.model_copy(update={"paragraphs": (text.paragraphs[0] * 12,)}))


def test_each_site_bars_a_part_and_has_a_page_that_is_out_of_order_once(sites):
    for site in sites.values():
        assert b"Disallow: /search" in ask(site, "/robots.txt")[1]
    with SampleSite("feed", read_sample()[:3], port=0) as site:
        path = article_path(site.texts[2])
        assert [ask(site, path)[0].status for _ in range(3)] == [503, 200, 200]


def test_every_page_says_that_it_is_ours_and_links_its_source(sites):
    for site in sites.values():
        for text in site.texts:
            body = settled(site, text_path(site.layout, text))[1]
            if site.layout == "api":
                said = json.loads(body)
                assert said["links"]["organisations"] == [{"title": f"{text.publisher} ({answers.NOTE})"}]
                assert [link["url"] for link in said["details"]["external_related_links"]] == [text.url]
            elif site.layout == "pdfs":
                with contextlib.closing(pypdfium2.PdfDocument(body)) as opened:
                    stated = [opened.get_metadata_value(name) for name in ("Author", "Source")]
                assert stated == [f"{text.publisher} ({pdf.NOTE})", text.url]
            else:
                assert NOTE in body.decode()
                assert body.decode().count(f'href="{text.url}"'.replace("&", "&amp;")) == 2
    assert all(NOTE in note for note in (answers.NOTE, pdf.NOTE))


def test_a_page_reads_as_the_text_and_nothing_else():
    for text in read_sample():
        document = read_bytes(article_page(text).encode(), name="page", today=TODAY)
        assert document.text == f"{text.title}\n\n{text.text}"
        assert document.url == text.url
        assert document.title == text.title


def test_what_is_not_there_is_not_found_and_leads_nowhere(sites):
    for site in sites.values():
        for path in ("/nothing", "/texts/", "/search", "//example.org/", "/texts/../../etc/passwd", "/?page=99", "/?page=1"):
            answer, _ = ask(site, path)
            assert answer.status == 404
            assert answer.getheader("Location") is None
        assert ask(site, "/", method="POST")[0].status == 501


def test_a_page_that_was_seen_is_not_sent_again(sites):
    for site in sites.values():
        path = site.start.removeprefix(site.url)
        answer, body = ask(site, path)
        again, nothing = ask(site, path, **{"If-None-Match": answer.getheader("ETag")})
        assert body
        assert (again.status, nothing) == (304, b"")
        assert ask(site, path, method="HEAD")[1] == b""


def test_a_taken_port_makes_it_take_another():
    with socket.create_server((HOSTS["feed"], 0)) as taken:
        port = taken.getsockname()[1]
        with SampleSite("feed", read_sample()[:1], port=port) as site:
            assert site.url.startswith(f"http://{HOSTS['feed']}:")
            assert not site.url.endswith(f":{port}")
            assert ask(site, "/feed.xml")[0].status == 200


def test_what_a_text_says_cannot_become_markup():
    text = read_sample()[0].model_copy(update={"title": "<script>alert(1)</script>", "paragraphs": ("</script><b>x</b>",)})
    page = article_page(text)
    assert "<script>alert" not in page
    assert "<b>x" not in page


def test_dates_are_written_as_far_as_they_are_known():
    assert [written_date(date) for date in ("2020-12-03", "2020-12", "2020")] == ["3 December 2020", "December 2020", "2020"]
