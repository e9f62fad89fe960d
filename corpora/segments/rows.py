"""A published table, row by row: opened, its layout recognised by the header, its rows counted."""

from __future__ import annotations

import csv
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Protocol, TextIO, cast

from corpora.errors import UsersMistake
from corpora.official.records import DomainScore, NeverEventCount, OfficialRating
from corpora.organisations import Register
from corpora.schema import PartialDate, Record, Segment
from corpora.segments.workbooks import HeadedRow, headed_rows, workbook_kind


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table and its cells by column name."""

    number: int
    """Of its line among the lines of a CSV file (the header is 1); in a workbook, of the row in its sheet."""
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


class Decision(Record):
    """A row that states an oversight decision."""

    row: int
    segment: Segment


class Fact(Record):
    """A row that states another official fact."""

    row: int
    fact: DomainScore | NeverEventCount | OfficialRating


class Other(Record):
    """A row that states nothing of its own, and why."""

    row: int
    reason: str


class Refusal(Record):
    """A row that cannot be taken, with the value that stands in the way."""

    row: int
    value: str | None
    reason: str


Outcome = Decision | Fact | Other | Refusal


class UnknownLayout(UsersMistake):
    """A table whose header no layout knows."""


class Given(Record):
    """What is known of a file beside its rows."""

    name: str
    published_on: PartialDate | None = None
    year: str | None = None
    """The NHS year that it is of, where only its user can say so: ``2024/25``."""


class Layout(Protocol):
    """What a layout module offers; instead of ``COLUMNS`` being in the header, it may have a ``recognises`` of its own."""

    COLUMNS: frozenset[str]
    """The columns that a header must have to be of this layout."""

    def outcomes(self, rows: Iterable[Row], register: Register, given: Given) -> Iterator[Outcome]:
        """What becomes of each row: one outcome a row."""
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


class Line(NamedTuple):
    """A line of a table before its cells have names."""

    number: int
    columns: list[str]
    cells: list[str]


@dataclass(slots=True)
class Table:
    """An open table of a known layout."""

    path: Path | str
    layout: Layout
    lines: Iterator[Line] = field(repr=False)
    read: int = 0

    def rows(self) -> Iterator[Row]:
        """The rows in order, blank lines left out; ``read`` counts them."""
        for line in self.lines:
            if not any(cell.strip() for cell in line.cells):
                continue
            self.read += 1
            # A column named twice keeps its first cell; cells beyond the header have no name and no meaning.
            named = reversed(list(zip(line.columns, line.cells, strict=False)))
            yield Row(line.number, {name: cell.strip() for name, cell in named})


@contextmanager
def open_table(path: Path) -> Iterator[Table]:
    """Open a CSV file or a workbook (.xlsx, .ods) and recognise its layout.

    Raises:
        UsersMistake: it is missing, no file, empty, or its header is of no known layout.
    """
    _check_is_file(path)
    kind = workbook_kind(path)
    if kind:
        with path.open("rb") as data:
            yield _table_of_workbook(path, headed_rows(data, kind=kind, name=str(path), is_header=_is_header))
        return
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
    columns = _named([cell.lstrip("\ufeff") for cell in header])
    return Table(path=name, layout=_layout(name, columns), lines=(
        Line(number, columns, cells) for number, cells in enumerate(_unbroken(lines, name), start=2)))


def _table_of_workbook(path: Path, found: Iterator[HeadedRow]) -> Table:
    """All sheets of the layout that the first one is of, one after the other."""
    first = next(found, None)
    if first is None:
        raise UnknownLayout(f"{path}: no sheet of the workbook has the header of a known segmentation layout; {_wanted()}")
    layout = _layout(path, _named(first.header))
    columns: dict[int, list[str]] = {}

    def lines() -> Iterator[Line]:
        for row in chain([first], found):
            if row.sheet not in columns:
                columns[row.sheet] = _named(row.header)
            if row.cells and recognises(layout, columns[row.sheet]):
                yield Line(row.number, columns[row.sheet], row.cells)

    return Table(path=path, layout=layout, lines=lines())


def _check_is_file(path: Path) -> None:
    if not path.exists():
        raise UsersMistake(f"{path}: no such file")
    if not path.is_file():
        raise UsersMistake(f"{path}: is not a file; name the files one by one")


def _open(path: Path) -> TextIO:
    try:
        # Only names can hold other than ASCII, and none is kept: a byte of another encoding must not stop the file.
        return path.open(encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise UsersMistake(f"{path}: cannot be read: {error.strerror}") from error


def _named(header: list[str]) -> list[str]:
    return [column_name(cell) for cell in header]


def _is_header(cells: list[str]) -> bool:
    return known_layout(_named(cells)) is not None


def _layout(path: Path | str, columns: list[str]) -> Layout:
    found = known_layout(columns)
    if found is None:
        raise UnknownLayout(f"{path}: no known segmentation layout; {_wanted()}")
    return found


def known_layout(columns: list[str]) -> Layout | None:
    # The layout that asks for most is the most exact one: a table may satisfy two.
    known = sorted(layouts().values(), key=lambda layout: -len(layout.COLUMNS))
    return next((layout for layout in known if recognises(layout, columns)), None)


def recognises(layout: Layout, columns: list[str]) -> bool:
    """Whether a header of these columns is of a layout."""
    own = getattr(layout, "recognises", None)
    return bool(own(columns)) if own else set(columns) >= layout.COLUMNS


def _wanted() -> str:
    return "the header must have the columns of one of these: " + "; or ".join(
        f"{name.replace('_', ' ')}: {', '.join(sorted(layout.COLUMNS))}" for name, layout in layouts().items())


def _unbroken(lines: Iterator[list[str]], path: Path | str) -> Iterator[list[str]]:
    try:
        yield from lines
    except csv.Error as error:
        raise UsersMistake(f"{path}: is not a readable CSV: {error}") from error
