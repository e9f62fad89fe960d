"""What a heading or an introducing line says of the status of the items and rows below it."""

from __future__ import annotations

import re

from corpora.schema import Status
from nlp.cues import Nature
from nlp.sheet import Sentence, Sheet

LONGEST = 160
"""A longer line introduces too much to speak for every row."""
HEADINGS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("negated", re.compile(
        r"\b(?:not\s+(?:in|subject|under|issued|taken|imposed|pursued|currently|on)|none|no\s+(?:longer\s+)?(?:action|"
        r"concerns?|enforcement)|declined|rejected|"
        r"ruled\s+out|downgraded|de-?escalated|stood\s+down|not\s+proceeded)\b", re.IGNORECASE)),
    ("ended", re.compile(
        r"\b(?:closed|lifted|removed|exits?|exited|left|leavers|leaving|released|discharged|no\s+longer|ended|withdrawn|"
        r"complied|moved\s+out|came\s+out|expired|"
        r"completed|revoked|former|previous(?:ly)?|historic(?:al)?|earlier|before)\b", re.IGNORECASE)),
    ("planned", re.compile(
        r"\b(?:planned|proposed|proposals?|under\s+consideration|to\s+come|expected|forthcoming|recommended|at\s+risk|"
        r"watch[\s-]?list|candidates|pending|"
        r"next\s+steps|forward\s+(?:look|plan)|provisional|draft|for\s+decision)\b", re.IGNORECASE)))
MIXED = re.compile(r"\b(?:and|or|,|/|vs|against|since)\b.*\b(?:current|open|new|in\s+force|opened|now|entered|joined|"
                   r"remain\w*)\b|\b(?:exit\s+criteria|recommendations)\b",
                   re.IGNORECASE)
HAPPENED: frozenset[Nature] = frozenset({"incident", "moment"})


def heading_status(sheet: Sheet, sentence: Sentence, nature: Nature) -> tuple[Status, str] | None:
    """The status that the line above a list or table gives to what stands in it, and its words; None where it gives none."""
    if sentence.lead_in is None or nature in HAPPENED:
        return None
    heading = sheet.sentences[sentence.lead_in]
    if heading.end - heading.start > LONGEST or MIXED.search(sheet.text, heading.start, heading.end):
        return None
    for status, pattern in HEADINGS:
        found = pattern.search(sheet.text, heading.start, heading.end)
        if found:
            return status, found.group()
    return None
