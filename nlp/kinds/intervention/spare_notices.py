"""Licences, undertakings and the CQC's notices and conditions in rarer words: asked where nothing else in the sentence says it."""

from __future__ import annotations

from nlp.kinds.intervention.licence import PLANNING, PUB
from nlp.kinds.intervention.patterns import NATIONAL, Family, Pattern

CQC = r"(?:cqc|care quality commission|commission(?!er)|inspectors?|inspectorate|health watchdog|care watchdog)"
OF_CQC = r"\b(?:cqc|care quality commission|inspect\w+|requires improvement|inadequate|section 31|s\.?31|29a)\b"
REGULATOR = r"(?:monitor|nhs improvement|nhsi|nhs england|nhse|tda|(?:sector |foundation trust |health |economic )?regulator)"
OTHER_PROBE = (r"\b(?:police|disciplinary|grievance|serious incident|patient safety|criminal|coroner\w*|inquest|ombudsman|cqc|"
               r"independent|external|maternity|deaths?|homicides?|fraud|hsib|hssib|nurse|doctor|surgeon|complaints?|public|"
               r"statutory|bullying|baby|babies|cyber|families|whistleblow\w*|royal college|hse|well-led)\b")
MOVED = (r"(?:impos\w+|plac(?:e|es|ed|ing)|put|puts|slapp\w+|attach\w*|appl(?:y|ied|ies|ication)|add(?:s|ed|ing)?|set|sets|"
         r"clamp\w*|"
         r"b[io]und|bind\w*|lift\w*|remov\w*|discharg\w+|revok\w+|relax\w*|eas(?:e|ed|es|ing)|dropp?\w*|withdr\w+|off|away|"
         r"struck|subject to|still|remain\w*|stay\w*|continu\w+|keep\w*|kept|in force|in place|live|outstanding|no|none|reduc\w+|"
         r"cut|new|agreed|vary|varied|requir\w+|met|complied|complies|under|given|gave|issued|closed|open|operat\w+|carr(?:y|ies))")
HEALTH = (r"\b(?:medical|health|long-term|working|employment|market|weather|living|skin|eye|heart|chronic|underlying|poor|good|"
          r"cramped|such|pre-existing|neurological|mental|winter|respiratory|winter|terms and|trading|ward|economic|conflict|"
          r"visiting|covid|travel|planning|site|licen[cs]e|parking|speed|traffic|air|age|dietary|growth) "
          r"(?:conditions?|restrictions?|curbs?|limits?)\b|\b(?:conditions?) (?:of (?:employment|service|grant|the (?:ward|"
          r"building|estate|loan|"
          r"funding|deal|contract))|such as|like|including|for (?:staff|patients|growth))\b|\blicen[cs]e conditions?\b")
FOREIGN = r"\b(?:care homes?|nursing homes?|gp (?:practice|surgery)|dental (?:practice|surgery)|section 136|detained)\b"
REGULATION = r"regulations? (?:9|1\d|20a?)\b(?![\d/])"

FAMILY = Family("spare_notices", spare=True, anchor=(
    r"undertak|binding|legal(?:ly)? (?:enforceable|force)|with (?:legal )?force|clause|stipulation|regulatory case|pledge|"
    r"promis|enforcement action|licen[cs]e|breach|violat|flout|foul of|broke|contraven|inquir|enquir|"
    r"investigat|prob(?:e|ing)|looking into|look into|no action|condition|requirement|section 111|s\.? ?111|discretionary|"
    r"29a|section 29|s\.? ?29|wn\b|notice|warn|section 31|s\.? ?31\b|urgent|emergency|restrict|curb|strings|limit|regulation|"
    r"compliance action|legal requirement|rn\b|complian"),
    patterns=(
        Pattern("undertaking_anywhere", "enforcement_undertakings",
                r"\b(?:undertakings|(?:remaining|last|final|one|only|single|first|second|whose|its) undertaking)\b(?! (?:a|an|"
                r"the|its|their|this|"
                r"as|of|work|surgery|research|visits|reviews|training|procedures) )",
                document=rf"\b(?:{NATIONAL}|special measures|licen[cs]e\w*|inadequate|segment|[sn]of|s106|oversight)\b",
                unless=PLANNING + r"|\b(?:is|are|was|were|be|been|of|by|in|when|while|for|started|from|to) undertaking\b|\bhuge "
                                  r"undertaking|funeral|\bmammoth",
                confidence=0.55),
        Pattern("binding_promise", "enforcement_undertakings",
                r"\b(?:legally[ -])?binding (?:\w+ )?(?:pledges?|promises?|agreements?|commitments?|documents?|undertakings?|"
                r"plans?|"
                r"terms|action plan|actions)\b|\b(?P<k1>(?:legally enforceable|enforceable) (?:\w+ )?(?:promises?|pledges?|"
                r"agreements?|"
                r"commitments?))\b|\b(?P<k2>(?:promises?|pledges?|commitments?|agreements?) with (?:the )?(?:legal force|force "
                r"of law|teeth))\b",
                needs=rf"\b{REGULATOR}\b", unless=PLANNING + r"|non-binding|not binding", confidence=0.6),
        Pattern("formal_enforcement", "enforcement_undertakings",
                rf"\b{REGULATOR}(?:'s)?\b[^.;]{{0,30}}\b(?P<k1>(?:formal )?enforcement action)\b|\b(?P<k2>(?:formal "
                rf")?enforcement action)\b"
                rf"[^.;]{{0,40}}\b(?:by|from) {REGULATOR}\b", document="licen[cs]e|monitor|undertak", unless=OF_CQC,
                confidence=0.45),
        Pattern("licence_broken", "licence_breach",
                r"\b(?P<k1>(?:breach|violat|contraven|flout)\w*|br(?:oke|oken|eak|eaks|eaking)|f[ae]ll(?:en|s|ing)? foul of|"
                r"fail\w* to "
                r"(?:comply|meet|adhere|keep)|not compl\w+|non-?complian\w+|not (?:met|meeting)|failure to comply)\b[^.;]{0,40}?"
                r"\blicen[cs]e|\blicen[cs]e\b[^.;]{0,50}?\b(?P<k2>(?:breach|violat|contraven|flout)\w*|broken|not (?:been )?(?:met|"
                r"complied))",
                document=rf"\b(?:{REGULATOR}|provider licen[cs]e|nhs|trust)\b",
                unless=PUB + r"|\b(?:software|driving|those|were the|undertakings as to|back to clean|set aside|footpath)\b",
                named=True,
                confidence=0.6),
        Pattern("accounts_in_breach", "licence_breach", r"\b(?:is|are|was|were|been|be|found|remain\w*|still|declared) (?:\w+ "
                                                        r"){0,2}"
                r"(?P<k1>in (?:\w+ )?breach)\b(?! of)", document=rf"\b{REGULATOR}\b",
                unless=r"\bregulations?\b|\bstandard\b|\bdata\b|\bhours?\b", named=True, confidence=0.5),
        Pattern("regulator_probe", "licence_breach",
                rf"\b{REGULATOR} (?:is |has |had |was |will |to |also |now |this week |yesterday |today |formally |be |been |would "
                rf"|may ){{0,4}}(?P<k1>(?:prob(?:es?|ed|ing)|investigat(?:es?|ed|ing)|look(?:s|ed|ing)? into|inquir(?:es?|ed|"
                rf"ing) into|"
                rf"scrutinis\w+|(?:open(?:s|ed|ing)?|clos(?:es?|ed|ing)|end(?:s|ed|ing)?|launch(?:es|ed|ing)?|drop(?:s|ped|ping)?|"
                rf"start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|halt(?:s|ed)?|conclud(?:es?|ed)|shelv(?:es?|ed)|reopen(?:s|ed)?) "
                rf"(?:an?|its|the|his|her|"
                rf"that|this|their)? ?(?:\w+ ){{0,2}}?(?:inquir(?:y|ies)|enquir(?:y|ies)|investigations?|probe|(?:regulatory "
                rf")?case)))\b|"
                rf"\b{REGULATOR}'s (?:\w+ )?(?P<k2>inquiry|enquiry|probe|investigation)\b|"
                rf"\b(?P<k3>(?:inquiry|enquiry|probe|investigation)) by (?:the )?{REGULATOR}\b",
                named=True, unless=OTHER_PROBE, confidence=0.55),
        Pattern("regulator_no_action", "licence_breach",
                rf"\b{REGULATOR}\b[^.;]{{0,90}}?\b(?P<k1>(?:t(?:ake|akes|ook|aken|aking)) no (?:further |formal |regulatory "
                rf")?action)\b",
                named=True, document="investigat|inquiry|licen[cs]e", status="negated", unless=OF_CQC, confidence=0.45),
        Pattern("licence_carries", "licence_condition",
                r"\blicen[cs]e\b[^.;]{0,70}?\b(?P<k1>conditions?|requirements?|obligations?)\b|\b(?P<k2>(?:[\w.-]+ "
                r")?(?:conditions?|"
                r"requirements?|obligations?))\b[^.;]{0,90}?\blicen[cs]e\b",
                named=True, unless=PUB + r"|\b(?:breach\w*|complian\w+|comply|complies|fail\w*|certif\w+|registration|"
                                         r"self-cert\w+|fit and "
                                         r"proper)\b", confidence=0.55),
        Pattern("extra_condition", "licence_condition",
                r"\b(?:additional|extra|further|discretionary|special|new|governance|leadership|s\.? ?111|section 111) (?:\w+ "
                r")?conditions?\b",
                needs=rf"\b(?:{REGULATOR}|licen[cs]e|111)\b", named=True, unless=rf"{CQC}|registration|{PUB}|breach",
                confidence=0.6),
        Pattern("section_111_named", "licence_condition", r"\b(?:section|s\.?) ?111\b(?! service)", named=True,
                unless=r"\bnhs 111|calls?\b", confidence=0.7),
        Pattern("regulation_29a_named", "warning_notice", r"\b(?:29 ?a|section 29|s\.? ?29)\b(?! (?:january|february|march|"
                                                          r"april|may|"
                r"june|july|august|september|october|november|december|beds|patients|of|per|cent))(?!\.\d)", named=True,
                unless=FOREIGN + r"|mental health act|\bward 29", document=OF_CQC + r"|regulat|notice|surgery|enforcement",
                confidence=0.55),
        Pattern("wn", "warning_notice", r"\bWNs?\b(?! postcode)", cased=True, document=OF_CQC, confidence=0.55),
        Pattern("put_on_notice", "warning_notice",
                r"\b(?:put|puts|putting|placed|placing) (?:[\w'&,-]+ ){1,9}?(?P<k1>on (?:formal )?notice)\b",
                needs=rf"\b{CQC}\b",
                confidence=0.5),
        Pattern("formally_warned", "warning_notice",
                rf"\b{CQC} (?:has |have |had |also |then |later ){{0,3}}(?P<k1>(?:formally |officially )warn(?:ed|s)|(?:issu|"
                rf"serv|sent|send|"
                rf"gave|given)\w* (?:an? )?(?:\w+ )?warnings?)\b|\b(?P<k2>(?:official|legal|formal|written|statutory) "
                rf"warnings?)\b[^.;]{{0,60}}"
                rf"\b{CQC}\b|\b{CQC}\b[^.;]{{0,40}}\b(?P<k3>(?:an? )(?:official|legal|formal|written|statutory) warnings?)\b|"
                rf"\b(?:was|were|been) (?P<k4>(?:formally|officially) warned)\b[^.;]{{0,60}}\b{CQC}|\b(?P<k5>warning letters?)\b",
                document=OF_CQC, unless=FOREIGN, confidence=0.55),
        Pattern("notice_of_improvement", "warning_notice",
                r"\bnotices? (?:requiring|demanding|ordering|calling for|about|over|that requires?) (?:\w+ )?(?:significant|urgent|"
                r"immediate|rapid|swift)? ?improvements?\b|\b(?:significant|urgent) improvement notices?\b|"
                r"\b(?:cqc|care quality commission|commission|inspectors?|watchdog)'s? (?:\w+ )?(?P<k1>notices?)\b|"
                r"\b(?:enforcement|statutory|legal|formal|improvement) (?P<k2>notices?)\b",
                document=OF_CQC, unless=FOREIGN + r"|\b(?:requirement|penalty|fixed|fire|hse|health and safety|planning|tender|"
                                                  r"redundancy|contract|proposal|decision|compliance|registration)\b",
                                                  confidence=0.5),
        Pattern("s31_named", "urgent_conditions", r"\b(?:section|s\.?) ?31\b(?! (?:march|december|october|august|july|may|"
                                                  r"january))(?: (?:\w+ )?"
                r"(?:notices?|conditions?))?", named=True, unless=FOREIGN, confidence=0.7),
        Pattern("emergency_powers", "urgent_conditions",
                r"\b(?:us(?:es?|ed|ing)|invok\w+|exercis\w+|resort\w*|deploy\w*|tak\w+|took|with|under|turned to) (?:\w+ "
                r")?(?P<k1>(?:emergency|urgent|"
                r"immediate) (?:enforcement |legal )?(?:powers?|action))\b", needs=rf"\b{CQC}\b", unless=FOREIGN, confidence=0.55),
        Pattern("conditions_moved", "urgent_conditions",
                rf"\b(?P<k1>conditions?|restrictions?|curbs?|strings|sanctions?|limits|limitations?)\b[^.;]{{0,60}}?\b{MOVED}\b|"
                rf"\b{MOVED}\b[^.;]{{0,50}}?\b"
                rf"(?P<k2>conditions?|restrictions?|curbs?|strings|limits|limitations?)\b",
                document=OF_CQC, named=True, unless=f"{HEALTH}|{FOREIGN}|{PUB}|" + r"\b(?:undertakings?|contract|funding|loan|"
                                                            r"planning|merger|licen[cs]e|"
                                                      r"approval|bail|"
                                                      r"business case|patients? with|diagnos\w+)\b", confidence=0.45),
        Pattern("curbed_by_cqc", "urgent_conditions",
                rf"\b{CQC} (?:has |have |had |also |then ){{0,3}}(?P<k1>curb(?:s|bed|ing)?|curtail(?:s|ed)?|restrict(?:s|ed|"
                rf"ing)?|limit(?:s|ed|ing)?|"
                rf"cap(?:s|ped)|t(?:ie[ds]|ying) (?:the )?hands)\b|\bsubject to (?:\w+ )?(?P<k2>conditions?)\b",
                document=OF_CQC + "|registration",
                unless=HEALTH + "|" + FOREIGN + r"|\b(?:approval|contract|planning|funding|licen[cs]e)\b", confidence=0.5),
        Pattern("regulation_unmet", "requirement_notice",
                rf"\b(?P<k1>{REGULATION})[^.;]{{0,60}}?\b(?:notices?|not met|unmet|breach\w*|met in full|closed|action|"
                rf"requirements?|non-?complian\w+|"
                rf"fail\w*|must|plan)\b|\b(?:fail\w*|not meet\w*|breach\w*|non-?complian\w+|not complian\w+|must|plan|report|"
                rf"notices?|requirements?|"
                rf"complian\w+ actions?|rns?|meet|comply)\b[^.;]{{0,70}}?\b(?P<k2>{REGULATION})",
                document=OF_CQC, unless=FOREIGN + r"|\b(?:warning notice|29a|regulation 28|prosecut\w+|guilty|fined|convict\w+|"
                                                  r"fit and proper|"
                                                  r"section 31|charge[ds]?|penalt\w+|magistrates|court)\b", confidence=0.5),
        Pattern("legal_requirements", "requirement_notice",
                r"\b(?:set|sets|issued?|gave|given|served|made|imposed?|told of|left with|lists?|listed|identified|found|with) "
                r"(?:[\w'-]+ ){0,5}?"
                r"(?P<k1>(?:legal|regulatory|improvement|compliance|statutory) (?:requirements|requirement notices?|notices|"
                r"breaches|actions?))\b|"
                r"\b(?P<k2>compliance actions?)\b|\b(?P<k3>(?:regulatory) notices?)\b",
                needs=rf"\b{CQC}\b|\binspect\w+|\bregulation", document=OF_CQC, unless=FOREIGN + r"|\b(?:warning|licen[cs]e|"
                                                            r"fire|urgent)\b",
                confidence=0.5),
    ))
