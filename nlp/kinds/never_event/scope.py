"""Where a text speaks of never events, and what takes one off the list again."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    r"no\s+longer\s+(?:\w+\s+){0,2}(?:a|an|reportable|regarded|classed|counted)|rescinded|ruled\s+out\s+as|(?:not|n[’']t)\s+(?:\w+\s+){0,3}?(?:(?:meet|met|fulfil\w*|satisf\w+)\s+(?:the|any|all|its|national)\s+(?:[\w-]+\s+){0,3}(?:criteria|definitions?|thresholds?|tests?)|qualify|qualified|fall\s+within|constitute|"
    r"(?:a|an)\s+never\s+event|(?:be\s+)?(?:classed|classified|declared|regarded|reported|counted|described|treated)\s+as\s+a)|(?:did|does|had)\s+not\s+qualify|"
    r"failed\s+to\s+meet\s+(?:the\s+)?(?:criteria|definition|threshold)|found\s+not\s+to\s+(?:meet|be|qualify|have)|nobody\s+regards\s+it|(?:turned|proved)\s+out[^.;]{0,30}not\s+to\s+qualify|"
    r"(?:isn|wasn)[’']t,?\s+(?:[\w\s]{0,20},\s+)?a\s+never\s+event|was\s+not\s+after\s+all)\b", re.IGNORECASE)
REFUSED = re.compile(r"\b(?:request|appeal|bid|attempt|application)s?\s+(?:to|for)\s+(?:\w+\s+){0,3}(?:downgrad\w+|withdraw\w*|de-?escalat\w+)|could\s+be\s+(?:downgraded|withdrawn)|"
                     r"might\s+(?:yet\s+)?be\s+(?:taken|downgraded|withdrawn)|not\s+(?:be(?:en)?\s+)?(?:downgraded|withdrawn|de-?escalated|stood\s+down)", re.IGNORECASE)
STANDS_DOWN = re.compile(r"\b(?:chief|chair|director|president|minister|secretary|officer|staff|consultant|hospital|governor)\w*(?:\s+[\w’']+){0,4}\s+(?:stood|stepped)\s+down|\b(?:capital|scheme|hospital|ward|unit|service|offer|funding|staff)\s+\w+\s+(?:was|were)\s+withdrawn", re.IGNORECASE)
"""People who go, and services that are withdrawn, are no incidents taken off a list."""
NO_SINGLE = re.compile(r"\bno\s+(?:\w+\s+)?[‘'“\"]?never[\s-]+event\b", re.IGNORECASE)
LIST_TALK = re.compile(r"\b(?:revised|new|updated|national|latest|current|2015|2018|2021)\s+(?:\w+\s+){0,2}(?:list|framework|policy|guidance)\b|never[\s-]+events?[”’\"']?\s+(?:list|framework|policy|guidance)\b|\blist\s+of\s+(?:\w+\s+)?never|(?:suspended|removed|taken|added)\s+(?:from|to)\s+the\s+list", re.IGNORECASE)
NEGATED_ONE = re.compile(r"(?:n[’']t|\bnot(?!\s+(?:least|only|just))|\bwithout|never\s+had|nor|neither|none|nobody|no\s+(?:\w+\s+){0,2}(?:record|report|evidence|sign)\s+of|no\s+(?:SIs?|incidents?|cases?)\b|not\s+one)\b[^.;:]{0,60}?\b(?:an?|any|one|another)\s+(?:\w+\s+)?[‘'“\"]?never[\s-]+events?", re.IGNORECASE)
ASSERTS_BEFORE = re.compile(r"\b(?:declar\w+|report(?:ed|s|ing)?|record(?:ed|s|ing)|confirm\w*|log(?:ged|s)?|disclos\w+|notif\w+|had|has|have|having|suffered|experienced|saw|seen|there\s+(?:was|is|has\s+been|had\s+been)|there[’']s\s+been|class(?:ed|ified|es)|treat(?:ed|s)|"
                            r"constitut\w+|is|was|were|being|known\s+as|called|regarded|investigat\w+|following|after|involved\s+in|amount\w*\s+to|qualif\w+|led\s+to|of|and|with|be|becoming|became|as)\b[^.;]{0,45}$", re.IGNORECASE)
ASSERTS_AFTER = re.compile(r"[”’\"']?\s*(?:,|\(|–|—|:|\.|$|(?:was|were|has|had|have|is)\s+(?:been\s+)?(?:also\s+|now\s+|however\s+)?(?:declared|reported|recorded|confirmed|logged|notified|identified|discussed|investigated)|occurred|happened|took\s+place|in\s+(?:theatre|which|maternity|the|January|February|March|April|May|June|July|August|September|October|November|December|Q\d)|"
                           r"involving|concerning|relating|at\b|on\b|since\b|this\b|last\b|to\s+the)", re.IGNORECASE)
UNREAL = re.compile(r"\b(?:recogni[sz]ing|would|could|might|may|if|whether|unless|suppose|need\s+not|define|definition|describe[sd]?|another\s+kind|so-called|what\s+is|any|every|each|should|lockdown|seen|lest|avoid\w*|prevent\w*|risk\s+of|in\s+case\s+of|imagine|“a)\b[^.;]{0,60}$", re.IGNORECASE)
AIM = re.compile(r"\b(?:target|objective|aim|ambition|goal|zero\s+tolerance|trajectory|plan|threshold|tolerance)\b[^.;]{0,40}$", re.IGNORECASE)
SINCE = re.compile(r"\bsince\b|\bwhen\b|\buntil\b|\bbefore\b", re.IGNORECASE)
NEAR_MISS = re.compile(r"\bnear[\s-]miss(?:es)?\b", re.IGNORECASE)
NATIONAL = re.compile(r"\b(?:nationally|national(?:\s+(?:total|figures?|picture|data|number|count|average))|across\s+(?:England|the\s+(?:country|NHS|nation|UK))|in\s+England|NHS-wide|"
                      r"(?:English|England[’']s)\s+hospitals|the\s+NHS\s+as\s+a\s+whole|countrywide|in\s+(?:Wales|Scotland|Northern\s+Ireland|Australia|Minnesota|America|Ireland|Canada)|"
                      r"Welsh|Scottish|health\s+boards?|to\s+the\s+\w+\s+region|(?:London|national|regional)\s+region|regional\s+(?:total|network|figure)|network:|across\s+the\s+(?:region|network)|in\s+the\s+region)\b", re.IGNORECASE)
AMERICAN = re.compile(r"\bMedicare|\bMedicaid|\bJoint\s+Commission|\bLeapfrog|\bMedical\s+Center\b|\bDepartment\s+of\s+Public\s+Health\b|\b(?:Connecticut|Nashville|Minnesota|Pennsylvania|Texas|California|Massachusetts|Ohio|New\s+Jersey|Illinois|Florida|Tennessee)\b|\binsurers\s+won")
BRITISH = re.compile(r"\bNHS\b|\b[Tt]rust\b|\bCQC\b")
EXAMPLES = re.compile(r"\b(?:e\.g\.|for\s+(?:example|instance)|such\s+as|on\s+the\s+(?:national\s+)?list\b|national\s+list\s+\(|among\s+the\s+never\s+events\b|true\s+or\s+false|chiefly\s+means?|shouldn[’']t\s+occur|should\s+not\s+occur|should\s+never|types?\s+of\s+never|for\s+which\s+national|most\s+often\s+reported|most\s+common(?:ly)?)", re.IGNORECASE)
DEFINITION = re.compile(r"\bnever[\s-]+events?[”’\"']?\s*(?:,|–|-|\(|:)?\s*(?:are|is|means?|refers?\s+to|covers?)\s+(?:defined|a\b|an\b|the\s+(?:kind|sort|type|name|term)|those|one\s+(?:which|that)|serious|patient\s+safety|"
                        r"incidents?|mistakes?|errors?|something|largely|wholly|so\s+called|events?|things?|what|particular|considered|mishaps?)|"
                        r"\btypes?\s+of\s+never|\blist\s+of\s+(?:the\s+)?never|\bexamples?\s+of\s+never", re.IGNORECASE)
ABBREVIATED_SURELY = re.compile(r"\bNEs\b|\bNE\s+(?:declared|log|logged|reported|recorded|list|criteria|YTD|confirmed)\b")
TITLE_REACH = 12
"""So many first sentences, before any other heading, are about what the title names."""
SAYS_SOMETHING = re.compile(r"[:–—-]\s*(?:\d{1,2}|nil|none|zero|one|two|three)\b", re.IGNORECASE)
"""A short line with a number after a colon is no heading of something else."""
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
    after_heading: int | None = None
    for sentence in sheet.sentences:
        if sentence.form == "heading" and not SAYS_SOMETHING.search(sheet.text, sentence.start, sentence.end):
            after_heading = None
            headed = headed or sentence.index > 1
        if sentence.index in rows or (sentence.form == "row" and last == sentence.index - 1):
            last = sentence.index
        if named[sentence.index]:
            last = sentence.index
            levels.append(Level.NAMED)
            if sentence.form == "heading":
                after_heading = sentence.index
            continue
        under = sentence.lead_in is not None and named[sentence.lead_in]
        behind = last >= 0 and sheet.sentences[last].paragraph == sentence.paragraph
        if titled and sentence.index <= TITLE_REACH and sentence.form != "heading" and not headed:
            behind = True
        if under or behind or (sentence.index - last == 1 and sentence.form != "heading") or (after_heading is not None and sentence.index - after_heading <= 2 * REACH):
            levels.append(Level.PARAGRAPH)
        else:
            levels.append(Level.NEAR if (sentence.index - last <= REACH and sentence.form != "heading") or titled
                          or _ahead(sheet, sentence.index, named) else Level.NONE)
    return Scope(tuple(levels), tuple(places))


def _ahead(sheet: Sheet, index: int, named: Sequence[bool]) -> bool:
    """One of the four sentences before one that names never events, in its paragraph ("A swab was left … It was a never event")."""
    return any(named[later.index] and later.paragraph == sheet.sentences[index].paragraph for later in sheet.sentences[index + 1:index + 5])
