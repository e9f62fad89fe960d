"""Spells in the past: "in 2017 it was in segment 2", "was in special measures from 2013 to 2015"."""

from __future__ import annotations

import re

from nlp.cues import Nature
from nlp.dates import dates_in
from nlp.sheet import Sentence, Sheet

WAS = re.compile(
    r"\b(?:was|were|(?:had|having)\s+been|spent\s+\w+\s+(?:\w+\s+)?(?:years?|months?))\s+(?:\w+\s+){0,2}?(?:in|under|"
    r"subject\s+to|at)?\s*"
    r"(?:[“‘\"']|the\s+|a\s+)?(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
"""A state told in the past tense, up to the trigger: "was in", "had been under". Of "was placed in" the state may go on."""
ENTERED = re.compile(
    r"\b(?:placed|put|moved|rated|served|issued|imposed|given|found|judged|told|taken|fined|accepted|appointed|upgraded|"
    r"downgraded|raised|"
    r"assigned|allocated|promoted|relegated|confirmed|announced|reported|graded|first|back|since|assessed|still|also|agreed|"
    r"signed|awarded|added)\b", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|from|after|following|by|rated\s+in|published\s+in|inspected\s+in|act|framework|strategy|plan|"
                   r"list)\W*$", re.IGNORECASE)
SINCE_THEN = re.compile(r"[;(]|\s[–—-]\s|\b(?:since|now|has|have|but|and)\b", re.IGNORECASE)
"""Between a past date and a trigger: it is not the trigger that the date is of."""
SPAN = re.compile(
    r"\b(?:from|between)\s+(?:\w+\s+){0,3}?(?:19|20)\d\d\s+(?:to|until|till|and)\s+(?:\w+\s+){0,3}?(?:19|20)\d\d\b|"
    r"\bfrom\s+(?:\w+\s+){1,3}(?:until|till)\b", re.IGNORECASE)
NATURES: frozenset[Nature] = frozenset({"state", "standing"})


def past_spell(sheet: Sheet, sentence: Sentence, start: int, end: int, nature: Nature) -> str | None:
    """The words that set a state wholly in the past, or None where it may go on."""
    if nature not in NATURES or sheet.published is None:
        return None
    left, right = max(sentence.start, start - 120), min(sentence.end, end + 80)
    after = sheet.text[end:right]
    span = SPAN.search(after)
    if span and not re.search(r"[.;]", after[:span.start()]):
        return span.group()
    before = sheet.text[left:start]
    was = WAS.search(before)
    if was is None or ENTERED.search(was.group()):
        return None
    year = sheet.published[:4]
    for moment in dates_in(sheet.text, sheet.published, left, right):
        if SINCE_THEN.search(sheet.text, min(moment.end, end), max(moment.start, start)):
            continue
        if moment.date[:4] < year and not SINCE.search(sheet.text, max(left, moment.start - 14), moment.start) and not (
                SINCE.search(sheet.text[moment.start:moment.end].split()[0])):
            return f"{was.group().split()[0]} {sheet.text[moment.start:moment.end]}"
    return None
