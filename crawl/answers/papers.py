"""Papers that an API's answer names: PDF, ODT and DOCX files in English."""

from __future__ import annotations

import re

from scrapy.http import Response

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.licences import licence_in_text
from corpora.text.sniffing import UNREADABLE_FORMATS, sniff
from crawl.pages import PageContents
from crawl.reading import Errand
from crawl.refusals import withheld_page
from crawl.spiders.articles import ArticleSpider

RESERVED = re.compile(r"\ball\s+rights\s+reserved\b|\bmay\s+not\s+be\s+reproduced\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|of|and)\b", re.IGNORECASE)
FEWEST_WORDS, FEWEST_ENGLISH = 200, 0.01
"""Every tenth word or so of English prose is one of these three, and hardly one of tables; of Welsh, Polish or Arabic none."""


def read_paper(response: Response, errand: Errand) -> PageContents:
    """The document of a paper, under the title that the page before gives it; gone where the site leads to a page instead.

    Raises:
        UnreadableInput: it is no paper, or cannot be read.
    """
    media_type = (response.headers.get("Content-Type") or b"").decode("latin-1") or None
    kind = sniff(response.body, name=response.url, media_type=media_type)
    if kind == "html":
        withheld = withheld_page(response)
        if withheld:
            return withheld
        if response.url != errand.visit.url:
            return PageContents(refusal="gone", issues=(Issue(
                stage="crawl", where=errand.visit.url, value=errand.visit.source,
                reason=f"the paper is gone: the site led to a page instead, {response.url[:200]}"),))
    if kind not in ("pdf", "odt", "docx"):
        what = UNREADABLE_FORMATS.get(kind, f"is {kind}")
        raise UnreadableInput(f"{response.url}: {what}, where a PDF or a text document was to be")
    document = ArticleSpider.parse_document(response)
    if not is_in_english(document.text):
        return PageContents(issues=(Issue(stage="crawl", where=errand.visit.url, value=errand.visit.hint.title[:200] or None,
                                          reason="not stored: the paper is not in English"),))
    return PageContents(documents=(document.model_copy(update={
        "title": errand.visit.hint.title or document.title, "licence": licence_of(document)}),))


def licence_of(document: Document) -> str | None:
    """What the paper states, or else its source's licence; None for a paper that reserves its rights: GOV.UK gives its licence to
    all that is published there "except where otherwise stated"."""
    stated = licence_in_text(document.text)
    return stated or (None if RESERVED.search(document.text) else document.licence)


def is_in_english(text: str) -> bool:
    """False for a long text without the commonest words of English."""
    words = len(re.findall(r"[^\W\d_]+", text))
    return words < FEWEST_WORDS or len(ENGLISH.findall(text)) >= FEWEST_ENGLISH * words
