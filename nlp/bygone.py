"""Problems that a text tells as history: "an inspection in 2020 had found …", told in 2024 of a trust that has moved on."""

from __future__ import annotations

import re

from nlp.dates import dates_in
from nlp.sheet import Sentence, Sheet

LONG_AGO = 2
"""How many calendar years back a finding must lie to be history where the text tells it as such."""
HAD_FOUND = re.compile(
    r"\bhad\s+(?:\w+ly\s+|also\s+|then\s+)?(?:found|said|described|criticised|identified|pointed|warned|reported|noted|told|seen|"
    r"raised|highlighted|revealed|shown|uncovered)\b", re.IGNORECASE)
"""A finding told from a later standpoint."""
WHEN = re.compile(r"\b(?:19|20)\d\d,\s+when\b", re.IGNORECASE)
COURT = re.compile(
    r"\b(?:court|guilty|plead\w*|pled|fine[ds]?|prosecut\w+|charge[ds]?|inquest|coroner|inquiry|still|since|remain\w*|again|repeated\w*|"
    r"continu\w+)\b", re.IGNORECASE)
"""What was done long ago is what a court decides on now; and what still goes on is no history."""


def is_bygone(sheet: Sheet, sentence: Sentence, start: int) -> bool:
    """Whether the problem at ``start`` is told as one that was found years before the document."""
    if sheet.published is None or COURT.search(sheet.text, sentence.start, sentence.end):
        return False
    found = HAD_FOUND.search(sheet.text, sentence.start, start) or WHEN.search(sheet.text, sentence.start, start)
    if found is None:
        return False
    told = [moment.date for moment in dates_in(sheet.text, sheet.published, sentence.start, sentence.end)]
    if not told and sentence.index:
        above = sheet.sentences[sentence.index - 1]
        if above.paragraph == sentence.paragraph:
            told = [moment.date for moment in dates_in(sheet.text, sheet.published, above.start, above.end)]
    return bool(told) and int(max(told)[:4]) <= int(sheet.published[:4]) - LONG_AGO
