"""What took the place of an intervention, and what is left of it: "replaced by a new set", "discharged, bar those on finance".

The old one is over and the new one holds; of one that is lifted in part, the rest holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpora.schema import Status
from nlp.kinds.intervention.patterns import Page, compiled
from nlp.sheet import Sentence, Trigger

REPLACEABLE = frozenset({"enforcement_undertakings", "licence_condition", "urgent_conditions", "warning_notice",
                         "requirement_notice",
                         "improvement_director"})
NEW = (r"(?:an? |the )?(?:\w+ ){0,3}(?:(?P<new>new|fresh|second|third|further|revised|shorter|longer|wider|tighter|narrower|"
       r"fuller|different|"
       r"stricter|broader|replacement|another) )(?:and \w+ )?(?:\w+ )?(?:sets?|ones?|undertakings|conditions?|version|"
       r"agreements?|promises|notices?|"
       r"package|director|advis[eo]r)\b|one (?:which|that|on|about)\b")
REPLACED = compiled(
    rf"^[^.;|]{{0,110}}?\b(?P<when>(?:was|were|has|have|had|been|is|are|being) (?:\w+ ){{0,2}}|(?:will|shall|to|may|"
    rf"should) (?:\w+ ){{0,2}}?be "
    rf"|be )(?P<verb>superseded|replaced|succeeded|followed)\b[^.;|]{{0,40}}?\bby (?P<successor>{NEW})")
TO_COME = compiled(r"\b(?:will|shall|to|may|should|be)\b(?! have)")
LEFT_OVER = compiled(
    r"^[^.;|]{0,90}?\b(?:bar|except(?: for)?|save(?: for)?|apart from|other than|but not(?: of| from| for)?|with the exception of|"
    r"all but|excluding|leaving) (?P<rest>(?:those|the ones?|that|one|two|three|paragraphs?|parts?|the (?:one|part|rest)|"
    r"finance|the finan\w+)"
    r"(?: \w+){0,3})")
OVER = compiled(r"\b(?:released|freed|discharged|lifted|removed|withdrawn|closed|met|complied|rid|lapsed|expired|ended|out of)\b")
REACH = 160


def successors(page: Page, sentence: Sentence, trigger: Trigger) -> Iterator[Trigger]:
    """The trigger, and one for what replaced it or for what is left of it."""
    if trigger.subtype not in REPLACEABLE:
        yield trigger
        return
    after = page.folded[trigger.end:min(sentence.end, trigger.end + REACH)]
    replaced = REPLACED.search(after)
    if replaced is not None:
        coming = TO_COME.search(replaced["when"]) is not None
        yield replace(trigger, status="current" if coming else "ended")
        yield _other(trigger, replaced, "successor", "planned" if coming else "current")
        return
    yield trigger
    rest = LEFT_OVER.search(after)
    if rest is not None and OVER.search(page.folded, max(sentence.start, trigger.start - 60), trigger.end + rest.start("rest")):
        yield _other(trigger, rest, "rest", "current")


def _other(trigger: Trigger, found: re.Match[str], group: str, status: Status) -> Trigger:
    return replace(trigger, start=trigger.end + found.start(group), end=trigger.end + found.end(group), status=status,
                   rule=f"intervention.{group}", confidence=0.7)
