"""The lines of one PDF page, with where they stand on it.

Every line is measured at its first and last character. The white space inside it is measured word by word only where it may
part the cells of a table: where the line is wider than its letters need, and was written in several pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, chain, compress, pairwise
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from corpora.text.cleaning import clean_line
from corpora.text.pdfium import BOTTOM, HYPHENS, LEFT, RIGHT, TOP, Numbers, PageText, boxes_of
from corpora.text.stretches import Stretches

CELL_GAP = 1.1
"""White space wider than this many font heights parts two cells of a table row."""
BULLET = re.compile(r"[•●○◦▪■□►▶➢✓✔*·–—o§-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?")
WORD = re.compile(r"\S+")
HEADING_START = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?[.):]?\s+(?:[-–—]\s+)?[A-Z]"
                           r"|(?=[A-Z])(?i:(?:agenda\s+)?item\b|enc\b|enclosure\b|paper\b|appendix\b|annex)")
"""How headings begin that need not be larger than the text: looked at for boldness."""
FIRST_LETTERS = np.zeros(65536, np.bool_)
FIRST_LETTERS[[ord(letter) for letter in "0123456789AEIP"]] = True
LONGEST_BOLD = 120
CELL_END = "\x1f"
"""Stands between the cells of a row until the line is cleaned."""
# How wide Helvetica's letters are, in ems: the NHS writes in Arial, which is as wide, and other faces are so in proportion.
ASCII_WIDTHS = """
    278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584
    584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278
    278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500
    500 334 260 334 584"""
WIDTHS = np.full(65536, 0.556, np.float32)
WIDTHS[:32] = 0
WIDTHS[32:127] = [int(width) / 1000 for width in ASCII_WIDTHS.split()]
BEHIND_THE_LAST = np.array([0, 1])
USUAL_RATIO = 0.85
"""How wide a line is, in ems of its letters and heights of its font; Helvetica and Arial. Some faces are narrower, some wider."""
LEAST_RATIO = 0.65
LONG_LINE = 15
"""Ems; shorter lines tell little of the letters' widths."""
ENOUGH_LINES = 8
ENOUGH_RATIOS = 3
MOST_RATIOS = 20
"""A hundred pages: more of them teach nothing."""


class PageLine(NamedTuple):
    """One line as it stands on the page, in points from the lower left corner. Heights are those of its letters' font."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    hyphenated: bool = False
    cells: int = 1
    bold: bool = False


class Lines(NamedTuple):
    """Many lines, a column for each of their measures."""

    texts: list[str]
    boxes: Numbers
    """One row a line: left, top, right, bottom; zeros where it was not measured."""
    hyphenated: NDArray[np.bool_]
    cells: NDArray[np.int32]
    pages: NDArray[np.int32]
    """The index of the page that each stands on, never falling."""
    bold: NDArray[np.bool_]
    """Set in bold and beginning as a heading may; others are not looked at."""

    @classmethod
    def of(cls, pages: Sequence[Sequence[PageLine]]) -> Self:
        """The lines of pages, given one by one."""
        lines = [line for page in pages for line in page]
        return cls(
            [line.text for line in lines],
            np.array([(line.left, line.top, line.right, line.bottom) for line in lines], np.float32).reshape(-1, 4),
            np.array([line.hyphenated for line in lines], np.bool_), np.array([line.cells for line in lines], np.int32),
            np.repeat(np.arange(len(pages), dtype=np.int32), [len(page) for page in pages]),
            np.array([line.bold for line in lines], np.bool_))

    @classmethod
    def joined(cls, parts: Sequence[tuple[int, Lines]]) -> Self:
        """The lines of a document that was read a few pages at a time.

        Args:
            parts: the index of each part's first page, and its lines.
        """
        if not parts:
            return cls.of([])
        return cls(
            list(chain.from_iterable(part.texts for _, part in parts)), np.concatenate([part.boxes for _, part in parts]),
            np.concatenate([part.hyphenated for _, part in parts]), np.concatenate([part.cells for _, part in parts]),
            np.concatenate([part.pages + first for first, part in parts]), np.concatenate([part.bold for _, part in parts]))

    def kept(self, which: NDArray[np.bool_]) -> Self:
        """Those of the lines that are marked."""
        return type(self)(list(compress(self.texts, which.tolist())), self.boxes[which],
                          self.hyphenated[which], self.cells[which], self.pages[which], self.bold[which])

    def with_page(self, page: int, lines: Sequence[PageLine]) -> Lines:
        """These lines and those of one more page, of which there were none."""
        at = int(np.searchsorted(self.pages, page))
        more = Lines.of([lines])
        parts = self.kept(np.arange(len(self.texts)) < at), more, self.kept(np.arange(len(self.texts)) >= at)
        joined = Lines.joined([(0, part) for part in parts])
        joined.pages[at:at + len(lines)] = page
        return joined


class LineReader:
    """Reads the lines of some pages after others, and learns from them how wide the document's letters are."""

    def __init__(self) -> None:
        self._ratios: list[float] = []
        """Of each few pages with enough lines, the ratio of those that hold no gap."""

    def lines(self, pages: Sequence[PageText]) -> Lines:
        """All lines of these pages in pdfium's reading order."""
        found = Stretches.of(pages)
        texts = found.texts
        if not texts:
            return Lines.of([[] for _ in pages])
        boxes = _stretch_boxes(list(zip(pages, found.places, strict=True)))
        hyphenated = np.zeros(len(texts), np.bool_)
        stretches = list(zip(pages, pairwise(accumulate((len(offsets) // 2 for offsets in found.places), initial=0)), strict=True))
        for page, (first, after) in stretches:
            if page.has_hyphens:
                hyphenated[first:after] = [text.endswith(HYPHENS) for text in texts[first:after]]
        cells = np.ones(len(texts), np.int32)
        suspects = self._suspects(pages, found, boxes)
        rows: list[int] = []
        for line, text in zip(suspects, _in_cells(pages, suspects, found), strict=True):
            texts[line] = text
            if more := text.count(CELL_END):
                cells[line] += more
                rows.append(line)
        for page, (first, after) in stretches:
            if not page.is_ascii or "  " in page.text:
                texts[first:after] = [text if text.isascii() and text.isprintable() and "  " not in text else _cleaned(text)
                                      for text in texts[first:after]]
            elif page.has_hyphens:
                texts[first:after] = [text if text.isprintable() else text[:-1] if text[:-1].isprintable() else _cleaned(text)
                                      for text in texts[first:after]]
        for line in rows:
            texts[line] = texts[line].replace(CELL_END, "  ")
        read = Lines(texts, boxes, hyphenated, cells, found.pages, self._bold(pages, found, texts))
        return read if all(texts) else read.kept(np.array([bool(text) for text in texts], np.bool_))

    def _suspects(self, pages: Sequence[PageText], found: Stretches, boxes: Numbers) -> list[int]:
        """The lines that may hold a gap: wider than their letters need by half a gap, and written in pieces or much wider."""
        units = np.add.reduceat(WIDTHS[found.codes], (found.spans + BEHIND_THE_LAST).ravel())[::2]
        heights, widths = boxes[:, TOP] - boxes[:, BOTTOM], boxes[:, RIGHT] - boxes[:, LEFT]
        tight = units * heights
        if len(self._ratios) < MOST_RATIOS:
            long = (units > LONG_LINE) & (heights > 0)
            ratios = np.sort(widths[long] / tight[long])
            if len(ratios) >= ENOUGH_LINES and (ratio := float(ratios[len(ratios) // 4])) > LEAST_RATIO:
                self._ratios.append(ratio)
        least = min(self._ratios, default=USUAL_RATIO)
        if len(self._ratios) < ENOUGH_RATIOS:
            least = min(least, USUAL_RATIO)
        excess = widths - least * tight
        much = 2 * CELL_GAP * heights + 0.15 * tight
        certain = (excess > much).tolist()
        return [line for line in np.flatnonzero(excess > 0.5 * CELL_GAP * heights).tolist()
                if certain[line] or _is_in_pieces(pages[found.pages[line]], *found.on_page(line))]

    def _bold(self, pages: Sequence[PageText], found: Stretches, texts: list[str]) -> NDArray[np.bool_]:
        """Which of the lines that begin as headings may are set in bold."""
        bold = np.zeros(len(texts), np.bool_)
        for line in np.flatnonzero(FIRST_LETTERS[found.codes[found.spans[:, 0]]]).tolist():
            if len(texts[line]) <= LONGEST_BOLD and HEADING_START.match(texts[line]):
                bold[line] = pages[found.pages[line]].is_bold(found.on_page(line)[0])
        return bold


def _is_in_pieces(page: PageText, start: int, end: int) -> bool:
    return page.pieces(start, end - start) > 1


def _cleaned(text: str) -> str:
    return "  ".join(clean_line(cell) for cell in text.split(CELL_END))


def _stretch_boxes(asked: Sequence[tuple[PageText, Sequence[int]]]) -> Numbers:
    """The boxes of stretches from those of their first and last characters.

    Args:
        asked: pages, and of each the offsets of the first and the last character of each stretch, one after the other.
    """
    measured = boxes_of(asked)
    boxes = measured[::2].copy()
    last = measured[1::2]
    boxes[:, RIGHT] = last[:, RIGHT]
    np.maximum(boxes[:, TOP], last[:, TOP], out=boxes[:, TOP])
    np.minimum(boxes[:, BOTTOM], last[:, BOTTOM], out=boxes[:, BOTTOM])
    return boxes


def rows_joined(lines: Lines) -> Lines:
    """The lines with those that stand side by side made one: pdfium parts a row where the gap between its cells is wide."""
    boxes = lines.boxes
    heights = boxes[:, TOP] - boxes[:, BOTTOM]
    overlap = np.minimum(boxes[:-1, TOP], boxes[1:, TOP]) - np.maximum(boxes[:-1, BOTTOM], boxes[1:, BOTTOM])
    tallest = np.maximum(heights[:-1], heights[1:])
    beside = ((overlap > 0.6 * tallest) & (tallest > 0) & (boxes[1:, LEFT] > boxes[:-1, RIGHT]) & ~lines.hyphenated[:-1]
              & (lines.pages[:-1] == lines.pages[1:]))
    if not beside.any():
        return lines
    firsts = np.flatnonzero(np.concatenate(([True], ~beside)))
    lasts = np.concatenate((firsts[1:], [len(lines.texts)])) - 1
    return Lines(
        ["  ".join(lines.texts[first:last + 1]) for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)],
        np.stack((boxes[firsts, LEFT], np.maximum.reduceat(boxes[:, TOP], firsts), boxes[lasts, RIGHT],
                  np.minimum.reduceat(boxes[:, BOTTOM], firsts)), axis=1),
        lines.hyphenated[lasts], np.add.reduceat(lines.cells, firsts), lines.pages[firsts], lines.bold[firsts])


def _in_cells(pages: Sequence[PageText], suspects: list[int], found: Stretches) -> list[str]:
    """Lines with their cells parted, where the white space between two words is as wide as that."""
    if not suspects:
        return []
    numbers = found.pages[suspects]
    starts = (found.spans[suspects, 0] - found.begins[numbers]).tolist()
    of_lines: list[list[str]] = []
    places: list[list[int]] = [[] for _ in pages]
    for line, number, start in zip(suspects, numbers.tolist(), starts, strict=True):
        text = found.texts[line]
        words = text.split()
        gaps = places[number]
        if sum(map(len, words)) + len(words) - 1 == len(text):
            for word in words[:-1]:
                end = start + len(word)
                gaps += (end - 1, end + 1)
                start = end + 1
        else:
            spans = [word.span() for word in WORD.finditer(text)]
            gaps += [start + place for one, other in pairwise(spans) for place in (one[1] - 1, other[0])]
        of_lines.append(words)
    measured = boxes_of(list(zip(pages, places, strict=True)))
    heights = measured[:, TOP] - measured[:, BOTTOM]
    tallest = np.maximum(heights[::2], heights[1::2])
    parted = ((measured[1::2, LEFT] - measured[::2, RIGHT] > CELL_GAP * tallest) & (tallest > 0)).tolist()
    texts: list[str] = []
    first = 0
    for words in of_lines:
        after = first + len(words) - 1
        if BULLET.fullmatch(words[0]) and first < after:
            parted[first] = False
        if True in parted[first:after]:
            ends = [CELL_END if gap else " " for gap in parted[first:after]]
            texts.append("".join(chain.from_iterable(zip(words, ends, strict=False))) + words[-1])
        else:
            texts.append(" ".join(words))
        first = after
    return texts
