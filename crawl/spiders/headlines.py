"""Titles of which only the feed may be used: headline and standfirst, as the feed gives them. The articles are never asked for."""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit

from scrapy.http import Response

from corpora.schema import Document, identifier
from crawl.answers.documents import text_of_html
from crawl.feeds import FeedItem, read_feed
from crawl.pages import PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider

LONGEST_STANDFIRST = 600
"""A standfirst is a sentence or two. A feed that puts the article into its description must not bring it in that way."""


class HeadlinesSpider(FrontierSpider):
    """Makes a document of each item of a feed. Pages that other sources find on its hosts are not asked for either."""

    name = "headlines"
    start_roles: ClassVar[dict[str, str]] = {"headlines": "feed"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A document a headline.

        Raises:
            UnreadableInput: it is not a feed.
        """
        if errand.visit.role != "feed":
            raise ValueError(f"{errand.visit.role!r} is not a role of headlines")
        feed = read_feed(response.body, url=response.url, today=errand.today)
        pattern = re.compile(errand.source.article_pattern)
        return PageContents(issues=feed.issues, documents=tuple(
            headline(item, errand) for item in feed.items
            if item.title and errand.source.owns(item.url) and pattern.search(urlsplit(item.url).path)))


def headline(item: FeedItem, errand: Errand) -> Document:
    """The document of one item: headline, and standfirst where there is one."""
    source = errand.source
    standfirst = shortened(" ".join(text_of_html(item.summary).split()))
    return Document(
        id=identifier(item.url), url=item.url, title=item.title, publisher=source.publisher, doc_type=source.doc_type,
        licence=source.licence, source=source.name, published=item.published,
        text=f"{item.title}\n\n{standfirst}" if standfirst and standfirst != item.title else item.title)


def shortened(standfirst: str) -> str:
    """At most a few sentences."""
    if len(standfirst) <= LONGEST_STANDFIRST:
        return standfirst
    cut = standfirst[:LONGEST_STANDFIRST]
    end = max(cut.rfind(f"{mark} ") for mark in ".!?")
    return cut[:end + 1] if end > 0 else f"{cut.rpartition(' ')[0]} …"
