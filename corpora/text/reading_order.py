"""The lines of one page in the order in which they are read: down columns of prose, across the rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from corpora.text.column_prose import PARAGRAPH_GAP, edges, is_prose, step_of
from corpora.text.gutters import bands_of
from corpora.text.page_lines import CELL_GAP as TABLE_GAP
from corpora.text.page_lines import PageLine
from corpora.text.page_pieces import ColumnLine, Pieces, lines_of
from corpora.text.pdfium import PageText
from corpora.text.wrapped_rows import rows_of

FEWEST_PIECES, MOST_PIECES = 8, 1500
"""Of a page; one of prose in columns has about a hundred."""
LEAST_LINES = 4
LONGEST_LONE = 20


class _Block(NamedTuple):
    """A band of a page, put in order."""

    start: int
    end: int
    """Where its first and its last line begin in the page's text."""
    top: float
    lines: list[PageLine]
    pieces: list[int]


def ordered(page: PageText, pieces: Pieces, written: Sequence[int], lines: Sequence[PageLine], *,
            recognised: bool = False) -> list[PageLine] | None:
    """The lines of a page in reading order; None where they are in it, or it cannot be told.

    Args:
        written: where each of the lines begins in the page's text.
        recognised: by a program that reads on down columns, be they those of a table or parted by one.
    """
    if not FEWEST_PIECES <= len(pieces.spans) <= MOST_PIECES:
        return None
    blocks: list[_Block] = []
    for band in bands_of(pieces.boxes):
        columns = [lines_of(page, pieces, column.tolist()) for column in band.columns]
        block = _read_down(columns, mixed=not recognised) or _read_across(columns, mixed=not recognised)
        if not block and recognised:
            rows = lines_of(page, pieces, [piece for column in band.columns for piece in column.tolist()], cell_gap=TABLE_GAP)
            block = _block(rows, [row.line for row in rows])
        if block:
            blocks.append(block)
    if not blocks:
        return None
    rest = _others(page, pieces, blocks, written, lines)
    placed = [*((block.start, block.lines) for block in blocks), *((start, [line]) for start, line in rest)]
    return [line for _, block in sorted(placed, key=lambda part: part[0]) for line in block]


def _read_down(columns: Sequence[list[ColumnLine]], *, mixed: bool) -> _Block | None:
    """Columns of prose one after the other.

    Args:
        mixed: only where they were written row by row.
    """
    columns = [_without_edges(column) for column in columns]
    if (mixed and not _take_turns(columns)) or not is_prose([[line.line for line in column] for column in columns]):
        return None
    lines = [line for column in columns for line in column]
    return _block(lines, [line.line for line in lines])


def _take_turns(columns: Sequence[list[ColumnLine]]) -> bool:
    """Whether lines of one column were mostly written between lines of another: what was written whole is left in its order."""
    written = [number for _, number in sorted((line.start, number) for number, column in enumerate(columns) for line in column)]
    turns = sum(first != second for first, second in pairwise(written))
    return turns > len(written) - max(map(len, columns))


def _read_across(columns: Sequence[list[ColumnLine]], *, mixed: bool) -> _Block | None:
    """The rows of a table, each of them whole."""
    rows = rows_of(columns, mixed=mixed)
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
        if len(column) <= LEAST_LINES:
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
