"""Where a text speaks of never events, and what takes one off the list again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from nlp.sheet import Sheet

NEVER_EVENT = re.compile(r"\bnever[\s-]+events?\b|\bnever[’'”\"]\s+events?\b", re.IGNORECASE)
ABBREVIATED = re.compile(r"\bNEs?\b(?!\s*(?:London|Lincolnshire|region|Ambulance|Essex|Derbyshire|England|and\s+Cumbria|\d))")
"""Read as never events only where the text has the words in full as well."""
USE_OF_THE_LIST = re.compile(r"\s+(?:list|framework|polic\w+|definitions?|criteri\w+|categor\w+|types?|guidance|thresholds?|standards?|alerts?|training|"
                             r"workshops?|summit|prevention|action\s+plan|review\s+group|data\b)", re.IGNORECASE)
WITHDRAWN = re.compile(
    r"\b(?:downgraded|de-?escalated|stood\s+down|stepped\s+down|withdrawn|retracted|taken\s+(?:off|down)|removed\s+from\s+(?:the\s+list|StEIS|the\s+national)|declassified|reclassified|"
    r"no\s+longer\s+(?:\w+\s+){0,2}(?:a|an|reportable|regarded|classed|counted)|rescinded|ruled\s+out\s+as|(?:not|n[’']t)\s+(?:\w+\s+){0,3}?(?:meet|met|qualify|qualified|fall\s+within|constitute|"
    r"(?:a|an)\s+never\s+event|(?:be\s+)?(?:classed|classified|declared|regarded|reported|counted|described|treated)\s+as\s+a)|(?:did|does|had)\s+not\s+(?:qualify|meet)|"
    r"failed\s+to\s+meet\s+(?:the\s+)?(?:criteria|definition|threshold)|found\s+not\s+to\s+(?:meet|be|qualify|have)|nobody\s+regards\s+it|(?:turned|proved)\s+out[^.;]{0,30}not\s+to\s+qualify|"
    r"(?:isn|wasn)[’']t,?\s+(?:[\w\s]{0,20},\s+)?a\s+never\s+event|was\s+not\s+after\s+all)\b", re.IGNORECASE)
REFUSED = re.compile(r"\b(?:request|appeal|bid|attempt|application)s?\s+(?:to|for)\s+(?:\w+\s+){0,3}(?:downgrad\w+|withdraw\w*|de-?escalat\w+)|could\s+be\s+(?:downgraded|withdrawn)|"
                     r"might\s+(?:yet\s+)?be\s+(?:taken|downgraded|withdrawn)|not\s+(?:be(?:en)?\s+)?(?:downgraded|withdrawn|de-?escalated|stood\s+down)", re.IGNORECASE)
NEAR_MISS = re.compile(r"\bnear[\s-]miss(?:es)?\b", re.IGNORECASE)
NATIONAL = re.compile(r"\b(?:nationally|national(?:\s+(?:total|figures?|picture|data|number|count|average))|across\s+(?:England|the\s+(?:country|NHS|nation|UK))|in\s+England|NHS-wide|"
                      r"(?:English|England[’']s)\s+hospitals|the\s+NHS\s+as\s+a\s+whole|countrywide|in\s+(?:Wales|Scotland|Northern\s+Ireland|Australia|Minnesota|America|Ireland|Canada)|"
                      r"Welsh|Scottish|health\s+boards?)\b", re.IGNORECASE)
DEFINITION = re.compile(r"\bnever[\s-]+events?[”’\"']?\s*(?:,|–|-|\(|:)?\s*(?:are|is|means?|refers?\s+to|covers?)\s+(?:defined|a\b|an\b|the\s+(?:kind|sort|type|name|term)|those|serious|patient\s+safety|"
                        r"incidents?|mistakes?|errors?|something|largely|wholly|so\s+called|events?|things?|what|particular|considered|mishaps?)|"
                        r"\btypes?\s+of\s+never|\blist\s+of\s+(?:the\s+)?never|\bexamples?\s+of\s+never", re.IGNORECASE)
REACH = 5


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
    """The level of each sentence, by its index, and where the words stand."""

    levels: tuple[Level, ...]
    words: tuple[tuple[int, int], ...]

    def anchors_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The places in ``[start, end)`` where never events are named."""
        return tuple(place for place in self.words if start <= place[0] < end)


def scope_of(sheet: Sheet) -> Scope | None:
    """Where the text speaks of never events; None where it nowhere does."""
    places = [(m.start(), m.end()) for m in NEVER_EVENT.finditer(sheet.text)]
    if not places and NEVER_EVENT.search(sheet.title) is None:
        return None
    places = sorted(places + [(m.start(), m.end()) for m in ABBREVIATED.finditer(sheet.text)])
    named = [False] * len(sheet.sentences)
    for start, _ in places:
        sentence = sheet.sentence_at(start)
        if sentence is not None:
            named[sentence.index] = True
    titled = NEVER_EVENT.search(sheet.title) is not None
    paragraphs = {sheet.sentences[i].paragraph for i, is_named in enumerate(named) if is_named}
    levels: list[Level] = []
    last = -REACH - 1
    after_heading: int | None = None
    for sentence in sheet.sentences:
        if sentence.form == "heading":
            after_heading = None
        if named[sentence.index]:
            last = sentence.index
            levels.append(Level.NAMED)
            if sentence.form == "heading":
                after_heading = sentence.index
            continue
        under = sentence.lead_in is not None and named[sentence.lead_in]
        if under or sentence.paragraph in paragraphs or (after_heading is not None and sentence.index - after_heading <= 2 * REACH):
            levels.append(Level.PARAGRAPH)
        else:
            levels.append(Level.NEAR if (sentence.index - last <= REACH and sentence.form != "heading") or titled else Level.NONE)
    return Scope(tuple(levels), tuple(places))
