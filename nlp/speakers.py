"""Who says so: the speaker that a sentence names for what it reports."""

from __future__ import annotations

import re

from nlp.sheet import Sentence, Sheet

SAID = (r"(?:said|says|told|tells|confirmed|confirms|announced|announces|reported|reports|claimed|claims|insisted|insists|stated|states|warned|"
        r"warns|found|finds|revealed|reveals|admitted|admits|wrote|writes|explained|added|denied|denies|noted|notes|argued|argues|"
        r"concluded|disclosed|understands?|heard|believes?)")
REGULATOR = (r"(?:the\s+)?(?:Care\s+Quality\s+Commission(?:\s+\(CQC\))?|CQC|NHS\s+England(?:\s+and\s+(?:NHS\s+)?Improvement)?|NHS\s+Improvement|NHSE/?I?|NHSI|Monitor|TDA|"
             r"(?:NHS\s+)?Trust\s+Development\s+Authority|regulators?|inspectors|watchdog|coroner|health\s+secretary|secretary\s+of\s+state|"
             r"minister|ministers|(?:the\s+)?Department\s+of\s+Health(?:\s+and\s+Social\s+Care)?|court|judge|union|unions|Unison|GMB|RCN|BMA|"
             r"campaigners|auditors?|regional\s+(?:team|director)|chief\s+inspector(?:\s+of\s+hospitals)?)")
OFFICER = (r"(?:(?:the|a|an|its|their)\s+)?(?:\w+[’']s\s+)?(?:interim\s+|acting\s+|former\s+|deputy\s+)?(?:chief\s+(?:executive|nurse|operating\s+officer|finance\s+officer|"
           r"medical\s+officer|inspector)|chair(?:man|woman)?|medical\s+director|finance\s+director|director\s+of\s+\w+|spokes(?:man|woman|person)|"
           r"source|company\s+secretary|governor|MP)(?:\s+(?:for|of|at|from)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+){0,4})?")
PERSON = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Baroness|Cllr|Councillor)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}"
TRUST = r"(?:the|a|our)\s+(?:trust|hospital|board|ICB|trust\s+board|committee|report|letter|inquiry|review)"
SPEAKER = rf"(?P<{{0}}>(?i:{REGULATOR})|(?i:{OFFICER})(?:,?\s+{PERSON})?|(?i:{TRUST})|{PERSON})"

REPORT = re.compile(
    rf"\b(?:[Aa]ccording\s+to|[Aa]s\s+reported\s+by|in\s+the\s+words\s+of|in\s+the\s+view\s+of)\s+{SPEAKER.format('by')}"
    rf"|(?<![\w’']){SPEAKER.format('subject')},?\s+(?:\w+\s+){{0,2}}?(?:has\s+|have\s+|had\s+|also\s+)?{SAID}\b"
    rf"|\b(?:said|says|told\s+\w+)\s+{SPEAKER.format('object')}")


def speaker_of(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str | None:
    """Who is named as saying what the trigger at ``[start, end)`` says, as the text names them, or None."""
    left, right = max(sentence.start, start - 240), min(sentence.end, end + 160)
    for found in REPORT.finditer(sheet.text, left, right):
        if not (found.start() < end and found.end() > start):
            return re.sub(r"\s+", " ", found["by"] or found["subject"] or found["object"])
    return None
