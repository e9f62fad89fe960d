"""Operational performance: waits, handovers, delays, missed standards."""

from __future__ import annotations

from nlp.kinds.concern.wording import COUNT, FAR, MORE, NEAR, PERCENT, POOR_PERCENT, WORDS, wordings

TIMED = r"(?:four|4|six|18|eighteen|62|31|28|52|65|78|12|104|two)[\s-]?(?:hours?|hrs?|weeks?|days?)"
MISSED = (r"(?:miss(?:ed|es|ing)?|breach(?:ed|es|ing)|fail(?:ed|s|ing)? to (?:meet|hit|achieve)|failed|fails|fell short of|"
          r"falls short of|"
          r"(?:did|does|has|had|have|was|were|is|are) ?(?:not|n[’']t) (?:met|meet|meeting|hit|reached|met)|not met|below|short "
          r"of|outside)")
PEOPLE = r"(?:patients?|people|women|children|young people|referrals|operations|appointments|families|callers|babies|assessments)"

WORDINGS = wordings(
    "operational_performance", 0.65,
    ("spent|spend|wait|stay|stuck|queue|lay|lain|held|lying", rf"\b(?:{PEOPLE}|ambulances?|crews?|one in \w+|some|many|others|"
     rf"they|those)\b[^.;\n]{{0,50}}?\b(?:spent|spend|spending|waited|wait|waiting|stayed|stuck|queued?|queu(?:e|ing)|lay|"
     rf"lying|lain|held)\b[^.;\n]{{0,30}}?"
     rf"\b(?:over|more than|beyond|longer than|up to|at least|as long as|upwards of|nearly|almost|for) (?:an? |"
     rf"the )?(?:{COUNT} |\w+ )?(?:hours?|hrs|days?|nights?|weeks?|months?|years?)\b"),
    ("hour|week|month|day", rf"\b(?:{COUNT}|24|12|one)[\s-]?(?:hour|week|month|day|year)s?[’']?[\s-](?:\w+ )?(?:waits?|"
     rf"delays?|breach(?:es)?|queues?)\b{NEAR}\b(?:for|up|rose|risen|doubled|trebled|threefold|twofold|tripled|\d|at|in|"
     rf"highest|record|common|"
     rf"routine|became|become)\b"),
    ("waiting list|list|waiter|queue|backlog", rf"\b(?:waiting lists?|waits|queues?|backlogs?|list of patients|waiters|"
     rf"overdue follow-?ups|follow-?ups)\b{NEAR}\b(?:ballooned|swelled|swollen|grown|growing|grew|rose|risen|"
     rf"rising|doubled|trebled|tripled|record|soared|soaring|jumped|climbed|topped|passed|exceeded|exceeds|spiralled|"
     rf"mushroomed|lengthened|highest|stands? at|stood at|reached|hit|of {COUNT})\b"),
    ("per cent|percent|of|in", rf"\b(?:only |just |barely |fewer than |under )?(?:{POOR_PERCENT}|one in \w+|half|"
     rf"fewer than half|under half|a (?:third|quarter|fifth)|two[ -]thirds) (?:of )?(?:\w+ ){{0,4}}?(?:patients|people|referrals|"
     rf"children|women|those|arrivals|calls|attend\w+)\b{FAR}\b(?:{TIMED}|four hours|two weeks|a year|on time|within)\b"),
    ("unallocated|unanswered|call|crew|response", rf"\b(?:calls?|incidents?|ambulances?|crews?|"
     rf"999)\b[^.;\n]{{0,50}}?\b(?:unallocated|unanswered|stacked|queued|without a response|no (?:ambulance|crew) (?:to send|"
     rf"available)|delayed|"
     rf"(?:took|taking|waited|for) (?:\w+ ){{0,2}}?{COUNT} (?:minutes|hours))\b"),
    ("handover|turnaround|offload", r"\b(?:handovers?|ambulance turnarounds?|offload(?:s|ed|"
     r"ing)?)\b[^.;\n]{0,60}?\b(?:averag\w+|took|take|taking|cost|hours|deteriorat\w+|worsen\w*|poor|worse|lowest|bottom)\b"),
    ("black alert|major incident|divert|bed|full|internal incident|escalation", r"\b(?:black alert|internal (?:critical |"
     r"major )?incident|full to bursting|bursting at the seams|no (?:free )?beds|bed occupancy[^.;\n]{0,20}?(?:9[5-9]|1\d\d)|"
     r"(?:9[5-9]|10\d) ?(?:%|per cent) (?:\w+ )?(?:occupan\w+|full))\b"),
    ("corridor|hallway|chair|cupboard|gym|waiting room", r"\b(?:in|on) (?:a |an |the |its |our )?(?:\w+ )?(?:corridors?|"
     r"hallways?|chairs|store ?rooms?|cupboards?|waiting rooms?|car parks?)\b"
     r"[^.;\n]{0,40}?\b(?:patients?|people|treated|nursed|care|overnight|hours|days)\b"),
    ("slip|deteriorat|worsen|fell|fall|drop|plunge|slump", r"\b(?:A&E|four-hour|cancer|RTT|waiting[ -]times?|ambulance|"
     r"response|performance|diagnostics?|62-day|elective)(?: \w+){0,3}? (?:has |had |have )?(?:slipped|"
     r"deteriorated|worsened|fell|fallen|dropped|plunged|slumped|sank|declined)\b"),
    ("miss|breach|fail|fell short|falls short|not met|not meet|not hit|not reached|below|short of|outside|didn|hasn|hadn|wasn|"
     "weren", rf"\b{MISSED}\b{NEAR}\b{TIMED}\b"),
    ("miss|breach|fail|fell short|falls short|not met|not meet|not hit|not reached|below|short of|outside|didn|hasn|hadn|wasn|"
     "weren",
     rf"\b{MISSED} {WORDS}(?:A&E|cancer|waiting(?: |-)times?|waiting|ambulance|response|emergency|RTT|access|referral|national|"
     rf"95|category 2|"
     rf"discharge|constitutional|diagnostic|target|standard|every target){FAR}(?:targets?|standards?|times?|quarters?|months?)\b"),
    ("target|standard", rf"\b(?:target|standard)s?\b{NEAR}\b(?:missed|breached|not (?:been )?(?:met|reached|hit)|failed)\b"),
    ("%|per cent|percent", rf"\b{PERCENT}{FAR}\b(?:within|in|under|inside) (?:four|4|18|eighteen|62|31|six|"
     rf"two)[\s-](?:hours?|weeks?|days?)\b"),
    ("%|per cent|percent", rf"\b(?:four|4)[\s-]?(?:hours?|hrs?)\b{NEAR}{POOR_PERCENT}"),
    ("%|per cent|percent", rf"\b(?:A&E|type 1|cancer|ED|RTT|62[\s-]days?|emergency (?:care "
     rf")?performance)\b[^.;\n]{{0,30}}?(?:\bat |: ?|\bof |\bfigure |, |\(| ){POOR_PERCENT}"),
    ("wait|overdue|delay|cancel|postpone|stuck", rf"\b{COUNT} {MORE}{PEOPLE}\b{FAR}\b(?:wait(?:ed|ing|s)?|overdue|delayed|"
     rf"cancelled|postponed|stuck)\b"),
    ("wait", rf"\bwait(?:ed|ing|s)?\b{NEAR}\b(?:(?<!no )(?<!not )more than|"
     rf"longer than|over|up to|for|beyond|at least|past|of(?! (?:no|not|"
     rf"less|fewer|under|within|at most))|exceed\w*|passed|"
             rf"averag\w+) (?:\w+ ){{0,2}}?{COUNT} (?:hours|weeks|days|months|years)\b"),
    ("12|twelve", rf"\b(?:{COUNT} (?:\w+ ){{0,3}}?(?:12|twelve)[\s-]?hour (?:\w+ ){{0,3}}?(?:waits|breaches|trolley|stays|"
                  rf"delays)\b|(?:12|twelve)[\s-]?hour (?:\w+ ){{0,2}}?(?:waits|breaches|trolley \w+|stays)\b{NEAR}\b\d)"),
    ("trolley|corridor|ambulance|department", rf"\b(?:trolleys?|corridors?|ambulances|department)\b{FAR}\b(?:more than|over|"
     rf"beyond|for|up "
     rf"to) (?:\w+ )?{COUNT} (?:hours?|nights)\b"),
    ("handover|turnaround", r"\b(?:handovers?|turnaround)\b[^.;\n]{0,60}?\b(?:doubled|rose|risen|increased|worst|second worst|"
     r"lost|exceed\w*|over an hour|longer|hours (?:were )?lost|minutes|delay\w*|slow\w*)\b"),
    ("long|excessive|unaccept|severe|record|persistent|prolonged|significant",
     r"\b(?:long|lengthy|excessive|unacceptable|unacceptably long|significant|severe|record|persistent|prolonged|lengthening|"
     r"longer|longest) (?:\w+ ){0,3}?(?:waits?|delays?|waiting (?:times?|lists?)|handover delays|queues)\b"),
    ("too long", r"\b(?:too|very) long\b[^.;\n]{0,30}?\b(?:seen|treated|assessed|care|wait\w*|appointment|bed|A&E|accident)\b|"
                 r"\bwait(?:ed|ing|s)? (?:\w+ ){0,3}?too long\b"),
    ("backlog", rf"\bbacklogs?\b[^.;\n]{{0,40}}?{COUNT}|\b{COUNT}[\s-](?:\w+[\s-]){{0,3}}?backlog\b|\bbacklogs? (?:\w+ "
                rf"){{0,3}}?(?:grown|growing|doubled|risen)\b"),
    ("critical incident", r"\bcritical incidents?\b(?! (?:plan|policy|training))"),
    ("opel", r"\bOPEL (?:4|four)\b"),
    ("cancel|postpone", r"\b(?:operations|surgery|appointments|procedures|clinics) (?:\w+ ){0,3}?(?:cancelled|postponed)\b|"
     r"\b(?:cancelled|postponed) (?:\w+ ){0,3}?(?:operations|appointments|procedures)\b"),
    ("delay|medically fit|criteria|discharge", rf"\b(?:delayed discharges?|discharges|delayed transfers?|medically fit|no "
     rf"criteria to reside)\b{NEAR}\b(?:{COUNT}|worst|high\w*|rose|were delayed)\b"),
    ("discharge|delayed|medically fit|fit to", rf"\b{COUNT} {MORE}(?:delayed discharges|delayed transfers|discharges were "
     rf"delayed|medically fit|fit to (?:go home|leave))\b"),
    ("overcrowd|capacity|corridor care|gridlock|crowd", r"\b(?:overcrowd(?:ed|ing)|crowded|over[\s-]capacity|patients over "
     r"capacity|corridor care|gridlock(?:ed)?)\b"),
    ("trolley|corridor|ambulance", r"\b(?:patients|people) (?:\w+ ){0,5}?(?:on|in|left|outside) (?:trolleys|corridors|"
     r"ambulances)\b"),
    ("longest|worst|slowest|lowest", r"\b(?:longest|worst|slowest|lowest) (?:\w+ ){0,4}?(?:waits?|waiting (?:times?|lists?)|"
     r"performance|response times?|A&E|four-hour|turnaround)\b|\bwait(?:s|ing \w+) (?:\w+ ){0,2}?the (?:longest|worst)\b"),
    ("category 2|category two|cat 2|response time", rf"\b(?:category (?:2|two)|cat 2|response times?)\b{NEAR}\b(?:\d+ "
     rf"?(?:min\w*|hours)|slower|worse|"
     rf"longer|outside|below|missed|not met)\b"),
    ("lost|losing", rf"\b(?:lost|losing) (?:\w+ ){{0,4}}?{COUNT} (?:\w+ ){{0,2}}?hours\b|\b{COUNT} hours (?:were |had been "
     rf")?lost\b"),
    ("52|65|78|104", rf"\b(?:52|65|78|104)[\s-]?weeks? (?:waits?|waiters?|breaches)\b{NEAR}\b(?:\d|rose|risen)"),
    ("out of area|out-of-area", rf"\bout[\s-]of[\s-]area (?:placements?|beds?)\b{NEAR}\b\d|\b{COUNT} (?:\w+ "
     rf"){{0,3}}?out[\s-]of[\s-]area\b"),
    ("slow", r"\b(?:slow to (?:get|reach|respond|answer)|slower than|slowest)\b"),
)
