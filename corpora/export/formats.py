"""The formats: every module of this package that has an ``open_table`` is one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import Protocol

from corpora.errors import UsersMistake
from corpora.schema import Record


class Table(Protocol):
    """A file being written, one row after the other. The same rows always give the same bytes."""

    path: Path

    def write(self, row: Record) -> None:
        """Add a row."""

    def close(self) -> None:
        """Finish the file."""


class Format(Protocol):
    """A module that writes tables in one format; its name is the format's."""

    @staticmethod
    def open_table(folder: Path, name: str, shape: type[Record]) -> Table:
        """A new table in a folder, for rows of this shape."""


@cache
def formats() -> dict[str, Format]:
    """All formats by name."""
    package = __name__.rpartition(".")[0]
    folder = [str(Path(__file__).parent)]
    modules = {module.name: importlib.import_module(f"{package}.{module.name}")
               for module in pkgutil.iter_modules(folder) if module.name != __name__.rpartition(".")[2]}
    return {name: module for name, module in sorted(modules.items()) if hasattr(module, "open_table")}  # type: ignore[misc]  # hasattr says so


def format_names() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(formats())


def format_named(name: str) -> Format:
    """The format of this name.

    Raises:
        UsersMistake: there is none.
    """
    found = formats().get(name)
    if found is None:
        raise UsersMistake(f"{name!r} is not a corpus format; there are {', '.join(formats())}")
    return found
