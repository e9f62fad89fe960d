"""The rows of Excel workbooks (.xlsx, ECMA-376), transitional and strict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from corpora.errors import UnreadableInput
from corpora.text.cleaning import clean_line
from corpora.text.package import Attributes, Handlers, Package
from corpora.text.sheet_values import NumberFormat, format_of, number_text
from corpora.text.sheets import LONGEST_CELL, MOST_COLUMNS, SheetRow

MOST_STYLES = 16 * 2**20
MOST_SHARED = 100_000_000
"""Characters of the strings that cells share."""
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
WORKBOOK = "xl/workbook.xml"


class ExcelSheets:
    """One workbook."""

    def __init__(self, package: Package, *, shown: bool) -> None:
        """Reads the list of sheets, the formats and the strings that cells share."""
        self.package = package
        self.shown = shown
        workbook = package.tree(WORKBOOK)
        self.since_1904 = any(_local(element) == "workbookPr" and element.get("date1904") in ("1", "true") for element in workbook)
        relations = package.relations(WORKBOOK)
        by_kind = dict(relations.values())
        self.sheets = [(clean_line(sheet.get("name") or "")[:300], relations[reference][1])
                       for sheet in workbook.iter(etree.Element) if _local(sheet) == "sheet"
                       and sheet.get("state") not in ("hidden", "veryHidden")
                       and relations.get(reference := _relation(sheet), ("", ""))[0] == "worksheet"]
        self.formats = self._formats(by_kind.get("styles", ""))
        self.shared = SharedStrings().read(package, by_kind.get("sharedStrings", ""))

    def rows(self) -> Iterator[SheetRow]:
        """The rows of the sheets that are not hidden."""
        for number, (title, part) in enumerate(self.sheets):
            sheet = _Sheet(self, number, title)
            for _ in self.package.stream(part, Handlers(sheet.start, sheet.end, sheet.write)):
                yield from sheet.done
                sheet.done.clear()

    def _formats(self, part: str) -> list[NumberFormat]:
        """The formats that cells refer to by their place in the list."""
        if part not in self.package.parts:
            return []
        tree = self.package.tree(part, most=MOST_STYLES)
        codes = {element.get("numFmtId") or "": element.get("formatCode") or "" for element in tree.iter(etree.Element)
                 if _local(element) == "numFmt"}
        return [format_of(int(number) if number.isdecimal() and number.isascii() else 0, codes.get(number))
                for group in tree if _local(group) == "cellXfs" for one in group if (number := one.get("numFmtId") or "0")]


class SharedStrings:
    """The strings that cells refer to by their place: ``<si><t>…</t></si>``, or runs of formatted text."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.pieces: list[str] = []
        self.inside = False
        self.phonetic = 0
        self.length = 0

    def read(self, package: Package, part: str) -> list[str]:
        """All of them, each as one line.

        Raises:
            UnreadableInput: they are broken or too long.
        """
        if part in package.parts:
            for _ in package.stream(part, Handlers(self._start, self._end, self._write)):
                if self.length > MOST_SHARED or len(self.strings) > MOST_SHARED // 10:
                    raise UnreadableInput(f"{package.name}: the spreadsheet's texts are longer than {MOST_SHARED:,} characters")
        return self.strings

    def _start(self, name: str, attributes: Attributes) -> None:
        local = name.rpartition(":")[2]
        if local == "si":
            self.pieces = []
        elif local == "rPh":
            self.phonetic += 1
        self.inside = local == "t" and not self.phonetic

    def _end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        self.inside = False
        if local == "si":
            self.strings.append(one_line("".join(self.pieces)))
        elif local == "rPh":
            self.phonetic -= 1

    def _write(self, text: str) -> None:
        if self.inside:
            self.length += len(text)
            self.pieces.append(text)


class _Sheet:
    """One sheet on the way through it."""

    def __init__(self, workbook: ExcelSheets, number: int, title: str) -> None:
        self.workbook = workbook
        self.number = number
        self.title = title
        self.done: list[SheetRow] = []
        self.row = 0
        self.column = -1
        self.cells: dict[int, str] = {}
        self.kind = ""
        self.style = 0
        self.pieces: list[str] | None = None
        """Of the value that is being read; None outside of one."""
        self.value = ""
        self.length = 0

    def start(self, name: str, attributes: Attributes) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            reference = REFERENCE.fullmatch(attributes.get("r", ""))
            self.column = _column(reference[1]) if reference else self.column + 1
            self.kind = attributes.get("t", "n")
            style = attributes.get("s", "0")
            self.style = int(style) if style.isdecimal() and len(style) < 7 else 0
            self.value = ""
            self.length = 0
        elif local in ("v", "t"):
            self.pieces = []
        elif local == "row":
            stated = attributes.get("r", "")
            self.row = int(stated) if stated.isdecimal() and len(stated) < 9 else self.row + 1
            self.column = -1

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local in ("v", "t") and self.pieces is not None:
            self.value += "".join(self.pieces)
            self.pieces = None
        elif local == "c":
            if self.value and self.column < MOST_COLUMNS and (text := self._text()):
                self.cells[self.column] = text
        elif local == "row" and self.cells:
            self.done.append(SheetRow(self.number, self.title, self.row, dict(sorted(self.cells.items()))))
            self.cells = {}

    def write(self, text: str) -> None:
        if self.pieces is not None and self.length < LONGEST_CELL:
            self.length += len(text)
            self.pieces.append(text)

    def _text(self) -> str:
        workbook = self.workbook
        if self.kind == "s":
            place = int(self.value) if self.value.isdecimal() and len(self.value) < 10 else -1
            return workbook.shared[place] if 0 <= place < len(workbook.shared) else ""
        if self.kind == "b":
            return "TRUE" if self.value.strip() == "1" else "FALSE"
        if self.kind == "n":
            found = workbook.formats[self.style] if self.style < len(workbook.formats) else NumberFormat()
            return number_text(self.value.strip()[:100], found, since_1904=workbook.since_1904, shown=workbook.shown)
        return one_line(self.value)


def one_line(text: str) -> str:
    """A string as one line; control characters are written ``_x000D_`` in these files."""
    return clean_line(ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text)


def _column(letters: str) -> int:
    """``A`` → 0, ``XFD`` → 16383."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _relation(sheet: etree._Element) -> str:
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
