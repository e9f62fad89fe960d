"""Incidents that have the shape of a never event where the text has not the words: candidates, for someone to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.kinds import Kind
from nlp.kinds.never_event.cues import AMERICAN, EXAMPLES, NATIONAL, NEAR_MISS, WITHDRAWN
from nlp.kinds.never_event.scope import scope_of
from nlp.kinds.never_event.types import TOOTH, TOOTH_UNTIL, types_in
from nlp.sheet import Sheet, Trigger

SCAN = re.compile(
    r"\b(?:wrong|incorrect\w*|retained|left\s+(?:inside|in|behind)|forgotten|potassium|methotrexate|midazolam|insulin|misplaced|nasogastric|"
    r"oesophag\w+|gullet|scald\w*|ABO|incompatible|flow\s?meter|windows?|bed\s?rails?|ligature|collaps\w+)\b", re.IGNORECASE)
HAPPENED = re.compile(
    r"\b(?:was|were|had|has\s+been|died|inquest|coroner|patient|man|woman|boy|girl|baby|mother|incident|apologis\w+|investigat\w+|surgeons?|"
    r"theatre|operation)\b", re.IGNORECASE)
NOT_AN_INCIDENT = re.compile(
    r"\b(?:polic(?:y|ies)|training|guidance|audit|simulation|replacement\s+of|no\s+(?:retained|wrong)|risk\s+of|prevent\w*|could|might|if|"
    r"programme|project|checklist|medicine\s+of\s+choice|prescri\w+\s+(?:weekly|daily))\b", re.IGNORECASE)
ORDINARY = frozenset({"insulin_overdose", "methotrexate_overdose", "midazolam", "strong_potassium", "nasogastric_tube", "scalding"})
"""Things in every ward: read only where the words say that something went wrong with them."""
WENT_WRONG = re.compile(
    r"\b(?:overdoses?|wrong\w*|error|mistake\w*|mis-?placed|incorrect\w*|tenfold|ten\s+times|undiluted|accident\w*|in\s+place\s+of|instead\s+of|"
    r"daily|lungs?|bronchus|burn(?:s|ed|t)|scald(?:s|ed)?|died)\b", re.IGNORECASE)


def find_incidents(sheet: Sheet) -> Iterator[Trigger]:
    """Told incidents of a never event's type, in a text that does not speak of never events; the subtype is the candidate type."""
    if scope_of(sheet) is not None or AMERICAN.search(sheet.text):
        return
    tooth = sheet.published is None or sheet.published < TOOTH_UNTIL
    for sentence in sheet.sentences:
        start, end = sentence.start, sentence.end
        if SCAN.search(sheet.text, start, end) is None or HAPPENED.search(sheet.text, start, end) is None:
            continue
        if any(pattern.search(sheet.text, start, end) for pattern in (NOT_AN_INCIDENT, NEAR_MISS, EXAMPLES, NATIONAL, WITHDRAWN)):
            continue
        for words in types_in(sheet.text, start, end):
            if words.slug in ORDINARY and WENT_WRONG.search(sheet.text, start, end) is None:
                continue
            if words.slug == "wrong_site_surgery" and not tooth and TOOTH.search(sheet.text, words.start, words.end):
                continue
            yield Trigger("incident", words.slug, words.start, words.end, "incident.never_event_shape", confidence=0.5)


KIND = Kind("incident", SCAN, find_incidents)
