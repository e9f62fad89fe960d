"""From a trigger to claims: whom it is about, whether it holds, when, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.context import Judgement, status_of
from nlp.cues import Nature
from nlp.dates import date_of
from nlp.sheet import Claim, Sentence, Sheet, Subject, Trigger
from nlp.subjects import subjects_of

NOBODY = Subject(None, 1.0, "impersonal")


def decide(sheet: Sheet, trigger: Trigger) -> Iterator[Claim]:
    """The claims that a trigger makes: none where it is hypothetical or nobody can be told, one for each organisation."""
    sentence = sheet.sentence_at(trigger.start)
    if sentence is None:
        return
    judgement = _judgement(sheet, sentence, trigger)
    counted = trigger.impersonal and judgement.cue == "generic"  # a count is of trusts in general
    if (judgement.hypothetical and not counted) or (trigger.kind == "concern" and judgement.status == "negated"):
        return
    start, end = trigger.quote or (sentence.start, sentence.end)
    status = "current" if trigger.kind == "concern" else trigger.status or judgement.status
    decided = "construction" if trigger.status else judgement.rule
    when = date_of(sheet, sentence, trigger.start, trigger.end, future=status == "planned")
    for subject in _subjects(sheet, sentence, trigger):
        yield Claim(
            trigger.kind, trigger.subtype, subject.code, trigger.value, status, start, end,
            rule=f"{trigger.rule}/{subject.rule}/{decided}", org_text=subject.text, date=when, reported_by=judgement.reported_by,
            cue=judgement.cue, confidence=round(trigger.confidence * subject.confidence * judgement.confidence, 3))


def _judgement(sheet: Sheet, sentence: Sentence, trigger: Trigger) -> Judgement:
    return status_of(sheet, sentence, trigger.start, trigger.end, nature=nature_of(trigger))


NATURES: dict[str, Nature] = {
    "leadership_change": "moment", "prevention_of_future_deaths": "moment",
    "warning_notice": "notice", "requirement_notice": "notice", "prosecution": "notice",
    "independent_review": "review", "deep_dive_review": "review", "service_suspension": "closure"}


def nature_of(trigger: Trigger) -> Nature:
    """What a trigger speaks of: a state, something that happened once, a notice, a review, a standing …"""
    if trigger.kind in ("rating", "segment"):
        return "standing"
    if trigger.kind == "never_event":
        return "incident"
    if trigger.kind == "concern":
        return "moment"
    return NATURES.get(trigger.subtype, "state")


def _subjects(sheet: Sheet, sentence: Sentence, trigger: Trigger) -> tuple[Subject, ...]:
    if trigger.impersonal:
        return (NOBODY,)
    if trigger.subjects is not None:
        return trigger.subjects
    return subjects_of(sheet, sentence, trigger.start, trigger.end)
