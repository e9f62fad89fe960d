"""Which letters a pattern cannot match without: read off the pattern itself, so that no list of stems can fall behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from re import _constants as op  # type: ignore[attr-defined]  # the parser that re itself uses; no public one exists
from re import _parser as parser  # type: ignore[attr-defined]  # the parser of ``re`` itself, which has no public name
from typing import Any

MOST = 48
"""More alternatives than these are not multiplied out; what was found so far is kept."""
LONGEST = 14
WIDEST = 6
"""A set of more characters than these tells nothing."""
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
"""What a text holds as the pattern has it. Spaces, quotes and dashes are written in too many ways."""

COMMON = tuple("""the and for are was were been being have has had that this with from which who whom will would could should may
    might not over under their there then than into trust trusts hospital hospitals care board services report reported
    improvement quality year month patients england health team""".split())
"""Words of which each stands in most of the texts that are read."""
SHIFTING = "\u017f\u212a\u0130\u0131"
"""Letters that a pattern without regard to capitals takes for s, k and i: a text that holds one is searched letter by letter."""


@dataclass(frozen=True)
class _Found:
    """What must stand in every match of a part of a pattern."""

    exact: frozenset[str] | None
    """All that the part can match, in lower case, where that is few; None where it is not."""
    needed: frozenset[str] | None
    """Strings of which one stands in every match; None where nothing can be said."""


EMPTY = frozenset({""})
STRETCH = "stretch"
"""Letters that follow one another."""
NOTHING = _Found(EMPTY, None)
UNKNOWN = _Found(None, None)


@lru_cache(maxsize=4096)
def literals_of(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """Strings in lower case of which every match of a pattern holds one, capitals aside; None where none can be told."""
    found = _sequence(parser.parse(pattern, flags))
    return _better(found.needed, _whole(found.exact))


@lru_cache(maxsize=4096)
def beginnings_of(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """Strings in lower case of which every match of a pattern begins with one, capitals aside; None where none can be told."""
    begun = _begun(list(parser.parse(pattern, flags)))
    return begun if begun and "" not in begun else None


@lru_cache(maxsize=4096)
def begins_words(pattern: str, flags: int = 0) -> bool:
    """Whether the matches of a pattern that begin with a letter or a figure begin a word."""
    parts = list(parser.parse(pattern, flags))
    if not parts:
        return False
    code, argument = parts[0]
    if code is op.ASSERT_NOT and argument[0] < 0 and len(argument[1]) == 1 and argument[1][0][0] is op.IN:
        return (op.CATEGORY, op.CATEGORY_WORD) in argument[1][0][1]
    return (code, argument) == (op.AT, op.AT_BOUNDARY)


def _begun(parts: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """What parts may begin with; the empty string where nothing more can be said."""
    run = EMPTY
    for place, (code, argument) in enumerate(parts):
        joined = _joined(run, _part(code, argument).exact)
        if joined is not None:
            run = joined
            continue
        if "" in run and len(run) > 1:
            return EMPTY
        return _after(run, _opening(code, argument, parts[place + 1:]))
    return run


def _opening(code: Any, argument: Any, following: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    if code is op.BRANCH:
        return frozenset().union(*(_begun(list(branch)) for branch in argument[1]))
    if code is op.SUBPATTERN:
        return _begun(list(argument[3]))
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        body = _begun(list(argument[2]))
        return body if argument[0] else body | _begun(following)
    return EMPTY


def _after(run: frozenset[str], opening: frozenset[str]) -> frozenset[str]:
    return frozenset((before + after)[:LONGEST] for before in run for after in opening) if len(run) * len(opening) < 4096 else run


def _sequence(parts: Iterable[tuple[Any, Any]], before: frozenset[str] = EMPTY) -> _Found:
    """Parts one after the other: strings are put together as long as they are few, the best stretch counts.

    ``before`` are the strings that may stand right before, put together with what follows.
    """
    run, whole = before, True
    needed: frozenset[str] | None = None
    for code, argument in _stretched(parts):
        if run != EMPTY and (branches := _alternatives(code, argument)):  # a trie: its stem goes with each branch
            part = _branches([_sequence(branch, run) for branch in branches])
            joined = part.exact
        else:
            part = _Found(frozenset({argument}), None) if code is STRETCH else _part(code, argument)
            joined = _joined(run, part.exact)
        if joined is not None:
            run = joined
            needed = _better(needed, part.needed)
            continue
        needed = _better(_better(needed, part.needed), _whole(run))
        run, whole = part.exact if part.exact is not None else EMPTY, False
    return _Found(run if whole else None, _better(needed, _whole(run)))


def _stretched(parts: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """Parts with letters that follow one another put together, which is what most patterns mostly are."""
    stretch = ""
    for code, argument in parts:
        character = chr(argument).lower() if code is op.LITERAL else ""
        if character and character in PLAIN and len(stretch) < LONGEST:
            stretch += character
            continue
        if stretch:
            yield STRETCH, stretch
        stretch = character if character in PLAIN else ""
        if not stretch:
            yield code, argument
    if stretch:
        yield STRETCH, stretch


def _alternatives(code: Any, argument: Any) -> Sequence[Any]:
    """The branches of a part, within a group or not."""
    while code is op.SUBPATTERN and len(argument[3]) == 1:
        code, argument = argument[3][0]
    return argument[1] if code is op.BRANCH else ()


def _part(code: Any, argument: Any) -> _Found:
    if code is op.LITERAL:
        character = chr(argument).lower()
        return _Found(frozenset({character}), None) if character in PLAIN else UNKNOWN
    if code is op.IN:
        return _set(argument)
    if code is op.BRANCH:
        return _branches([_sequence(branch) for branch in argument[1]])
    if code is op.SUBPATTERN:
        return _sequence(argument[3])
    if code is op.ATOMIC_GROUP:
        return _sequence(argument)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeat(argument[0], argument[1], _sequence(argument[2]))
    if code is op.ASSERT and argument[0] > 0:
        ahead = _sequence(argument[1])
        return _Found(frozenset({""}), _better(ahead.needed, _whole(ahead.exact)))
    return NOTHING if code in (op.AT, op.ASSERT, op.ASSERT_NOT) else UNKNOWN  # what stands behind may lie before the search


def _set(members: Sequence[tuple[Any, Any]]) -> _Found:
    characters: set[str] = set()
    for code, argument in members:
        if code is op.LITERAL and chr(argument).lower() in PLAIN:
            characters.add(chr(argument).lower())
        elif code is op.RANGE and argument[1] - argument[0] < WIDEST:
            characters.update(chr(point).lower() for point in range(argument[0], argument[1] + 1))
        else:
            return UNKNOWN
    return _Found(frozenset(characters), None) if len(characters) <= WIDEST and characters <= PLAIN else UNKNOWN


def _branches(branches: Sequence[_Found]) -> _Found:
    exact: frozenset[str] | None = frozenset()
    needed: frozenset[str] | None = frozenset()
    for branch in branches:
        exact = exact | branch.exact if exact is not None and branch.exact is not None else None
        best = _better(branch.needed, _whole(branch.exact))
        needed = needed | best if needed is not None and best is not None else None
    return _Found(exact if exact is not None and len(exact) <= MOST else None, needed)


def _repeat(least: int, most: int, body: _Found) -> _Found:
    if least == 0:
        optional = body.exact | {""} if most == 1 and body.exact is not None else None
        return _Found(optional, None)
    needed = _better(body.needed, _whole(body.exact))
    return _Found(body.exact if most == 1 else None, needed)


def _joined(run: frozenset[str] | None, following: frozenset[str] | None) -> frozenset[str] | None:
    if run is None or following is None or len(run) * len(following) > MOST:
        return None
    joined = frozenset(before + after for before in run for after in following)
    return joined if max(map(len, joined), default=0) <= LONGEST else None


def _whole(exact: frozenset[str] | None) -> frozenset[str] | None:
    return exact if exact and "" not in exact else None


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Of two sets of strings the one that a text is less likely to hold."""
    if one is None or other is None:
        return one if other is None else other
    return min(one, other, key=lambda strings: sum(map(_frequency, strings)))


@cache
def _frequency(letters: str) -> float:
    """How much of a text a string lets by: less the longer it is, and much where it stands in words that stand everywhere."""
    rare = 0.2 ** len(letters)
    return max(rare, 1 / len(letters)) if any(letters in word for word in COMMON) else rare
