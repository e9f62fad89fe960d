"""How NHS England manages performance beside the oversight framework: tiers, letters, money withheld, assessments, support."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.schema import Status
from nlp.kinds.intervention.patterns import NATIONAL, UNSETTLED, Family, Page, Pattern, compiled
from nlp.sheet import Sentence, Trigger

AREAS = (("tiering_elective", r"elective|rtt|referral[ -]to[ -]treatment|waiting lists?|planned care|long waits?|"
                        r"65[ -]weeks?|78[ -]weeks?"),
         ("tiering_cancer", r"cancer|62[ -]days?"),
         ("tiering_diagnostics", r"diagnostics?|dm01"),
         ("tiering_uec", r"uec|urgent (?:and|&) emergency(?: care)?|emergency care|a&e|four[ -]hour|ambulance handovers?"))
"""What a trust may be tiered for, and the words for it."""
AREA = "|".join(words for _, words in AREAS)
TIER = compiled(r"\btier (?P<tier>[12]|one|two)\b(?! (?:authorit|council|supplier|covid|restriction|camhs|weight|service|"
                r"team|1|2|data|visa))")
TIERS = {"1": 1, "one": 1, "2": 2, "two": 2}
OTHER_TIERS = compiled(r"\b(?:covid|coronavirus|restrictions?|lockdown|camhs|weight management|obesity|suppliers?|"
                       r"local authorit\w+|two-tier|visas?|pension|"
                       r"data cent\w+|league|football|primary care tier|service user)\b")
AREA_WORDS = tuple((subtype, compiled(rf"\b(?:{words})\b")) for subtype, words in AREAS)
MOVED = compiled(r"\b(?:from|out of|left|leaves|leaving|exit(?:ed|s|ing)?|removed from|de-?escalated from|stepped down from|"
                 r"came out of|no longer in)\s(?:\w+ ){0,3}$")
TO = compiled(r"(?: for \w+(?: care)?)? (?:in)?to(?: \w+){0,2} ")
REACH = 110


def tiers(page: Page, sentence: Sentence) -> Iterator[Trigger]:
    """The tier that a trust is in, for each area of performance that its clause names."""
    if OTHER_TIERS.search(page.folded, sentence.start, sentence.end):
        return
    status: Status | None = None
    of_sentence = [subtype for subtype, words in AREA_WORDS if words.search(page.folded, sentence.start, sentence.end)]
    if not of_sentence:
        return
    found = list(TIER.finditer(page.folded, sentence.start, sentence.end))
    for position, tier in enumerate(found):
        left = max(found[position - 1].end() if position else sentence.start, tier.start() - REACH)
        right = min(found[position + 1].start() if position + 1 < len(found) else sentence.end, tier.end() + REACH)
        areas = [subtype for subtype, words in AREA_WORDS if words.search(page.folded, tier.end(), right)]
        areas = areas or [subtype for subtype, words in AREA_WORDS if words.search(page.folded, left, tier.start())]
        areas = areas or of_sentence
        before = max(found[position - 1].end() if position else sentence.start, tier.start() - 60)
        over = len(found) > 1 and MOVED.search(page.folded, before, tier.start()) and not (
            UNSETTLED.search(page.folded, before, tier.start()))
        arrived = status == "ended" and TO.fullmatch(page.folded, found[position - 1].end(), tier.start())
        status = "ended" if over else "current" if arrived else None
        for subtype in areas:
            yield Trigger("intervention", subtype, tier.start(), tier.end(), "intervention.tier", value=TIERS[tier["tier"]],
                          status=status, confidence=0.75)


FAMILY = Family("performance", anchor=(
    r"tier|deficit support|dsf\b|letters?\b|wrote|written|capability|capped expenditure|cep\b|budd(?:y|ied)|"
    r"national (?:independent )?(?:maternity|investigation)|amos|"
    r"improvement support|getting it right|girft|matneo|moss\b|board-to-board|escalation (?:meeting|process)|(?:performance|"
    r"oversight) escalation"),
    readers=(tiers,),
    patterns=(
        Pattern("deficit_support_withheld", "deficit_support_withheld",
                r"\b(?:deficit support(?: funding)?|dsf)\b[^.;]{0,90}\b(?P<k1>with(?:held|holds?|holding|hold)|withdrawn|"
                r"withdraws?|withdrawal|claw(?:ed)?[ -]?back|"
                r"paused|not (?:been )?(?:paid|released)|lost|stopped|at risk)\b|"
                r"\b(?P<k2>with(?:held|holds?|holding|hold)|withdrawn|withdr[ae]wn?|withdrawal of|"
                r"claw(?:ed)?[ -]?back(?: of)?|los[est]+|loss of|paused)\b[^.;]{0,60}\b"
                r"(?:deficit support(?: funding)?|dsf)\b"),
        Pattern("letter_from", "nhs_england_letter",
                rf"\b(?P<k1>letters?) (?:\w+ ){{0,4}}from (?:the )?(?:\w+ ){{0,5}}?{NATIONAL}\b|"
                rf"\b{NATIONAL}(?:'s)? (?:\w+ ){{0,2}}(?P<k2>letters?)\b|\b{NATIONAL}\b[^.;,]{{0,60}}\b(?P<k3>wrote|"
                rf"has written|have written|had written) to\b",
                named=True,
                unless=r"\b(?:all (?:trusts|providers|icbs|chief executives|systems|nhs)|every (?:trust|provider)|"
                       r"trusts and (?:icbs|systems)|national letter|open letter|"
                       r"congratulat\w+|thank\w*|pharmac\w+|mps?|councillors?|campaign\w*|families|patients)\b", confidence=0.7),
        Pattern("capability_assessment", "capability_assessment",
                r"\b(?:provider |board |board's |trust )*capability (?:self-)?(?:assessments?|ratings?|"
                r"returns?)\b(?:[^.;]{0,60}\b(?:amber-red|amber-green|amber|red|green)\b)?"),
        Pattern("capped_expenditure", "capped_expenditure_process", r"\bcapped expenditure (?:process|programme|regime)\b"),
        Pattern("cep", "capped_expenditure_process", r"\bCEP\b", cased=True, document=r"capped expenditure"),
        Pattern("buddying", "buddying",
                r"\b(?:budd(?:y(?:ing)?|ied)) (?:arrangements?|agreements?|support|partnerships?|programme|scheme|up with|"
                r"with)\b|"
                r"\b(?:paired|twinned) with [^.;]{0,60}\b(?:high[- ]performing|outstanding|special measures)\b",
                unless=r"\b(?:new starters?|peer|patients?|students?|volunteers?|staff budd\w+|school|winter budd\w+)\b"),
        Pattern("national_maternity", "national_maternity_investigation",
                r"\bnational (?:independent )?(?:maternity (?:and neonatal )?investigation|investigation (?:into|"
                r"of) (?:nhs )?maternity)\b|"
                r"\b(?:baroness )?amos(?:'s)? (?:maternity )?(?:investigation|review|inquiry)\b"),
        Pattern("board_to_board", "escalation_meeting",
                r"\b(?P<k1>board-to-board|escalation (?:meeting|process)|performance escalation|"
                r"oversight escalation)\b", needs=NATIONAL, confidence=0.6),
        Pattern("moss", "maternity_signal", r"\bMOSS\b(?: (?:critical |safety )*(?:signal|alert|level \d))?", cased=True,
                document=r"maternity outcomes? signal"),
    ))
