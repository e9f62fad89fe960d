"""The sample as web pages: feed, listing, sitemaps and articles, laid out as small news sites lay them out.

Each article names its public source as its canonical address, and says that it is a summary in our own words.
"""

from __future__ import annotations

import datetime
import gzip
import json
from collections.abc import Callable, Sequence
from email.utils import format_datetime
from html import escape
from xml.sax.saxutils import escape as escape_xml

from corpora.sample import SampleText

SITE = "softintel sample"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
PER_PAGE = 10
NOTE = "summary in our own words"
MIT = "https://opensource.org/license/mit"
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")


def article_path(text: SampleText) -> str:
    """Where an article stands on the site."""
    return f"/texts/{text.id}"


def pdf_path(text: SampleText) -> str:
    """Where a text stands that the site has as a PDF."""
    return f"/texts/{text.id}.pdf"


def old_path(text: SampleText) -> str:
    """Where an article stood before, from where the site leads on."""
    return f"/texts/old/{text.id}"


def article_page(text: SampleText, *, home: str = "/", related: Sequence[SampleText] = ()) -> str:
    """One text as an article page of a site whose articles are listed at ``home``."""
    link = f'<a href="{escape(text.url)}" rel="nofollow noopener">{escape(text.publisher)}</a>'
    statement = json.dumps({
        "@context": "https://schema.org", "@type": "Article", "headline": text.title, "datePublished": text.published,
        "license": text.licence, "isBasedOn": text.url}).replace("<", "\\u003c")
    teasers = "".join(f'<li><a href="{article_path(other)}">{escape(other.title)}</a></li>' for other in related)
    return _page(text.title, f"""
<main>
<article>
<h1>{escape(text.title)}</h1>
<p class="dateline"><time datetime="{text.published}" class="published">{written_date(text.published)}</time></p>
<div itemprop="articleBody">
{"".join(f"<p>{escape(paragraph)}</p>{chr(10)}" for paragraph in text.paragraphs)}</div>
</article>
<aside class="source"><p>A {NOTE}. Source: {link}, {written_date(text.published)}.</p></aside>
<aside class="related"><h2>Related</h2><ul>{teasers}</ul></aside>
</main>""", home=home, head=f"""
<link rel="canonical" href="{escape(text.url)}">
<link rel="license" href="{MIT}">
<meta property="og:type" content="article">
<meta property="og:title" content="{escape(text.title)}">
<meta property="og:site_name" content="{escape(text.publisher)} ({NOTE})">
<meta name="dcterms.issued" content="{text.published}">
<meta name="dcterms.type" content="{text.doc_type}">
<meta name="dcterms.license" content="{escape(text.licence)}">
<script type="application/ld+json">{statement}</script>""")


def listing_page(texts: Sequence[SampleText], number: int, *, path_of: Callable[[SampleText], str] = article_path) -> str:
    """Page ``number``, counted from 1, of the list of all texts, newest first, each linked at its path."""
    newest = list(reversed(texts))
    start = (number - 1) * PER_PAGE
    items = "".join(
        f'<li class="teaser"><h2><a href="{path_of(text)}">{escape(text.title)}</a></h2>'
        f"<p>{escape(text.publisher)}, {written_date(text.published)}</p></li>" for text in newest[start:start + PER_PAGE])
    following = f'<a rel="next" href="/?page={number + 1}">Older</a>' if start + PER_PAGE < len(newest) else ""
    return _page("All texts", f'<main><h1>All texts</h1><ul class="listing">{items}</ul><p class="pager">{following}</p></main>')


def feed(texts: Sequence[SampleText], *, site: str) -> str:
    """Texts as an RSS feed, newest first, the oldest at its old address. A date known in part only is left to the page."""
    paths = [old_path(texts[0]), *map(article_path, texts[1:])] if texts else []
    items = "".join(
        f"<item><title>{escape_xml(text.title)}</title><link>{site}{path}</link>"
        f'<guid isPermaLink="true">{site}{path}</guid>{_pub_date(text.published)}</item>'
        for text, path in reversed(list(zip(texts, paths, strict=True))))
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>{SITE}</title><link>{site}/</link>'
            f"<description>Summaries in our own words of public facts</description>{items}</channel></rss>\n")


def sitemap_index(years: Sequence[str], *, site: str) -> str:
    """The index of a sitemap a year, packed."""
    entries = "".join(f"<sitemap><loc>{site}/sitemap-{year}.xml.gz</loc></sitemap>" for year in years)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{SITEMAP}">{entries}</sitemapindex>\n'


def sitemap(texts: Sequence[SampleText], *, site: str) -> bytes:
    """The articles of a year, each with its day, packed. The same bytes every time, so that they have the same ETag."""
    entries = "".join(f"<url><loc>{site}{article_path(text)}</loc><lastmod>{text.published}</lastmod></url>" for text in texts)
    return gzip.compress(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{SITEMAP}">{entries}</urlset>\n'.encode(), mtime=0)


def written_date(date: str) -> str:
    """``2020-12-03`` → ``3 December 2020``; ``2020-12`` → ``December 2020``."""
    year, *rest = date.split("-")
    words = [MONTHS[int(rest[0])], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) == 2 else words)


def _pub_date(date: str) -> str:
    if len(date) < len("2020-12-03"):
        return ""
    day = datetime.datetime.combine(datetime.date.fromisoformat(date), datetime.time(12), datetime.UTC)
    return f"<pubDate>{format_datetime(day)}</pubDate>"


def _page(title: str, main: str, *, home: str = "/", head: str = "") -> str:
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{escape(title)} | {SITE}</title>
{head}
</head>
<body>
<header><p class="brand">{SITE}</p>
<nav><ul><li><a href="{home}">All texts</a></li><li><a href="/search" rel="nofollow">Search</a></li></ul></nav></header>
{main}
<footer><p>A replica of public sources for demonstration, on this machine only.</p></footer>
</body>
</html>
"""
