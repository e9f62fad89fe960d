"""What a person types into a search box, read our own way into FTS5 expressions.

Quoted phrases and ``-word`` hold always. Everything else is words. Nothing a person can type is an error, and nothing they
type reaches SQLite unquoted.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MOST_TERMS = 32
MOST_CHARACTERS = 2_000

STOP_WORDS = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in", "is", "it", "its", "of",
    "on", "or", "that", "the", "this", "to", "was", "were", "what", "when", "where", "which", "who", "why", "with"))

_PARTS = re.compile(r'(?P<phrase_not>-?)"(?P<phrase>[^"]*)(?:"|$)|(?<!\S)-(?P<excluded>[^\s"]+)|(?P<word>[^\s"]+)')
_TOKENS = re.compile(r"[^\W_]+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\x00": " "})


@dataclass(frozen=True, slots=True)
class Query:
    """A query, read. Each term is one or more words that must stand next to each other: ``well-led`` is ``well led``."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]

    @property
    def all_words(self) -> str | None:
        """The expression for passages that hold every word; None where nothing is asked for."""
        return self._expression(self.phrases + self.words)

    @property
    def any_word(self) -> str | None:
        """The expression for passages that hold some of the words; None where it would be the same as ``all_words``."""
        if len(self.words) < 2:
            return None
        loose = f"({' OR '.join(map(_quoted, self.words))})"
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
    def wanted(self) -> str:
        """What is asked for, in plain words, for comparing by meaning."""
        return " ".join(self.phrases + self.words)

    def _expression(self, terms: tuple[str, ...]) -> str | None:
        return self._without(" AND ".join(map(_quoted, terms))) if terms else None

    def _without(self, expression: str) -> str:
        return f"({expression}) NOT ({self.barred})" if self.barred else expression


def parse_query(text: str) -> Query:
    """Read a query. Words that say nothing by themselves (``the``, ``of``) are dropped where others remain."""
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    text = unicodedata.normalize("NFC", text[:MOST_CHARACTERS]).translate(_QUOTES)
    for part in _PARTS.finditer(text):
        if part["phrase"] is not None:
            (excluded if part["phrase_not"] else phrases).append(_term(part["phrase"]))
        elif part["excluded"] is not None:
            excluded.append(_term(part["excluded"]))
        else:
            words.append(_term(part["word"]))
    telling = [word for word in words if word.casefold() not in STOP_WORDS]
    return Query(words=_distinct(telling if any(telling) or any(phrases) else words), phrases=_distinct(phrases),
                 excluded=_distinct(excluded))


def _term(text: str) -> str:
    return " ".join(_TOKENS.findall(text))


def _distinct(terms: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for term in terms if term))[:MOST_TERMS]


def _quoted(term: str) -> str:
    return f'"{term}"'
