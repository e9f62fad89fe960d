"""Leadership: turnover at the top, board grip, governance."""

from __future__ import annotations

from nlp.kinds.concern.wording import DID_NOT, NEAR, wordings

TOP = (r"(?:chief executive|chair(?:man|woman)?|finance director|medical director|director of nursing|chief nurse|chief "
       r"operating officer|managing director|person to lead|clinical lead)")

WORDINGS = wordings(
    "leadership", 0.6,
    ("leader|board|executive|director|manager|non-exec",
     r"\b(?:leaders?|leadership|the board|board members|boards|executives?|directors|managers|senior managers|senior leaders|"
     r"non-executives?)(?: team| of the \w+| of the service| at the \w+)? "
     rf"[‘“\"']?{DID_NOT}\b(?! (?:\w+ )?(?:comment|respond|disclose|reply|say|accept|attend|available|present|involved))"),
    ("weak|poor|ineffective|dysfunction|unstable|inconsistent|insufficient|porous|patchy|lack",
     r"\b(?:weak|poor|ineffective|dysfunctional|unstable|inconsistent|insufficient|patchy|lack of) (?:\w+ ){0,3}?(?:leadership|"
     r"governance|oversight|grip|management of risk|challenge|board)\b"),
    ("governance|leadership|board assurance|oversight|risk management|grip|controls",
     rf"\b(?:governance|leadership|board assurance|oversight|risk management|grip|controls)\b{NEAR}\b(?:not (?:always "
     rf")?(?:effective|robust|strong|clear|embedded|good enough|sufficient)|ineffective|"
     r"weak|poor|dysfunctional|lacking|failed|failing|failures|fail|porous|patchy|unclear)\b"),
    ("lack|absence|loss|fail|breakdown", r"\b(?:lack|absence|loss|failures?|breakdown) (?:of|in) (?:\w+ ){0,4}?(?:leadership|"
     r"oversight|grip|governance|board challenge|accountability|stability)\b"),
    ("third|fourth|fifth|sixth|seventh|eighth|ninth|tenth", rf"\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
     rf"eleventh) (?:\w+ ){{0,2}}?{TOP}\b{NEAR}\b(?:in|since)\b"),
    ("chief executives|chairs|chairmen|finance directors|directors of|clinical leads|medical directors|managing directors|"
     "chief nurses", rf"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ "
     rf"){{0,2}}?(?:{TOP}s|chairmen|directors of nursing)\b{NEAR}\bin\b"),
    ("permanent|substantive", r"\b(?:not|without|no|never|n[’']t) (?:\w+ ){0,5}?(?:permanent|substantive) (?:\w+ )?(?:chief "
     r"executive|chair|chairman|board|executive|leader\w*|director|team)\b"),
    ("challenge", r"\b(?:insufficient|lack of|too little|inadequate|not enough|did not) (?:\w+ ){0,2}?challenge\b"),
    ("instabil|turnover|churn|upheaval|turmoil", r"\b(?:instability|turnover|churn|upheaval|turmoil) (?:\w+ ){0,3}?(?:at the "
     r"top|board|leadership|executive|directors)\b|"
     r"\b(?:board|leadership|executive|senior) (?:\w+ )?(?:instability|turnover|churn|turmoil)\b"),
    ("confidence", r"\b(?:vote of no confidence|no[\s-]confidence vote|lost confidence in)\b"),
    ("concern|warning|complaint", r"\b(?:concerns|warnings|complaints)\b[^.;\n]{0,40}\b(?:ignored|not (?:been )?(?:heard|acted "
     r"on|escalated|listened to)|dismissed|covered up)\b"),
    ("conflict|misled|cover|withheld", r"\b(?:conflicts? of interest|misled|covered up|cover-up|withheld from)\b(?! (?:policy|"
     r"register))"),
    ("warning|concern|alarm|complaint|red flag|whistle", r"\b(?:warnings?|concerns?|alarms?|alarm bells|complaints|red flags|"
     r"whistleblow\w+)\b[^.;\n]{0,60}?\b(?:unheeded|"
     r"brushed (?:aside|off)|swept (?:aside|under)|disregarded|overlooked|played down|fell on deaf ears|waved away|"
     r"shrugged off|went (?:unanswered|nowhere|no further)|not (?:taken "
     r"seriously|heeded|passed on|acted)|suppressed|buried|ridiculed)\b"),
    ("lost|los|no", r"\b(?:lost|losing|loss of|lack of|had no|have no|has no|no) (?:all |any )?(?:faith|trust|"
     r"confidence) in (?:the |its |their |her |his |our )?(?:\w+ ){0,2}?"
     r"(?:board|leadership|leaders|executives?|chair\w*|chief|management|managers|directors|top team|trust)\b"),
    ("lack|without|lost|los|short of|little|no|not", r"\b(?:lack(?:s|ed|ing)?|without|lost|loses|losing|short of|little|"
     r"no) (?:\w+ ){0,2}?(?:grip|curiosity|direction|"
     r"stability at the top|clear leadership|strategic leadership)\b|\bnot (?:being )?(?:\w+ )?(?:curious|visible|cohesive|"
     r"aware of (?:the )?risks?)\b"),
    ("third|fourth|fifth|sixth|seventh|eighth", rf"\b{TOP}\b[^.;\n]{{0,60}}?(?<!\ba )\b(?:third|fourth|fifth|sixth|seventh|"
     rf"eighth)\b[^.;\n]{{0,30}}?\bin (?:as many|(?:\w+ ){{0,2}}?(?:two|three|four|five|six|seven|eight|"
     r"\d+|under|less|a)) (?:\w+ )?(?:years?|months?)\b"),
    ("executive|director|chair|turnover", r"\b(?:two|three|four|five|six|seven|eight|nine|ten|half|most|several) (?:of (?:its|"
     r"the) )?(?:(?!improvement)\w+ ){0,3}?(?:executives?|directors|chairs|officers|"
     r"non-executives)\b[^.;\n]{0,40}?\b(?:suspended|gone|left|resigned|quit|departed|walked out|sacked|dismissed|"
     r"in (?:\w+ )?(?:years?|months?))\b"),
    ("rift|split|feud|infight|divided|factional|dysfunction|discord|row", r"\b(?:rift|split|feud|infighting|discord|factions|"
     r"power struggle|breakdown (?:in|of) (?:\w+ )?relation\w*|fallen out)\b"
     r"[^.;\n]{0,50}?\b(?:board|executives?|chair\w*|governors|directors|leaders\w*|top)\b|\b(?:board|executive team|"
     r"governors|top team) (?:\w+ ){0,2}?(?:divided|split|at "
     r"loggerheads|dysfunctional|at war)\b"),
    ("board|executive|leader|director|manager", r"\b(?:board|executives?|leaders(?:hip)?|directors|managers|"
     r"trust)\b[^.;\n]{0,30}?\b(?:criticised|blamed|faulted|censured|condemned|lambasted|"
     r"accused)\b[^.;\n]{0,20}?\b(?:for|of|over)\b|\b(?:criticised|blamed|faulted|censured|condemned|lambasted) (?:the |"
     r"its )?(?:board|executives?|leaders(?:hip)?|directors)\b|"
     r"\bconcerns? about (?:\w+ ){0,3}?(?:leadership|governance)\b"),
    ("board|committee|director|executive", r"\b(?:board|committees?|directors|executives|"
     r"non-executives)\b[^.;\n]{0,30}?\b(?:in the dark|unaware|not (?:been )?(?:told|sighted|informed|aware)|kept from|unsighted|"
     r"false assurance|misplaced assurance|reassurance rather than|rubber[ -]stamp\w*)\b"),
    ("interim", r"\b(?:directors?|executives?|board) (?:\w+ ){0,3}?(?:are|is|were) (?:\w+ )?interim\b|\b(?:interims?|acting) "
                r"(?:\w+ ){0,2}?(?:executives|directors) (?:\w+ ){0,3}?(?:of|in) (?:\d|the board)"),
    ("grip|oversight", r"\b(?:not|n[’']t|never|without) (?:\w+ ){0,3}?(?:sufficient |enough |full |adequate |any )?(?:grip|"
     r"oversight)\b"),
    ("behaviour|top", r"\bconcerns? about (?:\w+ ){0,3}?(?:behaviours?|conduct) (?:\w+ ){0,2}?(?:at the top|of (?:the "
     r")?(?:board|executives?|directors))\b"),
)
