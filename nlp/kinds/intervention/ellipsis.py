"""Sentences that leave the intervention unsaid: "so has Medway", "nor was Bolton", "as do Barts and Walsall", "Leeds isn't."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpora.schema import Status
from nlp.kinds.intervention.patterns import Page, compiled
from nlp.kinds.intervention.references import ENTERED, NOTICES, PROMISES
from nlp.sheet import Name, Sentence, Subject, Trigger

AUXILIARY = r"(?:has|have|had|is|are|was|were|does|do|did|will|would)"
LIKEWISE = compiled(rf"\b(?:(?:so|as) {AUXILIARY}|and so too {AUXILIARY})\b(?! (?:the|that|it|they|he|she|this|not|we|you|"
                    rf"many|much)\b)")
NEITHER = compiled(rf"\b(?:nor|neither) {AUXILIARY}\b(?! (?:it|they|he|she|there|this|we)\b)")
DENIED = compiled(r"\b(?:isn't|aren't|wasn't|weren't|hasn't|haven't|is not|are not|was not|were not|has not|never was|"
                  r"never did|never has)(?= ?[.;,]| either\b)|\b(?:isn't|is not|wasn't|was not|were not|are not|"
                  r"aren't) (?:among|one of) (?:them|these|those)\b")
AFFIRMED = compiled(r"(?<=[a-z']) (?:is|was|has|are|have|were)(?= ?[.;]|, (?:too|as|and)\b| too\b| as well\b| also\b)")
NONE = compiled(r"\b(?:hasn't|haven't|has not|have not|has never|have never|never|wasn't|was not|"
                r"weren't)(?: \w+){0,4} (?:one|any|them)(?= ?[.;,]| either\b)|"
                r"\b(?:has|have|had|gave|received|holds?)(?: \w+)? none\b|\bnone (?:needed|served|issued|sought|given|"
                r"required|held)\b")
NO_LONGER = compiled(r"\b(?:no longer (?:has|have|holds?|needs?)|(?:has|have|had) no longer|hasn't had|lost|gave up|"
                     r"shed) (?:one|any|either|them|its own)"
                     r"(?= ?[.;,]|$)")
TOO = compiled(r",? (?:either|too|as well|also)\b")
ALSO = re.compile(r"(?:^|[.:]|\b(?:has|have|had|is|are|was|were|did|does|do|not|n't|in|out|one|none|it|them)(?: too|"
                  r" also)?[;,]?|\b(?:and|but)|likewise[;,])[\W]*$")
"""What stands before "so has …" where it takes up a sentence before: nothing, or a clause that itself leaves all unsaid."""
LEFT_OUT = compiled(r"\b(?:they|these|those|the list|which|it|them) (?:did not|does not|do not|didn't|doesn't|don't) include\b")
CLAUSE_END = re.compile(r"[.;:]|\s(?:but|while|whilst|whereas|although|though)\s")
SAID = ENTERED | NOTICES | PROMISES | frozenset({"mandated_support", "licence_condition", "deep_dive_review", "turnaround",
                                                 "improvement_director", "independent_review",
                "urgent_conditions", "licence_breach"})
FORMS: tuple[tuple[re.Pattern[str], Status | None], ...] = (
    (LIKEWISE, None), (NEITHER, "negated"), (LEFT_OUT, "negated"),
    (DENIED, "negated"), (NO_LONGER, "ended"), (NONE, "negated"), (AFFIRMED, None))
NEAR = 2
"""How many sentences back the intervention may have been said; twice as many in one paragraph."""


def find_unsaid(page: Page, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Claims of organisations that a sentence names without saying again what is claimed of them."""
    said = sorted((t for t in (*triggers, *page.mentioned) if t.subtype in SAID), key=lambda t: t.start)
    starts = [t.start for t in said]
    if not said:
        return
    for pattern, status in FORMS:
        for found in pattern.finditer(page.folded, said[0].start):
            position = bisect_left(starts, found.start()) - 1
            sentence = page.sheet.sentence_at(found.start())
            antecedent = said[position] if position >= 0 else None
            if antecedent is None or sentence is None or found.end() > sentence.end:
                continue
            yield from _claim(page, sentence, found, antecedent, status, after=pattern in (LIKEWISE, NEITHER, LEFT_OUT))


def _claim(page: Page, sentence: Sentence, found: re.Match[str], antecedent: Trigger, status: Status | None, *,
        after: bool) -> Iterator[Trigger]:
    held = page.sheet.sentence_at(antecedent.start)
    near = 2 * NEAR if held is not None and held.paragraph == sentence.paragraph else NEAR
    here = held is not None and held.index == sentence.index
    if here and not after and page.folded[antecedent.end:antecedent.end + 1] == ":":
        here = False
    too = TOO.match(page.folded, found.end(), sentence.end) is not None
    if held is None or sentence.index - held.index > near or (here and not after and not too):
        return
    if after and not here and ALSO.search(page.folded[sentence.start:found.start()]) is None:
        return
    names = _after(page, sentence, found) if after else _before(page, sentence, found)
    if names:
        start, end = (found.start(), found.end()) if status else (antecedent.start, antecedent.end)
        yield Trigger("intervention", antecedent.subtype, start, end, "intervention.unsaid", antecedent.value,
                      status=status or antecedent.status, quote=(sentence.start, sentence.end), confidence=0.65,
                      subjects=tuple(Subject(name.code, 0.8, "ellipsis", name) for name in names))


def _after(page: Page, sentence: Sentence, found: re.Match[str]) -> list[Name]:
    """The organisations named right after, to the end of the clause."""
    stop = CLAUSE_END.search(page.folded, found.end(), sentence.end)
    end = stop.start() if stop else sentence.end
    names = [name for name in page.sheet.names_in(found.end(), end) if name.code]
    return names if names and names[0].start - found.end() <= 25 else []


def _before(page: Page, sentence: Sentence, found: re.Match[str]) -> list[Name]:
    """The organisation that is the subject: named last before, with at most a few words between."""
    names = [name for name in page.sheet.names_in(sentence.start, found.start()) if name.code]
    return names[-1:] if names and found.start() - names[-1].end <= 12 else []
