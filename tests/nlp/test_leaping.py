"""Leaping finds what searching letter by letter finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.kinds.concern import WORDED
from nlp.kinds.incident import SCANNED
from nlp.kinds.rating.pairing import GRADES_IN
from nlp.leaping import LeapingPattern
from nlp.literals import beginnings_of
from nlp.organisations.anaphors import POINTERS

PATTERNS = {"concern": WORDED, "incident": SCANNED, "rating": GRADES_IN, "pointers": POINTERS,
            "coined": LeapingPattern(re.compile(r"\b(?:the\s+)?(?:an?|good)(?:\s+one)?|x{2,}y|[ab]c?d", re.IGNORECASE))}
WORDS = "the trust was rated Good Both trusts a one retained swab wrong side outstandin not enough staff THE Hospital abd xxy ſ K İ ’ \n".split(" ")


@pytest.mark.parametrize("name", PATTERNS)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3))), st.sampled_from((" ", "", "\n")))
def test_the_matches_are_the_same(name: str, words: list[str], joint: str) -> None:
    leaping, text = PATTERNS[name], joint.join(words)
    assert [found.span() for found in leaping.finditer(text)] == [
        found.span() for found in leaping.pattern.finditer(text) if found.group()]


@pytest.mark.parametrize("pattern", [r"\w+ trust", r".*", r"(?:the )?\w", r"\d"])
def test_a_pattern_that_may_begin_in_any_way_is_refused(pattern: str) -> None:
    assert beginnings_of(pattern) is None
    with pytest.raises(ValueError, match="how matches of this begin"):
        LeapingPattern(re.compile(pattern))
