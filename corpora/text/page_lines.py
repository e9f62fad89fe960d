"""The lines of one PDF page, with where they stand on it."""

from __future__ import annotations

import re
from ctypes import c_double
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from corpora.text.cleaning import clean_text

CELL_GAP = 1.3
"""White space wider than this many letter heights parts two cells of a table row."""
MOST_CHARACTERS_MEASURED = 30_000
HYPHEN = "\x02"
"""What pdfium writes for the hyphen that a line break put into a word."""


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
        for found in re.finditer(r"[^\r\n]+", text):
            line = _measured_line(textpage, found.group(), found.start()) if measured else _plain_line(found.group())
            if line is not None:
                lines.append(line)
        return lines
    finally:
        textpage.close()


def _plain_line(text: str) -> PageLine | None:
    shown = clean_text(text.replace(HYPHEN, "")).strip()
    return PageLine(shown, 0, 0, 0, 0, text.rstrip().endswith(HYPHEN)) if shown else None


def _measured_line(textpage: pypdfium2.PdfTextPage, text: str, offset: int) -> PageLine | None:
    words: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    cells = 1
    for found in re.finditer(r"\S+", text):
        first = _box(textpage, offset + found.start())
        last = _box(textpage, offset + found.end() - 1) if found.end() - found.start() > 1 else first
        if first is None or last is None:
            first = last = boxes[-1] if boxes else (0.0, 0.0, 0.0, 0.0)
        box = (first[0], last[1], min(first[2], last[2]), max(first[3], last[3]))
        if boxes:
            gap, height = box[0] - boxes[-1][1], max(box[3] - box[2], boxes[-1][3] - boxes[-1][2])
            parted = gap > CELL_GAP * height > 0
            cells += parted
            words.append("  " if parted else " ")
        boxes.append(box)
        words.append(found.group())
    whole = "".join(words)
    shown = clean_text(whole.replace(HYPHEN, "")).strip()
    if not shown:
        return None
    return PageLine(shown, min(box[0] for box in boxes), max(box[1] for box in boxes), min(box[2] for box in boxes),
                    max(box[3] for box in boxes), whole.endswith(HYPHEN), cells)


def _box(textpage: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float] | None:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    if not raw.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top):
        return None
    return left.value, right.value, bottom.value, top.value
