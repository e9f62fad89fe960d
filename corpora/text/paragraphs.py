"""Lines of pages to paragraphs: lines that a margin broke are joined, running heads dropped, hyphens mended."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple, Self

from corpora.text.page_lines import PageLine

MARKER = re.compile(
    r"(?:[•●○◦▪■□►▶➢✓✔*·–—-]|[oø§](?=\s)|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)](?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s))\s*")
SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*$")
PAGE_NUMBER = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")
NAMED_PAGE_NUMBER = re.compile(r"page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*(?:of|/|\|)\s*(?:\d{1,4}|page)", re.IGNORECASE)
# First parts that keep their hyphen where no other place in the document shows how the word is written.
COMPOUND_STARTS = re.compile(
    "long|short|well|non|self|one|two|three|four|five|six|seven|eight|nine|ten|half|part|full|high|low|cross|multi|inter|post|pre|sub|co|ex"
    "|year|month|week|day|follow|decision|whole|system|trust|board|ward|nurse|patient|consultant|evidence|person|out|in|on|off|up|down|to"
    "|by|face|first|second|third|mid|anti|quasi|semi|all|end|start|cost|value|risk|time|front|back|single|double|large|small|medium"
    "|best|better|ill|hard|soft|open|close", re.IGNORECASE)
EDGE_LINES = 2
FEW_LINES = 5
LINES_THAT_MAKE_A_MARGIN = 3
LONGEST_WORD = 60
"""Points; a ragged margin is missed by less than this."""
COLUMN_WIDTH = 30
"""Points; lines that begin this near to each other share a margin."""
PAGES_FOR_A_RUNNING_HEAD = 3


def paragraphs_of_pages(pages: list[list[PageLine]]) -> tuple[str, list[tuple[int, int]]]:
    """One text from the lines of all pages, and the start and end of each page in it.

    A paragraph that runs over a page's end goes on with a space; ``text[start:end]`` is then the page's part of it.
    """
    pages = _without_running_heads(pages)
    known = Counter(word.lower() for page in pages for line in page for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text))
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for page in pages:
        paragraphs = _paragraphs(page, known)
        body = "".join(paragraphs)
        if parts and body:
            separator = " " if _goes_on(parts[-1], body) else "\n\n"
            parts.append(separator)
            length += len(separator)
        parts.append(body)
        spans.append((length, length + len(body)))
        length += len(body)
        if not body:
            parts.pop()
    return "".join(parts), spans


class _Measures(NamedTuple):
    """What is usual on a page."""

    margins: dict[int, float]
    gap: float
    ends: tuple[float, ...]
    """How far right each line reaches, in order."""

    @classmethod
    def of(cls, lines: list[PageLine]) -> Self:
        gaps = [gap for above, below in pairwise(lines) if 0 < (gap := above.bottom - below.top) < 1.5 * above.height]
        return cls(_margins(lines), median(gaps) if len(gaps) >= FEW_LINES else 0, tuple(sorted(line.right for line in lines)))

    def are_close(self, above: PageLine, below: PageLine) -> bool:
        """Whether two lines follow each other as lines of one paragraph do, however widely it is set."""
        gap, height = above.bottom - below.top, max(above.height, below.height)
        return not height or -0.5 * height < gap < max(0.45 * height, 1.2 * self.gap)

    def _reach(self, margin: float) -> int:
        return bisect_right(self.ends, margin) - bisect_left(self.ends, margin - LONGEST_WORD)

    def joins(self, above: PageLine, below: PageLine) -> bool:
        """Whether the margin alone parted these two lines."""
        if above.hyphenated:
            return True
        if not above.height or not below.height:
            # Without measures: a line of prose that does not end its sentence goes on.
            return len(above.text) > 60 and not SENTENCE_END.search(above.text) and not MARKER.match(below.text)
        if above.cells > 1 or below.cells > 1 or MARKER.match(below.text):
            return False
        if not self.are_close(above, below) or not 0.75 < above.height / below.height < 1.33:
            return False
        margin = self.margins[_column(above)]
        if SENTENCE_END.search(above.text) and self._reach(margin) < LINES_THAT_MAKE_A_MARGIN:
            # The longest of a few short lines is not broken by any margin.
            return False
        first_word = below.text.split(" ", 1)[0]
        width = (below.right - below.left) * len(first_word) / max(1, len(below.text))
        # A word that would still have stood on the line above was sent below on purpose.
        return above.right + width > margin - above.height


def _paragraphs(lines: list[PageLine], known: Counter[str]) -> list[str]:
    """The page's text in pieces: its lines, and what stands between them."""
    if not lines:
        return []
    pieces = [lines[0].text]
    measures = _Measures.of(lines)
    for above, below in pairwise(lines):
        if measures.joins(above, below):
            pieces.append(_joint(above.text, below.text, known) if above.hyphenated else " ")
        else:
            pieces.append("\n" if measures.are_close(above, below) else "\n\n")
        pieces.append(below.text)
    return pieces


def _margins(lines: list[PageLine]) -> dict[int, float]:
    """How far right lines reach, by the column in which they begin."""
    margins: dict[int, float] = {}
    for line in lines:
        # A line indented over the edge of its column still bounds the column beside it.
        for column in (_column(line) - 1, _column(line), _column(line) + 1):
            margins[column] = max(margins.get(column, 0), line.right)
    return margins


def _column(line: PageLine) -> int:
    return int(line.left // COLUMN_WIDTH)


def _joint(above: str, below: str, known: Counter[str]) -> str:
    """What stands between the halves of a word parted at a line's end: nothing, or the hyphen that it always has."""
    start, end = re.search(r"[^\W\d_]*$", above), re.match(r"[^\W\d_]*", below)
    first, second = start.group() if start else "", end.group() if end else ""
    whole, parted = known[f"{first}{second}".lower()], known[f"{first}-{second}".lower()]
    compound = not first or not second or COMPOUND_STARTS.fullmatch(first) or second[:1].isupper()
    return "-" if parted > whole or (not whole and compound) else ""


def _goes_on(above: str, below: str) -> bool:
    return not SENTENCE_END.search(above.rstrip()) and below[:1].islower() and not MARKER.match(below) and len(above) > 40


def _without_running_heads(pages: list[list[PageLine]]) -> list[list[PageLine]]:
    """Pages without page numbers and without the lines at their edges that half of them share; the first such line stays."""
    marked = [_edge_marks(page, number) for number, page in enumerate(pages)]
    counts = Counter(mark for marks in marked for mark in marks if mark)
    running = {mark for mark, count in counts.items() if count >= PAGES_FOR_A_RUNNING_HEAD and count >= len(pages) / 2}
    seen: set[tuple[int, str]] = set()
    kept: list[list[PageLine]] = []
    for page, marks in zip(pages, marked, strict=True):
        lines: list[PageLine] = []
        for line, mark in zip(page, marks, strict=True):
            repeats = mark in running and (mark in seen or PAGE_NUMBER.fullmatch(line.text))
            if repeats or (mark and NAMED_PAGE_NUMBER.fullmatch(line.text)):
                continue
            if mark:
                seen.add(mark)
            lines.append(line)
        kept.append(lines)
    return kept


def _edge_marks(page: list[PageLine], number: int) -> list[tuple[int, str] | None]:
    """For each line at the page's edges its place and words, where a number that counts with the pages is always the same."""
    measures = _Measures.of(page)
    marks: list[tuple[int, str] | None] = []
    for index, line in enumerate(page):
        place = index if index < EDGE_LINES else index - len(page)
        inner = index + 1 if place >= 0 else index - 1
        prose = 0 <= inner < len(page) and measures.joins(*((line, page[inner]) if place >= 0 else (page[inner], line)))
        marks.append((place, _mask(line.text, number)) if -EDGE_LINES <= place < EDGE_LINES and not prose else None)
    return marks


def _mask(text: str, number: int) -> str:
    words = re.sub(r"\d{1,4}(?=\D*$)|(?<!\S)\d{1,4}(?=\s)", lambda found: f"#{int(found.group()) - number}", text.lower())
    return re.sub(r"(#-?\d+)(\s*(?:of|/)\s*)#-?\d+", r"\1\2#", words)
