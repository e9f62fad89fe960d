"""Whether columns hold prose that runs down each of them, or the rows of a table.

Only what is surely prose is read down the columns: a trust's rating has to stay beside the trust. Prose has long lines that fill
the column and go on within a sentence on the next line; its paragraphs begin where they happen to. The cells of a row begin at
one height, and most hold a few words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpora.text.page_lines import PageLine
from corpora.text.paragraphs import MARKER, ends_sentence

MOST_COLUMNS = 3
LEAST_LINES = 4
LEAST_GOING_ON = 0.35
"""Of a column's lines: they begin within a sentence."""
LEAST_WRAPPED = 0.8
"""Of the lines whose sentence goes on: the next line's first word would not have stood on them any more."""
RAGGED = 0.5
"""Font heights by which a margin may be missed."""
FULL = 0.75
"""Of the column's width: a shorter line ends a paragraph."""
LEAST_WORDS = 3.5
LEAST_LETTERS = 0.75
PARAGRAPH_GAP = 1.25
"""Of the usual step from line to line: a wider one begins a paragraph, or a row of a table."""
ONE_HEIGHT = 0.35
"""Of the usual step: lines of two columns that begin at one height."""
ALIKE = 1.1
LEAST_TOGETHER = 2
MOST_TOGETHER = 0.6
"""Of the paragraphs of the column that has fewer: more begin beside one of the other column in a table only."""


def is_prose(columns: Sequence[Sequence[PageLine]]) -> bool:
    """Whether each of these columns is to be read down before the next."""
    if len(columns) > MOST_COLUMNS or not all(map(runs, columns)):
        return False
    return not any(_in_rows(left, right) for left, right in pairwise(columns))


def runs(column: Sequence[PageLine]) -> bool:
    """Whether the lines of a column are those of running sentences."""
    if len(column) < LEAST_LINES:
        return False
    texts = [line.text for line in column]
    characters = sum(len(text) - text.count(" ") for text in texts)
    if sum(sum(map(str.isalpha, text)) for text in texts) < LEAST_LETTERS * characters:
        return False
    if sum(text.count(" ") + 1 for text in texts) < LEAST_WORDS * len(texts):
        return False
    going_on = [_goes_on(above, below) for above, below in pairwise(column)]
    if sum(going_on) < LEAST_GOING_ON * len(going_on):
        return False
    margin = edges(column)[1]
    wrapped = [is_wrapped(above, below, margin) for (above, below), on in zip(pairwise(column), going_on, strict=True) if on]
    return sum(wrapped) >= LEAST_WRAPPED * len(wrapped)


def _goes_on(above: PageLine, below: PageLine) -> bool:
    """Whether a line goes on with the sentence of the line above it."""
    return above.hyphenated or (below.text[0].islower() and not MARKER.match(below.text)
                                and not ends_sentence(above.text.rstrip()))


def is_wrapped(above: PageLine, below: PageLine, margin: float) -> bool:
    """Whether only the margin parts a line from the next: a cell's last line ends anywhere."""
    word = (below.right - below.left) * len(below.text.split(" ", 1)[0]) / len(below.text)
    return above.hyphenated or above.right + word > margin - RAGGED * (above.top - above.bottom)


def edges(column: Sequence[PageLine]) -> tuple[float, float]:
    """Where a column's lines begin and how far they reach, without the few that stand out."""
    lefts, rights = (sorted(edge) for edge in zip(*((line.left, line.right) for line in column), strict=True))
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]


def step_of(columns: Sequence[Sequence[PageLine]]) -> float:
    """How far columns usually go down from line to line; 0 where none has two lines."""
    steps = [above.bottom - below.bottom for column in columns for above, below in pairwise(column)]
    return float(np.percentile(steps, 25)) if steps else 0.0


def step_within(columns: Sequence[Sequence[PageLine]]) -> float:
    """The same of a table, where most steps may be those from row to row: the smallest step that is taken several times."""
    steps = sorted(above.bottom - below.bottom for column in columns for above, below in pairwise(column))
    return next((middle for low, middle, high in zip(steps, steps[1:], steps[2:], strict=False) if 0 < high <= ALIKE * low), 0.0)


def together(columns: Sequence[Sequence[PageLine]], step: float) -> list[float]:
    """The heights at which a paragraph begins in every column, but the first."""
    first, *others = (begins(column, step) for column in columns)
    for other in others:
        first = first[(abs(first[:, np.newaxis] - other) <= ONE_HEIGHT * step).any(axis=1)]
    heights: list[float] = first.tolist()
    return heights


def begins(column: Sequence[PageLine], step: float, *, by_words: bool = True) -> NDArray[np.float64]:
    """How high the lines reach that begin a paragraph, but the first.

    Args:
        by_words: also where nothing but the line's words says so.
    """
    left, right = edges(column)
    return np.array([below.top for above, below in pairwise(column)
                     if above.bottom - below.bottom > PARAGRAPH_GAP * step
                     or (by_words and not below.text[0].islower() and not above.hyphenated
                         and (ends_sentence(above.text) or above.right - left < FULL * (right - left)))], np.float64)


def _in_rows(left: Sequence[PageLine], right: Sequence[PageLine]) -> bool:
    """Whether paragraphs of two columns begin beside each other, as cells of rows do."""
    step = step_of((left, right))
    fewer = min(len(begins(left, step)), len(begins(right, step)))
    # One alone may be chance, and one row of cells is as well read down.
    return step > 0 and len(together((left, right), step)) >= max(LEAST_TOGETHER, MOST_TOGETHER * fewer)
