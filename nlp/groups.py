"""The organisations that a stretch of text names: those that are listed together as one group."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.coordination import NAMES_LISTED
from nlp.organisations.words import listed
from nlp.sheet import Name, Sheet

BEFORE_NAME = re.compile(r"([A-Za-z’'&-]+|[:;,.(–—“\"|])\s*(?:the\s+|The\s+)?[“\"‘']?$")
KIN_BEFORE = re.compile(r"\b(?:unlike|like|from|by|with|after|before|to|of|than|alongside)\s+(?:its|their|"
                        r"our)\s+(?:\w+\s+){1,2}$", re.IGNORECASE)
"""A neighbour told by a preposition: "unlike its neighbour X, Y"."""
OBLIQUE = listed("by from with to near like unlike than for via between alongside after and against over into on as or of at in")


@dataclass(frozen=True, slots=True)
class Group:
    """Names that a sentence lists together, or one alone."""

    names: tuple[Name, ...]

    @property
    def start(self) -> int:
        return self.names[0].start

    @property
    def end(self) -> int:
        return self.names[-1].end

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for name in self.names for code in name.all_codes))


def groups_in(sheet: Sheet, start: int, end: int) -> list[Group]:
    """The names in a stretch of text, those that are listed together as one."""
    groups: list[list[Name]] = []
    for name in sheet.names_in(start, end):
        last = groups[-1][-1] if groups else None
        if last and last.all_codes and name.all_codes and NAMES_LISTED.fullmatch(sheet.text, last.end, name.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [Group(tuple(part)) for names in groups for part in _apart(sheet.text, start, names)]


def _apart(text: str, start: int, names: list[Name]) -> list[list[Name]]:
    """Two names with only a comma between are no list where a preposition opens the first: "supported by A, B left …"."""
    if len(names) != 2 or text[names[0].end:names[1].start].strip() != ",":
        return [names]
    before = BEFORE_NAME.search(text, max(start, names[0].start - 30), names[0].start)
    kin = KIN_BEFORE.search(text, max(start, names[0].start - 50), names[0].start)
    return [[names[0]], [names[1]]] if kin or (before and before[1].lower() in OBLIQUE) else [names]
