"""The organisations that a trigger may be about, each with what the rules make of it: what the learned reader weighs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nlp.decide import Decision, claim_of, weighed
from nlp.score import ANNOTATED_INTERVENTIONS, ANNOTATED_KINDS
from nlp.sheet import Claim, Sentence, Sheet, Subject, Trigger
from nlp.subjects import candidates_of

NEVER_A_FACT = frozenset({"?", "asked", "inverted"})
"""What the rules call an open question or a condition without "if" is filed by nobody."""
MOST_OTHERS = 5
"""How many organisations that the rules leave out are weighed beside those that they file."""


def is_weighed(trigger: Trigger) -> bool:
    """Whether the annotated documents tell of such triggers and organisations; on the others the rules decide alone."""
    if trigger.impersonal or trigger.kind not in ANNOTATED_KINDS:
        return False
    return trigger.kind != "intervention" or trigger.subtype in ANNOTATED_INTERVENTIONS


@dataclass(frozen=True, slots=True)
class Option:
    """One organisation that a trigger may be about."""

    decision: Decision
    subject: Subject
    rank: int
    """Its place among the candidates, those that the rules file first."""
    chosen: bool
    """Whether the rules file it."""
    claim: Claim
    """What is filed, if the rules are followed or would be."""

    @property
    def trigger(self) -> Trigger:
        """The words that it is about."""
        return self.decision.trigger

    @property
    def sentence(self) -> Sentence:
        """The sentence of the trigger."""
        return self.decision.sentence


def options_of(sheet: Sheet, decision: Decision) -> tuple[Option, ...]:
    """Everyone whom the trigger of a decision may be about, those first whom the rules file."""
    trigger = decision.trigger
    if decision.judgement.cue in NEVER_A_FACT and decision.judgement.hypothetical:
        return ()
    chosen = dict.fromkeys(decision.subjects)
    if not chosen and trigger.kind == "concern":
        return ()  # a problem that the rules file against nobody is too often a topic
    codes = {subject.code for subject in chosen}
    candidates = trigger.subjects if trigger.subjects is not None else candidates_of(
        sheet, decision.sentence, trigger.start, trigger.end)
    others: dict[str | None, Subject] = {}
    for subject in candidates:
        if subject.code not in codes:
            others.setdefault(subject.code, subject)
    if not chosen and not others:
        return ()
    if not decision.subjects:
        decision = weighed(sheet, decision)
    subjects = (*chosen, *list(others.values())[:MOST_OTHERS])
    return tuple(Option(decision, subject, rank, subject in chosen, claim_of(replace(decision, claims=()), subject))
                 for rank, subject in enumerate(subjects))
