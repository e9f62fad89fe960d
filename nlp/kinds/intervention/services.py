"""Services closed or suspended on grounds of safety or staffing."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

SERVICE = (r"(?:services?|units?|wards?|departments?|a&e|a & e|emergency department|ed|maternity|theatres?|beds?|births?|"
           r"deliver(?:y|ies)|surger(?:y|ies)|operations?|clinics?|centre|labour suite|obstetrics|"
           r"birth(?:ing)? (?:centre|unit)|mlu|midwife-led|neonatal|transplants?|admissions?|minor injur(?:y|ies)|"
           r"urgent care|lists?|procedures?|screening programme|transplant programme|home births?|inpatient|x-ray|scanner|pool|"
           r"lab(?:oratory)?|referrals|"
           r"hospital)")
SHUT = (r"(?:clos(?:ed|es|ing|ure|ures|e)|shut(?:s|ting|down)?|suspend(?:ed|s|ing)?|suspension|halt(?:ed|s|ing)?|paus(?:ed|"
        r"es|ing|e)|"
        r"divert(?:ed|s|ing)?|diversion|stopp(?:ed|ing)|stops?|ceased?|out of use)")
REASON = (r"(?:safe|safety|unsafe|staffing|staff shortages?|shortages?|short of|not enough|lack of|sickness|vacanc\w+|"
          r"consultants?|midwives|nurses|doctors|cover|concerns?|incidents?|infection|legionella|raac|ventilation|"
          r"deaths?|temporar(?:y|ily)|emergency|overnight|until further notice|births?|admissions|new patients|inspect\w+|"
          r"cqc|safely|recruit\w*|roof|leak|contamination|outbreak|for want of|damaged|fire|flood|failed|failure|orders)")
OTHER = (r"\b(?:closed (?:the|its|that|this|an?|\w+) (?:case|file|investigation|inquiry|complaint|action)|"
    r"meeting (?:was |is )?closed|closed session|closed (?:at|the meeting)|item closed|action closed|"
         r"closed actions?|road|bridge|car park|school|library|consultation (?:closed|closes)|gap|books? closed|case closed|"
         r"investigation|complaints?|risks? (?:closed|was closed)|shop|canteen|restaurant|pharmacy|closing date|care homes?|"
         r"gp (?:practice|surgery)|closed loop|closely|disclos\w+|elections?|standing orders|visiting|registration|licen[cs]e|"
         r"not (?:an? |on |for )?safety|"
         r"refurbish\w*|repaint\w*|redecorat\w*|building works?)\b")

PLACE = (r"(?:a ?& ?e|emergency (?:department|unit)|\bed\b|urgent (?:care|treatment) centre|utc|minor injur(?:y|ies) unit|"
         r"unit|ward|department|centre|theatres?)")
NIGHT = (r"(?:overnight|at night|by night|nights?|at (?:\w+|\d+(?:[.:]\d\d)?) ?(?:pm|o'clock|each night)|from (?:\w+|"
         r"\d+(?:[.:]\d\d)?) ?(?:pm)? ?(?:in the evening)? ?(?:to|until|till) )")
PEOPLE = (r"(?:patients?|admissions?|women|children|births?|mothers|deliveries|ambulances|referrals|people|anyone|nobody|"
          r"transfers|cases|inpatients?)")

FAMILY = Family("services", anchor=(
    r"clos(?:ed|es|ing|ure|e)|shut|suspend|suspension|halt|paus|divert|diversion|stopp|stop\b|re-?open|open again|"
    r"opened its doors|resum|re-?start|out of use|"
    r"withdr|on safety grounds|grounds of safety|ceas|no new|nobody new|on divert|admit"),
    patterns=(
        Pattern("service_shut", "service_suspension",
                rf"\b{SERVICE}\b[^.;]{{0,100}}\b(?P<k1>{SHUT})\b|\b(?P<k2>{SHUT})\b[^.;]{{0,50}}\b{SERVICE}\b", needs=(
                    rf"\b{REASON}\b"), unless=OTHER),
        Pattern("site_shut", "service_suspension",
                r"\b(?:was|were|is|has been|have been|had been|be|remains?|stays?|has|have) (?:\w+ly )?(?P<k1>shut|"
                r"clos(?:ed|ing)|suspended)\b",
                needs=r"\b(?:on safety grounds|grounds of safety|cqc's orders|inspectors?|unsafe|safety|shortages?|"
                      r"not enough|nurses|staffing|to (?:new )?(?:admissions|patients|births|overnight))\b",
                named=True, unless=OTHER + r"|\b(?:notice|action|case|inquiry|vacanc|list|consultation|recommendation|"
                                           r"review|complaint|undertaking|condition|file|meeting|book|account)s?\b"),
        Pattern("takes_no_one", "service_suspension",
                rf"\b(?P<k1>stop(?:s|ped|ping)?|ceas(?:ed|es|ing)|paus(?:ed|ing)|halt(?:ed|ing)|suspend(?:ed|ing)) (?:to )?"
                rf"(?:(?:taking|admitting|accepting|take|admit|accept|treating) )(?:\w+ ){{0,3}}{PEOPLE}\b|"
                rf"\b(?P<k2>(?:tak(?:en?|ing|es)|took|admit(?:s|ted|ting)?|accept(?:s|ed|ing)?) (?:no|nobody|"
                rf"no one))(?: new)?(?: (?:\w+ )?{PEOPLE})?\b|"
                rf"\b(?P<k3>clos(?:ed|es|ing|ure)|shut)\b[^.;]{{0,20}} to (?:\w+ ){{0,2}}{PEOPLE}\b|"
                rf"\b(?P<k4>(?:not|no longer|can't|cannot|wouldn't|won't) (?:\w+ ){{0,2}}(?:admit|accept|take)(?: (?:any|"
                rf"new|more|\w+))?) {PEOPLE}\b",
                unless=OTHER + r"|\bvisitors?\b|\bclosed to (?:the )?(?:public|visitors)"),
        Pattern("shut_at_night", "service_suspension",
                rf"\b{PLACE}\b[^.;]{{0,60}}\b(?P<k1>clos(?:ed|es|ing|e)|shut(?:s|ting)?)\b[^.;]{{0,20}}\b{NIGHT}|"
                rf"\b(?P<k2>(?:overnight|night(?:-time)?) (?:closures?|shutdown))\b|"
                rf"\b(?P<k3>clos(?:ed|es|ing|e|ure)|shut(?:s|ting)?)\b[^.;]{{0,60}}\b{PLACE}\b[^.;]{{0,30}}\b{NIGHT}",
                        unless=OTHER),
        Pattern("reopened", "service_suspension",
                rf"\b(?:{SERVICE}|surgical|unit)\b[^.;]{{0,70}}\b(?P<k1>re-?opened|resumed|re-?started|"
                rf"open(?:ed)? (?:its doors )?again|"
                rf"back in(?:to)? (?:use|service))\b|\b(?P<k2>re-?opened|resumed|re-?started|resumption|"
                rf"re-?opening)\b[^.;]{{0,40}}\b{SERVICE}\b",
                unless=OTHER, status="ended", unsettled="current"),
        Pattern("births_moved", "service_suspension",
                r"\b(?:births|deliveries|maternity|obstetrics?|labour|inpatients?|emergency surgery|children's (?:services|"
                r"wards?))\b[^.;]{0,60}\b(?P<k1>(?:temporarily |urgently )?(?:moved|transferred|relocated|centralised))\b",
                needs=r"\b(?:safe\w*|unsafe|shortages?|staffing|temporar\w+|not enough|lack of)\b", unless=OTHER),
        Pattern("diverted", "service_suspension",
                r"\b(?P<k1>divert(?:ed|s|ing)|on divert|diversion of) (?:\w+ ){0,2}(?:women|ambulances|patients|births|"
                r"mothers|admissions)\b|\bon divert\b",
                unless=OTHER),
        Pattern("service_suspended", "service_suspension",
                rf"\b{SERVICE}\b[^.;]{{0,40}}\b(?P<k1>suspended|halted|paused)\b|"
                rf"\b(?P<k2>suspen(?:sion|d(?:ed|ing)?)|halt(?:ed|ing)?|paus(?:ed|ing)) (?:of )?(?:the |its |all |some |"
                rf"new |elective |most )*(?:\w+ ){{0,2}}{SERVICE}\b",
                unless=OTHER + r"|\bstaff (?:were|was|are|is) suspended|\b(?:nurse|doctor|consultant|director|surgeon|"
                               r"manager|clinician)s? (?:\w+ )?suspended|"
                r"suspended (?:on full pay|from (?:duty|work|the (?:list|register)))|visiting"),
    ))
