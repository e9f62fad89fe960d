"""The rows of OpenDocument spreadsheets (.ods). Prefixes are those that the standard recommends and every program writes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from corpora.text.cleaning import clean_line
from corpora.text.package import Attributes, Handlers, Package
from corpora.text.sheet_values import day_text, plain
from corpora.text.sheets import LONGEST_CELL, MOST_COLUMNS, SheetRow

CONTENT = "content.xml"
CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
LEFT_OUT = frozenset({"office:annotation", "table:tracked-changes", "draw:frame", "table:shapes"})
"""Notes, earlier states, and pictures with texts and tables of their own."""
SPACES = {"text:s": " ", "text:tab": " ", "text:line-break": " ", "text:p": " "}
MOST_REPEATED = 2**20


class OpenDocumentSheets:
    """One spreadsheet."""

    def __init__(self, package: Package, *, shown: bool) -> None:
        """Nothing is read yet."""
        self.package = package
        self.shown = shown
        self.done: list[tuple[SheetRow, int]] = []
        self.sheet = -1
        self.title = ""
        self.row = 0
        self.row_repeated = 1
        self.column = 0
        self.cells: dict[int, str] = {}
        self.attributes: Attributes = {}
        self.pieces: list[str] | None = None
        self.length = 0
        self.left_out = 0

    def rows(self) -> Iterator[SheetRow]:
        """The rows of all sheets; one that is repeated comes as often as it is."""
        for _ in self.package.stream(CONTENT, Handlers(self._start, self._end, self._write)):
            for row, times in self.done:
                for number in range(row.number, row.number + times):
                    yield row._replace(number=number)
            self.done.clear()

    def _start(self, name: str, attributes: Attributes) -> None:
        if self.left_out or name in LEFT_OUT:
            self.left_out += 1
        elif name in CELLS:
            self.attributes = attributes
            self.pieces = []
            self.length = 0
        elif name in SPACES:
            if self.pieces is not None and self.length < LONGEST_CELL:
                self.length += 1
                self.pieces.append(SPACES[name])
        elif name == "table:table-row":
            self.row_repeated = _times(attributes, "table:number-rows-repeated")
            self.column = 0
        elif name == "table:table":
            self.sheet += 1
            self.title = clean_line(attributes.get("table:name", ""))[:300]
            self.row = 1

    def _end(self, name: str) -> None:
        if self.left_out:
            self.left_out -= 1
        elif name in CELLS:
            times = _times(self.attributes, "table:number-columns-repeated")
            text = self._text()
            if text:
                for column in range(self.column, min(self.column + times, MOST_COLUMNS)):
                    self.cells[column] = text
            self.column += times
            self.pieces = None
        elif name == "table:table-row":
            if self.cells:
                self.done.append((SheetRow(self.sheet, self.title, self.row, self.cells), self.row_repeated))
                self.cells = {}
            self.row += self.row_repeated

    def _write(self, text: str) -> None:
        if self.pieces is not None and not self.left_out and self.length < LONGEST_CELL:
            self.length += len(text)
            self.pieces.append(text)

    def _text(self) -> str:
        written = clean_line("".join(self.pieces or ()))
        kind = self.attributes.get("office:value-type", "string")
        if kind == "string" or (self.shown and written):
            return written or clean_line(self.attributes.get("office:string-value", ""))
        if kind == "date":
            return _day(self.attributes.get("office:date-value", ""), shown=self.shown) or written
        if kind == "boolean":
            return self.attributes.get("office:boolean-value", "").upper() or written
        if kind in ("float", "percentage", "currency"):
            try:
                return plain(float(self.attributes.get("office:value", "")))
            except (ValueError, OverflowError, ArithmeticError):
                return written
        return written


def _times(attributes: Attributes, name: str) -> int:
    stated = attributes.get(name, "1")
    return min(int(stated), MOST_REPEATED) if stated.isdecimal() and len(stated) < 10 else 1


def _day(stated: str, *, shown: bool) -> str:
    try:
        return day_text(datetime.datetime.fromisoformat(stated[:19]), shown=shown)
    except ValueError:
        return ""
