"""Segments of the oversight frameworks: SOF 2016 to mid-2022, NOF from July 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.kinds import Kind
from nlp.sheet import Sheet, Trigger
from nlp.values import number

SEGMENT = re.compile(r"\b(?:segment|SOF|NOF)\s*(?P<value>[1-5]|one|two|three|four|five)\b", re.IGNORECASE)


def framework_of(sheet: Sheet) -> str:
    """The framework in force on the document's date."""
    if sheet.published is None:
        return "unspecified"
    return "sof" if sheet.published < "2022-07" else "nof"


def find_segments(sheet: Sheet) -> Iterator[Trigger]:
    """Mentions of a numbered segment."""
    for found in SEGMENT.finditer(sheet.text):
        yield Trigger("segment", framework_of(sheet), found.start(), found.end(), "segment.number", number(found["value"]))


KIND = Kind("segment", SEGMENT, find_segments)
