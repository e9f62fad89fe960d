"""Where the lines of PDF pages stand in the text that pdfium gives of them.

Most pages hold nothing but lines with pdfium's own ends between them, which are parted at once; a search finds those of the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from corpora.text.pdfium import HYPHENS, PageText

LINE_END = "\r\n"
LINE = re.compile(r"[^\s\x02\ufffe](?:[^\r\n\x02\ufffe]*[^\s\x02\ufffe])?[\x02\ufffe]?")


class Stretches(NamedTuple):
    """Where the lines of some pages stand in pdfium's text."""

    texts: list[str]
    places: list[list[int]]
    """Of each page the offsets of the first and the last character of each line, one after the other."""
    spans: NDArray[np.int64]
    """One row a line: its first and last character in the codes of all pages, one after another."""
    pages: NDArray[np.int32]
    """The number of the page of each line."""
    codes: NDArray[np.uint16]
    begins: NDArray[np.int64]
    """Where the codes of each page begin."""

    @classmethod
    def of(cls, pages: Sequence[PageText]) -> Self:
        """The lines of these pages."""
        texts: list[str] = []
        places: list[list[int]] = []
        for page in pages:
            of_page, offsets = _parted(page) or _searched(page)
            texts += of_page
            places.append(offsets)
        begins = np.cumsum([0, *(len(page.codes) for page in pages)])
        numbers = np.repeat(np.arange(len(pages), dtype=np.int32), [len(of_page) // 2 for of_page in places])
        spans = np.fromiter(chain.from_iterable(places), np.int64, 2 * len(numbers)).reshape(-1, 2) + begins[numbers][:, np.newaxis]
        return cls(texts, places, spans, numbers, np.concatenate([page.codes for page in pages]), begins)

    def on_page(self, line: int) -> tuple[int, int]:
        """The start and end of a line in its page's text."""
        first, last = (self.spans[line] - self.begins[self.pages[line]]).tolist()
        return first, last + 1


def _parted(page: PageText) -> tuple[list[str], list[int]] | None:
    """The lines of a page and the offsets of their ends, where they lie between line ends and nothing else; None elsewhere."""
    text = page.text
    if page.is_unusual or not text:
        return None
    if page.has_hyphens:
        for hyphen in HYPHENS:
            text = text.replace(hyphen, hyphen + LINE_END)
        # A foot's hyphen.
        text = text.removesuffix(LINE_END)
    texts = text.split(LINE_END)
    # What is stripped of nothing is the same string, so that this takes no time.
    if list(map(str.strip, texts)) != texts or not all(texts) or not text.count("\n") == text.count("\r") == len(texts) - 1:
        return None
    offsets: list[int] = []
    start = 0
    for line in texts:
        end = start + len(line)
        offsets += (start, end - 1)
        if page.has_hyphens and line.endswith(HYPHENS):
            if line[-2:-1] in ("", " ", *HYPHENS):
                return None
            start = end
        else:
            start = end + len(LINE_END)
    return texts, offsets


def _searched(page: PageText) -> tuple[list[str], list[int]]:
    found = list(LINE.finditer(page.text))
    return [line[0] for line in found], [place for line in found for place in (line.start(), line.end() - 1)]
