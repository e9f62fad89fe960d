"""What a person types into a search box, read our own way into FTS5 expressions.

Quoted phrases and ``-word`` hold always. Everything else is words. Nothing a person can type is an error, and nothing they
type reaches SQLite unquoted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

MOST_TERMS = 32
MOST_CHARACTERS = 2_000
MOST_PHRASES, MOST_WORDS_IN_PHRASES = 8, 64
"""Of phrases looked for, and of phrases left out: SQLite compares the places of all their words, seconds for the commonest."""

STOP_WORDS = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in", "is", "it", "its", "of",
    "on", "or", "that", "the", "this", "to", "was", "were", "what", "when", "where", "which", "who", "why", "with"))

_PARTS = re.compile(r'(?P<phrase_not>-?)"(?P<phrase>[^"]*)(?:"|$)|(?<!\S)-(?P<excluded>[^\s"]+)|(?P<word>[^\s"]+)')
_TOKENS = re.compile(r"[^\W_]+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\x00": " "})


@dataclass(frozen=True, slots=True)
class Widening:
    """Words as typed that other words may stand for: ``typed[start:end]`` of a query, and what each of the others is."""

    start: int
    end: int
    to: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query, read. Each term is one or more words that must stand next to each other: ``well-led`` is ``well led``."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]
    typed: tuple[str, ...] = ()
    """The words in the order in which they were typed, those that say nothing by themselves included."""
    widenings: tuple[Widening, ...] = ()
    """Stretches of ``typed`` for which other words do as well, none overlapping."""
    text: str = ""
    """The plain query, as it was read."""

    @property
    def all_words(self) -> str | None:
        """The expression for passages that hold every word; None where nothing is asked for."""
        asked = [*map(_quoted, self.phrases), *(_either(own, others) for own, others in self._units())]
        return self._without(" AND ".join(asked)) if asked else None

    @property
    def any_word(self) -> str | None:
        """The expression for passages that hold some of the words; None where it would be the same as ``all_words``."""
        return self.any_of(self.loose_words) if len(self.words) > 1 else None

    @property
    def terms(self) -> tuple[str, ...]:
        """All words and phrases looked for, with what stands for them."""
        return _distinct(map(_term, [*self.phrases, *self.words, *self.others]))

    @property
    def loose_words(self) -> tuple[str, ...]:
        """The words of which some are enough in ``any_word``, with what stands for them."""
        return _distinct([*self.words, *self.others])

    def any_of(self, words: Sequence[str]) -> str:
        """``any_word``, of these words alone."""
        loose = f"({' OR '.join(map(_quoted, words))})"
        return self._without(" AND ".join([*map(_quoted, self.phrases), loose]))

    @property
    def held(self) -> str | None:
        """The expression of what must hold however a passage was found: its phrases. None where there are none."""
        return " AND ".join(map(_quoted, self.phrases)) or None

    @property
    def barred(self) -> str | None:
        """The expression for passages that must not be given."""
        return " OR ".join(map(_quoted, self.excluded)) or None

    @property
    def marked(self) -> str | None:
        """The expression of everything to mark in a passage: words, phrases and what stands for them."""
        return " OR ".join(map(_quoted, _distinct([*self.phrases, *self.words, *self.others]))) or None

    @property
    def wanted(self) -> str:
        """What is asked for, in plain words, for comparing by meaning; a widened word with the longest that stands for it."""
        longest = [max(widening.to, key=len) for widening in self.widenings if widening.to]
        return " ".join([*self.phrases, *self.words, *longest])

    @property
    def others(self) -> tuple[str, ...]:
        """All words that stand for words typed."""
        return tuple(other for widening in self.widenings for other in widening.to)

    def widened(self, widenings: Iterable[Widening]) -> Query:
        """The same query with other words standing for some of its own."""
        return replace(self, widenings=tuple(widenings))

    def _units(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The words in groups, each with the others that do as well: one word a group, or those that are widened together."""
        covered = [(frozenset(self.typed[one.start:one.end]), one.to) for one in self.widenings if one.to]
        units = [(tuple(word for word in self.words if word in own), others) for own, others in covered]
        plain = [word for word in self.words if not any(word in own for own, _ in covered)]
        return [*((own, others) for own, others in units if own), *(((word,), ()) for word in plain)]

    def _without(self, expression: str) -> str:
        return f"({expression}) NOT ({self.barred})" if self.barred else expression


def parse_query(text: str) -> Query:
    """Read a query. Words that say nothing by themselves (``the``, ``of``) are dropped where others remain."""
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    text = plain(text)
    for part in _PARTS.finditer(text):
        if part["phrase"] is not None:
            (excluded if part["phrase_not"] else phrases).append(_term(part["phrase"]))
        elif part["excluded"] is not None:
            excluded.append(_term(part["excluded"]))
        else:
            words.append(_term(part["word"]))
    telling = [word for word in words if word.casefold() not in STOP_WORDS]
    asked = telling if any(telling) or any(phrases) else words
    return Query(words=_bounded(asked, phrases=MOST_TERMS), phrases=_bounded(phrases),
                 excluded=_bounded(excluded), typed=tuple(word for word in words if word)[:2 * MOST_TERMS], text=text)


def _bounded(terms: list[str], *, phrases: int = MOST_PHRASES) -> tuple[str, ...]:
    """The first terms, as many as can be looked for in good time; a word said over and over in one of them is said twice."""
    kept: list[str] = []
    left = MOST_WORDS_IN_PHRASES
    for term in _distinct(terms):
        words: list[str] = []
        for word in term.split():
            if words[-2:] != [word, word]:
                words.append(word)
        if len(words) > 1:
            words, phrases = words[:left], phrases - 1
            left -= len(words)
        if words and phrases >= 0:
            kept.append(" ".join(words))
    return _distinct(kept)


def plain(text: str) -> str:
    """A query as it is read: cut to a length, its letters composed, its quotation marks straight."""
    return unicodedata.normalize("NFC", text[:MOST_CHARACTERS]).translate(_QUOTES)


@dataclass(frozen=True, slots=True)
class Word:
    """A word typed outside of phrases and not to be left out: ``text[start:end]`` of the plain query."""

    start: int
    end: int


def words_typed(text: str) -> tuple[Word, ...]:
    """Where the words of a plain query stand."""
    return tuple(Word(*part.span()) for part in _PARTS.finditer(text) if part["word"] is not None)


def tokens(text: str) -> list[str]:
    """The words of a text as the index parts them: letters and digits, ``A&E`` in two."""
    return _TOKENS.findall(text)


def _term(text: str) -> str:
    return " ".join(_TOKENS.findall(text))


def _distinct(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for term in terms if term))[:MOST_TERMS]


def _quoted(term: str) -> str:
    return f'"{_term(term)}"'


def _either(own: tuple[str, ...], others: tuple[str, ...]) -> str:
    together = " AND ".join(map(_quoted, own))
    if not others:
        return together
    return f"({' OR '.join([f'({together})' if len(own) > 1 else together, *map(_quoted, others)])})"
