"""What the next sentence makes of a claim: it answers a question, denies a report, or tells the end."""

from __future__ import annotations

import re
from typing import Literal

from nlp.cues import Nature
from nlp.hypothetical import asked_within, is_choice, is_question
from nlp.sheet import Sentence, Sheet
from nlp.signs import plain

Reply = Literal["denied", "affirmed", "ended", "asked"]
Wish = Literal["demanded", "considered"]

AUXILIARY = r"(?:is|was|has|had|did|does|do|are|were|have|will|would|can|could)"
DENIAL = re.compile(
    r"^\W*(?:it|that|this|the\s+\w+)\s+(?:is|was|has\s+proved|proved)\s+(?:\w+\s+)?(?:false|untrue|wrong|unfounded|"
    r"baseless|nonsense)\b|"
    rf"^\W*(?:(?:a|answer|reply|witness)\s*[.:–—-]\s*)?(?:no\s*(?:[.,;:!–—-]|$)|never\s*[.,;:!]|not\s+(?:so|true|at\s+all)\b|"
    rf"(?:it|they|that|this|there)\s+{AUXILIARY}(?:n't|\s+not|\s+never)\b\s*(?:[.,;:!–—(]|$|so\b|yet\b)|"
    r"(?:that|this|the\s+(?:claim|report|rumour|story))\s+(?:is|was)\s+(?:not\s+(?:so|true|the\s+case|right)|untrue|wrong|"
    r"false|mistaken)\b)")
"""Denies what was said before, whether or not it was asked."""
REFUSAL = re.compile(
    rf"^\W*(?:(?:a|answer|reply|witness)\s*[.:–—-]\s*)?(?:no\b(?!\s+longer|\s+doubt)|none\b|nil\b|never\b|neither\b|not\b|"
    rf"nobody\b|nothing\b|"
    rf"(?:it|they|he|she|that|this|we|there|the\s+(?:trust|board|regulator|icb|hospital))\s+{AUXILIARY}(?:n't|\s+not|\s+never)\b|"
    r"(?:there|it|they|we)\s+(?:(?:is|are|was|were|has|have|had)\s+)?(?:been\s+|received\s+|had\s+)?(?:none|"
    r"nil)\b(?!\s+(?:on|about|for)\b)|"
    r"the\s+answer\s+(?:is|was)\s+(?:no|that\s+(?:it|they)\s+\w+\s+not)|decision:?\s+(?:no|not|declined)|i\s+(?:won't|"
    r"will\s+not|do\s+not|have\s+not|am\s+not)\b|"
    r"(?:he|she|they|ministers|(?:the|nhs|cqc|monitor)\b[^.]{0,60}?)\s+(?:(?:has|have|had)\s+)?(?:declined|refused|rejected|"
    r"ruled\s+(?:it|that)\s+out|"
    r"turned\s+(?:it|that|them|this)\s+down|said\s+(?:no|it\s+(?:would|will)\s+not|that\s+(?:it|there)\s+\w+\s+(?:not|no))|"
    r"denied|dismissed|(?:has|have|had)\s+no\s+plans?)\b)")
"""Refuses what was asked or called for."""
REFUSED = re.compile(
    r"^\W*(?:the\s+answer\s+(?:is|was)\s+no|decision:?\s+(?:no|not|declined)|(?:he|she|they|it|ministers|(?:the|nhs|cqc|"
    r"monitor)\b[^.]{0,60}?)\s+"
    r"(?:(?:has|have|had)\s+)?(?:(?:since|later|then)\s+)?(?:declined|refused|rejected|ruled\s+(?:it|that)\s+out|"
    r"turned\s+(?:it|that|them|this)\s+down|"
    r"decided\s+(?:not|against)|said\s+no\b|dismissed)\b(?!\s+to\s+(?:comment|say|discuss|be\s+drawn)))")
"""Refuses what was only considered."""
WITHDRAWAL = re.compile(
    r"^\W*(?:(?:it|this|that|they|the\s+(?:incident|event|case|entry))\s+(?:\w+\s+){0,3}?)?(?:de-?escalated|downgraded|"
    r"withdrawn|stood\s+down|stepped\s+down|reclassified|taken\s+off)\b")
AFFIRMATION = re.compile(
    rf"^\W*(?:(?:a|answer|reply|witness)\s*[.:–—-]\s*)?(?:yes\b|correct\b|indeed\b|(?:it|they|he|she|we|"
    rf"there|the\s+(?:trust|board|icb|cqc|hospital))\s+{AUXILIARY}\s*(?:[.,;:!]|$)|that\s+(?:is|was)\s+(?:so|right|correct|"
    rf"true|the\s+case)\b)")
ENDING = re.compile(
    r"^\W*(?:(?:it|they|these|those|this|that|both|all|each|she|he|the\s+(?:review|inquiry|investigation|notices?|conditions?|"
    r"undertakings?|suspension|lists?|unit|ward|service|regime|adviser|director))\s+)"
    r"(?:(?:was|were|has|have|had|is|are|been|since|both|all|now|also|later|duly|then|being|again|formally|finally|"
    r"subsequently)\s+){0,4}"
    r"(?:lifted|removed|withdrawn|discharged|closed|ended|discontinued|rescinded|revoked|cancelled|terminated|lapsed|expired|"
    r"reopened|re-opened|restarted|re-started|resumed|met|complied\s+with|"
    r"superseded|came\s+to\s+an\s+end|came\s+out|left\s+(?:it|them|in|the)|came\s+off|signed\s+off|taken\s+off)\b"
    r"(?!\s+(?!all\b|both\b)(?:\w+\s+)?(?:of\b|criteria|targets?|standards?|milestones))")
LEAVING = re.compile(
    r"^\W*(?:(?:(?:in|by|within|after|on|only|just|about|some|almost|less\s+than|nearly|last|this|"
    r"that)\s+)?(?:\w+\s+){0,3}?(?:later|on|ago|christmas|"
    r"easter|spring|summer|autumn|winter|years?|months?|weeks?|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|"
    r"(?:19|20)\d\d|then),?\s+)?(?:(?:it|they|we|both|each|all|the\s+(?:trust|hospitals?|organisation|icb|board|provider|"
    r"system))\s+)"
    r"(?:(?:was|were|has|have|had|is|are|been|since|both|all|now|also|later|duly|then|being|again|formally|finally|eventually|"
    r"no\s+longer\s+is|is\s+no\s+longer|(?:is|are)(?:n't|\s+not)\s+(?:now|today|any\s+(?:longer|more))|subsequently|itself|"
    r"to|able|allowed|managed|got|came|fought|climbed|worked|soon)\s+){0,5}"
    r"(?:emerged|emerge|released|freed|exited|exit|discharged|graduated|let\s+(?:out|go)|out\b(?!\s+of\s+(?!it|them|"
    r"special))|left\b(?=\s*(?:[.,;]|it|them|in\b|on\b|last|two|three|a\b|"
    r"after|within|the\s+(?:following|next|regime|programme))|$)|de-?escalated|removed|taken\s+(?:out|off)|stepped\s+down)\b")
"""Leaves what the sentence before put it in: "Two years later it was out"."""
GRANTED = re.compile(
    r"^\W*(?:(?:he|she|they|it|ministers|(?:the|nhs|cqc|monitor)\b[^.]{0,50}?)\s+(?:(?:has|have|had|since|later|then|duly|"
    r"now)\s+){0,2}(?:agreed|accepted|"
    r"approved|concurred|obliged)\b(?!\s+to\s+(?:consider|look|meet|discuss|review|wait|delay))|(?:that|this|"
    r"the)\s+(?:\w+\s+){0,2}?(?:recommendation|advice|request|proposal|"
    r"application)?\s*(?:was|has\s+been|were|is)\s+(?:now\s+|since\s+|duly\s+)?(?:accepted|agreed|approved|granted|acted\s+on)\b)")
"""Grants what was recommended or applied for."""
REPORTED = re.compile(
    r"^\W*(?:it|its\s+(?:report|findings|authors?|author|conclusions?)|the\s+(?:review|inquiry|report|investigation|reviewers)|"
    r"they|he|she)\s+(?:\w+\s+){0,2}?"
    r"(?:reported|concluded|found|said|described|criticised|recommended|identified|published|made|highlighted|warned|"
    r"was\s+published|revealed|spoke\s+of|blamed|speaks|says|finds)\b")
SPOKEN = re.compile(
    r"^[^.?!;]{0,80}?\b(?:said|says|replied|answered|confirmed|advised|responded|explained|clarified|stated|told\s+(?:him|"
    r"her|them|the\s+\w+))\b"
    r"(?:,)?(?:\s+that)?\s+")
"""Who replies, before what he replies: "The Chair confirmed that"."""
LAST = 160
"""A trigger further than this from the end of its sentence is not what the next one answers."""


def reply_to(sheet: Sheet, sentence: Sentence, start: int, end: int, nature: Nature, *,
             wish: Wish | None = None) -> Reply | None:
    """What the next sentence makes of what the trigger at ``[start, end)`` says; ``asked`` where a question stays open.

    ``wish`` where the sentence demands or considers it, so that a refusal may follow.
    """
    if (embedded := asked_within(sheet, sentence, start, end)) is not None:
        return _reply_within(sheet, sentence, end) or _answered(_following(sheet, sentence)) or embedded
    asked = is_question(sheet, sentence)
    following = _following(sheet, sentence)
    if sentence.end - end > LAST:
        return "asked" if asked else None
    if asked and is_choice(sheet, sentence):
        return "asked"
    if asked and (answered := _answered(following)):
        return answered
    if DENIAL.match(following) or (nature == "incident" and WITHDRAWAL.match(following)):
        return "denied"
    if (asked or wish == "demanded") and REFUSAL.match(following):
        return "denied"
    if wish == "considered" and REFUSED.match(following):
        return "denied"
    told_next = (following, _unspoken(following), _beyond(sheet, sentence, end))
    if nature != "moment" and any(ENDING.match(words) for words in told_next):
        return "ended"
    if nature == "state" and wish is None and any(LEAVING.match(words) for words in told_next):
        return "ended"
    if wish == "considered" and GRANTED.match(following):
        return "affirmed"
    if not asked:
        return "ended" if nature == "review" and REPORTED.match(following) else None
    return "affirmed" if AFFIRMATION.match(following) else "asked"


def _answered(words: str) -> Reply | None:
    """What an answer makes of the question, with or without its speaker: "The Chair said that it was not"."""
    answer = _unspoken(words)
    return "denied" if REFUSAL.match(answer) else "affirmed" if AFFIRMATION.match(answer) else None


def _reply_within(sheet: Sheet, sentence: Sentence, end: int) -> Reply | None:
    """The answer that the same sentence gives to what it says was asked: "Asked whether …, she said it was not"."""
    words = plain(sheet.text[end:min(sentence.end, end + LAST)])
    clause = re.search(r"[,;]\s+(?:and\s+|but\s+|to\s+which\s+)?", words)
    return _answered(words[clause.end():]) if clause and SPOKEN.match(words[clause.end():]) else None


def _unspoken(words: str) -> str:
    """What is said, without who says it."""
    spoken = SPOKEN.match(words)
    return words[spoken.end():] if spoken else words


def _beyond(sheet: Sheet, sentence: Sentence, end: int) -> str:
    """What the sentence says after the next semicolon, without who says it."""
    words = plain(sheet.text[end:min(sentence.end, end + LAST)])
    clause = re.search(r";\s+(?:and\s+|but\s+)?", words)
    return _unspoken(words[clause.end():]) if clause else ""


def _following(sheet: Sheet, sentence: Sentence) -> str:
    """The beginning of the next sentence, in the same paragraph or the one after."""
    if sentence.index + 1 >= len(sheet.sentences):
        return ""
    nearest = sheet.sentences[sentence.index + 1]
    if nearest.paragraph > sentence.paragraph + 1:
        return ""
    return plain(sheet.text[nearest.start:min(nearest.end, nearest.start + 160)])
