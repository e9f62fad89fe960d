"""The lines at the edges of pages that only say which document and page it is: dropped from the text, and read for page labels.

A number at a page's edge is the page's label where it counts with the pages: the same step from the file's own count on several
pages. One that stands alone may be a figure of a table, and a wrong label is worse than none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpora.text.page_lines import Lines
from corpora.text.pdfium import BOTTOM, LEFT, TOP

NUMBER = re.compile(r"\d(?<![\d.,£$€%:/-]\d)\d{0,3}(?![\d%:-]|[.,/]\d)")
"""What stands before is looked at behind the first digit: so the search goes from digit to digit."""
NAMED_PAGE_NUMBER = re.compile(
    r"(?:page|pg\.?|p\.)\s*[|:]?\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?|(\d{1,4})\s*(?:of|/|\|)\s*(?:\d{1,4}|p ?a ?g ?e)"
    r"|p a g e\s*\|?\s*(\d{1,4})",
    re.IGNORECASE)
PAGE_NUMBER = re.compile(r"[-–—]?\s*(\d{1,4}|[ivxl]{1,7})\s*[-–—]?")
LONGEST_LONE = 20
DIGIT = re.compile(r"\d")
ROMAN = re.compile(r"(xl|x{0,3})(ix|iv|v?i{0,3})")
EDGE_LINES = 2
PAGES_FOR_A_RUNNING_HEAD = 3
PAGES_IN_A_ROW = 4
"""A paper within a pack has heads of its own, on these many pages at least."""
PAGES_FOR_A_LABEL = {"named": 2, "lone": 3, "within": 5}
"""On so many pages a number must count with them: ``Page 3 of 9``, ``3``, ``Board papers, March 3``."""
PAGES_THAT_NEED_NO_NEIGHBOUR = 10
LONGEST_HEAD = 200
MOST_NUMBERS = 6
PROSE = 60
"""Characters that a line of prose has at least, unless it ends its paragraph."""
ONLY_OF = r"\1"
TOTAL = re.compile(r"\A(\s*(?:of|/)\s*)\d{1,4}", re.IGNORECASE)


class Edges(NamedTuple):
    """What the edges of pages gave."""

    kept: NDArray[np.bool_]
    """The lines that are text."""
    labels: list[str | None]
    """The number printed on each page."""


class _Number(NamedTuple):
    """A number at a page's edge that may be the page's own."""

    page: int
    printed: str
    step: tuple[str, int]
    """How it is written, and by how much it is ahead of the file's count."""
    kind: str
    """Of ``PAGES_FOR_A_LABEL``."""


Form = tuple[int, str, str, int]
"""How a line may come again: its place on the page, what stands before a number and behind it, and the number's step."""


class _Edge(NamedTuple):
    line: int
    page: int
    place: int
    forms: list[Form]
    numbers: list[_Number]
    named: bool
    lone: bool


def edges_of(lines: Lines, pages: int) -> Edges:
    """The running heads and labels of so many pages."""
    edges = list(_edges(lines, pages))
    places: dict[Form, list[int]] = defaultdict(list)
    for edge in edges:
        for form in edge.forms:
            places[form].append(edge.page)
    running = {form for form, found in places.items() if len(found) >= PAGES_FOR_A_RUNNING_HEAD and _is_running(found, pages)}
    kept = np.ones(len(lines.texts), np.bool_)
    seen: set[Form] = set()
    numbers: list[_Number] = []
    for edge in edges:
        marks = running.intersection(edge.forms)
        if edge.named or (marks and (edge.lone or not marks.isdisjoint(seen))):
            kept[edge.line] = False
        seen |= marks
        numbers += edge.numbers
    return Edges(kept, _labels(numbers, pages))


def _edges(lines: Lines, pages: int) -> Iterator[_Edge]:
    """The uppermost and lowermost lines of each page, save those of a paragraph's text."""
    # Order is no guide: some programs write the foot of a page before its text.
    order = np.lexsort((-lines.boxes[:, BOTTOM], lines.pages)).tolist()
    firsts = np.searchsorted(lines.pages, np.arange(pages + 1)).tolist()
    spots: list[tuple[int, int, int]] = []
    for page, (first, after) in enumerate(pairwise(firsts)):
        count = after - first
        for rank in range(count) if count <= 2 * EDGE_LINES else (*range(EDGE_LINES), *range(count - EDGE_LINES, count)):
            spots.append((order[first + rank], page, rank if rank < EDGE_LINES else rank - count))
    for (line, page, place), prose in zip(spots, _are_prose(lines, spots), strict=True):
        if not prose and len(lines.texts[line]) <= LONGEST_HEAD:
            yield _edge(lines.texts[line], line, page, place)


def _are_prose(lines: Lines, spots: Sequence[tuple[int, int, int]]) -> list[bool]:
    """Of lines at edges, whether each and the one further in are a long line of a paragraph and its next."""
    if not spots:
        return []
    number, _, place = np.array(spots).T
    above = np.where(place >= 0, number, number - 1)
    within = (above >= 0) & (above + 1 < len(lines.texts))
    above = np.where(within, above, 0)
    below = np.where(within, above + 1, 0)
    upper, lower = lines.boxes[above], lines.boxes[below]
    height = upper[:, TOP] - upper[:, BOTTOM]
    long = np.fromiter((len(lines.texts[line]) >= PROSE for line in above.tolist()), np.bool_, len(above))
    prose: list[bool] = (within & long & (lines.pages[above] == lines.pages[below])
                         & (abs(upper[:, LEFT] - lower[:, LEFT]) < height / 4)
                         & (abs(height - lower[:, TOP] + lower[:, BOTTOM]) < height / 10)
                         & (upper[:, BOTTOM] - lower[:, TOP] < height / 2)).tolist()
    return prose


def _edge(text: str, line: int, page: int, place: int) -> _Edge:
    numbers: list[_Number] = []
    forms: list[Form] = [(place, text, "", 0)]
    lone = PAGE_NUMBER.fullmatch(text) if len(text) <= LONGEST_LONE else None
    if not lone and not DIGIT.search(text):
        return _Edge(line, page, place, forms, numbers, named=False, lone=False)
    named = NAMED_PAGE_NUMBER.fullmatch(text)
    if lone and not lone.group(1).isdigit():
        value = _roman(lone.group(1))
        if value:
            forms = [(place, "roman", "", value - page)]
            numbers = [_Number(page, lone.group(1), ("roman", value - page), "lone")]
        return _Edge(line, page, place, forms, numbers, named=False, lone=value > 0)
    for found in islice(NUMBER.finditer(text), MOST_NUMBERS):
        start, end = found.span()
        printed, before, behind = text[start:end], text[:start], text[end:]
        step = int(printed) - page
        forms.append((place, before, TOTAL.sub(ONLY_OF, behind) if named else behind, step))
        if named:
            if start == named.start(named.lastindex or 0):
                numbers.append(_Number(page, printed, ("arabic", step), "named"))
        elif lone or not before or not behind:
            numbers.append(_Number(page, printed, ("arabic", step), "lone" if lone else "within"))
    return _Edge(line, page, place, forms, numbers, named=bool(named), lone=bool(lone))


def _is_running(found: Sequence[int], pages: int) -> bool:
    if len(found) >= PAGES_FOR_A_RUNNING_HEAD and len(found) >= pages / 2:
        return True
    return any(last - first == PAGES_IN_A_ROW - 1 for first, last in zip(found, found[PAGES_IN_A_ROW - 1:], strict=False))


def _labels(numbers: list[_Number], pages: int) -> list[str | None]:
    """Of the numbers on each page the one that counts with the most pages: a pack's own, rather than a paper's in it."""
    steps: dict[tuple[str, int], set[int]] = defaultdict(set)
    needed: dict[tuple[str, int], int] = {}
    for number in numbers:
        steps[number.step].add(number.page)
        needed[number.step] = min(needed.get(number.step, pages + 1), PAGES_FOR_A_LABEL[number.kind])
    best: list[tuple[int, str] | None] = [None] * pages
    for number in numbers:
        others, before = steps[number.step], best[number.page]
        beside = others & {number.page - 2, number.page - 1, number.page + 1, number.page + 2}
        sure = len(others) >= needed[number.step] and (beside or len(others) >= PAGES_THAT_NEED_NO_NEIGHBOUR)
        if sure and (before is None or len(others) > before[0]):
            best[number.page] = (len(others), number.printed)
    return [label[1] if label else None for label in best]


def _roman(written: str) -> int:
    """The value of a small Roman number below 50; 0 where it is none."""
    found = ROMAN.fullmatch(written)
    if not found:
        return 0
    tens = {"xl": 40}.get(found.group(1), 10 * len(found.group(1)))
    ones = {"ix": 9, "iv": 4}.get(found.group(2), 5 * ("v" in found.group(2)) + found.group(2).count("i"))
    return tens + ones
