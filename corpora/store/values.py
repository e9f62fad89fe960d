"""A claim's value as a column: integers and words in one text column, told apart by their digits."""

from __future__ import annotations

from corpora.schema import Value


def to_column(value: Value) -> str | None:
    """``3`` → ``"3"``, ``"good"`` → ``"good"``, None → None."""
    return None if value is None else str(value)


def from_column(value: object) -> Value:
    """``"3"`` → ``3``, ``"good"`` → ``"good"``, None → None."""
    if value is None:
        return None
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() else text
