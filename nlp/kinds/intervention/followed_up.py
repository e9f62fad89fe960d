"""Later mentions of notices, conditions, reviews, closures and coroners' reports: "one was lifted", "it has complied"."""

from __future__ import annotations

from nlp.kinds.intervention.references import CONDITIONS, NOTICES, PEOPLE, PROMISES, Reference

REVIEWS = frozenset({"independent_review", "deep_dive_review"})
CLOSURES = frozenset({"service_suspension"})
REPORTS = frozenset({"prevention_of_future_deaths"})
PAPERS = NOTICES | CONDITIONS | PROMISES | REPORTS
ENDABLE = NOTICES | CONDITIONS | PROMISES
BEEN = (r"(?:(?:has|have|had|was|were|is|are|being) (?:(?:since|now|also|both|all|later|then|been|formally|finally|duly|already|"
        r"only) ){0,3})")
DONE = r"(?:served|issued|sent|made|received|imposed|required|given|commissioned|addressed|needed|ordered|placed|accepted)"
OVER = r"(?:lifted|met|closed|removed|withdrawn|complied with|discharged|rescinded|revoked|satisfied|signed off|released)"
SOME = (r"(?:one|another|both|two|three|four|five|six|a (?:second|third|fourth|further one)|the (?:first|second|"
        r"third|last|latest|other|others|"
        r"rest|remaining \w+|former|latter|earlier one|new one)|all (?:of them|but \w+)|most|half|each)")
NOT_PAPERS = (r"\b(?:case|meeting|inquest|ward|unit|department|a&e|hospital|service|theatres?|beds?|lists?|review|inquiry|"
              r"investigation|action|actions|"
              r"vacanc\w+|complaints?|road|incident|incidents|never event|events|target|standard|deadline|criteria|staff|"
              r"nurses?|patients?)\b")
REFERENCES = (
    Reference("complied",
                r"\b(?:has|have|had|having|was|were|is|are|been)(?: (?:since|now|also|all|both|later|then|fully|been|in)){0,3} "
                r"(?:compli(?:ed|ant)\b(?! with (?:the )?law)|"
              r"met (?:it|them|each point|every point|all (?:the )?(?:points|requirements)|(?:its|the|their|all) "
              r"(?:requirements|terms|demands|conditions|points)|in full)\b|"
              r"done (?:so|all that|what (?:was|it was|they) \w+)\b|(?:put|set) (?:it|them|things|matters|that) right\b)|"
              r"\b(?:inspectors|cqc|the commission|the regulator) (?:\w+ )?(?:were|was|is|are) (?:\w+ ){0,2}?(?:satisfied|"
              r"content)\b|\bcompliance (?:was|has been|had been) (?:confirmed|achieved|declared)\b",
              ENDABLE, 3, unless=r"fire safety|standard|target|data", leaves=True),
    Reference("it_did",
                r"\b(?:it|they|both|the trust|each) (?:did|has|have|had)(?= ?[.,;:]|$)", NOTICES, 1, first=True, leaves=True),
    Reference("some_over", rf"\b{SOME} {BEEN}{OVER}\b", ENDABLE, 2, unless=NOT_PAPERS, leaves=True),
    Reference("some_gone",
                rf"\b{SOME} (?:has|have|had) (?:\w+ ){{0,2}}?(?:gone|come off|fallen away|lapsed|expired)\b|\b(?:the )?last "
                rf"(?:of (?:these|them|those) )?(?:went|came off|goes|lapsed)\b",
              ENDABLE, 2, unless=NOT_PAPERS, leaves=True),
    Reference("some_left",
                rf"\b{SOME}(?: of (?:them|these|those))? (?:(?:still )?(?:remains?|stands?|stays?|(?:is|are|was|were) (?:still "
                rf")?(?:left|outstanding|in force|in place|open)))\b",
              ENDABLE, 2, unless=NOT_PAPERS),
    Reference("point_over", rf"\b[a-z][\w' -]{{1,40}}?(?:: ?| {BEEN}){OVER}\b", NOTICES | CONDITIONS, 1,
                unless=NOT_PAPERS, first=True, leaves=True),
    Reference("some_done", rf"\b{SOME} {BEEN}{DONE}\b", PAPERS, 2, unless=NOT_PAPERS),
    Reference("did_one",
                r"\b(?:issue|serve|send|sent|make|made|making|receive|received|have had|has had|had|gave|given|get|got|impose|"
                r"imposed|need|needed) (?:with )?"
              r"(?:one|any|another|two|three|a (?:second|third|fourth))(?= (?:to|on|from|in|since|last|this|of its own|for|"
              r"by|against|when|after|before|about|over)\b| ?[.,;:)]|$)",
              PAPERS, 2, unless=NOT_PAPERS),
    Reference("none_done",
                rf"\b(?:none|neither|nothing) {BEEN}?(?:\w+ )?{DONE}\b|\b(?:received|issued|served|sent|made|imposed|had) none\b",
              PAPERS, 2, unless=NOT_PAPERS, status="negated"),
    Reference("no_such_report", r"\bno such (?:report|letter|notice|condition)s?\b", PAPERS, 3, status="negated"),
    Reference("such_report", r"\b(?:any|a|another|one) such (?:report|letter|notice|condition)s?\b", PAPERS, 3),
    Reference("another_report",
                r"\b(?:a|an|its|her|his|another|the) (?:second|third|fourth|fifth|further|other|earlier|first|latest)(?: (?:one|"
                r"report|letter))?(?=,| (?:to|was|is|came|followed|will|addressed|sent|made|has|in)\b)", REPORTS, 1),
    Reference("the_review",
                r"\b(?:the|this|that|its|whose|both|second|first|third|former|latter) (?:(?:independent|external|public|"
                r"statutory|governance|culture|maternity|"
              r"mortality|college|college's|kc's|outside|review|inquiry|other|same|full|final|well-led|board) ){0,2}(?:reviews?|"
              r"inquir(?:y|ies)|enquir(?:y|ies)|investigations?)\b",
              REVIEWS, 8, unless=r"(?:under|police|internal|serious incident|annual|performance|licen[cs]e|peer|case|inspection|"
                                 r"monitor's|criminal) (?:review|inquir|investigation)|"
                                 r"(?:trusts?|hospitals?|others?|providers|organisations|boards|two|three|four|five|six|those|"
                                 r"named|listed) (?:\w+ )?(?:in|of|under|by|for) (?:the|this|that) (?:\w+ )?(?:reviews?|inquiry|"
                                 r"investigation)|"
                                 r"(?:review|investigation) (?:group|committee|meeting|into whether)|cqc review|spending review"),
    Reference("its_report",
                r"\b(?:its|the|their|her|his|whose|the (?:review|inquiry)'s) (?:\w+ )?(?:final |interim |full )?(?:report|"
                r"findings|conclusions|recommendations)\b(?= (?:is|are|was|were|will|has|have|had|came|comes|found|said|"
                r"describ\w+|due|expected|published))",
              REVIEWS, 2, unless=r"(?:cqc|inspection|inspectors'?|annual|coroner's|performance|board|finance|commission's|cqc's|"
                                 r"quality|regulation 28)(?: \w+)? (?:report|findings)"),
    Reference("the_closure",
                r"\b(?:the|this|that|its|both|each) (?:(?:temporary|overnight|emergency|night-time|short|latest) )?(?:closures?|"
                r"suspensions?|diversions?|shutdown|pause|divert)\b",
              CLOSURES, 5, unless=r"(?:case|action|account|meeting) closure|closure of the (?:meeting|action|risk|consultation)"),
    Reference("open_again",
                rf"\b(?:it|they|these|both|all(?: three| four)?|the [\w' -]{{1,40}}?|which|and) {BEEN}?(?:(?:has|have|had|is|"
                rf"are|was|were) )?(?:re-?opened|opened again|open again|re-?started|resumed|back (?:in use|open|in service)|"
              r"(?:taking|admitting) (?:\w+ )?again|up and running)\b", CLOSURES, 4,
                unless=PEOPLE.replace(r"babies|", "") + r"|reopened the|re-opened the", leaves=True),
    Reference("still_shut",
                r"\b(?:remains?|remained|stays?|stayed|still|is|are|hasn't|has not|have not|not yet) (?:\w+ ){0,2}?(?:closed|"
                r"shut|suspended|paused|diverted|re-?opened|resumed|re-?started)\b",
              CLOSURES, 4, status="current", unless=r"case|meeting|inquest|investigation|vacanc\w+|re-?opened (?:the|its)"),
)
"""Each is looked for only after a mention of what it may take up."""
