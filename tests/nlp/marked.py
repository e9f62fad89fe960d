"""Texts with their names marked in place: ``[Nottingham University Hospitals|RX1] was fined``."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = re.compile(r"\[([^\]|]+)\|([A-Z0-9+]*)\]")


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and what they said: the start, the words and the codes of each name."""

    text: str
    names: tuple[tuple[int, str, tuple[str, ...]], ...]


def unmark(marked: str) -> Marked:
    """Take the marks out of a text."""
    text, names, position = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[position:mark.start()]
        names.append((len(text), mark[1], tuple(mark[2].split("+")) if mark[2] else ()))
        text += mark[1]
        position = mark.end()
    return Marked(text + marked[position:], tuple(names))
