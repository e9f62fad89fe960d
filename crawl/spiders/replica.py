"""Replicas: a site on this machine that stands in for public pages, such as the demo's."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, Self, get_args

import pypdfium2
from scrapy.http import Response

from corpora.errors import UnreadableInput
from corpora.schema import Document, DocumentType, PublicationDate, identifier
from corpora.text.addresses import canonical_address
from corpora.text.encoding import decode_html
from corpora.text.sniffing import sniff
from corpora.text.statements import Statements
from corpora.text.tree import parse_tree
from crawl.answers.json_parts import Part
from crawl.pages import PageContents
from crawl.reading import Errand
from crawl.spiders.articles import ArticleSpider
from crawl.spiders.gov_uk import read_content, read_search
from crawl.spiders.sitemaps import SitemapSpider


class StandsFor(NamedTuple):
    """What a page of a replica states of the public page that it stands for; empty where it does not say."""

    address: str = ""
    publisher: str = ""
    kind: str = ""
    licence: str = ""
    issued: str = ""

    @classmethod
    def of_page(cls, body: bytes) -> Self:
        """In the head of a web page: its canonical address and Dublin Core."""
        tree = parse_tree(decode_html(body, declared="utf-8"))
        if tree is None:
            return cls()
        said = Statements.of(tree)
        terms = (said.meta(f"dcterms.{name}") or "" for name in ("type", "license", "issued"))
        return cls(said.address or "", said.publisher or "", *terms)

    @classmethod
    def of_pdf(cls, body: bytes) -> Self:
        """Among a PDF's facts of itself. It was read before, so it can be opened."""
        pdf = pypdfium2.PdfDocument(body)
        try:
            return cls(*(pdf.get_metadata_value(name) for name in ("Source", "Author", "Type", "Licence", "Published")))
        finally:
            pdf.close()

    @classmethod
    def of_answer(cls, answer: Part) -> Self:
        """In the contents of a page, as GOV.UK's API gives them: the first external link, and the organisation."""
        sources, bodies = answer.part("details").parts("external_related_links"), answer.part("links").parts("organisations")
        return cls(sources[0].words("url") if sources else "", bodies[0].words("title") if bodies else "")


class ReplicaSpider(SitemapSpider):
    """Reads a feed, a listing, a sitemap or an API whose articles name the public pages that they stand for; they may be PDFs.

    Unlike a page of the web, a page of a replica is believed: its canonical address is the document's, and so are the
    publisher, type, licence and date that it states. Only for sources on this machine.
    """

    name = "replica"
    start_roles: ClassVar[dict[str, str]] = {
        "replica_feed": "feed", "replica_listing": "listing", "replica_sitemap": "sitemap", "replica_api": "search",
        "replica_pdfs": "listing"}
    accepts: ClassVar[dict[str, str]] = {"search": "application/json", "record": "application/json"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A list's links, or the document of the public page that a page stands for; an API is read as GOV.UK's is."""
        if errand.visit.role not in cls.accepts:
            return super().read_page(response, errand)
        answer = Part.of(response.body, url=response.url)
        if errand.visit.role == "search":
            return read_search(answer, response.url, errand)
        contents = read_content(answer, response.url, errand)
        return contents.model_copy(update={"documents": tuple(
            _standing_for(StandsFor.of_answer(answer), document, response.url, errand) for document in contents.documents)})

    @staticmethod
    def parse_document(response: Response) -> Document:
        """The document of the public page that this page stands for.

        Raises:
            UnreadableInput: there is no text, no canonical address, or the source is not on this machine.
        """
        document = ArticleSpider.parse_document(response)
        is_pdf = sniff(response.body, name=response.url) == "pdf"
        said = StandsFor.of_pdf(response.body) if is_pdf else StandsFor.of_page(response.body)
        return _standing_for(said, document, response.url, response.meta["errand"])


def _standing_for(said: StandsFor, document: Document, url: str, errand: Errand) -> Document:
    """The document under the address, publisher, type, licence and date that the page states.

    Raises:
        UnreadableInput: it states no address, or the source is not on this machine.
    """
    if not errand.source.local:
        raise UnreadableInput(f"{url}: only a source on this machine can be a replica")
    address = canonical_address(said.address)
    if address is None:
        raise UnreadableInput(f"{url}: does not name the public page that it stands for")
    return Document.model_validate(document.model_dump() | {
        "id": identifier(address), "url": address, "publisher": said.publisher or document.publisher,
        "doc_type": said.kind if said.kind in get_args(DocumentType) else document.doc_type,
        "licence": said.licence or document.licence,
        "published": PublicationDate(date=said.issued, method="meta", reliability=0.9) if said.issued else document.published})
