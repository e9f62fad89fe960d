"""Sites that list their articles in sitemaps: one row of ``sources.csv`` a title."""

from __future__ import annotations

from typing import ClassVar

from scrapy.http import Response

from crawl.pages import PageContents
from crawl.reading import Errand
from crawl.sitemaps import parse_sitemap
from crawl.spiders.articles import ArticleSpider


class SitemapSpider(ArticleSpider):
    """Reads sitemaps, indexes of them, news sitemaps, and the articles of the last ``backlog_days``."""

    name = "sitemaps"
    start_roles: ClassVar[dict[str, str]] = {"sitemap": "sitemap"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A sitemap's links, or an article's document."""
        if errand.visit.role != "sitemap":
            return super().read_page(response, errand)
        depth = int(errand.visit.hint.more.get("depth", "0"))
        return parse_sitemap(response.body, url=response.url, source=errand.source, depth=depth, today=errand.today)
