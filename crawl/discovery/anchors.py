"""A page as what it links to: each link with its words, the headings above it, its row, and the part of the page it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urljoin

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from corpora.schema import Record
from corpora.text.addresses import canonical_address
from corpora.text.rendering import BLOCKS, BREAKS, ITEMS
from crawl.discovery.days import plain

Zone = Literal["body", "menu", "aside", "foot"]
MOST_ANCHORS = 3000
LONGEST_WORDS = 300
SHORT = 90
MOST_CELLS = 12
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
PSEUDO, SCOPED = 7, 8
"""Levels below all headings: what opens an accordion or stands alone in bold; what an element is labelled by."""
SCOPES = {"aside", "nav", "footer", "details", "section", "article", "li", "tr"}
"""Elements whose headings say nothing of what follows them."""
ROWS = ("tr", "li", "dd", "p")
MENU_WORDS = re.compile(
    r"\b(?:(?:main|site|mega|primary|top|header)-?(?:nav|menu)\w*|nav(?:bar|igation)?|breadcrumbs?|mega-?menu)\b", re.IGNORECASE)
ASIDE_WORDS = re.compile(r"\b(?:side-?bar|related(?:-\w+)?|promo|widget-area)\b", re.IGNORECASE)
FOOT_WORDS = re.compile(r"\b(?:site-?footer|footer|page-footer)\b", re.IGNORECASE)
APART = BLOCKS | BREAKS | ITEMS | {"button", "option", "time"}
ADDRESS_ATTRIBUTES = ("data-href", "data-url", "data-file", "data-download", "data-link")
OPENERS = ("data-toggle", "data-bs-toggle", "aria-expanded", "aria-controls")
HEADING_WORDS = re.compile(r"(?:\b|_)(?:title|heading|headline)\b", re.IGNORECASE)
TITLED_DAY = re.compile(r"\b20\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b")


class Anchor(Record):
    """One link."""

    url: str
    words: str = ""
    about: str = ""
    """What its ``title`` or ``aria-label`` adds."""
    headings: tuple[str, ...] = ()
    """Those above it, the innermost last; an accordion's or a tab's label is one."""
    row: str = ""
    """The text of its table row, list item or paragraph."""
    zone: Zone = "body"
    is_file: bool = False
    """The page says so: by ``download`` or ``type``."""
    is_next: bool = False


class Outline(Record):
    """What a page is called, and where it leads."""

    url: str
    title: str = ""
    heading: str = ""
    anchors: tuple[Anchor, ...] = ()


def brief(element: HtmlElement, most: int = LONGEST_WORDS) -> str:
    """The text below an element, the first few hundred characters of it; pictures by their ``alt``."""
    parts: list[str] = []
    size = 0
    for event, inner in iterwalk(element, events=("start", "end")):
        ends = event == "end"
        words = inner.tail if ends and inner is not element else None
        if not ends and inner.tag not in ("script", "style"):
            words = inner.text
        # Blocks stand apart, "5<sup>th</sup>" does not.
        parts += [" " if inner.tag in APART else "", words or ""]
        size += len(words or "")
        if size > most:
            break
    words = plain("".join(parts)[:most])
    if not words:
        picture = next(element.iter("img"), None)
        words = plain(picture.get("alt") or "") if picture is not None else ""
    return words


def read_outline(tree: HtmlElement, *, url: str) -> Outline:
    """The outline of a page. Walks without recursion: depth cannot break it."""
    base_element = next(tree.iter("base"), None)
    base = (_join(url, base_element.get("href") or "") if base_element is not None else None) or url
    title = next((brief(element) for element in tree.iter("title")), "")
    heading = next((words for element in tree.iter("h1") if (words := brief(element))), "")
    walk = _Walk(base, _labels(tree))
    body = tree.find("body")
    root = tree if body is None else body
    stack: list[tuple[HtmlElement, bool]] = [(root, True)]
    while stack and len(walk.anchors) < MOST_ANCHORS:
        element, entering = stack.pop()
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "template"):
            continue
        if entering:
            walk.enter(element)
            stack.append((element, False))
            stack.extend((child, True) for child in reversed(element))
        else:
            walk.leave(element)
    return Outline(url=url, title=title, heading=heading, anchors=tuple(walk.anchors))


class _Walk:
    def __init__(self, base: str, labels: dict[str, str]) -> None:
        self.base = base
        self.labels = labels
        self.anchors: list[Anchor] = []
        self.headings: list[tuple[int, str]] = []
        self.zone: Zone = "body"
        self.saved: list[tuple[HtmlElement, list[tuple[int, str]], Zone]] = []

    def enter(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        zone = _zone_of(element, self.zone)
        label = self.labels.get(element.get("id") or "") or self.labels.get(f"={element.get('aria-labelledby') or ''}")
        lead = _lead(element) if tag == "li" else ""
        title = _title_of_rows(element) if tag == "tr" else ""
        if title:
            self.headings = [(above, heading) for above, heading in self.headings if above != PSEUDO]
            self.headings.append((PSEUDO, title))
        elif tag in SCOPES or zone != self.zone or label or lead:
            self.saved.append((element, list(self.headings), self.zone))
            self.zone = zone
        for words in (label, lead):
            if words and words not in (heading for _, heading in self.headings):
                self.headings.append((SCOPED, words))
        level = HEADINGS.get(tag) or (PSEUDO if _is_pseudo_heading(element) else 0)
        if level and (words := brief(element, 200)):
            self.headings = [(above, heading) for above, heading in self.headings if above < level or above == SCOPED]
            self.headings.append((level, words))
        self._take_link(element, tag)

    def leave(self, element: HtmlElement) -> None:
        if self.saved and self.saved[-1][0] is element:
            _, self.headings, self.zone = self.saved.pop()

    def _take_link(self, element: HtmlElement, tag: str) -> None:
        href = element.get("href") if tag == "a" else next(
            (value for name in ADDRESS_ATTRIBUTES if (value := element.get(name))), None)
        if tag == "option" and (element.get("value") or "").startswith(("/", "http")):
            # A choice of years whose script goes to the address chosen.
            href = element.get("value")
        address = _join(self.base, href) if href else None
        if address is None:
            return
        words = brief(element)
        about = plain(" ".join(filter(None, (element.get("title"), element.get("aria-label")))))
        self.anchors.append(Anchor(
            url=address, words=words, about="" if about == words else about[:LONGEST_WORDS],
            headings=tuple(heading for _, heading in self.headings)[-6:], row=_row(element), zone=self.zone,
            is_file=element.get("download") is not None or "pdf" in (element.get("type") or ""),
            is_next="next" in (element.get("rel") or "").split()))


def _zone_of(element: HtmlElement, now: Zone) -> Zone:
    tag, role = element.tag, element.get("role") or ""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if tag == "footer" or role == "contentinfo" or FOOT_WORDS.search(named):
        return "foot"
    if tag == "aside" or role == "complementary" or ASIDE_WORDS.search(named):
        return "aside"
    if tag == "nav" or role in ("navigation", "banner") or (tag in ("div", "ul", "header") and MENU_WORDS.search(named)):
        return "menu" if now == "body" else now
    return now


def _labels(tree: HtmlElement) -> dict[str, str]:
    """What opens an accordion or a tab, by the id of what it opens; and by its own id behind ``=``."""
    labels: dict[str, str] = {}
    for element in tree.iter("a", "button", "h2", "h3", "h4", "h5", "div", "span", "li"):
        target = element.get("aria-controls") or element.get("data-target") or element.get("data-bs-target") or ""
        href = element.get("href") or ""
        if not target and href.startswith("#") and len(href) > 1:
            target = href
        own = element.get("id")
        if (target or own) and len(labels) < MOST_ANCHORS:
            words = brief(element, SHORT * 2)
            if target and words and not words.lower().startswith(("skip to", "back to", "top")):
                labels.setdefault(target.lstrip("#"), words)
            if own and words and len(words) <= SHORT and (target or element.tag != "div"):
                labels.setdefault(f"={own}", words)
    labels.pop("=", None)
    return labels


def _is_pseudo_heading(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in ("summary", "dt", "caption", "legend"):
        return True
    if tag == "button" or element.get("role") in ("button", "tab") or any(element.get(name) for name in OPENERS):
        return next(element.iterancestors(*HEADINGS), None) is None and len(brief(element, SHORT * 2)) <= SHORT
    if tag in ("strong", "b"):
        parent = element.getparent()
        return (parent is not None and parent.tag in ("p", "div", "td") and next(parent.iter("a"), None) is None
                and brief(parent, SHORT * 2) == brief(element, SHORT * 2))
    if tag in ("p", "div") and not any(inner is not element for inner in element.iter("a", "p", "div", "ul", "table")):
        words = brief(element, SHORT)
        return len(words) <= 60 and bool(TITLED_DAY.search(words) or HEADING_WORDS.search(element.get("class") or ""))
    return False


def _title_of_rows(row: HtmlElement) -> str:
    """What a table row says that is a heading of those below it: one cell, without a link."""
    cells = [cell for cell in list(row)[:MOST_CELLS] if isinstance(cell.tag, str)]
    if len(cells) != 1 or next(row.iter("a", "table"), None) is not None:
        return ""
    words = brief(cells[0], SHORT * 2)
    return words if len(words) <= SHORT else ""


def _lead(item: HtmlElement) -> str:
    """What a list item says before the list inside it."""
    if next(item.iter("ul", "ol"), None) is None:
        return ""
    parts = [item.text or ""]
    for child in item:
        if child.tag in ("ul", "ol", "div"):
            break
        if child.tag == "a" and (child.get("href") or "#")[0] != "#":
            return ""
        parts += [brief(child, SHORT), child.tail or ""]
    words = plain("".join(parts))
    return words if len(words) <= SHORT else ""


def _row(element: HtmlElement) -> str:
    around = list(_ancestors(element, 6))
    for tag in ROWS:
        for outer in around:
            if outer.tag == tag:
                return _line_of(element, outer) or _spaced(outer)
    words = (_line_of(element, around[0]) or _spaced(around[0])) if around else ""
    return words if len(words) < LONGEST_WORDS - 10 else ""


def _line_of(element: HtmlElement, block: HtmlElement) -> str:
    """The line that a link stands in, where a block has lines of its own: ``5 March 2026 <a>agenda</a><br>2 April 2026 <a>…``."""
    if block.tag == "tr" or next(block.iter("br"), None) is None:
        return ""
    child = element
    while (parent := child.getparent()) is not None and parent is not block:
        child = parent
    before, after = [child], [child]
    for beside, way in ((before, "getprevious"), (after, "getnext")):
        while len(beside) < MOST_CELLS and (found := getattr(beside[-1], way)()) is not None and found.tag != "br":
            beside.append(found)
    first = before[-1].getprevious()
    lead = first.tail if first is not None and first.tag == "br" else block.text if first is None else ""
    parts = [lead or ""]
    for part in [*reversed(before[1:]), *after]:
        parts += [brief(part, 150) if isinstance(part.tag, str) else "", part.tail or ""]
    return plain(" ".join(parts))[:LONGEST_WORDS]


def _spaced(element: HtmlElement) -> str:
    """The text of a row with its cells apart."""
    if element.tag == "tr":
        cells: list[str] = []
        for cell in element:
            cells.append(brief(cell, 150) if isinstance(cell.tag, str) else "")
            if len(cells) == MOST_CELLS:
                break
        return plain(" | ".join(cells))[:LONGEST_WORDS]
    return brief(element)


def _ancestors(element: HtmlElement, most: int) -> Iterator[HtmlElement]:
    for number, outer in enumerate(element.iterancestors()):
        if number == most or outer.tag in ("body", "main", "ul", "ol", "table", "section", "article"):
            return
        yield outer


def _join(base: str, href: str) -> str | None:
    href = href.strip()
    if not href or href.startswith("#"):
        return None
    try:
        return canonical_address(urljoin(base, href))
    except ValueError:
        return None
