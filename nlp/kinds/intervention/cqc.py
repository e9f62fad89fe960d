"""The Care Quality Commission's powers: warning notices, conditions on registration, requirement notices."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

NOT_CQC = (r"\b(?:fire|hse|health and safety executive|environmental health|food hygiene|parking|eviction|"
           r"council)\b[^.]{0,30}\bnotice|\bimprovement notices?\b(?!.*warning notice)")
FOREIGN = r"\b(?:care homes?|nursing homes?|gp (?:practice|surgery)|dental (?:practice|surgery))\b"

FAMILY = Family("cqc", anchor=(
    r"warning notice|warning[ -]|section 29|s\.? ?29a?\b|29a|formal warning|notices?\b|urgent|section 31|s\.? ?31\b|"
    r"conditions?\b|registration|requirement notice|compliance action|"
    r"letter of intent|letters of intent|emergency condition|must do"),
    patterns=(
        Pattern("warning_notice", "warning_notice",
                r"\b(?:(?:section|s\.?) ?29 ?a? )?(?:formal )?warning notices?(?: \((?:section|s\.?) ?29a?\))?", unless=(
                    rf"{NOT_CQC}|{FOREIGN}|\bregulation 12 warning sign")),
        Pattern("section_29a", "warning_notice",
                r"\b(?:section|sections|s\.?|sec\.?) ?29 ?a\b(?: (?:warning )?(?:notice|letter)s?)?|\b29a\b(?: notices?)?",
                        unless=FOREIGN),
        Pattern("section_29", "warning_notice",
                r"\b(?:section|s\.?) ?29 (?:warning )?notices?\b|\bunder (?:section|s\.?) ?29\b", unless=(
                    rf"{FOREIGN}|mental health act|landlord")),
        Pattern("formal_warning", "warning_notice", r"\bformal warnings?(?! notice)\b", needs=(
                    r"\b(?:cqc|commission|inspectors?|watchdog|regulator)\b")),
        Pattern("bare_notice", "warning_notice",
                r"\b(?:impos(?:ed|es|ing)|serv(?:ed|es|ing)|issu(?:ed|es|ing)|gave|given|left|hand(?:ed|ing)|slapped|received|"
                r"hit)\b(?: (?:us|it|them|him|the trust|[\w'-]+)){0,6}? "
                r"(?:with )?(?P<k1>(?:formal )?(?:notices?|warnings?))\b(?= (?:requir\w+|over|about|on|under|telling|demanding|"
                r"giving|that|in|after|against|to|ordering|last|this|for)\b| ?[.,;]|$)",
                needs=r"\b(?:cqc|care quality commission|commission|inspectors?|inspection|watchdog|regulator)\b",
                unless=rf"{NOT_CQC}|{FOREIGN}|\b(?:s\.? ?31\b|section 31\b|(?:requirement|penalty|redundancy|eviction|"
                rf"improvement|contract|emergency) "
                       rf"notices?|hand(?:ed|ing) in|gave notice|given notice|"
                       r"notice (?:of|to (?:quit|leave))|at short notice|months?'? notice|undertakings?|licen[cs]e|weather|"
                       r"flood|ship|monitor)\b", confidence=0.5),
        Pattern("no_notice", "warning_notice",
                r"\bno (?P<k1>(?:formal |warning )*notices?) (?:has been |have been |was |were |had been |is )?(?:issued|served|"
                r"given|imposed)\b",
                document=r"warning notice|29a|section 29", unless=FOREIGN, status="negated", confidence=0.6),
        Pattern("section_31_conditions", "urgent_conditions",
                r"\b(?:section|s\.?) ?31 (?:notices?|conditions?|letters?|powers?)\b", unless=FOREIGN),
        Pattern("cqc_conditions", "urgent_conditions",
                r"\b(?:cqc|care quality commission|commission)'s (?:\w+ )?(?:conditions|restrictions)\b|\bconditions? (?:on|"
                r"upon|for|at) [^.;]{0,60}\b(?:imposed|removed|lifted|applied) by (?:the )?(?:cqc|commission|inspectors)\b",
                unless=FOREIGN),
        Pattern("section_31", "urgent_conditions",
                r"\b(?:section|s\.?|sec\.?) ?31\b(?! (?:march|december|october|august|july|may|january))(?: (?:notices?|"
                r"conditions?|letters?|powers?))?",
                document=r"cqc|care quality commission|inspect", unless=FOREIGN),
        Pattern("urgent_conditions", "urgent_conditions",
                r"\b(?:urgent|emergency|immediate) (?:enforcement )?(?:conditions?|restrictions)\b|"
                r"\burgent(?:ly)? (?:enforcement|suspen|impos)\w*", unless=FOREIGN),
        Pattern("conditions_on_registration", "urgent_conditions",
                r"\b(?:conditions?|restrictions?)\b[^.;]{0,50}\bregistration\b|\bregistration\b[^.;]{0,40}\b(?:conditions?|"
                r"restrictions?)\b",
                unless=rf"{FOREIGN}|\bconditions? of registration (?:set|require)|\bregistered (?:without|with no)"),
        Pattern("imposed_conditions", "urgent_conditions",
                r"\b(?:impos(?:e|ed|es|ing)|plac(?:ed|es|ing)|put|puts|set|slapped|attached|applied|lift(?:ed|s|ing)?|"
                r"remov(?:ed|es|ing)) "
                r"(?:\w+ ){0,4}(?P<k1>(?:urgent |emergency )?(?:conditions|restrictions))\b|"
                r"\b(?P<k2>(?:conditions|restrictions)) (?:\w+ ){0,4}(?:imposed|placed|put|lifted|removed)\b",
                document=r"cqc|care quality commission|inspector|section 31",
                unless=rf"licen[cs]e|planning|visit|covid|lockdown|travel|infection|{FOREIGN}"),
        Pattern("requirement_notice", "requirement_notice", r"\brequirement notices?\b", unless=FOREIGN),
        Pattern("compliance_action", "requirement_notice", r"\bcompliance actions?\b", document=r"cqc|care quality commission",
                confidence=0.6),
        Pattern("letter_of_intent", "cqc_letter_of_intent", r"\bletters? of intent\b", document=r"cqc|care quality commission",
                unless=(
                    r"\b(?:supplier|contract award|builder|construction|lease)\b")),
    ))
