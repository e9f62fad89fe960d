"""Whether a text that says "segment" means one of oversight: not a market's, a lung's, a road's or a broadcast's."""

from __future__ import annotations

import re

from nlp.sheet import Sheet

OTHER_BEFORE = re.compile(
    r"(?:\bST|\b(?:lung|liver|bowel|market|line|age|customer|population|patients?|broncho\w*|spinal|arterial|anterior|posterior|"
    r"uterine|hepatic|LV|"
    r"wall|memory|route|road|track|programme|TV|news|gene|finger|limb|coronary|consumer|audience|cancer|vertebral|cord|colonic|"
    r"renal|"
    r"kidney|motion|orange|fruit|worm|film|radio|video|risk|income|tenant|voter|membership))[\s-]*$", re.IGNORECASE)
OTHER_AFTER = re.compile(r"[\s-]*(?:\d\s+)?(?:elevation|depression|resection|ectom|caesarean|of\s+(?:the|a|her|his|"
                         r"their)\s+(?:\w+\s+)?"
                         r"(?:lung|liver|market|population|bowel|colon|coronary|route|pathway|show|vertebra|aorta|artery|intestine|"
                         r"spine|track|road|programme|public|broadcast|podcast|workforce|membership)\b)", re.IGNORECASE)
OVERSIGHT = re.compile(r"\boversight|\bSOF|\bNOF[1-5]?\b(?!\s*(?:\d\s*)?(?:and\s+NOF\s*\d\s*)?(?:\(|fractures?))|"
                       r"\bNHS\s*Improvement|\bNHSI|\bNHS\s+England|\bNHSE|\bregulator|\bsegmentation|\bundertaking|"
                       r"\bspecial\s+measures|"
                       r"\brecovery\s+support|\bRSP\b|\b(?:NHS|acute|foundation|ambulance|"
                       r"mental\s+health)\s+(?:\w+\s+)?(?:trusts?|providers)\b|\b(?:trusts|providers|systems)\b|\bICSs?\b|"
                       r"\bintegrated\s+care|\bleague\s+tables?|\bmandated|\bin\s+breach\b|\bnever\s+events?|\bCQC|"
                       r"\bmove[ds]?\s+(?:\w+\s+)?(?:to|in)|\bplaced\b|\bICBs?\b|\b(?:tier|rated)\b", re.IGNORECASE)
STRONGLY_OURS = re.compile(r"\boversight\s+framework|\bSOF\b|\bNHS\s+(?:England|Improvement)|\bNHS[EI]\b|\bspecial\s+measures|"
                           r"\brecovery\s+support|\bsegmentation\b", re.IGNORECASE)
"""Without any of these in the text, and no organisation in the sentence, the word speaks of something else."""
OTHER_SENSE = re.compile(r"\b(?:patients?\s+(?:in|from)\s+segment|population[\s-]segment|population\s+health\s+management|"
                         r"risk\s+stratif\w+|grafts?|anastomos\w+|occlusions?|tumou?rs?|hepat\w+|lobes?|(?:left|"
                         r"right)\s+(?:lung|lateral|lobe)|consolidation|"
                         r"fractures?|hemiarthroplasty|neck\s+of\s+femur|railway|B-road|speed\s+(?:indicator|camera)|footpath|"
                         r"cycle\s*way|Didcot|thriller|novel|documentary|episode|podcast|broadcast|customers?|households?|"
                         r"market(?:ing|s)?|aimed\s+at\s+segment|affluent|private\s+(?:offer|customers?)|over-\w+ies|"
                         r"huddle|island,|drawers?|labelled|crossword|recipe|visitors\s+who|car\s+park|corridor|colou?r-coded|"
                         r"Way\s+is)\b", re.IGNORECASE)
OTHER_MATTER = re.compile(
    r"\b(?:population\s+(?:health|segmentation)|housebound|households?|our\s+audience|marketing"
    r"|communications\s+and\s+engagement|catering|"
    r"tender|bidders|laptops|servers|ECG|IFRS|operating\s+segments|segmental\s+reporting|transformation\s+plan|ferry|radio|podcast|"
    r"programme[’']s|drawers?|pay\s+bands?|bands\s+1|race\s+equality|connectors|residents\s+in)\b", re.IGNORECASE)
SURELY_OURS = re.compile(
    r"\boversight|\bSOF|\bNOF[1-5]?\b|\bNHS\s*(?:Improvement|England)|\bNHS[EI]\b|\bregulator|\bspecial\s+measures"
    r"|\brecovery\s+support|"
    r"\bRSP\b|\bleague\s+tables?|\bmandated|\b(?:placed|put|moved)\s+(?:in|into|to|from)\s+(?:the\s+)?(?:\w+\s+)?segment|"
    r"\btrusts?\s+in\s+segment", re.IGNORECASE)
"""Where a text is of one of those matters, one of these must say that it speaks of oversight too."""


def may_speak_of_oversight(sheet: Sheet) -> bool:
    """Whether the text as a whole may mean oversight by its segments."""
    heading = f"{sheet.title} {sheet.publisher or ''}"
    if not sheet.names and not OVERSIGHT.search(sheet.text) and not OVERSIGHT.search(heading):
        return False
    of_another = OTHER_MATTER.search(sheet.text) or OTHER_MATTER.search(sheet.title)
    return not of_another or (SURELY_OURS.search(sheet.text) or SURELY_OURS.search(sheet.title)) is not None


def is_ours(text: str, start: int, end: int) -> bool:
    """Whether the word at ``[start, end)`` means a segment of oversight, by what stands about it."""
    around = text[max(0, start - 150):end + 150]
    if OTHER_SENSE.search(around) and not STRONGLY_OURS.search(around):
        return False
    return not (OTHER_BEFORE.search(text[max(0, start - 24):start]) or OTHER_AFTER.match(text, end))
