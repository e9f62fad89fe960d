"""Concerns: problems under the six themes of oversight, where the text gives the problem itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.kinds import Kind
from nlp.kinds.concern.lexicon import WORDINGS
from nlp.sheet import Sheet, Trigger

COMPILED = tuple((re.compile(wording.pattern, re.IGNORECASE), wording) for wording in WORDINGS)
KEYWORDS = re.compile(
    r"defici|shortfall|overspe|in the red|£|cash|control total|savings|loss|finance|financial|section 30|wait|target|standard|backlog|"
    r"hour|critical incident|OPEL|cancelled|postponed|discharge|trolley|corridor|handover|crowd|capacity|staff|vacan|bull(?:y|ied)|"
    r"harass|culture|morale|sickness|agency|rota|shift|caseload|leader|board|governance|oversight|chief executive|chair|challenge|"
    r"confidence|fail|harm|death|died|mortality|SHMI|HSMR|stillbirth|records?|medicine|care|safe|restrain|ligature|sepsis|hygiene|"
    r"neglect|results|merge|takeover|acquisition|viable|sustainable|judicial|contract|business case|shortage|too few|not enough",
    re.IGNORECASE)


def find_concerns(sheet: Sheet) -> Iterator[Trigger]:
    """The problems that a sheet words, the first of each theme in a sentence."""
    for sentence in sheet.sentences:
        if sentence.form == "heading":
            continue
        seen: set[str] = set()
        for pattern, wording in COMPILED:
            if wording.theme in seen:
                continue
            found = pattern.search(sheet.text, sentence.start, sentence.end)
            if found:
                seen.add(wording.theme)
                yield Trigger("concern", wording.theme, found.start(), found.end(), f"concern.{wording.theme}",
                              confidence=wording.confidence)


KIND = Kind("concern", KEYWORDS, find_concerns)
