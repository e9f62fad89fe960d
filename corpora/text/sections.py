"""Parts of a document under their headings: agenda items, chapters; nested by where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from corpora.schema import Section
from corpora.text.cleaning import clean_line

MOST_SECTIONS = 2000
LONGEST_TITLE = 300
LONGEST_LABEL = 40
SEPARATOR = r"\s*[:.)–—-]*\s*"
ITEM_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?"
ITEM = re.compile(rf"(?:agenda\s+)?item(?:\s+no\.?|\s+number)?\s*:?\s*({ITEM_NUMBER})\b{SEPARATOR}", re.IGNORECASE)
ENCLOSURE = re.compile(
    rf"((?i:enc(?:losure|\.)?|paper|appendix|annex(?:e|ure)?|attachment)\s+(?:{ITEM_NUMBER}|[A-Z]{{1,2}}\d?))(?!\w){SEPARATOR}")
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?)(?:[.):]\s*|\s+[-–—]\s+|\s+)(?=\S)")
FILE_ENDING = re.compile(r"\.(?:pdf|docx?|pptx?|xlsx?|od[pst])$", re.IGNORECASE)


class Heading(NamedTuple):
    """Where a part begins, how deep it lies (less is higher), and what it is called."""

    start: int
    depth: float
    title: str
    label: str | None = None


class Name(NamedTuple):
    """A heading's words, taken apart."""

    label: str | None
    title: str


def named(words: str, *, items: bool = False) -> Name:
    """A heading's label and title: ``9. Integrated Performance Report`` → ``9``, ``Integrated Performance Report``.

    Args:
        items: a plain number is that of an agenda item: ``Item 9``.
    """
    words = FILE_ENDING.sub("", clean_line(words))
    if item := ITEM.match(words):
        return Name(f"Item {item.group(1)}", words[item.end():].strip()[:LONGEST_TITLE])
    if enclosure := ENCLOSURE.match(words):
        return Name(clean_line(enclosure.group(1))[:LONGEST_LABEL], words[enclosure.end():].strip()[:LONGEST_TITLE])
    if (number := NUMBERED.match(words)) and any(character.isalpha() for character in words[number.end():]):
        label = number.group(1).lstrip("0") or "0"
        return Name(f"Item {label}" if items else label, words[number.end():].strip()[:LONGEST_TITLE])
    return Name(None, words[:LONGEST_TITLE])


def sections_of(headings: Iterable[Heading], length: int) -> tuple[Section, ...]:
    """Sections of a text of so many characters: each ends where the next begins that lies no deeper."""
    found = sorted(headings, key=lambda heading: (heading.start, heading.depth))[:MOST_SECTIONS]
    ends = [length] * len(found)
    open_ones: list[int] = []
    for number, heading in enumerate(found):
        while open_ones and found[open_ones[-1]].depth >= heading.depth:
            ends[open_ones.pop()] = heading.start
        open_ones.append(number)
    return tuple(
        Section(start=start, end=end, title=title or label or "", label=label if title else None)
        for (start, _, title, label), end in zip(found, ends, strict=True) if end > start and (title or label))


def headings_in(text: str, lines: Iterable[tuple[str, int]]) -> list[Heading]:
    """Headings by the lines they are, in the order in which they stand in the text.

    Args:
        lines: each heading's line and depth.
    """
    found: list[Heading] = []
    text, at = f"\n{text}", 0
    for line, depth in islice(lines, MOST_SECTIONS):
        start = text.find(f"\n{line}", at)
        if start >= 0 and line.strip():
            name = named(line)
            found.append(Heading(start, depth, name.title, name.label))
            at = start + len(line)
    return found
