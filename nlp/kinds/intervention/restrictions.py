"""What the Care Quality Commission lets a trust do no longer, told in other words than conditions; and what it proposes."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

CQC = r"(?:cqc|care quality commission|commission|inspectors?|inspectorate|watchdog)"
LEAVE = r"(?:consent|permission|agreement|approval|say-so|leave|authori[sz]ation|express agreement)"
TO_ADMIT = r"(?:admit|take|accept|treat|provide|open|operate|run|carry(?:ing)? (?:out|on)|use|us)"
ELSEWHERE = (r"\b(?:care homes?|nursing homes?|dental|surgery|school|ofsted|licen[cs]e|visitors?|visiting|planning|parking|"
             r"trading|covid|lockdown|rail|hotel)\b")
OF_CQC = r"cqc|care quality commission"

FAMILY = Family("restrictions", anchor=(
    r"restrict|limit|curb|forb[ia]d|barr|bann|prohibit|prevent(?:ed|s|ing)|without (?:the |prior |written |its |their |cqc)|"
    r"notices? of (?:proposal|decision)|"
    r"letters? of intent|registered|registration|conditions|enforcement (?:action|powers?)|urgent"),
    patterns=(
        Pattern("restricted_registration", "urgent_conditions",
                r"\b(?:restrict(?:ed|s|ing)?|limit(?:ed|s|ing)|curb(?:ed|s|ing)?|var(?:y|ied|ies|ying)|suspend(?:ed|s|ing)?|"
                r"cancel(?:led|s|ling)?|amend(?:ed|s|ing)?) (?:[\w'-]+ ){0,6}registration\b|"
                r"\bregistration (?:\w+ ){0,3}(?:restricted|limited|varied|suspended|cancelled)\b",
                document=OF_CQC, unless=rf"{ELSEWHERE}|\bprofessional registration|registration of (?:the )?(?:nurse|doctor)"),
        Pattern("restricted_admissions", "urgent_conditions",
                r"\b(?:restrict(?:ed|s|ing|ions?)?|limit(?:ed|s|ing)?|curb(?:ed|s|ing)?) (?:on )?(?:[\w'-]+ ){0,5}(?:admissions?|"
                r"what the trust|whom? (?:it|they|the trust|we)|what it (?:does|may do))\b",
                needs=rf"\b{CQC}\b", unless=ELSEWHERE, confidence=0.6),
        Pattern("forbidden", "urgent_conditions",
                rf"\b(?:forbid(?:s|den)?|forbade|barred|banned|bars|bans|prohibit(?:ed|s|ing)|prevent(?:ed|s|ing)|stopped|"
                rf"ordered)\b[^.;:]{{0,90}}?\b(?:(?:not )?to|from) {TO_ADMIT}(?:ting|ing|ming|ring|ning)?\b",
                needs=rf"\b{CQC}\b", unless=rf"{ELSEWHERE}|\bprevent(?:ed|s|ing) (?:patients?|people|staff|them|deaths?|harm)\b",
                confidence=0.6),
        Pattern("only_with_leave", "urgent_conditions",
                rf"\b(?:without|unless with|only with) (?:the |its |their |prior |written |express |our ){{0,4}}(?:{CQC}'s "
                rf")?(?:prior |"
                rf"written |express ){{0,3}}{LEAVE}(?: of (?:the )?{CQC})?\b",
                needs=rf"\b{CQC}\b", unless=ELSEWHERE, confidence=0.6),
        Pattern("unconditional", "urgent_conditions",
                r"\b(?:registered|registration)\b[^.;]{0,60}\b(?:without (?:any )?(?:conditions?|restrictions?)|"
                r"unconditional(?:ly)?|"
                r"(?:with )?no (?:conditions?|restrictions?))\b|\bunconditional(?:ly)? regist\w+",
                unless=r"\bif\b|\bunless\b|\bwhere\b", status="negated"),
        Pattern("notice_of_proposal", "urgent_conditions",
                r"\bnotices? of proposal\b(?! to (?:remove|lift|accept))(?: to (?:impose|vary|add|attach|place|suspend|cancel|"
                r"restrict)\b)?",
                document=OF_CQC, unless=ELSEWHERE, status="planned"),
        Pattern("notice_of_decision", "urgent_conditions",
                r"\b(?:urgent |section 31 )?notices? of decision\b", document=OF_CQC, unless=ELSEWHERE),
        Pattern("urgent_powers", "urgent_conditions",
                r"\b(?:urgent|emergency|immediate) (?:enforcement )?(?:action|powers)\b",
                needs=rf"\b{CQC}\b[^.;]{{0,60}}\b(?:took|taken|used|using|invoked|exercised|under)\b|"
                      rf"\b(?:took|taken|used|using|invoked|exercised|under)\b[^.;]{{0,60}}\b{CQC}\b|\bsection 31\b",
                unless=ELSEWHERE, confidence=0.5),
        Pattern("bare_conditions", "urgent_conditions",
                r"\b(?:(?:has|have|had|were there|are there|no|without|under|its|nor|to|"
                r"any|department's|ed's|unit's|ward's|trust's|impose|imposing|threatening|add|vary|remove) ){1,3}(?:\w+ "
                r")?"
                r"(?P<k1>conditions)\b",
                document=r"(?:section|s\.?) ?31\b|conditions? (?:on|of|to|upon) (?:[\w'-]+ ){0,5}registration|"
                         r"(?:cqc|commission|inspectors)\b[^.;]{0,60}\b(?:impos|plac|put|attach)[^.;]{0,30}\bconditions",
                unless=rf"{ELSEWHERE}|\bconditions? of (?!registration|the|its|their)|\b(?:medical|health|long-term|working|"
                       rf"employment|market|weather|living|skin|eye|heart|patients?'?s?|terms and|in|chronic|underlying|"
                       rf"poor|good|cramped|such) conditions\b|\bconditions (?:for (?:exit|leaving|staff|patients)|such as|in "
                       rf"which|"
                       rf"like)\b", confidence=0.4),
    ))
