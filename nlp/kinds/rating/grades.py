"""The four grades that the CQC gives, in the words that people use for them, told apart from ordinary praise and blame."""

from __future__ import annotations

import re
from dataclasses import dataclass

GRADES = {
    "outstanding": r"outstanding",
    "good": r"good",
    "requires_improvement": r"(?:requir(?:es|ed?|ing)|needs|needing)[\s\-–]+improvement|require[\s\-]+improvement",
    "inadequate": r"inadequate",
}
ABBREVIATIONS = {"RI": "requires_improvement"}
ROUNDABOUT = {
    "outstanding": r"(?:the\s+)?(?:top|highest|best)(?:\s+possible|\s+available)?\s+(?:rating|mark|grade|verdict)",
    "inadequate": r"(?:the\s+)?(?:lowest|bottom|worst)(?:\s+possible|\s+available)?\s+(?:rating|mark|grade|verdict)",
}
GRADE = re.compile("|".join([
    *(rf"(?P<{value}>(?<![\w-])(?i:{words})(?![\w-]))" for value, words in GRADES.items()),
    r"(?P<abbreviation>(?<![\w&/-])RI(?![\w&/-]))",
    *(rf"(?P<{value}_roundabout>\b(?i:{words})\b)" for value, words in ROUNDABOUT.items()),
]))

RATING_WORDS = re.compile(r"""
    \b(?:re-?)?rat(?:e[sd]?|ings?)\b | \bgrad(?:e[sd]?|ings?)\b | \bjudged?\b | \bjudg(?:e?ment|ing)\b | \bdeemed\b | \bfound\b
  | \bassess(?:ed|ment)\b | \bclass(?:ed|ified)\b | \bawarded\b | \bgiven\b | \bgave\b | \bgives\b | \bmark(?:s|ed)?\b | \bscored?\b | \branked\b
  | \blabel(?:led)?\b | \bbranded\b | \bdeclared\b | \bpronounced\b | \bcalled\b | \bdescribed\s+as\b | \bconsidered\b | \bverdicts?\b
  | \b(?:up|down)graded?\b | \bCQC\b | \bCare\s+Quality\s+Commission\b | \binspect(?:ors?|ions?|ed|orate)\b | \bwatchdog\b
""", re.VERBOSE | re.IGNORECASE)
JUST_BEFORE = re.compile(r"""
    (?: \b(?:re-?)?rat(?:ed?|es|ing)(?:\s+(?:of|as|it|them|us|the\s+\w+|its\s+\w+|to\s+be))* | \bgraded? | \bjudg(?:ed|ing)(?:\s+(?:it|them))? | \bdeemed
      | \bfound(?:\s+(?:it|them|us|the\s+\w+|to\s+be))* | \bassessed(?:\s+as)? | \bclassed(?:\s+as)? | \bawarded | \bgiven | \bgave(?:\s+it)?
      | \bmarked | \bscored | \branked | \blabelled | \bbranded | \bdeclared | \bpronounced | \bcalled(?:\s+it)?
      | \b(?:up|down)graded | \b(?:improved|moved|risen|rose|gone|went|goes|go|dropped|fallen|fell|slipped|raised|lifted|lowered|cut|climbed|jumped|leapt|sank)
      | \bfrom | \bto | \bre?mains? | \bremain(?:ed|ing) | \bstay(?:s|ed)? | \bstill | \bkept | \bkeeps | \bretain(?:s|ed) | \bheld | \bpreviously | \bformerly | \bnow
      | \bconsidered | \bas | \bbe(?:en|ing)? | \bwas | \bwere | \bis | \bare | \bbecame | \bsay | \boverall | \bhaving | \breceived
    )
    (?:\s+(?:up|down|back|by|one|two|overall|to|as|be|been|an?|still|only|both|all|each|again|also|last|now|merely|just|the|its|their|at|over-?all|trust|hospital))*
    [\s‘“'"(]*$
""", re.VERBOSE | re.IGNORECASE)
STRONG_BEFORE = re.compile(r"""
    \b(?:re-?)?rat(?:ed?|es|ing)\b | \bgraded?\b | \b(?:up|down)graded\b | \bdeemed\b | \bjudg | \bfrom\b | \bbranded\b | \bpronounced\b | \bassessed\s+as\b | \bawarded\b
""", re.VERBOSE | re.IGNORECASE)
NEXT_WORD = re.compile(r"[’”'\"]?\s+([A-Za-z][\w’'-]*)")
MAY_FOLLOW = frozenset("""
    overall for in on at and but or nor by since from to rating ratings grade grades mark marks status verdict while whereas when although though with
    across after before until last this that which as again too also then now despite because following against under over if so yet trust hospital
    provider service services organisation is was were are has have had would will may being given both except apart today yesterday where who whose
    during in than not it its the a an there he she they we you our their all each one
""".split())


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade, as a stretch of the text."""

    start: int
    end: int
    value: str
    strong: bool
    """Certainly a rating by its own form or by the words around it, whatever the rest of the sentence is about."""


def grades_in(text: str, start: int, end: int, *, rating_context: bool) -> list[Grade]:
    """The grades in ``text[start:end]``, ordinary uses of the words left out.

    Args:
        rating_context: whether the words around (the sentence, its lead-in, the kind of document) speak of ratings.
    """
    found = []
    for match in GRADE.finditer(text, start, end):
        grade = _grade(text, start, end, match, rating_context)
        if grade:
            found.append(grade)
    if any(grade.strong for grade in found):
        return found
    return found if rating_context else []


def _grade(text: str, start: int, end: int, match: re.Match[str], rating_context: bool) -> Grade | None:
    name = match.lastgroup or ""
    value = ABBREVIATIONS[match.group()] if name == "abbreviation" else name.removesuffix("_roundabout")
    if name.endswith("_roundabout"):
        return Grade(match.start(), match.end(), value, True) if rating_context else None
    before = text[max(start, match.start() - 60):match.start()]
    quoted = before[-1:] in "‘“'\"" and before[-1:] != "" and text[match.end():match.end() + 1] in "’”'\",.;"
    following = NEXT_WORD.match(text, match.end(), min(end, match.end() + 30))
    noun_follows = bool(following) and following.group(1).lower() not in MAY_FOLLOW  # type: ignore[union-attr]
    if value == "requires_improvement":
        if noun_follows and following and following.group(1).lower() in ("works", "plans", "notices"):
            return None
        own_voice = match.group().lower().startswith("require") and not match.group().lower().startswith("requires")
        return Grade(match.start(), match.end(), value, not own_voice or quoted or rating_context)
    capital = match.group()[0].isupper() and match.start() > start and before[-1:] not in ("\n",)
    if quoted or (capital and not noun_follows):
        return Grade(match.start(), match.end(), value, rating_context or quoted)
    if noun_follows:
        return None
    leads = JUST_BEFORE.search(before)
    if leads:
        return Grade(match.start(), match.end(), value, bool(STRONG_BEFORE.search(leads.group())))
    return Grade(match.start(), match.end(), value, False) if rating_context else None
