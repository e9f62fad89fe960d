"""What joins names, segments and ratings: invented gaps, ordinary and hostile."""

from __future__ import annotations

import re
from time import perf_counter

import pytest

from nlp.coordination import NAMES_IN_ORDER, NAMES_LISTED, RATED, SEGMENTS

SECONDS = 0.25
"""Many times what a linear pattern takes for a gap of tens of thousands of characters, on any machine."""


@pytest.mark.parametrize(("pattern", "gap"), [
    (NAMES_LISTED, ", "), (NAMES_LISTED, " and the neighbouring "), (NAMES_LISTED, " (ABC) or at "), (NAMES_LISTED, " as well as "),
    (NAMES_IN_ORDER, "’s and that of "), (NAMES_IN_ORDER, " trust (ABC) and the "), (NAMES_IN_ORDER, ", and both "),
    (SEGMENTS, ", "), (SEGMENTS, " and segment "), (SEGMENTS, ", and in a "),
    (RATED, " and the "), (RATED, " services (under-18s), as well as "), (RATED, " wards at "),
])
def test_what_joins_two_things_is_known(pattern: re.Pattern[str], gap: str) -> None:
    assert pattern.fullmatch(gap)


@pytest.mark.parametrize(("pattern", "gap"), [
    (NAMES_LISTED, " is better than "), (NAMES_LISTED, ". "), (NAMES_IN_ORDER, " left "), (NAMES_IN_ORDER, " but "),
    (SEGMENTS, " to "), (SEGMENTS, " than "), (RATED, " was "), (RATED, "; "),
])
def test_what_parts_two_things_joins_none(pattern: re.Pattern[str], gap: str) -> None:
    assert not pattern.fullmatch(gap)


@pytest.mark.parametrize("pattern", [NAMES_LISTED, NAMES_IN_ORDER, SEGMENTS, RATED])
@pytest.mark.parametrize("unit", [" ", "\n", "’s ", "’ and ", "and ", "in ", "the ", "both ", ", ", "(a) ", "that of "])
def test_a_gap_of_repeated_pieces_is_refused_at_once(pattern: re.Pattern[str], unit: str) -> None:
    started = perf_counter()
    assert not pattern.fullmatch(f" {unit * 400}#")
    assert perf_counter() - started < SECONDS
