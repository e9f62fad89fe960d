"""Lines of pages to paragraphs: lines that a margin broke are joined, hyphens mended.

Hundreds of pages are measured at once, in columns of numbers: only what is written in a line is looked at line by line, and only
where the measures leave it open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import accumulate, pairwise
from operator import methodcaller
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpora.text.margins import COLUMN_WIDTH, blocks_of, margins_of, reaches
from corpora.text.page_lines import Lines
from corpora.text.pdfium import BOTTOM, LEFT, RIGHT, TOP

MARKER = re.compile(
    r"(?:[•●○◦▪■□►▶➢✓✔*·–—-]|[oø§](?=\s)|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)](?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s))\s*")
CLOSERS = "\"”’')] "
SENTENCE_ENDS = (".", "!", "?", ":", ";")
# First parts that keep their hyphen where no other place in the document shows how the word is written.
COMPOUND_STARTS = re.compile(
    "long|short|well|non|self|one|two|three|four|five|six|seven|eight|nine|ten|half|part|full|high|low|cross|multi|inter|post|pre|sub|co|ex"
    "|year|month|week|day|follow|decision|whole|system|trust|board|ward|nurse|patient|consultant|evidence|person|out|in|on|off|up|down|to"
    "|by|face|first|second|third|mid|anti|quasi|semi|all|end|start|cost|value|risk|time|front|back|single|double|large|small|medium"
    "|best|better|ill|hard|soft|open|close", re.IGNORECASE)
LETTERS_AT_END = re.compile(r"[^\W\d_]{0,60}$")
LETTERS = re.compile(r"[^\W\d_]{0,60}")
HYPHEN = re.compile("-")
WORD = re.compile(r"[^\W\d_]+")
MOST_COUNTED_ALONE = 100
FEW_LINES = 5
LINES_OF_A_HEAD = 3
LEAST_COLUMN = 8
"""Font heights."""
Marks = NDArray[np.bool_]


class Paragraphs(NamedTuple):
    """One text, and where pages and lines stand in it."""

    text: str
    pages: list[tuple[int, int]]
    """Start and end of each page. A paragraph that runs over a page's end goes on with a space."""
    lines: list[int]
    """The start of each line."""


def paragraphs_of(lines: Lines, pages: int) -> Paragraphs:
    """One text from the lines of so many pages."""
    joined, close = joins(lines)
    firsts = np.searchsorted(lines.pages, np.arange(pages + 1)).tolist()
    separators = [" " if on else "\n" if near else "\n\n" for on, near in zip(joined.tolist(), close.tolist(), strict=True)]
    _mend_hyphens(lines, separators)
    _join_pages(lines, firsts, separators)
    pieces = [""] * (2 * len(lines.texts))
    pieces[::2] = lines.texts
    pieces[1:-1:2] = separators
    ends = list(accumulate(map(len, pieces)))
    starts = [0, *ends[1::2]][:len(lines.texts)]
    spans: list[tuple[int, int]] = []
    for first, after in pairwise(firsts):
        # A page without lines stands where the one before it ends.
        before = spans[-1][1] if spans else 0
        spans.append((starts[first], ends[2 * after - 2]) if after > first else (before, before))
    return Paragraphs("".join(pieces), spans, starts)


def joins(lines: Lines) -> tuple[Marks, Marks]:
    """For each line but the last: whether the margin alone parted it from the next, and whether they are as close as that."""
    boxes, pages = lines.boxes, lines.pages
    heights = boxes[:, TOP] - boxes[:, BOTTOM]
    above, below = heights[:-1], heights[1:]
    tallest = np.maximum(above, below)
    gaps = boxes[:-1, BOTTOM] - boxes[1:, TOP]
    same_page = pages[:-1] == pages[1:]
    usual = _usual_gaps(gaps, same_page & (gaps > 0) & (gaps < 1.5 * above), pages)
    close = (tallest == 0) | ((gaps > -0.5 * tallest) & (gaps < np.maximum(0.45 * tallest, 1.2 * usual[:-1])))
    measured = (above > 0) & (below > 0)
    may = same_page & measured & close & (lines.cells[:-1] == 1) & (lines.cells[1:] == 1) & ~lines.hyphenated[:-1]
    blocks = blocks_of(lines)
    may &= (above > 0.75 * below) & (above < 1.33 * below) & ~blocks.apart[1:]
    may = np.flatnonzero(may)
    texts = lines.texts
    following = [texts[number] for number in (may + 1).tolist()]
    first_words = np.fromiter(map(methodcaller("find", " "), following), np.int32, len(may))
    lengths = np.fromiter(map(len, following), np.int32, len(may))
    first_words = np.where(first_words < 0, lengths, first_words)
    margins = margins_of(lines, may, blocks.of_lines)
    # A word that would still have stood on the line above was sent below on purpose.
    full = boxes[may, RIGHT] + (boxes[may + 1, RIGHT] - boxes[may + 1, LEFT]) * first_words / lengths > margins - heights[may]
    may, margins = may[full], margins[full]
    reached = reaches(lines, may, margins)
    joined = same_page & lines.hyphenated[:-1]
    for number, enough in zip(may.tolist(), reached.tolist(), strict=True):
        # The longest of a few short lines is not broken by any margin.
        joined[number] = (enough or not ends_sentence(texts[number])) and not MARKER.match(texts[number + 1])
    for number in np.flatnonzero(same_page & ~measured & ~lines.hyphenated[:-1]).tolist():
        # Without measures: a line of prose that does not end its sentence goes on.
        joined[number] = len(texts[number]) > 60 and not ends_sentence(texts[number]) and not MARKER.match(texts[number + 1])
    for first, up in blocks.turns:
        joined[up - 1] |= _runs_on(lines, first, up)
    return joined, close


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence does."""
    return text.rstrip(CLOSERS).endswith(SENTENCE_ENDS)


def _usual_gaps(gaps: NDArray[np.float32], counted: Marks, pages: NDArray[np.int32]) -> NDArray[np.float32]:
    """For each line the median gap between lines on its page; 0 where there are few."""
    if not len(pages):
        return np.zeros(0, np.float32)
    medians = np.zeros(pages[-1] + 1, np.float32)
    order = np.lexsort((gaps[counted], pages[:-1][counted]))
    gaps, pages_of_gaps = gaps[counted][order], pages[:-1][counted][order]
    firsts = np.searchsorted(pages_of_gaps, np.arange(len(medians) + 1))
    counts = np.diff(firsts)
    enough = np.flatnonzero(counts >= FEW_LINES)
    low, high = firsts[enough] + (counts[enough] - 1) // 2, firsts[enough] + counts[enough] // 2
    medians[enough] = (gaps[low] + gaps[high]) / 2
    usual: NDArray[np.float32] = medians[pages]
    return usual


def _runs_on(lines: Lines, first: int, up: int) -> bool:
    """Whether a sentence goes on from the foot of the column that begins with one line to the head of the next, with another."""
    above, below = lines.texts[up - 1], lines.texts[up]
    if not below[:1].islower() or MARKER.match(below) or ends_sentence(above):
        return False
    head = slice(up, up + LINES_OF_A_HEAD)
    if lines.cells[first:up + 1].max() > 1 or np.ptp(lines.boxes[head, LEFT]) > COLUMN_WIDTH or np.ptp(lines.pages[head]):
        return False
    left, _, right, _ = lines.boxes[up - 1].tolist()
    height = float(lines.boxes[up - 1, TOP] - lines.boxes[up - 1, BOTTOM])
    word = float(lines.boxes[up, RIGHT] - lines.boxes[up, LEFT]) * len(below.split(" ", 1)[0]) / len(below)
    margin = float(lines.boxes[first:up, RIGHT].max())
    # The cells of a table too stand beside each other, but they seldom fill their lines and stand no higher than the row.
    return bool(right + word > margin - height and right - left > LEAST_COLUMN * height)


def _mend_hyphens(lines: Lines, separators: list[str]) -> None:
    """Put nothing, or the hyphen that it always has, between the halves of each word parted at a line's end."""
    parted = [number for number in np.flatnonzero(lines.hyphenated[:-1]).tolist() if separators[number] == " "]
    if not parted:
        return
    halves = {number: _halves(lines.texts[number], lines.texts[number + 1]) for number in parted}
    text = "\n".join(lines.texts).lower()
    hyphened = _counts_hyphened(text, set(halves.values()))
    # Others are one word, whether it is written elsewhere or not.
    may = {number: first + second for number, (first, second) in halves.items()
           if hyphened[first, second] or not first or not second or COMPOUND_STARTS.fullmatch(first)
           or lines.texts[number + 1][:1].isupper()}
    whole = _counts(text, set(may.values()))
    for number, pair in halves.items():
        known = whole[may[number]] if number in may else None
        separators[number] = "-" if known is not None and (hyphened[pair] > known or not known) else ""


def _halves(above: str, below: str) -> tuple[str, str]:
    start, end = LETTERS_AT_END.search(above), LETTERS.match(below)
    return start.group().lower() if start else "", end.group().lower() if end else ""


def _counts_hyphened(text: str, pairs: set[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """How often each of these pairs of halves is written with a hyphen between."""
    firsts: dict[str, list[str]] = {}
    for first, second in pairs:
        if first and second:
            firsts.setdefault(second, []).append(first)
    counts: Counter[tuple[str, str]] = Counter()
    for hyphen in HYPHEN.finditer(text):
        second = found.group() if (found := LETTERS.match(text, hyphen.end())) else ""
        for first in firsts.get(second, ()):
            if text.endswith(first, 0, hyphen.start()):
                counts[first, second] += 1
    return counts


def _counts(text: str, forms: set[str]) -> Mapping[str, int]:
    """How often each of these words is written."""
    if len(forms) > MOST_COUNTED_ALONE:
        return Counter(WORD.findall(text))
    return {form: text.count(form) if form else 0 for form in forms}


def _join_pages(lines: Lines, firsts: list[int], separators: list[str]) -> None:
    """Put between pages what joins them: a space where a sentence runs over the page's end."""
    texts = lines.texts
    begin = 0
    for first in firsts[1:-1]:
        if not begin < first < len(texts):
            continue
        last = texts[first - 1]
        long = len(last) > 40 or sum(map(len, texts[begin:first])) > 40
        goes_on = long and not ends_sentence(last) and texts[first][:1].islower() and not MARKER.match(texts[first])
        separators[first - 1] = " " if goes_on else "\n\n"
        begin = first
