"""Sentences with no verb, or hardly any: "North Bristol in; Leicester out", "Royal Orthopaedic: likewise", "Bolton: none held"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from nlp.kinds.intervention.patterns import Page, compiled
from nlp.kinds.intervention.references import ENTERED, NOTICES, PROMISES
from nlp.kinds.intervention.topics import Topics
from nlp.sheet import Name, Sentence, Subject, Trigger

ASIDE = r"(?:, [^,.;]{3,60}, ?)?"
IN_OUT = compiled(rf"{ASIDE} ?(?:(?P<current>(?:still |back )?in)|(?P<out>(?:now |already )?out))(?= ?[.;]|$)")
ALIKE = compiled(r" ?[.:,;-] ?(?:likewise|ditto|the same|as above|similarly|same again)(?= ?[.;,]|$)")
REPEATED = ENTERED | NOTICES | PROMISES | frozenset({"mandated_support", "licence_breach", "licence_condition",
                                                     "improvement_director"})
BACK = 5
"""How many sentences back stands what "likewise" repeats."""


def find_bare(page: Page, triggers: Sequence[Trigger], topics: Topics) -> Iterator[Trigger]:
    """Claims about organisations of which hardly a word is said."""
    said = sorted((t for t in (*triggers, *page.mentioned) if t.subtype in REPEATED), key=lambda t: t.end)
    ends = [t.end for t in said]
    for name in page.sheet.names if said or topics.of_title else ():
        if not name.code or name.form == "anaphor":
            continue
        alike = ALIKE.match(page.folded, name.end, min(len(page.folded), name.end + 30))
        in_out = None if alike else IN_OUT.match(page.folded, name.end, min(len(page.folded), name.end + 90))
        sentence = page.sheet.sentence_at(name.start) if alike or in_out else None
        if sentence is None:
            continue
        place = bisect_right(ends, name.start) - 1
        earlier = _near(page, sentence, said[place]) if place >= 0 else None
        if alike is not None and earlier is not None and not _others_between(page, earlier, sentence):
            yield _repeated(sentence, name, earlier)
        elif in_out is not None and (subtype := earlier.subtype if earlier else topics.main(ENTERED)) in ENTERED:
            end = in_out.end()
            start = in_out.start("current") if in_out["current"] else in_out.start("out")
            yield Trigger("intervention", subtype, start, end, "intervention.bare",
                          status="current" if in_out["current"] else "ended", subjects=(Subject(name.code, 0.8, "bare", name),),
                                                                                                confidence=0.6)


def _others_between(page: Page, earlier: Trigger, sentence: Sentence) -> bool:
    """Whether a sentence between is about others, so that it is what is said there that is repeated."""
    held = page.sheet.sentence_at(earlier.start)
    return held is not None and any(name.code and name.form != "anaphor" for name in page.sheet.names_in(held.end, sentence.start))


def _near(page: Page, sentence: Sentence, last: Trigger) -> Trigger | None:
    """What was named last, if not too far back."""
    held = page.sheet.sentence_at(last.start)
    return last if held is not None and sentence.index - held.index <= BACK else None


def _repeated(sentence: Sentence, name: Name, earlier: Trigger) -> Trigger:
    return Trigger("intervention", earlier.subtype, earlier.start, earlier.end, "intervention.bare", earlier.value,
                   status=earlier.status, quote=(sentence.start, sentence.end), subjects=(Subject(name.code, 0.8, "bare",
                                                                                                  name),), confidence=0.6)
