"""When a document was published: every place that says so, the surest first.

Dates of change (``modified``, "last updated") are never taken for it.
"""

from __future__ import annotations

import datetime
import re

from lxml.html import HtmlElement

from corpora.schema import PartialDate, PublicationDate
from corpora.text.calendar_dates import checked, dates_in, first_date
from corpora.text.cleaning import clean_line
from corpora.text.rendering import render_lines
from corpora.text.statements import Statements

METAS = (
    "article:published_time", "article:published", "article.published", "og:article:published_time", "og:published_time",
    "datepublished", "date.issued", "dateissued", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date",
    "citation_publication_date", "publish-date", "publish_date", "publishdate", "pubdate", "published", "publication_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "originalpublicationdate", "date")
RELIABILITY = {
    "json_ld": 0.95, "meta": 0.9, "time_element": 0.85, "label": 0.8, "dateline": 0.75, "url": 0.7, "meeting": 0.5,
    "pdf_metadata": 0.3, "docx_metadata": 0.3, "pptx_metadata": 0.3, "odt_metadata": 0.3, "odp_metadata": 0.3,
    "spreadsheet_metadata": 0.3}
ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|WebPage|PublicationIssue|DigitalDocument|CreativeWork")
TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]m\b"
LABEL = re.compile(
    r"\b(?:(?:first\s+|date\s+(?:of\s+)?|originally\s+)?(?:published|publication|posted|issued|released?)"
    rf"(?:\s+(?:date|on|at|in))?(?:\s+(?:(?:{TIME}),?|on))*|date\s+(?:added|created))\s*[:–—-]?\s*$", re.IGNORECASE)
CHANGED = re.compile(
    r"(?:updated|modified|reviewed|amended|revised|changed|review|due)(?:\s+(?:on|at|date|due))?\s*[:–—-]?\s*$", re.IGNORECASE)
MEETING = re.compile(r"(?:meeting|board|held|minutes|papers|agenda)\b[^.;]{0,120}$", re.IGNORECASE)
YEAR_OR_MONTH = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b,?", re.IGNORECASE)
# What may stand beside the date in a dateline: the weekday, the time, the section, the author, a bar.
BESIDE = re.compile(
    r"\b(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b|" + TIME
    + r"|\b(?:GMT|BST|UTC|at|on|by|news|date)\b|[|,.:;•·/()–—-]", re.IGNORECASE)
# Words and figures beside a date that make it the day of something else.
OTHER_DAY = re.compile(
    r"\d|\b(?:meeting|held|board|minutes|papers|agenda|inspect\w*|visit\w*|opened|closed|due|deadline|from|to|until|till|since|between"
    r"|before|after|next|starts?|ends?|born|died)\b", re.IGNORECASE)
ADDRESS_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3,9})[/-](\d\d?)(?=[/_.-]|$)"
    r"|[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?=[/_.-]|$)", re.IGNORECASE)
LINES_LOOKED_AT = 2000
OPENING_LINES = 40
DATELINE_LINES = 12


def html_publication_date(
        tree: HtmlElement, statements: Statements, *, url: str | None, today: datetime.date) -> PublicationDate | None:
    """When a page was published, and how that is known.

    Looks at JSON-LD, metas, ``<time>``, a label ("Published: 9 March 2017"), a dateline ("21.10.16") and the address.
    Where none of them speaks there is no date: guesses (htmldate's too) take days of change, and make spikes of them.
    """
    stated = (_stated(_json_ld(statements, today), "json_ld") or _stated(_meta(statements, today), "meta")
              or _found(_time_element(tree, today), "time_element"))
    return (stated or text_publication_date(_opening(tree), today=today, meetings=False)
            or address_publication_date(url, today=today))


def text_publication_date(text: str, *, today: datetime.date, meetings: bool) -> PublicationDate | None:
    """When a text says that it was published: a label in its first lines, else a line that is a date.

    Args:
        meetings: read "meeting held on 26 September 2024" too, as board papers have it.
    """
    lines = [line.strip() for line in text[:20_000].split("\n") if line.strip()][:OPENING_LINES]
    for number, line in enumerate(lines):
        before = f"{lines[number - 1]} " if number else ""
        for date, start, _ in dates_in(line, today=today):
            lead = WEEKDAY.sub(" ", line[:start]).strip(" ,") or WEEKDAY.sub(" ", before).strip(" ,")
            if LABEL.search(lead) and not CHANGED.search(lead):
                return _found(date, "label")
    for line in lines[:DATELINE_LINES]:
        for date, start, end in dates_in(line, today=today):
            rest = BESIDE.sub(" ", f"{line[:start]} {line[end:]}")
            if len(rest.split()) <= 4 and len(line) <= 90 and not CHANGED.search(line[:start]) and not OTHER_DAY.search(rest):
                return _found(date, "dateline")
    if meetings:
        opening = " ".join(lines)[:3000]
        for date, start, _ in dates_in(opening, today=today):
            if MEETING.search(opening[:start]):
                return _found(date, "meeting")
    return None


def address_publication_date(url: str | None, *, today: datetime.date) -> PublicationDate | None:
    """The date in an address: ``/2016/10/21/trust-rated-good``."""
    found = ADDRESS_DATE.search(url or "")
    if found is None:
        return None
    year, month, day = (part for part in found.groups() if part is not None)
    date = (checked(int(year), int(month), int(day), today=today) if month.isdigit()
            else first_date(f"{day} {month} {year}", today=today))
    return _found(date, "url")


def metadata_date(date: datetime.date | None, method: str, *, today: datetime.date) -> PublicationDate | None:
    """The day a file says it was made, which is at best near the day it was published."""
    return _found(date and checked(date.year, date.month, date.day, today=today), method)


def _found(date: datetime.date | None, method: str) -> PublicationDate | None:
    return _stated(date.isoformat() if date else None, method)


def _stated(date: PartialDate | None, method: str) -> PublicationDate | None:
    return PublicationDate(date=date, method=method, reliability=RELIABILITY[method]) if date else None


def _partial(text: str, today: datetime.date) -> PartialDate | None:
    """A machine's date: a day, or a year or month alone."""
    day = first_date(text[:60], today=today)
    if day is not None:
        return day.isoformat()
    found = YEAR_OR_MONTH.fullmatch(text.strip())
    return found.group() if found and found.group() <= today.isoformat() else None


def _json_ld(statements: Statements, today: datetime.date) -> PartialDate | None:
    for node in statements.nodes:
        stated = node.get("datePublished")
        if isinstance(stated, str) and ARTICLE_TYPES.search(str(node.get("@type"))):
            date = _partial(stated, today)
            if date is not None:
                return date
    return None


def _meta(statements: Statements, today: datetime.date) -> PartialDate | None:
    stated = (statements.metas.get(name) for name in METAS)
    return next((date for text in stated if text and (date := _partial(text, today))), None)


def _time_element(tree: HtmlElement, today: datetime.date) -> datetime.date | None:
    """The date of the ``<time>`` that is marked as publication, else of the only ones there are."""
    times: list[tuple[bool, datetime.date]] = []
    for element in tree.iter("time"):
        named = " ".join(str(value) for name, value in element.attrib.items() if name != "datetime").lower()
        text = clean_line("".join(element.itertext()))
        before = clean_line((element.getprevious().tail if element.getprevious() is not None else element.getparent().text) or "")
        if re.search(r"updat|modif", f"{named} {text} {before[-30:]}".lower()):
            continue
        date = first_date(f"{element.get('datetime') or ''} {text}", today=today)
        if date is not None:
            marked = "pubdate" in element.attrib or bool(re.search(r"publish|pubdate|entry-date|posted", named))
            times.append((marked, date))
    marked_dates = [date for marked, date in times if marked]
    if marked_dates:
        return marked_dates[0]
    # Teasers have times of their own: without a mark only an undisputed one counts.
    return times[0][1] if len({date for _, date in times}) == 1 else None


def _opening(tree: HtmlElement) -> str:
    """The visible text of a page from its headline on, or from the top where it has none: teasers stand below, menus above."""
    body = tree.find("body")
    lines = [line.text for line in render_lines(tree if body is None else body, most=LINES_LOOKED_AT)]
    headlines = [clean_line("".join(element.itertext())) for element in tree.iter("h1")]
    start = next((number for number, line in enumerate(lines) if headlines and line == headlines[0]), 0)
    return "\n".join(lines[max(0, start - 3):])
