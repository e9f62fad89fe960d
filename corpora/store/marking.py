"""Which stretches of texts an FTS5 expression matches, as the index itself sees it: stems, folded accents and phrases included.

The index of passages is contentless and cannot say what it matched, so the few texts of one page of results are indexed once
more, in memory, with the same tokeniser.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

TOKENISER = "porter unicode61 remove_diacritics 2"
"""As migration m002 sets it for ``passage_words``."""

FIRST_PRIVATE = 0xF0000
"""The first characters that no text has a use for; two that no text at hand holds are put around a match."""


class Stretch(NamedTuple):
    """``text[start:end]``."""

    start: int
    end: int


def matched_stretches(texts: Sequence[str], match: str | None) -> list[tuple[Stretch, ...]]:
    """For each text the stretches that the expression matches, in order, none overlapping.

    Args:
        match: a well-formed FTS5 expression; None matches nothing.
    """
    if match is None or not texts:
        return [()] * len(texts)
    # NUL ends a text for SQLite, and surrogates cannot be stored: one character that is no letter takes their place.
    clean = [text.replace("\x00", " ").encode("utf-8", "replace").decode() for text in texts]
    opening, closing = _unused(clean)
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize='{TOKENISER}')")
        connection.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(clean))
        found = {int(number): str(marked) for number, marked in connection.execute(
            "SELECT rowid, highlight(texts, 0, ?, ?) FROM texts WHERE texts MATCH ?", [opening, closing, match])}
    finally:
        connection.close()
    return [_stretches(found[number], opening, closing) if number in found else () for number in range(len(texts))]


def _unused(texts: Sequence[str]) -> tuple[str, str]:
    held = set().union(*texts)
    unused = (chr(code) for code in range(FIRST_PRIVATE, 0x10FFFE) if chr(code) not in held)
    return next(unused), next(unused)


def _stretches(marked: str, opening: str, closing: str) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    place = 0
    before, *parts = marked.split(opening)
    place = len(before)
    for part in parts:
        inside, _, after = part.partition(closing)
        stretches.append(Stretch(place, place + len(inside)))
        place += len(inside) + len(after)
    return tuple(stretches)
