"""Organisations that a query names in words: offered as a filter, never taken for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from api.query import MOST_TERMS, words_typed
from api.register import register
from corpora.organisations import Organisation, plain_words

MOST_WORDS = 9
MOST_OFFERED = 3
"""A name that more organisations bear than this says too little."""

OF_A_BODY = frozenset({"nhs", "foundation", "trust", "trusts", "icb"})
ORDINARY = frozenset({"online", "nightingale", "imperial"})
"""Names of one word that are said of much else."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a plain query, ``text[start:end]``, and the organisations that bear this name, those that are open first."""

    start: int
    end: int
    organisations: tuple[Organisation, ...]


def organisations_named(text: str) -> Named | None:
    """The longest name in a plain query, and whose it is; None where there is none or too many bear it."""
    words = words_typed(text)[:2 * MOST_TERMS]
    for length in range(min(len(words), MOST_WORDS), 0, -1):
        for first in range(len(words) - length + 1):
            start, end = words[first].start, words[first + length - 1].end
            codes = _bearers(text[start:end])
            if 0 < len(codes) <= MOST_OFFERED:
                for word in words[first + length:]:
                    if text[word.start:word.end].lower() not in OF_A_BODY:
                        break
                    end = word.end
                return Named(start, end, tuple(sorted(
                    (register().by_code[code] for code in codes), key=lambda one: (one.closed is not None, one.name))))
    return None


def whose_name(name: str) -> tuple[Organisation, ...]:
    """The organisations that bear this whole name, ambiguous ones included."""
    codes = _names().get(_key(name), frozenset())
    return tuple(sorted((register().by_code[code] for code in codes), key=lambda one: (one.closed is not None, one.name)))


def _bearers(words: str) -> frozenset[str]:
    key = _key(words)
    if not key:
        return frozenset()
    if " " not in key:
        as_typed = words.strip(".,;:!?()'")
        if as_typed.upper() in register().by_code and (as_typed.isupper() or any(letter.isdigit() for letter in as_typed)):
            return frozenset({as_typed.upper()})
        return _acronyms().get(as_typed, frozenset()) or _plain_single().get(key, frozenset())
    return _names().get(key, frozenset())


def _key(name: str) -> str:
    return " ".join(plain_words(name))


@cache
def _names() -> dict[str, frozenset[str]]:
    """Every name of several words, and the official ones without what only says that it is a trust."""
    found: dict[str, set[str]] = {}
    for code, name in _all_names():
        for form in {name, re.sub(r" nhs(?: foundation)?(?: trust)?$", "", name)}:
            if " " in form:
                found.setdefault(form, set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def _all_names() -> Iterator[tuple[str, str]]:
    known = register()
    for organisation in known:
        yield organisation.code, _key(organisation.name)
    for alias in known.aliases:
        yield alias.code, _key(alias.name)
    for site in known.sites:
        if site.principal and not site.until:
            yield site.code, _key(site.name)


@cache
def _acronyms() -> dict[str, frozenset[str]]:
    """Letters that stand for a name, which must be typed as they are written."""
    found: dict[str, set[str]] = {}
    for alias in register().aliases:
        if alias.kind == "acronym" and " " not in alias.name and len(alias.name) > 2:
            found.setdefault(alias.name, set()).add(alias.code)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def _plain_single() -> dict[str, frozenset[str]]:
    """Names of one word that are no letters; those that are a place's as well are offered all the same."""
    found: dict[str, set[str]] = {}
    for alias in register().aliases:
        key = _key(alias.name)
        if alias.kind != "acronym" and not alias.name.isupper() and len(key) > 3 and " " not in key and key not in ORDINARY:
            found.setdefault(key, set()).add(alias.code)
    return {name: frozenset(codes) for name, codes in found.items()}
