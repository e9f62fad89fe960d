"""What a spreadsheet's row is, whichever program wrote it."""

from __future__ import annotations

from typing import Literal, NamedTuple

MOST_CELLS = 20_000_000
MOST_COLUMNS = 16_384
"""What Excel and LibreOffice know; cells beyond are a defect or an attack."""
LONGEST_CELL = 1_000_000
"""Characters; what a cell holds beyond is left out. Excel's own limit is 32,767."""
SheetFormat = Literal["xlsx", "ods"]


class SheetRow(NamedTuple):
    """A row with something in it."""

    sheet: int
    """The sheet's place among those that are read, from 0."""
    title: str
    """The sheet's name."""
    number: int
    """The row's number in the sheet, from 1."""
    cells: dict[int, str]
    """From column (A is 0) to what the cell says: one line, never empty."""
