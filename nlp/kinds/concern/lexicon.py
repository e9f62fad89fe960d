"""How a problem under each theme is worded: the problem itself (a figure, an incident, a finding), never its mere topic."""

from __future__ import annotations

from dataclasses import dataclass

POUNDS = r"£\s?\d[\d,.]*(?:\s?(?:m|mn|bn|k|million|billion|thousand)\b)?"
COUNT = (r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+(?:dozen|third|quarter|fifth|tenth|half)|half|scores|dozens|"
         r"hundreds|thousands|one\s+in\s+\w+)")
PERCENT = r"\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent\b\.?|percentage\s+points?)"
STAFF = (r"(?:staff|nurses?|midwives|midwife|doctors?|consultants?|registrars?|paramedics|crews?|clinicians|psychiatrists|anaesthetists|"
         r"paediatricians|radiologists|therapists|(?:nursing|medical|midwifery|clinical|middle-grade|junior)\s+(?:staff|posts|cover)|beds?\s+nurses)")
FEW = r"(?:\w+[\s-]+){0,3}?"
ANY = r"[^.;\n]{0,40}?"
FAR = r"[^.;\n]{0,80}?"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of wording a problem under a theme."""

    theme: str
    pattern: str
    confidence: float = 0.6


def _wordings(theme: str, confidence: float, *patterns: str) -> tuple[Wording, ...]:
    return tuple(Wording(theme, pattern, confidence) for pattern in patterns)


FINANCE = _wordings(
    "finance", 0.7,
    rf"{POUNDS}{FEW}\s(?:underlying\s+|forecast\s+|planned\s+|annual\s+|year-end\s+|financial\s+|structural\s+|recurrent\s+)*"
    r"(?:deficit|shortfall|overspend|black\s+hole|hole|gap|adverse|loss|deficits)\b",
    rf"\b(?:deficit|shortfall|overspend|overspending|overspent|black\s+hole|financial\s+gap|funding\s+gap|loss|debts?|arrears|deficits)\b"
    rf"(?:\s+\(?(?!support)[\w’'/-]+){{0,7}}?\s+\(?(?:£\s?\d)[\d,.]*(?:\s?(?:m|mn|bn|million|billion)\b)?",
    rf"{POUNDS}\s+(?:\w+\s+){{0,2}}?(?:in\s+(?:the\s+red|deficit|debt)|adverse|worse\s+than|off\s+(?:its\s+)?plan|over\s+(?:plan|budget)|"
    r"behind\s+(?:its\s+)?plan|short\s+of|overspent|over-statement|short\b)",
    rf"\b(?:overspent|lost|losing|lose|loses|owes|owed|owing)\s+(?:\w+\s+){{0,4}}?{POUNDS}",
    rf"\b(?:deficit|finances?)\b{ANY}\b(?:worst|biggest|largest|second\s+largest|fourth\s+biggest)\b",
    rf"\b(?:worst|biggest|largest|deepest)\s+(?:\w+\s+){{0,3}}?deficits?\b",
    r"\b(?:ran|run|running|runs)\s+(?:out\s+of|short\s+of)\s+(?:cash|money)\b",
    rf"\b(?:missed|misses|missing|failed\s+to\s+(?:meet|agree|hit|accept)|refused|rejected|breached|exceeded)\s+{FEW}(?:control\s+total|financial\s+"
    r"(?:plan|target)|savings\s+target|breakeven\s+duty|break-even\s+duty|budget)\b",
    rf"\b(?:savings|efficiencies|cost\s+improvements?|CIP|CIPs)\b{ANY}\b(?:unidentified|not\s+(?:yet\s+)?(?:been\s+)?(?:identified|found)|"
    r"had\s+not\s+been\s+identified|yet\s+to\s+be\s+(?:found|identified)|short(?:fall)?)\b",
    rf"\b(?:unidentified|undelivered)\s+{FEW}(?:savings|efficiencies|CIP)\b",
    rf"\b(?:emergency|cash|revenue|bail-?out|distress)\s+(?:loans?|support|bail-?outs?|borrowing)\s+(?:of|worth|totalling)\s+{POUNDS}",
    r"\bdeficit\s+plan\s+(?:is\s+|was\s+)?off\s+track\b",
    r"\b(?:in|into)\s+(?:a\s+)?(?:serious|severe|deep|growing|worsening|significant|financial)\s+(?:financial\s+)?(?:deficit|difficult(?:y|ies)|trouble)\b",
    r"\bfinancial\s+position\s+(?:has\s+|had\s+|is\s+|was\s+)?(?:deteriorat\w+|worsen\w*|continued\s+to\s+(?:deteriorate|worsen))\b",
    r"\b(?:is|was|were|are|remains?|remained|still|ended?\s+the\s+year|finished\s+the\s+year)\s+(?:\w+\s+){0,2}?in\s+(?:deficit|the\s+red)\b",
    r"\bsection\s+30\s+(?:referral|letter|notice|report)\b",
    r"\b(?:material\s+uncertainty|going\s+concern)\b[^.;\n]{0,60}\b(?:doubt|uncertainty|concern\s+basis\s+was\s+qualified)\b",
)
OPERATIONS = _wordings(
    "operational_performance", 0.65,
    rf"\b(?:miss(?:ed|es|ing)|breach(?:ed|es|ing)|fail(?:ed|s|ing)?\s+(?:to\s+(?:meet|hit|achieve)|on)|not\s+met|fell\s+short\s+of|did\s+not\s+meet|"
    rf"(?:was|were|is|are)\s+not\s+meeting|below|short\s+of|outside)\b{ANY}\b(?:four|4|six|18|eighteen|62|31|two|28|52|65|78|12)[\s-]?(?:hours?|hrs?|weeks?|days?)\b",
    rf"\b(?:miss(?:ed|es|ing)|breach(?:ed|es|ing)|failed|fails|failing\s+to\s+meet|(?:has|had|have)\s+not\s+met|did\s+not\s+meet)\s+{FEW}"
    r"(?:A&E|cancer|waiting[\s-]times?|waiting|ambulance|response|emergency|RTT|access|referral|national|95\s?(?:%|per\s?cent)|category\s+2|target|discharge|"
    rf"constitutional|diagnostic){FAR}(?:targets?|standards?|times)\b",
    rf"\b{PERCENT}{FAR}\b(?:within|in|under)\s+(?:four|4|18|eighteen|62|31|six|two)[\s-](?:hours?|weeks?|days?)\b",
    rf"\b(?:four|4)[\s-]?(?:hours?|hrs?)\b[^.;\n]{{0,30}}?\b(?:figure|performance|compliance|standard|target)?{ANY}\b(?:[3-7]\d|8\d)(?:\.\d+)?\s?(?:%|per\s?cent)",
    rf"\b{COUNT}\s+(?:\w+\s+){{0,4}}?(?:patients?|people|women|children|young\s+people|referrals|operations|appointments)\b{FAR}"
    rf"\b(?:wait(?:ed|ing|s)?|overdue|delayed|cancelled|postponed|stuck)\b",
    rf"\b(?:wait(?:ed|ing|s)?)\b{ANY}\b(?:more\s+than|longer\s+than|over|up\s+to|for|beyond|at\s+least)\s+(?:\w+\s+){{0,2}}?{COUNT}\s+(?:hours|weeks|days|months|years)\b",
    rf"\b{COUNT}\s+(?:\w+\s+){{0,3}}?(?:12|twelve)[\s-]?hour\s+(?:\w+\s+){{0,3}}?(?:waits|breaches|trolley|stays|delays)\b",
    rf"\b(?:12|twelve)[\s-]?hour\s+(?:\w+\s+){{0,2}}?(?:waits|breaches|trolley\s+\w+|stays)\b{ANY}\b\d",
    rf"\b(?:trolleys?|corridors?|ambulances|sofas)\b{ANY}\b(?:more\s+than|over|for|up\s+to)\s+(?:\w+\s+)?{COUNT}\s+(?:hours|nights)\b",
    r"\b(?:ambulance\s+)?handovers?\s+(?:delays|times|hours)?\s*\b[^.;\n]{0,60}?\b(?:doubled|rose|risen|increased|worst|lost|exceed\w*|over\s+an\s+hour|longer|"
    r"hours\s+(?:were\s+)?lost|minutes)\b",
    r"\b(?:long|lengthy|excessive|unacceptable|significant|severe|record|persistent|prolonged|lengthening)\s+(?:\w+\s+){0,3}?(?:waits?|delays?|waiting\s+(?:times?|lists?)|"
    r"handover\s+delays|queues)\b",
    r"\b(?:wait(?:ed|ing|s)?|waits\s+were)\s+(?:\w+\s+){0,2}?too\s+long\b|\btoo\s+long\s+to\s+be\s+(?:seen|treated|assessed)\b",
    rf"\bbacklogs?\s+(?:of|in)\s+(?:\w+\s+){{0,5}}?\(?{COUNT}|\b{COUNT}[\s-](?:\w+[\s-]){{0,3}}?backlog\b",
    rf"\b(?:declared?|declaring|declares|was\s+declared|in)\s+{FEW}critical\s+incident\b|\bcritical\s+incident\s+(?:was\s+|has\s+been\s+)?(?:declared|remains)\b",
    r"\bOPEL\s+(?:4|four)\b",
    rf"\b(?:operations|surgery|appointments|procedures)\s+(?:\w+\s+){{0,3}}?(?:had\s+been\s+|have\s+been\s+|were\s+|was\s+)?(?:cancelled|postponed)\b",
    rf"\b(?:delayed\s+discharges?|delayed\s+transfers?|medically\s+fit|no\s+criteria\s+to\s+reside)\b{ANY}\b(?:{COUNT}|worst|high\w*|rose)",
    rf"\b{COUNT}\s+(?:\w+\s+){{0,4}}?(?:delayed\s+discharges|delayed\s+transfers|medically\s+fit|fit\s+to\s+(?:go\s+home|leave))\b",
    r"\b(?:overcrowd(?:ed|ing)|over\s+capacity|over-capacity|corridor\s+care|gridlock(?:ed)?)\b",
    r"\b(?:patients|people)\s+(?:\w+\s+){0,4}?(?:on|in)\s+(?:trolleys|corridors|ambulances)\b",
    r"\b(?:longest|worst|slowest|lowest)\s+(?:\w+\s+){0,4}?(?:waits?|waiting\s+(?:times?|lists?)|performance|response\s+times?|A&E|four-hour)\b",
    rf"\b(?:average\s+)?(?:category\s+(?:2|two)|cat\s+2|response\s+times?)\b{ANY}\b(?:\d+\s+(?:minutes|hours)|slower|worse|longer|outside)\b",
    rf"\b(?:lost|losing)\s+(?:\w+\s+){{0,4}}?{COUNT}\s+(?:\w+\s+){{0,2}}?hours\b|\b{COUNT}\s+hours\s+(?:were\s+|had\s+been\s+)?lost\b",
    rf"\b(?:52|65|78|104)[\s-]?weeks?\s+(?:waits?|waiters?|breaches)\b{ANY}\b(?:\d|rose|risen)",
    r"\bout[\s-]of[\s-]area\s+(?:placements?|beds?)\b[^.;\n]{0,40}?\b\d",
)
WORKFORCE = _wordings(
    "workforce", 0.65,
    rf"\b(?:not\s+enough|too\s+few|insufficient|shortages?\s+of|lack\s+of|want\s+of|insufficient\s+numbers\s+of|fewer|short\s+of|inadequate\s+numbers\s+of|scarcity\s+of)\s+"
    rf"(?:[\w-]+\s+){{0,4}}?{STAFF}\b",
    rf"\b(?:staffing|staff|nursing|nurse|midwifery|medical|doctor|workforce|consultant)\s+(?:\w+\s+)?(?:shortages?|shortfalls?|gaps)\b",
    r"\b(?:understaffed|under-staffed|short-staffed|short\s+staffed|understaffing|short-staffing)\b",
    rf"\bstaffing\b{ANY}\b(?:unsafe|too\s+low|too\s+thin|so\s+thin|below|not\s+(?:always\s+)?(?:safe|sufficient|adequate|met)|inadequate|insufficient|poor)\b",
    rf"\b(?:did\s+not|didn[’']t|does\s+not|do\s+not|don[’']t)\s+(?:always\s+)?have\s+(?:enough|sufficient)\s+(?:[\w-]+\s+){{0,4}}?{STAFF}\b",
    rf"\b(?:there\s+)?(?:was|were|weren[’']t|aren[’']t|wasn[’']t|isn[’']t|are\s+not|is\s+not|not\s+always)\s+(?:always\s+)?(?:enough|sufficient)\s+(?:[\w-]+\s+){{0,4}}?{STAFF}\b",
    rf"\bvacanc(?:y|ies)\b{ANY}\b(?:\d|rose|high|one\s+in)",
    rf"\b{COUNT}\s+(?:\w+\s+){{0,5}}?(?:vacancies|vacant|unfilled)\b",
    rf"\b{PERCENT}\s+(?:\w+\s+){{0,4}}?vacan(?:cy|cies|t)\b",
    rf"\bposts?\s+(?:\w+\s+){{0,4}}?(?:vacant|unfilled|empty)\b",
    r"\b(?:high|significant|many|persistent|large\s+numbers?\s+of)\s+(?:\w+\s+){0,3}?(?:vacancies|vacancy\s+rates?|turnover|sickness|agency)\b",
    r"\b(?:bullying|bullied|harassment|harassed|sexual\s+harassment|intimidat(?:ed|ion)|victimis(?:ed|ation))\b",
    r"\b(?:toxic|blame|bullying|fearful|poor)\s+(?:\w+\s+)?cultures?\b|[‘“\"']?toxic[’”\"']?\s+(?:culture|environment|atmosphere|workplace)\b",
    r"\bculture\s+of\s+(?:\w+\s+){0,2}?(?:fear|blame|bullying|harassment|silence|denial|secrecy|intimidation)\b",
    rf"\b(?:racis[mt]|racial\s+discrimination|discrimination)\b{ANY}\b(?:staff|colleagues|workplace|by\s+managers|staff\s+survey)\b",
    rf"\b(?:staff|nurses|doctors|consultants|midwives|people|colleagues)\s+(?:\w+\s+){{0,3}}?(?:did\s+not|didn[’']t|not|afraid|unable|scared|fearful|felt\s+unable|reluctant)\s+"
    rf"(?:\w+\s+){{0,4}}?(?:rais(?:e|ing)|speak(?:ing)?|report(?:ing)?)\b",
    rf"\bstaff\s+survey\b{FAR}\b(?:worst|lowest|bottom|poor(?:est)?|among\s+the\s+worst|deteriorat\w+)\b|\b(?:worst|lowest|bottom)\b{ANY}\bstaff\s+survey\b",
    r"\b(?:low|poor|falling|lowest|rock[\s-]bottom)\s+(?:staff\s+)?morale\b|\bmorale\s+(?:\w+\s+){0,2}?(?:low|fell|falling|poor|rock\s+bottom|at\s+its\s+lowest)\b",
    rf"\bsickness(?:\s+absence)?\s*(?:\w+\s+){{0,4}}?\(?{PERCENT}",
    rf"\bagency\b{ANY}{POUNDS}",
    rf"\brota\s+gaps?\b|\bgaps?\s+(?:in|on)\s+(?:\w+\s+){{0,4}}?rotas?\b|\brotas?\s+(?:\w+\s+){{0,3}}?(?:unfilled|gaps)\b",
    rf"\b(?:shifts?|posts)\b{ANY}\b(?:unfilled|not\s+(?:been\s+)?filled|uncovered|went\s+without)\b",
    rf"\b(?:relied|relying|reliance|dependent|dependence)\s+(?:\w+\s+)?on\s+(?:\w+\s+){{0,4}}?(?:agency|locums?|temporary|bank)\b",
    rf"\bonly\s+{COUNT}\s+(?:of|out\s+of)\s+(?:\w+\s+){{0,4}}?(?:posts|consultants|nurses|doctors|midwives)\b",
    rf"\bunsafe\s+(?:staffing|caseloads)\b|\bcaseloads?\s+(?:\w+\s+){{0,4}}?(?:unsafe|too\s+high|high|of\s+\d)",
    r"\bstaff\s+(?:who\s+)?(?:\w+\s+){0,3}?(?:spoke|speaking)\s+up\s+(?:\w+\s+){0,3}?(?:ignored|punished|detriment)\b",
)
LEADERSHIP = _wordings(
    "leadership", 0.6,
    r"\b(?:leaders?|leadership|the\s+board|board\s+members|executives?|directors|managers|senior\s+managers|senior\s+leaders|non-executives?)\s+(?:team\s+)?"
    r"(?:did\s+not|didn[’']t|were\s+not|was\s+not|weren[’']t|had\s+not|have\s+not|has\s+not|do\s+not|does\s+not|lacked|failed|lacks|are\s+not|is\s+not|could\s+not|"
    r"knew\s+about)\b(?!\s+(?:comment|respond|disclose|reply|say|accept))",
    r"\b(?:weak|poor|ineffective|inadequate|dysfunctional|unstable|inconsistent|insufficient)\s+(?:\w+\s+){0,3}?(?:leadership|governance|oversight|grip|management\s+of\s+risk|challenge)\b",
    rf"\b(?:governance|leadership|board\s+assurance|oversight|risk\s+management)\b{ANY}\b(?:not\s+(?:always\s+)?(?:effective|robust|strong|clear|embedded|good\s+enough)|ineffective|"
    r"weak|poor|inadequate|dysfunctional|lacking|failed|failing|failures|fail|below)\b",
    rf"\b(?:lack|absence|loss|failure|failures|breakdown)\s+(?:of|in)\s+(?:\w+\s+){{0,4}}?(?:leadership|oversight|grip|governance|board\s+challenge|accountability|stability)\b",
    rf"\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh)\s+(?:\w+\s+){{0,2}}?(?:chief\s+executive|chair(?:man)?|finance\s+director|medical\s+director|"
    rf"person\s+to\s+lead)\b{ANY}\bin\b",
    rf"\b(?:two|three|four|five|six|seven|eight|nine|\d+)\s+(?:\w+\s+){{0,2}}?(?:chief\s+executives|chairs|finance\s+directors|chairmen|directors\s+of\s+nursing|medical\s+directors)\b{ANY}\bin\b",
    rf"\b(?:not|without|no|never)\s+(?:\w+\s+){{0,3}}?(?:permanent|substantive)\s+(?:chief\s+executive|chair|chairman|board|executive|leader\w*|director)\b",
    r"\b(?:insufficient|lack\s+of|too\s+little|inadequate|not\s+enough)\s+(?:\w+\s+){0,2}?challenge\b",
    r"\b(?:instability|turnover|churn|upheaval|turmoil)\s+(?:\w+\s+){0,3}?(?:at\s+the\s+top|board|leadership|executive|directors)\b|"
    r"\b(?:board|leadership|executive|senior)\s+(?:\w+\s+)?(?:instability|turnover|churn|turmoil)\b",
    r"\b(?:vote\s+of\s+no\s+confidence|no[\s-]confidence\s+vote|lost\s+confidence\s+in)\b",
    r"\b(?:concerns|warnings|complaints)\b[^.;\n]{0,40}\b(?:ignored|not\s+(?:been\s+)?(?:heard|acted\s+on|escalated|listened\s+to)|dismissed|covered\s+up)\b",
    r"\b(?:conflicts?\s+of\s+interest|misled|covered\s+up|cover-up|withheld\s+from)\b",
)
QUALITY = _wordings(
    "quality_of_care", 0.55,
    rf"\b(?:serious|significant|major|systemic|basic|repeated|catastrophic|appalling|wide-?ranging|multiple|fundamental)\s+(?:\w+\s+){{0,2}}?(?:failings|failures|shortcomings|lapses|"
    r"safety\s+concerns|concerns\s+about\s+(?:patient\s+)?(?:safety|care|the\s+safety|the\s+quality))\b",
    rf"\b(?:failings|failures|shortcomings|lapses|errors)\s+(?:\w+\s+)?in\s+(?:\w+\s+){{0,4}}?(?:care|treatment|maternity|safety|record|monitoring|diagnosis)\b",
    r"\b(?:failed|failure|failures|failing|omitted)\s+to\s+(?:\w+\s+){0,2}?(?:give|monitor|assess|recognise|escalate|act\s+on|diagnose|treat|refer|identify|provide|carry\s+out|administer|observe|"
    r"follow|check|protect|record)\b",
    rf"\b(?:avoidable|preventable|unnecessary|excess)\s+(?:\w+\s+)?(?:deaths?|harm|injur(?:y|ies))\b",
    rf"\b(?:patients?|people|babies|women|mothers|children|young\s+people|residents)\s+(?:\w+\s+){{0,3}}?(?:died|harmed|put\s+at\s+risk|at\s+risk\s+of\s+(?:\w+\s+)?harm|exposed\s+to|suffered|"
    rf"left\s+(?:without|in)|come\s+to\s+harm|came\s+to\s+harm)\b",
    rf"\b(?:contributed\s+to|caused|hastened|led\s+to)\s+(?:\w+\s+){{0,2}}?(?:death|deaths|harm)\b",
    rf"\b{COUNT}\s+(?:\w+\s+){{0,4}}?(?:serious\s+incidents|deaths|stillbirths|pressure\s+(?:ulcers|sores)|falls\s+with\s+harm|infections|cases\s+of\s+(?:C\.?\s?diff\w*|MRSA))\b",
    r"\b(?:mortality|death\s+rates?|SHMI|HSMR|stillbirth\s+rates?|stillbirth)\b[^.;\n]{0,50}?\b(?:higher|high|above|outlier|outlying|worse|raised|rose)\b|"
    r"\b(?:high|higher|outlying|raised|excess)\s+(?:\w+\s+){0,3}?(?:mortality|death\s+rates?|stillbirth)\b",
    r"\b(?:risk\s+assessments?|care\s+plans?|observations?|records?|notes|checks?|checklists?|medicines?|drugs?|medication|equipment|trolleys|consent|incidents|audits|"
    r"patients[’']?\s+needs|DNACPR\s+\w+|hand\s+hygiene|pain)\b[^.;\n]{0,45}?\b(?:not|never|n[’']t|incomplete|missing|out\s+of\s+date|unlocked|unsecured|late|poor\s+quality|overdue|illegible|"
    r"inconsistent\w*|could\s+not\s+be\s+(?:traced|found))\b",
    r"\bstaff\s+(?:\w+\s+){0,2}?(?:did\s+not|didn[’']t|were\s+not|had\s+not|do\s+not)\s+(?:\w+\s+){0,2}?(?:follow|complete|assess|manage|store|record|keep|recognise|identify|monitor|check|report|carry|wash|"
    r"use|know|understand|escalat|updat|control|protect|gain|seek|always)",
    r"\b(?:services?|care|wards?|premises|environment|unit|department|buildings?)\s+(?:\w+\s+){0,3}?(?:was|were|is|are)\s+(?:\w+\s+){0,2}?(?:not\s+(?:always\s+)?(?:safe|clean|suitable|fit|meeting)|unsafe|dirty|unclean|"
    r"dysfunctional|chaotic)\b",
    r"\b(?:unsafe|poor|substandard|inhumane|appalling|degrading|undignified)\s+(?:\w+\s+){0,1}?(?:care|treatment|practice|conditions|discharges?|wards?)\b",
    r"\b(?:ligature\s+(?:points?|risks?)|prone\s+restraint|restrained|restraint|mixed-?sex|dormitor(?:y|ies))\b[^.;\n]{0,60}?\b(?:not|\d|too\s+often|remain\w*|risk|used|face\s+down)\b",
    rf"\b(?:sepsis|infection\s+(?:prevention|control)|hygiene)\b[^.;\n]{{0,50}}?\b(?:not|poor|late|after|delay\w*|fail\w*|breach\w*)\b",
    r"\b(?:baby|mother|patient|man|woman|teenager|girl|boy)\b[^.;\n]{0,60}?\b(?:died|death)\b[^.;\n]{0,60}?\b(?:after|following|neglect|fail\w*|delay\w*)\b",
    r"\b(?:neglect|mistreat(?:ed|ment)|abused?|ill-treat(?:ed|ment))\b[^.;\n]{0,40}?\b(?:patients?|contribut\w+|residents|death)\b",
    r"\b(?:scans?|test\s+results?|X-rays|letters|referrals|samples|biopsies)\b[^.;\n]{0,50}?\b(?:lost|missed|unread|unreported|not\s+(?:been\s+)?(?:read|seen|sent|acted|reported|reviewed)|went\s+astray)\b",
    r"\b(?:not|n[’']t)\s+(?:always\s+)?(?:kept?|protected|protect|keep|been\s+kept)\s+(?:\w+\s+){0,2}?safe\b",
)
STRATEGY = _wordings(
    "strategic_change", 0.55,
    rf"\b(?:merger|takeover|take-over|acquisition|union|reconfiguration|centralisation|new\s+hospital|rebuild|redevelopment|business\s+case|"
    rf"plans?\s+to\s+merge|transaction|move|contract|sale)\b{FAR}"
    r"\b(?:called\s+off|collapse[ds]?|abandoned|blocked|dropped|scrapped|stalled|delayed|put\s+back|postponed|shelved|paused|rejected|refused|returned|fallen\s+through|fell\s+through|"
    r"opposed|turned\s+down|not\s+ready|over\s+budget|in\s+(?:ruins|doubt|difficulty|jeopardy)|slipped)\b",
    r"\b(?:walked\s+away|pulled\s+out|withdrew|withdrawn)\b[^.;\n]{0,50}?\b(?:merger|takeover|acquisition|deal|bid|bidder|contract|partnership)\b|"
    r"\b(?:merger|takeover|acquisition|deal|bid|bidder|partnership)\b[^.;\n]{0,50}?\b(?:walked\s+away|pulled\s+out|withdrew)\b",
    r"\b(?:not|neither|un)\s?(?:\w+\s+){0,3}?(?:sustainable|viable)\b(?!\s+(?:energy|travel))",
    r"\bjudicial\s+review\b|\bIndependent\s+Reconfiguration\s+Panel\b[^.;\n]{0,40}\bre(?:ferred|jected)\b",
    r"\b(?:collapse|failure|loss)\s+of\s+(?:the|its|a)\s+(?:\w+[\s-]+){0,4}?(?:merger|contract|takeover|deal)\b",
    r"\b(?:cannot|could\s+not|can[’']t)\s+(?:carry\s+on|continue|survive)\s+(?:\w+\s+){0,3}?(?:as\s+a\s+separate|alone|on\s+its\s+own|in\s+its\s+current|as\s+an\s+independent)\b",
)

WORDINGS: tuple[Wording, ...] = (*FINANCE, *OPERATIONS, *WORKFORCE, *LEADERSHIP, *QUALITY, *STRATEGY)
