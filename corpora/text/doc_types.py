"""What kind of document something is, as far as its address and its own statements say."""

from __future__ import annotations

import re
from typing import get_args
from urllib.parse import urlsplit

from corpora.schema import DocumentType
from corpora.text.statements import Statements

# Host and path; the first that fits decides. A source that crawls says it better and overrules this.
PLACES: tuple[tuple[re.Pattern[str], DocumentType], ...] = (
    (re.compile(r"(?:^|\.)cqc\.org\.uk/.*(?:report|inspection)"), "cqc_report"),
    (re.compile(r"(?:^|\.)cqc\.org\.uk/"), "regulator"),
    (re.compile(r"(?:^|\.)judiciary\.(?:uk|gov\.uk)/prevention-of-future-death"), "coroner"),
    (re.compile(r"(?:^|\.)parliament\.uk/"), "parliament"),
    (re.compile(r"(?:^|\.)(?:(?:england|improvement)\.nhs\.uk|gov\.uk|hssib\.org\.uk|gmc-uk\.org|nmc\.org\.uk)/"), "regulator"),
)
NEWS_TYPES = {"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting"}
BOARD_PAPER = re.compile(
    r"\b(?:board\s+of\s+directors|(?:trust|integrated\s+care|governing|public)\s+board|board\s+meeting|meeting\s+of\s+the\s+board)\b"
    r"(?=.{0,1500}\b(?:agenda|minutes|apologies|declarations?\s+of\s+interest|enclosure|held\s+(?:on|in)|in\s+public))",
    re.IGNORECASE | re.DOTALL)
CQC_REPORT = re.compile(
    r"(?:inspection|quality)\s+report.{0,600}\b(?:Care\s+Quality\s+Commission|CQC)\b"
    r"|\b(?:Care\s+Quality\s+Commission|CQC)\b.{0,600}(?:inspection|quality)\s+report", re.IGNORECASE | re.DOTALL)
CORONER = re.compile(r"regulation\s+28\b.{0,60}report\s+to\s+prevent\s+(?:future\s+)?deaths", re.IGNORECASE | re.DOTALL)


def doc_type_of_page(url: str | None, statements: Statements) -> DocumentType:
    """The kind of a web page by its address, else by its own word that it is news."""
    stated = statements.meta("dcterms.type")
    for doc_type in get_args(DocumentType):
        if stated == doc_type:
            return doc_type  # type: ignore[no-any-return]  # one of the literal's own words
    by_place = doc_type_of_address(url)
    if by_place != "other":
        return by_place
    is_news = statements.types & NEWS_TYPES or statements.meta("og:type") == "article" or statements.meta("article:published_time")
    return "news" if is_news else "other"


def doc_type_of_address(url: str | None) -> DocumentType:
    """The kind of document that an address is known for; ``other`` where it is not known."""
    parts = urlsplit(url or "")
    place = f"{parts.netloc}{parts.path}".lower()
    return next((doc_type for pattern, doc_type in PLACES if pattern.search(place)), "other")


def doc_type_of_paper(text: str, url: str | None) -> DocumentType:
    """The kind of a paper (PDF, Word) by the first page of its text, else by its address."""
    opening = text[:3000]
    if CORONER.search(opening):
        return "coroner"
    if CQC_REPORT.search(opening):
        return "cqc_report"
    return "board_paper" if BOARD_PAPER.search(opening) else doc_type_of_address(url)
