"""The lines of one PDF page, with where they stand on it."""

from __future__ import annotations

import re
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from corpora.text.cleaning import clean_text

CELL_GAP = 1.1
"""White space wider than this many font heights parts two cells of a table row."""
BULLET = re.compile(r"[•●○◦▪■□►▶➢✓✔*·–—o§-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?")
MOST_CHARACTERS_MEASURED = 30_000
HYPHENS = ("\x02", "\ufffe")
"""What pdfium, older and newer, writes for a hyphen at a line's end; it leaves out the line's end then."""
LINE = re.compile(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?")


class PageLine(NamedTuple):
    """One line as it stands on the page, in points from the lower left corner. Heights are those of its letters."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    hyphenated: bool = False
    cells: int = 1

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom


def lines_of_page(page: pypdfium2.PdfPage) -> list[PageLine]:
    """All lines of a page in pdfium's reading order."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        measured = len(text) <= MOST_CHARACTERS_MEASURED and textpage.count_chars() == len(text)
        lines: list[PageLine] = []
        for found in LINE.finditer(text):
            line = _measured_line(textpage, found.group(), found.start()) if measured else _plain_line(found.group())
            if line is None:
                continue
            if lines and _is_row(lines[-1], line):
                line = _as_row(lines.pop(), line)
            lines.append(line)
        return lines
    finally:
        textpage.close()


def _is_row(left: PageLine, right: PageLine) -> bool:
    """Whether two pieces stand side by side: pdfium parts a row where the gap between its cells is wide."""
    overlap = min(left.top, right.top) - max(left.bottom, right.bottom)
    return overlap > 0.6 * max(left.height, right.height) > 0 and right.left > left.right and not left.hyphenated


def _as_row(left: PageLine, right: PageLine) -> PageLine:
    return PageLine(f"{left.text}  {right.text}", left.left, right.right, min(left.bottom, right.bottom), max(left.top, right.top),
                    right.hyphenated, left.cells + right.cells)


def _plain_line(text: str) -> PageLine | None:
    shown = clean_text(text).strip()
    return PageLine(shown, 0, 0, 0, 0, text.endswith(HYPHENS)) if shown else None


def _measured_line(textpage: pypdfium2.PdfTextPage, text: str, offset: int) -> PageLine | None:
    words: list[str] = []
    boxes: list[_Box] = []
    cells = 1
    for found in re.finditer(r"\S+", text):
        first = _box(textpage, offset + found.start())
        last = _box(textpage, offset + found.end() - 1)
        box = _Box(first.left, last.right, min(first.bottom, last.bottom), max(first.top, last.top))
        if words:
            gap, height = box.left - boxes[-1].right, max(box.top - box.bottom, boxes[-1].top - boxes[-1].bottom)
            parted = gap > CELL_GAP * height > 0 and not (len(words) == 1 and BULLET.fullmatch(words[0]))
            cells += parted
            words.append("  " if parted else " ")
        boxes.append(box)
        words.append(found.group())
    whole = "".join(words)
    shown = clean_text(whole).strip()
    if not shown:
        return None
    return PageLine(shown, min(box.left for box in boxes), max(box.right for box in boxes), min(box.bottom for box in boxes),
                    max(box.top for box in boxes), whole.endswith(HYPHENS), cells)


class _Box(NamedTuple):
    left: float
    right: float
    bottom: float
    top: float


def _box(textpage: pypdfium2.PdfTextPage, index: int) -> _Box:
    """Where a character stands, with the height of its font: letters without tails do not sit closer to the next line."""
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(textpage.raw, index, box):
        return _Box(0, 0, 0, 0)
    return _Box(box.left, box.right, min(box.bottom, box.top), max(box.bottom, box.top))
