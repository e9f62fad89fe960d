"""The lines of a recognised page: Tesseract finds columns of prose, and takes those of a table for such. Rows are made again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from corpora.text.page_lines import PageLine
from corpora.text.page_pieces import Pieces
from corpora.text.pdfium import BOTTOM, LEFT, RIGHT, TOP, Numbers, PageText
from corpora.text.reading_order import ordered

FONT = 1.5
"""Of the height of the usual word's ink: that of its font."""
LEAST_GAP = 0.9
"""White space wider than this many font heights may part cells."""


class RecognisedLine(NamedTuple):
    """A line as Tesseract gives it, and its words."""

    line: PageLine
    words: list[str]
    boxes: Numbers
    """One row a word: left, top, right, bottom of its ink, in points from the lower left corner."""


class _RecognisedText(PageText):
    """The words of a recognised page, where others have pdfium's characters."""

    def __init__(self, text: str) -> None:
        self.text = text

    def is_bold(self, offset: int) -> bool:
        return False


def in_rows(lines: Sequence[RecognisedLine]) -> list[PageLine]:
    """The lines in reading order, those of a table row by row."""
    plain = [line for line, _, _ in lines]
    if not lines:
        return plain
    words = [word for line in lines for word in line.words]
    ends = list(accumulate(len(word) + 1 for word in words))
    starts = [0, *ends[:-1]]
    boxes = np.concatenate([line.boxes for line in lines])
    firsts_of_lines = [0, *accumulate(len(line.words) for line in lines)][:-1]
    tall = FONT * float(np.median(boxes[:, TOP] - boxes[:, BOTTOM]))
    begins = np.concatenate(([True], boxes[1:, LEFT] - boxes[:-1, RIGHT] > LEAST_GAP * tall))
    begins[firsts_of_lines] = True
    firsts = np.flatnonzero(begins)
    lasts = np.concatenate((firsts[1:], [len(words)])) - 1
    # Letters reach up and down unequally: the median word says how high a line is.
    middles = np.array([np.median((boxes[first:last + 1, TOP] + boxes[first:last + 1, BOTTOM]) / 2)
                        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)])
    pieces = Pieces(
        np.array([(starts[first], ends[last] - 1) for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)], np.int64),
        np.stack((boxes[firsts, LEFT], middles + tall / 2, boxes[lasts, RIGHT], middles - tall / 2), axis=1).astype(np.float32))
    page = _RecognisedText(" ".join(words))
    return ordered(page, pieces, [starts[first] for first in firsts_of_lines], plain, recognised=True) or plain
