"""NHS England's oversight segmentation and league tables: files found from their page, never by building their addresses.

A file becomes official decisions (:mod:`corpora.segments`), with the day of publication and the file's address as source.
"""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit

from scrapy.http import Response

from corpora.errors import UnreadableInput, UsersMistake
from corpora.organisations import Register
from corpora.schema import Issue, PartialDate, PublicationDate
from corpora.segments import date_in_name, read_decisions
from corpora.text.calendar_dates import dates_in
from corpora.text.encoding import decode_html
from corpora.text.sheets import SheetFormat
from corpora.text.sniffing import UNREADABLE_FORMATS, sniff
from corpora.text.tree import parse_tree
from crawl.discovery.anchors import Anchor, Outline, read_outline
from crawl.pages import Hint, Link, PageContents
from crawl.reading import Errand
from crawl.spider import FrontierSpider

FILE = re.compile(r"\.(?:csv|xlsx|ods)$", re.IGNORECASE)
UPLOADED = re.compile(r"/(20\d\d)/(0[1-9]|1[0-2])/")
"""The folder of a WordPress site names the month of the upload."""
SAID, MONTH = 0.8, 0.6
TABLES: dict[str, SheetFormat | None] = {"text": None, "xlsx": "xlsx", "ods": "ods"}


class LeagueTablesSpider(FrontierSpider):
    """Reads the pages that lead to the files, and the files."""

    name = "league_tables"
    start_roles: ClassVar[dict[str, str]] = {"league_tables": "landing"}

    @classmethod
    def read_page(cls, response: Response, errand: Errand) -> PageContents:
        """A page's files, or the decisions that a file states."""
        if errand.visit.role == "landing":
            return read_landing(response, errand)
        if errand.visit.role == "file":
            return read_file(response, errand)
        raise ValueError(f"{errand.visit.role!r} is not a role of league tables")


def read_landing(response: Response, errand: Errand) -> PageContents:
    """The tables that a page leads to, each with the day on which the page says that it was published.

    Raises:
        UnreadableInput: it leads to none.
    """
    media_type = (response.headers.get("Content-Type") or b"").decode("latin-1") or None
    html = decode_html(response.body, declared=media_type)
    tree = parse_tree(html)
    outline = read_outline(tree, url=response.url) if tree is not None else Outline(url=response.url)
    pattern = re.compile(errand.source.article_pattern, re.IGNORECASE)
    files = {anchor.url: anchor for anchor in reversed(outline.anchors)
             if FILE.search(urlsplit(anchor.url).path) and pattern.search(urlsplit(anchor.url).path)}
    if not files:
        raise UnreadableInput(f"{response.url}: the page leads to no table; its layout may have changed")
    return PageContents(links=tuple(
        Link(url=anchor.url, role="file", hint=Hint(title=anchor.words, published=published_of(anchor, errand)))
        for anchor in reversed(files.values())))


def read_file(response: Response, errand: Errand) -> PageContents:
    """The decisions of one file; each row that cannot be taken is an issue.

    Raises:
        UnreadableInput: it is of no layout that is known.
    """
    url, hint = response.url, errand.visit.hint
    published: PartialDate | None = date_in_name(urlsplit(url).path) or (hint.published.date if hint.published else None)
    found = sniff(response.body, name=url, media_type="text/csv")
    if found not in TABLES:
        raise UnreadableInput(f"{url}: {UNREADABLE_FORMATS.get(found, 'a web page or another document')}, where a table was to be")
    try:
        read = read_decisions(response.body, name=url, kind=TABLES[found], published_on=published, register=Register.load())
    except UsersMistake as mistake:
        raise UnreadableInput(str(mistake)) from mistake
    segments = tuple(segment.model_copy(update={"source": url}) for segment in read.segments)
    issues = tuple(Issue(stage="crawl", where=f"{url}, row {refusal.row}", value=refusal.value, reason=refusal.reason)
                   for refusal in read.refusals)
    if not segments:
        issues += (Issue(stage="crawl", where=url, value=str(read.read), reason="no row of the table states a decision"),)
    facts = tuple(fact.model_copy(update={"source": url}) for fact in read.facts)
    return PageContents(segments=segments, facts=facts, issues=issues)


def published_of(anchor: Anchor, errand: Errand) -> PublicationDate | None:
    """When a file was published: the day in its row of the page or the heading above it, else the month of its upload."""
    for words in (anchor.row, anchor.words, *reversed(anchor.headings)):
        days = [day for day, _, _ in dates_in(words, today=errand.today)]
        if days:
            return PublicationDate(date=days[-1].isoformat(), method="listing", reliability=SAID)
    month = UPLOADED.search(urlsplit(anchor.url).path)
    if month and f"{month[1]}-{month[2]}" <= errand.today.isoformat():
        return PublicationDate(date=f"{month[1]}-{month[2]}", method="url", reliability=MONTH)
    return None
