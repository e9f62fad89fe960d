"""Services closed or suspended on grounds of safety or staffing."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

SERVICE = (r"(?:services?|units?|wards?|departments?|a&e|a & e|emergency department|ed|maternity|theatres?|beds?|births?|"
           r"deliver(?:y|ies)|surger(?:y|ies)|operations?|clinics?|centre|labour suite|obstetrics|"
           r"birth(?:ing)? (?:centre|unit)|mlu|midwife-led|neonatal|transplants?|admissions?|minor injur(?:y|ies)|"
           r"urgent care|lists?|procedures?|programme|home births?|inpatient|x-ray|scanner|pool|lab(?:oratory)?|referrals|"
           r"hospital)")
SHUT = (r"(?:clos(?:ed|es|ing|ure|ures|e)|shut(?:s|ting|down)?|suspend(?:ed|s|ing)?|suspension|halt(?:ed|s|ing)?|paus(?:ed|"
        r"es|ing|e)|divert(?:ed|s|ing)?|diversion|stopp(?:ed|ing)|stops?|withdr(?:ew|awn)|ceased?|"
        r"re-?open(?:ed|s|ing)?|resum(?:ed|es|ing|e)|restart(?:ed|s)?|out of use|moved|transferred)")
REASON = (r"(?:safe|safety|unsafe|staffing|staff shortages?|shortages?|short of|not enough|lack of|sickness|vacanc\w+|"
          r"consultants?|midwives|nurses|doctors|cover|concerns?|incidents?|infection|legionella|raac|ventilation|"
          r"deaths?|temporar(?:y|ily)|emergency|overnight|until further notice|births?|admissions|new patients|inspect\w+|"
          r"cqc|safely|recruit\w*|roof|leak|contamination)")
OTHER = (r"\b(?:meeting (?:was |is )?closed|closed session|closed (?:at|the meeting)|item closed|action closed|"
         r"closed actions?|road|bridge|car park|school|library|consultation (?:closed|closes)|gap|books? closed|case closed|"
         r"investigation|complaints?|risks? (?:closed|was closed)|shop|canteen|restaurant|pharmacy|closing date|care homes?|"
         r"gp (?:practice|surgery)|closed loop|closely|disclos\w+|elections?|standing orders)\b")

FAMILY = Family("services", anchor=(
    r"clos(?:ed|es|ing|ure|e)|shut|suspend|suspension|halt|paus|divert|diversion|stopp|re-?open|resum|restart|out of use|"
    r"withdr|on safety grounds|grounds of safety"),
    patterns=(
        Pattern("service_shut", "service_suspension",
                rf"\b{SERVICE}\b[^.;]{{0,60}}\b{SHUT}\b|\b{SHUT}\b[^.;]{{0,50}}\b{SERVICE}\b", needs=rf"\b{REASON}\b", unless=OTHER),
    ))
