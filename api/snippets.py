"""Short extracts of passages with what was matched marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.found import Mark

LENGTH = 320


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, marked or not."""

    text: str
    marked: bool


def snippet(text: str, marks: Sequence[Mark], sentence: Mark, *, length: int = LENGTH) -> list[Piece]:
    """The part of a passage around the sentence that answers best, cut at words, in pieces that join to it."""
    start, end = _window(text, marks, sentence, length)
    pieces = [Piece("… ", marked=False)] if start else []
    place = start
    for mark in marks:
        if mark.start < start or mark.end > end:
            continue
        pieces.extend([Piece(text[place:mark.start], marked=False), Piece(text[mark.start:mark.end], marked=True)])
        place = mark.end
    pieces.append(Piece(text[place:end].rstrip() + (" …" if end < len(text) else ""), marked=False))
    return [piece for piece in pieces if piece.text]


def _window(text: str, marks: Sequence[Mark], sentence: Mark, length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    start = sentence.start
    first = next((mark.start for mark in marks if mark.start >= sentence.start), start)
    if first > start + length // 2:  # A long sentence whose words stand late in it.
        start = _word_start(text, first - length // 3)
    if len(text) - start < length // 2:  # At the end of the text: with more of what stands before.
        start = _word_start(text, len(text) - length)
    end = len(text) if len(text) - start <= length else _word_start(text, start + length)
    return start, end


def _word_start(text: str, offset: int) -> int:
    if offset <= 0 or offset >= len(text):
        return max(0, min(offset, len(text)))
    space = text.rfind(" ", max(0, offset - 40), offset)
    return space + 1 if space >= 0 else offset
