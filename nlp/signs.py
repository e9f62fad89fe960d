"""Cues as they stand in a sentence: compiling the patterns of ``nlp.cues`` and finding them, quickly, by their first word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from nlp import gated_re as re
from nlp.cues import CLASSES, CUES, Cue

WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?|'(?:ll|d|s|re|ve)(?![\w])")
BEFORE = frozenset(("forward", "object"))
TRIED_FIRST = re.compile(r"'(?:s|re|ve|d|ll)$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue as it stands in a stretch of text."""

    start: int
    end: int
    cue: Cue


DAY_OF_MAY = re.compile(r"may(?:(?<=\d may)|(?<=\d(?:st|nd|rd|th) may))\b")


def plain(words: str) -> str:
    """Lower case with straight apostrophes, every character where it was; the May of "2 May" masked, that it is no "may"."""
    lowered = words.lower()
    lowered = (lowered if len(lowered) == len(words) else words).replace("’", "'")
    masked = DAY_OF_MAY.sub("xxx", lowered) if "may" in lowered else lowered
    return words.like(masked) if isinstance(words, re.ScannedText) else masked


@lru_cache(maxsize=512)
def signs_in(words: str) -> tuple[Sign, ...]:
    """All cues in a stretch of plain text (``plain``), in order, less those that a longer cue of the same direction explains."""
    found: list[Sign] = []
    for word in WORD.finditer(words):
        for pattern, cue in TABLE.get(word.group(), ()):
            match = pattern.match(words, word.start())
            if match:
                found.append(Sign(match.start(), match.end(), cue))
    return tuple(sign for sign in found if not any(_explains(other, sign) for other in found))


def _explains(other: Sign, sign: Sign) -> bool:
    """Whether a longer cue takes the words of another ("no longer" those of "no")."""
    if other.start >= sign.end or other.end <= sign.start:
        return False
    if other.cue.effect == "pseudo":
        return sign.cue.effect != "pseudo" and other.start <= sign.start and (other.start, other.end) != (sign.start, sign.end)
    if sign.cue.effect == "stop":
        return other.cue.effect not in ("stop", "plug") and (other.start, -other.end) < (sign.start, -sign.end)
    if other.end - other.start <= sign.end - sign.start:
        return False
    return (other.cue.effect not in ("stop", "plug") and sign.cue.effect not in ("stop", "plug", "pseudo")
            and other.start <= sign.start and sign.end <= other.end
            and (other.cue.direction == sign.cue.direction or {other.cue.direction, sign.cue.direction} <= BEFORE)
            and other.cue.effect != sign.cue.effect)


def _compiled(words: str) -> re.Pattern[str]:
    pattern = ""
    for part in words.split():
        space = r",?\s+" if pattern else ""
        if part.startswith("{"):
            pattern += rf"(?:,?\s+[\w'-]+){{0,{part[1:-1]}}}?"
        elif part.startswith("["):
            pattern += rf"(?:{space}(?:{_alternatives(part[1:-1])}))?"
        else:
            pattern += rf"{space}(?:{_alternatives(part)})"
    return re.compile(rf"{pattern}(?![a-z'])")


def _words(alternatives: str) -> Iterable[str]:
    for word in alternatives.split("|"):
        if word.startswith("<"):
            yield from CLASSES[word[1:-1]].split("|")
        elif word:
            yield word


def _alternatives(alternatives: str) -> str:
    words = list(dict.fromkeys(_words(alternatives)))
    escaped = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return rf"(?:{escaped})(?![a-z])"


def _by_first_word(cues: Iterable[Cue]) -> dict[str, tuple[tuple[re.Pattern[str], Cue], ...]]:
    table: dict[str, list[tuple[re.Pattern[str], Cue]]] = {}
    for cue in cues:
        variants = list(_variants(cue.words.split()))
        for variant in variants:
            pattern = _compiled(variant)
            for word in dict.fromkeys(found.group() for first in _words(variant.split()[0]) if (found := WORD.match(first))):
                table.setdefault(word, []).append((pattern, cue))
    return {word: tuple(entries) for word, entries in table.items()}


def _variants(parts: list[str]) -> Iterable[str]:
    """The ways to begin a cue whose first words may be left out."""
    if parts[0].startswith("["):
        yield " ".join([parts[0][1:-1], *parts[1:]])
        yield from _variants(parts[1:])
    else:
        yield " ".join(parts)


TABLE = _by_first_word(CUES)
