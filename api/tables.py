"""Records as CSV, for spreadsheets: a column a field, fields of records within records with dotted names.

The columns follow from the record's declaration alone, so that every page and every day has the same:
``evidence.org``, ``citation.title``. A list of words is one cell, parted by ``; ``; whatever else has parts (a list of records,
numbers by name) is one cell of JSON. What is null is an empty cell.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from corpora.schema import Record

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for a formula at a cell's beginning: such a cell is given with an apostrophe before it."""

PARTED_BY = "; "

Path = tuple[str, ...]


@cache
def columns(kind: type[Record]) -> tuple[Path, ...]:
    """Where the cells of a row stand in the record, in the order of the columns."""
    return tuple(_columns(kind, ()))


def column_names(kind: type[Record]) -> tuple[str, ...]:
    """The header line: ``evidence.org``."""
    return tuple(".".join(path) for path in columns(kind))


def csv_lines(kind: type[Record], records: Iterable[Record], *, header: bool) -> bytes:
    """Records as lines of a table, with the line of column names before them where it is the first part."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    if header:
        writer.writerow(column_names(kind))
    writer.writerows([_cell(_found(record, path)) for path in columns(kind)] for record in records)
    return table.getvalue().encode("utf-8", "replace")


def _columns(kind: type[Record], above: Path) -> Iterator[Path]:
    for name, field in kind.model_fields.items():
        below = _record_of(field.annotation)
        if below is None:
            yield (*above, name)
        else:
            yield from _columns(below, (*above, name))


def _record_of(annotation: object) -> type[Record] | None:
    """The record that a field holds, where it holds one or none."""
    if get_origin(annotation) is Annotated:
        return _record_of(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        held = [part for part in get_args(annotation) if part is not NoneType]
        return _record_of(held[0]) if len(held) == 1 else None
    return annotation if isinstance(annotation, type) and issubclass(annotation, Record) else None


def _found(record: object, path: Path) -> object:
    for name in path:
        record = None if record is None else getattr(record, name)
    return record


def _cell(value: object) -> object:
    if isinstance(value, (tuple, list)) and all(isinstance(part, str) for part in value):
        value = PARTED_BY.join(value)
    elif isinstance(value, (tuple, list, dict)):
        value = json.dumps(_plain(value), ensure_ascii=False)
    elif isinstance(value, bool):
        value = str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _plain(value: object) -> object:
    if isinstance(value, Record):
        return value.model_dump(mode="json")
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return value
