"""The present tense with a date to come: "joins the programme in October", "moves to segment 4 with effect from 1 April"."""

from __future__ import annotations

import re

from nlp.dates import dates_in, is_after
from nlp.sheet import Sentence, Sheet

PRESENT = re.compile(
    r"\b(?:moves?|goes|go|follows?|joins?|enters?|begins?|starts?|drops?|comes?|becomes?|arrives?|takes\s+(?:effect|up|over)|"
    r"opens?|"
    r"closes?|steps?\s+down|(?:is|are)\s+(?:going|being\s+(?:put|placed|moved))|"
    r"leaves|leaving|moving|joining|entering|starting|beginning)\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:was|were|had|did|has|have|been|went|joined|entered|began|started|dropped|moved|became|placed|put)\b",
 re.IGNORECASE)
TAKES_EFFECT = re.compile(r"\b(?:with\s+effect\s+from|effective(?:\s+from)?|from|on|in|starting|beginning|"
                          r"next)\s*$", re.IGNORECASE)
DEADLINE = re.compile(r"\b(?:by|until|to|before|till|since|due|review(?:ed)?|inspect\w*|expir\w*)\s+(?:\w+\s+){0,2}$",
 re.IGNORECASE)
VAGUE = re.compile(r"(?:this|the|last|in|early|late)?\s*(?:spring|summer|autumn|winter|year|month|week)\b|(?:to|until|till|by|"
                   r"since|last)\s", re.IGNORECASE)
HEADLINE_TO = re.compile(
    r"(?<!\bfailed)(?<!\bhow)(?<!\bwhy)\s+to\s+(?:enter|join|face|receive|get|go\s+into|move\s+(?:in)?to|return\s+to|"
    r"be\s+(?:placed|put|moved|given|"
    r"served|fined))\b[^.,;:]{0,40}$", re.IGNORECASE)
"""The infinitive of headlines: "Three areas to enter a success regime"."""
WILL = re.compile(r"\W*(?:Each|It|They|He|She|We|The\s+\w+)\s+(?:of\s+them\s+)?(?:will|is\s+to|are\s+to)\s", re.IGNORECASE)
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|did|does|do|which|who|that|because|since|after|when|while|but|"
    r"[a-z]+ed\s+by)\b|\b(?:we|they|it|he|she|cqc|inspectors|the\s+\w+)\s+\w+(?:ed|gave|put)\b|[;:]", re.IGNORECASE)
"""Between the future that opens a sentence and a trigger: what ends its reach over "… and …"."""
STOP = re.compile(r"[;:()]|\b(?:which|who|while|but|having)\b")


def told_ahead(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str | None:
    """The words of a date to come that a present tense sets the trigger at, or None."""
    if sentence.form == "heading" and (headline := HEADLINE_TO.search(sheet.text[sentence.start:start])):
        return headline.group().strip()
    opening = WILL.match(sheet.text, sentence.start, start)
    if opening and FINITE.search(sheet.text, opening.end(), start) is None:
        return "will"
    if sheet.published is None:
        return None
    left, right = max(sentence.start, start - 90), min(sentence.end, end + 90)
    for moment in dates_in(sheet.text, sheet.published, left, right, future=True):
        if (moment.start < end and moment.end > start) or not is_after(moment.date, sheet.published):
            continue
        span_start, span_end = min(start, moment.start), max(end, moment.end)
        clause = sheet.text[max(left, span_start - 60):span_end]
        between = sheet.text[moment.end:start] if moment.end <= start else sheet.text[end:moment.start]
        if STOP.search(between) or PAST.search(clause) or DEADLINE.search(sheet.text, left, moment.start):
            continue
        words = sheet.text[moment.start:moment.end]
        if VAGUE.match(words) or words.isupper():
            continue
        explicit = re.search(r"\d{4}", words) is not None
        present = PRESENT.search(clause) is not None
        if present or (explicit and re.search(r"\bfrom\b", sheet.text[max(left, moment.start - 12):moment.end], re.IGNORECASE)):
            return words
    return None
