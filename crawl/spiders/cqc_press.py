"""The CQC's press releases: on its site, at older addresses there, and in its newsroom, whose pages may carry an embargo."""

from __future__ import annotations

import datetime
import re
from typing import ClassVar

from lxml.html import HtmlElement, tostring
from scrapy.http import Response, TextResponse

from corpora.schema import Issue
from corpora.text.calendar_dates import dates_in
from corpora.text.tree import parse_tree
from crawl.pages import PageContents
from crawl.reading import Errand
from crawl.spiders.articles import ArticleSpider

EMBARGO = re.compile(
    r"^\W*(?:(?:strictly|under|press|news)\s+){0,2}"
    r"(?:embargo(?:ed)?\b|not\s+for\s+(?:publication|release)\s+(?:before|until)\b)", re.IGNORECASE)
NAMED = re.compile(r"\b(?:media|press)\s+(?:enquir|inquir|contact|office|team)|\bregional\s+(?:engagement|press|communications)\s+",
                   re.IGNORECASE)
REACHED = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.|\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b")
LONGEST_LINE = 400
TIMES = ("p", "div", "span", "strong", "em", "b", "li", "td", "h2", "h3", "h4", "h5", "h6")


class CqcPressSpider(ArticleSpider):
    """Reads lists of press releases and the releases."""

    name = "cqc_press"
    start_roles: ClassVar[dict[str, str]] = {"cqc_press": "listing"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A list's links, or a release's document without its embargo line and its press officers.

        A release whose embargo is not over is withheld, and asked for again later: it is public by mistake.
        """
        if errand.visit.role != "article" or not isinstance(response, TextResponse):
            return super().read_page(response, errand)
        tree = parse_tree(response.text)
        if tree is None:
            return super().read_page(response, errand)
        until = embargo_of(tree)
        if until and until > errand.today:
            return PageContents(refusal="withheld", issues=(Issue(
                stage="crawl", where=response.url, value=until.isoformat(), reason=f"under embargo until {until.isoformat()}"),))
        if not without_asides(tree):
            return super().read_page(response, errand)
        body = tostring(tree, encoding="utf-8", doctype="<!doctype html>")
        headers = dict(response.headers) | {"Content-Type": "text/html; charset=utf-8"}
        return super().read_page(response.replace(body=body, encoding="utf-8", headers=headers), errand)


def embargo_of(tree: HtmlElement) -> datetime.date | None:
    """The last day that an embargo line names; it says when one may print, not when it was published."""
    days = [day for element in _lines(tree) if EMBARGO.match(_words(element))
            # Days to come are what an embargo names.
            for day, _, _ in dates_in(_words(element), today=datetime.date.max)]
    return max(days, default=None)


def without_asides(tree: HtmlElement) -> int:
    """Take embargo lines and named contacts out of a page; says how many there were."""
    found = [element for element in _lines(tree) if EMBARGO.match(_words(element)) or (
        REACHED.search(_words(element)) and (NAMED.search(_words(element)) or NAMED.search(_words(element.getprevious()))))]
    for element in found:
        if element.getparent() is not None:
            element.drop_tree()
    return len(found)


def _lines(tree: HtmlElement) -> list[HtmlElement]:
    """Elements that are a line or a short paragraph of their own."""
    return [element for element in tree.iter(*TIMES)
            if element.tag == "p" or (not element.xpath("./p|./div|./ul|./section|./article|./main|./table"))]


def _words(element: HtmlElement | None) -> str:
    if element is None or not isinstance(element.tag, str):
        return ""
    words = " ".join("".join(element.itertext()).split())
    return words if len(words) <= LONGEST_LINE else ""
