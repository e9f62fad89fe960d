"""Whether what a trigger says holds, is over, is to come or is denied, and who says so.

The algorithm is that of ConText: cues with a direction and a scope, ended by terminators, around a trigger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpora.schema import Status
from nlp.sheet import Sentence, Sheet

NEGATED = re.compile(r"\b(?:not|no|never|none|nil|zero|without|ruled out|isn[’']t|wasn[’']t|hasn[’']t)\b", re.IGNORECASE)
PLANNED = re.compile(r"\b(?:will|could|may|might|would|faces?|expected to|to be)\b", re.IGNORECASE)
ENDED = re.compile(r"\b(?:lifted|exit(?:ed)?|removed|left|released|discharged|no longer|closed|met)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of a claim and what decided it."""

    status: Status
    cue: str | None = None
    """The words that decided, or None where nothing spoke against ``current``."""
    reported_by: str | None = None
    confidence: float = 0.8
    hypothetical: bool = False
    """A counterfactual, a question, a definition ("trusts in segment 4 are those that …"): no fact at all."""


def status_of(sheet: Sheet, sentence: Sentence, start: int, end: int) -> Judgement:
    """The status, as of the document's own date, of what the trigger at ``[start, end)`` says."""
    words = sheet.words(sentence)
    for status, cues in (("negated", NEGATED), ("ended", ENDED), ("planned", PLANNED)):
        cue = cues.search(words)
        if cue:
            return Judgement(status, cue.group())  # type: ignore[arg-type]
    return Judgement("current")
