"""Triage: one pass over the raw text that says of which kinds a document can hold a claim at all.

Each kind gives patterns, one of which matches every document that it finds anything in (``Kind.scan``). What letters such a
pattern cannot do without is read off the pattern (``nlp.literals``), and one automaton looks for the letters of all kinds
together, at some hundred million characters a second. So no list has to be kept beside the patterns: a pattern that is
widened widens the triage. A kind that the triage leaves out is not asked; what it would have said is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from nlp.kinds import Kind, kinds
from nlp.literals import literals_of
from nlp.organisations.passing import RawText

SHORTEST = 2
"""A single letter stands in every text: a pattern of which no more can be said is searched itself."""


class Triage:
    """Which kinds a document may hold claims of."""

    def __init__(self, patterns: Sequence[Sequence[re.Pattern[str]]]) -> None:
        """``patterns``: of each question its patterns; it may be answered yes where one of them matches."""
        self._everything = (1 << len(patterns)) - 1
        self._searched: list[tuple[int, re.Pattern[str]]] = []
        asking: dict[str, int] = {}
        for place, of_one in enumerate(patterns):
            for pattern in of_one:
                literals = literals_of(pattern.pattern, pattern.flags & ~re.UNICODE) if pattern.flags & re.IGNORECASE else None
                if literals is None or min(map(len, literals)) < SHORTEST:
                    self._searched.append((1 << place, pattern))
                    continue
                for literal in literals:
                    asking[literal] = asking.get(literal, 0) | 1 << place
        for literal in sorted(asking, key=len, reverse=True):  # what holds a shorter one that asks the same need not be looked for
            if any(other != literal and other in literal and not asking[literal] & ~asking[other] for other in asking):
                del asking[literal]
        self._answers = list(asking.values())
        self._automaton = AhoCorasick(list(asking), implementation=Implementation.DFA)

    def answer(self, raw: RawText) -> int:
        """One bit for each question: whether the answer may be yes."""
        if raw.shifts:
            return self._everything
        found = 0
        for place in {hit[0] for hit in self._automaton.find_matches_as_indexes(raw.lowered, overlapping=True)}:
            found |= self._answers[place]
        for bit, pattern in self._searched:
            if not found & bit and pattern.search(raw.whole):
                found |= bit
        return found


@cache
def _triages() -> tuple[Triage, Triage]:
    """What is asked of documents that name an organisation of the register, and of those that name none."""
    return Triage([kind.scan for kind in kinds()]), Triage([kind.unnamed for kind in kinds()])


def kinds_in(raw: RawText, *, named: bool) -> tuple[Kind, ...]:
    """The kinds of which a document may hold a claim; ``named``: whether any organisation of the register is named in it."""
    of_named, of_unnamed = _triages()
    if named:
        answer = of_named.answer(raw)
        return tuple(kind for place, kind in enumerate(kinds()) if answer >> place & 1)
    answer = of_unnamed.answer(raw)
    if not answer:
        return ()
    return tuple(kind for place, kind in enumerate(kinds()) if answer >> place & 1 and any(
        pattern.search(raw.whole) for pattern in kind.unnamed))
