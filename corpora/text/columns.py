"""Pages of two or three columns that were written row by row: their lines parted at the gutter and put in reading order.

Most programs write one column after the other, and nothing is to be done. Which pages may be meant is decided from measures of
all lines at once; only these pages are opened again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pypdfium2

from corpora.text.cleaning import clean_line
from corpora.text.gutters import ALIGNED
from corpora.text.page_lines import Lines, PageLine
from corpora.text.page_pieces import pieces_of
from corpora.text.pdfium import BOTTOM, LEFT, MOST_CHARACTERS_MEASURED, RIGHT, TOP, PageText, Scratch, open_pages
from corpora.text.reading_order import ordered
from corpora.text.stretches import LINE

LEAST_SIGNS = 2
LEAST_WIDTH, LEAST_WIDTH_OF_ONE, LEAST_WIDTH_OF_WORD = 150, 60, 20
"""Points: of a line that is one of each column, of one column's, and of a cell that is no bullet."""
MOST_CHARACTERS = 5_000_000
"""Of a document, on pages that may be in columns: a thousand full pages, or a hundred that somebody filled with snippets."""
MOST_CELLS = 3
TOO_HIGH = 1.5
LEAST_LETTER = 0.35
"""Of the font's height: how wide a letter is at least, on average."""


def in_columns(pdf: pypdfium2.PdfDocument, lines: Lines, scratch: Scratch) -> Lines:
    """The lines of a document with those of its columns one column after the other."""
    parts: list[tuple[int, Lines]] = []
    done = looked_at = 0
    for page in _likely_pages(lines):
        if looked_at > MOST_CHARACTERS:
            break
        first, after = np.searchsorted(lines.pages, (page, page + 1)).tolist()
        with open_pages(pdf, [page], scratch) as (opened,):
            looked_at += len(opened.text) if opened else 0
            found = _page_in_columns(opened, _page_lines(lines, first, after)) if opened else None
        if found is not None:
            parts += [(0, _between(lines, done, first)), (page, Lines.of([found]))]
            done = after
    return Lines.joined([*parts, (0, _between(lines, done, len(lines.texts)))]) if parts else lines


def _between(lines: Lines, first: int, after: int) -> Lines:
    here = slice(first, after)
    return Lines(lines.texts[here], lines.boxes[here], lines.hyphenated[here], lines.cells[here], lines.pages[here],
                 lines.bold[here])


def _page_lines(lines: Lines, first: int, after: int) -> list[PageLine]:
    """Some lines, one by one."""
    here = slice(first, after)
    measures = (lines.texts[here], lines.boxes[here].tolist(), lines.hyphenated[here].tolist(), lines.cells[here].tolist(),
                lines.bold[here].tolist())
    return [PageLine(text, left, right, bottom, top, hyphenated, cells, bold)
            for text, (left, top, right, bottom), hyphenated, cells, bold in zip(*measures, strict=True)]


def _likely_pages(lines: Lines) -> list[int]:
    """The pages with several lines that may be one of each column."""
    boxes, pages = lines.boxes, lines.pages
    if not len(boxes):
        return []
    widths, heights = boxes[:, RIGHT] - boxes[:, LEFT], boxes[:, TOP] - boxes[:, BOTTOM]
    rows = np.flatnonzero((lines.cells > 1) & (lines.cells <= MOST_CELLS) & (widths >= LEAST_WIDTH))
    rows = rows[[_holds_phrases(lines.texts[row]) for row in rows.tolist()]] if len(rows) else rows
    overlap = np.minimum(boxes[:-1, TOP], boxes[1:, TOP]) - np.maximum(boxes[:-1, BOTTOM], boxes[1:, BOTTOM])
    beside = (overlap > 0.1 * heights[1:]) & (pages[1:] == pages[:-1]) & (np.minimum(widths[1:], widths[:-1]) >= LEAST_WIDTH_OF_ONE)
    # A row of a table, and below it a line of its first cell alone.
    wraps = ((lines.cells[:-1] > 1) & (lines.cells[1:] < lines.cells[:-1]) & (pages[1:] == pages[:-1])
             & (abs(boxes[1:, LEFT] - boxes[:-1, LEFT]) < ALIGNED) & (boxes[1:, RIGHT] < boxes[:-1, RIGHT] - LEAST_WIDTH_OF_ONE))
    # A short cell, and beside it the first line of a long one.
    before = ((overlap[:-1] > 0.5 * heights[1:-1]) & (pages[2:] == pages[:-2]) & (boxes[1:-1, LEFT] > boxes[:-2, RIGHT])
              & (widths[:-2] >= LEAST_WIDTH_OF_WORD) & (abs(boxes[2:, LEFT] - boxes[1:-1, LEFT]) < ALIGNED)
              & (abs(boxes[1:-1, BOTTOM] - boxes[2:, TOP]) < heights[1:-1] / 2))
    counts = np.bincount(np.concatenate((pages[rows], pages[1:][beside], pages[1:][wraps], pages[2:][before])))
    # Columns whose lines stand on different heights make pdfium join many lines to one.
    body = float(np.median(heights))
    odd = [line for line in np.flatnonzero((heights > TOO_HIGH * body) | (widths < 0)).tolist()
           if len(lines.texts[line]) * LEAST_LETTER * body > max(widths[line], LEAST_WIDTH)]
    return [int(page) for page in np.union1d(np.flatnonzero(counts >= LEAST_SIGNS), pages[odd])]


def _holds_phrases(text: str) -> bool:
    """Whether the last cell of a row holds three words or more."""
    return text.rpartition("  ")[2].count(" ") > 1


def _page_in_columns(page: PageText, lines: Sequence[PageLine]) -> list[PageLine] | None:
    """The lines of one page in reading order; None where they are in it."""
    if len(page.text) > MOST_CHARACTERS_MEASURED:
        return None
    written = [found.start() for found in LINE.finditer(page.text) if clean_line(found.group())]
    return ordered(page, pieces_of(page), written, lines) if len(written) == len(lines) else None
