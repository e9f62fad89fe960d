"""Passages: stretches of whole sentences, of some sixty to a hundred and twenty words, that search returns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.schema import Passage
from nlp.layout import blocks, is_evenly_spaced, pieces
from nlp.sheet import Claim, Sheet

ENOUGH_WORDS = 60
MOST_WORDS = 120
MOST_CHARACTERS = 2_000


def passages_of(sheet: Sheet, claims: Sequence[Claim] = ()) -> tuple[Passage, ...]:
    """The passages of a document, in order, each with the organisations it names or makes claims about (vectors come later)."""
    return tuple(
        Passage(start=start, end=end, orgs=tuple(dict.fromkeys([
            *(code for name in sheet.names_in(start, end) for code in name.all_codes),
            *(claim.org for claim in claims if claim.org and claim.start < end and start < claim.end)])))
        for start, end in _stretches(sheet))


def passages_of_text(text: str) -> tuple[Passage, ...]:
    """The passages of a text that names no organisation, as ``passages_of`` gives them, told without its sentences.

    A paragraph that fits into a passage whole need not be parted into sentences, which takes most of the time.
    """
    return tuple(Passage(start=start, end=end) for start, end in _stretches_of_text(text))


def _stretches_of_text(text: str) -> Iterator[tuple[int, int]]:
    start = end = words = 0
    evenly = is_evenly_spaced(text)
    for block_start, block_end, form in blocks(text):
        if evenly and text.find("\n", block_start, block_end) < 0:
            counted = text.count(" ", block_start, block_end) + 1
        else:
            counted = len(text[block_start:block_end].split())
        kept = words < ENOUGH_WORDS and words  # what is open already takes this block in, if it has room
        whole = counted + kept <= MOST_WORDS and block_end - (start if kept else block_start) <= MOST_CHARACTERS
        for piece_start, piece_end in ((block_start, block_end),) if whole else pieces(text, block_start, block_end, form):
            count = counted if whole else len(text[piece_start:piece_end].split())
            full = words >= ENOUGH_WORDS and piece_start == block_start
            if words and (full or words + count > MOST_WORDS or piece_end - start > MOST_CHARACTERS):
                yield start, end
                words = 0
            if not words:
                start = piece_start
            end, words = piece_end, words + count
            while end - start > MOST_CHARACTERS:
                yield start, start + MOST_CHARACTERS
                start += MOST_CHARACTERS
    if words:
        yield start, end


def _stretches(sheet: Sheet) -> Iterator[tuple[int, int]]:
    start = end = words = 0
    for sentence in sheet.sentences:
        count = len(sheet.words(sentence).split())
        new_paragraph = sentence.index == 0 or sheet.sentences[sentence.index - 1].paragraph != sentence.paragraph
        full = words >= ENOUGH_WORDS and new_paragraph
        too_long = words + count > MOST_WORDS or sentence.end - start > MOST_CHARACTERS
        if words and (full or too_long):
            yield start, end
            words = 0
        if not words:
            start = sentence.start
        end, words = sentence.end, words + count
        while end - start > MOST_CHARACTERS:  # one endless "sentence", such as a page of unbroken cells
            yield start, start + MOST_CHARACTERS
            start += MOST_CHARACTERS
    if words:
        yield start, end
