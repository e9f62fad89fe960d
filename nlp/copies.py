"""Copies of one text: agency stories, trusts' press releases and pages that several sites publish, a little changed.

A text is compared by its runs of five words: MinHash signatures find the few texts worth comparing (their bands are kept in
the store), the exact Jaccard index of the runs decides.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from rensa import RMinHash

from corpora.schema import Document

SHINGLE = 5
PERMUTATIONS = 128
ROWS = 3
BANDS = PERMUTATIONS // ROWS
"""Of two texts that share .3 of their runs two thirds are compared, at .4 94 of a hundred, at .5 all but three in a thousand."""
ENOUGH = 0.4
"""From which index on texts of different publishers are copies. Of copies with another headline, opening and byline and up to half
of their paragraphs cut nine in ten reach it; stories written independently reach .3 at most, though they quote the same statement
at length (``tests/nlp/test_copies.py`` measures both)."""
ENOUGH_OF_ONE_PUBLISHER = 0.85
"""From which index on texts of one publisher are: the minutes of two of its meetings share half of their words and more."""
METHOD = f"words-{SHINGLE}/rminhash-{RMinHash.ALGORITHM_VERSION}-{PERMUTATIONS}/bands-{BANDS}x{ROWS}"
"""How fingerprints are made. One that was made otherwise is made anew."""
MOST_DAYS = 31
"""Copies are published within so many days of each other; what says the same words again later says them of another time."""
FEWEST_SHINGLES = 20
"""A shorter text is a copy only of the very same words."""
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a text is compared by."""

    exact: str
    """Of all its words: equal for texts that differ in nothing but spaces, punctuation and capitals."""
    bands: tuple[int, ...]
    """Two texts that share one may be copies; empty for a text too short to tell."""


def shingles_of(text: str) -> frozenset[str]:
    """The runs of five words of a text, without capitals, punctuation and marks on letters."""
    words = _words(text)
    return frozenset(" ".join(words[place:place + SHINGLE]) for place in range(len(words) - SHINGLE + 1))


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text."""
    exact = blake2b(" ".join(_words(text)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    shingles = shingles_of(text)
    if len(shingles) < FEWEST_SHINGLES:
        return Fingerprint(exact, ())
    minimal = RMinHash(num_perm=PERMUTATIONS, seed=1)
    minimal.update(sorted(shingles))
    digest = minimal.digest()
    return Fingerprint(exact, tuple(_band(number, digest[number * ROWS:(number + 1) * ROWS]) for number in range(BANDS)))


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """The Jaccard index of two sets of runs: 1 for the same, 0 for nothing in common."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def are_copies(one: Document, other: Document) -> bool:
    """Whether two documents are one text, published twice: alike in their words, and near each other in time."""
    if not _near(one.published_on, other.published_on):
        return False
    if _words(one.text) == _words(other.text):
        return True
    runs, other_runs = shingles_of(one.text), shingles_of(other.text)
    enough = ENOUGH_OF_ONE_PUBLISHER if one.publisher and one.publisher == other.publisher else ENOUGH
    return min(len(runs), len(other_runs)) >= FEWEST_SHINGLES and similarity(runs, other_runs) >= enough


def _near(one: str | None, other: str | None) -> bool:
    """Whether two dates, in whole or part, may lie within ``MOST_DAYS``; where one is not known, they may."""
    if one is None or other is None or one.startswith(other) or other.startswith(one):
        return True
    first, last = sorted((one, other))
    ends = date(int(first[:4]), int(first[5:7] or 12), int(first[8:10] or 28))
    return (date.fromisoformat(last + "-01" * (2 - last.count("-"))) - ends).days <= MOST_DAYS


def _words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text)
    return WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter)).casefold())


def _band(number: int, values: list[int]) -> int:
    joined = b"".join(value.to_bytes(4, "little") for value in (number, *values))
    return int.from_bytes(blake2b(joined, digest_size=8).digest(), "little", signed=True)
