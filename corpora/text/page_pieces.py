"""The words of one page in pieces: as far as they stand close together on one height.

Where columns are written row by row, pdfium makes one line of what stands on one height, and of what stands nearly so; the pieces
are what is left of its lines when every gap that may lie between columns parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpora.text.cleaning import clean_line
from corpora.text.page_lines import BULLET, HEADING_START, LONGEST_BOLD, PageLine
from corpora.text.pdfium import BOTTOM, HYPHENS, LEFT, RIGHT, TOP, Numbers, PageText, boxes_of

WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?")
LEAST_GUTTER = 0.55
"""White space wider than this many font heights may lie between columns; justified lines have such too."""
SAME_HEIGHT = 0.3
"""Of the font's height: words that stand further apart than this are not on one line."""
SAME_LINE = 0.5
"""Of the lower of two pieces: those that overlap by more are on one line of a column."""
BULLET_GAP = 4
CELL_GAP = 2.5
"""Within a column; the words of justified lines stand wide apart."""
LINE_ENDS = (10, 13)
HYPHEN_CODES = tuple(map(ord, HYPHENS))


class Pieces(NamedTuple):
    """Pieces of a page in the order in which they were written."""

    spans: NDArray[np.int64]
    """One row a piece: start and end in the page's text."""
    boxes: Numbers
    """One row a piece: left, top, right, bottom."""


class ColumnLine(NamedTuple):
    """One line of a column."""

    start: int
    """Where it begins in the page's text."""
    line: PageLine
    pieces: list[int]


def pieces_of(page: PageText) -> Pieces:
    """The pieces of a page; words that stand nowhere are left out."""
    spans = np.array([found.span() for found in WORD.finditer(page.text)], np.int64).reshape(-1, 2)
    boxes = boxes_of([(page, (spans - (0, 1)).ravel().tolist())])
    boxes, last = boxes[::2].copy(), boxes[1::2]
    boxes[:, RIGHT] = last[:, RIGHT]
    known = (boxes[:, TOP] > boxes[:, BOTTOM]) & (boxes[:, RIGHT] > boxes[:, LEFT])
    spans, boxes = spans[known], boxes[known]
    if not len(spans):
        return Pieces(spans, boxes)
    heights = boxes[:, TOP] - boxes[:, BOTTOM]
    lower = np.minimum(heights[:-1], heights[1:])
    gaps = boxes[1:, LEFT] - boxes[:-1, RIGHT]
    ends = np.flatnonzero(np.isin(page.codes, LINE_ENDS))
    level = ((np.searchsorted(ends, spans[:-1, 0]) == np.searchsorted(ends, spans[1:, 0]))
             & ~np.isin(page.codes[spans[:-1, 1] - 1], HYPHEN_CODES)
             & (abs(boxes[1:, BOTTOM] - boxes[:-1, BOTTOM]) <= SAME_HEIGHT * lower) & (gaps >= -lower))
    apart = ~level | (gaps > LEAST_GUTTER * lower)
    begins = np.concatenate(([True], apart))
    for word in np.flatnonzero(begins[:-1] & apart & level & (gaps < BULLET_GAP * lower)).tolist():
        apart[word] = not BULLET.fullmatch(page.text, *spans[word].tolist())
    firsts = np.flatnonzero(np.concatenate(([True], apart)))
    lasts = np.concatenate((firsts[1:], [len(spans)])) - 1
    return Pieces(
        np.stack((spans[firsts, 0], spans[lasts, 1]), axis=1),
        np.stack((boxes[firsts, LEFT], np.maximum.reduceat(boxes[:, TOP], firsts), boxes[lasts, RIGHT],
                  np.minimum.reduceat(boxes[:, BOTTOM], firsts)), axis=1))


def lines_of(page: PageText, pieces: Pieces, which: Sequence[int], *, cell_gap: float = CELL_GAP) -> list[ColumnLine]:
    """The lines that some pieces of a page make, from the uppermost down.

    Args:
        cell_gap: font heights; wider white space parts two cells.
    """
    lines = [_line(page, pieces, row, cell_gap) for row in _rows(pieces.boxes, which)]
    return [line for line in lines if line.line.text]


def _rows(boxes: Numbers, which: Sequence[int]) -> Iterator[list[int]]:
    row: list[int] = []
    top = bottom = 0.0
    for piece in sorted(which, key=lambda number: -float(boxes[number, TOP] + boxes[number, BOTTOM])):
        above, below = float(boxes[piece, TOP]), float(boxes[piece, BOTTOM])
        if row and min(top, above) - max(bottom, below) <= SAME_LINE * min(top - bottom, above - below):
            yield sorted(row, key=lambda number: float(boxes[number, LEFT]))
            row = []
        if not row or above - below > top - bottom:
            top, bottom = above, below
        row.append(piece)
    if row:
        yield sorted(row, key=lambda number: float(boxes[number, LEFT]))


def _line(page: PageText, pieces: Pieces, row: list[int], cell_gap: float) -> ColumnLine:
    boxes = pieces.boxes[row]
    height = float((boxes[:, TOP] - boxes[:, BOTTOM]).max())
    gaps = (boxes[1:, LEFT] - boxes[:-1, RIGHT] > cell_gap * height).tolist()
    texts = [page.text[start:end] for start, end in pieces.spans[row].tolist()]
    parted = texts[-1].endswith(HYPHENS) or (len(texts[-1]) > 2 and texts[-1].endswith("-") and texts[-1][-2].isalpha())
    words = [clean_line(text) for text in texts]
    if parted:
        words[-1] = words[-1].removesuffix("-")
    text = "".join(_words_and_gaps(words, gaps))
    start = int(pieces.spans[row[0], 0])
    bold = len(text) <= LONGEST_BOLD and bool(HEADING_START.match(text)) and page.is_bold(start)
    return ColumnLine(start, PageLine(
        text, float(boxes[0, LEFT]), float(boxes[:, RIGHT].max()), float(boxes[:, BOTTOM].min()), float(boxes[:, TOP].max()),
        parted, 1 + sum(gaps), bold), row)


def _words_and_gaps(words: list[str], gaps: list[bool]) -> Iterator[str]:
    """Words with two spaces where a gap parts cells, else one."""
    yield words[0]
    for word, gap in zip(words[1:], gaps, strict=True):
        yield "  " if gap else " "
        yield word
