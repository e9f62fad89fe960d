"""A published table, row by row: opened, its layout recognised by the header, its rows counted."""

from __future__ import annotations

import csv
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TextIO, cast

from corpora.errors import UsersMistake
from corpora.organisations import Register
from corpora.schema import Record, Segment


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its line's number among the rows (the header is row 1) and its cells by column name."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


class Decision(Record):
    """A row that states an oversight decision."""

    row: int
    segment: Segment


class Refusal(Record):
    """A row that cannot be taken, with the value that stands in the way."""

    row: int
    value: str | None
    reason: str


class Layout(Protocol):
    """What a layout module offers."""

    COLUMNS: frozenset[str]
    """The columns that a header must have to be of this layout."""

    def decisions(self, rows: Iterable[Row], register: Register) -> Iterator[Decision | Refusal]:
        """The decisions and the refused rows; rows that are neither carry no decision."""
        ...


def column_name(header: str) -> str:
    """``Trust code`` and ``Trust_Code`` → ``trust_code``."""
    return "_".join(header.replace("-", " ").replace("_", " ").lower().split())


def layouts() -> dict[str, Layout]:
    """All layouts: the modules of this package that state their columns."""
    package = __name__.rpartition(".")[0]
    found = {info.name: importlib.import_module(f"{package}.{info.name}")
             for info in pkgutil.iter_modules(importlib.import_module(package).__path__)}
    return {name: cast(Layout, module) for name, module in found.items() if hasattr(module, "COLUMNS")}


@dataclass(slots=True)
class Table:
    """An open table of a known layout."""

    path: Path | str
    layout: Layout
    columns: list[str]
    lines: Iterator[list[str]] = field(repr=False)
    read: int = 0

    def rows(self) -> Iterator[Row]:
        """The rows in order, blank lines left out; ``read`` counts them."""
        number = 1
        for cells in _unbroken(self.lines, self.path):
            number += 1
            if not any(cell.strip() for cell in cells):
                continue
            self.read += 1
            # A column named twice keeps its first cell; cells beyond the header have no name and no meaning.
            yield Row(number, {name: cell.strip() for name, cell in reversed(list(zip(self.columns, cells, strict=False)))})


@contextmanager
def open_table(path: Path) -> Iterator[Table]:
    """Open a CSV file and recognise its layout.

    Raises:
        UsersMistake: it is missing, no file, empty, or its header is of no known layout.
    """
    with _open(path) as text:
        yield table_of(csv.reader(text), name=path)


def table_of(lines: Iterator[list[str]], *, name: Path | str) -> Table:
    """The table that these lines of cells are, its layout recognised.

    Raises:
        UsersMistake: there are none, or the header is of no known layout.
    """
    header = next((cells for cells in _unbroken(lines, name) if any(cells)), None)
    if header is None:
        raise UsersMistake(f"{name}: the file is empty; expected a CSV with a header row")
    columns = [column_name(cell.lstrip("\ufeff")) for cell in header]
    return Table(path=name, layout=_layout(name, columns), columns=columns, lines=lines)


def _open(path: Path) -> TextIO:
    if not path.exists():
        raise UsersMistake(f"{path}: no such file")
    if not path.is_file():
        raise UsersMistake(f"{path}: is not a file; name the CSV files one by one")
    try:
        with path.open("rb") as data:
            if data.read(4) == b"PK\x03\x04":
                raise UsersMistake(f"{path}: is an Excel workbook or ZIP archive; save the sheet as CSV first")
        # Only names can hold other than ASCII, and none is kept: a byte of another encoding must not stop the file.
        return path.open(encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise UsersMistake(f"{path}: cannot be read: {error.strerror}") from error


def _layout(path: Path | str, columns: list[str]) -> Layout:
    known = layouts()
    # The layout that asks for most is the most exact one: a table may satisfy two.
    for layout in sorted(known.values(), key=lambda layout: -len(layout.COLUMNS)):
        if set(columns) >= layout.COLUMNS:
            return layout
    wanted = "; or ".join(f"{name.replace('_', ' ')}: {', '.join(sorted(layout.COLUMNS))}" for name, layout in known.items())
    raise UsersMistake(f"{path}: no known segmentation layout; the header must have the columns of one of these: {wanted}")


def _unbroken(lines: Iterator[list[str]], path: Path | str) -> Iterator[list[str]]:
    try:
        yield from lines
    except csv.Error as error:
        raise UsersMistake(f"{path}: is not a readable CSV: {error}") from error
