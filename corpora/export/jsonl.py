"""JSON Lines: one row a line, in UTF-8."""

from __future__ import annotations

from pathlib import Path

from corpora.schema import Record


class JsonLines:
    """A JSON Lines file being written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, row: Record) -> None:
        """Add a row as one line."""
        self._file.write(row.model_dump_json() + "\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def open_table(folder: Path, name: str, shape: type[Record]) -> JsonLines:
    """``NAME.jsonl``, for rows of any shape."""
    return JsonLines(folder / f"{name}.jsonl")
