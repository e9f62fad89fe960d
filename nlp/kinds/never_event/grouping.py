"""The types that one statement names, each with its number: "two guidewires and a swab" is three retained objects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.kinds.never_event.numbers import number_of_type
from nlp.kinds.never_event.types import TOOTH, TypeWords, types_in

LISTED = re.compile(r"[^.:]{0,60}?(?:,|;|/|\+|\band\b|\bplus\b|\()[^.:]{0,30}", re.IGNORECASE)
"""What stands between two members of a list; without it the second mention is of the same thing."""


@dataclass(frozen=True, slots=True)
class TypeCount:
    """So many of a type."""

    start: int
    end: int
    slug: str
    number: int


def grouped_types(text: str, start: int, end: int, *, short: bool, breaks: Sequence[int] = (), tooth: bool = True,
                  total: int | None = None) -> list[TypeCount]:
    """The types of one statement, those of a type added up; a bracket that spells out a number is not added to it.

    ``breaks`` are offsets (names of organisations) across which nothing is added up.
    """
    counted: list[TypeCount] = []
    rest: list[TypeWords] = []
    for words in types_in(text, start, end, short=short):
        if not tooth and words.slug == "wrong_site_surgery" and TOOTH.search(text, words.start, words.end):
            continue
        value = number_of_type(text, start, words.start, words.end, end, total)
        if value is None:
            rest.append(words)
            continue
        same = next((i for i, other in enumerate(counted)
                     if other.slug == words.slug and not any(other.end <= b <= words.start for b in breaks)), None)
        if same is None:
            counted.append(TypeCount(words.start, words.end, words.slug, value))
        elif LISTED.fullmatch(text[counted[same].end:words.start]) and not _spells_out(text, counted[same], words):
            held = counted[same]
            counted[same] = TypeCount(held.start, words.end, held.slug, held.number + value)
        elif value > counted[same].number:
            held = counted[same]
            counted[same] = TypeCount(held.start, words.end, held.slug, value)
    for words in rest:
        left = (total or 0) - sum(count.number for count in counted)
        counted.append(TypeCount(words.start, words.end, words.slug, max(left, 1)))
    return sorted(counted, key=lambda count: count.start)


def _spells_out(text: str, held: TypeCount, words: TypeWords) -> bool:
    between = text[held.end:words.start]
    return ("(" in between and ")" not in between) or ":" in between or ". " in between
