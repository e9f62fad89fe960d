"""Rows of a table whose cells have several lines, where these were written row by row: each cell is put together again.

Where one row ends and the next begins has to be plain: white space over the whole width, or new sentences at one height in every
column. All else is left as it was written; two rows made one would give a trust another's rating.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from corpora.text.column_prose import ONE_HEIGHT, begins, edges, is_wrapped, runs, step_of, step_within, together
from corpora.text.page_lines import PageLine
from corpora.text.page_pieces import ColumnLine
from corpora.text.paragraphs import COMPOUND_STARTS, LETTERS_AT_END, MARKER

ROW_GAP = 0.25
"""Of the step from line to line: white space between rows is higher than that between lines by this."""
LEAST_ROWS = 3
LEAST_WRAPPED = 2
Row = list[list[ColumnLine]]
"""The lines of each cell."""


def rows_of(columns: Sequence[Sequence[ColumnLine]], *, mixed: bool = True) -> list[PageLine] | None:
    """The rows of a table, one line each, or line by line where a cell holds several paragraphs; None where it is not plain.

    Args:
        mixed: only where the cells of a row were written line by line in turns.
    """
    plain = [[line.line for line in column] for column in columns]
    step = step_within(plain)
    if step <= 0:
        return None
    prose = all(map(runs, plain))
    rows = _cut(columns, _bounds_of_prose(plain) if prose else list(_white(plain, step)))
    wrapped = [row for row in rows if max(map(len, row)) > 1]
    if mixed and not any(map(_is_mixed, wrapped)):
        return None
    if not prose and (len(rows) < LEAST_ROWS or len(wrapped) < LEAST_WRAPPED):
        return None
    if not prose and not all(_is_one(row, plain, step) for row in wrapped):
        return None
    return [line for row in rows for line in _lines(row, step)]


def _bounds_of_prose(columns: Sequence[Sequence[PageLine]]) -> list[float]:
    """The heights at which each of several columns of sentences begins anew: by white space, or else by words alone."""
    step = step_of(columns)
    begun = together(columns, step)
    white = [height for height in _white(columns, step) if any(0 < height - top < step for top in begun)]
    # As many that begin without white space over them as with: then it parts groups of rows.
    return white if len(white) >= LEAST_ROWS - 1 and len(begun) < 2 * len(white) else begun


def _white(columns: Sequence[Sequence[PageLine]], step: float) -> Iterator[float]:
    """The heights at which the page is white in all columns, by more than from line to line."""
    lines = sorted((line for column in columns for line in column), key=lambda line: -line.top)
    usual = step - float(np.median([line.top - line.bottom for line in lines]))
    lowest = lines[0].bottom
    for line in lines[1:]:
        if lowest - line.top > usual + ROW_GAP * step:
            yield (lowest + line.top) / 2
        lowest = min(lowest, line.bottom)


def _cut(columns: Sequence[Sequence[ColumnLine]], bounds: Sequence[float]) -> list[Row]:
    rows: list[Row] = [[[] for _ in columns] for _ in range(len(bounds) + 1)]
    falling = -np.array(bounds)
    for number, column in enumerate(columns):
        for line in column:
            rows[int(np.searchsorted(falling, -(line.line.top + line.line.bottom) / 2))][number].append(line)
    return [row for row in rows if any(row)]


def _is_mixed(row: Row) -> bool:
    """Whether a row's cells are read in turns: as they were written line by line, or as a short cell stands before a long one.

    Where each was written whole, and none would be taken for the first words of the next, nothing is to be done.
    """
    return any(left[0].start < right[0].start < left[-1].start for left in row for right in row if left and right) or any(
        len(left) == 1 and len(right) > 1 and _is_beside(left[0].line, right[0].line) for left, right in pairwise(row))


def _is_beside(left: PageLine, right: PageLine) -> bool:
    return min(left.top, right.top) - max(left.bottom, right.bottom) > (left.top - left.bottom) / 2


def _is_one(row: Row, columns: Sequence[Sequence[PageLine]], step: float) -> bool:
    """Whether what stands between white space is one row: its further lines go on with its first in every cell."""
    under: list[tuple[PageLine, bool]] = []
    for cell, column in zip(row, columns, strict=True):
        margin = edges(column)[1]
        for above, below in pairwise([line.line for line in cell]):
            is_lower, wrapped = below.text[0].islower(), is_wrapped(above, below, margin)
            if MARKER.match(below.text) or not (is_lower or wrapped):
                return False
            # A cell all in lower case says nothing of where a sentence goes on.
            under.append((below, is_lower and wrapped and not cell[0].line.text[0].islower()))
    return not _begin_another(under, len(row)) and not _are_parted([[line.line for line in cell] for cell in row], step)


def _begin_another(under: list[tuple[PageLine, bool]], cells: int) -> bool:
    """Whether several cells begin anew at one height: they may be those of a row of its own, as close as lines are.

    Args:
        under: the lines under the first of each cell, and whether each goes on within a sentence.
    """
    under = sorted(under, key=lambda told: -told[0].top)
    while under:
        beside = [goes_on for line, goes_on in under[:cells] if _is_beside(under[0][0], line)]
        if beside.count(False) > 1:
            return True
        under = under[max(1, len(beside)):]
    return False


def _are_parted(cells: Sequence[Sequence[PageLine]], step: float) -> bool:
    """Whether several cells have white space at one height, as there is between rows of which others fill it with their lines."""
    heights = np.sort(np.concatenate([begins(cell, step, by_words=False) for cell in cells if cell]))
    return bool((np.diff(heights) <= ONE_HEIGHT * step).any())


def _lines(row: Row, step: float) -> Iterator[PageLine]:
    cells = [[line.line for line in cell] for cell in row if cell]
    if len(cells) < 2 or any(len(begins(cell, step, by_words=False)) for cell in cells):
        for cell in cells:
            yield from cell
        return
    first = cells[0][0]
    # The box of one line: higher letters would be a heading's.
    right = max(line.right for cell in cells for line in cell)
    yield PageLine("  ".join(map(_words, cells)), first.left, right, first.bottom, first.top, cells=len(cells))


def _words(cell: Sequence[PageLine]) -> str:
    """The words of a cell."""
    text = cell[0].text
    for above, below in pairwise(cell):
        joint = " "
        if above.hyphenated:
            half = LETTERS_AT_END.search(above.text)
            joint = "-" if not half or COMPOUND_STARTS.fullmatch(half.group()) or below.text[0].isupper() else ""
        text += joint + below.text
    return text
