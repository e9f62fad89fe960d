"""All names of the register, indexed: which organisations a name stands for, and which names share words with a text."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from api.register import register
from corpora.organisations import Register, plain_words
from corpora.schema import OdsCode

Sort = Literal["name", "alias", "known_as", "former", "ambiguous", "site", "other_site"]

SORT_OF_ALIAS: dict[str, Sort] = {"official": "alias", "variant": "alias", "short_name": "alias", "common_press_name": "known_as",
                                  "acronym": "known_as", "former_name": "former"}

LEAST_MISSPELT = 5
"""Shorter words are taken as they are: too many of them are one letter from another."""

COMMON = 0.1
"""A word in more than this share of the names (NHS, trust, hospital) finds none by itself; it still weighs."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one organisation, or of a hospital that it runs."""

    code: OdsCode
    sort: Sort
    words: frozenset[str]


class Names:
    """The index. Words are without capitals, apostrophes and "the"."""

    def __init__(self, names: Register) -> None:
        self._by_phrase: dict[str, list[Name]] = defaultdict(list)
        self._by_word: dict[str, list[Name]] = defaultdict(list)
        self._by_part: dict[str, set[str]] = defaultdict(set)
        number = 0
        for code, sort, text in _all(names):
            words = plain_words(text)
            name = Name(code, sort, frozenset(words))
            self._by_phrase[" ".join(words)].append(name)
            number += 1
            for word in name.words:
                self._by_word[word].append(name)
        self._weights = {word: math.log(1 + number / len(found)) for word, found in self._by_word.items()}
        self._most = number * COMMON
        for word in self._by_word:
            for part in _parts(word):
                self._by_part[part].add(word)

    def called(self, text: str) -> list[Name]:
        """The names that are this text, all of it."""
        return self._by_phrase.get(" ".join(plain_words(text)), [])

    def near(self, text: str) -> dict[OdsCode, float]:
        """Organisations with a name that shares telling words with a text, one letter in a long word not minded: 0 to 1."""
        wanted = [self._spelt(word) for word in dict.fromkeys(plain_words(text)[:30])]
        asked = sum(max((self._weight(word) for word in words), default=self._weight("")) for words in wanted)
        shared: dict[Name, float] = defaultdict(float)
        for words in wanted:
            touched = {name: self._weight(word) for word in words for name in self._by_word[word] if self._tells(word)}
            for name, weight in touched.items():
                shared[name] += weight
        best: dict[OdsCode, float] = defaultdict(float)
        known = {word for words in wanted for word in words}
        for name in shared:
            both = sum(self._weight(word) for word in name.words & known)
            if both * 2 >= asked:
                whole = asked + sum(self._weight(word) for word in name.words - known)
                best[name.code] = max(best[name.code], min(both / whole, 1.0))
        return best

    def _tells(self, word: str) -> bool:
        return len(self._by_word[word]) <= self._most

    def _weight(self, word: str) -> float:
        return self._weights.get(word, math.log(1 + self._most * 10))

    def _spelt(self, word: str) -> tuple[str, ...]:
        """The words of the register that this is, or that it is one letter away from; none where it is not known."""
        if word in self._by_word:
            return (word,)
        if len(word) < LEAST_MISSPELT:
            return ()
        alike = {found for part in _parts(word) for found in self._by_part.get(part, ())}
        return tuple(sorted(found for found in alike if len(found) >= LEAST_MISSPELT))


@cache
def names() -> Names:
    """Those of the packaged register."""
    return Names(register())


def _all(names: Register) -> Iterator[tuple[OdsCode, Sort, str]]:
    for organisation in names:
        yield organisation.code, "name", organisation.name
    for alias in names.aliases:
        yield alias.code, "ambiguous" if alias.ambiguous else SORT_OF_ALIAS[alias.kind], alias.name
    for site in names.sites:
        yield site.code, "site" if site.principal and not site.ambiguous and not site.until else "other_site", site.name


def _parts(word: str) -> Iterator[str]:
    """The word, and what is left of it without one of its letters: words one letter apart share one of these."""
    yield word
    if LEAST_MISSPELT <= len(word) <= 40:
        for place in range(len(word)):
            yield word[:place] + word[place + 1:]
