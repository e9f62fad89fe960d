"""What stands around a quote: enough to judge it by, not the whole of a text that may not be passed on."""

from __future__ import annotations

from dataclasses import dataclass

from api.answers import Excerpt
from corpora.schema import Document, Evidence

CHARACTERS = 400
"""On each side of a quote."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A quote with the text before and after it."""

    before: str
    quote: str
    after: str
    from_start: bool
    to_end: bool


def surroundings(document: Document, evidence: Evidence) -> Surroundings:
    """The quote of a piece of evidence in its document."""
    start, end = _around(document.text, evidence.start, evidence.end)
    return Surroundings(before=document.text[start:evidence.start], quote=document.text[evidence.start:evidence.end],
                        after=document.text[evidence.end:end], from_start=start == 0, to_end=end == len(document.text))


def excerpts(document: Document, evidence: list[Evidence]) -> tuple[Excerpt, ...]:
    """The stretches of a document that its evidence stands in, in order; those that meet are one."""
    found: list[Excerpt] = []
    for piece in sorted(evidence, key=lambda piece: (piece.start, piece.end)):
        start, end = _around(document.text, piece.start, piece.end)
        ids: tuple[str, ...] = (piece.id,)
        if found and start <= found[-1].end:
            last = found.pop()
            start, end, ids = last.start, max(end, last.end), last.evidence_ids + ids
        found.append(Excerpt(start=start, end=end, text=document.text[start:end], evidence_ids=ids))
    return tuple(found)


def surroundings_at(document: Document, evidence: list[Evidence], start: int, end: int) -> tuple[int, int] | None:
    """The stretch around that quote which ``text[start:end]`` of a document stands nearest to; None where it stands around none."""
    nearest = min(evidence, default=None,
                  key=lambda piece: (max(piece.start - end, start - piece.end, 0), abs(piece.start - start)))
    if nearest is None:
        return None
    first, last = _around(document.text, nearest.start, nearest.end)
    return (first, last) if start < last and end > first else None


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - CHARACTERS), min(len(text), end + CHARACTERS)
    if first:
        space = text.find(" ", first, start)
        first = first if space < 0 else space + 1
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = last if space < 0 else space
    return first, last
