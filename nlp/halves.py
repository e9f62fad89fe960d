"""Two statuses told in one breath: some conditions lifted and the rest in force, the old undertakings replaced by new ones."""

from __future__ import annotations

import re

from corpora.schema import Status
from nlp.cues import Nature
from nlp.sheet import Sentence, Sheet

NATURES: frozenset[Nature] = frozenset({"state", "notice", "closure"})
REST = re.compile(
    r"\b(?:the\s+(?:rest|others?|remainder|remaining\s+\w+|second|third|latter|former)|others|some|one|two|three|four|"
    r"five|six|all\s+but\s+\w+|"
    r"(?:one|two|three|four|five|six|some|most|many|part|several|\d+)\s+(?:more\s+|other\s+|further\s+)?(?:of\s+(?:them|"
    r"these|those|the\s+\w+)|\w+))"
    r"(?:\s+\w+){0,2}?\s+(?:remain(?:s|ed|ing)?\b|still\b|(?:to\s+)?stays?\b|continu\w+|stands?\b|appl(?:y|ies)\b|"
    r"(?:is|are)\s+(?:\w+\s+)?(?:in\s+(?:place|force)|outstanding|open|shut|closed|unmet|active)|(?:has|have)\s+(?:not|"
    r"yet)\b|(?:is|are|was|were)\s+(?:not|kept|retained)\b)|"
    r"\bwith\s+(?:the\s+rest|others|some|one|two|three|four|five|six|\d+)\s+(?:\w+\s+){0,2}(?:still|remaining|"
    r"outstanding|left|in\s+(?:place|force)|yet)\b|"
    r"\bleaving\s+(?:the\s+rest|others|some|one|two|three|four|five|six|\d+)\b|"
    r"\b(?:partly|partially|in\s+part)\s+(?:met|lifted|complied|discharged|reopened|re-opened|compliant|removed)\b|"
    r"\b(?:lifted|met|removed|discharged|complied\s+with|reopened)\s+in\s+part\b", re.IGNORECASE)
"""What is left of something that is otherwise over."""
SOME_OF = re.compile(
    r"\b(?:some|one|two|three|four|five|six|several|most|many|part|half|parts|\d+)\s+of\s+(?:the|its|our|those|"
    r"these)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE)
REMAINDER = re.compile(r"\b(?:remain(?:s|ing|ed)?|still|others?|the\s+rest|other\s+(?:one|two|three|\w+)|outstanding|"
    r"in\s+(?:force|place)|stands?)\b", re.IGNORECASE)
BY_NEW = re.compile(
    r"\b(?:replac|supersed|substitut|swap|exchang)\w*\s+(?:\w+\s+)?(?:with|by|for)\s+(?:(?:an?|the|some|two|three|"
    r"\w+)\s+)?(?:\w+\s+)?"
    r"(?:new|fresh|revised|updated|further|tougher|different|another|other|modified|amended|stronger|fuller)\b", re.IGNORECASE)
"""What was replaced gave way to another of its kind."""
OF_OLD = re.compile(
    r"\b(?:replac|supersed)(?:es|ed|ing|e)\s+(?:(?:all|both)\s+(?:of\s+)?)?(?:the|its|those|that|our|their|any|one|ones|an?)\b"
    r"(?!\s+(?:\w+\s+){0,3}(?:chief|chair|director|board))|"
    r"\b(?:in\s+place\s+of|instead\s+of)\s+(?:the|its|those|that|our|their)\s+(?:old|earlier|previous|existing|original|"
    r"ones?|\w+\s+(?:of|from|agreed|given|signed)|of|from|agreed|given|signed)\b",
    re.IGNORECASE)
"""A new one took the place of another of its kind."""
NEW = re.compile(r"\b(?:new|fresh|revised|further|updated|second|another)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
REACH = 220


def other_half(sheet: Sheet, sentence: Sentence, start: int, end: int, status: Status, nature: Nature) -> Status | None:
    """The status of which the same sentence, or the one after, tells beside that of the trigger; None where it tells of one."""
    if nature not in NATURES or status not in ("ended", "current"):
        return None
    before = sheet.text[max(sentence.start, start - 60):end]
    after = sheet.text[end:min(sentence.end, end + REACH)]
    if status == "ended":
        if BY_NEW.search(after) or REST.search(after):
            return "current"
        if SOME_OF.search(before, 0, len(before) - (end - start)):
            beyond = after + _next(sheet, sentence)
            return "current" if REMAINDER.search(beyond) else None
        return None
    if (NEW.search(sheet.text[max(sentence.start, start - 60):start]) or before[len(before) - (end - start):].lower().startswith(
            ("new", "fresh", "revised"))) and OF_OLD.search(after):
        return "ended"
    return None


def _next(sheet: Sheet, sentence: Sentence) -> str:
    """The beginning of the next sentence of the paragraph."""
    following = sheet.sentences[sentence.index + 1:sentence.index + 2]
    if not following or following[0].paragraph != sentence.paragraph:
        return ""
    return " " + sheet.text[following[0].start:min(following[0].end, following[0].start + 120)]
