"""The four grades that the CQC gives, in the words that people use for them, told apart from ordinary praise and blame."""

from __future__ import annotations

import re
from dataclasses import dataclass

GRADES = {
    "outstanding": r"out(?:-\n)?standing",
    "good": r"good",
    "requires_improvement": r"(?:requir(?:es|ed?|ing)|require|needs|needing)[\s\-–]+[il](?:m|rn)p(?:-\n)?r?ove?(?:-\n)?(?:m|rn)ent"
                            r"|in\s+need\s+of\s+improvement",
    "inadequate": r"[il]nad(?:-\n)?e(?:-\n)?quate",
}
ABBREVIATIONS = {"RI": "requires_improvement", "O": "outstanding", "G": "good", "I": "inadequate"}
LETTER_BEHIND = ("afe", "ive", "ing", "led", "Led", "rall")
BEHIND = "|".join(rf"(?<={end}{gap})" for end in LETTER_BEHIND for gap in (" ", ": ", " – ", " - ", "="))
"""A letter alone is a grade right behind a key question: "Safe I, Effective RI, Caring G"."""
ROUNDABOUT = {
    "outstanding": r"(?<!second[\s-])(?<!next[\s-])(?:the\s+)?(?:top|highest|best|full)(?:\s+possible|\s+available|\s+CQC|"
     r"\s+overall)*\s+(?:rating"
        r"|mark|grade|verdict|category|band|score|award)s?",
    "inadequate": r"(?<!second[\s-])(?<!next[\s-])(?:the\s+)?(?:lowest|bottom|worst|poorest)(?:\s+possible|\s+available|"
     r"\s+CQC|\s+overall)*\s+(?:rating"
        r"|mark|grade|verdict|category|band|score)s?|rating\s+as\s+low\s+as\s+(?:it|they)\s+(?:gets?|comes?|can\s+be)",
}
GRADE = re.compile("|".join([
    *(rf"(?P<{value}>(?<![\w-])(?i:{words})(?![\w-]))" for value, words in GRADES.items()),
    rf"(?P<abbreviation>(?<![\w&/-])RI(?![\w&/-])|(?:{BEHIND})[OGI](?=\s*(?:[,;.|)–]|$|\n)))",
    *(rf"(?P<{value}_roundabout>\b(?i:{words})\b)" for value, words in ROUNDABOUT.items()),
]))

RATING_WORDS = re.compile(r"""
    \b(?:re-?)?rat(?:e[sd]?|ings?)\b | \bgrad(?:e[sd]?|ings?)\b | \bjudged?\b | \bjudg(?:e?ment|ing)\b | \bdeemed\b | \bfound\b
  | \bassess(?:ed|ment)\b | \bclass(?:ed|ified)\b | \bawarded\b | \bgiven\b | \bgave\b | \bgives\b | \bmark(?:s|ed)?\b | \bscored?\b
  | \branked\b | \blabel(?:led)?\b | \bbranded\b | \bdeclared\b | \bpronounced\b | \bcalled\b | \bdescribed\s+as\b | \bconsidered\b
  | \bverdicts?\b | \b(?:up|down)graded?\b | \bCQC\b | \bCare\s+Quality\s+Commission\b
  | \binspect(?:ors?|ions?|ed|orate)\b | \bwatchdog\b | \bsegment\b
  | \bhanded\b | \breturned\b | \bsingled\s+out\b | \bbadge\b | \bstatus\b
  | \bkey\s+questions?\b | \bdomains\b | \bcore\s+services?\b
  | \bre-?visit(?:ed)?\b | \bdraft\s+report\b | \bassessors?\b | \bspecial\s+measures\b
""", re.VERBOSE | re.IGNORECASE)
JUST_BEFORE = re.compile(r"""
    (?: \b(?:re-?)?rat(?:ed?|es|ing)(?:\s+(?:of|as|it|them|us|the\s+\w+|its\s+\w+|to\s+be))* | \bgraded? | \bdeemed
      | \bjudg(?:ed|ing)(?:\s+(?:it|them))? | \bfound(?:\s+(?:it|them|us|the\s+\w+|to\s+be))* | \bassessed(?:\s+as)?
      | \bclassed(?:\s+as)? | \bawarded | \bgiven | \bgave(?:\s+it)? | \bmarked | \bscored | \branked | \blabelled | \bbranded
      | \bdeclared | \bpronounced | \bcalled(?:\s+it)? | \b(?:up|down)graded
      | \b(?:improved|moved|risen|rose|gone|went|goes|go|dropped|fallen|fell|slipped|raised|lifted|lowered|cut|climbed
        |jumped|leapt|sank|got|crept|edged|inched|slid|plunged|tumbled|shot|returned|reverted|promoted|demoted|relegated|docked
        |bumped|nudged|hauled|dragged|pulled|elevated|pushed|knocked|boosted|advanced|progressed|regressed|deteriorated|worsened
        |plummeted|slumped|sunk|sinks|slips|slides|drops|falls|rises|climbs|moves|comes?|came(?:\s+out)?|boosts|emerged|handed|branded)
      | \bfrom | \bto | \bre?mains? | \bremain(?:ed|ing) | \bstay(?:s|ed)? | \bstill | \bkept | \bkeeps? | \bholds?
  | \bretain(?:s|ed) | \bheld
      | \bpreviously | \bformerly | \bnow | \bconsidered | \bas | \bbe(?:en|ing)? | \bwas | \bwere | \bis | \bare | \bbecame | \bsay
      | \boverall | \bhaving | \breceived | \bwith | \bat | \bon | \bgot | \bgets? | \bearned | \bsecured | \bwon | \blost
  | \bits | \btheir
      | \bour | \bfirst | \bcarr(?:y|ies|ied) | \bboasts? | \benjoys? | \bsports? | \bbears? | \bstands | \bstood | \bsits | \bsat
      | \bfaces | \bfacing | \bexpects? | \bbrought(?:\s+it)? | \breturned | \bsays | \bstate[sd]
      | \bset | \bleft(?:\s+(?:it|them))? | \bbecomes? | \bregraded? | \bput | \bdown | \bup | \bended | \bback
    )
    (?:\s+(?:up|down|back|by|one|two|overall|over-?all|to|as|be|been|an?|still|only|both|all|each|again|also|last|now|merely|just|the
            |its|their|at|trust|hospital))*
    [\s‘“'"(]*$
""", re.VERBOSE | re.IGNORECASE)
STRONG_BEFORE = re.compile(r"""
    \b(?:re-?)?rat(?:ed?|es|ing)\b | \bgraded?\b | \b(?:up|down)graded\b | \bdeemed\b | \bjudg | \bfrom\b | \bbranded\b
  | \bpronounced\b | \bassessed\s+as\b | \bawarded\b
""", re.VERBOSE | re.IGNORECASE)
CHANGE_BEFORE = re.compile(r"""
    \b(?:improved|moved|risen|rose|gone|went|goes|go|dropped|fallen|fell|slipped|raised|lifted|lowered|cut|climbed|jumped|leapt|sank
      |re?mains?|remain(?:ed|ing)|stay(?:s|ed)?|kept|keeps|retain(?:s|ed)|held|got|crept|edged|slid|plunged|tumbled|returned|reverted
      |promoted|demoted|relegated|bumped|nudged|hauled|dragged|pulled|elevated|pushed|knocked|boosted|advanced|progressed|regressed
      |deteriorated|worsened|plummeted|slumped|sunk|came\s+out|emerged)\b
""", re.VERBOSE | re.IGNORECASE)
RATING_IS = re.compile(
    r"\b(?:ratings?|grades?|verdicts?)\b[^.;]{0,40}\b(?:is|was|remains?|of|to|at|as)\b[^.;]{0,14}$", re.IGNORECASE)
OWNED = re.compile(r"(?:\bCQC|\b[Ii]ts|\b[Tt]heir|\b[Oo]ur|[’']s?)\s+[‘“]?$")
OF_OBJECT = re.compile(
    r"\b(?:re-?)?(?:rat(?:e[sd]?|ing)|judg(?:e[sd]?|ing)|grad(?:e[sd]?|ing)|mark(?:s|ed)|rank(?:s|ed)|class(?:es|ed))\s+"
    r"(?!as\b|to\b|by\b|at\b|on\b|and\b|or\b)[^.;:]{2,80}?\s+(?:as\s+|at\s+|to\s+be\s+|a\s+|an\s+)?[‘“'\"]?$", re.IGNORECASE)
"""A verb of rating whose object stands before the grade: "rates Tameside's services good"."""
IS_THE_RATING = re.compile(
    r"[’”'\"]?,?\s+(?:is|was|remains?|remained|stays?|stands\s+as|becomes?|became)\s+(?:now\s+|still\s+)?(?:its|the|their"
    r"|our)\s+(?:\w+\s+){0,2}?"
    r"(?:rating|grade|verdict|mark)\b|[’”'\"]?,?\s+(?:(?:which|that)\s+)?(?:it|they|we|the\s+\w+|[A-Z]\w+)\s+(?:\w+\s+)?"
    r"(?:awarded|gave|gives|was\s+given|were\s+given|has\s+held|have\s+held|had\s+held|holds?)\b", re.IGNORECASE)
"""What follows a grade that is a noun: "Good remains its rating", "the Inadequate that the CQC awarded"."""
FOR_BEING = re.compile(
    r"\s+(?:overall\s+)?(?:and\s+)?for\s+being\s+(?:safe|effective|caring|responsive|well[- ]led)\b", re.IGNORECASE)
"""What follows a grade of a key question: "good for being caring"."""
NEXT_WORD = re.compile(r"[’”'\"]?\s+([A-Za-z][\w’'-]*)")
MAY_FOLLOW = frozenset("""
    overall for in on at and but or nor by since from to rating ratings grade grades mark marks status verdict while whereas
    when although though with across after before until last this that which as again too also then now despite because
    following against under over if so yet trust hospital provider service services organisation is was were are has have had
    would will may being given both except apart today yesterday where who whose of came expired lapsed stands stood during
    than not it its the a an there he she they we you our their all each one two three four too already until till ever everywhere
    badge label tag score scores one ones remain remains remained stays stayed kept holds held lapsed dates dated stuck thanks
    owing bar save only just comes came went hoped marks crown among between according verdicts published finding findings report
    throughout respectively merely previously formerly last next earlier later published awarded reaffirmed once twice instead these
    january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct
    nov dec or again yet either alike to
""".split())


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade, as a stretch of the text."""

    start: int
    end: int
    value: str
    strength: int
    """2: a rating by its form or the words before it; 1: by capital or quotation marks; 0: only where the sentence is about one."""


def grades_in(text: str, start: int, end: int, *, rating_context: bool, lenient: bool = False) -> list[Grade]:
    """The grades in ``text[start:end]``, ordinary uses of the words left out.

    Args:
        rating_context: whether the words around (the sentence, its lead-in, the kind of document) speak of ratings.
        lenient: whether the weak ones are wanted as well, for the caller to judge.
    """
    found = [grade for match in GRADE.finditer(text, start, end)
             if (grade := _grade(text, start, end, match, rating_context)) is not None]
    if rating_context or lenient or any(grade.strength == 2 for grade in found):
        return found
    return [grade for grade in found if grade.strength]


def _grade(text: str, start: int, end: int, match: re.Match[str], rating_context: bool) -> Grade | None:
    name = match.lastgroup or ""
    value = ABBREVIATIONS[match.group()] if name == "abbreviation" else name.removesuffix("_roundabout")
    before = text[max(start, match.start() - 60):match.start()]
    leads = JUST_BEFORE.search(before)
    if name.endswith("_roundabout"):
        return Grade(match.start(), match.end(), value, 2) if rating_context else None
    quoted = before[-1:] in tuple("‘“'\"") and text[match.end():match.end() + 1] in tuple("’”'\",.;")
    following = NEXT_WORD.match(text, match.end(), min(end, match.end() + 30))
    next_word = following.group(1).lower() if following else ""
    noun_follows = bool(next_word) and next_word not in MAY_FOLLOW
    if name == "abbreviation":
        return Grade(match.start(), match.end(), value, 2 if leads else 1 if rating_context else 0)
    if value == "requires_improvement":
        if next_word in ("works", "plans", "notices"):
            return None
        fixed_term = match.group().lower().startswith("requires")  # "needs improvement", "required improvement": anyone's words
        return Grade(match.start(), match.end(), value, 2 if fixed_term or quoted or rating_context else 0)
    if match.start() == start and next_word in ("overall", "for"):
        return Grade(match.start(), match.end(), value, 1)
    capital = match.group()[0].isupper() and match.start() > start
    if capital and OWNED.search(before) and following and following.group(1)[0].islower() and rating_context:
        return Grade(match.start(), match.end(), value, 1)
    if quoted:
        return Grade(match.start(), match.end(), value, 2 if rating_context or leads else 1)
    if FOR_BEING.match(text, match.end(), min(end, match.end() + 60)):
        return Grade(match.start(), match.end(), value, 2)
    if IS_THE_RATING.match(text, match.end(), min(end, match.end() + 90)) and rating_context:
        return Grade(match.start(), match.end(), value, 1)
    if noun_follows:
        return None
    if rating_context and OF_OBJECT.search(text[max(start, match.start() - 110):match.start()]):
        return Grade(match.start(), match.end(), value, 1)
    if RATING_IS.search(before) or (leads and STRONG_BEFORE.search(leads.group())):
        return Grade(match.start(), match.end(), value, 2)
    if leads and CHANGE_BEFORE.search(leads.group()):
        return Grade(match.start(), match.end(), value, 1)
    if capital:
        return Grade(match.start(), match.end(), value, 2 if rating_context and leads else 1)
    return Grade(match.start(), match.end(), value, 0)
