"""Pages of two or three columns that were written row by row: their lines parted at the gutter and put in reading order.

Most programs write one column after the other, and nothing is to be done. Which pages may be meant is decided from measures of
all lines at once; only these pages are opened again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pypdfium2

from corpora.text.cleaning import clean_line
from corpora.text.column_prose import is_prose
from corpora.text.gutters import bands_of
from corpora.text.page_lines import LINE, MOST_CHARACTERS_MEASURED, Lines, PageLine
from corpora.text.page_pieces import ColumnLine, Pieces, lines_of, pieces_of
from corpora.text.pdfium import BOTTOM, LEFT, RIGHT, TOP, PageText, Scratch, open_pages

LEAST_ROWS = 4
LEAST_CHARACTERS = 40
"""Of a line that is one of each column."""
LEAST_OF_ONE = 12
MOST_PIECES = 1500
"""Of a page; prose has a tenth."""
MOST_CELLS = 3
TOO_HIGH = 1.5


def in_columns(pdf: pypdfium2.PdfDocument, lines: Lines, scratch: Scratch) -> Lines:
    """The lines of a document with those of its columns one column after the other."""
    parts: list[tuple[int, Lines]] = []
    done = 0
    for page in _likely_pages(lines):
        first, after = np.searchsorted(lines.pages, (page, page + 1)).tolist()
        with open_pages(pdf, [page], scratch) as (opened,):
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
    boxes = lines.boxes
    if not len(boxes):
        return []
    lengths = np.fromiter(map(len, lines.texts), np.int32, len(lines.texts))
    heights = boxes[:, TOP] - boxes[:, BOTTOM]
    likely = (lines.cells > 1) & (lines.cells <= MOST_CELLS) & (lengths >= LEAST_CHARACTERS)
    overlap = np.minimum(boxes[:-1, TOP], boxes[1:, TOP]) - np.maximum(boxes[:-1, BOTTOM], boxes[1:, BOTTOM])
    likely[1:] |= ((overlap > 0.1 * heights[1:]) & (lines.pages[1:] == lines.pages[:-1])
                   & (np.minimum(lengths[1:], lengths[:-1]) >= LEAST_OF_ONE))
    counts = np.bincount(lines.pages[likely])
    # Columns whose lines stand on different heights make pdfium join many lines to one.
    body = np.median(heights)
    odd = (lengths >= LEAST_CHARACTERS) & ((heights > TOO_HIGH * body) | (boxes[:, RIGHT] < boxes[:, LEFT])) & (heights > 0)
    return [int(page) for page in np.union1d(np.flatnonzero(counts >= LEAST_ROWS), lines.pages[odd])]


def _page_in_columns(page: PageText, lines: Sequence[PageLine]) -> list[PageLine] | None:
    """The lines of one page in reading order; None where it has no columns of prose."""
    if len(page.text) > MOST_CHARACTERS_MEASURED:
        return None
    pieces = pieces_of(page)
    if not 2 * LEAST_ROWS <= len(pieces.spans) <= MOST_PIECES:
        return None
    blocks: list[tuple[int, list[PageLine]]] = []
    taken: list[int] = []
    for band in bands_of(pieces.boxes):
        columns = [lines_of(page, pieces, column.tolist()) for column in band.columns]
        if is_prose([[line for _, line in column] for column in columns]):
            which = [piece for column in band.columns for piece in column.tolist()]
            blocks.append((int(pieces.spans[which, 0].min()), [line for column in columns for _, line in column]))
            taken += which
    if not blocks:
        return None
    written = [found.span() for found in LINE.finditer(page.text) if clean_line(found.group())]
    if len(written) != len(lines):
        return None
    rest = _others(page, pieces, taken, written, lines)
    return [line for _, block in sorted([*blocks, *rest], key=lambda block: block[0]) for line in block]


def _others(page: PageText, pieces: Pieces, taken: Sequence[int], written: Sequence[tuple[int, int]],
            lines: Sequence[PageLine]) -> list[tuple[int, list[PageLine]]]:
    """What a page holds beside its columns: whole lines as they were, and what is left of those that the columns took from."""
    starts = np.array([start for start, _ in written])
    of_line = np.searchsorted(starts, pieces.spans[:, 0], "right") - 1
    is_taken = np.zeros(len(pieces.spans), np.bool_)
    is_taken[list(taken)] = True
    broken = np.unique(of_line[is_taken])
    left_over: list[ColumnLine] = lines_of(page, pieces, np.flatnonzero(~is_taken & np.isin(of_line, broken)).tolist())
    gone = set(broken.tolist())
    return [*((start, [line]) for start, line in left_over),
            *((start, [line]) for number, ((start, _), line) in enumerate(zip(written, lines, strict=True)) if number not in gone)]
