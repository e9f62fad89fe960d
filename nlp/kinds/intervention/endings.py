"""Interventions that the same sentence says are over: "the notice of last July was lifted in November"."""

from __future__ import annotations

from dataclasses import replace

from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Sentence, Trigger

CLOSABLE = frozenset({"warning_notice", "requirement_notice", "urgent_conditions", "licence_condition",
                "enforcement_undertakings", "licence_breach",
                      "special_measures", "financial_special_measures", "prosecution"})
OVER = compiled(
    r"^[^.;|]{0,140}?\b(?:was|were|has|have|had|having|is|are|being|been|declared|found|certified)(?: (?:been|since|also|"
    r"all|now|both|formally|fully|later|then|"
    r"eventually|recently|to have been|to be|as|in \w+,?|by (?:the )?\w+))* (?P<over>lifted|withdrawn|discharged|removed|"
    r"released|rescinded|revoked|quashed|met|complied with|"
    r"satisfied|fulfilled|closed|dropped|superseded|replaced|discontinued|dismissed|expired|lapsed|ended|come off|"
    r"fallen away|no more|no longer in (?:force|effect|place))\b")
NOT_OVER = compiled(r"\b(?:not|never|n't|yet|until|unless|before|if|when|will|would|could|may|might|should|must|"
                    r"to be (?!met)|only when|partly|in part|part|bar|except|save|but|though|although|while|"
                    r"remains?|some|one of|two of|three of|"
                    r"all but|had not|criteria)\b")
WITHIN = 170


def with_ending(page: Page, sentence: Sentence, trigger: Trigger) -> Trigger:
    """The trigger, ended where the sentence goes on to say so of it without a but."""
    if trigger.status is not None or trigger.subtype not in CLOSABLE:
        return trigger
    end = min(sentence.end, trigger.end + WITHIN)
    over = OVER.search(page.folded[trigger.end:end])
    if over is None:
        return trigger
    clause = page.folded[trigger.end:trigger.end + over.end()]
    tail = page.folded[trigger.end + over.end():min(end, trigger.end + over.end() + 12)]
    if NOT_OVER.search(clause) or tail.lstrip().startswith(("by failing", "with a", "with concern")):
        return trigger
    return replace(trigger, status="ended")
