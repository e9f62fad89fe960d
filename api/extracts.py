"""What of a passage may be given where its document's licence does not allow the text to be passed on.

The one rule for search, wherever it answers: stretches that do not depend on what was asked, so that no series of queries collects
more of a closed text than these. A passage that evidence is quoted from has one stretch for each piece, around its quote; any
other has its first sentences, up to half of it. Which of its stretches is given, the words matched decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora.licences import LONGEST_QUOTE
from corpora.store.marking import Stretch
from nlp.layout import blocks, pieces

LONGEST_OPENING = 320
"""Characters given of a passage that nothing is quoted from."""


def extract_of(text: str, quoted: Sequence[Stretch], marks: Sequence[Stretch]) -> Stretch:
    """The stretch of a closed passage to give: of those that it has, the first with most of the marks.

    Args:
        quoted: where evidence is quoted from the passage, in its own offsets.
    """
    stretches = list(dict.fromkeys(_around(text, quote) for quote in quoted)) or [_opening(text)]
    return max(stretches, key=lambda stretch: len(within(marks, stretch)))


def within(marks: Sequence[Stretch], stretch: Stretch) -> tuple[Stretch, ...]:
    """The marks that stand in a stretch whole, counted from its start."""
    return tuple(Stretch(mark.start - stretch.start, mark.end - stretch.start) for mark in marks
                 if stretch.start <= mark.start and mark.end <= stretch.end)


def _around(text: str, quote: Stretch) -> Stretch:
    """At most ``LONGEST_QUOTE`` characters: a quote with as much before as behind it, cut at words."""
    beside = max(0, LONGEST_QUOTE - (quote.end - quote.start)) // 2
    first, last = max(0, quote.start - beside), min(len(text), quote.end + beside, quote.start + LONGEST_QUOTE)
    if first:
        space = text.find(" ", first, quote.start)
        first = quote.start if space < 0 else space + 1
    if last < len(text):
        space = text.rfind(" ", min(quote.end, last), last)
        last = min(quote.end, last) if space < 0 else space
    return Stretch(first, last)


def _opening(text: str) -> Stretch:
    """The first sentence, and those behind it as long as they are half of the passage at most."""
    most, last = min(LONGEST_OPENING, len(text) // 2), 0
    for start, end, form in blocks(text):
        for _, stop in pieces(text, start, end, form):
            if last and stop > most:
                return Stretch(0, last)
            last = min(stop, LONGEST_OPENING)
    return Stretch(0, last)
