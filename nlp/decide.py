"""From a trigger to claims: whom it is about, whether it holds, when, and who says so."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from corpora.schema import Status, Value
from nlp.bygone import is_bygone
from nlp.candidates import groups_in
from nlp.company import company_of
from nlp.context import Judgement, status_of
from nlp.cues import Nature
from nlp.dates import Moment, is_after, moment_of
from nlp.halves import other_half
from nlp.sheet import Claim, Sentence, Sheet, Subject, Trigger
from nlp.speakers import speaker_of
from nlp.subjects import subjects_of

NOBODY = Subject(None, 1.0, "impersonal")
NATURES: dict[str, Nature] = {
    "leadership_change": "moment", "prevention_of_future_deaths": "moment",
    "warning_notice": "notice", "requirement_notice": "notice", "prosecution": "notice",
    "independent_review": "review", "deep_dive_review": "review", "service_suspension": "closure",
    "contract_notice": "notice", "hse_notice": "notice", "fire_notice": "notice",
    "ico_action": "notice", "cqc_letter_of_intent": "notice", "cqc_s64_letter": "notice", "nhs_england_letter": "moment",
    "auditor_s30_referral": "moment", "auditor_recommendation": "moment", "hssib_investigation": "review"}
ABOLISHED = {"special_measures": "2021-07", "financial_special_measures": "2021-07", "success_regime": "2018"}
"""When a regime ceased to exist: an entry dated before it is history to whoever reads of it later."""
ECHO = re.compile(
    r",?\s(?:as|and\s+so|so)\s+(?:too\s+)?(?:is|are|was|were|has|have|had|did|do|does)\s+(?:both\s+)?(?:[Tt]he\s+)?", re.IGNORECASE)
ECHO_REACH = 120
MOST_OF_A_CONCERN = 3
FORM_CONFIDENCE = {"heading": 0.75, "item": 1.0, "row": 1.0, "prose": 1.0}
"""Headings, navigation and lines of related stories say less than a sentence does."""


RELIABILITY = ((0.0, 0.1), (0.3, 0.4), (0.4, 0.55), (0.5, 0.68), (0.6, 0.74), (0.75, 0.82), (0.8, 0.92), (0.9, 0.97), (1.0, 0.99))
"""Products of confidences, and the share of claims so rated that were right in the readable part of the gold."""
CERTAINTY = {"construction": 1.0, "holds": 1.0, "plain": 0.9, "cue": 0.85}
"""How sure a status is by what decided it."""
PLANNED_CERTAINTY = 0.8
"""What is to come is the least surely told of the statuses."""


@dataclass(frozen=True, slots=True)
class Decision:
    """All that was decided on one trigger, and what decided it: the claims come from here, and so does their explanation."""

    trigger: Trigger
    sentence: Sentence
    judgement: Judgement
    subjects: tuple[Subject, ...] = ()
    """Empty where nobody can be told, or nothing is claimed: then there are no claims."""
    status: Status = "current"
    decided: str = "plain"
    """What decided the status: ``plain``, ``cue``, ``holds``, ``construction``."""
    moment: Moment | None = None
    reported_by: str | None = None
    claims: tuple[Claim, ...] = ()
    """One for each of the subjects, in their order."""
    opinions: Mapping[str | None, Mapping[str, float]] | None = None
    """What the learned reader and the rules together make of each organisation: outcome to chance. None where it was not asked."""


def decide(sheet: Sheet, trigger: Trigger) -> Iterator[Claim]:
    """The claims that a trigger makes: none where it is hypothetical or nobody can be told, one for each organisation."""
    decision = decision_of(sheet, trigger)
    if decision is not None:
        yield from decision.claims


def decision_of(sheet: Sheet, trigger: Trigger) -> Decision | None:
    """What is decided on a trigger, step by step; None where it stands in no sentence."""
    sentence = sheet.sentence_at(trigger.start)
    if sentence is None:
        return None
    judgement = status_of(sheet, sentence, trigger.start, trigger.end, nature=nature_of(trigger))
    if claims_nothing(trigger, judgement):
        return Decision(trigger, sentence, judgement)
    subjects = _subjects(sheet, sentence, trigger)
    if not subjects or is_of_a_crowd(trigger, subjects):
        return Decision(trigger, sentence, judgement)
    decision = weighed(sheet, Decision(trigger, sentence, judgement, (*subjects, *_echoed(sheet, sentence, trigger, subjects))))
    if trigger.subjects is None and not trigger.impersonal:
        decision = replace(decision, subjects=company_of(
            sheet, sentence, trigger.start, trigger.end, decision.subjects, decision.status))
    claims = tuple(claim_of(decision, subject) for subject in decision.subjects)
    other = other_half(sheet, sentence, trigger.start, trigger.end, decision.status, nature_of(trigger))
    return replace(decision, claims=(*claims, *(replace(claim, status=other) for claim in claims if other)))


def is_of_a_crowd(trigger: Trigger, subjects: tuple[Subject, ...]) -> bool:
    """Whether a problem is only told of many at once that other sentences list: then it is a topic, and a finding about none."""
    return trigger.kind == "concern" and len(subjects) > MOST_OF_A_CONCERN and all(
        subject.rule in ("list_before", "list_next", "carried") for subject in subjects)


def weighed(sheet: Sheet, decision: Decision) -> Decision:
    """A decision with its status, its date and who reports it."""
    trigger, sentence, judgement = decision.trigger, decision.sentence, decision.judgement
    status = _status(trigger, judgement)
    moment = moment_of(sheet, sentence, trigger.start, trigger.end, future=status == "planned", ended=status == "ended",
                       still=status == "current" and judgement.rule == "holds")
    decided = "construction" if trigger.status else judgement.rule
    if status == "ended" and decided == "cue" and moment is not None and is_after(moment.date, sheet.published):
        status, decided, moment = "current", "holds", None  # "closed until August", told in June
    if status == "current" and decided == "plain" and _outlived(trigger, moment.date if moment else None, sheet.published):
        status, decided, moment = "ended", "cue", None  # the date was that of its beginning
    if trigger.kind == "concern" and is_bygone(sheet, sentence, trigger.start):
        status, decided, moment = "ended", "cue", None
    speaker = judgement.reported_by or speaker_of(sheet, sentence, trigger.start, trigger.end)
    return replace(decision, status=status, decided=decided, moment=moment, reported_by=speaker)


def claim_of(decision: Decision, subject: Subject) -> Claim:
    """What a decision files of one organisation."""
    trigger, sentence = decision.trigger, decision.sentence
    start, end = trigger.quote or (sentence.start, sentence.end)
    return Claim(
        trigger.kind, trigger.subtype, subject.code, value_of(trigger, decision.status), decision.status, start, end,
        rule=f"{trigger.rule}/{subject.rule}/{decision.decided}", org_text=subject.text,
        date=decision.moment.date if decision.moment else None, reported_by=decision.reported_by, cue=decision.judgement.cue,
        confidence=_confidence(trigger, sentence, subject, decision.decided, decision.status))


def calibrated(product: float) -> float:
    """The share of right claims that a product of confidences stands for, between the points of ``RELIABILITY``."""
    for (left, low), (right, high) in pairwise(RELIABILITY):
        if product <= right:
            return round(low + (high - low) * (product - left) / (right - left), 3)
    return RELIABILITY[-1][1]


def nature_of(trigger: Trigger) -> Nature:
    """What a trigger speaks of: a state, something that happened once, a notice, a review, a standing …"""
    if trigger.kind in ("rating", "segment"):
        return "standing"
    if trigger.kind == "never_event":
        return "incident"
    if trigger.kind in ("concern", "people_change", "incident"):
        return "moment"
    return NATURES.get(trigger.subtype, "state")


def claims_nothing(trigger: Trigger, judgement: Judgement) -> bool:
    """Whether a trigger is to be left: a supposition, or a problem that the text denies. A count is of trusts in general."""
    if trigger.kind == "concern" and judgement.status == "negated":
        return True
    return judgement.hypothetical and not (trigger.impersonal and judgement.cue == "generic")


def _status(trigger: Trigger, judgement: Judgement) -> Status:
    """The status that the construction gives, else that of the context; a problem feared or forecast is a problem now."""
    if trigger.kind == "concern":
        return "current"
    return trigger.status or judgement.status


def value_of(trigger: Trigger, status: Status) -> Value:
    """A never event that did not happen counts as none."""
    return 0 if trigger.kind == "never_event" and status == "negated" else trigger.value


def _outlived(trigger: Trigger, when: str | None, published: str | None) -> bool:
    """Whether a regime was entered before it was abolished and is told of after."""
    ceased = ABOLISHED.get(trigger.subtype)
    return ceased is not None and when is not None and published is not None and when < ceased < published


def _confidence(trigger: Trigger, sentence: Sentence, subject: Subject, decided: str, status: Status) -> float:
    """How sure a claim is: the product of its parts, read off the table of what such products were worth."""
    return calibrated(math.prod(sureness(trigger, sentence, subject, decided, status).values()))


def sureness(trigger: Trigger, sentence: Sentence, subject: Subject, decided: str, status: Status) -> dict[str, float]:
    """How sure each part of a claim is by itself."""
    return {"wording": trigger.confidence, "organisation": subject.confidence,
            "status": CERTAINTY[decided] * (PLANNED_CERTAINTY if status == "planned" else 1.0),
            "place": FORM_CONFIDENCE[sentence.form]}


def _echoed(sheet: Sheet, sentence: Sentence, trigger: Trigger, subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Further organisations of which the sentence says the same: "… reported 12, as did B and C", "…, and so was D"."""
    if trigger.impersonal or not subjects or not any(subject.code for subject in subjects):
        return ()
    opener = ECHO.search(sheet.text, trigger.end, min(sentence.end, trigger.end + ECHO_REACH))
    if opener is None or any(name.code for name in sheet.names_in(trigger.end, opener.start())):
        return ()
    group = next((group for group in groups_in(sheet, opener.end(), sentence.end)), None)
    if group is None or group.start > opener.end() + 4 or any(name.form == "anaphor" for name in group.names):
        return ()
    known = {subject.code for subject in subjects}
    return tuple(Subject(code, 0.85, "echo") for code in group.codes if code not in known)


def _subjects(sheet: Sheet, sentence: Sentence, trigger: Trigger) -> tuple[Subject, ...]:
    if trigger.impersonal:
        return (NOBODY,)
    if trigger.subjects is not None:
        return trigger.subjects
    return subjects_of(sheet, sentence, trigger.start, trigger.end)
