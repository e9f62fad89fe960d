"""Courts and prosecutors in other words than prosecution and fine: summonses, orders to pay, cases brought, dropped and decided."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

PROSECUTOR = (r"(?:cqc|care quality commission|hse|health and safety executive|crown prosecution service|cps|commission|watchdog|"
              r"police|regulator)")
PERSON = (r"\b(?:nurses?|doctors?|surgeons?|consultants?|midwi(?:fe|ves)|managers?|m[ae]n|wom[ae]n|boy|girl|patients?|thie(?:f|"
          r"ves)|"
          r"letby|fraudster|motorist|drivers?|contractor|company|council|he|she)\b")
OTHER = (r"\b(?:parking|assault\w*|abus(?:e|ive)|employment (?:tribunal|judge)|inquest|coroner'?s? court|high court|judicial "
         r"review|fraud\w*|benefit|libel|divorce|compensation claim|clinical negligence|civil)\b")

FAMILY = Family("courts", anchor=(
    r"summons|court|magistrates|charge|case\b|cases\b|proceedings|caution|acquit|clear(?:ed|s)|offences?|plead|pled|plea|sentenc|"
    r"verdict|dock|prosecut|hse\b|health and safety executive|indict|jury|admit|denie[ds]|deny|penalt"),
    patterns=(
        Pattern("summons", "prosecution", r"\bsummons(?:ed|es)?\b",
                unless=rf"{OTHER}|\bsummons(?:ed)? (?:to|by) (?:a |the )?(?:meeting|minister|secretary)"),
        Pattern("taken_to_court", "prosecution",
                r"\b(?:tak(?:en?|es|ing)|took|haul(?:ed|s)|brought|dragged) (?:[\w'-]+ ){0,7}(?:to|into|before) (?:the "
                r")?(?:court|magistrates|dock|a judge|judges|trial)\b|"
                r"\b(?:in the dock|face(?:s|d)? (?:a )?trial|stand(?:s|ing)? trial|stood trial|(?:set|listed|sent|committed) "
                r"for trial|goes on trial)\b",
                unless=rf"{OTHER}|\bclinical trial"),
        Pattern("case_against", "prosecution",
                r"\b(?:brought|bring(?:s|ing)?|begun|begin|began|opened|started|starts?|launched|drop(?:s|ped|ping)?|"
                r"abandon(?:s|ed)|withdr(?:ew|awn|aws)|"
                r"discontinu(?:es|ed)|weighing|considering|built|building) (?:up )?(?:[\w'-]+ ){0,4}(?P<k1>(?:cases?|"
                r"charges?|proceedings|legal action|criminal case))\b[^.;]{0,60}\bagainst\b",
                needs=rf"\b{PROSECUTOR}\b", unless=OTHER),
        Pattern("case_dropped", "prosecution",
                r"\b(?P<k1>(?:case|charges?|prosecution|proceedings|trial)(?: against (?:[\w'-]+ ){1,8})?) (?:(?:was|were|has "
                r"been|have been|had been|is|being) )?(?:\w+ly )?"
                r"(?:dropped|abandoned|thrown out|collapsed|discontinued|withdrawn|dismissed|struck out|stayed)\b",
                document=rf"\b(?:{PROSECUTOR})\b", unless=rf"{OTHER}|{PERSON}[^.;]{{0,20}}\b(?:case|charges?|"
                    rf"prosecution)", status="ended"),
        Pattern("file_closed", "prosecution",
                rf"\b{PROSECUTOR}\b[^.;]{{0,60}}\b(?P<k1>(?:closed (?:its|the) (?:file|case)|no further action|take no action|"
                rf"took no action|not (?:to )?(?:prosecute|charge)))\b",
                unless=OTHER, status="negated", unsettled="negated", confidence=0.5),
        Pattern("charge", "prosecution",
                r"\b(?:decid\w+|decision|whether|could|may|might|will|won't|would|not|n't|able|power|going|minded|plans?|"
                r"intend\w*|seek\w*)\b[^.;]{0,30}\bto (?P<k1>charge)\b(?! (?:for|patients|visitors|staff|more|a|interest|"
                r"parking))|"
                r"\b(?:won't|will|may|might|could|would|not) (?P<k2>charge)\b(?! (?:for|patients|visitors|staff|more|a|interest|"
                r"parking))|"
                rf"\b{PROSECUTOR} (?:has |have |had |also |later |then ){{0,3}}(?P<k3>charged|charges)\b",
                needs=rf"\b{PROSECUTOR}\b|\bcourt\b|\bit won't\b", unless=rf"{OTHER}|{PERSON}[^.;]{{0,30}}\bcharged"),
        Pattern("under_caution", "prosecution", r"\binterview(?:ed|s)? under caution\b", unless=OTHER, confidence=0.4,
                status="planned"),
        Pattern("admitted", "prosecution",
                r"\b(?:admitt(?:ed|ing|s)|admits|den(?:ied|ies|ying)|indicated|entered|enters|pleaded|pleads|pleading|also "
                r"pleaded)\b:? [^.;]{0,60}?\b(?P<k1>offences?|charges?|counts?|guilty|not guilty|"
                r"breach(?:es|ing)? (?:of )?(?:[\w'&]+ ){0,4}(?:health and safety|safety law|the law|regulations?|"
                r"duty of candour)|failing to "
                r"(?:provide|discharge|comply|ensure|protect)|failure to (?:provide|discharge|comply|ensure|protect))\b",
                document=r"\b(?:court|magistrates|prosecut\w+|fined|sentenc\w+|crown "
                         r"court)\b", unless=rf"{OTHER}|{PERSON} (?:has |have |had )?(?:admitt|den(?:ied|ies)|plead)",
                status="current"),
        Pattern("cleared", "prosecution",
                r"\b(?:cleared|acquits?|acquitted|acquittal|found not guilty|not guilty verdict)\b(?! (?:the|its|their|a) "
                r"(?:backlog|beds?|list))",
                document=r"\b(?:court|magistrates|prosecut\w+|jury|crown court|trial|"
                         r"charge[ds]?)\b", unless=OTHER + r"|\b(?:backlog|beds?|name|executives?|chair\w*|chief|complaint|"
                             r"review)\b",
                status="ended"),
        Pattern("sentence", "prosecution",
                r"\b(?:sentenc(?:ed|ing|e) (?:is|was|will|hearing|of|for|at|on|to|in|by|has|had|next|takes)|(?:be|been|was|is|"
                r"awaits?|awaiting|for) sentenc(?:ed|ing|e)|what it must pay)\b",
                document=r"\b(?:cqc|care quality commission|hse|health and safety "
                         r"executive)\b", unless=rf"{OTHER}|\b(?:prison|custodial|jail\w*|life) |{PERSON}[^.;]{{0,30}}sentenc"),
        Pattern("no_prosecution", "prosecution",
                r"\b(?:no|without|neither|not? (?:any|a)) (?P<k1>(?:criminal )?(?:prosecutions?|charges?|proceedings|fines?|"
                r"convictions?|criminal (?:action|case|proceedings)))\b",
                document=rf"\b{PROSECUTOR}\b", unless=OTHER + r"|\bno charge (?:for|is made)|free of charge", confidence=0.5),
    ))
