"""Searching a text for a pattern from one place to the next at which it can begin, instead of trying every letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, Implementation

from nlp.literals import SHIFTING, beginnings_of


class LeapingPattern:
    """A pattern tried only where a text has the letters that its matches begin with: the same matches, many times as fast."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        beginnings = beginnings_of(pattern.pattern, pattern.flags & ~re.UNICODE)
        if beginnings is None:
            raise ValueError(f"nothing can be told of how matches of this begin: {pattern.pattern[:80]}")
        shortest = [one for one in beginnings if not any(other != one and one.startswith(other) for other in beginnings)]
        self._automaton = AhoCorasick(sorted(shortest), implementation=Implementation.DFA)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches that do not overlap, left to right, as ``re.Pattern.finditer`` gives them."""
        lowered = text.lower()
        if len(lowered) != len(text) or (not text.isascii() and any(letter in text for letter in SHIFTING)):
            yield from self.pattern.finditer(text)
            return
        past = 0
        for _, start, _ in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if start >= past and (found := self.pattern.match(text, start)):
                yield found
                past = max(found.end(), start + 1)
