"""Lists that a script builds: the links in the page's own data are used; where there are none, that is told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from corpora.text.addresses import canonical_address
from crawl.discovery.anchors import Anchor
from crawl.discovery.days import plain

LARGEST_SCRIPT = 2_000_000
MOST_TRIES = 20
MOST_NODES = 50_000
MOST_DEPTH = 40
BEGINS = re.compile(r"(?:=|\(|:)\s{0,20}(?=[\[{])")
ADDRESS_KEYS = ("url", "href", "link", "fileurl", "downloadurl", "file", "path", "src", "documenturl", "permalink")
TITLE_KEYS = ("title", "name", "text", "label", "filename", "displayname", "heading")
DAY_KEYS = ("meetingdate", "date", "eventdate", "displaydate", "startdate", "when")
LIKE_AN_ADDRESS = re.compile(r"^(?:https?://|/)[^\s<>\"']{1,1500}$|^[\w%./-]{1,300}\.(?:pdf|docx?|odt|zip)$", re.IGNORECASE)
DATA_ATTRIBUTES = ("data-items", "data-documents", "data-props", "data-json", "data-page", "data-model")
BUILT = re.compile(
    r"<noscript[^>]{0,200}>[^<]{0,300}javascript|\bng-(?:app|repeat|controller)\b|\bv-for\b|\bdata-(?:bind|react\w*|endpoint|api[\w-]*|source-url"
    r"|feed-url)\b|\bhx-get\b|\bx-data\b|\bfetch\(|\$\.(?:getJSON|ajax|get)\(|\bXMLHttpRequest\b|\baxios\b"
    r"|<div[^>]{0,200}\bid=[\"'](?:app|root|__next)[\"']|\bloading\s*(?:\.\.\.|…|papers|documents)", re.IGNORECASE)


def is_built_by_script(html: str) -> bool:
    """True where a page has the signs of a list that a script fetches."""
    return BUILT.search(html[:LARGEST_SCRIPT]) is not None


def links_in_data(tree: HtmlElement, *, url: str, heading: str) -> tuple[Anchor, ...]:
    """The links in JSON that the page carries for its scripts: each an object with an address, and a title or a date beside it."""
    found: dict[str, Anchor] = {}
    for holder in _data_of(tree):
        for record, above in _records(holder):
            anchor = _anchor(record, above, url=url, heading=heading)
            if anchor:
                found.setdefault(anchor.url, anchor)
    return tuple(found.values())


def _data_of(tree: HtmlElement) -> Iterator[Any]:
    for element in tree.iter("script"):
        text = (element.text or "")[:LARGEST_SCRIPT]
        if element.get("src") or not text.strip() or "ld+json" in (element.get("type") or ""):
            continue
        yield from _values(text, (0,) if "json" in (element.get("type") or "") else None)
    for name in DATA_ATTRIBUTES:
        for element in tree.xpath(f"//*[@{name}]")[:MOST_TRIES]:
            yield from _values(element.get(name) or "", (0,))


def _values(text: str, starts: tuple[int, ...] | None) -> Iterator[Any]:
    """The JSON in a text: at these places, or wherever a script assigns or passes it on: ``var papers = [{…}]``, ``draw({…})``."""
    text = text.strip()
    position = 0
    for number in range(MOST_TRIES):
        if starts is not None:
            if number == len(starts):
                return
            begin = starts[number]
        else:
            found = BEGINS.search(text, position)
            if found is None:
                return
            begin = found.end()
        position = begin + 1
        if text[begin:begin + 1] not in ("[", "{"):
            continue
        try:
            value, position = json.JSONDecoder().raw_decode(text, begin)
        except (ValueError, RecursionError):
            continue
        yield value


def _records(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Every object in the data, with the nearest title above it."""
    waiting: list[tuple[Any, str, int]] = [(value, "", 0)]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node, above, depth = waiting.pop()
        if depth > MOST_DEPTH:
            continue
        if isinstance(node, dict):
            yield node, above
            said = " ".join(filter(None, (_first(node, TITLE_KEYS), _first(node, DAY_KEYS)))) or above
            waiting += [(child, said, depth + 1) for child in reversed(list(node.values())) if isinstance(child, (dict, list))]
        elif isinstance(node, list):
            waiting += [(child, above, depth + 1) for child in reversed(node) if isinstance(child, (dict, list))]


def _anchor(record: dict[str, Any], above: str, *, url: str, heading: str) -> Anchor | None:
    address = next((value for name, value in record.items() if name.lower().replace("_", "") in ADDRESS_KEYS
                    and isinstance(value, str) and LIKE_AN_ADDRESS.match(value.strip())), None)
    title, day = _first(record, TITLE_KEYS), _first(record, DAY_KEYS)
    if address is None or not (title or day):
        return None
    try:
        joined = canonical_address(urljoin(url, address.strip()))
    except ValueError:
        return None
    if joined is None:
        return None
    return Anchor(url=joined, words=title, row=plain(f"{title} {day}".strip()), headings=tuple(filter(None, (heading, above))))


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str:
    for name, value in record.items():
        if name.lower().replace("_", "") in names and isinstance(value, str) and len(value) <= 300:
            return plain(re.sub(r"T\d\d:\d\d(?::\d\d[.\d]*)?(?:Z|[+-]\d\d:?\d\d)?$", "", value))
    return ""
