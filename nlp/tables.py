"""Tables that were flattened to text: rows, their cells, and the heading over each cell.

Cells are parted by bars, tabs, strokes or runs of spaces. A cell belongs to the heading with its number, or, where spaces part
them and the numbers differ, to the heading that stands nearest above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nlp.sheet import Sentence, Sheet

BAR = re.compile(r"\s*\|\s*")
TAB = re.compile(r"[ ]*\t\s*")
STROKE = re.compile(r"\s+/\s+")
SPACES = re.compile(r"\s{2,}")
FIGURE = re.compile(r"[(\[]?[-–+]?[£]?\d[\d,.]*(?:\s?%|m|k)?[)\]]?[*†‡¹²³^]*(?:\s*[↑↓▲▼►→↔⬆⬇])?(?:\s*[(/]\s*\d+\s*\)?)?"
                    r"|nil|none|zero|no|yes|n/?a|[-–—]", re.IGNORECASE)
MOST_CELLS = 60
"""Longer rows are no tables that anyone reads."""
ARROW = re.compile(r"→|->|–>|=>")
GRADED = re.compile(r"(?:outstanding|good|requires?\s+improvement|inadequate|not\s+rated|RI|G|I|O)\b.{0,30}", re.IGNORECASE)
"""A cell with a grade is no heading."""
PERIOD = re.compile(
    r"(?:19|20)\d\d(?:\s*[-/–]\s*(?:\d\d)?\d\d)?(?:\s+to\s+date)?|\d\d[/-]\d\d|[QM]\s?\d{1,2}\b.*|(?:quarter|"
    r"month)\s+(?:\d{1,2}|one|two|three|four)\b.*|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s*[-–’']?\s*\d{2,4})?|y\s?t\s?d|year[\s-]to[\s-]date|"
    r"(?:this|last|previous|current|in)[\s-](?:quarter|month|year)|(?:in[\s-])?month|now|current(?:ly)?|previous(?:ly)?|last|"
    r"prior", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell, without the white space around them."""

    start: int
    end: int
    text: str

    @property
    def is_figure(self) -> bool:
        """A number, or a word that stands for one ("nil", "–")."""
        return FIGURE.fullmatch(self.text) is not None

    @property
    def is_period(self) -> bool:
        """A year, quarter, month or "year to date", as headings have them."""
        return PERIOD.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class Row:
    """One row, with the heading of each of its cells (empty where the table gives none)."""

    sentence: Sentence
    cells: tuple[Cell, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Consecutive rows under one row of headings, if any, and the lines that introduce them."""

    rows: tuple[Row, ...]
    header: tuple[Cell, ...]
    caption: str
    """The two lines above the table."""

    @cached_property
    def heading_words(self) -> str:
        """All headings, as one string to search."""
        return " | ".join(cell.text for cell in self.header)


def tables_in(sheet: Sheet) -> tuple[Table, ...]:
    """The tables of a sheet, in order."""
    return sheet.once("tables", lambda of: tuple(_tables(of)))


def cells_of(sheet: Sheet, sentence: Sentence) -> tuple[Cell, ...]:
    """The cells of a row; one cell where nothing parts it."""
    words = sheet.words(sentence)
    return tuple(_cells(words, sentence.start, _separator(words)))


def _separator(words: str) -> re.Pattern[str]:
    if "|" in words:
        return BAR
    if "\t" in words:
        return TAB
    return SPACES if "  " in words else STROKE


def _cells(words: str, offset: int, separator: re.Pattern[str]) -> Iterator[Cell]:
    first = re.match(r"\s*\|\s*", words)
    position = first.end() if first else 0
    for part in separator.finditer(words, position):
        yield Cell(offset + position, offset + part.start(), words[position:part.start()])
        position = part.end()
    if position < len(words):
        yield Cell(offset + position, offset + len(words), words[position:])


def _tables(sheet: Sheet) -> Iterator[Table]:
    run: list[Sentence] = []
    for sentence in (*sheet.sentences, None):
        row = sentence if sentence is not None and (sentence.form == "row" or _stroked(sheet, sentence)) else None
        if row is not None and (not run or _close(sheet, run[-1], row)):
            run.append(row)
            continue
        if run:
            yield from _split(sheet, run)
        run = [row] if row is not None else []


def _stroked(sheet: Sheet, sentence: Sentence) -> bool:
    words = sheet.words(sentence)
    return sentence.form in ("heading", "prose") and len(words) < 120 and words.count(" / ") >= 2


def _close(sheet: Sheet, before: Sentence, after: Sentence) -> bool:
    return after.index == before.index + 1 and sheet.text.count("\n", before.end, after.start) <= 2


def _split(sheet: Sheet, run: list[Sentence]) -> Iterator[Table]:
    """One table for each row of headings in a run of rows."""
    header: tuple[Cell, ...] = ()
    first = run[0]
    rows: list[Row] = []
    for sentence in run:
        cells = cells_of(sheet, sentence)
        if len(cells) > MOST_CELLS:
            continue
        if set(sheet.words(sentence)) <= set("|-–— :+=_\t"):
            continue
        if _is_header(cells) and ((not rows and not _heads_names(sheet, header, cells)) or any(cell.is_period for cell in cells)):
            if rows:
                yield Table(tuple(rows), header, _caption(sheet, first))
            header, rows, first = cells, [], sentence
            continue
        if len(cells) < len(header) and sheet.text[sentence.start] == "|" and sheet.text[first.start] != "|":
            cells = (Cell(sentence.start, sentence.start, ""), *cells)  # the rows have no outer bars: its first cell is empty
        rows.append(Row(sentence, cells, _headings(sheet, cells, sentence, header)))
    if rows:
        yield Table(tuple(rows), header, _caption(sheet, first))


def _is_header(cells: tuple[Cell, ...]) -> bool:
    return len(cells) > 1 and not any(
        (cell.is_figure and not cell.is_period) or ARROW.search(cell.text) or GRADED.fullmatch(cell.text) for cell in cells)


def _heads_names(sheet: Sheet, header: tuple[Cell, ...], cells: tuple[Cell, ...]) -> bool:
    """Whether a row without figures names organisations below a row of headings that names none: a row, and no second heading."""
    def names(of: tuple[Cell, ...]) -> bool:
        return any(name.code for cell in of for name in sheet.names_in(cell.start, cell.end))
    return bool(header) and not names(header) and names(cells)


def _headings(sheet: Sheet, cells: tuple[Cell, ...], sentence: Sentence, header: tuple[Cell, ...]) -> tuple[str, ...]:
    if not header:
        return ("",) * len(cells)
    if len(cells) == len(header) + 1:
        return ("", *(cell.text for cell in header))
    if len(cells) == len(header) or "|" in sheet.words(sentence):
        texts = [cell.text for cell in header]
        return tuple((texts + [""] * len(cells))[:len(cells)])
    return tuple(_nearest(sheet, cell, header) for cell in cells)


def _nearest(sheet: Sheet, cell: Cell, header: tuple[Cell, ...]) -> str:
    """The heading whose middle is nearest to the cell's, both counted from the start of their lines."""
    def middle(of: Cell) -> float:
        return (of.start + of.end) / 2 - (sheet.text.rfind("\n", 0, of.start) + 1)
    return min(header, key=lambda heading: abs(middle(heading) - middle(cell))).text


def _caption(sheet: Sheet, first: Sentence) -> str:
    return " ".join(sheet.words(sentence) for sentence in sheet.before(first, 2))
