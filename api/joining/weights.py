"""How much each sort of happening counts when trusts' soft evidence is compared. docs/joining.md gives the reasons.

Left out on purpose: segments and their counts, and the programmes that a segment brings with it by definition (Recovery Support
Programme, Provider Improvement Programme, special measures, mandated support): they are the official view told again. Being
named in a national investigation or asked for information is no finding and counts nothing; nor does a change of board member.
"""

from __future__ import annotations

from corpora.store.claims import Happening

INTERVENTIONS: dict[str, float] = {
    "special_administration": 5, "cqc_cancellation": 4,
    "enforcement_undertakings": 3, "licence_condition": 3, "warning_notice": 3, "urgent_conditions": 3, "prosecution": 3,
    "service_suspension": 3,
    "licence_breach": 2, "independent_review": 2, "deep_dive_review": 2, "maternity_support": 2, "improvement_director": 2,
    "turnaround": 2, "leadership_change": 2, "hse_notice": 2, "fire_notice": 2, "auditor_s30_referral": 2,
    "requirement_notice": 1, "prevention_of_future_deaths": 1, "contract_notice": 1, "ico_action": 1, "hta_finding": 1,
    "mhra_finding": 1, "auditor_weakness": 1, "auditor_recommendation": 1, "deficit_support_withheld": 1,
    "cqc_letter_of_intent": 1, "nhs_england_letter": 1, "tiering_elective": 1, "tiering_cancer": 1, "tiering_diagnostics": 1,
    "tiering_uec": 1}
WHOLE_TRUST = frozenset({"overall", "well_led"})
RATINGS: dict[tuple[str, bool], float] = {("inadequate", True): 3, ("inadequate", False): 2, ("requires_improvement", True): 1}
"""By grade, and whether it is of the trust as a whole or of how it is led."""
NEVER_EVENT, CONCERN = 1.0, 0.25

HARD = 1.0
"""From this weight on a happening is hard."""

SEVERAL = frozenset({"prosecution", "warning_notice", "requirement_notice", "prevention_of_future_deaths", "leadership_change",
                     "contract_notice", "hse_notice", "fire_notice", "ico_action", "nhs_england_letter"})
"""Actions of which a trust may have several a year; any other lasts, and counts once however often it is told."""
AT_MOST = 3
"""So many happenings of one such kind and subtype count, the surest first, so that no single subject decides."""


def weight(happening: Happening) -> float:
    """0 for what does not count."""
    if happening.kind == "intervention":
        return INTERVENTIONS.get(happening.subtype, 0.0)
    if happening.kind == "rating":
        return RATINGS.get((str(happening.value), happening.subtype in WHOLE_TRUST), 0.0)
    if happening.kind == "never_event":
        return 0.0 if happening.value == 0 else NEVER_EVENT
    return CONCERN if happening.kind == "concern" else 0.0


def at_most(happening: Happening) -> int:
    """How many happenings of this kind and subtype count."""
    return AT_MOST if happening.kind == "never_event" or happening.subtype in SEVERAL else 1
