"""Short extracts of passages with the words that were asked for marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from api.query import STOP_WORDS, parse_query

LENGTH = 320
ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "y", "e")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text, marked or not."""

    text: str
    marked: bool


def snippet(text: str, query: str, *, length: int = LENGTH) -> list[Stretch]:
    """The part of a passage around the first word asked for, cut at words, in stretches that join to it."""
    pattern = _pattern(query)
    first = pattern.search(text) if pattern else None
    start = 0 if len(text) <= length else _word_start(text, max(0, (first.start() if first else 0) - length // 3))
    end = len(text) if len(text) - start <= length else _word_start(text, start + length)
    stretches = [Stretch("… ", False)] if start else []
    place = start
    for match in pattern.finditer(text, start, end) if pattern else ():
        if match.start() > place:
            stretches.append(Stretch(text[place:match.start()], False))
        stretches.append(Stretch(match.group(), True))
        place = match.end()
    stretches.append(Stretch(text[place:end].rstrip() + (" …" if end < len(text) else ""), False))
    return [stretch for stretch in stretches if stretch.text]


def _pattern(query: str) -> re.Pattern[str] | None:
    asked = parse_query(query)
    stems = {_stem(word) for term in asked.words + asked.phrases for word in term.split() if word.casefold() not in STOP_WORDS}
    if not stems:
        return None
    return re.compile(r"\b(?:" + "|".join(re.escape(stem) for stem in sorted(stems, key=len, reverse=True)) + r")\w{0,5}\b",
                      re.IGNORECASE)


def _stem(word: str) -> str:
    """Near enough to the index's Porter stems for marking: never for finding."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[:-len(ending)]
    return word


def _word_start(text: str, offset: int) -> int:
    if offset <= 0 or offset >= len(text):
        return max(0, min(offset, len(text)))
    space = text.rfind(" ", 0, offset)
    return space + 1 if space > offset - 40 else offset
