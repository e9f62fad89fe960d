"""Interventions that the same sentence says are over, or are yet to come: "the notice of last July was lifted in November"."""

from __future__ import annotations

from dataclasses import replace

from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Sentence, Trigger

CLOSABLE = frozenset({
    "warning_notice", "requirement_notice", "urgent_conditions", "licence_condition", "enforcement_undertakings", "licence_breach",
    "special_measures", "financial_special_measures", "recovery_support_programme", "prosecution", "mandated_support",
    "maternity_support", "provider_improvement_programme", "special_administration"})
PEOPLE = frozenset({"improvement_director", "turnaround"})
PARTED = frozenset({"warning_notice", "requirement_notice", "urgent_conditions", "licence_condition", "enforcement_undertakings"})
OVER = compiled(
    r"^[^.;|]{0,140}?\b(?:(?:was|were|has|have|had|having|is|are|being|been|declared|found|certified)(?: (?:been|since|also|"
    r"all|now|both|formally|fully|later|then|hereby|accordingly|therefore|"
    r"eventually|recently|to have been|to be|as|in \w+,?|by (?:the )?\w+))* (?P<over>lifted|withdrawn|discharged|removed|"
    r"released|rescinded|revoked|quashed|met|complied with|"
    r"satisfied|fulfilled|closed|shut|dropped|superseded|replaced|discontinued|dismissed|expired|lapsed|ended|come off|"
    r"gone(?= ?[.;,]| too| as well| altogether)|stopped|"
    r"fallen away|no more|no longer in (?:force|effect|place))\b|"
    r"(?P<past>stopped|ceased|lapsed|expired|fell away|came off|came to an end|ran out) (?:on|in|at|with|last|when|after|from)\b)")
NOT_OVER = compiled(r"\b(?:not|never|none|neither|n't|yet|until|unless|before|if|when|will|would|could|may|might|should|must|"
                    r"to be (?!met)|only when|partly|in part|part|bar|except|save|but|though|although|while|whilst|whereas|"
                    r"remains?|some|one of|two of|three of|"
                    r"all but|had not|criteria)\b")
TOLD_AFTER = compiled(r"^[^.;|]{0,60}\b(?:served|issued|imposed|received|given)\b[^.;|]{0,60}\band (?:since |later |duly |then "
                      r")*(?:lifted|"
                      r"withdrawn|discharged|removed|rescinded|met|complied with|satisfied|closed)\b")
"""An ending that shares the auxiliary of the beginning, or has none: "served in May and complied with in September"."""
NONE = compiled(r"\b(?:no|not|never|without|neither|nor)\b[^.;,]{0,30}$")
SPENT = compiled(r"\b(?:after|following|despite|since) (?:\w+ ){0,4}(?:spells?|stints?|years|months|periods?|time) (?:in|under|"
                 r"of) $|\b(?:clos(?:ing|ed)|end(?:ing|ed)) (?:\w+ ){0,6}(?:years?|months?|spells?) (?:in|of|under) $")
GIVEN_UP = compiled(r"\b(?:(?:gave|given|giving|handed|handing|hands) back|shed|shook off|shaken off|got rid of|"
                    r"seen the back of|cast off|"
                    r"freed itself (?:of|from)|let (?:\w+ ){0,3}drop) (?:\w+ ){0,3}$")
WITH_IT = compiled(r"\b(?:ceased|dissolved|gone|went|died|lapsed|closed|abolished|removed|lifted|"
                   r"ended)\b[^.;]{0,40}\band,? with (?:it|them|that),? "
                   r"(?:\w+ ){0,3}$")
WENT_WITH_IT = compiled(r"^ (?:\w+ )?(?:went |lapsed |ended )?with (?:it|them)\b")
APPROACHED = compiled(
    r"\b(?:watch[ -]?list|shortlist(?:ed)?|candidates?|nominat(?:ed|ion)|approached|written to [^.;,]{3,60}|wrote to [^.;,]{3,60}|"
    r"in talks|earmarked|put forward|in line|lined up|recommended|proposed)(?: \w+)? (?:for|about|to join) (?!releas|remov|"
    r"exit|discharg|leav|depart)(?:\w+ ){0,3}$|"
    r"\bwould (?!carry|continue|keep|still|go on)(?:\w+ ){0,4}(?:with|include|mean|bring|involve|entail) (?:\w+ ){0,6}$")
"""An organisation that is thought of for it, or what a step that is not taken would bring."""
OVER_BEFORE = compiled(r"\b(?:removed|lifted|gone|withdrawn|discharged|ended|closed|lapsed)\b")
NOT_SOUGHT = compiled(r"^[^.;,]{0,60}?\b(?:would|will|are|were|is|was|has|have|had)(?: not|n't)(?: to)?(?: be| been)? (?:sought|"
                      r"required|"
                      r"needed|pursued|asked for|imposed|appointed|taken up)\b")
LET_GO = compiled(r"\blet (?:its |the |their |that )?$")
DROP = compiled(r"^[^.;,]{0,60} (?:drop|go|lapse|rest)\b")
LEFT = compiled(r"^[^.;|]{0,110}?\b(?:(?:has|have|had) (?:since |now |also )?(?:left|gone(?= ?[.;,]| home| too| back)|finished|"
                r"departed|moved on|completed)|"
                r"(?:left|finished|departed|moved on|ended|concluded) (?:at|in|on|last|this|by|after|when|its|his|her|their|\d)|"
                r"finish(?:es|ed) (?:\w+ ){0,6}today)\b")
SOUGHT = compiled(r" (?:is |are |was |were |being |to be |have been |has been )?(?:sought|awaited|requested|proposed|suggested|"
                  r"recommended|"
                  r"under negotiation|in negotiation|being (?:drafted|discussed|negotiated|sought|considered))(?= ?[.;,]|$)")
PROMISED = compiled(r"(?:\b(?:undertakes?|undertook|agree[sd]?|has agreed|have agreed|promise[sd]?|required|obliged|asked|"
                    r"wants?|plans?|need) to "
                    r"(?:\w+ ){0,6}|^[\s\W]*(?:\(?[a-z0-9]{1,3}[.)] )?(?:engage|appoint|take on|recruit|employ|accept|hire|"
                    r"secure|bring in|"
                    r"work with|pay for)\b(?: \w+){0,6} )(?:an? |the |its )?(?:\w+ ){0,2}$")
"""What is promised, or stands in a list of what shall be done, is yet to come."""
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
    """The trigger, ended where the sentence goes on to say so of it without a but; planned where it is only promised or sought."""
    if trigger.status is not None or trigger.subtype not in CLOSABLE | PEOPLE:
        return trigger
    end = min(sentence.end, trigger.end + WITHIN)
    before = page.folded[max(sentence.start, trigger.start - 90):trigger.start]
    after = page.folded[trigger.end:end]
    if NOT_SOUGHT.search(after):
        return replace(trigger, status="negated")
    if WITH_IT.search(before) or (WENT_WITH_IT.match(after) and OVER_BEFORE.search(before)):
        return replace(trigger, status="ended")
    if APPROACHED.search(before) and not NONE.search(before):
        return replace(trigger, status="planned")
    if trigger.subtype in PEOPLE:
        left = LEFT.search(after)
        if left is not None and not NOT_OVER.search(after[:left.end()]):
            return replace(trigger, status="ended")
        return replace(trigger, status="planned") if PROMISED.search(before) else trigger
    if GIVEN_UP.search(before) or SPENT.search(before):
        return replace(trigger, status="ended")
    if trigger.subtype == "enforcement_undertakings" and SOUGHT.match(after) and not NONE.search(before):
        return replace(trigger, status="planned")
    if LET_GO.search(before) and DROP.search(after):
        return replace(trigger, status="ended")
    over = OVER.search(after)
    if TOLD_AFTER.search(after):
        return replace(trigger, status="ended")
    if over is None or (over["over"] == "dismissed" and trigger.subtype != "prosecution"):
        return trigger
    if NOT_OVER.search(after[:over.end()]) or after[over.end():over.end() + 12].lstrip().startswith(("by failing", "with a",
            "with concern")):
        return trigger
    return replace(trigger, status="ended")
