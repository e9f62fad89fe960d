"""Requirement notices told in other words: what a trust must do, the breaches it must answer with a plan."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

CQC = r"cqc|care quality commission|inspect"
NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a number of|the|these)"

FAMILY = Family("breaches", anchor=(
    r"must|breach|regulations? \d|plan\b|requirements?\b|told the trust|report of (?:the )?action|report on action|non-complian|"
    r"not complian"),
    patterns=(
        Pattern("must_dos", "requirement_notice",
                rf"\b{NUMBER} ?['\"(]*must[- ]?(?:do|take)'?s?\b(?! (?:more|better|now|so|it)\b)",
                document=CQC, confidence=0.6),
        Pattern("must_take", "requirement_notice",
                r"\bactions? (?:that )?(?:the |which |a )?(?:trust|provider|hospital|service|location) must take\b(?!n)(?! to "
                r"improve is set)",
                needs=r"\bregulations? \d|\blegal (?:obligations|requirements)", document=CQC, confidence=0.5),
        Pattern("told_to_act", "requirement_notice",
                rf"\b(?:told|ordered|instructed|required|directed)\b[^.;]{{0,90}}\b(?:(?P<k1>(?:it |they )?must (?:take action|"
                rf"act|"
                rf"improve|make improvements)[^.;]{{0,20}} (?:in|on|at) {NUMBER})|(?P<k2>send (?:it|cqc|us|inspectors|the "
                rf"commission|"
                rf"the care quality commission|them) (?:a|an|its|their) (?:\w+ )?(?:plan|report)))\b",
                document=CQC, confidence=0.6),
        Pattern("plan_for_breaches", "requirement_notice",
                r"\b(?:plan|report)\b[^.;]{0,60}\b(?P<k1>(?:\w+ )?breach(?:es)?(?: of (?:the )?regulations?)?)\b",
                needs=r"\b(?:cqc|care quality commission|inspectors?|we|us|regulations?)\b",
                document=CQC, unless=r"\b(?:licen[cs]e|data|hour|rtt|trolley|referral|security|warning "
                                     r"notice)\b", confidence=0.5),
        Pattern("breaches_found", "requirement_notice",
                rf"\b(?:found|identified|reported|recorded|cited|listed|noted|with|in)\b[^.;]{{0,40}}\b(?P<k1>(?:{NUMBER} )?"
                rf"(?:\w+ )?breach(?:es)? (?:of|in) (?:\w+ ){{0,4}}(?:regulations?|requirements?|fundamental standards?))\b|"
                rf"\b(?P<k2>in breach of (?:\w+ ){{0,3}}(?:regulations? \d|fundamental standards?))|"
                rf"\bregulations? \d{{1,2}}[^.;]{{0,25}}\b(?P<k3>(?:not (?:being )?met|breached|(?:in )?breach))\b",
                document=CQC, unless=r"\b(?:licen[cs]e|data|hour|fire safety|health and safety (?:at work|law)|warning notice|"
                                     r"prosecut\w+|guilty|court|regulation 28)\b", confidence=0.5),
    ))
