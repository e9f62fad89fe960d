"""Spells in the past: "in 2017 it was in segment 2", "was in special measures from 2013 to 2015"."""

from __future__ import annotations

import re

from nlp.cues import Nature
from nlp.dates import dates_in
from nlp.sheet import Sentence, Sheet

WAS = re.compile(
    r"\b(?:was|were|(?:had|having)\s+been|spent\s+\w+\s+(?:\w+\s+)?(?:years?|months?))\s+(?:\w+\s+){0,2}?(?:in|under|"
    r"subject\s+to|at)?\s*"
    r"(?:[“‘\"']|the\s+|a\s+)?(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
"""A state told in the past tense, up to the trigger: "was in", "had been under". Of "was placed in" the state may go on."""
ENTERED = re.compile(
    r"\b(?:placed|put|moved|rated|served|issued|imposed|given|found|judged|told|taken|fined|accepted|appointed|upgraded|"
    r"downgraded|raised|"
    r"assigned|allocated|promoted|relegated|confirmed|announced|reported|graded|first|back|since|assessed|still|also|agreed|"
    r"signed|awarded|added)\b", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|from|after|following|by|rated\s+in|published\s+in|inspected\s+in|act|framework|strategy|plan|"
                   r"list)\W*$", re.IGNORECASE)
SINCE_THEN = re.compile(r"[;(]|\s[–—-]\s|\b(?:since|now|has|have|but|and)\b", re.IGNORECASE)
"""Between a past date and a trigger: it is not the trigger that the date is of."""
SPAN = re.compile(
    r"\b(?:from|between)\s+(?:\w+\s+){0,3}?(?:19|20)\d\d\s+(?:to|until|till|and)\s+(?:\w+\s+){0,3}?(?:19|20)\d\d\b|"
    r"\bfrom\s+(?:\w+\s+){1,3}(?:until|till)\b", re.IGNORECASE)
SUPERSEDED_BEFORE = re.compile(
    r"(?<!apart )(?<!away )(?<!other )(?<!different )(?<!letter )(?<!excluded )(?<!removed )\bfrom\s+(?:an?\s+|the\s+|"
    r"its\s+)?[‘“\"'(]?$|"
    r"\b(?:began|started|opened|entered)\s+(?:the|this|last)\s+(?:\w+\s+)?(?:year|month|quarter|framework)\s+(?:in|as|at)\s+$|"
    r"[(\[;:]\s*(?:was|were|had\s+been|previously|formerly|before\s+that|earlier|until\s+then|"
    r"until\s+\w+day,?\s+it\s+was)\s*:?\s*(?:an?\s+)?[‘“\"']?$|"
    r"^\W*(?:previous(?:ly)?|before\s+that|until\s+\w+)(?:\s+(?:quarter|rating|year|segment|time))?[:,]?\s*(?:it\s+(?:was|"
    r"had\s+been)\s+)?(?:rated\s+)?[‘“\"']?$",
    re.IGNORECASE)
"""Right before a grade or a segment: it is the one that another took the place of."""
SUPERSEDED_AFTER = re.compile(
    r"^[’”\"')]?\s*(?:before(?:\s+that)?\s*[,.;)]|before$|previously\b|until\s+then\b|last\s+time\b|at\s+the\s+last\s+time|"
    r"the\s+last\s+time|when\s+(?:last|it\s+was\s+last))|"
    r"^[’”\"')]?(?:\s+\w+){0,3},?\s+(?:is|are|it[’']s)\s+now\b", re.IGNORECASE)
PREVIOUSLY = re.compile(
    r"\b(?:at|in|under|during|following|after|by|on)\s+(?:our|its|the|their|an?|that)\s+(?:previous|earlier|prior|former|old)\s+"
    r"(?:CQC\s+|oversight\s+|comprehensive\s+|full\s+)?(?:inspection|visit|assessment|framework|regime|system|rating|report)\b"
    r"(?:(?!\b(?:now|this|improved|is|are|has|have|but|and)\b)[^.;:])*$", re.IGNORECASE)
"""Up to a grade or a segment: it is that of an earlier inspection, or of a framework no longer in use."""
DISSOLVED = re.compile(
    r"\b(?:trust|it|which|body)\s+(?:itself\s+)?(?:was|has\s+been|had\s+been|is)\s+(?:\w+\s+)?(?:dissolved|abolished|wound\s+up)\b|"
    r"\b(?:ceased\s+to\s+exist|was\s+no\s+more)\b", re.IGNORECASE)
"""After a regime: the body that it was of is gone."""
WAS_BEFORE = re.compile(r"\b(?:was|were|had\s+been|once|then)\s+(?:rated\s+)?(?:an?\s+)?[‘“\"']?$", re.IGNORECASE)
SPENT = re.compile(
    r"(?<!\bhas )(?<!\bhave )(?<!\bve )(?<!\bnow )(?<!\balready )\bspent\s+(?:(?!since\b|far\b)[\w-]+\s+){1,6}(?:in|under|"
    r"on|subject\s+to)\s+(?:the\s+|an?\s+)?(?:[\w]+\s+)?$",
    re.IGNORECASE)
"""A stay told as done, up to a regime: "spent 2014 to 2016 in", "had spent three years under"."""
AFTER_STAY = re.compile(
    r"\b(?:after|following)\s+(?:(?:a|an|its|their|over|more|than|nearly|almost|about|just|only|some|long|"
    r"\w+)\s+){1,5}(?:in|under|on)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE)
RELEASED = re.compile(
    r"^[^.;]{0,140}\b(?<!not )(?:released|left|leaves|emerged|emerges|come\s+out|came\s+out|exited|exits|freed|discharged|"
    r"let\s+out|is\s+out|"
    r"moved\s+out|removed|got\s+out|graduated|given\s+the\s+all[\s-]clear|its\s+freedom)\b", re.IGNORECASE)
"""Beyond it: the stay is over."""
THEN_IN = re.compile(r"(?:,\s|\(|[–—]\s|\b(?:was|were)\s)(?:then|at\s+the\s+time|at\s+that\s+time|back\s+then|"
                     r"until\s+recently|until\s+then|formerly|once|previously|lately)\s+(?:in|under|"
                     r"subject\s+to)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
WAS_IN = re.compile(r"(?<!when it )\b(?:was|were|had\s+been)\s+(?:itself\s+|also\s+)?(?:in|under|"
                    r"subject\s+to)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
FOR_LONG = re.compile(r"\s+(?:for\s+(?:(?!at\s+least|the\s+next)\w+\s+){0,3}(?:years?|months?|decades?|weeks?)\b|"
                      r"once\s*[.,;)]|at\s+one\s+time\b|until\s|back\s+then\b)", re.IGNORECASE)
"""Beyond "was in": how long it was."""
WHILE_IN = re.compile(r"\b(?:while|whilst|when)\s+(?:it\s+was\s+|still\s+)?(?:in|under)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
STILL_NOW = re.compile(r"\b(?:is|are|has|have|must|will|can|may|remains?|cannot|should|does|do|gets?|receives?)\b", re.IGNORECASE)
NATURES: frozenset[Nature] = frozenset({"state", "standing"})


def _superseded(before: str, after: str) -> bool:
    """Whether a grade or segment is told as the one that another took the place of: "from good", "was good, is now outstanding"."""
    if SUPERSEDED_BEFORE.search(before):
        return True
    found = SUPERSEDED_AFTER.search(after)
    return found is not None and ("now" not in found.group() or WAS_BEFORE.search(before) is not None)


def past_spell(sheet: Sheet, sentence: Sentence, start: int, end: int, nature: Nature) -> str | None:
    """The words that set a state wholly in the past, or None where it may go on."""
    if nature not in NATURES:
        return None
    left, right = max(sentence.start, start - 120), min(sentence.end, end + 80)
    after = sheet.text[end:right]
    if nature == "standing" and _superseded(sheet.text[left:start], after):
        return "superseded"
    if nature == "standing" and (previous := PREVIOUSLY.search(sheet.text, left, start)):
        return previous.group()[:40]
    stay = SPENT.search(sheet.text, left, start) or THEN_IN.search(sheet.text, left, start)
    if stay is None and (stay := AFTER_STAY.search(sheet.text, left, start)) and not RELEASED.match(sheet.text[end:sentence.end]):
        stay = None
    if stay is None and (stay := WHILE_IN.search(sheet.text, left, start)) and STILL_NOW.search(sheet.text, end, sentence.end):
        stay = None
    if stay is None and FOR_LONG.match(sheet.text, end, sentence.end):
        stay = WAS_IN.search(sheet.text, left, start)
    if stay and nature == "state":
        return stay.group().strip(" ,(–—")[:40]
    if nature == "state" and (gone := DISSOLVED.search(sheet.text, end, sentence.end)):
        return gone.group()
    span = SPAN.search(after)
    if span and not re.search(r"[.;]", after[:span.start()]):
        return span.group()
    before = sheet.text[left:start]
    was = WAS.search(before)
    if sheet.published is None or was is None or ENTERED.search(was.group()):
        return None
    year = sheet.published[:4]
    for moment in dates_in(sheet.text, sheet.published, left, right):
        if SINCE_THEN.search(sheet.text, min(moment.end, end), max(moment.start, start)):
            continue
        if moment.date[:4] < year and not SINCE.search(sheet.text, max(left, moment.start - 14), moment.start) and not (
                SINCE.search(sheet.text[moment.start:moment.end].split()[0])):
            return f"{was.group().split()[0]} {sheet.text[moment.start:moment.end]}"
    return None
