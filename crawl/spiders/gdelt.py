"""GDELT as a finder of links: what it lists is asked for where another source names the host, under that source's name."""

from __future__ import annotations

from scrapy.http import Response

from corpora.schema import Issue
from corpora.text.addresses import canonical_address
from crawl.answers.documents import stated_date
from crawl.answers.json_parts import Part
from crawl.pages import FOUND, Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider

LANGUAGE = "english"


class GdeltSpider(FrontierSpider):
    """Reads a list of articles (``mode=ArtList&format=json``): titles and days, no text, so that no document comes of it."""

    name = "gdelt"
    start_roles = {"gdelt": "articles"}
    accepts = {"articles": "application/json"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A link for each article in English, each address once."""
        if errand.visit.role != "articles":
            raise ValueError(f"{errand.visit.role!r} is not a role of GDELT")
        answer = Part.of(response.body, url=response.url)
        links: dict[str, Link] = {}
        issues = []
        # Where nothing is found the answer is an empty object.
        for article in answer.parts("articles"):
            address = canonical_address(article.words("url"))
            if address is None:
                issues.append(Issue(stage="crawl", where=article.where, value=article.words("url")[:200] or None,
                                    reason="the list names an article without a web address"))
            elif article.words("language").lower() in ("", LANGUAGE):
                # The day on which GDELT saw it is not the day of publication, but rarely another.
                seen = stated_date(article.day("seendate"), errand.today)
                published = seen.model_copy(update={"method": "seen", "reliability": 0.5}) if seen else None
                hint = Hint(title=article.words("title"), published=published)
                links.setdefault(address, Link(url=address, role=FOUND, hint=hint))
        return PageContents(links=tuple(links.values()), issues=tuple(issues))
