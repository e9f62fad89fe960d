"""Copies of one text, found; independent stories of one event, kept apart. Every text is invented."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st
from rensa import RMinHash

from corpora.schema import Document
from nlp.copies import (
    BANDS,
    ENOUGH,
    FEWEST_SHINGLES,
    PERMUTATIONS,
    ROWS,
    are_copies,
    fingerprint,
    shingles_of,
    similarity,
)
from tests.conftest import make_document
from tests.nlp.syndication import EVENTS, copy_of, minutes, stories

MONTHS = ("April", "May", "June", "July", "September", "October")


def paper(text: str, *, publisher: str | None = None, published: str | None = "2024-03-12") -> Document:
    return make_document(text, published=published, publisher=publisher)


def share_a_band(one: str, other: str) -> bool:
    return bool(set(fingerprint(one).bands) & set(fingerprint(other).bands))


def test_nine_copies_in_ten_are_found_however_they_were_cut() -> None:
    random = Random(7)
    pairs = [(one, other) for event in range(len(EVENTS)) for story in stories(event)
             for one, other in combinations([story, *(copy_of(story, random) for _ in range(6))], 2)]
    found = [share_a_band(one, other) and are_copies(paper(one, publisher="A"), paper(other, publisher="B")) for one, other in pairs]
    assert sum(found) / len(found) >= 0.75, "even of two copies that were both cut"
    with_the_first = [share_a_band(story, copied) and are_copies(paper(story, publisher="A"), paper(copied, publisher="B"))
                      for event in range(len(EVENTS)) for story in stories(event) for copied in [copy_of(story, random) for _ in range(6)]]
    assert sum(with_the_first) / len(with_the_first) >= 0.9


def test_independent_stories_of_one_event_are_no_copies_though_they_quote_the_same_statement() -> None:
    random = Random(11)
    for event in range(len(EVENTS)):
        one, other = stories(event)
        for left, right in [(one, other), *((copy_of(one, random), copy_of(other, random)) for _ in range(10))]:
            assert similarity(shingles_of(left), shingles_of(right)) < ENOUGH - 0.03
            assert not are_copies(paper(left, publisher="A"), paper(right, publisher="B"))


def test_minutes_of_one_board_are_no_copies_of_each_other() -> None:
    random = Random(3)
    for one, other in combinations([minutes(month, random) for month in MONTHS], 2):
        assert not are_copies(paper(one, publisher="A Trust"), paper(other, publisher="A Trust"))


def test_what_says_the_same_much_later_speaks_of_another_time() -> None:
    story = stories(0)[0]
    assert are_copies(paper(story, publisher="A"), paper(story, publisher="B", published="2024-04-02"))
    assert not are_copies(paper(story, publisher="A"), paper(story, publisher="B", published="2024-06-02"))
    assert are_copies(paper(story, publisher="A"), paper(story, publisher="B", published=None))
    assert are_copies(paper(story, publisher="A"), paper(story, publisher="B", published="2024"))


@pytest.mark.parametrize("text", ["", "Never events: 0", "The trust was fined."])
def test_a_short_text_is_a_copy_only_of_the_very_same_words(text: str) -> None:
    assert fingerprint(text).bands == ()
    assert are_copies(paper(text, publisher="A"), paper(text.upper(), publisher="B"))
    assert not are_copies(paper(text, publisher="A"), paper(f"{text} again", publisher="B"))


def test_spaces_capitals_punctuation_and_accents_make_no_difference() -> None:
    assert fingerprint("The café’s  TRUST,\nwas “fined”.").exact == fingerprint("the cafe s trust was fined").exact


@given(st.text(max_size=400), st.text(max_size=400))
def test_comparing_is_symmetric_and_anything_is_its_own_copy(one: str, other: str) -> None:
    assert are_copies(paper(one), paper(one))
    assert are_copies(paper(one), paper(other)) == are_copies(paper(other), paper(one))
    assert 0 <= similarity(shingles_of(one), shingles_of(other)) <= 1


def test_signatures_estimate_as_well_as_another_library_s() -> None:
    """datasketch is the oracle: both estimates lie near the exact index, as often."""
    random = Random(2)
    misses = {"rensa": 0.0, "datasketch": 0.0}
    pairs = [(story, copy_of(story, random)) for event in range(len(EVENTS)) for story in stories(event) for _ in range(4)]
    for one, other in pairs:
        left, right = shingles_of(one), shingles_of(other)
        exact = similarity(left, right)
        mine = [RMinHash(num_perm=PERMUTATIONS, seed=1) for _ in range(2)]
        theirs = [MinHash(num_perm=PERMUTATIONS) for _ in range(2)]
        for shingles, rensa, datasketch in zip((left, right), mine, theirs, strict=True):
            rensa.update(sorted(shingles))
            datasketch.update_batch([shingle.encode() for shingle in shingles])
        misses["rensa"] += abs(mine[0].jaccard(mine[1]) - exact) / len(pairs)
        misses["datasketch"] += abs(theirs[0].jaccard(theirs[1]) - exact) / len(pairs)
    assert misses["rensa"] < 0.05
    assert misses["rensa"] < 1.5 * misses["datasketch"]


def test_the_bands_fit_the_threshold() -> None:
    assert 1 - (1 - ENOUGH ** ROWS) ** BANDS > 0.93
    assert 1 - (1 - 0.1 ** ROWS) ** BANDS < 0.05
    assert len(fingerprint(stories(0)[0]).bands) == BANDS
    assert FEWEST_SHINGLES > 5
