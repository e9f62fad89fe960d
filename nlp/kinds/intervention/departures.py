"""Leaders who go, in other words than resign: predecessors, boards replaced, interims after somebody, changes threatened."""

from __future__ import annotations

from nlp.kinds.intervention.leadership import ROUTINE
from nlp.kinds.intervention.patterns import NATIONAL, Family, Pattern

POST = (r"(?:chief exec(?:utive)?(?: officer)?s?|ceo|chair(?:man|woman|person|s|men)?|boss(?:es)?|(?:medical|nursing|finance|"
        r"managing|interim|executive|operations|"
        r"governance|clinical) directors?|chief (?:nurse|operating officer|finance officer|nursing officer|medical officer|"
        r"financial officer|people officer)|"
        r"directors? of (?:nursing|finance|operations|workforce|midwifery|governance)|head of midwifery|non-executives?(?: "
        r"directors?)?|neds?|executives|directors|top team|"
        r"leadership(?: team)?|board(?! secretar)|predecessors?|leader|chief)")
WENT = (r"(?:resign(?:ed|s|ing|ation|ations)?|quit(?:s|ting)?|stepp(?:ed|ing) (?:down|aside|back)|steps? (?:down|aside|back)|"
        r"stood (?:down|aside)|stand(?:s|ing)? (?:down|aside)|"
        r"sacked|sacking|dismiss(?:ed|al)|remov(?:ed|al|e|ing)|oust(?:ed|ing)?|replac(?:ed|ement|e|ing)|suspended|departed|"
        r"departures?|departs?|left|leaves|leav(?:e|ing)|"
        r"gone|goes|to go|went|go|exit|forced out|pushed out|eased out|axed|fired|career break|extended leave|gardening leave|"
        r"special leave|sick leave|relieved of|out|"
        r"handed in (?:his|her|their) (?:notice|resignation)|given notice|lost (?:his|her|their) jobs?|called (?:it a day|time)|"
        r"change[ds]?|changing|made way|paid off|paid the price|"
        r"moved (?:on|aside|out|to another)|absent|not (?:be )?return(?:ing)?|announced (?:his|her|their) (?:resignation|"
        r"departure)|secondment|seconded)")
TROUBLE = (r"(?:amid|wake of|in protest|under pressure|criticis\w+|damning|inadequate|special measures|no[ -]confidence|scandal|"
           r"failings?|failures?|bullying|crisis|"
           r"whistleblow\w*|warning notice|deaths|under a cloud|undertakings|licen[cs]e|breach|misconduct|conduct|investigation "
           r"of|at (?:monitor|nhs)|mutual consent|"
           r"inspect\w+|cqc|care quality commission|report|ratings?|deficit|accounts|row|pressure|collapse|maternity|pushed|"
           r"leant on)")
LONG = r"[^.;]{0,140}?"

FAMILY = Family("departures", anchor=(
    r"predecessor|resign|quit|step(?:s|ped|ping)? |stood |stand(?:s|ing)? (?:down|aside)|sack|dismiss|remov|oust|replac|depart|"
    r"left\b|leav|gone\b|goes\b|went\b|go\b|lose|losing|lost\b|loss\b|"
    r"exit|forced out|pushed|axed|fired|career break|handed in|interim|new chair|new chief|board|suspen|chang|leadership|no[ "
    r"-]confidence|paid off|made way|secondment"),
    gate=r"\b(?:chief|ceo|chair|boss|director|executive|non-exec|neds?\b|board|predecessor|leader|top team|head of midwifery|"
         r"governor)",
    patterns=(
        Pattern("predecessor", "leadership_change",
                rf"\bpredecessor(?:[- ]but[- ](?:one|two|"
                rf"three))?\b[^.;]{{0,60}}\b(?P<k1>{WENT})\b", needs=rf"\b{TROUBLE}|dismissed|sacked|removed|suspended|resigned",
                unless=r"\b(?:predecessor (?:trust|body|organisation)|retired|report left)\b"),
        Pattern("gone_after", "leadership_change",
                rf"\b{POST}\b{LONG}\b(?P<k1>{WENT})\b[^.;]{{0,80}}\b(?:after|following|amid|over|because of|in the wake of|in "
                rf"protest|days? (?:after|before|later)|weeks? (?:after|later)|hours|within|under|as|"
                rf"when)\b[^.;]{{0,90}}\b{TROUBLE}",
                unless=ROUTINE + r"|\b(?:patients?|nurses?|she|he|instrument|swab|baby|man|woman) (?:\w+ )?(?:was |had |were "
                                 r")?left\b", confidence=0.6),
        Pattern("career_break", "leadership_change",
                rf"\b{POST}\b{LONG}\b(?P<k1>(?:\"?career break|extended leave|gardening leave|special leave|leave of absence|"
                rf"stepp(?:ed|ing) aside|stood aside|steps? aside|standing aside|suspended|sacked|ousted|forced out|pushed out|"
                rf"dismissed|relieved of))\b",
                unless=ROUTINE + r"|\b(?:service|ward|unit|admissions|lists?|surgery|nurse|doctor|surgeon|consultant)s? (?:\w+ "
                                 r")?(?:suspended|dismissed)|charges?\b[^.;]{0,20}dismissed|dismissed (?:the|as|it|claims|"
                                 r"calls)\b"),
        Pattern("lost_its_chief", "leadership_change",
                rf"\b(?P<k1>(?:los(?:e|es|ing|t)|loss of|departures? of|resignations? of|removal of|sacking of|dismissal of|"
                rf"exit of|part(?:ed|s|ing) company with|replac(?:ed|es|ing|e)|remov(?:ed|es|ing|e)|sack(?:ed|s|ing)?|"
                rf"suspend(?:ed|s|ing)?|oust(?:ed|s|ing)?))"
                rf" (?:or suspend )?(?:(?:both|all|any|any or all|of|its|their|the|our|a|most|trust's|[\w'-]+) "
                rf"){{0,4}}?{POST}\b(?! (?:secretary|papers?|room|meeting|assurance|member of staff))",
                unless=ROUTINE + r"|\bnot[- ]for[- ]profit|board (?:paper|assurance|room|meeting)|report|lost "
                                 r"confidence", confidence=0.5),
        Pattern("board_may_change", "leadership_change",
                r"\b(?P<k1>(?:chang(?:e|es|ing)|removal|shake[- ]?up|overhaul|clear[- ]?out|purge|reconstitution) (?:\w+ "
                r"){0,3}?(?:to|of|in|at|at the top of) (?:\w+ ){0,3}?(?:trust's |board's |its |their |the )?(?:leadership|board|"
                r"top|top team|executives?))\b|"
                r"\b(?:board|leadership) (?:to be |must be |should be |was |were |has been |is to be |be )(?P<k2>changed|"
                r"replaced|removed|sacked|reconstituted|strengthened|dismissed)\b|"
                r"\bif (?:\w+ )?(?P<k3>requires?)\b[^.;]{0,40}\b(?:it )?(?:shall|must|will) replace any director\b",
                needs=rf"{NATIONAL}|\b(?:called for|calls?|want|rumours?|sacked|should|could|requir\w+)\b",
                unless=r"\bboundary\b|\bchange (?:to|of) (?:board )?(?:meeting|date|venue|secretary|membership)", confidence=0.5),
        Pattern("new_leader_imposed", "leadership_change",
                r"\b(?P<k1>(?:new|interim|acting|replacement) (?:\w+ )?(?:chair(?:man|woman)?|chief "
                r"exec(?:utive)?))\b[^.;]{0,50}\b(?:chosen by|put in by|parachuted|sent in|imposed|installed|appointed by|"
                r"approved by|acceptable to|named by|drafted in|brought in|at the insistence|took over after|after (?:\w+ "
                r"){0,6}(?:resign|quit|left|departure|removed|stepped|stood))",
                needs=rf"{NATIONAL}|\bafter\b|\bregulators?\b", unless=r"\bfully recovered\b", confidence=0.5),
        Pattern("people_gone", "leadership_change",
                r"\b(?:chief exec(?:utive)?|chair(?:man|woman)?|medical director|nursing director|director of nursing|finance "
                r"director|executives)\b[^.;]{0,60}\b(?:has|have|had|all|both) (?:\w+ ){0,2}?(?P<k1>gone|left|departed|"
                r"quit|resigned|been replaced|been removed|been sacked|stood down|stepped down|stepped aside)\b",
                document=r"\b(?:inadequate|special measures|failings|licen[cs]e|warning notice|undertakings|inquiry|scandal|"
                         r"whistleblow|no[ -]confidence|enforcement|bullying)\b",
                unless=ROUTINE + r"|\bleft (?:open|blank|unchanged|out|behind)\b", confidence=0.5),
        Pattern("plainly_left", "leadership_change",
                r"\b(?:chief exec(?:utive)?|chair(?:man|woman)?|medical director|nursing director|director of nursing|finance "
                r"director|executives|non-executives|"
                r"(?:two|three|four|five|six|seven|eight|several|most|all|half) (?:of (?:the|its) )?(?:\w+ )?(?:directors|"
                r"executives|non-executives|board members|governors))"
                r"(?: and (?:[\w'-]+ ){1,3})? ?(?P<k1>left|went (?=under|amid|after|last|at once)|has left|have left|had left|"
                r"departed|quit|resigned|stood down|"
                r"stepped down|stepped aside|stood aside)\b(?! (?:to|for|behind|open|it|in charge|the meeting|chair))|"
                r"\bleft (?P<k2>as) (?:chief exec\w*|chair\w*|medical director|nursing director|chief nurse)\b",
                document=r"\b(?:inadequate|special measures|failings|licen[cs]e|warning notice|undertakings|inquiry|scandal|"
                         r"whistleblow|no[ -]confidence|enforcement|bullying)\b",
                unless=ROUTINE, confidence=0.45),
        Pattern("left_as", "leadership_change",
                r"\b(?P<k1>resigned|resigns|resigning|quits?|quitting|stepped down|steps down|stepping down|stood down|standing "
                r"down|left|removed|sacked|replaced|ousted|suspended|dismissed) as "
                r"(?:an? |its |the |their |our |interim |acting |trust ){0,4}(?:chief exec\w*|chair\w*|ceo|boss|medical director|"
                r"nursing director|finance director|chief nurse|"
                r"director of (?:nursing|finance|operations|midwifery)|chief operating officer)\b",
                document=r"\b(?:inadequate|special measures|failings|licen[cs]e|warning notice|undertakings|inquiry|scandal|"
                         r"whistleblow|no[ -]confidence|enforcement|bullying|secret)\b",
                unless=ROUTINE, confidence=0.6),
        Pattern("not_going", "leadership_change",
                rf"\b{POST}\b[^.;]{{0,60}}\b(?:isn't|is not|won't|will not|wouldn't|would not|not|n't|no plans?|no intention) "
                rf"(?:\w+ ){{0,3}}?(?P<k1>resign(?:ing)?|quit(?:ting)?|step(?:ping)? down|stand(?:ing)? down|step(?:ping)? "
                rf"aside|leav(?:e|ing)|go(?:ing)?(?= ?[.,;)\"]|$))\b",
                unless=ROUTINE, status="negated", confidence=0.6),
    ))
