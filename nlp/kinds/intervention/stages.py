"""How far a review has come: to start, under way, or reported; told by the rest of the sentence or by the next one about it."""

from __future__ import annotations

import re
from dataclasses import replace

from corpora.schema import Status
from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Sentence, Trigger

REVIEWS = frozenset({"independent_review", "deep_dive_review"})
DENIED = compiled(r"\b(?:no|not|n't|never|none|neither|declin\w+|refus\w+|reject\w+|ruled out|turned (?:that |it |"
                  r"this )?down|without|want\w*|calls? for|called for|calling for|demand\w*|asked for an?|urg\w+|"
                  r"campaign\w*|petition\w*|whether|could|might)\b")
RUNNING = compiled(
    r"\b(?:who (?:leads|chairs|heads|is leading|is chairing|is heading) (?:the|an?|its|this|that)|under way|underway|"
    r"in progress|has (?:now )?begun|(?:is|are|been) (?:now )?(?:taking evidence|being (?:led|"
    r"carried out|conducted)|ongoing|continuing)|(?:has )?yet to (?:report|publish|finish)|"
    r"awaited|hasn't (?:finished|reported)|not (?:yet )?(?:reported|finished)|(?:is|are|was|were|will|expected|"
    r"due) (?:\w+ )?(?:to )?(?:report\b|publish|be published|conclude|finish)(?! on)|at draft|in draft|still (?:running|"
    r"sitting|in progress|going)|"
    r"goes on|got under way|now being|is looking|are looking|is examining|began (?:work |its work )?(?:on|in|last|this)|"
    r"opened (?:on|in|last|this)|pending|reports? (?:in|next|by|later|this) (?!\w+ \d{4})|"
    r"(?:hasn't|has not|have not|haven't|yet to) (?:\w+ )?(?:finish\w*|report\w*|be published|been published)|no sign of (?:the|"
    r"its|a) report)\b")
TO_START = compiled(
    r"\b(?:(?:will|is|are|due|should|would|expected|would be|set)(?: to)? (?:\w+ )?(?:begin|start|run from|take place|last|"
    r"commence|look at|"
    r"look into|examine|be (?:held|set up|launched|led|carried out|conducted|commissioned|"
    r"established|undertaken|required|ordered))|begins?\b|starts?\b|starting (?:in|on|after|next)|beginning (?:in|on|after|"
    r"next)|(?:has|have) (?:been )?(?:requested|asked for)|to be (?:held|carried out|led by|commissioned|put out|paid for)|"
    r"(?:has|have) yet to (?:begin|start)|there will be|(?:chair|dates?|terms of reference) (?:\w+ ){0,3}(?:not|yet|will)|"
    r"coming (?:in|on|next)|comes (?:on|in)|fieldwork from)\b")
REPORTED = compiled(
    r"\b(?:reported|(?:was|were|has been|have been|been) (?:published|finished|completed|delivered|received)|"
    r"published (?:in|on|last|by|today|this|its|a|the)|concluded|found|finds|finished|is (?:finished|complete|over|out)|"
    r"came out|appeared|ended|set out|"
    r"had (?:already )?(?:described|said|found|warned|reported)|came to an end|wound up|whose report|having said|"
    r"recommended|recommendations|(?:rated|judged|scored|graded) (?:the|its|our|this) (?:board|trust|leadership)|"
    r"the report (?:of|on|by|from)|findings|publication of|received (?:in|last)|its report|"
    r"(?:has|have|had) (?:\w+ )?(?:reviewed|examined|investigated|looked|been looked|gone through))\b")
INQUIRY = r"(?:inquir(?:y|ies)|enquir(?:y|ies)|investigations?|probes?)"
OF_LICENCE = compiled(rf"\b{INQUIRY}\b[^.;]{{0,60}}\b(?:licen[cs]e|(?:in|a|any) breach|authorisation)\b|\blicen[cs]e {INQUIRY}\b")
BY_REGULATOR = compiled(
    rf"\b(?:monitor|nhs improvement|nhsi|nhs england|nhse|the tda|regulator)\b[^.;]{{0,50}}\b(?:open(?:ed|s)|beg[au]n|"
    rf"launch(?:ed|es)|start(?:ed|s)|clos(?:ed|es))\b[^.;]{{0,30}}\b{INQUIRY}\b|"
    rf"\b(?:monitor|nhs improvement|nhsi|nhs england|nhse|tda)(?:'s)? {INQUIRY}\b|"
    rf"\bits {INQUIRY} into (?:the |its )?(?:trust's )?(?:finances|governance)\b")
INDEPENDENT = compiled(r"\b(?:independent\w*|external\w*|outside\w*|commission\w*|public inquiry|statutory|qc|kc|led by|chaired by|"
                       r"royal college|accountants?|consultants|firm)\b")
INTERIM = compiled(r"\b(?:interim|emerging|initial|early|preliminary) (?:findings|reports?|conclusions|recommendations)\b")
FINAL = compiled(r"\b(?:final|full|complete[ds]?|concluded|finished|ended|closed)\b")
"""A review that has told its first findings runs until it tells the last."""
REPORT = compiled(r"reports?$")
"""A review named by its report has been written."""
LATER = compiled(r"(?:it|they|he|she|its|their|the (?:review|inquiry|report|work|investigation|team|reviewers?|chair|firm|"
                 r"panel|findings|diagnostic)|published|reported|visits|evidence|fieldwork|work|dates|reviewers)\b")
BEGUN = compiled(r"[^.;:]{0,60}?,? (?:which|that|and) (?:has |have |is |are |was |were )?(?:now |already |since |just |"
    r"recently )*(?:begun|began|"
                 r"started|got under way|under way|underway|in progress|running|in its)\b(?! (?:in|on|by) (?:\w+ )?next)")
"""After a review that somebody asked for: it goes on."""
BACK = 90
AHEAD = 400
STAGES: tuple[tuple[re.Pattern[str], Status], ...] = ((RUNNING, "current"), (TO_START, "planned"), (REPORTED, "ended"))


def with_stage(page: Page, sentence: Sentence, trigger: Trigger) -> Trigger:
    """The trigger with the status that the stage of the review gives it, where the text tells."""
    if trigger.subtype not in REVIEWS or trigger.status is not None:
        return trigger
    start = max(sentence.start, trigger.start - BACK)
    words = page.folded[start:min(sentence.end, trigger.end + AHEAD)]
    if BEGUN.match(page.folded, trigger.end, sentence.end):
        return replace(trigger, status="current")
    if DENIED.search(page.folded, start, min(sentence.end, trigger.end + BACK)):
        return trigger
    stage = _stage(words)
    following = page.sheet.sentences[sentence.index + 1:sentence.index + 2]
    if following and following[0].paragraph == sentence.paragraph and LATER.match(page.folded, following[0].start,
            following[0].end):
        later = page.folded[following[0].start:min(following[0].end, following[0].start + AHEAD)]
        stage = stage if stage == "current" else (None if DENIED.search(later) else _stage(later)) or stage
    if stage is None and REPORT.search(page.folded[trigger.start:trigger.end]):
        stage = "ended"
    return replace(trigger, status=stage) if stage else trigger


def is_the_regulators_own(page: Page, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a review is a regulator's own investigation of a licence or of money, which is a ``licence_breach`` and no review."""
    if trigger.subtype != "independent_review":
        return False
    start, end = max(sentence.start, trigger.start - BACK), min(sentence.end, trigger.end + BACK)
    return (INDEPENDENT.search(page.folded, start, end) is None
            and any(pattern.search(page.folded, start, end) for pattern in (OF_LICENCE, BY_REGULATOR)))


def _stage(words: str) -> Status | None:
    if INTERIM.search(words) and not FINAL.search(words):
        return "current"
    for pattern, status in STAGES:
        if pattern.search(words):
            return status
    return None
