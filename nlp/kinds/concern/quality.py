"""Quality of care: harm, failings, records, medicines, equipment, safety."""

from __future__ import annotations

from nlp.kinds.concern.wording import COUNT, DID_NOT, WORDS, wordings

THING = (r"(?:risk assessments?|care plans?|observations?|records?|notes|checks?|checklists?|medicines?|drugs?|medication|"
         r"equipment|trolleys|consent|incidents|audits|vehicles|"
         r"wards?|patients[’']? needs|DNACPR \w+|hand hygiene|pain relief|risks|call bells|fridges?|complaints|lessons|forms|"
         r"pumps|premises|areas|emergency equipment)")

WORDINGS = wordings(
    "quality_of_care", 0.55,
    ("fail|shortcoming|lapse|concern|error",
     r"\b(?:serious|significant|major|systemic|basic|repeated|catastrophic|appalling|wide-?ranging|multiple|fundamental|gross) "
     r"(?:\w+ ){0,2}?(?:failings|failures|shortcomings|lapses|errors|"
     r"safety concerns|concerns about (?:\w+ )?(?:patient |the )?(?:safety|care|quality|safety of \w+))\b"),
    ("fail|shortcoming|lapse|error", r"\b(?:failings?|failures?|shortcomings|lapses|errors) (?:\w+ )?(?:in|of) (?:\w+ "
     r"){0,4}?(?:care|treatment|maternity|safety|record|monitoring|diagnosis)\b"),
    ("fail|omit", r"\b(?:failed|failure|failures|failing|omitted) to (?:\w+ ){0,2}?(?:give|monitor|assess|recognise|escalate|"
                  r"act on|diagnose|treat|refer|identify|provide|carry out|administer|observe|"
     r"follow|check|protect|record|see|keep(?! (?:to|within|up|pace|its|their|costs|spending|inside|on)\b)|ensure|spot|notice)\b"),
    ("avoid|prevent|unnecessary|excess", r"\b(?:avoidable|preventable|unnecessary|excess) (?:\w+ )?(?:deaths?|harm|injur(?:y|"
     r"ies))\b"),
    ("died|harmed|put at|at risk|exposed|suffered|left|come to harm|came to harm|were not|were being",
     rf"\b(?:patients?|people|babies|women|mothers|children|young people|residents)\b {WORDS}(?:died|harmed|put at risk|at "
     rf"risk of (?:\w+ )?harm|exposed to|suffered|"
     r"left (?:without|in|unwashed|waiting|unattended)|come to harm|came to harm|were not (?:\w+ )?(?:safe|protected|treated|"
     r"assessed|monitored|seen)|were being (?:cared|nursed|treated|'?boarded'?)[^.;\n]{0,20}(?:corridor|floor|alongside))\b"),
    ("corridor|floor", r"\b(?:cared for|nursed|treated|boarded[’']?|care) (?:\w+ ){0,3}?(?:in|on) (?:a |the )?(?:corridors?|"
     r"floor)\b"),
    ("contribut|caus|hasten", r"\b(?:contributed to|hastened) (?:\w+ ){0,3}?(?:deaths?|harm)\b"),
    ("serious incident|stillbirth|pressure|falls|infection|cases", rf"\b{COUNT} (?:\w+ ){{0,4}}?(?:serious incidents|"
     rf"stillbirths|pressure (?:ulcers|sores)|falls with harm|infections|cases of (?:C\.? ?diff\w*|MRSA))\b"),
    ("mortality|death rate|shmi|hsmr|stillbirth", r"\b(?:mortality|death rates?|SHMI|HSMR|stillbirth rates?|"
     r"stillbirth)\b[^.;\n]{0,50}?\b(?:higher|high|above|outlier|outlying|worse|raised|rose)\b|"
     r"\b(?:high|higher|outlying|raised|excess) (?:\w+ ){0,3}?(?:mortality|death rates?|stillbirth)\b"),
    ("risk|care plan|observation|record|notes|check|medicine|drug|medication|equipment|trolley|consent|incident|audit|vehicle|ward|"
     "patients|dnacpr|hand hyg|pain|call bell|fridge|complaint|lesson|form|pump|premises|area|ligature|emergency equip",
     rf"\b{THING}\b[^.;\n]{{0,45}}?(?:\b(?:not|never|without|incomplete|missing|out of date|unlocked|unsecured|late|of poor "
     rf"quality|overdue|illegible|unread|unanswered|dirty|"
     r"inconsistent\w*|could not be (?:traced|found))\b|n[’']t\b)"),
    ("staff", r"\bstaff (?:\w+ ){0,2}?(?:did not|didn[’']t|were not|had not|do not|failed to) (?:\w+ ){0,2}?(?:follow|complete|"
              r"assess|manage|store|record|keep|recognise|identify|monitor|check|report|carry|wash|"
     r"use|know|understand|escalat|updat|control|protect|gain|seek|always|treat|respond|act)"),
    ("safe|clean|suitable|fit|meeting|unsafe|dirty|unclean|dysfunction|chaotic",
     r"\b(?:services?|care|wards?|premises|environment|unit|department|buildings?|vehicles) (?:\w+ ){0,3}?(?:was|were|is|are|"
     r"had been) (?:\w+ ){0,2}?(?:not (?:always )?(?:safe|clean|suitable|fit|meeting)|unsafe|dirty|unclean|"
     r"[“‘\"']?dysfunctional|chaotic)\b"),
    ("unsafe|poor|substandard|inhumane|appalling|degrading|undignified", r"\b(?:unsafe|poor|substandard|inhumane|appalling|"
     r"degrading|undignified) (?:\w+ )?(?:care|treatment|practice|conditions|discharges?|maintenance)\b"),
    ("ligature|restrain|mixed|dormitor", r"\b(?:ligature (?:points?|risks?)|prone restraint|restrained|mixed-?sex|dormitor(?:y|"
     r"ies))\b(?! (?:policy|training|survey))"),
    ("restraint|seclusion", r"\b(?:restraint|seclusion)\b[^.;\n]{0,60}?\b(?:not|\d|too often|high|used|face down|above)\b"),
    ("sepsis|infection|hygiene", r"\b(?:sepsis|infection (?:prevention|control)|hygiene)\b[^.;\n]{0,50}?\b(?:not|poor|late|"
     r"after|delay\w*|fail\w*|breach\w*)\b"),
    ("died|death", r"\b(?:baby|mother|patient|man|woman|teenager|girl|boy|student)\b[^.;\n]{0,60}?\b(?:died|"
                   r"death)\b[^.;\n]{0,60}?\b(?:after|neglect|fail\w*|delay\w*)\b"),
    ("neglect|mistreat|abuse|ill-treat", r"\b(?:neglect|mistreat(?:ed|ment)|abused?|ill-treat(?:ed|"
     r"ment))\b[^.;\n]{0,40}?\b(?:patients?|contribut\w+|residents|death)\b"),
    ("scan|test result|x-ray|letter|referral|sample|biops|image",
     r"\b(?:scans?|test results?|X-rays|letters|referrals|samples|biopsies|images)\b[^.;\n]{0,50}?\b(?:lost|missed|unread|"
     r"unreported|never sent|not (?:been )?(?:read|seen|sent|acted|reported|reviewed)|went astray)\b"),
    ("safe", rf"\b(?:{DID_NOT}|not|never|n[’']t) (?:always )?(?:kept?|protected|protect|keep|been kept) (?:\w+ ){{0,2}}?safe\b"),
    ("left|soiled|unwashed|calling|thirsty|hungry", r"\b(?:patients?|people|women|mothers|residents|children|two|three|some|"
     r"many|others)\b[^.;\n]{0,50}?\bleft (?:\w+ ){0,2}?(?:in (?:soiled|wet|dirty|their own|pain|corridors?|"
     r"agony)|calling|crying|thirsty|hungry|naked|alone|to (?:die|wait|suffer|fend|lie|labour))\b|\b(?:soiled|urine-soaked|"
     r"blood-stained|wet) (?:sheets|bed(?:ding|s)?|linen|clothes|mattress\w*)\b"),
    ("dignity|respect|privacy|compassion", r"\b(?:without|lack(?:ed|ing)? (?:of )?|no|loss of|not|undermin\w+|"
     r"compromis\w+) (?:\w+ ){0,5}?(?:dignity|privacy|compassion)\b|\b(?:dignity|privacy) (?:\w+ ){0,3}?(?:not|compromised|"
     r"undermined|"
     r"neglected|ignored|lost)\b"),
    ("unlocked|expired|out-of-date|out of date|unsecured|unchecked|broken|faulty|untested|dirty|contaminated|sewage|vermin|"
     "rats|mice|cockroach|insecure|unattended", r"\b(?:unlocked|unsecured|unattended|insecure) (?:\w+ )?(?:cupboards?|"
     r"fridges?|cabinets?|rooms?|trolleys?|doors?)\b|"
     r"\b(?:expired|out[ -]of[ -]date|faulty|broken|unchecked|untested|dirty|contaminated) (?:\w+ ){0,2}?(?:medicines?|drugs?|"
     r"equipment|stock|defibrillators?|oxygen|instruments|mattress\w*|kit|trolleys?|machines?|cylinders?|bloods?|guidelines?|"
     r"polic\w+|water)\b|\b(?:sewage|vermin|rats|mice|cockroach\w*)\b"),
    ("needless|could have|might have|may have|would have|should have|preventable|avoidable|survived|"
     "lived", r"\b(?:died|deaths?|harm(?:ed)?|stillb\w+) (?:\w+ ){0,3}?(?:needlessly|unnecessarily|avoidably)\b|\b(?:could|"
     r"might|may|would|should) (?:\w+ )?have "
     r"(?:\w+ ){0,2}?(?:lived|survived|been (?:saved|prevented|avoided|alive|spotted|diagnosed|preventable|avoidable))\b|"
     r"\b(?:was|were|is|are|been|be) (?:\w+ )?(?:preventable|avoidable)\b"),
    ("look-back|lookback|recall|harm review|duty of candour|reviewed", r"\b(?:harm )?(?:look[ -]?backs?|recall(?:ed|"
     r"s)? (?:of )?(?:\w+ ){0,2}?(?:patients|women|children|people)|harm reviews?|case[ -]note reviews?)\b"),
    ("miss|delay|late|overlook|misread|misreport", r"\b(?:missed|delayed|late|overlooked|misread|misreported|"
     r"wrong) (?:\w+ ){0,2}?(?:diagnos\w+|cancers?(?! (?:targets?|standards?|waits?))|sepsis|fractures?|scans?|signs|"
     r"opportunit\w+|tumours?|deteriorat\w+|results?|antibiotics|"
     r"escalation|recogni\w+)\b|\bopportunit(?:y|ies) (?:\w+ ){0,3}?(?:missed|lost)\b"),
    ("deaths|outlier|smr|mbrrace|perinatal|neonatal", r"\b(?:outliers?|MBRRACE|SHMI|HSMR|perinatal|"
     r"neonatal)\b[^.;\n]{0,50}?\b(?:higher|high|above|outlier|red|worse|rose|alert|average|deaths?)\b|"
     r"\b\d[\d,]* (?:\w+ ){0,3}?deaths\b[^.;\n]{0,50}?\b(?:wrong|"
     r"unreported|not (?:been )?(?:investigated|recorded|reviewed)|unexplained|uncounted|investigated|misclassified)\b"),
    ("run out|ran out|unnoticed|ignored|unanswered", r"\b(?:unnoticed|unobserved|unmonitored|unsupervised|undetected|"
     r"unrecogni[sz]ed|untreated|unescalated|uninvestigated)\b"),
    ("reception|unqualified|untrained|unsupervised", r"\b(?:receptionists|unqualified|untrained|unregistered|clerks|students?|"
     r"healthcare assistants)\b[^.;\n]{0,40}?\b(?:triag\w+|judg\w+|assess\w+|decid\w+|prescrib\w+|administ\w+|treat\w+|"
     r"unsupervised|car(?:ed|ing))\b|"
     r"\b(?:treated|seen|assessed|cared for|looked after|triaged) by (?:\w+ ){0,3}?(?:with no|without|lacking|not|untrained|"
     r"unqualified|unsupervised)\b"),
    ("discharg|sent home", r"\b(?:discharged|sent home|released)\b[^.;\n]{0,40}?\b(?:with no|without|too (?:soon|early)|"
     r"nobody|no one|unsafe\w*|in error|wrongly|inappropriately|in the (?:middle|small)|at night|still)\b"),
    ("over the limit|contaminat|limit", r"\b(?:times|well|far) (?:over|above) (?:the |its )?(?:\w+ )?(?:limit|threshold|"
     r"safe level)\b"),
    ("harm|mistake|wrong|misdiagnos", r"\b(?:harmed|misdiagnosed|wrongly (?:diagnosed|discharged|given|treated)|harm review)\b"),
)
