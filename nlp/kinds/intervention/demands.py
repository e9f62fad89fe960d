"""What is only asked for: a campaigners' demand is no fact, a minister's or regulator's refusal of it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Sentence, Trigger

DEMANDED = compiled(
    r"\b(?:campaigners?|famil(?:y|ies)|parents|relatives|unions?|unison|unite|mps?|councillors?|petition\w*|residents|"
    r"patients' groups?|governors?|protesters?|i|he|she|they|member for [a-z ]+)\b"
    r"[^.;]{0,40}\b(?:wants?|wanted|calls?(?: \w+)? (?:for|on)|called(?: \w+)? (?:for|on)|calling (?:for|on)|demand(?:s|ed|"
    r"ing)?|ask(?:s|ed|ing)? (?:\w+ ){0,4}(?:for|to)|urg(?:e|es|ed|ing)|press(?:ed|ing)? for|"
    r"pushing for|petition\w* for)\b[^.;]{0,90}$|\b(?:calls|demands|call|demand|petition|pressure|plea) (?:for|"
    r"to)\b[^.;]{0,70}$")
REFUSED = compiled(r"\b(?:no plans?|will not|won't|wouldn't|would not|ruled (?:it|that|this|one) out|ruled out|declin\w+|"
                   r"reject\w+|refus\w+|turned (?:that |it |this |them )?down|no intention|not persuaded|did not need|"
                   r"not minded|no need|doesn't propose|decided against|there will not)\b")


def only_what_is_so(page: Page, sentence: Sentence, triggers: Iterable[Trigger]) -> Iterable[Trigger]:
    """The triggers without those that are only demanded; where this or the next sentence tells of a refusal, denied."""
    for trigger in triggers:
        if trigger.subtype == "prosecution" or not DEMANDED.search(page.folded, max(sentence.start, trigger.start - 160),
                trigger.start):
            yield trigger
            continue
        following = page.sheet.sentences[sentence.index + 1:sentence.index + 2]
        end = following[0].end if following else sentence.end
        if REFUSED.search(page.folded, trigger.end, end) or (
                REFUSED.search(page.folded, max(sentence.start, trigger.start - 160), trigger.start)):
            yield replace(trigger, status="negated")
