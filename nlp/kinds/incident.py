"""Incidents that have the shape of a never event where the text has not the words: candidates, for someone to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.kinds import Kind
from nlp.kinds.never_event import find_never_events
from nlp.kinds.never_event.cues import AMERICAN, EXAMPLES, NATIONAL, NEAR_MISS, WITHDRAWN
from nlp.kinds.never_event.scope import Level, scope_of
from nlp.kinds.never_event.types import TOOTH, TOOTH_UNTIL, types_in
from nlp.leaping import LeapingPattern
from nlp.sheet import Sheet, Trigger

SCAN = re.compile(
    r"\b(?:wrong\w*|incorrect\w*|retained|left|leaving|forgot(?:ten)?|mistak\w+|healthy|meant\s+for|intended\s+for|epidural"
    r"|intravenous\w*|injected|vein|"
    r"feeding\s+tube|air|potassium|methotrexate|midazolam|insulin|misplaced|nasogastric|"
    r"oesophag\w+|gullet|scald\w*|ABO|incompatible|flow\s?meter|windows?|bed\s?rails?|ligature|collaps\w+)\b", re.IGNORECASE)
SCANNED = LeapingPattern(SCAN)
HAPPENED = re.compile(
    r"\b(?:was|were|doctors?|nurses?|medics|staff|patients?|removed|amputated|underwent|given|injected|connected|had|has\s+been"
    r"|died|inquest|coroner|patient|man|woman|boy|girl|baby|mother|incident|apologis\w+|investigat\w+|surgeons?|"
    r"theatre|operation)\b", re.IGNORECASE)
NOT_AN_INCIDENT = re.compile(
    r"\b(?:polic(?:y|ies)|training|guidance|audit|simulation|replacement\s+of|no\s+(?:retained|wrong)|deliberate\w*|intention\w+"
    r"|\d+\s+reports\s+of|risk\s+of|prevent\w*|could"
    r"|might|if|"
    r"programme|project|checklist|medicine\s+of\s+choice|prescri\w+\s+(?:weekly|daily))\b", re.IGNORECASE)
ORDINARY = frozenset({"insulin_overdose", "methotrexate_overdose", "midazolam", "strong_potassium", "nasogastric_tube", "scalding"})
"""Things in every ward: read only where the words say that something went wrong with them."""
WENT_WRONG = re.compile(
    r"\b(?:overdoses?|wrong\w*|error|mistake\w*|mis-?placed|incorrect\w*|tenfold|ten\s+times|undiluted|accident\w*"
    r"|in\s+place\s+of|instead\s+of|"
    r"daily|lungs?|bronchus|burn(?:s|ed|t)|scald(?:s|ed)?|died)\b", re.IGNORECASE)


VAGUE = re.compile(r"retained\s+(?:[\w-]+\s+){0,3}?(?:equipment|items?|objects?|instruments?|bags?|gloves|masks?|ports?|tapes?"
                   r"|ring|pins?)", re.IGNORECASE)
IN_A_PATIENT = re.compile(r"\b(?:patients?|inside|body|abdomen|chest|surg\w+|operation|theatres?|womb|pelvis|caesarean"
                          r"|birth)\b", re.IGNORECASE)
SOMEBODY = re.compile(r"\b(?:patients?|man|woman|boy|girl|baby|mother|child|pensioner|she|he|her|his)\b", re.IGNORECASE)


def find_incidents(sheet: Sheet) -> Iterator[Trigger]:
    """Told incidents of a never event's type, where the text does not speak of never events; the subtype is the candidate type."""
    worded = {sentence.index for found in SCANNED.finditer(sheet.text) if (sentence := sheet.sentence_at(found.start()))}
    if not worded or AMERICAN.search(sheet.text):
        return
    scope = scope_of(sheet)
    triggers = find_never_events(sheet) if scope is not None else ()
    read = {row.index for trigger in triggers if (row := sheet.sentence_at(trigger.start))}
    tooth = sheet.published is None or sheet.published < TOOTH_UNTIL
    for sentence in (sheet.sentences[index] for index in sorted(worded)):
        start, end = sentence.start, sentence.end
        if scope is not None and (scope.levels[sentence.index] is not Level.NONE or sentence.index in read
                                  or SOMEBODY.search(sheet.text, start, end) is None):
            continue
        if SCAN.search(sheet.text, start, end) is None or HAPPENED.search(sheet.text, start, end) is None:
            continue
        if any(pattern.search(sheet.text, start, end) for pattern in (NOT_AN_INCIDENT, NEAR_MISS, EXAMPLES, NATIONAL, WITHDRAWN)):
            continue
        for words in types_in(sheet.text, start, end):
            if words.slug in ORDINARY and WENT_WRONG.search(sheet.text, start, end) is None:
                continue
            if words.slug == "retained_foreign_object" and VAGUE.fullmatch(sheet.text, words.start, words.end) and not (
                    IN_A_PATIENT.search(sheet.text, start, end)):
                continue
            if words.slug == "wrong_site_surgery" and not tooth and TOOTH.search(sheet.text, words.start, words.end):
                continue
            yield Trigger("incident", words.slug, words.start, words.end, "incident.never_event_shape", confidence=0.5)


KIND = Kind("incident", (SCAN,), find_incidents)
