"""Later mentions of what the document has named before: "the regime", "came out of it", "those on finance"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpora.schema import Status
from nlp.kinds.intervention.areas import areas_in
from nlp.kinds.intervention.patterns import CLAUSE, Page, compiled, key_of
from nlp.kinds.intervention.references import ANYWHERE, ENTERED, REFERENCES, Reference
from nlp.kinds.intervention.topics import Topics
from nlp.sheet import Sentence, Trigger

NOT_YET_LEFT = compiled(r"\b(?:not|never|hasn't|haven't|hadn't|didn't|isn't|aren't|yet to|will|would|(?<!in\s)may|might|could|"
                        r"should|"
                        r"expect\w*|hop\w+|plan\w*|about to|due to|before|until|no)\b[^,;]{0,25}$")
TO_COME = compiled(r"\b(?:will|would|(?<!in\s)may|might|could|should|expect\w*|is to|are to|to be|sought|propos\w+|no|not|n't)\b")
DENIED = compiled(r"\b(?:not|never|no|n't|neither|nor|none)\b")
NOT_YET_LEAVING = compiled(r"^[^.,;]{0,25}\b(?:is proposed|proposed|not expected|is expected|expected|(?<!in\s)may|might|"
                           r"will|would|could|has been (?:approved|deferred|delayed|postponed)|"
                           r"had been (?:approved|deferred)|approved for|deferred|delayed|planned|on \w+ next|hasn't|not)\b")
EXPLAINED = frozenset({"the_regime", "the_programme"})
EXPLAINS = compiled(
    r" (?:(?:is|are|was|were) (?:\w+ly )?(?:run|led|meant|intended|designed|overseen|aimed|open|made up|jointly|set up|managed|"
    r"based|for|an?|one|part|there|expected to)|(?:asks?|aims?|works?|offers?|gives?|provides?|consists?|includes?|means|"
    r"requires?|covers?|applies|allows|has (?:three|two|four|been (?:in place|running|used))|can (?:be|last)|replaces?|replaced|"
    r"looks|seeks|relies|involves)) ")
"""After a regime at the head of a sentence that names nobody: what it is, and not who is in it."""
BOTH = frozenset({"in_both", "came_off"})
SORTS = {"special_measures": "financial_special_measures", "financial_special_measures": "special_measures"}
"""What "both" and "neither" take up beside the one named last."""
BEFORE_ALL = -1
"""Where the words of the title stand, before all of the text."""
ALONE = 3
"""How many times further words reach back that can mean only one thing named in the document."""
NEARBY = 3
"""Words that reach no further back ("it", "them") take up what was named last."""


def find_references(page: Page, triggers: Sequence[Trigger], topics: Topics,
                    references: Sequence[Reference] = REFERENCES) -> Iterator[Trigger]:
    """Takings-up of what ``triggers`` or the title named; each gets the subtype of the nearest one before it."""
    of_title = [Trigger("intervention", subtype, BEFORE_ALL, BEFORE_ALL, "intervention.title") for subtype in topics.of_title]
    takeable = frozenset[str]().union(*(reference.of for reference in references))
    named = sorted((t for t in (*of_title, *triggers, *page.mentioned) if t.subtype in takeable), key=lambda t: t.start)
    if not named:
        return
    taken = Taken(triggers)
    main = topics.main(trigger.subtype for trigger in named)
    for reference in references:
        candidates = Candidates([t for t in named if t.subtype in reference.of], main)
        for found in (found for stretch in _stretches(page, candidates, reference, topics)
                      for found in reference.pattern.finditer(page.folded, *stretch)):
            sentence = page.sheet.sentence_at(found.start())
            if sentence is None or found.start() >= sentence.end or taken.overlaps(found) or (
                    reference.first and found.start() != sentence.start):
                continue
            antecedent = _antecedent(page, candidates, found, sentence, reference, topics)
            if antecedent is None or not _means_it(page, sentence, found, reference):
                continue
            trigger = Trigger("intervention", antecedent.subtype, *key_of(found), f"intervention.reference.{reference.name}",
                              status=_status(page, sentence, found, reference), confidence=0.7)
            areas = areas_in(page, sentence) if antecedent.subtype == "success_regime" else ()
            if not areas and antecedent.subjects and not page.names_one(sentence):
                areas = antecedent.subjects
            yield replace(trigger, subjects=areas) if areas else trigger
            other = SORTS.get(antecedent.subtype)
            if reference.name in BOTH and other and any(t.subtype == other for t in candidates.all):
                yield replace(trigger, subtype=other)


def _stretches(page: Page, candidates: Candidates, reference: Reference, topics: Topics) -> Iterator[tuple[int, int]]:
    """Where words may stand that take one of the candidates up: behind the first, or so many sentences behind each."""
    if any(trigger.subtype in topics.all for trigger in candidates.all):
        yield max(0, candidates.all[0].start), len(page.folded)
        return
    sentences, reached = page.sheet.sentences, 0
    for trigger in candidates.all:
        held = page.sheet.sentence_at(trigger.start)
        if held is None:
            continue
        start, end = max(reached, held.start), sentences[min(held.index + _reach(candidates, reference), len(sentences) - 1)].end
        if start < end:
            yield start, end
            reached = end


def _reach(candidates: Candidates, reference: Reference) -> int:
    """How many sentences back words reach: further where they can mean only one thing."""
    return reference.within * (ALONE if candidates.one_sort and reference.of <= ENTERED else 1)


class Taken:
    """The stretches that triggers already hold."""

    def __init__(self, triggers: Sequence[Trigger]) -> None:
        self.spans = sorted((t.start, t.end) for t in triggers)
        self.starts = [start for start, _ in self.spans]

    def overlaps(self, found: re.Match[str]) -> bool:
        """Whether a match stands in one of them."""
        position = bisect_left(self.starts, found.end())
        return any(end > found.start() for _, end in self.spans[max(0, position - 3):position])


class Candidates:
    """What words may take up, in order; ``main`` is what the document is above all about."""

    def __init__(self, triggers: Sequence[Trigger], main: str | None) -> None:
        self.all = list(triggers)
        self.one_sort = len({t.subtype for t in self.all}) == 1
        self.starts = [t.start for t in self.all]
        self.main = [t for t in self.all if t.subtype == main]
        self.main_starts = [t.start for t in self.main]

    def before(self, page: Page, offset: int, sentence: Sentence, *, near: bool) -> Trigger | None:
        """The one named last before, if in the same paragraph (if ``near``, the one before it will do); else what the document is
        about; else the one named last."""
        position = bisect_left(self.starts, offset) - 1
        if position < 0:
            return None
        nearest = self.all[position]
        main = bisect_left(self.main_starts, offset) - 1
        held = page.sheet.sentence_at(nearest.start)
        since = page.sheet.sentences[sentence.index - 1].start if near and sentence.index else sentence.start
        here = held is not None and held.paragraph == sentence.paragraph
        return nearest if here or nearest.start >= since or main < 0 else self.main[main]


def _status(page: Page, sentence: Sentence, found: re.Match[str], reference: Reference) -> Status | None:
    if reference.name == "in_both" and found["none"]:
        return "negated"
    if reference.name == "new_set":
        around = page.folded[max(sentence.start, found.start() - 40):min(sentence.end, found.end() + 40)]
        return None if TO_COME.search(around) else "current"
    if reference.stays:
        return None if DENIED.search(page.folded, max(sentence.start, found.start() - 40), found.start()) else "current"
    return _left(page, sentence, found) if reference.leaves else reference.status


def _left(page: Page, sentence: Sentence, found: re.Match[str]) -> Status:
    """What having left means: that it is over; that it still holds, where the leaving is denied or to come."""
    before = page.folded[max(sentence.start, found.start() - 40):found.start()]
    after = page.folded[found.end():min(sentence.end, found.end() + 40)]
    return "current" if NOT_YET_LEFT.search(before) or NOT_YET_LEAVING.search(after) else "ended"


def _antecedent(page: Page, candidates: Candidates, found: re.Match[str], sentence: Sentence, reference: Reference,
                topics: Topics) -> Trigger | None:
    nearest = candidates.before(page, found.start(), sentence, near=reference.within <= NEARBY)
    if nearest is None or (reference.topical and nearest.subtype not in topics.all):
        return None
    held = page.sheet.sentence_at(nearest.start)
    back = sentence.index - (held.index if held is not None else 0)
    within = ANYWHERE if nearest.subtype in topics.all else _reach(candidates, reference)
    return nearest if back <= within else None


def _means_it(page: Page, sentence: Sentence, found: re.Match[str], reference: Reference) -> bool:
    if reference.named and not any(name.code for name in page.sheet.names_in(sentence.start, sentence.end)):
        return False
    if reference.name in EXPLAINED and found.start() == sentence.start and not page.names_one(sentence) and EXPLAINS.match(
            page.folded, found.end(), sentence.end):
        return False
    start, end = max(sentence.start, found.start() - 45), min(sentence.end, found.end() + 30)
    stop = CLAUSE.search(page.folded, found.end(), end)
    end = stop.start() + 1 if stop else end
    around = page.folded[start:end]
    for name in page.sheet.names_in(max(sentence.start, start - 80), end):
        if name.code and name.form != "anaphor":
            around = around[:max(0, name.start - start)] + "x" * (min(name.end, end) - max(name.start, start)) + around[max(0,
                    name.end - start):]
    return not (reference.unless_pattern and reference.unless_pattern.search(around))
