"""Long documents in parts that fit a page: the pages that they have, or stretches of whole paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from corpora.schema import Document

CHARACTERS = 12_000
"""In a part of a document that has no pages of its own; a paragraph that goes beyond is not cut but past twice as many."""


@dataclass(frozen=True, slots=True)
class Part:
    """``text[start:end]`` of a document."""

    start: int
    end: int
    name: str
    """``Page 12 of 214``, ``Part 2 of 5``; empty where the part is the whole."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document opened at a place: the part that holds it, and those before and after."""

    part: Part
    before: Part | None
    after: Part | None


def opened_at(document: Document, offset: int) -> Opened:
    """The part of a document that holds this character; the last one, where the text ends before it."""
    parts = parts_of(document)
    here = max((place for place, part in enumerate(parts) if part.start <= offset), default=0)
    return Opened(part=parts[here], before=parts[here - 1] if here else None,
                  after=parts[here + 1] if here + 1 < len(parts) else None)


def parts_of(document: Document) -> tuple[Part, ...]:
    """All parts, in order; they cover the text."""
    starts = sorted({0, *(page.start for page in document.pages)}) if document.pages else _starts(document.text)
    ends = [*starts[1:], len(document.text)]
    numbers = {page.start: page.number for page in document.pages}
    word = "Page" if document.pages else "Part"
    last = document.pages[-1].number if document.pages else len(starts)
    return tuple(Part(start, end, f"{word} {numbers.get(start, place)} of {last}" if len(starts) > 1 else "")
                 for place, (start, end) in enumerate(zip(starts, ends, strict=True), start=1))


def _starts(text: str) -> list[int]:
    starts = [0]
    while len(text) - starts[-1] > CHARACTERS:
        least, most = starts[-1] + CHARACTERS, starts[-1] + 2 * CHARACTERS
        end = text.find("\n", least, most)
        starts.append(end + 1 if end >= 0 else min(most, len(text)))
    return starts if starts[-1] < len(text) or len(starts) == 1 else starts[:-1]
