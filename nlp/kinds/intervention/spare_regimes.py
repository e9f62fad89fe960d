"""Regimes, support, administration and people put in, in rarer words: asked only where nothing else in the sentence says it."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import NATIONAL, Family, Pattern

OVERSIGHT = rf"(?:{NATIONAL}|cqc|care quality commission|segment|[sn]of ?\d|inadequate|licen[cs]e|deficit|trusts?\b|nhs|icb)"
SENT = (r"(?:sen(?:t|ds?|ding)|install(?:s|ed|ing)?|embed(?:s|ded|ding)?|parachut(?:es?|ed|ing)|second(?:s|ed|ing)|"
        r"dispatch(?:es|ed|"
        r"ing)?|despatch(?:es|ed|ing)?|draft(?:s|ed|ing)? in|put(?:s|ting)?|plac(?:es?|ed|ing)|impos(?:es?|ed|ing)|foist(?:s|ed)?|"
        r"nam(?:es?|ed|ing)|appoint(?:s|ed|ing)?|assign(?:s|ed|ing)?|deploy(?:s|ed|ing)?|brought|brings?|chosen|chose|picked|"
        r"attach(?:es|ed)?|nominat(?:es?|ed)|allocat(?:es?|ed)|lend(?:s|ing)?|lent|provid(?:es?|ed|ing)|suppl(?:y|ies|ied))")
HELPER = (r"(?:trouble-?shooters?|hit squads?|turn-?around (?:experts?|specialists?|chiefs?|consultants?|gurus?|leads?|"
          r"supremos?|executives?|managers?|partners?|offic(?:ers?|ials?))|improvement (?:experts?|specialists?|chiefs?|leads?|man|"
          r"woman|consultants?|partners?|managers?)|recovery (?:directors?|advis[eo]rs?|experts?)|financial recovery directors?|"
          r"board (?:advis[eo]rs?|observers?|mentors?)|(?:finance|financial|governance|operational|nursing|quality) "
          r"(?:experts?|specialists?|advis[eo]rs?)|"
          r"(?:experienced|seasoned|veteran|former|retired) (?:\w+ )?(?:chief executive|finance director|nurse director|leader|"
          r"manager|director)|(?:its|their) own (?:man|woman|person|official)|overseers?|minders?|"
          r"special advis[eo]rs?|executive mentors?)")
BUSINESS = r"\b(?:compan(?:y|ies)|ltd|plc|limited|supplier|contractor|football|club|retailer|airline|insolven\w+|carillion)\b"
DESK = (r"\b(?:office|ward|systems?|database|business|medical|hr|pensions?|network|site|team|clinic|rota|payroll|data|"
        r"apprentice|band \d) administrat|\badministrat(?:ion|or)s? (?:of|assistant|staff|errors?|team|support|costs?|fee|"
        r"manager|systems?|office)\b|\bmedic(?:ine|ation)s? administration|drug administration|\badministration(?:,| and) "
        r"(?:of|estates|management|finance)\b")

FAMILY = Family("spare_regimes", spare=True, anchor=(
    r"advis|expert|specialist|experienced|seasoned|veteran|former|retired|sm\b|fsm\b|measures\b|rsp\b|n?pip\b|recovery|mandat|"
    r"compulsory|obligatory|support|improvement programme|national|administrat|"
    r"tsas?\b|unsustainable|turn-?around|trouble|hit squad|improvement|overseer|minder|board (?:advis|observer|mentor)|special "
    r"advis|executive mentor|intensive"),
    patterns=(
        Pattern("sm_status", "special_measures", r"\bSM\b(?= (?:status|trusts?|regime|since|exit|programme|buddy|label|\())",
                cased=True, named=True, confidence=0.6),
        Pattern("measures_alone", "special_measures",
                r"\b(?:out of|into|in|left|leaves|leaving|exit(?:s|ed|ing)?|quits?) [\"']?(?P<k1>measures)\b(?= ?[.,;)\"]|$| (?:in|"
                r"on|after|at|for|by|since|this|last|as|again))", named=True,
                unless=r"\b(?:outcome|control|safety|security|process|performance|efficiency|quality|half|good|other|legal|cost) "
                       r"measures\b", confidence=0.55),
        Pattern("fsm_alone", "financial_special_measures", r"\bF(?:in)?SM\b", cased=True, document=OVERSIGHT,
                unless=r"\b(?:schools?|meals?|pupils?)\b", confidence=0.7),
        Pattern("rsp_alone", "recovery_support_programme", r"\bRSP\b(?! (?:rating|score|form|number))", cased=True,
                document=OVERSIGHT, unless=r"RSP:|\bRegistered\b|\brural\b|\bpreparedness\b", confidence=0.65),
        Pattern("recovery_programme", "recovery_support_programme",
                r"\b(?:(?:national|nhs england's|the region's|england's|regulator's) recovery (?:programme|scheme|regime)|"
                r"(?:in|into|on|on to|onto|off|out of|joined|joining|left|leaving|leaves|leave|exit(?:s|ed|ing)?|enter(?:s|ed|"
                r"ing)?|"
                r"under|through|from|subject to|part of|put on|placed on) (?:the|its|nhs england's) recovery (?:programme|"
                r"scheme|regime|support|team))\b",
                unless=r"\b(?:elective|covid|pandemic|financial|stroke|workforce|addiction|cardiac) (?:\w+ )?recovery\b|recovery "
                       r"(?:programme|scheme) for", document=OVERSIGHT, confidence=0.6),
        Pattern("intensive_help", "recovery_support_programme",
                r"\b(?:mandated|mandatory|compulsory|national|enhanced) (?:\w+ )?(?:intensive|intense) (?:help|support|assistance|"
                r"intervention|oversight)\b|\bmandated support of the intensive (?:sort|kind)\b|\bmandated,? intensive\b",
                unless=r"\b(?:care|therapy|support team|home|families)\b", confidence=0.55),
        Pattern("pip_alone", "provider_improvement_programme", r"\bN?PIP\b", cased=True,
                document=r"(?:provider improvement|segment|nof|oversight|league table|nhs england|nhse|trust)",
                unless=r"\b(?:benefits?|payments?|personal|claim\w*|dwp|implants?|breast|performance improvement|pressure|"
                       r"patient in pain)\b", confidence=0.55),
        Pattern("programme_for_worst", "provider_improvement_programme",
                r"\b(?:improvement (?:programme|regime|scheme)) (?:for|aimed at|meant for|reserved for) (?:\w+ ){0,4}(?:worst|most "
                r"challenged|struggling|failing|weakest|lowest)\b|\b(?:improvement programme) (?:run|led|set up|managed|"
                r"overseen) by nhs england\b|\b(?:segment|nof) (?:5|five)'s (?:programme|regime)\b",
                named=True, confidence=0.6),
        Pattern("mandatory_support", "mandated_support",
                r"\b(?:mandatory|compulsory|obligatory|enforced|imposed|mandated(?:,? \w+){0,2}),? (?:regional |targeted |"
                r"external |"
                r"formal |improvement )*(?:support|help|assistance|package|aid)\b|"
                r"\b(?:support|help|assistance)\b[^.;]{0,50}?\b(?P<k1>(?:is|was|has been|been|being|became|becomes|be|made|now) "
                r"(?:now )?(?:mandated|mandatory|compulsory|obligatory))\b|"
                r"\b(?P<k2>mandated to (?:receive|accept|take|have))\b[^.;]{0,30}\b(?:support|help)|"
                r"\b(?P<k3>support (?:that |which )?(?:it|they|the trust|we) (?:must|has to|have to|cannot refuse|is obliged to|is "
                r"required to)(?: (?:accept|take))?)\b|\bsupport (?P<k4>mandated)\b|"
                r"\b(?:must|required to|obliged to|ordered to|has to) (?P<k5>(?:take|accept|receive) (?:the )?(?:\w+ )?support)\b",
                document=OVERSIGHT, named=True,
                unless=r"\b(?:life support|support staff|peer support|mandatory training|bereavement|patients? support|income "
                       r"support|support workers?|intensive)\b", confidence=0.6),
        Pattern("support_cell", "mandated_support", r"(?:\| ?|: ?|- )(?P<k1>mandated)(?= ?(?:\||$|[;.,(]))",
                document=r"segment|[sn]of", confidence=0.55),
        Pattern("tsa_named", "special_administration", r"\bTSAs?(?:'s|s')?\b", cased=True, named=True,
                unless=r"\b(?:tenders?|transport|tourism|airport)\b", confidence=0.6),
        Pattern("administrator_named", "special_administration",
                r"\b(?:an?|the|its|special|joint|two|three|no|whose|court|government|nhs|of|by|under) (?P<k1>administrators?)\b"
                r"(?!'s office)", document=r"\b(?:trust|hospital)", named=True, unless=rf"{BUSINESS}|{DESK}", confidence=0.45),
        Pattern("administration_named", "special_administration",
                r"\b(?:question|prospect|threat|risk|talk|possibility|spectre|danger|months|years|days|weeks|in|into|under|out of|"
                r"towards|for|avoid\w*|escap\w+|of|facing|faces|exit\w*|enter\w*|use|using) (?:of "
                r")?(?P<k1>administration)\b(?! (?:of|"
                r"for|and|to|by|team|errors?|in the) )",
                document=r"\b(?:special administrat|unsustainable|insolven|bust|bankrupt|health secretary|ministers?|monitor|"
                         r"dissolv\w+|wound up|into administration|secretary of state)",
                named=True, unless=rf"{BUSINESS}|{DESK}", confidence=0.5),
        Pattern("unsustainable_regime", "special_administration",
                r"\bregimes? for (?:unsustainable|failing|failed|insolvent|bankrupt|bust) (?:\w+ )?(?:providers?|trusts?|"
                r"hospitals?)"
                r"\b|\bfailure regime\b|\badministration (?:order|regime|process)\b|\bunsustainable (?:nhs )?providers?\b",
                named=True, confidence=0.6),
        Pattern("helper_sent", "improvement_director",
                rf"\b{SENT}\b[^.;]{{0,60}}?\b(?P<k1>{HELPER})\b|\b(?P<k2>{HELPER})\b[^.;]{{0,40}}?\b{SENT}\b",
                needs=NATIONAL, unless=r"\b(?:maternity|legal|patients?) advis", confidence=0.55),
        Pattern("adviser_of_regulator", "improvement_director",
                rf"\b(?P<k1>advis[eo]rs?) (?:from|of|appointed by|put in by|supplied by|answering to|sent by) (?:the "
                rf")?{NATIONAL}\b|"
                rf"\b{NATIONAL}(?:'s|-appointed|-nominated|-imposed|-approved) (?P<k2>(?:\w+ )?advis[eo]rs?)\b", named=True,
                unless=r"\b(?:maternity|legal|patients?|ministerial) advis", confidence=0.55),
        Pattern("turnaround_named", "turnaround",
                r"\b(?:turn-?around)\b(?! (?:times?|directors?|advis\w+|experts?|specialists?|chiefs?|consultants?|of "
                r"(?:samples|beds|"
                r"ambulances?|results)))",
                needs=rf"\b(?:{NATIONAL}|region\w*|order\w+|impos\w+|formal\w*|mandat\w+|requir\w+|regulator-led|declared|into|"
                      rf"trust)\b",
                document=rf"{NATIONAL}|strategic health authority|region|impos\w+|trust", named=True,
                unless=r"\bturn-?around times?\b|\b(?:samples?|results?|patholog\w+|bed|theatre|ambulances?|vehicles?|"
                       r"handovers?|dramatic|remarkable|impressive|own) (?:\w+ )?turn-?arounds?\b|\b(?:voluntar\w+|of its own|"
                       r"for itself|consultancy)\b",
                confidence=0.5),
        Pattern("maternity_help", "maternity_support",
                r"\b(?:intensive|national|enhanced|mandated|nhs england's) (?:maternity|perinatal|midwifery) (?:safety |"
                r"improvement )?"
                r"(?:support|help|programme|team)\b|\bperinatal (?:safety )?(?:support|improvement) programme\b|\bMSSP\b",
                named=True, unless=r"\bmental health\b|\bmaternity support workers?\b", confidence=0.6),
    ))
