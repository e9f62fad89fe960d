"""Grades that are no trust's: of care homes, practices, councils and schools, by other raters, and words about the scale itself."""

from __future__ import annotations

import re

from nlp.sheet import Sentence, Sheet

SCALE = re.compile(r"""
    ☐ | \bratings\s+(?:such\s+as|like|range|run)\b | \bratings\s+(?:range\s+)?from\s+[‘“'"]?(?:outstanding|inadequate|good)\b
  | \bfour\s+(?:possible\s+)?(?:ratings|grades)\b | \bfour-point\b
  | \brates?\s+(?:all\s+)?services\s+as\b | \blowest\s+of\s+(?:the\s+)?four\b | \b(?:reasons|excuse)\s+to\s+say\b
  | \bservices\s+(?:that\s+are\s+)?rated\s+\w+,\s+or\b
  | \b(?:what|who)\s+(?:does|do|would)\s+[‘“'"]?(?:good|outstanding|inadequate)[’”'"]?\s+(?:look|mean)
""", re.VERBOSE | re.IGNORECASE)
"""Sentences that explain the scale, or play with its words."""
LEGEND = re.compile(
    r"\b(?:O|G|RI|I|good|inadequate|improvement|outstanding)\s*=\s*(?:outstanding|good|requires|inadequate|RI|[OGI]"
    r"|\d+)\b", re.IGNORECASE)
"""The key to a table: "G = good"."""
RATERS = re.compile(r"""
    \bOfsted\b | \b(?:internal\s+)?audit(?:ors?|ed)?(?:['’]s?)?\s+opinion | \bopinion\s+on\b | \bTeaching\s+Excellence\b
  | \bmock\s+inspection | \b(?:food\s+)?hygiene\b | \bdata\s+quality\b | \bself[- ]assess | \bpeer\s+(?:visit|review)\b
  | \b(?:staff|patients?|visitors|respondents|governors|readers|delegates|tasters|critics?|judges
      |members)\s+(?:(?!was|were|is|are|been|have|had|has)\w+\s+)?rat(?:ed|ing)\b
  | \b(?:staff|patients?|visitors|respondents|governors|users|families|carers)\s+(?:at|in|of|from|across|with)\s+
      (?:(?!(?:was|were|is|are|be|been|said|says?|told|that|which|who|and|when|after)\b)[\w'’&.-]+\s+){1,10}?(?:have\s+|had\s+)?rated\s+(?!as\b)
  | \brated\s+(?:as\s+)?[\w\s“”‘’"']{3,30}\bby\s+(?:(?:its|the|their|our|those|most|some|all)\s+)?(?:\w+\s+)?
      (?:funders?|students?|trainees?|users?|customers?|guests?|attend\w+|participants|parents|families|peers|examiners?|tutors|employers|reviewers)\b
  | \b(?:trials?|stud(?:y|ies)|courses?|placements?|bids?|papers?|posters?|websites?|apps?|abstracts?|conferences?|lectures?)\s+
      (?:was|were|is|are|has\s+been|had\s+been)\s+(?:also\s+)?(?:rated|judged|graded|described)\b
  | \bour\s+(?:tasters|critics?|readers|judges|reviewers?)\b | \b(?:architecture|restaurant|theatre|food|film)\s+critic
  | \bawards?\s+(?:ceremony|night|scheme)\b | \bcatering\b | \bprizes?\b | \bkey\s+performance\s+indicators?\b
  | \bNatural\s+England\b
  | \bfor\s+the\s+(?:sandwich\w*|biscuits|coffee|lunch|catering)\b | \bcommittee\s+effectiveness\b | \bspreadsheet
""", re.VERBOSE | re.IGNORECASE)
"""Who else grades, and what else is graded."""
PLACE = re.compile(r"\bPLACE\b")
"""Patient-led assessments of the care environment; in capitals only."""
BODIES = re.compile(r"""
    \b(?:care|nursing|residential|retirement)\s+homes?\b | \bhome\s+for\s+(?:older|elderly|disabled|adults|children)\b
  | \bthe\s+home\b
  | \bGP\s+(?:practices?|surger(?:y|ies)|services?|provider)\b | \b(?:medical|dental|family|doctors?[’']?)\s+practices?\b
  | \bthe\s+practices?\b | \bpractice\s+(?:manager|patients)\b | \bdental\s+(?:access|surger) | \bdentists?\b
  | \b(?:a|the|this|second|town|village|local|\w+shire)\s+surgery\s+(?:was|has|had|is|have|in\b|which|that|put|next)
  | \bmedical\s+centre\b
  | \bout-of-hours\b | \b(?:private|independent)\s+(?:\w+\s+)?(?:clinics?|hospitals?|providers?|compan(?:y|ies)|firms?)\b
  | \bthe\s+clinic\b
  | \bhospices?\b | \bhome\s*care\s+(?:agency|company|firm)\b | \bsocial\s+care\b | \bcouncil(?:s|lors?|['’]s)?(?:-run)?\b
  | \blocal\s+authorit
  | \b(?:school|college|nursery|university|academy)\s+(?:was|were|is|has|had)\b | \b(?:own|day)\s+nursery\b | \bprisons?\b
  | \bHM(?:P|YOI)\b | \bsecure\s+training\b | \byoung\s+offender | \bremoval\s+centre | \bprobation\b | \bpolice\b
  | \bconstabulary\b
  | \bfire\s+and\s+rescue\b | \bmuseums?\b | \bchildren[’']s\s+homes?\b
  | \b(?:Ltd|Limited|plc|LLP)\b | \b(?:sub)?contractors?\b
  | \b(?:ambulance|transport|cleaning|catering|security)\s+(?:firm|company)\b
""", re.VERBOSE | re.IGNORECASE)
"""Whom the same commission, or another, grades beside trusts."""
ONE_OR_OTHER = re.compile(
    r"[’”'\"]?\s+or\s+[‘“'\"]?(?:good|outstanding|inadequate|requires?\s+improvement|worse)\b", re.IGNORECASE)
OR_BEFORE = re.compile(r"(?:good|outstanding|inadequate|improvement)[’”'\"]?,?\s+or\s+[‘“'\"]?$", re.IGNORECASE)
"""Two grades with "or" between, or "or worse": a class of trusts, and no rating of one."""
ALONGSIDE = re.compile(
    r"\b(?:alongside|beside|unlike|(?:compared|along)\s+with|(?:next|close)\s+to|(?:behind|below|above|than)(?:\s+(?:those|many|most|some|all))?)\s+"
    r"(?:(?:other|the|those|many|most|some|all|several|few|NHS|acute)\s+)*(?:trusts|hospitals|providers)\s+(?:\w+\s+){0,3}?"
    r"rated\s+[‘“'\"]?$", re.IGNORECASE)
"""Before the grade of others that an organisation only stands beside."""
OURS = re.compile(r"\b(?:trusts?|NHS|foundation)\b", re.IGNORECASE)
TAKES_UP = re.compile(
    r"\W*(?:It|Its|They|Their|The\s+(?:home|clinic|practice|surgery|school|service|council|firm|company|centre|other|report"
    r"|rating)|"
    r"Caring|Safe|Effective|Responsive|Well-led|We|Management)\b")
PLACED = re.compile(r"\b(?:in|at|of|near|by|to|from|for)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a name that only tells where: "a practice next to Luton and Dunstable Hospital"."""
OPENING = 3
"""How many sentences of a page tell what it is about."""


def of_another(sheet: Sheet, sentence: Sentence, grade: int) -> bool:
    """Whether the grade at an offset of a sentence is no trust's: by this sentence, by the one that it takes up, or by the page."""
    text = sheet.text
    if any(pattern.search(text, sentence.start, sentence.end) for pattern in (SCALE, RATERS, PLACE)):
        return True
    if LEGEND.search(text, max(sentence.start, grade - 26), min(sentence.end, grade + 40)):
        return True
    if ONE_OR_OTHER.search(text[grade:grade + 60][:34]) or OR_BEFORE.search(text[max(sentence.start, grade - 40):grade]):
        return True
    if ALONGSIDE.search(text, max(sentence.start, grade - 90), grade):
        return True
    named = [name for name in sheet.names_in(sentence.start, sentence.end) if name.code and name.form != "anaphor"]
    bodies = [found for found in BODIES.finditer(text, sentence.start, grade)
              if not any(name.start <= found.start() and found.end() <= name.end for name in named)]
    if bodies:
        body = bodies[-1]
        placed = [name for name in named if PLACED.search(text, body.end(), name.start)]
        return not any(body.end() <= name.start < grade for name in named if name not in placed) and not any(
            not any(name.start <= found.start() < name.end for name in placed) for found in OURS.finditer(text, body.end(), grade))
    after = BODIES.search(text, grade, min(sentence.end, grade + 60))
    if after and not named and re.search(r"\b(?:describes|for|of|at)\b", text[grade:after.start()]):
        return True
    if named or OURS.search(text, sentence.start, sentence.end):
        return False
    if sentence.index and TAKES_UP.match(text, sentence.start, sentence.end):
        above = sheet.sentences[sentence.index - 1]
        if above.paragraph == sentence.paragraph and _about_a_body(sheet, above):
            return True
    return sheet.once("rating.page_of_another", _page_of_another)


def _about_a_body(sheet: Sheet, sentence: Sentence) -> bool:
    pattern = next((p.search(sheet.text, sentence.start, sentence.end) for p in (BODIES, RATERS)
                    if p.search(sheet.text, sentence.start, sentence.end)), None)
    return pattern is not None and not OURS.search(sheet.text, sentence.start, pattern.start()) and not any(
        name.code and name.form != "anaphor" for name in sheet.names_in(sentence.start, pattern.start()))


def _page_of_another(sheet: Sheet) -> bool:
    """Whether title and opening are about a body that is no trust."""
    opening = sheet.sentences[:OPENING]
    named = [name for s in opening for name in sheet.names_in(s.start, s.end) if name.code and name.form != "anaphor"]
    if OURS.search(sheet.title) or any(OURS.search(name.text) for name in named):
        return False
    if BODIES.search(sheet.title) or RATERS.search(sheet.title):
        return True
    return any(_about_a_body(sheet, sentence) for sentence in [s for s in sheet.sentences if s.form == "prose"][:1])
