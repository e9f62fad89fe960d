"""Reviews told by who carries them out: outside firms, experts, colleges, lawyers, auditors; and inquiries by their bare name."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import NATIONAL, Family, Pattern

FIRMS = (r"(?:deloitte|pwc|price ?waterhouse ?coopers|kpmg|ernst (?:&|and) young|grant thornton|mazars|bdo|rsm|niche|verita|"
         r"capsticks|"
         r"good governance institute|ggi|facere melius|carnall farrar|mckinsey|consequence uk|hascas|audere|baker tilly|"
         r"browne jacobson|hempsons|kennedys|mills (?:&|and) reeve|dac beachcroft|bevan brittan|weightmans|hill dickinson|"
         r"the king's fund|dr foster|attain|psc|parkhill|prederi|moorhouse|aqua|"
         r"national guardian(?:'s office)?|"
         r"emergency care (?:intensive support|improvement)[ a-z]{0,20}team|clinical senate)")
OUTSIDERS = (r"(?:(?:an? |the |two |three |some |senior |leading |former |retired |independent |external |outside |specialist |"
             r"national |law |"
             r"management |team of |group of |panel of |firm of |body of |international ){0,3}"
             r"(?:outside (?:\w+ )?(?:body|firm|team|consultan\w+|experts?|nurse|doctor|midwife|expert|investigators?|"
             r"reviewers?|company|organisation|agency|panel|surgeons?)|"
             r"external (?:\w+ )?(?:body|firm|team|consultan\w+|experts?|investigators?|reviewers?|company|organisation|agency|"
             r"panel|accountants?|auditors?|lawyers?)|"
             r"independent (?:\w+ )?(?:body|firm|team|consultan\w+|experts?|investigators?|reviewers?|company|organisation|"
             r"agency|panel|midwife|clinicians?)|"
             r"law firm|accountants|accountancy firm|consultancy|management consultants|barrister|qc|kc|judge|auditors|"
             r"peer reviewers?|college(?:'s team)?|royal college|another trust|neighbouring trust|surgeons from|midwives from|"
             r"clinicians from|doctors from|experts from|team from))")
DONE = (r"(?:reviewed|examined|investigated|looked (?:at|into|again at)|look(?:ing|s)? (?:at|into|again at)|examin(?:e|es|ing)|"
        r"investigat(?:e|es|ing)|"
        r"review(?:s|ing)?|went (?:through|over)|go(?:ing|es)? (?:through|over)|scrutinis(?:e|ed|es|ing)|assess(?:ed|es|ing)?|"
        r"audit(?:ed|ing)?|"
        r"find out|found out|carr(?:y|ied|ying) out|conduct(?:ed|ing)?|undertak(?:e|en|ing)|undertook|report(?:ed|s|ing)?|begin|"
        r"begins|began|begun|start(?:s|ed)?|called in|brought in|"
        r"commissioned|hired|asked|engaged|appointed|instructed|retained|invited)")
WORK = (r"(?:review|report|investigation|inquiry|enquiry|work|findings|audit|look-back|lookback|diagnostic|study|survey|"
        r"assessment|inspection)")
BY = (r"(?:carried out|conducted|led|chaired|written|undertaken|done|prepared|produced|compiled|finished|begun|commissioned|run|"
      r"headed|overseen)")
OTHER = (r"\b(?:options|inspection|inspectors will|turnaround adviser|for the record|feasibility|staff survey|patient survey|"
         r"annual (?:accounts|report|audit)|audit (?:opinion|letter|fee)|financial statements|external audit(?:or)?'?s? "
         r"(?:opinion|plan|fee|report)|"
         r"appointed (?:as )?(?:external )?auditors?|internal audit\w*|audit committee|consultants? (?:surgeon|physician|"
         r"psychiatrist|"
         r"obstetrician|anaesthetist|in|have|are|were|who)|job plans?|locum|recruit\w*|research|clinical trial|"
         r"business case|masterplan|architects?|estates strategy|full business)\b")
NOT_INQUIRY = (r"\b(?:police|select committee|committee's|fatal accident|planning|press|telephone|patient|general|internal|"
               r"members'|criminal|key lines of|lines? of|commons|leveson|railway|grenfell|bloody sunday|hutton|chilcot|"
               r"council's|covid|covid-19|infected blood|post office|"
               r"customer|media|coroner's) (?:inquir|enquir)|\binquir(?:y|ies) (?:desk|line|office|agents?|from|about)|\blines? "
               r"of (?:in|en)quir|\bon (?:in|en)quiry\b|\bcriminal\b|\bdetectives\b|\blicen[cs]e\b|\bformal enforcement|"
               r"\bhelp\w* (?:police )?with (?:their )?inquiries")

FAMILY = Family("reviewers", anchor=(
    r"deloitte|pwc|price ?waterhouse|kpmg|ernst |grant thornton|mazars|bdo\b|rsm\b|niche|verita|capsticks|good governance|ggi\b|"
    r"facere|"
    r"dame |sir |baroness |lord |allegations|carnall|mckinsey|hascas|clinical senate|browne jacobson|hempsons|mills |"
    r"outside|external|independent|law firm|accountan|consultan|barrister|qc\b|kc\b|judge|expert|professor|auditor|peer review|"
    r"college|"
    r"surgeons from|midwives from|clinicians from|doctors from|team from|another trust|inquir|enquir|special review|look-?back|"
    r"harm review|"
    r"case[ -]?note|mortality review|review|survey|investigation|commission"),
    patterns=(
        Pattern("firm_reviewed", "independent_review",
                rf"\b(?P<k1>{FIRMS}(?:'s)? (?:\w+ ){{0,3}}?{WORK})\b|\b(?P<k2>{WORK})\b[^.;]{{0,50}}\b(?:by|from) {FIRMS}\b|"
                rf"\b{FIRMS}\b[^.;]{{0,40}}\b(?P<k3>{DONE})\b|\b(?P<k4>commissioned|asked|hired|engaged|instructed|brought in|"
                rf"called in|appointed|invited) (?:\w+ )?{FIRMS}\b",
                unless=OTHER, confidence=0.6),
        Pattern("outsiders_looked", "independent_review",
                rf"\b{OUTSIDERS}\b(?! hospital)[^.;]{{0,70}}?\b(?P<k1>{DONE})\b",
                unless=rf"{OTHER}|\bnever events?\b", confidence=0.45,
                needs=r"\b(?:review\w*|report\w*|investigat\w*|look\w*|examin\w*|scrutin\w*|audit\w*|find out|inquir\w+|went "
                      r"(?:through|over)|go through|assess\w*)\b"),
        Pattern("outsiders_called_in", "independent_review",
                rf"\b(?P<k1>(?:call(?:ed|s|ing)? in|br(?:ought|ings?|inging) in|commission(?:ed|s|ing)?|ask(?:ed|s|ing)?|"
                rf"engag(?:ed|es|ing)|hir(?:ed|es|ing)|appoint(?:ed|s|ing)?|instruct(?:ed|s|ing)?|invit(?:ed|es|ing)|let|have|"
                rf"had|got))"
                rf" (?:in )?{OUTSIDERS}\b[^.;]{{0,60}}\b(?:to|look(?:ed)?|review\w*|report\w*|investigat\w*|examin\w*|"
                rf"assess\w*)\b",
                unless=OTHER, confidence=0.45),
        Pattern("looked_at_by_outsiders", "independent_review",
                rf"\b(?P<k1>looked (?:at|into)|reviewed|examined|investigated|assessed|scrutinised|gone through) by "
                rf"{OUTSIDERS}\b",
                unless=OTHER, confidence=0.5),
        Pattern("person_to_look", "independent_review",
                r"\b(?:dame|sir|baroness|lord|lady|professor|prof|judge|dr|kc|qc) (?:[\w'-]+ ){1,3}?(?:will|would|is to|was to|"
                r"to|has been|had been|who will) "
                r"(?:\w+ )?(?P<k1>look (?:at|into)|lead|chair|review|examine|investigate|inquire into|asked to (?:look|lead|"
                r"chair|review|examine|investigate))\b",
                needs=r"\b(?:review|inquiry|investigation|look (?:at|into)|allegations?|deaths|concerns|claims|"
                      r"failings)\b", unless=OTHER, confidence=0.5),
        Pattern("independent_audit", "independent_review",
                r"\b(?:independent|forensic|outside|external) (?:[\w-]+ ){0,2}?(?P<k1>audit|examination|scrutiny|look-?back|"
                r"fact-find\w*|diagnostic)\b(?! (?:committee|opinion|plan|fee|report|letter|of the (?:annual )?accounts))",
                unless=OTHER + r"|\baccounts\b", confidence=0.45),
        Pattern("national_investigation", "independent_review",
                r"\bnational (?:maternity|maternity and neonatal|neonatal) (?P<k1>investigat(?:ion|ors?)|inquiry|"
                r"review)\b", confidence=0.6),
        Pattern("by_outsiders", "independent_review",
                rf"\b(?P<k1>{WORK})\b[^.;]{{0,60}}\b(?:{BY} )?by {OUTSIDERS}\b", unless=OTHER, confidence=0.45),
        Pattern("outsiders_work", "independent_review", rf"\b(?P<k1>{OUTSIDERS}(?:'s?|s') (?:\w+ ){{0,2}}?{WORK})\b",
                unless=OTHER, confidence=0.45),
        Pattern("asked_to_look", "independent_review",
                r"\b(?P<k1>(?:commission(?:ed|s|ing)?|ask(?:ed|s|ing)?|appoint(?:ed|s|ing)?|invit(?:ed|es|ing)|engag(?:ed|es|"
                r"ing)))\b[^.;]{2,60}? to (?:look (?:at|into|again)|examine|review|investigate|inquire into|report on|find out|"
                r"scrutinise|carry out (?:an? )?(?:\w+ )?(?:review|investigation))\b",
                unless=OTHER + r"|\b(?:governance|capability|well-led|committee|sub-committee|internal|board asked|members "
                               r"asked|director (?:was|is) asked)\b", confidence=0.4),
        Pattern("inquiry", "independent_review",
                r"\b(?:(?:public|statutory|independent|national|separate|full|further|judge-led|non-statutory|second|maternity|"
                r"the|an|its|this|that|another|no|[a-z]+'s|[a-z]+'|and|her|his|of) )?(?P<k1>inquir(?:y|ies)|enquir(?:y|"
                r"ies))\b(?= ?(?:into|to look|by|led|chaired|that|which|has|had|is|was|will|would|report|starts?|began|begins|"
                r"heard|in(?:to)?\b|for|at|said|found|conclud\w*|[.,;:)]|$))",
                unless=NOT_INQUIRY, confidence=0.5),
        Pattern("hold_inquiry", "independent_review",
                r"\b(?:hold|holding|held|set up|setting up|establish\w*|order\w*|launch\w*|announc\w*|call\w*|grant\w*|widen\w*|"
                r"give|gave|promis\w*|considering|refus\w*|rejected) (?:\w+ ){0,5}?(?P<k1>inquir(?:y|ies)|enquir(?:y|ies))\b",
                unless=NOT_INQUIRY, confidence=0.5),
        Pattern("special_review", "independent_review",
                r"\b(?:special|rapid|mortality|case[- ]?note|look-?back|harm|clinical harm|thematic|urgent|safeguarding adults?|"
                r"(?:mental health )?homicide|desktop|root and branch|full|separate|second|third|first|further|joint|peer|"
                r"national|expert|patient safety|culture|cultural|bullying|clinical) (?:\w+ ){0,2}?(?P<k1>review|"
                r"investigation|look-?back)s?\b",
                needs=rf"{NATIONAL}|\b(?:cqc|commission\w*|icb|ccgs?|clinical commissioning|secretary of state|ministers?|"
                      rf"external|outside|independent|royal|led by|chaired|professor|dame|sir|published|college|asked|ordered|"
                      rf"launched|health authority|health secretary)\b",
                unless=OTHER + r"|\b(?:serious incident|internal|annual|monthly|quarterly|week(?:ly)?|peer review (?:group|"
                               r"programme)|"
                r"well-led|governance|capability|literature|pay|contract|post-project|budget|rapid quality|ward|medication|"
                r"formulary)\b", confidence=0.45),
        Pattern("invited", "independent_review",
                r"\binvited (?:service |clinical |external |individual ){0,3}(?:review|visit)s?\b|\b(?:rcs|rcog|rcpch|rcem|rcpsych|"
                r"rcp|rcm|rcr|rcoa) (?:\w+ ){0,3}?(?P<k1>review|report|visit|team|inspection)s?\b|"
                r"\b(?P<k2>review|report|visit)s?\b[^.;]{0,40}\b(?:rcs|rcog|rcpch|rcem|rcpsych|rcp|rcm|rcoa)\b"),
    ))
