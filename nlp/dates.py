"""When something happened, as an ISO date or a part of one, resolved against the document's date."""

from __future__ import annotations

import re

from nlp.sheet import Sentence, Sheet

MONTHS = {name: number for number, name in enumerate(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"], start=1)}
DATE = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({'|'.join(MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)


def date_of(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str | None:
    """The date that the sentence gives for what the trigger at ``[start, end)`` says, or None."""
    found = min(DATE.finditer(sheet.text, sentence.start, sentence.end), key=lambda m: abs(m.start() - start), default=None)
    if found is None:
        return None
    day, month, year = found.groups()
    return f"{year}-{MONTHS[month.lower()]:02d}" + (f"-{int(day):02d}" if day else "")
