"""What the words about a mark themselves say of its status: "its place in segment 1", "now finds itself in 4", "a bid for 2"."""

from __future__ import annotations

import re

from corpora.schema import Status
from nlp.kinds.segment.marks import Mark
from nlp.sheet import Sheet

HELD = re.compile(
    r"(?:(?:['’]s|\bits|\bour|\btheir|\byour)\s+(?:current\s+|present\s+)?(?:place|position|placement|standing|stay"
    r"|continued\s+presence|membership)\s+"
    r"(?:in|as)\s+(?:the\s+|a\s+)?|\bnow\s+(?:finds?\s+(?:itself|themselves)|sits?|stands?|is|are)\s+(?:in\s+|a\s+)?(?:the\s+)?|"
    r"\b(?:is|are|[’']s|[’']re)\s+now\s+(?:placed\s+)?(?:in|a)\s+(?:the\s+)?|\bsettled\s+in(?:to)?\s+"
    r"(?:the\s+)?)[\"“‘']?$", re.IGNORECASE)
"""Presupposes, or says, that it is so at present."""
HELD_WITHIN = re.compile(r"\b(?:presently|currently|now|still|unchanged|remains|at\s+present)\b", re.IGNORECASE)
HELD_AFTER = re.compile(r"[\"”’']?,?\s+(?:where|in\s+which)\s+(?:we|it|they|the\s+trust)\s+(?:now\s+)?(?:are|is|sits?|remains?"
                        r"|stays?)\b", re.IGNORECASE)
STEP = r"(?:move|transition|return|step|rise|promotion|exit|improvement|upgrade|drop|relegation)"
WISHED = re.compile(
    rf"\b(?:look(?:ed|s|ing)?|hop(?:ed|es|ing)|ask(?:ed|s|ing)?|push(?:ed|es|ing)?|appl(?:ied|ies|ying)|bid(?:ding|s)?|press"
    rf"(?:ed|es|ing)?|aim(?:ed|s|ing)?|"
    rf"case|application|request|recommendation|proposals?|route|trajectory|likelihood|chances?|possibility|likely|expected"
    rf"|proposed)\s+"
    rf"(?:(?:for|of|to|its|their|our|a|an|the|own|be|early|eventual)\s+){{0,4}}(?:{STEP}\s+(?:up\s+|down\s+|back\s+)?"
    rf"(?:in)?to\s+)?(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
LIKELY_MOVE = re.compile(r"[^.;]{0,40}?\b(?:is|was|looks?|seems?|appears?|remains?)\s+(?:now\s+|very\s+|most\s+|more\s+)?"
                         r"(?:likely|expected|probable|possible|"
                         r"on\s+the\s+cards|in\s+prospect)\b", re.IGNORECASE)
A_MOVE = re.compile(rf"\b(?:a|an|any|the|its)\s+{STEP}\s+(?:up\s+|down\s+|back\s+)?(?:in)?to\s+(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
NO_FACT = re.compile(
    r"\b(?:c[oa]me\s+close\s+to|close\s+to|nearly\s+(?:in|a)|just\s+short\s+of|hint(?:ed|s)?\s+at|discussed|debated|talked?\s+"
    r"(?:about|of)|would\s+otherwise\s+(?:\w+\s+){0,4}(?:in|into|a)|would\s+have\s+(?:\w+\s+){0,5}(?:in|into|a)|mention(?:ed"
    r"|s)?\s+of"
    r"|rumours?\s+of|talk\s+of)\s+"
    r"(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
PAST = re.compile(r"\b(?:was|were|had|been|got|given|rated)\b[^.;,]{0,30}$", re.IGNORECASE)
OLD_FRAMEWORK = re.compile(r"[\"”’']?\s+(?:under|in|on)\s+the\s+(?:old|previous|former|last|earlier|outgoing)\s+(?:\w+\s+)?"
                           r"(?:framework|system|regime|scheme|list|table)",
                           re.IGNORECASE)


def standing_of(sheet: Sheet, mark: Mark) -> Status | None:
    """The status that the words next to a mark decide; None leaves it to the context."""
    before = sheet.text[max(mark.sentence.start, mark.start - 90):mark.start]
    if PAST.search(before) and OLD_FRAMEWORK.match(sheet.text, mark.end, mark.sentence.end):
        return "ended"
    if HELD.search(before) or HELD_WITHIN.search(sheet.text, mark.start, mark.end) or (
            HELD_AFTER.match(sheet.text, mark.end, mark.sentence.end)):
        return "current"
    if WISHED.search(before) or (A_MOVE.search(before) and LIKELY_MOVE.match(sheet.text, mark.end, mark.sentence.end)):
        return "planned"
    return None


def is_no_fact(sheet: Sheet, mark: Mark) -> bool:
    """Near, discussed or counterfactual: "came close to 4", "would otherwise put it in 1"."""
    return NO_FACT.search(sheet.text[max(mark.sentence.start, mark.start - 90):mark.start]) is not None
