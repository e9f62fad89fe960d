"""Texts without long runs of white space, for reading: their places can be told in the text as it was, and back.

A hundred thousand blanks in a row say no more than a few, but patterns in which white space may stand in several places try
every way of sharing a run among them. A run that is cut keeps what layout goes by: its ends, and that lines or paragraphs end
in it. Quotes and places are always those of the document's own text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.schema import Document, Reading

EDGE = 12
"""How many characters at each end of a long run are kept. Cells stand apart by two blanks, paragraphs by two line ends."""
LONG_RUN = re.compile(rf"\s{{{2 * EDGE + 3},}}")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A text whose long runs of white space are cut, and where they were."""

    text: str
    kept: tuple[int, ...]
    """Where each stretch that was kept begins in the narrowed text, in rising order."""
    was: tuple[int, ...]
    """Where each of them began in the text as it was."""

    def widened(self, place: int) -> int:
        """The place in the text as it was of one in the narrowed text."""
        stretch = bisect_right(self.kept, place) - 1
        return self.was[stretch] + place - self.kept[stretch]

    def end_widened(self, end: int) -> int:
        """The same for the end of a stretch, which is that of its last character."""
        return self.widened(end - 1) + 1 if end else 0

    def narrow(self, place: int) -> int:
        """The place in the narrowed text of one in the text as it was; of one that was cut out, where the cut is."""
        stretch = bisect_right(self.was, place) - 1
        following = self.kept[stretch + 1] if stretch + 1 < len(self.kept) else len(self.text)
        return min(self.kept[stretch] + place - self.was[stretch], following)


def narrowed(text: str) -> Narrowed | None:
    """A text with its long runs of white space cut; None where it has none, as nearly all texts have."""
    stretches = list(_stretches(text))
    if len(stretches) == 1:
        return None
    kept, length = [], 0
    for _, words in stretches:
        kept.append(length)
        length += len(words)
    return Narrowed("".join(words for _, words in stretches), tuple(kept), tuple(start for start, _ in stretches))


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """What is kept of a text, each with its place there."""
    start = 0
    for run in LONG_RUN.finditer(text):
        ends_lines = text.count("\n", run.start() + EDGE, run.end() - EDGE)
        yield start, text[start:run.start() + EDGE] + "\n" * min(ends_lines, 2)
        start = run.end() - EDGE
    yield start, text[start:]


def widened(reading: Reading, places: Narrowed, document: Document) -> Reading:
    """A reading of a narrowed text with the places and quotes of the document's own."""
    return reading.model_copy(update={
        "mentions": tuple(mention.model_copy(update=_span(document.text, places, mention.start, mention.end, "text"))
                          for mention in reading.mentions),
        "evidence": tuple(evidence.model_copy(update=_span(document.text, places, evidence.start, evidence.end, "quote"))
                          for evidence in reading.evidence),
        "passages": tuple(passage.model_copy(update={
            "start": places.widened(passage.start), "end": places.end_widened(passage.end)}) for passage in reading.passages)})


def _span(text: str, places: Narrowed, start: int, end: int, words: str) -> dict[str, int | str]:
    """A stretch with its words; an empty one, which stands for the title or the publisher, stays at the start."""
    if start == end:
        return {}
    start, end = places.widened(start), places.end_widened(end)
    return {"start": start, "end": end, words: text[start:end]}
