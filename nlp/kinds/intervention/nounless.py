"""Interventions whose noun is left out after its owner: "Pennine's were discharged", "ours runs on", "one into Yeovil has ended".

The noun is that of the last intervention named: "the undertakings of Salford were closed in May. Bolton's run to March."
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.kinds.intervention.anaphora import Taken
from nlp.kinds.intervention.patterns import Page, compiled
from nlp.kinds.intervention.references import CONDITIONS, ENTERED, NOTICES, PROMISES
from nlp.kinds.intervention.topics import Topics
from nlp.sheet import Name, Sentence, Subject, Trigger

PLURAL_VERB = (r"(?:were|are|have|weren't|aren't|haven't|run|remain|stay|stand|continue|concern|cover|relate|date|bind|end|"
               r"expire|lapse)")
SINGULAR_VERB = (r"(?:was|is|has|wasn't|isn't|hasn't|runs|remains|stays|stands|continues|concerns|covers|relates|dates|binds|ends|"
                 r"expires|lapses|arrives|starts|begins|finishes|leaves|came|comes|goes)")
EITHER_VERB = (r"(?:had|will|would|may|might|could|should|followed|follows?|ended|expired|lapsed|ran|began|arrived|left|"
               r"concerned|covered|"
               r"related|dated|remained|stayed|also|too|likewise)")
OWNER = compiled(
    rf"(?:'s|(?<=s)')(?:(?P<plural> (?:all |both |now |still |too )?{PLURAL_VERB}\b)|(?P<singular> (?:now |still |too |"
    rf"already )?{SINGULAR_VERB}\b)|"
    rf"(?P<either> (?:now |still )?{EITHER_VERB}\b|, (?:dating|given|of|from|too|also|likewise|which|new|signed|accepted|issued|"
    rf"served|agreed|"
    rf"imposed|opened|now|by contrast|however|meanwhile|on the other hand)\b))")
"""What follows the possessive of an owner whose noun is left out: a verb, or words in commas."""
ONE = compiled(
    r"\b(?P<noun>one|another|that|those|the ones?|a (?:second|third|similar|further|parallel|separate) one|ones) "
    r"(?:at|into|of|for|from|against|given by|accepted from|agreed with|agreed by|signed by|issued to|served on|sent to|"
    r"put into|imposed on) "
    r"(?:neighbouring |nearby |the neighbouring |its neighbour,? |the )?$")
OTHER = compiled(r" ?(?:\([^()]{1,60}\) ?)?(?:,[^,.;]{1,60}, ?)?(?:is|was|are|were|makes?|made) (?:another|one of (?:them|these|"
                 r"those)|"
                 r"among (?:them|those|these)|the (?:other|first|second|third|latest|last|only one|only other)|a (?:second|"
                 r"third|fourth|"
                 r"fifth)|also (?:one|among)|one(?: too)?|others?)(?= ?[.,;:)]|$| (?:and|but|too|as)\b)")
"""A predicate that puts an organisation among those spoken of: "Basildon was another"."""
OWNED = ENTERED | NOTICES | PROMISES | CONDITIONS | frozenset({
    "mandated_support", "improvement_director", "independent_review", "deep_dive_review", "licence_breach", "maternity_support",
    "turnaround", "prosecution"})
SEVERAL = frozenset({"enforcement_undertakings", "urgent_conditions", "special_measures", "financial_special_measures"})
"""What is spoken of in the plural, even where there is one set of it."""
NEAR = 2
"""How many sentences back the noun may stand."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What has been named, in order, to find what a left-out noun was."""

    triggers: Sequence[Trigger]
    starts: Sequence[int]

    def before(self, page: Page, sentence: Sentence, offset: int, *, plural: bool | None) -> Trigger | None:
        """The last one named before ``offset`` and not too far back, of a number that fits the verb."""
        position = bisect_left(self.starts, offset)
        for trigger in reversed(self.triggers[max(0, position - 6):position]):
            held = page.sheet.sentence_at(trigger.start)
            back = sentence.index - held.index if held is not None else 0
            if back > NEAR and (held is None or held.paragraph != sentence.paragraph or back > 2 * NEAR):
                return None
            if plural is None or plural == _is_plural(page, trigger):
                return trigger
        return None


def _is_plural(page: Page, trigger: Trigger) -> bool:
    words = page.folded[trigger.start:trigger.end]
    return trigger.subtype in SEVERAL or (words.endswith("s") and not words.endswith("ss"))


def find_nounless(page: Page, triggers: Sequence[Trigger], topics: Topics) -> Iterator[Trigger]:
    """Claims about owners whose noun is left out, and about those said to be another of them."""
    said = sorted((t for t in (*triggers, *page.mentioned) if t.subtype in OWNED), key=lambda t: t.start)
    if not said:
        return
    mentions, taken = Mentions(said, [t.start for t in said]), Taken(triggers)
    for name in page.sheet.names:
        if not name.all_codes or name.start < said[0].start:
            continue
        sentence = page.sheet.sentence_at(name.start)
        if sentence is None:
            continue
        yield from _of_owner(page, sentence, name, mentions, taken)


def _of_owner(page: Page, sentence: Sentence, name: Name, mentions: Mentions, taken: Taken) -> Iterator[Trigger]:
    begin = name.end - 2 if page.folded[name.end - 2:name.end] == "'s" else name.end
    owner = OWNER.match(page.folded, begin, sentence.end)
    if owner is not None and begin < name.end and owner["singular"]:  # "King's is", "St George's was": it is the name itself
        return
    other = None if owner else OTHER.match(page.folded, name.end, sentence.end)
    one = None if owner or other else ONE.search(page.folded, max(sentence.start, name.start - 60), name.start)
    found = owner or other or one
    if found is None or taken.overlaps(found):
        return
    if one is not None and one["noun"] in ("one", "another") and one.group().split()[1:2] == ["of"]:  # "one of Bolton's wards"
        return
    plural: bool | None = None
    if owner is not None and not owner["either"]:
        plural = owner["plural"] is not None
    elif one is not None:
        plural = one["noun"] in ("those", "the ones", "ones")
    antecedent = mentions.before(page, sentence, min(name.start, found.start()), plural=plural)
    if antecedent is None:
        return
    start, end = (name.start, begin + 2) if owner else (antecedent.start, antecedent.end) if other else found.span()
    yield Trigger("intervention", antecedent.subtype, start, end, "intervention.nounless",
                  status=antecedent.status if other else None, quote=(sentence.start, sentence.end),
                  subjects=tuple(Subject(code, 0.85, "owner", name) for code in name.all_codes), confidence=0.7)
