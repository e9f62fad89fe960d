"""Sites of articles: news, statements and reports that a feed or a listing page leads to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from scrapy.http import Response, TextResponse

from corpora.errors import UnreadableInput
from corpora.schema import Document, identifier
from corpora.text import read_bytes
from corpora.text.addresses import canonical_address
from crawl.feeds import parse_feed
from crawl.listings import parse_listing
from crawl.pages import PageContents
from crawl.reading import Errand
from crawl.refusals import withheld_page
from crawl.spider import FrontierSpider


class ArticleSpider(FrontierSpider):
    """Reads RSS and Atom feeds, listing pages, and the articles they lead to."""

    name = "articles"
    start_roles = {"rss": "feed", "atom": "feed", "listing": "listing"}
    found_role = "article"

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A feed's or listing's links, or an article's document."""
        source, role = errand.source, errand.visit.role
        withheld = withheld_page(response)
        if withheld:
            return withheld
        if role == "article":
            return PageContents(documents=(cls.parse_document(response),))
        if role == "feed":
            feed = parse_feed(response.body, url=response.url, today=errand.today)
            pattern = re.compile(source.article_pattern)
            return feed.model_copy(update={
                "links": tuple(link for link in feed.links if pattern.search(urlsplit(link.url).path))})
        if role == "listing":
            if not isinstance(response, TextResponse):
                raise UnreadableInput(f"{response.url}: the listing is not a web page")
            return parse_listing(response.text, url=response.url, source=source, page=errand.visit.hint.page)
        raise ValueError(f"{role!r} is not a role of article sites")

    @staticmethod
    def parse_document(response: Response) -> Document:
        """The document that an article page is: a pure function of the response and its errand.

        What the source states (publisher, licence, type) goes before what the page says of itself. The feed's date is
        taken where the page gives none that is more reliable.

        Raises:
            UnreadableInput: there is no text to be had from the page.
        """
        errand: Errand = response.meta["errand"]
        source, hint = errand.source, errand.visit.hint
        url = canonical_address(response.url) or response.url
        media_type = (response.headers.get("Content-Type") or b"").decode("latin-1") or None
        read = read_bytes(response.body, name=url, media_type=media_type, url=url, source=source.name, today=errand.today)
        published = read.published
        if hint.published and (published is None or published.reliability < hint.published.reliability):
            published = hint.published
        # The address is the one that answered, not the one the page claims: a page cannot take another's place.
        return read.model_copy(update={
            "id": identifier(url), "url": url, "title": read.title or hint.title, "publisher": source.publisher,
            "doc_type": source.doc_type, "licence": source.licence or read.licence, "source": source.name,
            "published": published})
