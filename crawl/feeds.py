"""RSS and Atom: what a feed lists. No document type may be declared, so there are no entities to expand and none to fetch."""

from __future__ import annotations

import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from corpora.errors import UnreadableInput
from corpora.schema import Issue, PublicationDate, Record
from corpora.text.addresses import canonical_address
from corpora.text.calendar_dates import EARLIEST
from corpora.text.cleaning import clean_line
from crawl.pages import Hint, Link, PageContents
from crawl.patience import UNREADABLE_DATE

MOST_ITEMS = 5000
LONGEST_SUMMARY = 5000
PUBLISHED = ("pubDate", "published", "issued", "date")
UPDATED = ("updated", "modified", "lastBuildDate")


class FeedItem(Record):
    """One article as a feed lists it."""

    url: str
    title: str
    summary: str = ""
    """The item's description or summary as the feed has it, often a piece of HTML; never the full text that some carry beside."""
    published: PublicationDate | None


class Feed(Record):
    """What a feed lists, in its order, each address once."""

    items: tuple[FeedItem, ...]
    issues: tuple[Issue, ...]


def parse_feed(data: bytes, *, url: str, today: datetime.date) -> PageContents:
    """The articles that a feed lists, as links.

    Raises:
        UnreadableInput: not XML, not a feed, or XML that declares a document type.
    """
    feed = read_feed(data, url=url, today=today)
    return PageContents(issues=feed.issues, links=tuple(
        Link(url=item.url, role="article", hint=Hint(title=item.title, published=item.published)) for item in feed.items))


def read_feed(data: bytes, *, url: str, today: datetime.date) -> Feed:
    """The articles that an RSS (0.9 to 2.0, RDF) or Atom feed lists.

    An item's publication date has method ``feed`` and reliability 0.95, or 0.6 where the feed gives only the day of the
    last change. An item without a usable address or date becomes an issue.

    Raises:
        UnreadableInput: not XML, not a feed, or XML that declares a document type.
    """
    root = _tree(data, url)
    items = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not items and _name(root) not in ("rss", "RDF", "feed"):
        raise UnreadableInput(f"{url}: is XML but neither RSS nor Atom (<{_name(root)[:40]}>)")
    found: dict[str, FeedItem] = {}
    issues: list[Issue] = []
    for number, item in enumerate(items[:MOST_ITEMS], start=1):
        address = _address(item, url)
        if address is None:
            issues.append(Issue(stage="crawl", where=f"{url}, item {number}", value=_text(item, "title")[:200] or None,
                                reason="the feed's item has no web address"))
            continue
        published, stated = _published(item, today)
        if stated and not published:
            issues.append(Issue(stage="crawl", where=f"{url}, item {number}", value=stated[:100],
                                reason=f"the feed's date of {address} is not a date, lies in the future or before 1990"))
        found.setdefault(address, FeedItem(url=address, title=_text(item, "title"), published=published,
                                           summary=_text(item, "description", "summary")[:LONGEST_SUMMARY]))
    if len(items) > MOST_ITEMS:
        issues.append(Issue(stage="crawl", where=f"{url}, item {MOST_ITEMS + 1}", value=str(len(items)),
                            reason=f"the feed lists more than {MOST_ITEMS} items"))
    return Feed(items=tuple(found.values()), issues=tuple(issues))


def _tree(data: bytes, url: str) -> Element:
    try:
        root = fromstring(data.lstrip(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableInput(f"{url}: the feed declares a document type or entities, which are not read "
                              f"({type(error).__name__})") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableInput(f"{url}: is not a feed: {error}") from error
    assert isinstance(root, Element)
    return root


def _name(element: Element) -> str:
    """An element's name without its namespace; comments and the like have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(item: Element, *names: str) -> str:
    """The words of the first child with one of these names, in the order of the names."""
    for name in names:
        for child in item:
            words = clean_line("".join(child.itertext())) if _name(child) == name else ""
            if words:
                return words
    return ""


def _address(item: Element, base: str) -> str | None:
    """The article's address: Atom's alternate link, RSS's link, or a guid that is one."""
    candidates = []
    for child in item:
        if _name(child) == "link":
            if child.get("rel", "alternate") == "alternate" and child.get("href"):
                candidates.append(child.get("href") or "")
            elif child.text and child.text.strip():
                candidates.append(child.text.strip())
    for child in item:
        if _name(child) == "guid" and child.get("isPermaLink", "true") == "true":
            candidates.append((child.text or "").strip())
    for candidate in candidates:
        try:
            address = canonical_address(urljoin(base, candidate)) if candidate else None
        except ValueError:
            continue
        if address:
            return address
    return None


def _published(item: Element, today: datetime.date) -> tuple[PublicationDate | None, str]:
    for names, reliability in ((PUBLISHED, 0.95), (UPDATED, 0.6)):
        stated = _text(item, *names)
        if stated:
            day = _day(stated)
            # A day ahead is a time zone; more is a mistake, and so are the year 1 and 1970, where programs begin to count.
            if day is None or not EARLIEST <= day <= today + datetime.timedelta(days=1):
                return None, stated
            return PublicationDate(date=day.isoformat(), method="feed", reliability=reliability), stated
    return None, ""


def _day(stated: str) -> datetime.date | None:
    try:
        return datetime.datetime.fromisoformat(stated).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(stated).date()
    except UNREADABLE_DATE:
        return None
