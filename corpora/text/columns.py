"""Pages of two or three columns that were written row by row: their lines parted at the gutter and put in reading order.

Most programs write one column after the other, and nothing is to be done. Which pages may be meant is decided from measures of
all lines at once; only these pages are opened again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pypdfium2

from corpora.text.cleaning import clean_line
from corpora.text.column_prose import PARAGRAPH_GAP, edges, is_prose, step_of
from corpora.text.gutters import ALIGNED, bands_of
from corpora.text.page_lines import Lines, PageLine
from corpora.text.page_pieces import ColumnLine, Pieces, lines_of, pieces_of
from corpora.text.pdfium import BOTTOM, LEFT, MOST_CHARACTERS_MEASURED, RIGHT, TOP, PageText, Scratch, open_pages
from corpora.text.stretches import LINE
from corpora.text.wrapped_rows import rows_of

LEAST_ROWS = 4
LEAST_SIGNS = 2
LEAST_WIDTH, LEAST_WIDTH_OF_ONE = 150, 60
"""Points: of a line that is one of each column, and of one column's."""
MOST_PIECES = 1500
"""Of a page; prose has a tenth."""
MOST_CHARACTERS = 5_000_000
"""Of a document, on pages that may be in columns: a thousand full pages, or a hundred that somebody filled with snippets."""
MOST_CELLS = 3
LONGEST_LONE = 20
TOO_HIGH = 1.5
LEAST_LETTER = 0.35
"""Of the font's height: how wide a letter is at least, on average."""


class _Block(NamedTuple):
    """A band of a page, put in order."""

    start: int
    end: int
    """Where its first and its last line begin in the page's text."""
    top: float
    lines: list[PageLine]
    pieces: list[int]


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
    counts = np.bincount(np.concatenate((pages[rows], pages[1:][beside], pages[1:][wraps])))
    # Columns whose lines stand on different heights make pdfium join many lines to one.
    body = float(np.median(heights))
    odd = [line for line in np.flatnonzero((heights > TOO_HIGH * body) | (widths < 0)).tolist()
           if len(lines.texts[line]) * LEAST_LETTER * body > max(widths[line], LEAST_WIDTH)]
    return [int(page) for page in np.union1d(np.flatnonzero(counts >= LEAST_SIGNS), pages[odd])]


def _holds_phrases(text: str) -> bool:
    """Whether the last cell of a row holds three words or more."""
    return text.rpartition("  ")[2].count(" ") > 1


def _page_in_columns(page: PageText, lines: Sequence[PageLine]) -> list[PageLine] | None:
    """The lines of one page in reading order; None where it has no columns of prose."""
    if len(page.text) > MOST_CHARACTERS_MEASURED:
        return None
    pieces = pieces_of(page)
    if not 2 * LEAST_ROWS <= len(pieces.spans) <= MOST_PIECES:
        return None
    blocks: list[_Block] = []
    for band in bands_of(pieces.boxes):
        columns = [lines_of(page, pieces, column.tolist()) for column in band.columns]
        block = _read_down(columns) or _read_across(columns)
        if block:
            blocks.append(block)
    written = [found.span() for found in LINE.finditer(page.text) if clean_line(found.group())]
    if not blocks or len(written) != len(lines):
        return None
    rest = _others(page, pieces, blocks, [start for start, _ in written], lines)
    placed = [*((block.start, block.lines) for block in blocks), *((start, [line]) for start, line in rest)]
    return [line for _, block in sorted(placed, key=lambda part: part[0]) for line in block]


def _read_down(columns: Sequence[list[ColumnLine]]) -> _Block | None:
    """Columns of prose one after the other."""
    columns = [_without_edges(column) for column in columns]
    if not is_prose([[line.line for line in column] for column in columns]):
        return None
    lines = [line for column in columns for line in column]
    return _block(lines, [line.line for line in lines])


def _read_across(columns: Sequence[list[ColumnLine]]) -> _Block | None:
    """The rows of a table, each of them whole."""
    rows = rows_of(columns)
    return _block([line for column in columns for line in column], rows) if rows else None


def _block(lines: Sequence[ColumnLine], ordered: list[PageLine]) -> _Block:
    starts = [line.start for line in lines]
    return _Block(min(starts), max(starts), max(line.line.top for line in lines), ordered,
                  [piece for line in lines for piece in line.pieces])


def _without_edges(column: list[ColumnLine]) -> list[ColumnLine]:
    """A column without what stands apart over or under it and is none of its lines: the number of the page, a running head."""
    step = step_of([[line.line for line in column]])
    left, right = edges([line.line for line in column])
    for edge, beside in ((0, 1), (-1, -2)):
        if len(column) <= LEAST_ROWS:
            break
        line, other = column[edge].line, column[beside].line
        width = right - left
        odd = (len(line.text) <= LONGEST_LONE or line.left > left + width / 4) and line.right - line.left < width / 2
        if odd and abs(line.bottom - other.bottom) > PARAGRAPH_GAP * step:
            column = column[1:] if edge == 0 else column[:-1]
    return column


def _others(page: PageText, pieces: Pieces, blocks: Sequence[_Block], written: Sequence[int], lines: Sequence[PageLine],
            ) -> Iterator[tuple[float, PageLine]]:
    """What a page holds beside its columns, with its place: whole lines as they were, and what is left of broken ones."""
    of_line = np.searchsorted(np.array(written), pieces.spans[:, 0], "right") - 1
    is_taken = np.zeros(len(pieces.spans), np.bool_)
    is_taken[[piece for block in blocks for piece in block.pieces]] = True
    is_broken = np.isin(of_line, of_line[is_taken])
    for line in lines_of(page, pieces, np.flatnonzero(~is_taken & is_broken).tolist()):
        # Where pdfium made one line of a whole page, only its place on the page says where it belongs.
        over = [block for block in blocks if block.top > line.line.top]
        yield (max(block.end for block in over) + 0.5 if over else min(block.start for block in blocks) - 0.5), line.line
    gone = set(of_line[is_taken].tolist())
    yield from ((start, line) for number, (start, line) in enumerate(zip(written, lines, strict=True)) if number not in gone)
