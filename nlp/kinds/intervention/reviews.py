"""Reviews, inquiries and investigations that others than the organisation's managers carry out."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import NATIONAL, Family, Pattern

REVIEW = r"(?:review|inquiry|enquiry|investigation|inquest panel|report)"
REVIEWS = rf"(?:{REVIEW}s?|inquiries)"
ORDERED = (r"\b(?:order(?:ed|s)|commission(?:ed|s)|requir(?:ed|es|ing)|direct(?:ed|s)|request(?:ed|s)|ask(?:ed|s)|insist\w*|"
           r"demand(?:ed|s)|told|instruct\w+|instigated|mandated|carried out|conducted|undertak\w+|by)\b")
CHAIRS = r"(?:ockenden|kirkup|francis|keogh|mazars|lampard|thirlwall|amos|lucy letby|fielding|niche|verita)"
ROYAL = r"royal college(?: of (?:[a-z]+(?: and [a-z]+)?(?:,? [a-z]+ and [a-z]+)?))?(?:'s)?"

BY_NATIONAL = (rf"{NATIONAL}|national (?:intensive )?(?:support )?team|on (?:our|its) (?:instructions?|orders|behalf|insistence)|"
               r"\b(?:directs|requires|orders|instructs) that|\bundertakings|\bwe (?:have |had )?(?:ordered|required|asked for|"
               r"commissioned|directed|instructed)")
FAMILY = Family("reviews", anchor=(
    r"review|inquir|enquir|investigation|independent|external|outside|public inquiry|statutory|royal college|ockenden|"
    r"kirkup|francis|keogh|mazars|lampard|thirlwall|"
    r"verita|niche|capability|governance|well-led|deep[ -]dive|diagnostic|audit|board effectiveness|rapid|section 30\b|"
    r"s\.? ?30\b"),
    patterns=(
        Pattern("independent_review", "independent_review",
                rf"\b(?:independent(?:ly[ -](?:led|chaired))?|external|outside|statutory|public|judge-led|"
                rf"non-statutory)(?: (?:\w+[ -]?\w*)){{0,3}}? {REVIEWS}\b",
                unless=r"\b(?:independent (?:living|sector|reconfiguration|assurance report|auditor'?s? report|pay review)|"
                       r"public (?:consultation|health report)|external audit(?:or)?'?s? (?:annual )?report|annual report)\b"),
        Pattern("public_inquiry", "independent_review",
                r"\b(?:public|statutory|independent|judge-led) (?:\w+ )?(?:inquir(?:y|ies)|enquir(?:y|ies))\b"),
        Pattern("royal_college", "independent_review",
                rf"\b{ROYAL}\b[^.;]{{0,60}}\b(?:{REVIEWS}|visit|inspect\w*|look|examine)\b|"
                rf"\b{REVIEW}\b[^.;]{{0,60}}\b{ROYAL}\b|\binvited (?:service )?reviews?\b|\brc(?:s|og|p|r|"
                rf"pch)(?:'s)? (?:invited )?(?:service )?review\b"),
        Pattern("named_review", "independent_review",
                rf"\b(?:the )?{CHAIRS}(?:'s)? (?:\w+ )?(?:{REVIEWS})\b|\b{REVIEW}s?\b[^.;]{{0,40}}\b(?:led|chaired|"
                rf"conducted|written|carried out) by (?:[a-z]+ ){{0,4}}{CHAIRS}\b"),
        Pattern("leads_review", "independent_review",
                rf"\b{CHAIRS} (?:is leading|leads|will lead|is to lead|is chairing|chairs|will chair|is to chair)\b"
                rf"[^.;]{{0,50}}\b{REVIEW}\b"),
        Pattern("review_led_by", "independent_review",
                rf"\b(?:{REVIEW})\b[^.;]{{0,80}}\b(?:led|chaired|headed|conducted|written|carried out|run) by (?:an? |the |"
                rf"dame |sir |dr |professor |prof |lord |baroness |former |retired |[a-z]+ [a-z]+ (?:qc|kc))",
                unless=r"\b(?:cqc|care quality commission|inspect|our own|internal|police|serious incident|consultation)\b"),
        Pattern("commissioned_review", "independent_review",
                rf"\b(?:commission(?:ed|s|ing)?|set up|sets up|announced|establish\w*|ordered|launch(?:ed|es)|"
                rf"instigated)\b[^.;]{{0,60}}\b(?P<k1>{REVIEW}|inquiry)\b|\b(?P<k2>{REVIEW})\b[^.;]{{0,40}}\bcommissioned by\b",
                unless=r"\b(?:cqc|care quality commission|inspection report|annual report|internal|service review|"
                       r"commissioning|police|business case|options)\b|" + rf"\b(?:capability|governance|well-led|"
                                                                           rf"leadership|board) (?:\w+ )?{REVIEW}",
                                                                           confidence=0.6),
        Pattern("mortality_review", "independent_review",
                r"\b(?:keogh (?:mortality )?review|review of (?:mortality|death) rates|keogh fourteen|keogh trusts?|"
                r"thematic review)\b"),
        Pattern("capability_review", "deep_dive_review",
                r"\b(?:(?:rapid|leadership|external|independent|board|trust|developmental|and|capability|governance|"
                r"provider) )*(?:capability|governance|board governance|well-led|well led|leadership|board effectiveness|"
                r"leadership and governance)(?: \w+)? ?[\"']?(?: and (?:governance|capability|leadership))? (?:reviews?|"
                r"assessments?|diagnostics?|deep[ -]dives?)\b",
                needs=BY_NATIONAL,
                unless=r"\b(?:clinical governance review meeting|information governance|annual governance)\b|\b(?:cqc|"
                       r"care quality commission|inspectors?)(?:'s)? (?:\w+ )?well[ -]led (?:review|assessment|inspection)"),
        Pattern("review_of_governance", "deep_dive_review",
                rf"\b(?:{REVIEW}|diagnostic|assessment|deep[ -]dive|look)\b[^.;]{{0,30}}\b(?:of|into|at) (?:(?:its|the|"
                rf"their|trust's|board's|how|your) )*(?:\w+ )?(?:governance|leadership|capability|board)\b",
                needs=BY_NATIONAL, unless=r"\b(?:cqc|care quality commission|inspectors?|clinical governance|"
                                          r"information governance)\b"),
        Pattern("capability_assessment", "deep_dive_review", r"\b(?:provider |board )?capability (?:assessment|review)s?\b",
                document=r"\b(?:nhs england|nhse|segment|oversight|monitor|tda|nhs improvement)\b",
                unless=r"\bself[ -]?assess|\b(?:cqc|care quality commission|digital|staff|workforce|analytical|"
                       r"improvement) capability|"
                       r"\bour own\b", confidence=0.6),
        Pattern("deep_dive", "deep_dive_review", r"\bdeep[ -]dive(?: review)?\b", needs=NATIONAL),
        Pattern("own_governance_review", "independent_review",
                r"\b(?:external|independent|developmental|outside) (?:\w+ )?(?:capability|governance|well-led|leadership|"
                r"board effectiveness)(?: \w+)? reviews?\b",
                unless=NATIONAL),
        Pattern("referral_section_30", "auditor_s30_referral",
                r"\b(?:section|s\.?) ?30 (?:referral|letter|report|notice)s?\b|\bunder (?:section|s\.?) ?30\b", document=(
                    r"audit")),
        Pattern("rapid_quality_review", "rapid_quality_review",
                r"\brapid quality review(?: meeting)?s?\b|\bquality improvement group\b|\b(?:enhanced|"
                r"intensive) (?:quality )?surveillance\b"),
    ))
