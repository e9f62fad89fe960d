"""Parquet, with the columns in the order of the row's fields; a value that may be number or word is a word."""

from __future__ import annotations

from pathlib import Path
from types import NoneType
from typing import Annotated, Literal, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq

from corpora.schema import Record

ROWS_AT_ONCE = 5000
COLUMN_TYPES: dict[object, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


class ParquetTable:
    """A Parquet file being written."""

    def __init__(self, path: Path, shape: type[Record]) -> None:
        self.path = path
        self._schema = pa.schema([pa.field(name, column_type(field.annotation)) for name, field in shape.model_fields.items()])
        self._rows: list[dict[str, object]] = []
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd", store_schema=False)

    def write(self, row: Record) -> None:
        """Add a row."""
        values = row.model_dump()
        self._rows.append({
            field.name: str(value) if pa.types.is_string(field.type) and isinstance(value, int) else value
            for field in self._schema for value in [values[field.name]]})
        if len(self._rows) == ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Finish the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []


def column_type(annotation: object) -> pa.DataType:
    """The column type for a field's type: ``str | None`` → string, ``tuple[str, ...]`` → list of strings.

    Raises:
        TypeError: a type that no column is made for.
    """
    if get_origin(annotation) is Annotated:
        return column_type(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return pa.string()
    if get_origin(annotation) is tuple:
        return pa.list_(column_type(get_args(annotation)[0]))
    if annotation in COLUMN_TYPES:
        return COLUMN_TYPES[annotation]
    choices = {column_type(choice) for choice in get_args(annotation) if choice is not NoneType}
    if not choices:
        raise TypeError(f"no column type for {annotation!r}")
    return choices.pop() if len(choices) == 1 else pa.string()


def open_table(folder: Path, name: str, shape: type[Record]) -> ParquetTable:
    """``NAME.parquet``, with a column for each field of the shape."""
    return ParquetTable(folder / f"{name}.parquet", shape)
