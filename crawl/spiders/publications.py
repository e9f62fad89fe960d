"""Sites that publish reports: a list or a feed, a page a publication, and what that leads to (files, and pages that hold the text).

NHS England's publications, undertakings and long reads, HSSIB's investigations, Healthwatch's reports: the page of a publication is
a document of its own, and so is each file in its main part, and each page below it or under ``/long-read/``.
"""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit

from scrapy.http import Response, TextResponse

from corpora.errors import UnreadableInput
from corpora.schema import Issue
from corpora.text.encoding import decode_html
from corpora.text.sniffing import sniff
from corpora.text.tree import parse_tree
from crawl.discovery.anchors import Anchor, read_outline
from crawl.listings import parse_listing
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spiders.articles import ArticleSpider

FILE = re.compile(r"\.(?:pdf|docx|pptx|odt|odp)$", re.IGNORECASE)
OFFICE = re.compile(r"\.(?:docx|pptx|odt|odp)$", re.IGNORECASE)
TEXT_PAGES = re.compile(r"^/long-read/[^/]+/?$")
SUMMARY = re.compile(r"easy[ -]?read|large print|british sign language|\bbsl\b|welsh|translat", re.IGNORECASE)
"""Other forms of the same text."""
MOST_FILES = 30


class PublicationsSpider(ArticleSpider):
    """Reads lists and feeds of publications, their pages, and what those lead to."""

    name = "publications"
    start_roles: ClassVar[dict[str, str]] = {"publications": "listing", "publications_feed": "feed"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """The publications of a list or feed, a publication's document and links, or the document of one of its files or pages."""
        role = errand.visit.role
        if role == "listing":
            return read_list(response, errand)
        if role == "record":
            return cls.read_publication(response, errand)
        if role == "paper":
            return PageContents(documents=(cls.parse_document(response),))
        contents = super().read_page(response, errand)
        return as_publications(contents) if role == "feed" else contents

    @classmethod
    def read_publication(cls, response: Response, errand: Errand) -> PageContents:
        """The page of one publication. One that is a file itself is its document.

        Raises:
            UnreadableInput: there is no text to be had from it.
        """
        media_type = (response.headers.get("Content-Type") or b"").decode("latin-1") or None
        article = super().read_page(response, errand.model_copy(update={
            "visit": errand.visit.model_copy(update={"role": "article"})}))
        if article.refusal or sniff(response.body, name=response.url, media_type=media_type) != "html":
            return article
        document, = article.documents
        links, issues = parts_of(response.body, media_type=media_type, url=response.url)
        dated = Hint(published=document.published)
        return article.model_copy(update={"issues": issues, "links": tuple(
            Link(url=anchor.url, role="paper" if is_file(anchor) else "article",
                 hint=dated.model_copy(update={"title": document.title if len(links) == 1 else anchor.words or document.title}))
            for anchor in links)})


def read_list(response: Response, errand: Errand) -> PageContents:
    """The publications of a list, and its next page while the source allows.

    Raises:
        UnreadableInput: it shows none.
    """
    if not isinstance(response, TextResponse):
        raise UnreadableInput(f"{response.url}: the list is not a web page")
    return as_publications(parse_listing(response.text, url=response.url, source=errand.source, page=errand.visit.hint.page))


def as_publications(listed: PageContents) -> PageContents:
    """The same links, to be read with what their pages lead to."""
    return listed.model_copy(update={"links": tuple(
        link.model_copy(update={"role": "record"}) if link.role == "article" else link for link in listed.links)})


def parts_of(body: bytes, *, media_type: str | None, url: str) -> tuple[list[Anchor], tuple[Issue, ...]]:
    """What a publication is made of: files, pages below its own, long reads; each once, and where a page has its text as PDF
    too, the page alone; of files that differ in their ending only, the PDF."""
    tree = parse_tree(decode_html(body, declared=media_type))
    anchors = read_outline(tree, url=url).anchors if tree is not None else ()
    own = urlsplit(url).path.rstrip("/") + "/"
    parts: dict[str, Anchor] = {}
    for anchor in anchors:
        path = urlsplit(anchor.url).path
        below = path.startswith(own) and path != own and anchor.zone == "body"
        wanted = (is_file(anchor) or below or TEXT_PAGES.match(path)) and not SUMMARY.search(f"{anchor.words} {path}")
        if wanted and anchor.zone == "body" and anchor.url.rstrip("/") != url.rstrip("/"):
            parts.setdefault(anchor.url, anchor)
    pages = {address.rstrip("/") for address in parts}
    chosen = [anchor for address, anchor in parts.items()
              if not (address.rstrip("/").endswith("/pdf") and address.rstrip("/").removesuffix("/pdf") in pages)
              and not (OFFICE.search(address) and OFFICE.sub(".pdf", address) in pages)]
    issues = () if len(chosen) <= MOST_FILES else (Issue(
        stage="crawl", where=url, value=str(len(chosen)),
        reason=f"the publication has more than {MOST_FILES} files; the first were taken"),)
    return chosen[:MOST_FILES], issues


def is_file(anchor: Anchor) -> bool:
    """True for what may be as large as a file; HSSIB's PDFs are handlers called ``pdf``."""
    path = urlsplit(anchor.url).path
    return FILE.search(path) is not None or path.rstrip("/").endswith("/pdf")
