"""The parts of a PDF: from its bookmarks, from its agenda with page references, from headings by size, boldness and numbering.

The agenda knows best what an item is called, bookmarks come next, headings last; one part that several of them name is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
import pypdfium2

from corpora.text.page_lines import HEADING_START, Lines
from corpora.text.paragraphs import Paragraphs, ends_sentence
from corpora.text.pdfium import BOTTOM, TOP
from corpora.text.sections import ENCLOSURE, ITEM, LONGEST_TITLE, MOST_SECTIONS, NUMBERED, Heading, Name, named

AGENDA, OUTLINE, NAMED, SIZED, NUMBERED_DEPTH = 0.0, 1.0, 3.0, 4.0, 40.0
"""How deep the headings lie that these ways find; a bookmark's and a number's own depth is added."""
AGENDA_HEAD = re.compile(r"(?:[\w ,'’&()-]{0,80}\s)?agenda(?:\s+[\w ,'’&()/-]{0,80})?", re.IGNORECASE)
AGENDA_NUMBER = re.compile(r"(?:item\s+)?(\d{1,2}(?:\.\d{1,2})?[a-z]?)[.):]?(?:\s+|$)", re.IGNORECASE)
AGENDA_PAGE = re.compile(r"(?:page\s+|pp?\.\s*)?(\d{1,4})(?:\s*[-–—]\s*\d{1,4})?", re.IGNORECASE)
PAGES_BEFORE_THE_AGENDA = 12
PAGES_OF_AN_AGENDA = 4
LINES_ABOVE_THE_AGENDA = 12
FEW_ROWS = 3
LARGER, MUCH_LARGER = 1.12, 1.25
LONGEST_HEADING = 120
MOST_A_PAGE = 6
"""Where more lines than this are large on an average page, it is a presentation or a poster."""
PLAIN = re.compile(r"[\W_]+")
SHORTEST_MATCH = 8


class _Found(NamedTuple):
    page: int
    heading: Heading


def headings_of(pdf: pypdfium2.PdfDocument, lines: Lines, paragraphs: Paragraphs, labels: list[str | None], *,
                board_paper: bool) -> list[Heading]:
    """The headings of a PDF by their places in its text.

    Args:
        lines: those that the text was made of.
        labels: the number printed on each page.
        board_paper: a plain number is that of an agenda item.
    """
    if not lines.texts:
        return []
    text = _Text(lines, paragraphs)
    kept: dict[int, list[Heading]] = {}
    starts: set[int] = set()
    ways = (_from_agenda(text, labels), _from_outline(pdf, text, items=board_paper), _from_lines(text, items=board_paper))
    for page, heading in islice((found for way in ways for found in way), 3 * MOST_SECTIONS):
        beside = kept.setdefault(page, [])
        if heading.start not in starts and not any(_alike(heading.title, other.title) for other in beside):
            beside.append(heading)
            starts.add(heading.start)
    return [heading for headings in kept.values() for heading in headings]


class _Text:
    """The lines and where they came to stand."""

    def __init__(self, lines: Lines, paragraphs: Paragraphs) -> None:
        self.lines, self.paragraphs = lines, paragraphs
        self.firsts = np.searchsorted(lines.pages, np.arange(len(paragraphs.pages) + 1)).tolist()

    def of_page(self, page: int) -> range:
        """The numbers of a page's lines."""
        return range(self.firsts[page], self.firsts[page + 1])

    def place(self, page: int, title: str) -> int:
        """Where a part of this title begins on a page: at the line that says so, else with the page."""
        wanted = _plain(title)
        if len(wanted) >= SHORTEST_MATCH:
            for line in self.of_page(page):
                plain = _plain(self.lines.texts[line])
                if wanted in plain or (len(plain) >= SHORTEST_MATCH and plain in wanted):
                    return self.paragraphs.lines[line]
        return self.paragraphs.pages[page][0]

    def words_at(self, line: int) -> str:
        """The words of a heading that begins with this line, over its further lines."""
        start = self.paragraphs.lines[line]
        words = self.paragraphs.text[start:start + LONGEST_TITLE].split("\n", 1)[0]
        return words if len(words) <= LONGEST_HEADING else self.lines.texts[line]


def _from_outline(pdf: pypdfium2.PdfDocument, text: _Text, *, items: bool) -> Iterator[_Found]:
    try:
        for bookmark in islice(pdf.get_toc(max_depth=6), MOST_SECTIONS):
            target = bookmark.get_dest()
            page = target.get_index() if target else None
            name = named(bookmark.get_title() or "", items=items and bookmark.level == 0)
            if page is not None and 0 <= page < len(text.paragraphs.pages) and (name.title or name.label):
                yield _Found(page, Heading(text.place(page, name.title), OUTLINE + bookmark.level / 10, name.title, name.label))
    except (pypdfium2.PdfiumError, RecursionError, ValueError):
        # Bookmarks that lead nowhere or in circles: what came before them stands.
        return


def _from_agenda(text: _Text, labels: list[str | None]) -> Iterator[_Found]:
    pages = {label: page for page, label in reversed(list(enumerate(labels))) if label}
    for first in range(min(PAGES_BEFORE_THE_AGENDA, len(text.paragraphs.pages))):
        opening = [text.lines.texts[line] for line in text.of_page(first)[:LINES_ABOVE_THE_AGENDA]]
        if not any(len(words) <= LONGEST_HEADING and AGENDA_HEAD.fullmatch(words) for words in opening):
            continue
        rows = [row for page in range(first, min(first + PAGES_OF_AN_AGENDA, len(text.paragraphs.pages)))
                for line in text.of_page(page) if (row := _agenda_row(text.lines.texts[line]))]
        found = [(name, page) for name, number in rows
                 if (page := pages.get(number) if pages else _page_told(text, name, number)) is not None and page > first]
        if len(found) >= FEW_ROWS and len(found) > len(rows) / 2:
            for name, page in found:
                yield _Found(page, Heading(text.place(page, name.title), AGENDA, name.title, name.label))
            return


def _agenda_row(line: str) -> tuple[Name, str] | None:
    """An item and the page on which it begins: ``9.  Integrated Performance Report  Chief Nurse  134``."""
    cells = line.split("  ")
    page = AGENDA_PAGE.fullmatch(cells[-1].strip())
    number = AGENDA_NUMBER.match(cells[0])
    if len(cells) < 2 or not page or not number:
        return None
    title = cells[0][number.end():].strip() or (cells[1].strip() if len(cells) > 2 else "")
    if sum(map(str.isalpha, title)) < 3:
        return None
    return Name(f"Item {number.group(1)}", title[:LONGEST_TITLE]), page.group(1)


def _page_told(text: _Text, name: Name, number: str) -> int | None:
    """The page of an agenda's reference where no numbers are printed: it counts if that page of the file bears the title."""
    page, wanted = int(number) - 1, _plain(name.title)
    if not 0 <= page < len(text.paragraphs.pages) or len(wanted) < SHORTEST_MATCH:
        return None
    return page if any(wanted in _plain(text.lines.texts[line]) for line in text.of_page(page)) else None


def _from_lines(text: _Text, *, items: bool) -> Iterator[_Found]:
    lines = text.lines
    heights = lines.boxes[:, TOP] - lines.boxes[:, BOTTOM]
    lengths = np.fromiter(map(len, lines.texts), np.int32, len(lines.texts))
    order = np.argsort(heights, kind="stable")
    body = float(heights[order][np.searchsorted(np.cumsum(lengths[order]), lengths.sum() / 2)])
    short = (lengths <= LONGEST_HEADING) & (lines.cells == 1)
    sized = short & (heights >= MUCH_LARGER * body) & (body > 0)
    if sized.sum() > MOST_A_PAGE * len(text.paragraphs.pages):
        sized[:] = False
    may_be_named = short & (lines.bold | ((heights >= LARGER * body) & (body > 0)))
    sizes = sorted({round(float(height) * 2) for height in heights[sized]}, reverse=True)
    last = -2
    for line in np.flatnonzero(sized | may_be_named).tolist():
        words = text.words_at(line)
        # The further lines of a heading are part of its words.
        goes_on = line == last + 1 and text.paragraphs.text[text.paragraphs.lines[line] - 1] == " "
        last = line if goes_on or sized[line] else last
        if goes_on or sum(map(str.isalpha, words)) < 3 or (ends_sentence(words) and not words.endswith(":")):
            continue
        page, start = int(lines.pages[line]), text.paragraphs.lines[line]
        if (item := ITEM.match(words) or ENCLOSURE.match(words)) and item:
            name = named(words)
            yield _Found(page, Heading(start, NAMED, name.title, name.label))
        elif sized[line]:
            rank = sizes.index(round(float(heights[line]) * 2))
            name = named(words, items=items and rank == 0)
            yield _Found(page, Heading(start, SIZED + rank, name.title.rstrip(":"), name.label))
        elif HEADING_START.match(words) and NUMBERED.match(words):
            name = named(words)
            yield _Found(page, Heading(start, NUMBERED_DEPTH + (name.label or "").count("."), name.title.rstrip(":"), name.label))


def _plain(words: str) -> str:
    return PLAIN.sub(" ", words).strip().lower()


def _alike(title: str, other: str) -> bool:
    first, second = _plain(title), _plain(other)
    return first == second or (min(len(first), len(second)) >= SHORTEST_MATCH and (first in second or second in first))
