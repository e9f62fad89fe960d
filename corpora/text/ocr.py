"""Pages that are pictures, recognised (OCR) by Tesseract's program where it is installed; nothing else is needed, nothing is sent.

Only pages without text are looked at, in bounded number and time. The picture goes in on stdin as grey values and words come out
with where they stand and how sure Tesseract is of them; what it is not sure of is no text.
"""

from __future__ import annotations

import csv
import functools
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from itertools import groupby
from statistics import mean, median
from typing import NamedTuple

import numpy as np
import pypdfium2

from corpora.text.cleaning import clean_line
from corpora.text.page_lines import PageLine
from corpora.text.recognised_rows import RecognisedLine, in_rows

PROGRAM = "tesseract"
SETTING = "SOFTINTEL_OCR"
"""``off`` leaves pictures as they are although the program is there."""
HOW_TO_INSTALL = "install Tesseract (on Debian and Ubuntu: apt install tesseract-ocr) to have them recognised"
SWITCHED_OFF = f"they are not recognised, since {SETTING} switches it off"
MOST_PAGES = 60
"""Of one document; the rest stay pictures, and say so."""
MOST_SECONDS = 75.0
"""For all pages of a document: less than its reading process is given."""
SECONDS_A_PAGE = 30.0
DOTS_PER_INCH = 200
MOST_DOTS = 8_000_000
POINTS_PER_INCH = 72
LINE_STEP = 1.2
"""Heights from line to line within a paragraph."""
SURE_WORD, SURE_PAGE = 40, 55
"""Percent, as Tesseract tells it: of a word, and of a page's words on average."""


class Word(NamedTuple):
    """A recognised word, in dots from the upper left corner."""

    line: tuple[str, str, str]
    """Block, paragraph and line that it stands in."""
    text: str
    sure: float
    left: int
    top: int
    right: int
    bottom: int


@functools.cache
def program() -> str | None:
    """Where Tesseract is installed; None where it is not, or is switched off."""
    return None if os.environ.get(SETTING, "").strip().lower() in ("off", "0", "no", "false") else shutil.which(PROGRAM)


def why_not() -> str:
    """Why pictures are not recognised where there is no ``program``, and what to do about it."""
    return SWITCHED_OFF if shutil.which(PROGRAM) else HOW_TO_INSTALL


class Recogniser:
    """Recognises pages of one document until its time is up."""

    def __init__(self) -> None:
        self._until = time.monotonic() + MOST_SECONDS
        self._pages = 0

    def lines(self, pdf: pypdfium2.PdfDocument, index: int) -> list[PageLine]:
        """The lines of a page that is a picture; none where nothing was recognised, or not in time."""
        seconds = min(SECONDS_A_PAGE, self._until - time.monotonic())
        found = program()
        if found is None or seconds <= 1 or self._pages >= MOST_PAGES:
            return []
        self._pages += 1
        try:
            picture, scale, height = _picture(pdf, index)
            # One thread: several pages' readers run beside each other already.
            done = subprocess.run(  # noqa: S603  # the program found in PATH, our own arguments
                [found, "stdin", "stdout", "--dpi", str(DOTS_PER_INCH), "-l", "eng", "tsv"], input=picture, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, timeout=seconds, check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        except (subprocess.TimeoutExpired, OSError, pypdfium2.PdfiumError):
            return []
        return [] if done.returncode else in_rows(list(_lines(done.stdout.decode("utf-8", "replace"), scale, height)))


def _picture(pdf: pypdfium2.PdfDocument, index: int) -> tuple[bytes, float, float]:
    """A page as a portable grey map, how many dots a point has in it, and the page's height in points."""
    page = pdf[index]
    try:
        width, height = page.get_size()
        scale = min(DOTS_PER_INCH / POINTS_PER_INCH, (MOST_DOTS / max(1.0, width * height)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            head = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
            return head + bitmap.to_numpy().tobytes(), scale, height
        finally:
            bitmap.close()
    finally:
        page.close()


def _lines(table: str, scale: float, height: float) -> Iterator[RecognisedLine]:
    """The lines in Tesseract's table of words, in points from the lower left corner."""
    words = list(_words(table))
    if not words or mean(word.sure for word in words) < SURE_PAGE:
        return
    tall = median(word.bottom - word.top for word in words)
    paragraph, above = ("", ""), 0.0
    for place, group in groupby((word for word in words if word.sure >= SURE_WORD), lambda word: word.line):
        line = list(group)
        text = clean_line(" ".join(word.text for word in line))
        # What is recognised has the ink's height, not the font's: lines that Tesseract takes for one paragraph are set as close.
        bottom = above + LINE_STEP * tall if place[:2] == paragraph else float(max(word.bottom for word in line))
        paragraph, above = place[:2], bottom
        parted = len(text) > 2 and text.endswith("-") and text[-2].isalpha()
        if text:
            yield RecognisedLine(
                PageLine(text[:-1] if parted else text, line[0].left / scale, line[-1].right / scale, height - bottom / scale,
                         height - (bottom - tall) / scale, parted),
                [word.text for word in line],
                np.array([(word.left / scale, height - word.top / scale, word.right / scale, height - word.bottom / scale)
                          for word in line], np.float32))


def _words(table: str) -> Iterator[Word]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            sure, left, top = float(row["conf"]), int(row["left"]), int(row["top"])
            right, bottom = left + int(row["width"]), top + int(row["height"])
        except (KeyError, TypeError, ValueError):
            continue
        if sure >= 0 and (row["text"] or "").strip():
            yield Word((row["block_num"], row["par_num"], row["line_num"]), row["text"], sure, left, top, right, bottom)
