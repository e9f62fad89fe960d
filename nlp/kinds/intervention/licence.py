"""The provider licence: breaches and investigations, undertakings, added conditions."""

from __future__ import annotations

from nlp.kinds.intervention.patterns import NATIONAL, Family, Pattern

REGULATED = (rf"\b(?:{NATIONAL}|licen[cs]e|section 106|s\.? ?106|enforcement|segment|cqc|rsp|recovery support|discharge|"
             r"certificate|breach)\b")
PLANNING = (r"\b(?:section|s\.?) ?106 (?:money|contributions?|funding|funds|agreements?|cash|monies)\b|\b(?:developers?|"
            r"housing|planning (?:permission|application|authority))\b|"
            r"\b(?:high court|county court|judge|injunction|merger control|competition and markets authority|cma|"
            r"small undertakings|defendant|claimant|bail|to the court|tribunal|may merge|auction\w*|data sharing)\b")
PUB = (r"\b(?:ofcom|ofwat|ofgem|rail regulator|fm in breach|broadcast\w*|radio|tissue)\b|\b(?:alcohol|premises|pub|bar|club|"
       r"gambling|television|tv|driving|drivers?|software|zoo|marriage|music|"
       r"sex(?:ual)? entertainment|human tissue|hta|taxi|copyright) licen[cs]|\blicen[cs]ing (?:committee|sub-committee|"
       r"act)\b")
LICENCE = r"(?:(?:provider|nhs|foundation trust|operating|trust|monitor|its|the|their|our) )*licen[cs]es?"

NO_CERTIFICATE = (r"\b(?:no|not|without|refused|declined|turned down|yet|until|awaits?|pending|next|will|applied|apply|applies|"
                  r"consider|fire|"
                  r"gas|electrical)\b[^.;]{0,40}\bcertificates?\b|\bcertificates?\b[^.;]{0,40}\b(?:not|refused|declined|"
                  r"turned down|"
                  r"yet|awaited|pending|applied|will)\b")
INVESTIGATION = r"(?:formal |regulatory |financial |informal )*investigations?"
NOT_OF_LICENCE = (r"\b(?:police|disciplinary|grievance|serious incident|patient safety|criminal|coroner|inquest|ombudsman|cqc|"
                  r"independent|external|maternity|deaths?|homicides?|fraud|hsib|hssib|ward|nurse|doctor|surgeon|complaints?)\b")
ITS_BREACHES = r"(?:its|their|the|these|those) (?:\w+ )?breach(?:es)?"
FAMILY = Family("licence", anchor=(
    r"undertak|promises|pledges|commitments|section 106|s\.? ?106|licen[cs]e|breach|authorisation|contraven|reasonable grounds|"
    r"investigat|"
    r"inquiry into whether|probe|section 111|s\.? ?111|"
    r"compliance certificate|certificates? of compliance|enforcement|condition|legally binding|agreements?\b|"
    r"discretionary requirement"),
    patterns=(
        Pattern("undertakings", "enforcement_undertakings",
                r"\b(?:enforcement |legally[ -]binding |formal |regulatory |financial |new |fresh |further |revised |"
                r"section 106 |s\.?106 )*undertakings\b",
                document=REGULATED, unless=PLANNING),
        Pattern("undertakings_of_trust", "enforcement_undertakings", r"\b(?:enforcement )?undertakings\b",
                needs=r"\b(?:gave|given|giv(?:es|ing)|under|accept\w*|agree\w*|sign\w*|discharg\w*|in force|released?|asked|"
                      r"sought|no|its|varied|lifted|owes?|remain\w*)\b",
                named=True, unless=PLANNING),
        Pattern("undertakings_heading", "enforcement_undertakings",
                r"\b(?:undertakings (?:summary|register|tracker|log|update)|(?:regional|enforcement) undertakings)\b"),
        Pattern("undertaking", "enforcement_undertakings",
                r"\b(?:enforcement|legally[ -]binding|section 106|s\.?106) undertaking\b", unless=PLANNING),
        Pattern("section_106", "enforcement_undertakings", r"\b(?:section|s\.?) ?106\b", document=REGULATED, unless=PLANNING),
        Pattern("legally_binding", "enforcement_undertakings",
                r"\blegally[ -]binding (?:action|agreement|promise|pledge|commitment)s?\b", needs=NATIONAL),
        Pattern("compliance_certificate", "enforcement_undertakings",
                r"\b(?:compliance certificates?|certificates? of compliance)\b", status="ended",
                document=REGULATED, unless=NO_CERTIFICATE),
        Pattern("certificate_to_trust", "enforcement_undertakings",
                r"\b(?:compliance certificates?|certificates? of compliance)\b", status="ended", named=True, unless=NO_CERTIFICATE,
                confidence=0.65),
        Pattern("undertakings_of_many", "enforcement_undertakings", r"\bundertakings\b", named=True,
                unless=PLANNING + r"|\bundertakings (?:to|of) (?:staff|patients|the court|one's)|\b(?:business|commercial|"
                                  r"small) undertakings",
                confidence=0.55),
        Pattern("one_undertaking", "enforcement_undertakings",
                r"\b(?:the|first|second|third|fourth|last|each|every|that|this|one|whose|its|which) undertaking\b",
                document=r"\b(?:section 106|undertakings|undertook|monitor|nhs ?e\b|nhs england|"
                         r"nhs improvement)\b", unless=PLANNING,
                confidence=0.6),
        Pattern("promises", "enforcement_undertakings",
                r"\b(?:formal |legal |written )?(?:promises|pledges|commitments) (?:made|given) (?:by|to)\b",
                document=r"\bmonitor\b|undertakings|section 106", confidence=0.55),
        Pattern("discretionary_requirement", "discretionary_requirement", r"\bdiscretionary requirements?\b"),
        Pattern("breach", "licence_breach",
                rf"\bbreach(?:es|ed|ing)?(?: since \d{{4}})?(?:,)?(?: of)? (?:(?:the )?(?:conditions?|terms|"
                rf"requirements) (?:of|in) |"
                rf"condition [a-z0-9()]+ of )?{LICENCE}\b", unless=PUB),
        Pattern("licence_breach", "licence_breach",
                r"\blicen[cs]e (?:conditions? )?(?:breach(?:es)?|contraventions?|investigations?)\b", unless=PUB),
        Pattern("licence_breached", "licence_breach",
                r"\blicen[cs]e\b[^.;]{0,40}\b(?:been|was|were|is|had) (?:also )?(?:breached|broken|contravened)|\b(?:broken|"
                r"broke|contravened|failed to comply with|failing to comply with)"
                r" (?:the )?(?:terms|conditions?)? ?(?:of )?(?:its|the|their) (?:provider )?licen[cs]e", unless=PUB),
        Pattern("condition_breach", "licence_breach",
                r"\bbreach(?:es|ed|ing)? (?:of )?(?:the )?(?:licen[cs]e )?conditions? (?:ft ?4|cos ?\d|nhs ?\d|g\d|p\d)|"
                r"\bsuspected (?:breach(?:es)?|contraventions?)\b"),
        Pattern("significant_breach", "licence_breach", r"\bin (?:significant )?breach\b", document=(
                    r"licen[cs]e|terms of (?:its )?authorisation|monitor"),
                unless=r"\bin breach of (?:the )?(?:regulations?|law|duty|contract|health and safety|human rights|data|"
                       r"its duty|standard|target|planning|rules|the working)|" + PUB),
        Pattern("breaches_to_mend", "licence_breach",
                r"\b(?:order(?:ed|s)|direct(?:ed|s)|requir(?:ed|es)|told|instruct(?:ed|s)|agreed|obliged)\b[^.;:]{0,50}?\bto "
                rf"(?:put (?P<k1>{ITS_BREACHES}) right|put right (?P<k2>{ITS_BREACHES})|"
                rf"(?:remedy|rectify|correct|mend|end|stop|address|resolve) (?P<k3>{ITS_BREACHES}))\b",
                document=r"licen[cs]e",
                unless=r"\b(?:cqc|care quality commission|inspectors?|regulations?|data|planning|contract|court|fire|"
                       r"health and safety)\b|" + PUB),
        Pattern("authorisation", "licence_breach",
                r"\b(?:breach(?:es|ed)? (?:of )?)(?:(?:its|the|their) )?(?:terms of )?(?:its |their )?authorisation\b"),
        Pattern("grounds_to_suspect", "licence_breach", r"\breasonable grounds (?:to suspect|for suspecting|to believe)\b",
                document=REGULATED, unless=(
                    r"\bpolice|officers|arrest|fraud\b")),
        Pattern("investigation_by", "licence_breach",
                rf"\b{NATIONAL}\b[^.;]{{0,70}}\b(?P<k1>investigat(?:ions?|ing|ed?)|probe)\b|\b(?P<k2>investigat(?:ions?|ing|"
                rf"ed?)|probe)\b[^.;]{{0,60}}\bby (?:the )?(?:\w+ )?{NATIONAL}\b",
                unless=r"\b(?:independent|external|maternity|police|homicides?|patient safety|serious incident|"
                       r"commission\w*|criminal|fraud|ombudsman|cqc|"
                       r"statutory|disciplinary|deaths?|whistleblow\w*|bullying|cyber)\b|" + PUB),
        Pattern("formal_investigation", "licence_breach", r"\b(?:formal|regulatory) investigations?\b|\bunder investigation\b",
                document=(
                    r"licen[cs]e|\bmonitor\b|undertakings"),
                unless=r"\b(?:police|disciplinary|independent investigation|grievance|serious incident|patient safety|"
                       r"criminal)\b"),
        Pattern("investigation_opened", "licence_breach",
                rf"\b(?:open(?:ed|s|ing)?|clos(?:ed|es|ing)|discontinu(?:ed|es|ing)|launch(?:ed|es|ing)?|beg[au]n|dropp(?:ed|ing)) "
                rf"(?:an? |its |our |the |their |that |this )?(?:\w+ )?(?P<k1>{INVESTIGATION})\b|"
                rf"\b(?P<k2>{INVESTIGATION}) (?:(?:which|that) )?(?:it|we|monitor|nhs improvement|nhs england)? ?(?:has |had |"
                rf"was )?"
                rf"(?:opened|begun|launched|discontinued)\b|\bopen (?P<k3>{INVESTIGATION})\b|"
                rf"\b(?P<k4>regulatory investigations?)\b|"
                rf"\b(?P<k5>investigation (?:of|into) that) continues\b",
                document=r"licen[cs]e|\bmonitor\b|undertakings|foundation trust regulator|"
                         r"\bnhs improvement\b", unless=NOT_OF_LICENCE,
                confidence=0.6),
        Pattern("found_in_breach", "licence_breach",
                r"\b(?:found|ruled|declared|judged|held)\b(?: \w+){0,6} (?P<k1>in breach)\b",
                document=NATIONAL, unless=NOT_OF_LICENCE + "|" + PUB + r"|\bno longer in breach|"
                                                                       r"\bin breach of (?!its licen[cs]e|the licen[cs]e|"
                                                                       r"its terms)",
                confidence=0.65),
        Pattern("licence_inquiry", "licence_breach",
                r"\b(?:investigat(?:ion|ions|e|ing)|inquiry|enquiry|probe|looking into)\b[^.]{0,60}\b(?:breach|licen[cs]e)",
                        unless=PUB),
        Pattern("added_condition", "licence_condition",
                r"\b(?:(?:an? |the |its )?(?:additional|extra|further|new|special|formal) )?(?:licen[cs]e conditions?|"
                r"conditions? (?:(?:of|on|to|in|into|placed on|imposed on|attached to|added to|put on|"
                r"relating to) )?(?:(?:the|its|their|your|our) )?(?:[\w']+ ){0,4}licen[cs]e)\b",
                needs=r"\b(?:additional|extra|further|impos\w+|add(?:ed|s|ing)|attach\w*|insert\w*|includ\w+|plac(?:e|es|ed|"
                      r"ing)|put|puts|remov\w+|lift\w*|section 111|s\.?111|new condition|special condition|"
                      r"condition (?:as )?to|vary|varied|withdrawn|never had)\b",
                unless=r"\bbreach(?:es|ed|ing)? (?:of )?(?:the )?(?:licen[cs]e conditions?|conditions? of)|" + PUB),
        Pattern("licence_with_condition", "licence_condition",
                r"\blicen[cs]e\b[^.;]{0,60}\b(?:additional|extra|further|new|a) condition\b|\b(?:additional|"
                r"extra) conditions? (?:was|were|has|have|had|is|may)\b", document="licen[cs]e", unless=PUB),
        Pattern("section_111", "licence_condition", r"\b(?:section|s\.?) ?111\b(?! service)", document=REGULATED, unless=(
                    r"\bnhs 111|calls?\b")),
        Pattern("icb_directions", "icb_direction", r"\b(?:section|s\.?) ?14z61\b"),
    ))
