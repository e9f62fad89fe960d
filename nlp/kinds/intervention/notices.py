"""Notices and findings of other regulators than the CQC and NHS England, and what the CQC does short of a notice or beyond."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

EXECUTIVE = r"(?:health (?:and|&) safety executive|(?<![\w/])hse(?![\w/]))"
"""The Health and Safety Executive; never the end of "NHSE"."""
COMMISSIONER = r"(?:information commissioner(?:'s office)?|(?<![\w/])ico(?![\w/]))"
FIRE = (r"(?:fire (?:and rescue )?(?:service|authority|brigade|officers?)|fire (?:safety )?inspectors?|regulatory reform|"
        r"fire safety order)")
TISSUE = r"(?:human tissue authority|(?<![\w/])hta(?![\w/]))"
MEDICINES = r"(?:medicines (?:and|&) healthcare(?: products)? regulatory agency|(?<![\w/])mhra(?![\w/]))"
SAFETY = r"(?:health(?:care)? (?:services )?safety investigations? (?:body|branch)|(?<![\w/])hss?ib(?![\w/]))"
ALERT = (r"\b(?:alerts?|recalls?|device|approved|approval|licen[cs]ed? (?:the|a) (?:drug|medicine|vaccine)|field safety|"
         r"vaccine)\b")

FAMILY = Family("notices", anchor=(
    r"health (?:and|&) safety executive|hse|hss?ib|healthcare? (?:services )?safety|health services safety|"
    r"information commissioner|ico\b|fire|"
    r"prohibition|improvement notice|human tissue|hta\b|medicines (?:and|&)|mhra|section 64|s\.? ?64|registration|"
    r"enforcement notice|reprimand"),
    patterns=(
        Pattern("hse_notice", "hse_notice",
                rf"\b{EXECUTIVE}\b[^.;]{{0,90}}\b(?P<k1>(?:improvement |prohibition |enforcement |"
                rf"contravention )*notices?(?: of contravention)?)\b|"
                rf"\b(?P<k2>(?:improvement|prohibition|enforcement|contravention) notices?|"
                rf"notices? of contravention)\b[^.;]{{0,70}}\b{EXECUTIVE}\b"),
        Pattern("prohibition_notice", "hse_notice", r"\bprohibition notices?\b", document=EXECUTIVE, unless=FIRE),
        Pattern("hse_investigation", "hse_notice",
                rf"\b{EXECUTIVE}\b (?:is |has been |has |had |was |were |are )*(?P<k1>investigat(?:es?|ed|ing|ion)|"
                rf"(?:opened|launched|begun|began) an "
                rf"investigation)\b|\b(?P<k2>investigat(?:ed|ion)) by (?:the )?{EXECUTIVE}\b", confidence=0.7),
        Pattern("fire_notice", "fire_notice",
                rf"\b{FIRE}\b(?:(?!\b(?:not|no|never)\b)[^.;]){{0,90}}\b(?:(?:enforcement |prohibition |alterations? |deficiency |"
                rf"improvement )+notices?|notices? of deficienc(?:y|ies))\b|"
                rf"\b(?P<k2>(?:enforcement|prohibition|deficiency) notices?|notices? of deficienc(?:y|ies))\b[^.;]{{0,80}}"
                rf"\b{FIRE}\b|"
                r"\b(?P<k3>fire (?:safety )?(?:enforcement|prohibition|deficiency|improvement) notices?|fire enforcement)\b"),
        Pattern("ico_action", "ico_action",
                rf"\b{COMMISSIONER}\b[^.;]{{0,90}}\b(?P<k1>reprimand(?:ed|s)?|(?:enforcement|penalty|monetary penalty|"
                rf"assessment|information) notices?|fined?|"
                rf"investigat(?:ed|ing|ion)|undertakings?|audit(?:ed)? found|penalt(?:y|ies))\b|"
                rf"\b(?P<k2>reprimand(?:ed)?|(?:enforcement|monetary penalty|penalty) notices?|fined|investigat(?:ed|"
                rf"ion))\b[^.;]{{0,70}}\b"
                rf"(?:by|from|of) (?:the )?{COMMISSIONER}\b"),
        Pattern("ico_report", "ico_action",
                rf"\b(?P<k1>reported|referred|notified|self-reported)\b[^.;]{{0,60}}\bto (?:the )?{COMMISSIONER}\b",
                confidence=0.6),
        Pattern("hta_finding", "hta_finding",
                rf"\b{TISSUE}\b[^.;]{{0,110}}\b(?P<k1>shortfalls?|findings?|inspect(?:ion|ed)|conditions?|direct(?:ions?|"
                rf"ed)|suspend(?:ed|s)|notice|licence (?:was |is )?"
                rf"(?:suspended|varied|revoked))\b|\b(?P<k2>shortfalls?|reportable incidents?)\b[^.;]{{0,70}}\b{TISSUE}\b"),
        Pattern("mhra_finding", "mhra_finding",
                rf"\b{MEDICINES}\b[^.;]{{0,110}}\b(?P<k1>critical findings?|major (?:findings?|deficienc\w+)|deficienc(?:y|"
                rf"ies)|inspect(?:ion|ed)|suspend(?:ed|s)|"
                rf"non-?complian\w+|enforcement|inspection action group|infringement notices?)\b|"
                rf"\b(?P<k2>(?:critical|major) (?:findings?|deficienc\w+))\b[^.;]{{0,110}}\b{MEDICINES}\b", unless=ALERT),
        Pattern("hssib_investigation", "hssib_investigation",
                rf"\b{SAFETY}\b[^.;]{{0,90}}\b(?P<k1>investigat(?:ions?|ed|es|ing)|report(?:s|ed)?|recommend(?:ed|ations?)|"
                rf"safety recommendations?)\b|"
                rf"\b(?P<k2>investigat(?:ions?|ed)|report(?:s|ed)?|referr(?:ed|als?))\b[^.;]{{0,60}}\b(?:by|to|"
                rf"from) (?:the )?{SAFETY}\b"),
        Pattern("section_64", "cqc_s64_letter",
                r"\b(?:section|s\.?) ?64\b(?: (?:information )?(?:letter|request|notice)s?)?",
                document=r"cqc|care quality commission"),
        Pattern("registration_cancelled", "cqc_cancellation",
                r"\b(?P<k1>cancel(?:s|led|ling|lation)?|suspen(?:ds?|ded|sion))\b[^.;]{0,50}\bregistration\b|"
                r"\bregistration\b[^.;]{0,40}\b(?P<k2>cancelled|suspended|cancellation)\b",
                document=r"cqc|care quality commission", named=True,
                unless=r"\b(?:nmc|gmc|hcpc|nursing and midwifery council|general medical council|professional|his|her|nurses?'?s?|"
                       r"doctors?'?s?|pharmacists?|voters?|car|conference|event|course)\b"),
    ))
