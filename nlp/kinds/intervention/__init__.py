"""Interventions: what a regulator, a court, a coroner or the government does towards an organisation.

Each module of this package with a ``FAMILY`` holds the constructions of one sort of intervention; no list names them.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from nlp.kinds import Kind
from nlp.kinds.intervention.anaphora import find_references
from nlp.kinds.intervention.answers import find_answers
from nlp.kinds.intervention.areas import REGIME
from nlp.kinds.intervention.bare import find_bare
from nlp.kinds.intervention.columns import find_in_columns
from nlp.kinds.intervention.demands import only_what_is_so
from nlp.kinds.intervention.ellipsis import find_unsaid
from nlp.kinds.intervention.endings import in_parts
from nlp.kinds.intervention.followed_up import CLOSURES, REVIEWS
from nlp.kinds.intervention.followed_up import REFERENCES as FOLLOWED_UP
from nlp.kinds.intervention.legend import find_abbreviated
from nlp.kinds.intervention.lists import find_listed
from nlp.kinds.intervention.nounless import find_nounless
from nlp.kinds.intervention.patterns import Family, Page, by_first_letter, compiled
from nlp.kinds.intervention.sections import find_under_labels, is_label
from nlp.kinds.intervention.series import find_series
from nlp.kinds.intervention.stages import is_the_regulators_own, with_stage
from nlp.kinds.intervention.successors import successors
from nlp.kinds.intervention.topics import Topics, topics_of
from nlp.literals import beginnings_of
from nlp.sheet import Sentence, Sheet, Trigger

TOLD_BY_STAGE = REVIEWS | CLOSURES
OF_MANY = re.compile(
    r"\b(?:reviews?|inquiry|inquiries|investigations?)\s+(?:\w+\s+){0,4}?(?:of|into|at|in|covering)\s+(?:the\s+|all\s+|some\s+)?"
    r"(?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|several|many|dozens\s+of|"
    r"various)\s+(?:\w+\s+){0,3}?(?:trusts|hospitals|providers|organisations|boards|units|services)\b", re.IGNORECASE)
NO_TOPICS = Topics((), ())
"""What follows a notice, a review or a closure up follows it closely, whatever the document is about."""


@cache
def families() -> tuple[Family, ...]:
    """All families, by name."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(sorted((module.FAMILY for module in modules if hasattr(module, "FAMILY")), key=lambda family: family.name))


@cache
def _anchors() -> re.Pattern[str]:
    """One pattern for the anchors of all families; it takes no text up, so that anchors within anchors are seen."""
    return compiled(rf"\b(?={by_first_letter('|'.join(family.anchor for family in families()))})")


def find_interventions(sheet: Sheet) -> Iterator[Trigger]:
    """Mentions of interventions, and what later words take up from them or list under them."""
    page = Page(sheet)
    triggers: list[Trigger] = []
    for index, anchored in sorted(_anchored(page).items()):
        sentence = sheet.sentences[index]
        found = only_what_is_so(page, sentence, [trigger for trigger in _said_in(page, sentence, anchored)
                                                 if not is_the_regulators_own(page, sentence, trigger)])
        triggers += [successor for trigger in _longest([with_stage(page, sentence, trigger) for trigger in found])
                     for part in in_parts(page, sentence, trigger) for successor in successors(page, sentence, part)]
    page.mentioned.extend(trigger for trigger in triggers if is_label(page, trigger))
    triggers = [trigger for trigger in triggers if not is_label(page, trigger)]
    triggers += find_abbreviated(page, triggers)
    topics = topics_of(page, [*triggers, *page.mentioned], families())
    triggers += [*find_references(page, triggers, topics),
                 *_staged(page, find_references(page, triggers, NO_TOPICS, FOLLOWED_UP))]
    triggers.sort(key=lambda trigger: trigger.start)
    yield from triggers
    yield from find_unsaid(page, triggers)
    yield from find_answers(page, triggers, topics)
    yield from find_in_columns(page, triggers, families())
    yield from find_bare(page, triggers, topics)
    yield from _in_parts(page, find_nounless(page, triggers, topics))
    yield from find_under_labels(page, [*triggers, *page.mentioned], topics)
    yield from find_series(page, triggers)
    yield from find_listed(page, [*triggers, *page.mentioned])


def _said_in(page: Page, sentence: Sentence, anchored: set[str]) -> list[Trigger]:
    """What the anchored families find in a sentence; those in reserve are heard only where the others are silent."""
    asked = [family for family in families() if family.name in anchored]
    found = [trigger for family in asked if not family.spare for trigger in family.read(page, sentence)]
    spoken = {trigger.subtype for trigger in (*found, *page.mentioned)
              if sentence.start <= trigger.start < sentence.end}
    return [*found, *(trigger for family in asked if family.spare for trigger in family.read(page, sentence)
                      if trigger.subtype not in spoken)]


def _in_parts(page: Page, triggers: Iterable[Trigger]) -> Iterator[Trigger]:
    """Each trigger with what is left of it and what took its place."""
    for trigger in triggers:
        sentence = page.sheet.sentence_at(trigger.start)
        if sentence is not None:
            yield from (successor for part in in_parts(page, sentence, trigger) for successor in successors(page, sentence, part))


def _staged(page: Page, triggers: Iterable[Trigger]) -> Iterator[Trigger]:
    """Takings-up with the stage that a review has come to; those that say nothing new of a review or closure are left."""
    for trigger in triggers:
        sentence = page.sheet.sentence_at(trigger.start)
        staged = with_stage(page, sentence, trigger) if sentence is not None else trigger
        if trigger.subtype in REVIEWS and page.sheet.once("reviews.of_many", _is_of_many):
            continue
        if sentence is None or staged.status or trigger.subtype not in TOLD_BY_STAGE or any(
                name.all_codes and name.form != "anaphor" for name in page.sheet.names_in(sentence.start, sentence.end)):
            yield staged


def _is_of_many(sheet: Sheet) -> bool:
    """Whether the review that a text speaks of is one of many organisations at once, so that "the review" is about none of them."""
    return OF_MANY.search(sheet.text) is not None


@cache
def _beginnings() -> tuple[AhoCorasick, tuple[tuple[Family, ...], ...]]:
    """An automaton of the letters that the anchors begin with, and of which families each string of it is."""
    of: dict[str, list[Family]] = {}
    for family in families():
        beginnings = beginnings_of(family.anchor_pattern.pattern)
        if beginnings is None:
            raise ValueError(f"{family.name}: an anchor begins with anything or outside ASCII: it would never be looked for")
        for beginning in beginnings:
            of.setdefault(beginning, []).append(family)
    return AhoCorasick(list(of), implementation=Implementation.DFA), tuple(map(tuple, of.values()))


def _anchored(page: Page) -> dict[int, set[str]]:
    """The families that have an anchor in each sentence."""
    automaton, families_of = _beginnings()
    starts = [sentence.start for sentence in page.sheet.sentences]
    anchored: dict[int, set[str]] = {}
    folded = page.folded
    for number, start, _ in automaton.find_matches_as_indexes(folded, overlapping=True):
        if start and (folded[start - 1].isalnum() or folded[start - 1] == "_"):
            continue
        index = bisect_right(starts, start) - 1
        if index < 0:
            continue
        held = anchored.get(index, ())
        found = [family.name for family in families_of[number]
                 if family.name not in held and family.anchor_pattern.match(folded, start)]
        if found:
            anchored.setdefault(index, set()).update(found)
    return anchored


def _longest(triggers: list[Trigger]) -> list[Trigger]:
    """Of triggers of one subtype, value and subjects that overlap, the longest."""
    kept: list[Trigger] = []
    last: dict[tuple[object, ...], int] = {}
    for trigger in sorted(triggers, key=lambda t: (t.start, -t.end, t.subtype)):
        key = (trigger.subtype, trigger.value, trigger.subjects)
        place = last.get(key)
        if place is None or kept[place].end <= trigger.start:
            last[key] = len(kept)
            kept.append(trigger)
        elif trigger.end - trigger.start > kept[place].end - kept[place].start:
            kept[place] = trigger
    return kept


KIND = Kind("intervention", (re.compile(_anchors().pattern, re.IGNORECASE), REGIME), find_interventions, unnamed=(REGIME,))
