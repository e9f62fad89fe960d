"""Organisations named in answer to what the text has just asked or counted: "There are three: A, B and C", "Among them were D".

"Eleven trusts were told last week that they would enter special measures. They include Burton and Medway." The first sentence
is about no one that could be told; the second says who.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from nlp.candidates import Group, groups_in
from nlp.kinds.intervention.lists import LISTED
from nlp.kinds.intervention.patterns import Page, compiled
from nlp.kinds.intervention.topics import Topics
from nlp.sheet import Sentence, Subject, Trigger

NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|a dozen)"
ANSWER = compiled(
    rf"^[\s\W]*(?:\(?\d\)? )?(?:(?:answer|a|reply)[:.] ?)?(?:(?:as )?(?:at|on|of|to|by|in) [^,:;.]{{3,25}}?[,:]? ?)?"
    rf"(?:there(?:'s| are| were| is| was| remain\w*) (?:now |currently |only |just |still )?{NUMBER}(?: (?:such |of them|"
    rf"trusts?|providers?|"
    rf"in all|at present|now|left))*"
    rf"|(?:they|these|those|the (?:trusts|providers|names|{NUMBER}(?: trusts| providers)?)) (?:are|were|include\w*|comprise\w*)"
    rf"|(?:among|amongst) (?:them|those|these)(?: \w+){{0,2}} (?:are|were|is|was)"
    rf"|(?:those|the trusts|the ones) (?:named|concerned|affected|included|in question|listed|chosen|"
    rf"involved)[^:.]{{0,25}} (?:are|were)"
    rf"|(?:namely|in full|the list|the names?)|they include[sd]?"
    rf"|(?:yes|{NUMBER}))?(?: as follows)? ?[:,;-]? ?(?:the |both )?$")
ASKS = compiled(rf"\b(?:which|how many|what (?:trusts|providers|systems)|list of|name(?:s|d)? the|who(?:'s| is| are))\b|"
                rf"\b{NUMBER} (?:\w+ ){{0,3}}(?:trusts|hospitals|providers|systems|organisations|icbs|areas|services|of them)\b|"
                rf"\b(?:several|some|other|these|those) (?:\w+ )?(?:trusts|hospitals|providers|systems)\b")
"""What a sentence must hold that a bare list of organisations answers."""
SHUT = compiled(r"\b(?:not|never(?! events?)|none|without|except|neither|nor|no longer|unlike)\b")
QUESTION = compiled(r"\?[\"')]*$|^\W*(?:to ask|\w+ asked|asked)\b")
BACK = 3
"""How many sentences back a question may stand; a number is taken up by the next sentence alone."""
NEXT = re.compile(r"[\s\w()&,'-]{0,4}[;,][\s\w]{0,6}")
"""What stands between two organisations of an answer that are not read as one list."""
CLOSE = 90
BARE = 6
"""A sentence with no more than so many characters before and after its organisations is a bare list of them."""


def find_answers(page: Page, triggers: Sequence[Trigger], topics: Topics) -> Iterator[Trigger]:
    """Claims about the organisations that an answer lists."""
    said = sorted((t for t in (*triggers, *page.mentioned) if t.subtype in LISTED), key=lambda t: t.start)
    starts = [t.start for t in said]
    if not said:
        return
    for sentence in page.sheet.sentences:
        group = next((group for group in groups_in(page.sheet, sentence.start, sentence.end) if group.codes), None)
        if group is None or group.names[0].form == "anaphor":
            continue
        if ANSWER.match(page.folded[sentence.start:group.start]) is None:
            continue
        position = bisect_left(starts, sentence.start)
        if position < len(starts) and starts[position] < sentence.end:
            continue
        bare = group.start - sentence.start < BARE
        asked = _asked(page, sentence, said[position - 1], bare=bare) if position else None
        if asked is not None and not (bare and sentence.end - group.end > BARE):
            yield from _claims(page, sentence, group, asked)


def _asked(page: Page, sentence: Sentence, trigger: Trigger, *, bare: bool) -> Trigger | None:
    """What was asked of no one in particular, in the sentences right before."""
    held = page.sheet.sentence_at(trigger.start)
    if held is None or (page.names_one(held) and bare):
        return None
    if SHUT.search(page.folded, max(held.start, trigger.start - CLOSE), min(held.end, trigger.end + CLOSE)):
        return None
    question = QUESTION.search(page.folded[held.start:held.end]) is not None
    if sentence.index - held.index > (BACK if question else 1) or not ASKS.search(page.folded, held.start, held.end):
        return None
    return None if bare and not (question or page.folded[held.end - 1:held.end] == ":") else trigger


def _claims(page: Page, sentence: Sentence, first: Group, asked: Trigger) -> Iterator[Trigger]:
    end = first.end
    for group in groups_in(page.sheet, first.start, sentence.end):
        if not group.codes or (group.start != first.start and NEXT.fullmatch(page.folded[end:group.start]) is None):
            return
        yield Trigger("intervention", asked.subtype, group.start, group.end, "intervention.answer", asked.value,
                      status=asked.status, quote=(sentence.start, sentence.end), confidence=0.7,
                      subjects=tuple(Subject(code, 0.85, "answer") for code in group.codes))
        end = group.end
