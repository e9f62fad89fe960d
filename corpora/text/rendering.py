"""A tree of blocks as lines: paragraphs apart by blank lines, list items and table rows on lines of their own."""

from __future__ import annotations

import sys
from typing import NamedTuple

from lxml.etree import _Element

from corpora.text.cleaning import clean_line

# The names of HTML and those that trafilatura gives to the same things.
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "head", "div", "section", "article", "main", "blockquote", "quote", "pre",
          "code", "hr", "figcaption", "caption", "address", "header", "body", "center", "details", "summary", "fieldset", "figure",
          "hgroup", "aside", "form", "ul", "ol", "dl", "list", "table", "tr", "row", "td", "th", "cell"}
ITEMS = {"li", "item", "dt", "dd"}
ROWS = {"tr", "row"}
CELLS = {"td", "th", "cell"}
BREAKS = {"br", "lb"}
SPACED = {"time", "label"}
"""Inline elements that style sheets set apart from what stands beside them."""
SKIPPED = {"graphic", "img", "script", "style", "title"}
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "head": 2}
"""How deep each lies; ``head`` is trafilatura's, which says the HTML name beside it."""


class Line(NamedTuple):
    """A line of text; ``opens`` says that a blank line stands before it."""

    text: str
    opens: bool
    heading: int = 0
    """How deep the heading lies that it is, 1 to 6; 0 for text."""
    linked: float = 0.0
    """The share of the line that is links."""


def render_lines(root: _Element, *, most: int = sys.maxsize) -> list[Line]:
    """The lines below an element in reading order, about ``most`` of them. Walks without recursion: depth cannot break it."""
    page = _Page()
    stack: list[tuple[_Element, bool]] = [(root, True)]
    while stack and len(page.lines) < most:
        element, entering = stack.pop()
        if not isinstance(element.tag, str):
            if entering and element is not root:
                page.write(element.tail)
            continue
        if entering:
            page.enter(element)
            if element.tag not in SKIPPED:
                page.write(element.text)
            stack.append((element, False))
            if element.tag not in SKIPPED:
                stack.extend((child, True) for child in reversed(element))
        else:
            page.leave(element)
            if element is not root:
                page.write(element.tail)
    page.end_line()
    return page.lines


def join_lines(lines: list[Line]) -> str:
    """The lines as one text."""
    parts: list[str] = []
    for line in lines:
        if parts:
            parts.append("\n\n" if line.opens else "\n")
        parts.append(line.text)
    return "".join(parts)


class _Page:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._cells: list[str] = []
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._row: _Element | None = None
        self._items = 0
        self._opens = True
        self._heading = 0

    def write(self, text: str | None) -> None:
        if text:
            self._words.append(text)
            if self._links:
                self._linked += len(text.strip())

    def enter(self, element: _Element) -> None:
        tag = element.tag
        if tag in ("a", "ref"):
            self._links += 1
        elif tag in BREAKS:
            self._break()
        elif tag in CELLS and self._row is not None:
            self._end_cell()
        elif tag in ROWS and self._row is None and _holds_data(element):
            self.end_line()
            self._row = element
        elif self._row is not None:
            self._words.append(" " if tag in BLOCKS else "")
        elif tag in SPACED:
            self._words.append(" ")
        elif tag in ITEMS:
            self.end_line()
            self._items += 1
        elif tag in BLOCKS:
            self._end_block(heading=HEADINGS.get(element.get("rend") or "", HEADINGS.get(str(tag), 0)) if tag in HEADINGS else 0)

    def leave(self, element: _Element) -> None:
        tag = element.tag
        if tag in ("a", "ref"):
            self._links -= 1
        elif tag in CELLS and self._row is not None:
            self._end_cell()
        elif element is self._row:
            self._row = None
            self.end_line()
        elif self._row is not None:
            self._words.append(" " if tag in BLOCKS else "")
        elif tag in SPACED:
            self._words.append(" ")
        elif tag in ITEMS:
            self.end_line()
            self._items -= 1
        elif tag in BLOCKS:
            self._end_block(heading=0)

    def _end_block(self, *, heading: int) -> None:
        self.end_line()
        self._opens = self._opens or not self._items
        self._heading = heading

    def end_line(self) -> None:
        self._end_cell()
        text = "  ".join(self._cells)
        if text:
            self.lines.append(Line(text, self._opens, self._heading, min(1.0, self._linked / len(text))))
            self._opens = False
        self._cells, self._linked, self._heading = [], 0, 0

    def _break(self) -> None:
        if self._row is not None:
            self._words.append(" ")
            return
        # Two breaks in a row are how old pages make paragraphs.
        empty = not clean_line("".join(self._words))
        self.end_line()
        if empty:
            self._opens = True

    def _end_cell(self) -> None:
        text = clean_line("".join(self._words))
        self._words = []
        if text:
            self._cells.append(text)


def _holds_data(row: _Element) -> bool:
    """Whether a table row is one: old sites lay out whole pages in tables."""
    nested = any(inner is not row for inner in row.iter("table", "tr", "h1", "h2"))
    return not nested and all(sum(1 for _ in cell.iter("p")) < 3 for cell in row)
