"""Services shut, paused, moved and reopened, told with other verbs than close and suspend."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern
from nlp.kinds.intervention.services import OTHER, PEOPLE, PLACE, REASON, SERVICE

HOURS = (r"(?:overnight|at night|by night|of a night|nights|at weekends|after dark|(?:between|from|at|after) "
         r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?|"
         r"midnight|six|seven|eight|nine|ten|eleven|twelve)\b)")
AWAY = (r"(?:moved|transferred|relocated|sent|redirected|re-routed|rerouted|switched|centralised|diverted|going|go|taken|flown|"
        r"taking place|take place)")
GONE = (r"(?:moved|transferred|relocated|centralised|consolidated|withdrawn|removed|taken away|stood down|mothballed|dispersed|"
        r"decanted|evacuated|"
        r"emptied|vacated|lost|ended|ceased|cease|shelved|called off|scaled back)")
SPECIALTY = (r"(?:maternity|obstetric\w*|births?|deliver(?:y|ies)|labour|intrapartum|paediatric\w*|children's|emergency|a ?& ?e|"
             r"stroke|trauma|"
             r"surgical|surgery|operations?|operating|theatres?|endoscopy|chemotherapy|cancer|cardiac|heart|vascular|spinal|"
             r"transplants?|"
             r"neonatal|critical care|intensive care|inpatients?|in-patient|overnight|urgent care|minor injur\w+|home births?|"
             r"crisis|"
             r"dialysis|urology|dermatology|gynaecolog\w+|orthopaedic\w*|ophthalm\w+|haematology|oncology|rehabilitation)")

FAMILY = Family("closures", anchor=(
    r"moved|transferr|relocat|redirect|centralis|consolidat|withdraw|stood down|mothball|decant|evacuat|emptied|vacated|dispers|"
    r"round the clock|around the clock|24[- ]hour|24/7|overnight|at night|by night|nights|"
    r"no (?:new |longer |a&e|accident|births?|maternity|emergency|further|more)|(?:taken|taking|admitting|for|to) nobody|cannot|"
    r"can't|unable to|wouldn't|won't|not (?:be )?(?:able|admit|tak|accept)|"
    r"shut|clos(?:ed|ing|es|ure)|open\b|re-?open|restart|re-start|resum|stop|halt|paus|suspen|called off|turned away|mothers|"
    r"women"),
    patterns=(
        Pattern("moved_away", "service_suspension",
                rf"\b{SPECIALTY}\b[^.;]{{0,70}}\b(?P<k1>(?:temporarily |urgently |since |all |been |being |be ){{0,3}}{AWAY}) "
                rf"(?:\w+ "
                rf"){{0,2}}?(?:to|from|at|in)\b",
                needs=r"\b(?:safe(?:ty|ly)?|unsafe|shortages?|short of|staffing|temporar\w+|not enough|lack of|for want of|"
                      r"grounds|inspect\w+|"
                      r"overnight|because|until further|emergency measure)\b",
                unless=OTHER + r"|\b(?:money|funding|patient was|she was|he was|woman was|man was|boy was|girl was|baby was|"
                               r"contract|trusts?'? merger)\b", confidence=0.6),
        Pattern("withdrawn", "service_suspension",
                rf"\b(?:services?|wards?|units?|beds|clinics?|lists|surgery|births|operations|admissions|departments?|"
                rf"theatres?)\b[^.;]{{0,40}}\b(?:was|were|is|are|been|being|be|having been) (?:\w+ly )?(?P<k1>{GONE})\b",
                needs=rf"\b{REASON}\b", unless=OTHER + r"|\b(?:notices?|conditions?|undertakings?|offer|"
                    r"ratings?)\b", confidence=0.6),
        Pattern("cannot_take", "service_suspension",
                rf"\b(?:cannot|can't|can not|could not|couldn't|unable to|not (?:be )?able to|no longer|isn't|aren't|is not|are "
                rf"not|wouldn't|won't|would not|will not|has stopped|have stopped|had stopped|stopped|stops|ceased to|not) "
                rf"(?:\w+ ){{0,4}}?(?:(?:admit|admitting|accept|accepting|take|taking|deliver|delivering|provide|providing|"
                rf"perform|performing|operat(?:e|ing)|offer|offering|treat|treating|see|seeing)) "
                rf"(?:\w+ ){{0,4}}?(?:{PEOPLE}|children|babies|intrapartum|inpatient|surgery|operations|home births|anyone|"
                rf"emergencies|emergency)\b",
                needs=rf"\b(?:{REASON}|ward|unit|department|ed|a&e)\b",
                unless=OTHER + r"|\bvisitors?\b|\bdid not|\bfailed to\b", confidence=0.6),
        Pattern("nobody_new", "service_suspension",
                r"\b(?:(?:taken|taking|takes?|took|admitt(?:ed|ing)|admits?|accept(?:ed|ing|s)?|caring for|open to|closed to) "
                r"(?:nobody|no one|no-one|none)|no (?:new|further|more) (?:admissions?|patients|referrals|inpatients|births))\b",
                unless=OTHER + r"|\bvisitors?\b"),
        Pattern("shut_by_night", "service_suspension",
                rf"\b(?P<k1>(?:clos(?:ed|es|ing|e|ure)|shut(?:s|ting)?(?: its doors)?|no longer open|not open|goes dark|closed "
                rf"its doors|closes its doors))\b[^.;]{{0,50}}?\b{HOURS}|"
                rf"\b{HOURS}[^.;]{{0,25}}\b(?P<k2>(?:clos(?:ed|es|ing|ure)|shut(?:s|ting)?))\b",
                needs=rf"\b(?:{PLACE}|a&e|emergency|maternity|ward|unit|hospital|doctors|nurses|midwives|it (?:has )?(?:shut|"
                      rf"closed?))\b",
                unless=OTHER + r"|\bcaf[eé]|\breception\b|\bentrance\b|\bphone|\bhelpline|\bclinic (?:opens|"
                               r"runs)", confidence=0.6),
        Pattern("no_service", "service_suspension",
                rf"\b(?P<k1>(?:no|without an?|without) (?:\w+ )?(?:{PLACE}|accident and emergency(?: department)?|births|"
                rf"maternity (?:unit|services?)|labour ward|emergency surgery|obstetric (?:unit|"
                rf"service)))\b[^.;]{{0,50}}\b(?:{HOURS}|since|until|because|for (?:want|lack))",
                unless=OTHER + r"|\bhas never had", confidence=0.6),
        Pattern("round_the_clock", "service_suspension",
                r"\b(?:last |no longer |not |n't |go back to |return(?:s|ed|ing)? to |back to |again )(?:\w+ "
                r"){0,3}?(?P<k1>open(?:ed|ing)?|24[- ]hours?(?: opening)?|24/7)(?: (?:round|around) the clock)?\b",
                needs=r"\b(?:round the clock|around the clock|24[- ]hour|24/7|overnight)\b", unless=OTHER, confidence=0.5),
        Pattern("place_shut", "service_suspension",
                rf"\b{PLACE}s?\b[^.;]{{0,80}}\b(?:was|were|is|are|been|being|be|remains?|remained|stays?|stayed|still|had|has|"
                rf"have|having) (?:\w+ ){{0,2}}?(?P<k1>closed|shut|mothballed|out of use|out of action|suspended|paused)\b",
                unless=OTHER + r"|\b(?:closed (?:loop|circuit|door)|refurbish\w*|planned|works\b|decorat\w*|to (?:the "
                               r")?(?:public|visitors)|visiting|merger)\b", confidence=0.5),
        Pattern("places_shut_for", "service_suspension",
                r"\b(?P<k1>(?:shut|closed|clos(?:ing|es|e)|suspend(?:ed|s|ing)?|paus(?:ed|es|ing)|halt(?:ed|s|ing)?|stopp?(?:ed|"
                r"s|ing)?))\b[^.;]{0,60}\b(?:because|owing to|due to|after|as|so that|for want of|for lack of|on grounds of|"
                r"over|amid) (?:\w+ ){0,5}?(?:nurses?|midwives|doctors?|staff\w*|consultants?|safe\w*|unsafe|shortages?|"
                r"concerns?|deaths?|sickness|registrars?|ana?esthetists?|paediatricians?|surgeons?|inspect\w+)\b",
                named=True, unless=OTHER + r"|\b(?:inquest|case|charges?|prosecution|undertaking|notice|review|report|pay|"
                                           r"contract|director|executive|chair|nurse|doctor|surgeon)s? (?:was|were|has|had|is|"
                                           r"been|suspended|closed|stopped)", confidence=0.5),
        Pattern("back_in_use", "service_suspension",
                r"\b(?P<k1>re-?open(?:ed|s)|restart(?:ed|s)|re-start(?:ed|s)|resum(?:ed|es)|open(?:ed)? again|open once more|"
                r"up and running again|back in(?:to)? (?:use|service)|taking (?:patients|them|women|admissions|children|"
                r"births) again|admitting again|(?:closure|suspension|diversion|pause|divert|arrangement) (?:has |was |had |is "
                r"|been ){0,3}(?:ended|lifted|over|stood down|come to an end))\b",
                needs=rf"\b(?:{SERVICE}|ward|wing|unit|suite|lists?|clinic|births|lodge|house|"
                      rf"centre)\b", unless=OTHER + r"|\b(?:investigation|inquiry|inquest|case|talks|"
                          r"merger)\b[^.;]{0,30}\bre-?open",
                status="ended", unsettled="current"),
        Pattern("stopped_work", "service_suspension",
                r"\b(?P<k1>stopp(?:ed|ing)|halt(?:ed|ing)|paus(?:ed|ing)|suspend(?:ed|ing)|ceas(?:ed|ing)) (?:all |the |its |"
                r"their |our |some |most |new |elective |planned ){1,4}"
                r"(?:[\w'-]+ ){0,2}?(?:lists?|operations|operating|surgery|births|deliveries|admissions|transplants|procedures|"
                r"clinics|referrals|home births)\b",
                unless=OTHER, confidence=0.5),
        Pattern("closure_off", "service_suspension",
                r"\b(?P<k1>closures?|suspension|shutdown|overnight closure|diversion)\b[^.;]{0,50}\b(?:called off|no longer|"
                r"averted|avoided|ruled out|not (?:now )?(?:go ahead|happen|proceed)|dropped|shelved|abandoned)\b|"
                r"\b(?:plans?|proposals?|threat|decision) to (?P<k2>close|shut|suspend|halt|stop|"
                r"divert)\b[^.;]{0,90}\b(?:dropped|shelved|"
                r"abandoned|scrapped|withdrawn|rejected|reversed|lifted|called off|averted)\b",
                unless=OTHER, status="negated", confidence=0.6),
    ))
