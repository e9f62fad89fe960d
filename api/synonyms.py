"""Words that say the same in the NHS's texts: RSP and Recovery Support Programme, PFD and regulation 28.

A search widens to them only where it is asked to, says so, and leaves any of them out again. The table is ``synonyms.csv``:
``said`` are the words of a group, each standing for the others; ``short`` are forms that mean other things as well (``NE``,
``PIP``, ``ED``): they are taken for one of the group only where they are typed exactly so, and no search is widened to them;
``reason`` says why they stand together.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from api.query import Query, Widening, tokens

BAR = " | "


@dataclass(frozen=True, slots=True)
class Group:
    """One row of the table."""

    said: tuple[str, ...]
    short: tuple[str, ...]
    reason: str


@cache
def groups() -> tuple[Group, ...]:
    """The table."""
    text = files("api").joinpath("synonyms.csv").read_text(encoding="utf-8")
    return tuple(Group(said=_terms(row["said"]), short=_terms(row["short"]), reason=row["reason"])
                 for row in csv.DictReader(io.StringIO(text, newline="")))


def widenings(query: Query, *, leaving_out: Iterable[str] = ()) -> tuple[Widening, ...]:
    """What the words of a query can be widened to, the longest stretch of words first where two overlap. Phrases stay as they are.

    Args:
        leaving_out: words that are not to be widened, or not widened to.
    """
    barred = {_key(term) for term in leaving_out}
    found: list[Widening] = []
    place = 0
    while place < len(query.typed):
        one = _at(query.typed, place, barred)
        if one:
            found.append(one)
        place = one.end if one else place + 1
    return tuple(found)


def typed_words(query: Query, widening: Widening) -> str:
    """The words that are widened, as they were typed."""
    return " ".join(query.typed[widening.start:widening.end])


def _at(typed: Sequence[str], start: int, barred: set[str]) -> Widening | None:
    said, short = _index()
    for end in range(min(len(typed), start + LONGEST), start, -1):
        words = " ".join(typed[start:end])
        key = _key(words)
        group = short.get(words) or said.get(key)
        if group and key not in barred and (others := _others(group, key, barred)):
            return Widening(start, end, others, group.reason)
    return None


def _others(group: Group, typed: str, barred: set[str]) -> tuple[str, ...]:
    """The other terms of a group, less those that hold the words typed or another term, and so find nothing more."""
    kept = [typed]
    for term in sorted(group.said, key=len):
        if not any(f" {shorter} " in f" {_key(term)} " for shorter in kept) and _key(term) not in barred:
            kept.append(_key(term))
    return tuple(term for term in group.said if _key(term) in kept[1:])


LONGEST = 8
"""Words of the longest term, as typed."""


@cache
def _index() -> tuple[dict[str, Group], dict[str, Group]]:
    said = {_key(term): group for group in groups() for term in group.said}
    return said, {" ".join(tokens(term)): group for group in groups() for term in group.short}


def _key(term: str) -> str:
    """A term without capitals, and its last word without the ending of a plural."""
    words = term.casefold().split() if " " in term else [term.casefold()]
    parted = [part for word in words for part in tokens(word)]
    if parted and len(parted[-1]) > 3 and parted[-1].endswith("s") and not parted[-1].endswith("ss"):
        parted[-1] = parted[-1][:-1]
    return " ".join(parted)


def _terms(cell: str) -> tuple[str, ...]:
    return tuple(term for term in cell.split(BAR) if term)
