"""Where a text speaks of never events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from nlp.kinds.never_event.cues import AMERICAN, BRITISH
from nlp.kinds.never_event.types import types_in
from nlp.sheet import Sentence, Sheet

NEVER_EVENT = re.compile(r"\bnever[\s-]+events?\b|\bnever[’'”\"]\s+events?\b", re.IGNORECASE)
ABBREVIATED = re.compile(r"\bNEs?\b(?!\s*(?:London|Lincolnshire|region|Ambulance|Essex|Derbyshire|England|and\s+Cumbria|\d))")
"""Read as never events only where the text has the words in full as well."""
ABBREVIATED_SURELY = re.compile(r"NE(?<!\w..)(?:s\b|\s+(?:declared|log|logged|reported|recorded|list|criteria|YTD|confirmed)\b)")
TITLE_REACH = 12
"""So many first sentences, before any other heading, are about what the title names."""
SAYS_SOMETHING = re.compile(r"[:–—-]\s*(?:\d{1,2}|nil|none|zero|one|two|three)\b", re.IGNORECASE)
"""A short line with a number after a colon is no heading of something else."""
REACH = 5
HEADS = re.compile(r"(?:[A-Z]{0,6}[\d/.()\s:-]{0,14}\s)?[\W\d]*(?:[A-Z][\w&-]*\s+){0,3}never[\s-]+events?(?:\s*\([^()]{1,20}\))?"
                   r"(?:\s+(?:by|in|reported|declared|update|report|and)\b[^.:;]{0,40})?\s*[.:]?", re.IGNORECASE)
"""A line that heads those below it: "TB/25/026  Never Events", "C5. Never Events", "Never events by year"."""
ANOTHER_HEAD = re.compile(r"(?:[A-Z]{1,6}[\d/.-]{2,14}|\d{1,2}(?:\.\d{1,2})*\.?)\s{1,4}[A-Z][\w’' &/-]{2,50}")
"""A numbered line over another matter."""


NUMBERED = re.compile(r"(?:[A-Z]{1,6}\s?)?[\d/.-]{1,14}[.)]?\s+[A-Z]")
COUNTED_LINE = re.compile(r"(?:\s+(?:NHS|Trust|FT))*\s*[:–—-]\s*\d{1,2}\s*[:;,(–—-]")


class Level(IntEnum):
    """How surely a sentence speaks of never events."""

    NONE = 0
    NEAR = 1
    """One of the next few sentences, across short paragraphs."""
    PARAGRAPH = 2
    """In the same paragraph, under the same heading, or an item or row below it."""
    NAMED = 3
    """The words stand in it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The level of each sentence, by its index."""

    levels: tuple[Level, ...]


def scope_of(sheet: Sheet, rows: frozenset[int] = frozenset()) -> Scope | None:
    """Where the text speaks of never events; None where it nowhere does. ``rows`` are sentences of tables of them."""
    places = [(m.start(), m.end()) for m in NEVER_EVENT.finditer(sheet.text)]
    if not places and NEVER_EVENT.search(sheet.title) is None and ABBREVIATED_SURELY.search(sheet.text) is None:
        return None
    if AMERICAN.search(sheet.text) and BRITISH.search(sheet.text) is None:
        return None
    places = sorted(places + [(m.start(), m.end()) for m in ABBREVIATED.finditer(sheet.text)])
    named = [False] * len(sheet.sentences)
    for start, _ in places:
        sentence = sheet.sentence_at(start)
        if sentence is not None:
            named[sentence.index] = True
    titled = NEVER_EVENT.search(sheet.title) is not None
    headed = False
    levels: list[Level] = []
    last = -REACH - 1
    prose = 0
    after_heading: int | None = None
    for sentence in sheet.sentences:
        if after_heading is not None and not named[sentence.index] and _another_head(sheet, sentence, after_heading):
            after_heading = None
        if sentence.form == "heading" and not SAYS_SOMETHING.search(sheet.text, sentence.start, sentence.end):
            after_heading = None
            headed = headed or sentence.index > 1
        if sentence.index in rows or (sentence.form == "row" and last == sentence.index - 1):
            last = sentence.index
        if named[sentence.index]:
            last = sentence.index
            levels.append(Level.NAMED)
            if sentence.form == "heading" or (sentence.form == "row" and HEADS.fullmatch(sheet.words(sentence))):
                after_heading = sentence.index
            continue
        under = sentence.lead_in is not None and named[sentence.lead_in]
        behind = last >= 0 and sheet.sentences[last].paragraph == sentence.paragraph
        prose += sentence.form == "prose"
        if titled and prose <= TITLE_REACH and sentence.form != "heading" and not headed:
            behind = True
        just_after = sentence.index - last == 1 and sentence.form != "heading"
        below = after_heading is not None and sentence.index - after_heading <= 2 * REACH
        if under or behind or just_after or below or _listed(sheet, sentence):
            levels.append(Level.PARAGRAPH)
        else:
            levels.append(Level.NEAR if (sentence.index - last <= REACH and sentence.form != "heading") or titled
                          or _ahead(sheet, sentence.index, named) else Level.NONE)
    return Scope(tuple(levels))


def _another_head(sheet: Sheet, sentence: Sentence, heading: int) -> bool:
    """A numbered line over another matter, below a heading that had a number too."""
    if sentence.form == "row":
        return ANOTHER_HEAD.fullmatch(sheet.words(sentence)) is not None
    numbered = NUMBERED.match(sheet.text, sheet.sentences[heading].start)
    return numbered is not None and NUMBERED.match(sheet.text, sentence.start, sentence.end) is not None


def _listed(sheet: Sheet, sentence: Sentence) -> bool:
    """ "A: 5 – wrong site 3; retained object 1": a line of one organisation with a number and types, whatever stands about it."""
    first = next(iter(sheet.names_in(sentence.start, sentence.end)), None)
    if first is None or not first.all_codes or first.start - sentence.start > 4:
        return False
    counted = COUNTED_LINE.match(sheet.text, first.end, sentence.end)
    return counted is not None and next(iter(types_in(sheet.text, counted.end(), sentence.end)), None) is not None


def _ahead(sheet: Sheet, index: int, named: Sequence[bool]) -> bool:
    """One of the four sentences before one that names never events, in its paragraph ("A swab was left … It was a never event")."""
    paragraph = sheet.sentences[index].paragraph
    return any(named[later.index] and later.paragraph == paragraph for later in sheet.sentences[index + 1:index + 5])
