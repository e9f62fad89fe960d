"""Spreadsheets as rows: one row after the other, only the cells that hold something, whatever the sheet claims its size to be.

Read from the XML as a stream, so that a million padded empty rows cost next to nothing and a sheet with one cell in its last
corner is one row of one cell. A formula's cell has the value that was saved with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from corpora.errors import UnreadableInput
from corpora.text.package import open_package
from corpora.text.sheets import MOST_CELLS, SheetFormat, SheetRow
from corpora.text.sheets_excel import ExcelSheets
from corpora.text.sheets_opendocument import OpenDocumentSheets


def read_rows(data: bytes | IO[bytes], *, kind: SheetFormat, name: str, shown: bool) -> Iterator[SheetRow]:
    """The rows of all sheets that are not hidden, in order.

    Args:
        data: the file's bytes, or the file, open.
        name: what to call the file in messages.
        shown: as people see them (``31 December 2025``, ``12.5%``); otherwise as values (``2025-12-31``, ``0.125``).

    Raises:
        UnreadableInput: it is broken, or holds too much.
    """
    left = MOST_CELLS
    with open_package(data, name=name, noun="spreadsheet") as package:
        reader = ExcelSheets(package, shown=shown) if kind == "xlsx" else OpenDocumentSheets(package, shown=shown)
        for row in reader.rows():
            left -= len(row.cells)
            if left < 0:
                raise UnreadableInput(f"{name}: the spreadsheet holds more than {MOST_CELLS:,} cells")
            yield row
