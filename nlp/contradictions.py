"""Two readings of one fact about one organisation in one document, where neither explains the other away.

What ``reconcile`` and ``settled`` leave side by side is mostly two facts ("left in 2014 and is back in"). Where nothing in the text
tells the two apart, one of the readings is wrong, and nobody can say which: both are then stated as unsure, too unsure to raise
an alert, so that a reader sees both and decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.reconcile import HOLDS
from nlp.settle import ONE_OF
from nlp.sheet import Claim, Sheet

UNSURE = 0.4
"""The most that either of two readings that contradict each other is stated with: less than even."""
STATES = frozenset({
    "special_measures", "financial_special_measures", "recovery_support_programme", "provider_improvement_programme",
    "mandated_support", "special_administration", "success_regime", "maternity_support"})
"""Interventions that an organisation is in or is not in, so that "is" and "is not" cannot both be so."""
NOW = re.compile(
    r"\b(?:now|currently|today|presently|at\s+present|latest|remains?|still|new|this\s+(?:week|month|quarter|year)|moved|moves|"
    r"since\s+then|has\s+(?:since|now))\b", re.IGNORECASE)
"""Says that a standing is the one in force."""
OTHER_TIME = re.compile(
    r"\b(?:quarter|q[1-4]|(?:19|20)\d\d|before|earlier|previous\w*|then|at\s+the\s+time|was|were|had|first|last)\b", re.IGNORECASE)
"""May say that a standing is that of another time."""


def contradicted(sheet: Sheet, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those less sure that another reading of the same thing contradicts."""
    unsure = {id(claim) for group in _groups(claims) for claim in _unsure(sheet, group)}
    return [replace(claim, confidence=min(claim.confidence, UNSURE)) if id(claim) in unsure else claim for claim in claims]


def _groups(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    """Claims that are about one thing of which only one can be so at a time."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.org is not None and (claim.kind == "segment" or (claim.kind == "rating" and claim.subtype in ONE_OF)
                                      or (claim.kind == "intervention" and claim.subtype in STATES)):
            groups[claim.kind, claim.subtype, claim.org].append(claim)
    return groups.values()


def _unsure(sheet: Sheet, group: Sequence[Claim]) -> list[Claim]:
    current = [claim for claim in group if claim.status == "current"]
    if not current:
        return []
    if group[0].kind == "intervention":
        against = [claim for claim in group if claim.status == "negated"]
        told_apart = any(HOLDS.search(sheet.text, claim.start, claim.end) for claim in (*current, *against))
        return [] if told_apart else [*current, *against] if against else []
    if len({claim.value for claim in current}) < 2 or len({claim.date for claim in current}) > 1:
        return []
    shown = {claim.value for claim in current if _is_of_now(sheet, claim)}
    return [claim for claim in current if len(shown) != 1 or claim.value not in shown]


def _is_of_now(sheet: Sheet, claim: Claim) -> bool:
    """Whether the words say that this standing is the one in force."""
    return claim.rule.endswith("/holds") or claim.rule.split(".")[1].startswith("moved_to") or bool(
        NOW.search(sheet.text, claim.start, claim.end) and not OTHER_TIME.search(sheet.text, claim.start, claim.end))
