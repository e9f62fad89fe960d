"""Published workbooks: the sheets that hold a table, found by its header, which may stand below a title and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from corpora.errors import UsersMistake
from corpora.text.reading import refuse_oversize
from corpora.text.sheet_rows import read_rows
from corpora.text.sheets import SheetFormat, SheetRow
from corpora.text.sniffing import UNREADABLE_FORMATS, sniff

HEADER_WITHIN = 50
"""The header is looked for in so many rows of a sheet."""
SIGNS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")


class HeadedRow(NamedTuple):
    """A row below a header, with the header's cells beside it; the header itself comes first, without cells."""

    sheet: int
    number: int
    header: list[str]
    cells: list[str]


def workbook_kind(path: Path) -> SheetFormat | None:
    """What kind of workbook a file is; None for anything that is no Office file, and may be a CSV.

    Raises:
        UsersMistake: it is an Office file or a ZIP, but no workbook that is read.
    """
    try:
        with path.open("rb") as stream:
            if not stream.read(4).startswith(SIGNS):
                return None
        refuse_oversize(path.stat().st_size, name=str(path), pdf=True)
        found = sniff(path.read_bytes(), name=path.name)
    except OSError as error:
        raise UsersMistake(f"{path}: cannot be read: {error.strerror}") from error
    if found == "xlsx" or found == "ods":
        return found
    reason = UNREADABLE_FORMATS.get(found, "is a document and not a table")
    if found == "zip":
        reason = "is a ZIP file; unpack it and name the CSV or workbook in it"
    elif found == "old_word":
        reason = "is in an old Microsoft Office format; save it as .xlsx or CSV"
    raise UsersMistake(f"{path}: {reason}")


def headed_rows(data: IO[bytes], *, kind: SheetFormat, name: str, is_header: Callable[[list[str]], bool]) -> Iterator[HeadedRow]:
    """The rows below the header in every sheet that has one, as values: dates as 2025-12-31, shares as 0.125.

    Args:
        name: what to call the workbook in messages.
        is_header: whether a row's cells are the header of a table.

    Raises:
        UnreadableInput: the workbook is broken or holds too much.
    """
    sheet = -1
    header: list[str] | None = None
    looked_at = 0
    for row in read_rows(data, kind=kind, name=name, shown=False):
        if row.sheet != sheet:
            sheet, header, looked_at = row.sheet, None, 0
        if header is not None:
            yield HeadedRow(sheet, row.number, header, _dense(row, len(header)))
        elif looked_at < HEADER_WITHIN:
            looked_at += 1
            cells = _dense(row, max(row.cells) + 1)
            if is_header(cells):
                header = cells
                yield HeadedRow(sheet, row.number, header, [])


def _dense(row: SheetRow, width: int) -> list[str]:
    return [row.cells.get(column, "") for column in range(width)]
