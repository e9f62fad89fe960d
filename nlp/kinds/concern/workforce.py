"""Workforce: shortages, vacancies, bullying, morale, reliance on agencies."""

from __future__ import annotations

from nlp.kinds.concern.wording import COUNT, DID_NOT, FAR, MORE, NEAR, PERCENT, POUNDS, STAFF, WORDS, wordings

WORDINGS = wordings(
    "workforce", 0.65,
    ("not enough|too few|insufficient|shortage|lack of|want of|fewer|short of|inadequate|scarcity|without enough|absence of",
     rf"\b(?:not enough|too few|insufficient|shortages? of|lack of|want of|insufficient numbers of|"
     rf"fewer(?! (?:\w+ ){{0,3}}?(?:reported|said|say|felt|feel|"
     rf"experienced|left|leave|complained)\b)|short of|inadequate "
     rf"numbers of|"
     rf"scarcity of|absence of) (?:[\w-]+ ){{0,4}}?{STAFF}\b"),
    ("staff|nurs|midwi|medical|doctor|workforce|consultant|registrar",
     r"\b(?:staffing|staff|nursing|nurse|midwifery|medical|doctor|workforce|consultant|midwife|registrar) (?:\w+ "
     r")?(?:shortages?|shortfalls?|gaps|deficits?)\b"),
    ("understaff|under-staff|short-staff|short staff", r"\b(?:under-?staff|short[\s-]staff)(?:ed|ing)\b"),
    ("staffing", rf"\bstaffing\b{NEAR}\b(?:unsafe|too low|too thin|so thin|below|not (?:always )?(?:safe|sufficient|adequate|"
                 rf"met)|inadequate|insufficient|poor|critical)\b"),
    ("enough|sufficient", rf"\b(?:{DID_NOT}|don[’']t) (?:always )?(?:have|had) (?:enough|sufficient) (?:[\w-]+ ){{0,4}}?{STAFF}\b"),
    ("enough|sufficient", rf"\b(?:{DID_NOT}|not always|never) (?:always )?(?:enough|sufficient) (?:[\w-]+ ){{0,4}}?{STAFF}\b"),
    ("there aren|there isn|there weren|there wasn", rf"\bthere (?:are|were|is|was)n[’']t (?:the |any |enough )?{STAFF}\b"),
    ("vacan", rf"\bvacanc(?:y|ies)\b{NEAR}\b(?:\d|rose|high|one in|touched|sixty|fifty|forty|thirty|twenty)|\b{COUNT} "
              rf"{MORE}(?:vacancies|vacant)\b|{PERCENT} (?:\w+ ){{0,4}}?vacan"),
    ("unfilled|vacant|empty|filled", rf"\b(?:posts?|shifts?|rotas?|jobs) (?:\w+ ){{0,4}}?(?:vacant|unfilled|empty|uncovered)\b|"
     rf"\b{COUNT} (?:\w+ ){{0,2}}?unfilled\b|\bposts?{NEAR}(?:not|n[’']t) (?:been )?filled\b"),
    ("post|shift|rota", rf"\b(?:only |just )?{COUNT} (?:of|out of|in) (?:\w+ ){{0,4}}?posts\b{NEAR}\b(?:filled|empty|vacant)"),
    ("vacanc|turnover|sickness|agency", r"\b(?:high|significant|many|persistent|large numbers? of|serious) (?:\w+ "
     r"){0,3}?(?:vacancies|vacancy rates?|turnover|sickness|agency)\b"),
    ("bully|bullied|harass|intimidat|victimis", r"(?<!fewer staff reported )(?<!less )"
     r"\b(?:bullying|bullied|harassment|harassed|intimidat(?:ed|ion)|victimis(?:ed|"
     r"ation))\b(?! (?:policy|policies|training))"),
    ("culture", r"\b(?:toxic|blame|bullying|fearful|poor|defensive|closed|unhealthy)[’”\"']? (?:\w+ )?cultures?\b|\bcultures? "
                r"of (?:\w+ ){0,2}?(?:fear|blame|bullying|harassment|silence|denial|secrecy|intimidation)\b|"
     r"\bculture\b[^.;\n]{0,40}\b(?:toxic|frightened|don[’']t|afraid|fear|difficult|poor)\b"),
    ("toxic", r"[‘“\"']?toxic[’”\"']? (?:culture|environment|atmosphere|workplace|relationships)\b"),
    ("racis|racial|discriminat", rf"\b(?:racis[mt]|racial discrimination|discrimination)\b{NEAR}\b(?:staff|colleagues|"
     rf"workplace|by managers|staff survey)\b"),
    ("rais|speak|report|supported|respected|valued|listened",
     rf"\b(?:staff|nurses|doctors|consultants|midwives|people|colleagues)\b{WORDS} ?(?:{DID_NOT}|not|afraid|unable|scared|"
     rf"fearful|felt unable|reluctant) "
     r"(?:\w+ ){0,4}?(?:rais(?:e|ing) concerns|raise (?:them|issues)|speak(?:ing)? (?:up|out)|report(?:ing)? (?:incidents|"
     r"concerns)|supported|respected|valued|listened)\b"),
    ("staff survey|survey", rf"\bstaff survey\b{FAR}\b(?:worst|lowest|bottom|poor(?:est)?|deteriorat\w+|below)\b|\b(?:worst|"
     rf"lowest|bottom)\b{NEAR}\bstaff survey\b"),
    ("morale", r"\b(?:low|poor|falling|lowest|rock[\s-]bottom) (?:staff )?morale\b|\bmorale (?:\w+ ){0,2}?(?:low|fell|falling|"
               r"poor|rock bottom|at its lowest|dropped)\b"),
    ("sickness|turnover", rf"\b(?:sickness|turnover)\b[^.;\n£]{{0,40}}?{PERCENT}"),
    ("agency|locum", rf"\bagency\b{NEAR}{POUNDS}|{POUNDS}{NEAR}\bagency\b|\bagency (?:spend|spending|costs)\b{NEAR}\b(?:high|"
     rf"double|rose|over)"),
    ("rota", r"\brota gaps?\b|\bgaps? (?:in|on) (?:\w+ ){0,4}?rotas?\b|\bgaps in (?:\w+ ){0,2}?(?:medical|nursing|staffing)\b|"
             r"\b\w+ gaps (?:in|on) (?:medicine|surgery|the rota)"),
    ("relied|relying|relies|rely|relian|depend", r"\b(?:relied|relying|relies|rely|reliance|dependent|depends|depended|"
     r"dependence) (?:\w+ )?(?:on|upon) "
                   r"(?:\w+ ){0,4}?(?:agency|locums?|temporary|bank)\b"),
    ("only|just", rf"\b(?:only|just) {COUNT} (?:of|out of) (?:\w+ ){{0,4}}?(?:posts|consultants|nurses|doctors|midwives|middle)\b"),
    ("consultant|nurse|doctor|midwi|registrar|registered", r"\b(?:one|two|a single|three) (?:\w+ ){0,2}?(?:consultant|nurse|"
     r"doctor|midwife|registrar|registered "
     r"nurse)s? (?:\w+ ){0,3}?(?:of|for|looking after|on duty|in post)\b"),
    ("caseload", r"\bunsafe (?:staffing|caseloads)\b|\bcaseloads?\b[^.;\n]{0,30}?\b(?:unsafe|too high|high|of \d|averaged|from "
                 r"\d)"),
    ("spoke|speaking|whistle", r"\bstaff (?:who )?(?:\w+ ){0,3}?(?:spoke|speaking) up (?:\w+ ){0,3}?(?:ignored|punished|"
     r"detriment)\b|\bwhistleblow\w*\b[^.;\n]{0,40}\b(?:ignored|punished|sacked|dismissed|hunt|treated|detriment)\b"),
    ("post|shift|job|rota|establishment", rf"\b(?:{COUNT}|{PERCENT}|one in \w+|most|many) (?:of )?(?:\w+ ){{0,5}}?(?:posts?|"
     rf"shifts?|jobs|establishment)\b[^.;\n]{{0,40}}?\b(?:empty|"
     rf"vacant|unfilled|uncovered|unstaffed|open|frozen)\b"),
    ("fear|afraid|frighten|scared|intimidat|terrif|reluctan|anxious", r"\b(?:climate|atmosphere|regime|sense|"
     r"environment) of (?:\w+ )?(?:fear|bullying|intimidation|blame|mistrust|suspicion)\b|"
     rf"\b(?:{STAFF}|colleagues|employees|workers|juniors|trainees|people|whistleblowers|they|"
     rf"we)\b[^.;\n]{{0,40}}?\b(?:fear(?:ed|s|ful|ing)?|afraid|frightened|scared|terrified|reluctant|unwilling|too anxious)\b"
     r"(?: \w+){0,3}? (?:to (?:speak|report|raise|complain|challenge|voice|come forward|say)|of (?:\w+ ){0,2}?(?:reprisals?|"
     r"retaliation|retribution|speaking|reporting|raising|managers|the consequences)|reprisals?|"
     r"repercussions|speaking)\b"),
    ("stretch|thin|overwork|burn|exhaust|demorali|stressed|overwhelm|run ragged", rf"\b(?:{STAFF}|midwifery|nursing|teams?|"
     rf"employees|workforce|juniors)\b[^.;\n]{{0,40}}?\b(?:stretched|spread (?:too |so )?thin\w*|overworked|burn(?:t|ed)[ -]out|"
     r"exhausted|demorali[sz]ed|overwhelmed|run ragged|at breaking point|on their knees|under (?:intense|extreme|severe|"
     r"great) (?:pressure|strain))\b|\bburn-?out\b"),
    ("quit|left|leav|resign|walk|turnover|exodus|off sick|sick", rf"\b(?:{COUNT}|one in \w+|most|"
     rf"many) (?:of )?(?:\w+ ){{0,4}}?(?:{STAFF}|trainees|juniors)\b[^.;\n]{{0,30}}?\b(?:quit|left|leaving|resigned|"
     rf"walked out|off sick|off with stress|signed "
     rf"off|threatened to (?:leave|quit|resign))\b|\bexodus of\b|\bmass resignation\w*\b"),
    ("sick", r"\b(?:sickness(?: absence| rate)?|absence|absenteeism)\b[^.;\n]{0,40}?\b(?:rose|risen|climbed|up|reached|"
     r"stands?|stood|high|highest|hit|ran|running|above|peaked)\b"),
    ("racis|sexis|misogyn|homophob|discriminat|sexual", r"\b(?:racis[mt]|sexism|sexist|misogyn\w+|homophob\w+|"
     r"sexual(?:ly)? (?:harass\w+|misconduct|assault\w*)|discriminat(?:ion|ed|ory))\b[^.;\n]{0,60}?\b(?:staff|colleagues|"
     r"workplace|managers|employees|nurses|doctors|wards?|midwives|trainees|theatres?)\b|\b(?:staff|colleagues|employees|"
     r"nurses|doctors|midwives|trainees|surgeons|culture)\b[^.;\n]{0,60}?\b(?:racis[mt]|sexis[mt]|misogyn\w+|homophob\w+|sexual "
     r"harass\w+)\b"),
    ("trainee|gmc|hee|deanery|training", r"\b(?:trainees?|junior doctors|GMC|deanery|Health Education England|"
     r"HEE)\b[^.;\n]{0,50}?\b(?:withdrawn|removed|pulled out|enhanced monitoring|unsupported|unsupervised|"
     r"without supervision)\b|\benhanced "
     r"monitoring\b|\bstaff (?:\w+ ){0,2}?(?:with no|without|untrained|lacked|lacking) (?:\w+ ){0,2}?training\b"),
    ("culture", r"\b(?:critical|damning|independent|external) (?:\w+ ){0,2}?culture review\b|\bculture (?:in which|where|"
     r"that)\b[^.;\n]{0,40}?\b(?:fear|afraid|bull|silenc|ignor|blame|scared)\w*"),
    ("single-handed|one nurse|one midwife|one doctor|second|alone|lone", r"\b(?:los(?:es?|ing)|without) (?:its |a |"
     r"the )?(?:second|only|last|lone) (?:\w+ )?(?:midwife|nurse|doctor|consultant|registrar)\b|\b(?:single-handed|lone) "
     r"(?:nurse|midwife|doctor|consultant|paramedic)s?\b"),
    ("strike", rf"\b{COUNT} days of strike|\bstrikes? (?:action )?(?:by|over|have|has)\b"),
    ("short", rf"\b(?:nurses|midwives|doctors|staff|grades|consultants)\b[^.;\n]{{0,20}}?\bshort\b|\b{COUNT} (?:WTE "
     rf")?(?:nurses|midwives|doctors|consultants|staff) short\b"),
    ("resign", rf"\b{COUNT} (?:\w+ ){{0,2}}?(?:nurses|midwives|doctors|consultants|staff) (?:\w+ ){{0,2}}?resigned\b"),
    ("training", r"\b(?:not all staff|staff had not|few staff|only \d+[^.;\n]{0,20} staff)\b[^.;\n]{0,40}?\b(?:training|"
                 r"appraisal)"),
)
