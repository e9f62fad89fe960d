"""Courts, coroners and reviews in rarer words: asked only where nothing else in the sentence says it."""

from __future__ import annotations

from collections.abc import Iterable

from nlp.kinds.intervention.patterns import NATIONAL, Family, Page, Pattern, compiled
from nlp.kinds.intervention.prosecution import AMOUNT, COSTS, NOT_COURT, pounds
from nlp.sheet import Sentence, Trigger

COURT = (r"(?:courts?|judges?|magistrates?|prosecut\w+|guilty|hse|health and safety executive|cqc|care quality commission|"
        r"sentenc\w+|convict\w+|crown)")
ORDERED = (r"(?:order(?:s|ed)?|commission(?:s|ed)?|requir(?:es?|ed)|direct(?:s|ed)?|ask(?:s|ed)?(?: for)?|insist(?:s|ed)? on|"
           r"demand(?:s|ed)|"
           r"told|instruct(?:s|ed)?|mandat(?:es?|ed)|launch(?:es|ed)?|announc(?:es?|ed)|impos(?:es?|ed)|begun|began|start(?:s|ed)|"
           r"sen(?:t|ds?)|sending|hold(?:s|ing)?|held|carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|set up|need(?:s|ed)|"
           r"wants?|wanted|"
           r"brought in|called in|call(?:s|ed) for|undertak\w+|undergo\w*)")
LOOK = (r"(?:reviews?|deep[ -]dives?|examin(?:e|es|ed|ing|ation)|assess(?:es|ed|ing|ments?)?|test(?:s|ed|ing)?|diagnos(?:e|es|"
        r"ed|is|tics?|ing)|"
        r"scrutin(?:y|ise[ds]?|ising)|look(?:s|ed|ing)? (?:at|into)|look|health[ -]check|audit|appraisal|evaluation|inspection|"
        r"stock-?take|x-ray|exercise|investigation)")
BOARD = (r"(?:governance|governed|capab(?:le|ility|ilities)|leadership|well[ -]led|board(?:'s)?|grip|executive team|top team|"
         r"how (?:it|the trust) is "
         r"(?:run|led|governed|managed)|(?:is|are) (?:run|led|governed|managed))")
OWN = (r"\b(?:annual|clinical|information|research|our own|internal|self|peer group|digital|ward|clinical governance|data|"
       r"quarterly|monthly|"
       r"cqc|care quality commission|inspectors?|board assurance|terms of reference|papers?|minutes|committee'?s? review|pay|"
       r"appraisals?)\b")
CORONER = r"(?:(?:the |a |an |hm |area |senior |assistant |her majesty's |his majesty's |county )*coroner(?:'s)?)"
PLAIN_REVIEWS = (r"(?:panel|inquiry|enquiry|probe|investigation team|investigators?|reviewers?|review team|look-?back(?: "
                 r"exercise)?|recall|"
                 r"fact-finding (?:team|exercise|mission)|commission of inquiry|task ?force)")
UNLIKE = (r"\b(?:police|daily|every day|each day|"
          r"internal|annual|cqc|care quality commission|monitor|nhs improvement|licen[cs]e|inquests?|disciplinary|"
          r"grievance|"
          r"select committee|scrutiny (?:panel|committee)|public accounts|interview panel|business case|planning|patient panel|"
          r"budget|"
          r"patients' panel|hsib|hssib|ombudsman|covid|enquiry desk|serious incident|criminal|corporate manslaughter|product "
          r"recall|"
          r"lines? of enquiry|key lines|photo\w*|winning|award|judging|school|council'?s|appeal panel|competition|options|pay "
          r"review|market|merger)\b")


SUMS = compiled(
    r"\b(?:hand(?:ed|s|ing)? over|stump(?:ed|s)? up|cough(?:ed|s)? up|must find|has to find|to find|punish(?:ed|ment|es)?|bill|"
    r"penalis(?:ed|es)|"
    r"sanction(?:ed|s)?|hit with|stung|left with|price of|cost (?:it|the trust)|part with|set back|docked|forfeit\w*|relieved "
    r"of)\b")
IN_COURT = compiled(rf"\b{COURT}\b|\bfailings\b|\bsafety (?:breach|law|offence)|\bdeaths?\b")
NOT_FINED = compiled(r"\b(?:gas|energy|agency|wage|pay|electricity|salary|building|repair|savings?|cuts?|efficienc\w+|"
                     r"electronic|private finance|pfi|"
                     r"clinical negligence|negligence|damages|settle\w*|staff|drugs?) bill\b|\bsavings?\b|\bloan\b")


def sums_paid(page: Page, sentence: Sentence) -> Iterable[Trigger]:
    """Fines told by what is done with the money: handed over, found, the bill for the deaths."""
    start, end = sentence.start, sentence.end
    if not page.names_one(sentence) or SUMS.search(page.folded, start, end) is None or NOT_COURT.search(page.folded, start, end):
        return
    if NOT_FINED.search(page.folded, start, end) or COSTS.search(page.folded, start, end) or not IN_COURT.search(page.folded,
                start, end):
        return
    for found in list(AMOUNT.finditer(page.folded, start, end))[:1]:
        value = pounds(found["amount"], found["scale"])
        if value is not None:
            yield Trigger("intervention", "prosecution", *found.span(), "intervention.sum_paid", value, status="current",
                confidence=0.5)


FAMILY = Family("spare_inquiries", spare=True, anchor=(
    r"i (?:am|have|had|will|shall|also|now|report|write|wrote|send|sent|address|direct|issue|make|made|must|therefore)|guilt|"
    r"accept|admission|hand|stump|cough|must find|punish|bill|penalis|sanction|hit with|stung|left with|price|cost|part with|"
    r"set back|docked|"
    r"forfeit|relieved|criminal|case\b|charg|manslaughter|corporate|conviction|offence|coroner|"
    r"rule 43|paragraph 7|pfds?\b|pfdrs?\b|regulation 28|reg\.? 28|prevent|further deaths|future deaths|review|panel|inquir|"
    r"enquir|probe|"
    r"investigat|look-?back|recall|fact-finding|task ?force|reviewers?|report\b|examin|assess|test|diagnos|scrutin|look|"
    r"health[ -]check|audit|"
    r"apprais|evaluat|deep|stock-?take|x-ray|exercise|inspection"),
    patterns=(
        Pattern("criminal_inquiry", "prosecution",
                r"\b(?:cqc|care quality commission|hse|health and safety executive)\b[^.;]{0,60}\b(?P<k1>criminal "
                r"(?:investigation|inquiry|case|"
                r"action|proceedings|prosecution))\b|\b(?P<k2>criminal (?:investigation|inquiry|case|action|"
                r"proceedings))\b[^.;]{0,40}\b(?:by|from) "
                r"(?:the )?(?:cqc|care quality commission|hse|health and safety executive)", status="planned", named=True,
                confidence=0.5),
        Pattern("criminal_record", "prosecution",
                r"\b(?:accept(?:s|ed)? (?:guilt|liability in court)|admission of guilt|criminal record|criminal offences?|"
                r"convict(?:ed|ion)s?|corporate manslaughter(?: charges?)?|found "
                r"criminally|in the criminal "
                r"courts?)\b", named=True,
                unless=r"\b(?:nurses?|doctors?|surgeons?|consultants?|midwi\w+|managers?|m[ae]n|wom[ae]n|patients?|letby|staff|"
                       r"checks?|dbs|"
                       r"disclosure|porters?|executives?|police|murder\w*|fraud\w*|he|she|bureau|prior|health secretary)\b",
                       confidence=0.5),
        Pattern("case_failed", "prosecution",
                r"\b(?P<k1>(?:case|trial|prosecution|charges?)) against\b[^.;]{0,80}\b(?:collapsed?|fell apart|thrown out|"
                r"dropped|abandoned|failed|"
                r"dismissed|withdrawn|discontinued|stayed)\b|\b(?:no )(?P<k2>case to answer)\b", named=True, status="ended",
                document=rf"\b{COURT}\b", unless=r"\b(?:nurse|doctor|surgeon|consultant|gmc|nmc|manager|business case)\b",
                confidence=0.5),
        Pattern("charging_decision", "prosecution",
                r"\b(?:charging decision|decision (?:on|about|whether to) (?:bring |press |lay )?(?:any )?charges?|file (?:has "
                r"(?:been )?gone|was sent|sent|"
                r"passed) to (?:the )?(?:cps|crown prosecution service|prosecutors))\b", named=True, status="planned",
                unless=r"\b(?:nurse|doctor|surgeon|patients? charges?|parking)\b", confidence=0.45),
        Pattern("pfd_short", "prevention_of_future_deaths", r"\bPFD(?:R|Rs|s)?\b|\bREG(?:ULATION)? ?28\b", cased=True,
                confidence=0.6),
        Pattern("pfd_old", "prevention_of_future_deaths",
                r"\brule 43\b|\bparagraph 7 reports?\b|\bprevention (?:reports?|notices?|letters?)\b|\bprevention of "
                r"(?:further|similar|other|avoidable) deaths?\b|"
                r"\breports? (?:under|pursuant to) "
                r"regulations? 28\b|\b(?:reg|regulation)s?\.? ?28s?\b", document=r"coroner|inquest|deaths?\b", confidence=0.6),
        Pattern("coroner_turned_to", "prevention_of_future_deaths",
                rf"\b{CORONER}\b[^.;]{{0,40}}?\b(?P<k1>(?:(?:has |had |also |formally |now ){{0,3}}(?:warn(?:s|ed)?|urg(?:es|"
                rf"ed)|rais(?:es|ed) (?:\w+ )?concerns?|"
                rf"demand(?:s|ed)|call(?:s|ed)? on|order(?:s|ed)|told|tells|ask(?:s|ed)|challeng(?:es|ed)|sen(?:t|ds)|"
                rf"issu(?:es|ed)|serv(?:es|ed)|"
                rf"flagg?(?:s|ed)|alert(?:s|ed)|press(?:es|ed)|directed|addressed|will write|would be writing|write to|writing "
                rf"to)))\b",
                needs=r"\b(?:deaths?|die|died|lives|fatal\w*|act|action|answer|respond|change|concerns?|28|risk)\b", named=True,
                unless=r"\b(?:conclusion|verdict|jury|recorded|adjourned|post[- ]mortem|opened the inquest|heard|family|"
                       r"adjourn)\b", confidence=0.45),
        Pattern("reply_to_coroner", "prevention_of_future_deaths",
                rf"\b(?:respon(?:d|ds|ded|se|ding)|repl(?:y|ies|ied)|answer(?:s|ed)?|account)\b[^.;]{{0,30}}\bto (?:the "
                rf")?(?P<k1>{CORONER})|"
                rf"\b(?P<k2>{CORONER}(?: letter| concerns| report| notice| warning| recommendations?))\b", named=True,
                unless=r"\b(?:evidence|statement|witness|court|post[- ]mortem|questions)\b", confidence=0.45),
        Pattern("i_report", "prevention_of_future_deaths",
                r"\b(?:i|we) (?:am |have |had |will |shall |also |now |therefore |must |again ){0,3}(?P<k1>(?:report(?:ed|"
                r"ing)?|writ(?:e|ing|ten)|"
                r"wrote|sen(?:d|t|ding)|address(?:ed|ing)?|direct(?:ed|ing)?|issu(?:e|ed|ing)|mak(?:e|ing)|made) (?:(?:this|a|"
                r"my|the|such|"
                r"that|one|again) ?){0,2}(?:report|letter|notice)?)\b(?=[^.;]{0,20}\bto\b|,? and to\b)",
                document=r"coroner|inquest|regulation 28|prevent\w* (?:of )?future", named=True,
                unless=r"\b(?:condolences|conclusion|evidence|police|cqc|chief coroner only)\b", confidence=0.5),
        Pattern("power_to_act", "prevention_of_future_deaths",
                r"\b(?:you|i believe that) (?:have|has|[\w' ,-]{4,90} (?:has|have)) the power to take (?:such )?action\b",
                confidence=0.6),
        Pattern("final_report", "independent_review",
                r"\b(?:final|interim|full|long-awaited|damning|first|second) report (?:on|into|about|of the (?:\w+ "
                r")?(?:inquiry|review|investigation))\b|"
                r"\b(?:ockenden|kirkup|francis|lampard|thirlwall|amos)(?:'s)? (?:\w+ )?(?:report|team|panel|interim)\b",
                named=True, unless=UNLIKE, confidence=0.5),
        Pattern("panel_at_work", "independent_review",
                rf"\b(?P<k1>{PLAIN_REVIEWS})\b[^.;]{{0,50}}?\b(?:investigat\w+|examin\w+|look\w* (?:into|at)|hear(?:s|d|ing|"
                rf"ings)|report(?:s|ed|ing)?|"
                rf"into|set up|led by|chaired|headed|found|met|began|begun|begins|start(?:s|ed)|conclud\w+|open(?:s|ed)?|"
                rf"review(?:s|ed|ing)|covers?)\b",
                named=True, unless=UNLIKE, confidence=0.45),
        Pattern("review_of_deaths", "independent_review",
                r"\b(?:section 48|thematic|national|rapid|case[- ]?note|casenote|retrospective|cluster|mortality|historical?|"
                r"whistleblow\w*|culture|"
                r"patient safety|maternity|second|wider|three|two|separate|invited|peer|expert) [\"']?(?P<k1>(?:reviews?|"
                r"investigations?|inquir(?:y|ies)))\b",
                named=True, needs=r"\b(?:commission\w*|order\w*|independent|outside|external|led|by|nhs england|found|"
                                  r"conclud\w*|publish\w*|begin\w*|began|"
                                  r"begun|launch\w*|announc\w*|report\w*|under way|underway|ministers?|start\w*|set up|will|"
                                  r"criticis\w+)\b",
                unless=UNLIKE + r"|\b(?:serious|routine|daily|weekly|monthly|well-led|governance|capability)\b", confidence=0.45),
        Pattern("board_looked_at", "deep_dive_review",
                rf"\b{NATIONAL}(?:'s)?\b[^.;]{{0,60}}?\b{ORDERED}\b[^.;]{{0,90}}?\b(?P<k1>{LOOK})\b[^.;]{{0,70}}?\b{BOARD}\b|"
                rf"\b{NATIONAL}(?:'s)?\b[^.;]{{0,60}}?\b{ORDERED}\b[^.;]{{0,60}}?\b{BOARD}\b[^.;]{{0,30}}?\b(?P<k2>{LOOK})\b|"
                rf"\b{BOARD}(?: and \w+)? (?P<k3>{LOOK})\b[^.;]{{0,70}}?\b(?:by|from|with|behalf of) (?:the )?{NATIONAL}\b",
                unless=OWN, confidence=0.5),
        Pattern("review_of_board", "deep_dive_review",
                r"\b(?P<k1>(?:review|deep[ -]dive|assessment|diagnostic|examination))s? (?:of|into|at) (?:[\w'&,-]+ "
                r"){0,9}?(?:board|governance|leadership|"
                r"capability)\b|\b(?:capability|board governance|governance and leadership|provider capability|board "
                r"effectiveness) (?P<k2>reviews?|"
                r"assessments?|diagnostics?|deep[ -]dives?)\b",
                document=rf"\b(?:{NATIONAL})\b", named=True, unless=OWN + r"|\bindependent\b|\bself-", confidence=0.45),
    ), readers=(sums_paid,))
