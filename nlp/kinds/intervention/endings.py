"""Interventions that the same sentence says are over: "the notice of last July was lifted in November"."""

from __future__ import annotations

from dataclasses import replace

from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Sentence, Trigger

CLOSABLE = frozenset({"warning_notice", "requirement_notice", "urgent_conditions", "licence_condition",
                "enforcement_undertakings", "licence_breach",
                      "special_measures", "financial_special_measures", "prosecution"})
PARTED = frozenset({"warning_notice", "requirement_notice", "urgent_conditions", "licence_condition", "enforcement_undertakings"})
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
TOLD_AFTER = compiled(r"^[^.;|]{0,60}\b(?:served|issued|imposed|received|given)\b[^.;|]{0,60}\band (?:since |later |duly |then "
                      r")*(?:lifted|"
                      r"withdrawn|discharged|removed|rescinded|met|complied with|satisfied|closed)\b")
"""An ending that shares the auxiliary of the beginning, or has none: "served in May and complied with in September"."""
WITHIN = 170
ENDS = (r"(?:lifted|removed|met|closed|withdrawn|discharged|complied with|satisfied|fulfilled|taken off|gone|come off|released|"
        r"revoked|rescinded)")
KEPT = compiled(
    rf"\b{ENDS}\b[^.;]{{0,30}}?\b(?:in part|partly|partially|bar|except(?: for)?|save(?: for| on)?|apart from|all but)\b|"
    rf"\b(?:partly|partially|in part|all but (?:one|two|three|\d+)|(?:one|two|three|four|five|six|some|most|many|half|\d+) "
    rf"(?:more )?(?:of (?:the|its|their|them|"
    rf"these|those|which|our|your)\b[^.;]{{0,60}}?)?)(?: (?:has|have|had|was|were|is|are|been|now|since|being))+ "
    rf"{ENDS}\b[^.]{{0,80}}\b(?:remain\w*|others?|"
    rf"(?:one|two|three|four|five|\d+) (?:haven't|hasn't|have not|has not|stays?|stands?|left)|the rest|continues?|in force|in "
    rf"place|not)\b")
"""Says that some are over and some kept."""


def in_parts(page: Page, sentence: Sentence, trigger: Trigger) -> tuple[Trigger, ...]:
    """The trigger, once ended and once current where the sentence says that some of it is over and some kept."""
    if trigger.status is not None or trigger.subtype not in PARTED or not KEPT.search(
            page.folded, max(sentence.start, trigger.start - 60), min(sentence.end, trigger.end + WITHIN)):
        return (with_ending(page, sentence, trigger),)
    return replace(trigger, status="ended"), replace(trigger, status="current")


def with_ending(page: Page, sentence: Sentence, trigger: Trigger) -> Trigger:
    """The trigger, ended where the sentence goes on to say so of it without a but."""
    if trigger.status is not None or trigger.subtype not in CLOSABLE:
        return trigger
    end = min(sentence.end, trigger.end + WITHIN)
    following = page.folded[trigger.end:end]
    over = OVER.search(following)
    if TOLD_AFTER.search(following):
        return replace(trigger, status="ended")
    if over is None:
        return trigger
    clause = page.folded[trigger.end:trigger.end + over.end()]
    tail = page.folded[trigger.end + over.end():min(end, trigger.end + over.end() + 12)]
    if NOT_OVER.search(clause) or tail.lstrip().startswith(("by failing", "with a", "with concern")):
        return trigger
    return replace(trigger, status="ended")
