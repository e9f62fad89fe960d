"""The white strips of a page between its columns, and the bands of the page through which they run.

A column is known by where its lines begin: many pieces of lines begin at one place, each with another piece beside it to the
left, and nothing crosses from the one side to the other. What does cross, a heading or a table over the full width, parts the
page into bands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpora.text.pdfium import BOTTOM, LEFT, RIGHT, TOP, Numbers

LEAST_ROWS = 4
"""So many lines of a column begin beside a line of the column to its left."""
ALIGNED = 3.0
"""Points by which the lines of a column may begin apart: recognised pages are not exact."""
MOST_PLACES = 12
MOST_GUTTERS = 4
"""Looked for on a page, one after another."""
MOST_COLUMNS = 5
WHITE = 1.5
"""Font heights: white space over the whole width that is higher than this ends a band."""
Indices = NDArray[np.intp]


class Band(NamedTuple):
    """A part of a page that stands in columns."""

    columns: list[Indices]
    """The pieces of each, from the left."""


class _Gutter(NamedTuple):
    rows: int
    bands: list[tuple[Indices, Indices]]
    """The pieces to its left and right in each of its bands."""


def bands_of(boxes: Numbers) -> list[Band]:
    """The bands of a page in which pieces stand side by side in columns, whatever they hold."""
    bands: list[Band] = []
    free = np.arange(len(boxes))
    for _ in range(MOST_GUTTERS):
        gutter = _best(boxes, free)
        if gutter is None:
            break
        for left, right in gutter.bands:
            columns = [*_parted(boxes, left), *_parted(boxes, right)]
            if len(columns) <= MOST_COLUMNS:
                bands.append(Band(columns))
            free = np.setdiff1d(free, np.concatenate(columns))
    return bands


def _parted(boxes: Numbers, which: Indices, *, most: int = MOST_COLUMNS - 1) -> list[Indices]:
    """The columns of one side of a gutter, not many more than are looked for."""
    inner = _best(boxes, which, whole=True) if most else None
    if inner is None:
        return [which]
    ((left, right),) = inner.bands
    return [*_parted(boxes, left, most=most - 1), *_parted(boxes, right, most=most - 1)]


def _best(boxes: Numbers, which: Indices, *, whole: bool = False) -> _Gutter | None:
    """The gutter with the most lines beside it.

    Args:
        whole: it has to run through everything, in one band.
    """
    found = [gutter for place in _places(boxes[which, LEFT])
             if (gutter := _gutter(boxes, which, place, whole=whole)) and gutter.bands]
    return max(found, key=lambda gutter: gutter.rows, default=None)


def _places(lefts: NDArray[np.float32]) -> list[float]:
    """Where many pieces begin, the most frequent places first, without the leftmost."""
    if len(lefts) < 2 * LEAST_ROWS:
        return []
    known, counts = np.unique(np.round(lefts), return_counts=True)
    ordered = np.sort(lefts)
    near = np.searchsorted(ordered, known + ALIGNED, "right") - np.searchsorted(ordered, known - ALIGNED)
    order = np.lexsort((-counts, -near))
    places: list[float] = []
    for number in order.tolist():
        place = float(known[number])
        if near[number] < LEAST_ROWS or len(places) == MOST_PLACES:
            break
        if place > ordered[0] + ALIGNED and all(abs(place - other) > ALIGNED for other in places):
            places.append(place)
    return places


def _gutter(boxes: Numbers, which: Indices, place: float, *, whole: bool) -> _Gutter | None:
    mine = boxes[which]
    left = mine[:, LEFT] < place - ALIGNED
    crossing = left & (mine[:, RIGHT] > place - 1)
    if whole and crossing.any():
        return None
    middles = (mine[:, TOP] + mine[:, BOTTOM]) / 2
    numbers = np.searchsorted(np.sort(-middles[crossing]), -middles)
    rows, bands = 0, list[tuple[Indices, Indices]]()
    tall = float(np.median(mine[:, TOP] - mine[:, BOTTOM]))
    for number in np.flatnonzero(np.bincount(numbers[~crossing]) >= 2 * LEAST_ROWS).tolist():
        band = np.flatnonzero((numbers == number) & ~crossing)
        for part in [band] if whole else _without_white(mine, band, tall):
            beside = _beside(mine, part[left[part]], part[~left[part]], place)
            if beside >= LEAST_ROWS:
                rows += beside
                bands.append((which[part[left[part]]], which[part[~left[part]]]))
    return _Gutter(rows, bands)


def _without_white(boxes: Numbers, band: Indices, tall: float) -> Iterator[Indices]:
    """The parts of a band between which the page is white over the whole width."""
    band = band[np.argsort(-boxes[band, TOP], kind="stable")]
    lowest = np.minimum.accumulate(boxes[band, BOTTOM])
    yield from np.split(band, np.flatnonzero(lowest[:-1] - boxes[band[1:], TOP] > WHITE * tall) + 1)


def _beside(boxes: Numbers, left: Indices, right: Indices, place: float) -> int:
    """How many lines begin at a place with a line to their left."""
    first = right[abs(boxes[right, LEFT] - place) <= ALIGNED]
    if not len(left) or not len(first):
        return 0
    overlap = (np.minimum(boxes[left, TOP][:, np.newaxis], boxes[first, TOP])
               - np.maximum(boxes[left, BOTTOM][:, np.newaxis], boxes[first, BOTTOM]))
    heights = boxes[first, TOP] - boxes[first, BOTTOM]
    return int((overlap > heights / 3).any(axis=0).sum())
