"""What commissioners do under the NHS Standard Contract, and what auditors say under the Local Audit and Accountability Act."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import Family, Pattern

TRADE = (r"\b(?:tenders?|procurement|contract award|award notices?|contracts finder|suppliers?|contractors?|building|"
         r"construction|catering|cleaning|parking|"
         r"employment contracts?|eviction|lease|legionella)\b")
COMMISSIONERS = (r"\b(?:icbs?|integrated care board|commissioners?|ccgs?|clinical commissioning groups?|nhs england|"
                 r"standard contract)\b")

FAMILY = Family("contracts", anchor=(
    r"contract|performance notice|breach notice|exception report|activity query|remedial action|recovery action|"
    r"statutory recommend|"
    r"significant weakness|value for money|vfm|public interest report|section 24|schedule 7|auditor"),
    patterns=(
        Pattern("contract_performance_notice", "contract_notice",
                r"\b(?:contract(?:ual)? (?:performance|query|breach|termination)|commissioner performance|activity query|"
                r"information breach) "
                r"notices?\b|\bcontract(?:ual)? (?:query|breach)\b(?= (?:was|has|had|issued|raised|served))"),
        Pattern("contract_notice", "contract_notice",
                r"\b(?P<k1>(?:contract(?:ual)?|performance|breach) notices?)\b|\bnotices? (?:was |were |"
                r"has been )?(?:issued |served )?under (?:the |its |their )?"
                r"(?:nhs )?(?:standard )?contract\b",
                needs=COMMISSIONERS, unless=TRADE + r"|\b(?:improvement|warning|licen[cs]e|dismiss\w*|prohibition) "),
        Pattern("notice_on_contract", "contract_notice",
                r"\b(?P<k1>(?:gave|given|giving|serv(?:ed?|ing)|issued?) (?:[\w']+ )?(?:(?:six|twelve|three|12|6|"
                r"3) months'? )?notice)\b[^.;]{0,40}\b(?:on|to end|to terminate|under) "
                r"(?:the |its |their |a )?(?:\w+ ){0,3}contracts?\b", unless=TRADE, confidence=0.7),
        Pattern("remedial_action_plan", "contract_notice", r"\b(?:contractual )?remedial action plans?\b",
                needs=COMMISSIONERS, unless=TRADE, confidence=0.6),
        Pattern("statutory_recommendation", "auditor_recommendation",
                r"\bstatutory recommendations?\b|\b(?:written )?recommendations? under (?:section 24|schedule 7)\b",
                document=r"audit"),
        Pattern("public_interest_report", "auditor_recommendation", r"\breports? in the public interest\b|"
                        r"\bpublic interest reports?\b", document=r"audit"),
        Pattern("significant_weakness", "auditor_weakness",
                r"\bsignificant weakness(?:es)?\b(?=[^.;]{0,80}\b(?:arrangement|value for money|vfm|governance|"
                r"financial sustainability|economy|audit))|"
                r"\b(?:value for money|vfm|auditors?|"
                r"financial sustainability)\b[^.;]{0,110}\b(?P<k1>significant weakness(?:es)?)\b"),
        Pattern("qualified_conclusion", "auditor_weakness",
                r"\b(?:adverse|qualified|except for|modified) (?:value[ -]for[ -]money|vfm|use of resources) (?:conclusion|"
                r"opinion)s?\b|"
                r"\b(?:value[ -]for[ -]money|vfm) (?:conclusion|opinion) (?:was |is |has been |would be )?(?P<k1>qualified|"
                r"adverse|modified)\b"),
        Pattern("auditor_referred", "auditor_s30_referral",
                r"\bauditors?\b[^.;]{0,80}\b(?P<k1>referr(?:ed|al)|wrote|written|letter|"
                r"reported)\b[^.;]{0,50}\bsecretary of state\b|"
                r"\b(?P<k2>referr(?:ed|al)) to the secretary of state\b[^.;]{0,60}\bauditors?\b"),
    ))
