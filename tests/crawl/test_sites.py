"""Whole crawls of the shapes that sites have: what is asked for, and what is stored of it. All is invented."""

from __future__ import annotations

import datetime
import gzip
from pathlib import Path

import pytest

from corpora.segments.older_lists import framework_on
from corpora.store import Store
from crawl.run import crawl
from crawl.sitemaps import DEEPEST, MOST_ARTICLES, MOST_SITEMAPS, parse_sitemap
from crawl.sources import Source
from tests.crawl.replica import Replica, Reply, article

TODAY = datetime.datetime.now(datetime.UTC).date()
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
XML = {"Content-Type": "application/xml"}


def urlset(*entries: str) -> bytes:
    return f"<urlset {NAMESPACE}>{''.join(entries)}</urlset>".encode()


def test_sitemaps_lead_to_recent_articles_only(tmp_path: Path) -> None:
    with Replica(articles=6) as site:
        site.pages["/sitemap.xml"] = Reply(headers=XML, body=f"""<sitemapindex {NAMESPACE}>
            <sitemap><loc>{site.url}/sitemap-1.xml.gz</loc><lastmod>{TODAY}</lastmod></sitemap>
            <sitemap><loc>{site.url}/sitemap-old.xml</loc><lastmod>2001-01-01</lastmod></sitemap></sitemapindex>""".encode())
        site.pages["/sitemap-1.xml.gz"] = Reply(headers={"Content-Type": "application/x-gzip"}, body=gzip.compress(urlset(*(
            f"<url><loc>{site.url}/news/{number}</loc><lastmod>{TODAY if number < 4 else '2001-01-01'}</lastmod></url>"
            for number in range(6)))))
        source = site.source(shape="sitemap", start_urls=(f"{site.url}/sitemap.xml",), article_pattern="^/news/")
        first, = crawl(tmp_path / "a.db", [source], progress=False).sources
        assert (first.new, first.failed) == (4, 0)
        second, = crawl(tmp_path / "a.db", [source], progress=False).sources
        assert (second.new, second.changed) == (0, 0)
        assert not site.asked("/sitemap-old.xml")
        assert not site.asked("/news/5")


def test_the_articles_of_headlines_are_never_asked_for(tmp_path: Path) -> None:
    with Replica(articles=3) as site:
        report, = crawl(tmp_path / "a.db", [site.source(shape="headlines")], progress=False).sources
        assert (report.new, report.failed) == (3, 0)
        assert {line.path for line in site.log} <= {"/robots.txt", "/rss.xml"}
        assert crawl(tmp_path / "a.db", [site.source(shape="headlines")], progress=False).new == 0


def test_league_tables_become_official_segments_with_their_day_and_address(tmp_path: Path) -> None:
    with Replica() as site:
        path = "/wp-content/uploads/2026/03/nhs-oversight-framework-acute-trust-league-table-q3-25-26.csv"
        site.pages["/tables/"] = Reply(f"<main><h1>Tables</h1><h2>Published 12 March 2026</h2><a href='{path}'>CSV</a></main>".encode())
        site.pages[path] = Reply(headers={"Content-Type": "text/csv"}, body=(
            b"Region,Trust_type,Trust_subtype,Trust_code,Trust_name,Quarter,Average_score,Segment,Trust_in_financial_deficit,Rank\n"
            b"Midlands,Acute trust,Invented,RX1,NOTTINGHAM,Q3 2025/26,2.51,4.0,Yes,101\n"
            b"Midlands,Acute trust,Invented,ZZ9,NOBODY,Q3 2025/26,2.51,4.0,Yes,102\n"))
        source = site.source(shape="league_tables", start_urls=(f"{site.url}/tables/",), article_pattern="oversight-framework")
        report, = crawl(tmp_path / "a.db", [source], progress=False).sources
        assert report.healthy
        with Store(tmp_path / "a.db") as store:
            segment, = store.segments(orgs=("RX1",))
            issue, = store.issues()
    assert (segment.segment, segment.period, segment.published_on, segment.source) == (4, "Q3 2025/26", "2026-03-12", site.url + path)
    assert (issue.value, issue.where) == ("ZZ9", f"{site.url}{path}, row 3")


def test_a_publication_s_page_files_and_long_read_are_documents(tmp_path: Path) -> None:
    with Replica() as site:
        site.pages["/publication/"] = Reply(b"<main><a href='/publication/undertakings/'>Undertakings</a></main>")
        site.pages["/publication/undertakings/"] = Reply(
            article(0).replace(b"</article>", b"<a href='/long-read/undertakings/'>HTML</a><a href='/uploads/gone.pdf'>PDF</a></article>"))
        site.pages["/long-read/undertakings/"] = Reply(article(2))
        source = site.source(shape="publications", start_urls=(f"{site.url}/publication/",), article_pattern="^/publication/[^/]+/$")
        report, = crawl(tmp_path / "a.db", [source], progress=False).sources
        assert (report.new, report.failed) == (2, 1)
        assert site.asked("/uploads/gone.pdf")


@pytest.fixture
def source() -> Source:
    return Source.model_validate({"name": "post", "publisher": "Invented", "cadence": "daily", "doc_type": "news", "shape": "sitemap",
                                  "start_urls": ("https://post.example/sitemap.xml",)})


def test_a_sitemap_leads_to_so_many_articles_and_the_newest_come_first(source: Source) -> None:
    days = [TODAY - datetime.timedelta(days=number % 20) for number in range(MOST_ARTICLES + 500)]
    read = parse_sitemap(urlset(*(f"<url><loc>https://post.example/{number}</loc><lastmod>{day}</lastmod></url>"
                                  for number, day in enumerate(days))),
                         url="https://post.example/sitemap.xml", source=source, depth=0, today=TODAY)
    assert len(read.links) == MOST_ARTICLES
    dates = [link.hint.published.date for link in read.links if link.hint.published]
    assert dates == sorted(dates, reverse=True)
    assert "more than" in read.issues[0].reason


def test_an_index_leads_to_so_many_sitemaps_and_so_deep(source: Source) -> None:
    data = "".join(f"<sitemap><loc>https://post.example/{number}.xml</loc></sitemap>" for number in range(MOST_SITEMAPS + 5))
    index = f"<sitemapindex {NAMESPACE}>{data}</sitemapindex>".encode()
    for depth in range(DEEPEST + 1):
        read = parse_sitemap(index, url="https://post.example/sitemap.xml", source=source, depth=depth, today=TODAY)
        assert len(read.links) == (MOST_SITEMAPS if depth < DEEPEST else 0)
        assert read.issues


@pytest.mark.parametrize(("day", "framework"), [
    ("2016-09", None), ("2016-10", "SOF 2016"), ("2019-08-22", "SOF 2016"), ("2019-08-23", "NOF 2019/20"), ("2021-11-11", "SOF 2021/22"),
    ("2022-05-16", "SOF 2021/22"), ("2022-07", "NOF 2022/23"), ("2024-04-12", "NOF 2022/23"), ("2025-06-25", "NOF 2022/23"),
    ("2025-06-26", None), ("2026-03", None), (None, None)])
def test_the_day_of_a_list_by_name_tells_its_framework(day: str | None, framework: str | None) -> None:
    assert framework_on(day) == framework
