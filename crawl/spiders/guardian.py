"""The Guardian's content API: articles in full, for reading alone; their text is kept private."""

from __future__ import annotations

from scrapy.http import Response

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.addresses import canonical_address
from crawl.answers.documents import make_document, text_of_html, with_parameter
from crawl.answers.json_parts import Part
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider


class GuardianSpider(FrontierSpider):
    """Reads answers of ``/search`` with ``show-fields=bodyText``; a source of the shape ``guardian`` starts with a search."""

    name = "guardian"
    start_roles = {"guardian": "search"}
    accepts = {"search": "application/json"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """The articles of one page of results, and the next page while the source allows."""
        if errand.visit.role != "search":
            raise ValueError(f"{errand.visit.role!r} is not a role of the Guardian's API")
        answer = Part.of(response.body, url=response.url).part("response")
        if answer.words("status") != "ok":
            raise UnreadableInput(f"{response.url}: the API answers {answer.words('status')!r}: {answer.words('message')[:200]}")
        documents: list[Document] = []
        issues: list[Issue] = []
        for result in answer.part("results").parts():
            address = canonical_address(result.words("webUrl"))
            fields = result.maybe("fields")
            text = text_of_html(fields.text("bodyText")) if fields else ""
            if address is None or not text:
                issues.append(Issue(stage="crawl", where=f"{result.where} {result.words('webUrl')}".strip(),
                                    value=result.words("webTitle")[:200] or None,
                                    reason="the answer gives no text of this article" if address else "it has no web address"))
                continue
            title = result.words("webTitle")
            documents.append(make_document(errand, url=address, title=title, text=f"{title}\n\n{text}" if title else text,
                                           published=result.day("webPublicationDate")))
        page = errand.visit.hint.page
        links: tuple[Link, ...] = ()
        if page < errand.source.max_pages and page < (answer.number("pages") or 0):
            links = (Link(url=with_parameter(response.url, "page", page + 1), role="search", hint=Hint(page=page + 1)),)
        return PageContents(documents=tuple(documents), links=links, issues=tuple(issues))
