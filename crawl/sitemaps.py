"""Sitemaps: what a site says it has. Packed or not, an index or a list, with the dates and titles of news where it gives them.

Read as a stream without external entities or DTDs, so that a long one takes little memory; bounded in bytes, entries and depth.
"""

from __future__ import annotations

import datetime
import io
import re
import zlib
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from corpora.errors import UnreadableInput
from corpora.schema import Issue, PublicationDate, Record
from corpora.text.addresses import canonical_address
from corpora.text.calendar_dates import EARLIEST
from corpora.text.cleaning import clean_line
from corpora.text.dates import address_publication_date
from crawl.pages import Hint, Link, PageContents
from crawl.sources import Source

MOST_BYTES = 50 * 2**20
"""What the protocol allows one sitemap to be."""
MOST_ENTRIES = 50_000
MOST_SITEMAPS, MOST_ARTICLES = 50, 2000
"""How many of the newest an index or a list leads to."""
DEEPEST = 2
"""An index may name indexes, and those no further ones."""
NEWS, CHANGED = 0.95, 0.5
"""How far the day of a news sitemap is trusted, and that of the last change, which may be long after publication."""


class Entry(Record):
    """One address that a sitemap lists."""

    url: str
    day: datetime.date | None = None
    is_news: bool = False
    title: str = ""


def parse_sitemap(data: bytes, *, url: str, source: Source, depth: int, today: datetime.date) -> PageContents:
    """The sitemaps or articles that a sitemap names, the newest first, back to ``source.backlog_days`` ago.

    What is undated is as old as its address says. An article that nothing dates is not followed, since sitemaps go back to a
    site's first day; how many there are is an issue.

    Raises:
        UnreadableInput: not XML, not a sitemap, too long unpacked, or XML that uses entities.
    """
    kind, entries = _read(unpacked(data, url), url)
    oldest = today - datetime.timedelta(days=source.backlog_days)
    if kind == "sitemapindex":
        return _index(entries, url=url, depth=depth, oldest=oldest, today=today)
    pattern = re.compile(source.article_pattern)
    fitting = [_dated(entry, today) for entry in entries if pattern.search(urlsplit(entry.url).path)]
    ahead = today + datetime.timedelta(days=1)
    recent = [entry for entry in fitting if entry.day and oldest <= entry.day <= ahead]
    recent.sort(key=lambda entry: entry.day or today, reverse=True)
    issues = []
    if entries and not fitting:
        issues.append(Issue(stage="crawl", where=url, value=source.name,
                            reason=f"none of the sitemap's {len(entries)} addresses fits article_pattern"))
    elif not entries:
        issues.append(Issue(stage="crawl", where=url, value=source.name, reason="the sitemap lists nothing"))
    odd = sum(entry.day is None or entry.day > ahead for entry in fitting)
    if odd:
        issues.append(Issue(stage="crawl", where=url, value=str(odd),
                            reason="addresses of the sitemap that nothing dates, or that lie in the future, were not followed"))
    if len(recent) > MOST_ARTICLES:
        issues.append(Issue(stage="crawl", where=url, value=str(len(recent)),
                            reason=f"the sitemap lists more than {MOST_ARTICLES} recent articles; the newest were taken"))
    links = {entry.url: Link(url=entry.url, role="article", hint=Hint(title=entry.title, published=_published(entry)))
             for entry in recent[:MOST_ARTICLES]}
    return PageContents(links=tuple(links.values()), issues=tuple(issues))


def unpacked(data: bytes, url: str) -> bytes:
    """The sitemap's bytes; ``.xml.gz`` files are packed whatever the sender says.

    Raises:
        UnreadableInput: it is broken, or longer than a sitemap may be.
    """
    if not data.startswith(b"\x1f\x8b"):
        if len(data) > MOST_BYTES:
            raise UnreadableInput(f"{url}: longer than a sitemap may be")
        return data
    packed = zlib.decompressobj(wbits=31)
    try:
        whole = packed.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise UnreadableInput(f"{url}: the packed sitemap is broken: {error}") from error
    if packed.unconsumed_tail:
        raise UnreadableInput(f"{url}: longer than a sitemap may be once it is unpacked")
    if not packed.eof:
        raise UnreadableInput(f"{url}: the packed sitemap is broken off")
    return whole


def _read(data: bytes, url: str) -> tuple[str, list[Entry]]:
    entries: dict[str, Entry] = {}
    root: Element | None = None
    try:
        for event, element in iterparse(io.BytesIO(data.lstrip()), events=("start", "end"), forbid_dtd=True):
            if root is None:
                root = element
                if _name(root) not in ("urlset", "sitemapindex"):
                    raise UnreadableInput(f"{url}: is not a sitemap (<{_name(root)[:40]}>)")
            elif event == "end" and _name(element) in ("url", "sitemap"):
                entry = _entry(element)
                if entry:
                    entries.setdefault(entry.url, entry)
                # What has been read is let go.
                root.clear()
                if len(entries) == MOST_ENTRIES:
                    break
    except DefusedXmlException as error:
        raise UnreadableInput(f"{url}: the sitemap declares a document type or entities, which are not read "
                              f"({type(error).__name__})") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableInput(f"{url}: is not a sitemap: {error}") from error
    if root is None:
        raise UnreadableInput(f"{url}: is not a sitemap: it is empty")
    return _name(root), list(entries.values())


def _entry(element: Element) -> Entry | None:
    words: dict[str, str] = {}
    for child in element:
        if _name(child) == "news":
            words |= {f"news {_name(part)}": clean_line("".join(part.itertext())) for part in child}
        else:
            words.setdefault(_name(child), clean_line("".join(child.itertext())))
    try:
        address = canonical_address(words.get("loc", ""))
    except ValueError:
        return None
    if address is None:
        return None
    news = _day(words.get("news publication_date", ""))
    return Entry(url=address, day=news or _day(words.get("lastmod", "")), is_news=news is not None,
                 title=words.get("news title", ""))


def _index(entries: list[Entry], *, url: str, depth: int, oldest: datetime.date, today: datetime.date) -> PageContents:
    if depth >= DEEPEST:
        return PageContents(issues=(Issue(stage="crawl", where=url, value=str(depth),
                                          reason="an index of sitemaps that lies too deep was not followed"),))
    recent = [entry for entry in entries if entry.day is None or entry.day >= oldest]
    # A sitemap without a date is one that may have changed today.
    recent.sort(key=lambda entry: entry.day or today, reverse=True)
    issues = () if len(recent) <= MOST_SITEMAPS else (Issue(
        stage="crawl", where=url, value=str(len(recent)),
        reason=f"the index names more than {MOST_SITEMAPS} recent sitemaps; the newest were taken"),)
    if not entries:
        issues = (Issue(stage="crawl", where=url, reason="the index of sitemaps lists nothing"),)
    return PageContents(issues=issues, links=tuple(
        Link(url=entry.url, role="sitemap", hint=Hint(more={"depth": str(depth + 1)})) for entry in recent[:MOST_SITEMAPS]))


def _dated(entry: Entry, today: datetime.date) -> Entry:
    if entry.day is not None:
        return entry
    found = address_publication_date(entry.url, today=today)
    return entry.model_copy(update={"day": _day(found.date)}) if found else entry


def _published(entry: Entry) -> PublicationDate | None:
    if entry.day is None:
        return None
    return PublicationDate(date=entry.day.isoformat(), method="sitemap", reliability=NEWS if entry.is_news else CHANGED)


def _day(stated: str) -> datetime.date | None:
    try:
        day = datetime.datetime.fromisoformat(stated).date()
    except ValueError:
        return None
    return day if day >= EARLIEST else None


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
