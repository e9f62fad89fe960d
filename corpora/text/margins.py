"""How far right the lines of a page reach, column by column and stretch by stretch: what parts the lines of a paragraph."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpora.text.page_lines import Lines
from corpora.text.pdfium import BOTTOM, LEFT, RIGHT, TOP

LINES_THAT_MAKE_A_MARGIN = 3
LONGEST_WORD = 60
"""Points; a ragged margin is missed by less than this."""
COLUMN_WIDTH = 30
"""Points; lines that begin this near to each other share a margin."""
MOST_COLUMNS = 500
LINES_OF_A_COLUMN = 5


class Blocks(NamedTuple):
    """The stretches of pages with margins of their own."""

    of_lines: NDArray[np.int64]
    """The number of each line's stretch."""
    apart: NDArray[np.bool_]
    """Lines that begin beside what was read before, or left of a column under it: no paragraph of one margin goes on there."""
    turns: list[tuple[int, int]]
    """Of each column after which another begins on the page: its first line, and the first line of the next."""


def blocks_of(lines: Lines) -> Blocks:
    """The stretches in which lines stand: what is over columns or under them has other margins than they."""
    boxes, pages = lines.boxes, lines.pages
    begins = np.concatenate(([True], pages[1:] != pages[:-1]))
    # One column ends and the next begins where the text goes up and to the right.
    rises = ~begins[1:] & (boxes[1:, BOTTOM] > boxes[:-1, TOP]) & (boxes[1:, LEFT] > boxes[:-1, LEFT] + COLUMN_WIDTH)
    ups = np.flatnonzero(rises) + 1
    bounds = np.append(np.flatnonzero(begins), len(pages))
    at = np.searchsorted(bounds, ups, "right")
    turns: list[tuple[int, int]] = []
    apart = np.zeros(len(pages), np.bool_)
    for up, first, after in zip(ups.tolist(), bounds[at - 1].tolist(), bounds[at].tolist(), strict=True):
        height = boxes[up, TOP] - boxes[up, BOTTOM]
        first = max(first, turns[-1][1] if turns else 0)
        beside = np.flatnonzero(boxes[first:up, TOP] <= boxes[up, TOP] + 1.5 * height)
        under = np.flatnonzero(boxes[up:after, LEFT] < boxes[up, LEFT] - COLUMN_WIDTH)
        begin, end = first + int(beside[0]) if len(beside) else up, up + int(under[0]) if len(under) else after
        # The cells of a table too may stand so; they share the margins of the page.
        if min(up - begin, end - up) < LINES_OF_A_COLUMN:
            continue
        begins[begin] = apart[up] = True
        if end < after:
            apart[end] = True
        turns.append((begin, up))
    return Blocks(np.cumsum(begins | apart, dtype=np.int64), apart, turns)


def margins_of(lines: Lines, which: NDArray[np.intp], blocks: NDArray[np.int64]) -> NDArray[np.float32]:
    """How far right lines reach in the column in which these begin."""
    if not len(which):
        return np.zeros(0, np.float32)
    columns = np.clip(lines.boxes[:, LEFT] // COLUMN_WIDTH, 0, MOST_COLUMNS).astype(np.int64) + 1
    places = blocks * (MOST_COLUMNS + 3) + columns
    known, inverse = np.unique(places, return_inverse=True)
    furthest = np.full(len(known), -np.inf, np.float32)
    np.maximum.at(furthest, inverse, lines.boxes[:, RIGHT])
    margins = furthest.copy()
    # A line indented over the edge of its column still bounds the column beside it.
    beside = np.flatnonzero(np.diff(known) == 1)
    margins[beside] = np.maximum(margins[beside], furthest[beside + 1])
    margins[beside + 1] = np.maximum(margins[beside + 1], furthest[beside])
    reached: NDArray[np.float32] = margins[inverse[which]]
    return reached


def reaches(lines: Lines, which: NDArray[np.intp], margins: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Whether enough lines of the page reach the margin of each of these, that it is one."""
    if not len(which):
        return np.zeros(0, np.bool_)
    right, pages = lines.boxes[:, RIGHT].astype(np.float64), lines.pages.astype(np.float64)
    low = min(float(right.min()), 0.0)
    step = float(right.max()) - low + LONGEST_WORD + 1
    places = np.sort(pages * step + right - low)
    at = pages[which] * step + margins - low
    reaching = np.searchsorted(places, at + 0.001, "right") - np.searchsorted(places, at - LONGEST_WORD, "left")
    return reaching >= LINES_THAT_MAKE_A_MARGIN
