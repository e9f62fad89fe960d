"""The pattern of many stems finds exactly what stands there."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from nlp.stems import stem_pattern


@given(st.lists(st.text("abc -", min_size=1, max_size=5), min_size=1, max_size=12), st.text("abc -", max_size=40))
def test_the_longest_stem_is_found_wherever_one_stands(stems: list[str], text: str) -> None:
    pattern = re.compile(stem_pattern(stems))
    for position in range(len(text) + 1):
        standing = [stem for stem in stems if text.startswith(stem, position)]
        found = pattern.match(text, position)
        assert (found.group() if found else None) == max(standing, key=len, default=None)
