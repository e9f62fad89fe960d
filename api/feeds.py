"""Alerts as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from api.dates import first_day
from api.links import safe_link, source_link
from api.words import date_in_words, in_words
from corpora.schema import Alert, CitedEvidence

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
AUTHORITY = "tag:softintel,2026:"
"""Entries keep their identity wherever they are served from: tag URIs (RFC 4151), never addresses of a server."""

NEVER = "1970-01-01T00:00:00Z"
"""``updated`` of an entry whose date is not known, and of a feed without entries: RFC 4287 demands one."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An alert with the evidence that it cites."""

    alert: Alert
    evidence: tuple[CitedEvidence, ...]


def atom_feed(entries: Sequence[FeedEntry], *, title: str, name: str, base: str, path: str) -> bytes:
    """A feed document.

    Args:
        entries: newest first.
        name: what the feed is about, for its identity: an ODS code, or ``all``.
        base: the address of the server, without a slash at the end.
        path: the path of the page that the feed belongs to; the feed stands at ``feed.atom`` below it.
    """
    feed = etree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"},
                         nsmap={None: ATOM})  # type: ignore[dict-item]  # None: the default namespace  # None is the default namespace
    _add(feed, "title", title)
    _add(feed, "id", f"{AUTHORITY}feed/{name}")
    _add(feed, "updated", max((_updated(entry) for entry in entries), default=NEVER))
    _add(_add(feed, "author"), "name", "softintel")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{base}{path}")
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{base}{path.rstrip('/')}/feed.atom")
    _add(feed, "generator", "softintel")
    for entry in entries:
        _add_entry(feed, entry, base)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def _add_entry(feed: etree._Element, entry: FeedEntry, base: str) -> None:
    element = _add(feed, "entry")
    alert = entry.alert
    _add(element, "title", alert.headline)
    _add(element, "id", f"{AUTHORITY}alert/{alert.id}")
    _add(element, "updated", _updated(entry))
    if alert.date:
        _add(element, "published", _midnight(alert.date))
    _add(element, "category", term=alert.rule, label=in_words(alert.rule))
    proof = entry.evidence[0].evidence.id if entry.evidence else None
    _add(element, "link", rel="alternate", type="text/html",
         href=f"{base}/evidence/{proof}" if proof else f"{base}/trusts/{alert.org}")
    _add_content(element, entry, base)


def _add_content(element: etree._Element, entry: FeedEntry, base: str) -> None:
    content = _add(element, "content", type="xhtml")
    division = etree.SubElement(content, f"{{{XHTML}}}div", nsmap={None: XHTML})  # type: ignore[dict-item]  # None: the default namespace
    _say(division, "p", f"{entry.alert.headline}. Date of the event: {date_in_words(entry.alert.date)}.")
    if entry.alert.ended_by:
        _say(_say(division, "p"), "a", f"A later document ({date_in_words(entry.alert.ended_on)}) says that it is over",
             href=f"{base}/evidence/{entry.alert.ended_by}")
    for cited in entry.evidence:
        citation = cited.citation
        _say(_say(division, "blockquote"), "p", cited.evidence.quote)
        line = _say(division, "p")
        told = f"{citation.publisher or 'Publisher not known'}, {date_in_words(citation.published)}: {citation.title or 'Untitled'}"
        link = source_link(citation)
        _say(line, "a", told, href=link) if link else _say(line, "span", told)
        _say(line, "a", "Evidence and surroundings", href=f"{base}/evidence/{cited.evidence.id}")
        line[0].tail = " · "
    _say(_say(division, "p"), "a", "All that is known about this organisation", href=f"{base}/trusts/{entry.alert.org}")


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", {key: clean(value) for key, value in attributes.items()})
    element.text = clean(text) if text is not None else None
    return element


def _say(parent: etree._Element, name: str, text: str | None = None, *, href: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, f"{{{XHTML}}}{name}", {"href": href} if href and safe_link(href) else {})
    element.text = clean(text) if text is not None else None
    return element


def clean(text: str) -> str:
    """The text without what XML cannot hold: control characters become the replacement character."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _updated(entry: FeedEntry) -> str:
    """The day of the event, or of the first document that tells it where that is later: to a reader of feeds it is new then."""
    told = min((cited.citation.published for cited in entry.evidence if cited.citation.published), default=None)
    return max(_midnight(date) for date in (entry.alert.date, told))


def _midnight(date: str | None) -> str:
    return f"{first_day(date).isoformat()}T00:00:00Z" if date else NEVER
