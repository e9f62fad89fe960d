"""Later mentions of what the document has named before: "the regime", "came out of it", "those on finance"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpora.schema import Status
from nlp.kinds.intervention.areas import areas_in
from nlp.kinds.intervention.patterns import CLAUSE, Page, compiled, key_of
from nlp.kinds.intervention.topics import Topics
from nlp.sheet import Sentence, Trigger

REGIMES = frozenset({"special_measures", "financial_special_measures", "recovery_support_programme",
                "provider_improvement_programme",
                     "success_regime", "special_administration"})
PROGRAMMES = frozenset({"recovery_support_programme", "provider_improvement_programme", "maternity_support", "special_measures",
                        "financial_special_measures", "success_regime"})
ENTERED = REGIMES | PROGRAMMES
SPECIAL = frozenset({"special_measures", "financial_special_measures"})
NOTICES = frozenset({"warning_notice", "requirement_notice"})
CONDITIONS = frozenset({"urgent_conditions", "licence_condition"})
PROMISES = frozenset({"enforcement_undertakings"})
TIME = (r"(?:in|on|since|by|until|till|at|after|from|for|last|this|next|again|now|already|today|yesterday|early|earlier|"
        r"late|later|within|"
        r"(?:\w+|\d+) (?:days?|weeks?|months?|years?) (?:later|ago|on|before|after)|within)\b")
END = r"(?= ?[.,;:)\"]|$)"
END_OR_TIME = rf"(?= ?[.,;:)\"]|$| (?:{TIME}|any ?more|at all|and|but|either|too))"


NOT_YET_LEFT = compiled(r"\b(?:not|never|hasn't|haven't|hadn't|didn't|isn't|aren't|yet to|will|would|(?<!in\s)may|might|could|"
                        r"should|"
                        r"expect\w*|hop\w+|plan\w*|about to|due to|before|until|no)\b[^,;]{0,25}$")
TO_COME = compiled(r"\b(?:will|would|(?<!in\s)may|might|could|should|expect\w*|is to|are to|to be|sought|propos\w+|no|not|n't)\b")
DENIED = compiled(r"\b(?:not|never|no|n't|neither|nor|none)\b")
NOT_YET_LEAVING = compiled(r"^[^.,;]{0,25}\b(?:is proposed|proposed|not expected|is expected|expected|(?<!in\s)may|might|"
                           r"will|would|could|has been (?:approved|deferred|delayed|postponed)|"
                           r"had been (?:approved|deferred)|approved for|deferred|delayed|planned|on \w+ next|hasn't|not)\b")
BOTH = frozenset({"in_both", "came_off"})
SORTS = {"special_measures": "financial_special_measures", "financial_special_measures": "special_measures"}
"""What "both" and "neither" take up beside the one named last."""
BEFORE_ALL = -1
"""Where the words of the title stand, before all of the text."""
ANYWHERE = 1_000
ALONE = 3
"""How many times further words reach back that can mean only one thing named in the document."""
NEARBY = 3
"""Words that reach no further back ("it", "them") take up what was named last."""


@dataclass(frozen=True)
class Reference:
    """Words that take up something named before."""

    name: str
    words: str
    of: frozenset[str]
    within: int
    """How many sentences back it may have been named."""
    unless: str = ""
    """What just before or after makes the words mean something else."""
    named: bool = False
    """Whether the sentence itself must name an organisation."""
    topical: bool = False
    """Whether the document must be about it."""
    first: bool = False
    """Whether the words must begin the sentence."""
    status: Status | None = None
    """Where the words themselves decide: none has."""
    stays: bool = False
    """Whether the words are of one who has yet to leave."""
    leaves: bool = False
    """Whether the words say that it was left; then it is over, unless that is denied or to come."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return compiled(self.words)

    @cached_property
    def unless_pattern(self) -> re.Pattern[str] | None:
        return compiled(self.unless) if self.unless else None


PEOPLE = (r"\b(?:chief|chair\w*|director|boss|nurses?|midwi\w+|doctors?|consultants?|staff|patients?|he|she|who|mr|mrs|ms|"
          r"dr|prof\w*|sir|dame|ambulances?|crews?|"
          r"governors?|leader|manager|report|review|figures|book|data|results?|inquiry|study|letter|women|babies|mother|"
          r"baby|paper|minutes)\b")
REFERENCES = (
    Reference("the_regime", r"\b(?:the|this|that|either|neither|both|such a) (?:regimes?|special regime|label|status)\b",
            REGIMES, 40,
              unless=r"(?:visiting|testing|medication|training|treatment|drug|antibiotic) regime|the regime (?:for|"
                     r"of) (?:visit|test|medic)|status of (?!the trust)"),
    Reference("the_programme", r"\b(?:the|this|that|its|which) (?:support )?(?:programme|scheme)\b", PROGRAMMES, 15,
              unless=(r"(?:programme|scheme) (?:\(|board|director|manager|office|of (?:work|visits|audits?|training|improvement))|"
                      r"(?:capital|vaccination|screening|transformation|cost|building) (?:programme|scheme)")),
    Reference("left_it", r"\b(?:out of|left|leaves?|leaving|exit(?:ed|s|ing)?|let out of|released from|freed (?:of|from)|"
                         r"removed from|emerged from|(?:released|freed|discharged|removed|let) (?:\w+ ){1,6}?(?:from|of|"
                         r"out of)) (?:it|them|neither|either|both)" + END,
              ENTERED | PROMISES, 3, unless=PEOPLE, leaves=True),
    Reference("in_it", r"\b(?P<k1>(?:entered|enters?|entering|re-?enter(?:ed|s)?|join(?:ed|s|ing)?|into|back in|put in|"
                       r"placed in|put under|"
                       r"still in|remains? in|continues? in) (?:it|them))" + END_OR_TIME +
              r"|\b(?:is|are|was|were|been|be|remains?|isn't|aren't|wasn't|weren't|not|never) (?:[\"']?not )?(?:back |put |"
              r"placed |no longer |"
              r"now |also |already |still |currently |once |ever )?(?P<k2>(?:in|on|under|part of|a member of|subject to) (?:it|"
              r"them))" +
              END_OR_TIME,
              ENTERED, 3, unless=PEOPLE),
    Reference("came_off", r"\b(?:(?P<both>both)|they|these) (?:now |have |also |today )?(?:come|came) off|\bit (?:now |"
                          r"also )?(?:came|comes|has come) off" + END_OR_TIME,
              ENTERED | PROMISES | CONDITIONS, 2, leaves=True),
    Reference("new_set", r"\b(?:an? )?(?:entirely |wholly )?(?:new|fresh|second|third|shorter|longer|further|revised|wider|tighter|"
                         r"replacement|different) (?:set|ones)(?= ?,| (?:was|were|is|are|has|have|of|on|took|followed|signed|"
                         r"given))",
              PROMISES | CONDITIONS, 3),
    Reference("in_both", r"\b(?:is|are|was|were|been|be|remains?|isn't|wasn't|not|never) (?:back |put |placed |now |also |already |"
                         r"still )?(?P<k1>(?:in|under|out of) (?:either|both|"
                         r"(?P<none>neither)))" + END, REGIMES, 12, unless=PEOPLE),
    Reference("for_release", r"\b(?:recommended|put forward|proposed|approved|ready|eligible|due|lined up|"
                             r"in line) for (?:release|exit|"
                             r"removal|discharge)\b", ENTERED, 12, unless=PEOPLE, stays=True),
    Reference("members", r"\b(?:is|are|was|were|been|be|isn't|wasn't|weren't|not|never) (?:also )?(?P<k1>a member|members|part)"
                         r"(?: of (?:it|them))?(?=(?: (?:throughout|from|since|until|too)\b|[.,;:)]))", PROGRAMMES, 6,
              unless=PEOPLE + r"|\b(?:it|they) (?:was|were|is|are)", named=True),
    Reference("exit_date", r"\b(?:an?|the|its|their) (?:proposed |planned |target |agreed )?exit date\b", ENTERED, 12, stays=True),
    Reference("tests_met", r"\b(?:exit|leaving) (?:criteria|tests|conditions|requirements)\b|\b(?:criteria|tests|"
                           r"conditions) for (?:exit|"
                           r"leaving|release)\b", ENTERED, 12, stays=True),
    Reference("exit", r"\b(?:(?:whose|its|their|our) (?:own )?|(?<=[a-z])'s? )(?:exit|release|removal)\b(?! (?:criteria|"
                      r"plan|from|interview))", ENTERED, 12, unless=PEOPLE, leaves=True),
    Reference("came_out", r"\b(?:came|come|comes|coming|let|be|is|are|taken|now|already) out(?=(?: " + TIME + r"|[.,;:)]))",
            ENTERED, 9,
              unless=PEOPLE + r"|came out (?:in (?:favour|support)|on top|against)|carried out|out on|out (?:at|for|"
                              r"from) (?!least|good)", named=True, leaves=True),
    Reference("in_since", r"\b(?:been|is|are|was|were|remains?|stays?|still|already|back|put|goes|go|went|"
                          r"re-?put) (?:back )?in(?=(?: (?:since|for|already|until|again|too|now|as well)\b|[.,;:)]))",
              ENTERED, 9, unless=r"built in|brought in|sworn in|phased in|moved in|came in|called in|taken in|stepped in|"
                                 r"plugged in|sucked in|joined in", named=True),
    Reference("in_and_out", r"\b(?:in|into it) and (?:straight |soon |quickly |then )?out(?: again)?(?: of it)?(?=(?: " + TIME +
              r"|[.,;:)]))", ENTERED, 9, unless=PEOPLE, named=True, leaves=True),
    Reference("left", r"\b(?:exited|left|leaves|exits|graduated|emerged|was let go|were let go)(?=(?: " + TIME + r"|[.,;:)]))",
            ENTERED, 9, unless=PEOPLE, named=True, leaves=True),
    Reference("entered", r"\b(?:re-?entered|entered|enters|was put in|were put in|brought in)(?=(?: " + TIME +
                r"|[.,;:)]))", ENTERED, 6,
              unless=PEOPLE, named=True),
    Reference("joined", r"\b(?:joined|joins|came on board|was added|were added)(?=(?: " + TIME + r"|[.,;:)]))",
              PROGRAMMES - SPECIAL, 6, unless=PEOPLE, named=True),
    Reference("ellipsis_out",
            r"\b(?:also |now |already )*(?:out|left|exited|released|discharged|lifted)(?=(?: (?:but|and) | " + TIME +
                r"|[.,;:]))", ENTERED | PROMISES | NOTICES, ANYWHERE,
              unless=PEOPLE, topical=True, first=True, leaves=True),
    Reference("ellipsis_in", r"\b(?:also |still |now |already )*(?:remains?|stays?|in|back in|joined|continues?|entered|"
                             r"re-entered)"
              r"(?=(?: (?:but|and) | " + TIME + r"|[.,;:]))", ENTERED | PROMISES | NOTICES, ANYWHERE, unless=PEOPLE,
                      topical=True, first=True),
    Reference("the_notice", r"\b(?:the|that|this|its|both|each|these|those|one|former's|latter's) (?:\w+ ){0,2}notices?\b",
            NOTICES, 12,
              unless=r"(?:short|public|redundancy|month's|months'|weeks'|serve|handed in|tender|contract|award|privacy|"
                     r"fixed penalty|improvement|without|date of this) notices?|notices? (?:board|period|of (?:meeting|motion))"),
    Reference("the_warning", r"\b(?:the|that|this) warning\b(?! (?:notice|sign|system|that))", frozenset({"warning_notice"}), 8),
    Reference("the_conditions", r"\b(?:the|those|these|its|all|both|some|other|remaining|last|one) (?:of (?:the|its|"
                                r"those) )?(?:\w+ ){0,2}(?:conditions?|restrictions?)\b", CONDITIONS, 12,
              unless=r"(?:medical|health|long-term|working|employment|market|underlying|weather|living|good|poor|eye|skin|"
                     r"heart|patient's) conditions?|conditions? (?:of (?!(?:(?:its|their|the|the (?:trust|"
                     r"provider)'s) )?(?:registration|licen[cs]e))|such as|"
                     r"in which)|terms and conditions"),
    Reference("still_not", r"\b(?:the \w+ ones?|those (?:on|about|for|as to) [^.;,]{1,40}?) (?:have|has|had|were|are)(?: not|"
                           r"n't)(?: yet)?"
                           r"(?: been)?(?= ?[.,;]|$)", PROMISES | NOTICES | CONDITIONS, 3, unless=PEOPLE, stays=True),
    Reference("those_on", r"\b(?:those|the ones?|the rest|the others?|the (?:first|second|third|last|remaining|financial|"
                          r"earlier|old|new|original)(?: (?:ones?|sets?))?|new ones|a (?:new|fresh|second|shorter|"
                          r"further) set|one) "
              r"(?:on|about|relating|that (?:relate|concern|deal)|which (?:relate|concern)|concerning|as to|in respect|"
              r"in relation|covering|given|accepted|of|from|regarding|dating|limited|to do with|are|were|was|is|remains?|"
              r"stays?|stands?|has|have|took)\b",
              PROMISES | NOTICES | CONDITIONS, 1, unless=PEOPLE + r"|\b(?:one|first|second|third|last|others?|rest) of\b|"
                                                                  r"those (?:on|from) (?:the )?(?:ward|waiting|wards|board|"
                                                                  r"list)|the (?:first|second|last) of (?:which|these|the)"),
)


def find_references(page: Page, triggers: Sequence[Trigger], topics: Topics,
                    references: Sequence[Reference] = REFERENCES) -> Iterator[Trigger]:
    """Takings-up of what ``triggers`` or the title named; each gets the subtype of the nearest one before it."""
    of_title = [Trigger("intervention", subtype, BEFORE_ALL, BEFORE_ALL, "intervention.title") for subtype in topics.of_title]
    takeable = frozenset[str]().union(*(reference.of for reference in references))
    named = sorted((t for t in (*of_title, *triggers, *page.mentioned) if t.subtype in takeable), key=lambda t: t.start)
    if not named:
        return
    taken = Taken(triggers)
    main = topics.main(trigger.subtype for trigger in named)
    for reference in references:
        candidates = Candidates([t for t in named if t.subtype in reference.of], main)
        for found in (found for stretch in _stretches(page, candidates, reference, topics)
                      for found in reference.pattern.finditer(page.folded, *stretch)):
            sentence = page.sheet.sentence_at(found.start())
            if sentence is None or found.start() >= sentence.end or taken.overlaps(found) or (
                    reference.first and found.start() != sentence.start):
                continue
            antecedent = _antecedent(page, candidates, found, sentence, reference, topics)
            if antecedent is None or not _means_it(page, sentence, found, reference):
                continue
            trigger = Trigger("intervention", antecedent.subtype, *key_of(found), f"intervention.reference.{reference.name}",
                              status=_status(page, sentence, found, reference), confidence=0.7)
            areas = areas_in(page, sentence) if antecedent.subtype == "success_regime" else ()
            if not areas and antecedent.subjects and not page.names_one(sentence):
                areas = antecedent.subjects
            yield replace(trigger, subjects=areas) if areas else trigger
            other = SORTS.get(antecedent.subtype)
            if reference.name in BOTH and other and any(t.subtype == other for t in candidates.all):
                yield replace(trigger, subtype=other)


def _stretches(page: Page, candidates: Candidates, reference: Reference, topics: Topics) -> Iterator[tuple[int, int]]:
    """Where words may stand that take one of the candidates up: behind the first, or so many sentences behind each."""
    if any(trigger.subtype in topics.all for trigger in candidates.all):
        yield max(0, candidates.all[0].start), len(page.folded)
        return
    sentences, reached = page.sheet.sentences, 0
    for trigger in candidates.all:
        held = page.sheet.sentence_at(trigger.start)
        if held is None:
            continue
        start, end = max(reached, held.start), sentences[min(held.index + reference.within, len(sentences) - 1)].end
        if start < end:
            yield start, end
            reached = end


class Taken:
    """The stretches that triggers already hold."""

    def __init__(self, triggers: Sequence[Trigger]) -> None:
        self.spans = sorted((t.start, t.end) for t in triggers)
        self.starts = [start for start, _ in self.spans]

    def overlaps(self, found: re.Match[str]) -> bool:
        """Whether a match stands in one of them."""
        position = bisect_left(self.starts, found.end())
        return any(end > found.start() for _, end in self.spans[max(0, position - 3):position])


class Candidates:
    """What words may take up, in order; ``main`` is what the document is above all about."""

    def __init__(self, triggers: Sequence[Trigger], main: str | None) -> None:
        self.all = list(triggers)
        self.one_sort = len({t.subtype for t in self.all}) == 1
        self.starts = [t.start for t in self.all]
        self.main = [t for t in self.all if t.subtype == main]
        self.main_starts = [t.start for t in self.main]

    def before(self, page: Page, offset: int, sentence: Sentence, *, near: bool) -> Trigger | None:
        """The one named last before, if in the same paragraph (if ``near``, the one before it will do); else what the document is
        about; else the one named last."""
        position = bisect_left(self.starts, offset) - 1
        if position < 0:
            return None
        nearest = self.all[position]
        main = bisect_left(self.main_starts, offset) - 1
        held = page.sheet.sentence_at(nearest.start)
        since = page.sheet.sentences[sentence.index - 1].start if near and sentence.index else sentence.start
        here = held is not None and held.paragraph == sentence.paragraph
        return nearest if here or nearest.start >= since or main < 0 else self.main[main]


def _status(page: Page, sentence: Sentence, found: re.Match[str], reference: Reference) -> Status | None:
    if reference.name == "in_both" and found["none"]:
        return "negated"
    if reference.name == "new_set":
        around = page.folded[max(sentence.start, found.start() - 40):min(sentence.end, found.end() + 40)]
        return None if TO_COME.search(around) else "current"
    if reference.stays:
        return None if DENIED.search(page.folded, max(sentence.start, found.start() - 40), found.start()) else "current"
    return _left(page, sentence, found) if reference.leaves else reference.status


def _left(page: Page, sentence: Sentence, found: re.Match[str]) -> Status:
    """What having left means: that it is over; that it still holds, where the leaving is denied or to come."""
    before = page.folded[max(sentence.start, found.start() - 40):found.start()]
    after = page.folded[found.end():min(sentence.end, found.end() + 40)]
    return "current" if NOT_YET_LEFT.search(before) or NOT_YET_LEAVING.search(after) else "ended"


def _antecedent(page: Page, candidates: Candidates, found: re.Match[str], sentence: Sentence, reference: Reference,
                topics: Topics) -> Trigger | None:
    nearest = candidates.before(page, found.start(), sentence, near=reference.within <= NEARBY)
    if nearest is None or (reference.topical and nearest.subtype not in topics.all):
        return None
    held = page.sheet.sentence_at(nearest.start)
    back = sentence.index - (held.index if held is not None else 0)
    further = ALONE if candidates.one_sort and reference.of <= ENTERED else 1
    within = ANYWHERE if nearest.subtype in topics.all else reference.within * further
    return nearest if back <= within else None


def _means_it(page: Page, sentence: Sentence, found: re.Match[str], reference: Reference) -> bool:
    if reference.named and not any(name.code for name in page.sheet.names_in(sentence.start, sentence.end)):
        return False
    start, end = max(sentence.start, found.start() - 45), min(sentence.end, found.end() + 30)
    stop = CLAUSE.search(page.folded, found.end(), end)
    end = stop.start() + 1 if stop else end
    around = page.folded[start:end]
    for name in page.sheet.names_in(max(sentence.start, start - 80), end):
        if name.code and name.form != "anaphor":
            around = around[:max(0, name.start - start)] + "x" * (min(name.end, end) - max(name.start, start)) + around[max(0,
                    name.end - start):]
    return not (reference.unless_pattern and reference.unless_pattern.search(around))
