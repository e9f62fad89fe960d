"""Replicas: a site on this machine that stands in for public pages, such as the demo's."""

from __future__ import annotations

from typing import ClassVar, get_args

from scrapy.http import Response

from corpora.errors import UnreadableInput
from corpora.schema import Document, DocumentType, PublicationDate, identifier
from corpora.text.addresses import canonical_address
from corpora.text.encoding import decode_html
from corpora.text.statements import Statements
from corpora.text.tree import parse_tree
from crawl.reading import Errand
from crawl.spiders.articles import ArticleSpider
from crawl.spiders.sitemaps import SitemapSpider


class ReplicaSpider(SitemapSpider):
    """Reads a feed, a listing or a sitemap whose articles name the public pages that they stand for.

    Unlike a page of the web, a page of a replica is believed: its canonical address is the document's, and so are the
    publisher, type, licence and date that it states. Only for sources on this machine.
    """

    name = "replica"
    start_roles: ClassVar[dict[str, str]] = {
        "replica_feed": "feed", "replica_listing": "listing", "replica_sitemap": "sitemap"}

    @staticmethod
    def parse_document(response: Response) -> Document:
        """The document of the public page that this page stands for.

        Raises:
            UnreadableInput: there is no text, no canonical address, or the source is not on this machine.
        """
        errand: Errand = response.meta["errand"]
        if not errand.source.local:
            raise UnreadableInput(f"{response.url}: only a source on this machine can be a replica")
        document = ArticleSpider.parse_document(response)
        tree = parse_tree(decode_html(response.body, declared="utf-8"))
        statements = Statements.of(tree) if tree is not None else None
        address = canonical_address(statements.address or "") if statements else None
        if statements is None or address is None:
            raise UnreadableInput(f"{response.url}: does not name the public page that it stands for")
        issued, kind = statements.meta("dcterms.issued"), statements.meta("dcterms.type")
        return Document.model_validate(document.model_dump() | {
            "id": identifier(address), "url": address, "publisher": statements.publisher or document.publisher,
            "doc_type": kind if kind in get_args(DocumentType) else document.doc_type,
            "licence": statements.meta("dcterms.license") or document.licence,
            "published": PublicationDate(date=issued, method="meta", reliability=0.9) if issued else document.published})
