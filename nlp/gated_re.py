"""Regular expressions as in ``re`` that are not searched for where a text has not the letters that they cannot do without.

    from nlp import gated_re as re

A reader asks hundreds of patterns of every sentence, nearly all in vain. What letters a pattern needs is read off the pattern
(``nlp.literals``); where they stand in a document is found for all patterns in one pass of an automaton (``scanned``). A pattern
that is searched for in part of a ``ScannedText`` first looks whether its letters stand there. What is found is what ``re``
finds. Patterns are compiled when first needed, and gated once they have been searched for often: one that is asked seldom is
not worth the analysis.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    UNICODE,
    VERBOSE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from sys import maxsize
from threading import Lock
from typing import Any, cast

from ahocorasick_rs import AhoCorasick, Implementation

from nlp.literals import SHIFTING, beginnings_of, begins_words, literals_of

__all__ = ["DOTALL", "IGNORECASE", "MULTILINE", "UNICODE", "VERBOSE", "GatedPattern", "Match", "Pattern", "ScannedText", "compile",
           "escape", "findall", "finditer", "fullmatch", "match", "preceded", "scanned", "search", "split", "stretch", "sub"]

HOT = 12
"""So many searches make the analysis of a pattern worth its time."""
SHORTEST = 2
MOST = 150
"""A pattern that more strings may open the way for is searched for as it is."""
GROWN = 1.3
"""How many times as many gated patterns as the automaton knows make it worth building anew."""


class ScannedText(str):
    """A text, or a stretch of one, with the places of the letters that gated patterns need."""

    known: int
    """Patterns with a number below this were looked for."""
    starts: dict[int, Any]
    """Of each pattern the letters of which occur, where: sorted lists, or tuples of such that are still to be merged."""
    offset: int
    """Where in the scanned text it begins."""

    def like(self, other: str) -> str:
        """Another text with the same letters and figures, capitals aside, in the same places; others may be masked."""
        return _made(other, self, self.offset) if len(other) == len(self) else other


def _made(text: str, origin: ScannedText, offset: int) -> ScannedText:
    made = ScannedText(text)
    made.known, made.starts, made.offset = origin.known, origin.starts, offset
    return made


def preceded(text: str, lead: str) -> str:
    """``lead`` and the text, as they were scanned together if the text is what then came after."""
    whole = lead + text
    return _made(whole, text, 0) if isinstance(text, ScannedText) and text.offset == len(lead) else whole


def stretch(text: str, start: int, end: int) -> str:
    """``text[start:end]``, of which gated patterns still know what stands in it; for stretches that many are asked of."""
    return _made(text[start:end], text, text.offset + max(start, 0)) if isinstance(text, ScannedText) else text[start:end]


def scanned(text: str) -> str:
    """A text in which gated patterns are found faster; as it is where lower case hides or moves letters."""
    lowered = text.lower()
    if len(lowered) != len(text) or (not text.isascii() and any(letter in text for letter in SHIFTING)):
        return text
    made = ScannedText(text)
    made.known, made.starts = GATES.starts(lowered)
    made.offset = 0
    return made


class Gates:
    """All gated patterns, and the automaton that looks for their letters."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[GatedPattern] = []
        self._gated: list[GatedPattern] = []
        self._state: tuple[int, Any, list[tuple[int, ...]]] = (0, None, [])

    def add(self, pattern: GatedPattern) -> None:
        """A pattern that is to be gated from the next building on."""
        with self._lock:
            self._waiting.append(pattern)

    def starts(self, lowered: str) -> tuple[int, dict[int, Any]]:
        """How many patterns are known, and where the letters of each occur in a text in lower case."""
        if self._waiting and len(self._waiting) + len(self._gated) >= GROWN * len(self._gated):
            self._build()
        known, automaton, asking = self._state
        if automaton is None:
            return known, {}
        hits: dict[int, list[int]] = {}
        for number, start, _ in automaton.find_matches_as_indexes(lowered, overlapping=True):
            key = 2 * number if start and lowered[start - 1].isalnum() else 2 * number + 1
            if key in hits:
                hits[key].append(start)
            else:
                hits[key] = [start]
        starts: dict[int, Any] = {}
        for key, places in hits.items():
            for pattern in asking[key]:
                starts[pattern] = (*starts[pattern], places) if pattern in starts else (places,)
        return known, starts

    def _build(self) -> None:
        with self._lock:
            for pattern in self._waiting:
                pattern.number = len(self._gated)
                self._gated.append(pattern)
            self._waiting = []
            inside: dict[str, list[int]] = {}
            beginning: dict[str, list[int]] = {}
            for pattern in self._gated:
                for literal in pattern.literals or ():
                    beginning.setdefault(literal, []).append(pattern.number)
                    inside.setdefault(literal, []).extend(() if pattern.begins_words else (pattern.number,))
            automaton = AhoCorasick(list(inside), implementation=Implementation.DFA)
            asking = [tuple(of[literal]) for literal in inside for of in (inside, beginning)]
            self._state = len(self._gated), automaton, asking


GATES = Gates()


class GatedPattern:
    """A pattern as ``re.compile`` gives it, with a gate."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags
        self.number = maxsize
        self.literals: tuple[str, ...] | None = None
        self.begins_words = False
        """Whether its strings count at the beginnings of words only."""
        self._leaps = False
        """Whether every match begins with one of the strings."""
        self._asked = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    @property
    def flags(self) -> int:
        return self.compiled.flags

    @property
    def groups(self) -> int:
        return self.compiled.groups

    @property
    def groupindex(self) -> Any:
        return self.compiled.groupindex

    @cached_property
    def match(self) -> Callable[..., Match[str] | None]:
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Match[str] | None]:
        return self.compiled.fullmatch

    @cached_property
    def sub(self) -> Callable[..., str]:
        return self.compiled.sub

    @cached_property
    def split(self) -> Callable[..., list[str | Any]]:
        return self.compiled.split

    def search(self, text: str, start: int = 0, end: int = maxsize) -> Match[str] | None:
        """The first match that begins at ``start`` or after and ends before ``end``."""
        if text.__class__ is ScannedText and self.number < text.known:
            places = text.starts.get(self.number)
            if places is None:
                return None
            if places.__class__ is tuple:
                places = text.starts[self.number] = places[0] if len(places) == 1 else sorted(chain(*places))
            offset = text.offset
            first = bisect_left(places, start + offset) if start or offset else 0
            last = min(end, len(text)) + offset
            if first == len(places) or places[first] >= last:
                return None
            if not self._leaps:
                return self.compiled.search(text, start, end)
            match = self.compiled.match
            while first < len(places) and (place := places[first]) < last:
                if found := match(text, place - offset, end):
                    return found
                first += 1
            return None
        if self._asked < HOT:
            self._warm()
        return self.compiled.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[Match[str]]:
        """All matches that do not overlap."""
        if text.__class__ is ScannedText and self.number < text.known:
            first = self.search(text, start, end)
            if first is None:
                return iter(())
            return self._following(first, text, end) if self._leaps else self.compiled.finditer(text, first.start(), end)
        if self._asked < HOT:
            self._warm()
        return self.compiled.finditer(text, start, end)

    def _following(self, found: Match[str] | None, text: str, end: int) -> Iterator[Match[str]]:
        while found is not None:
            yield found
            found = self.search(text, max(found.end(), found.start() + 1), end)

    def findall(self, text: str, start: int = 0, end: int = maxsize) -> list[Any]:
        """The words of all matches that do not overlap."""
        if self.search(text, start, end) is None:
            return []
        return self.compiled.findall(text, start, end)

    def _warm(self) -> None:
        self._asked += 1
        if self._asked == HOT:
            self._analyse()

    def _analyse(self) -> None:
        opening = _useful(beginnings_of(self.pattern, self._flags))
        literals = opening or _useful(literals_of(self.pattern, self._flags))
        if literals is None:
            for name in ("search", "finditer", "findall"):  # nothing stands between any more
                setattr(self, name, getattr(self.compiled, name))
            return
        self._leaps = opening is not None
        self.begins_words = self._leaps and begins_words(self.pattern, self._flags)
        self.literals = literals
        GATES.add(self)


def _useful(literals: frozenset[str] | None) -> tuple[str, ...] | None:
    """Strings to look for, less those that a shorter one begins; None where they are too many or too short."""
    if literals is None or len(literals) > MOST or any(len(one) < SHORTEST and not one.isdigit() for one in literals):
        return None
    return tuple(one for one in literals if not any(other != one and one.startswith(other) for other in literals))


def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """A pattern to be searched for, compiled when that is first done; it has what is used here of those of ``re``."""
    return cast("Pattern[str]", GatedPattern(pattern, int(flags)))
