"""Words that take up an intervention named before: "the regime", "came out of it", "those on finance"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from corpora.schema import Status
from nlp.kinds.intervention.patterns import compiled

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
ANYWHERE = 1_000
"""Words that reach back to wherever it was named."""
END = r"(?= ?[.,;:)\"]|$)"
END_OR_TIME = rf"(?= ?[.,;:)\"]|$| (?:{TIME}|any ?more|at all|and|but|either|too))"


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
