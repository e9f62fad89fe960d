"""What a document as a whole says of one thing, where its sentences taken singly say more than one.

"It was put into special measures in 2014" and, lower down, "It left them in 2016" are one spell, and it is over. A trust has
one overall rating and one segment: of two that stand in the same document, the one told with the later date is in force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from nlp.sheet import Claim

STANDINGS = frozenset({"segment", "rating"})
"""What an organisation has one of at a time."""
ONE_OF = frozenset({"overall", "safe", "effective", "caring", "responsive", "well_led"})
"""What a trust has one rating of, so that one told without a date is its rating now."""
NOW = "9999"
STRENGTH = {("holds", "current"): 5, ("cue", "ended"): 4, ("construction", "ended"): 4, ("cue", "negated"): 3,
            ("construction", "current"): 3, ("construction", "negated"): 3, ("construction", "planned"): 3, ("cue", "planned"): 2,
            ("plain", "current"): 1}
"""How a status that the words decide weighs against one that they leave open: plain mention is the weakest."""


def settled(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, less those that a stronger one about the same thing explains away, older standings turned to ``ended``."""
    claims = list(claims)
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "segment" or (claim.kind == "rating" and claim.status in ("ended", "negated")):
            groups[claim.kind, claim.subtype, claim.org, claim.org_text, claim.value].append(claim)
    dropped: set[int] = set()
    for group in groups.values():
        best = max(group, key=lambda claim: (_strength(claim), claim.confidence))
        dropped.update(id(claim) for claim in group if claim.status != best.status)
    return _dated([claim for claim in claims if id(claim) not in dropped])


def _strength(claim: Claim) -> int:
    return STRENGTH.get((claim.rule.rsplit("/", 1)[-1], claim.status), 0)


def _dated(claims: list[Claim]) -> list[Claim]:
    """Of several current standings of one organisation under one head, those dated before the latest are over."""
    told: dict[tuple[object, ...], list[tuple[str, object]]] = defaultdict(list)
    for claim in claims:
        if claim.kind in STANDINGS and claim.status == "current":
            when = claim.date or (NOW if claim.kind == "rating" and claim.subtype in ONE_OF else "")
            told[claim.kind, claim.subtype, claim.org].append((when, claim.value))
    latest = {key: max(when for when, _ in standings) for key, standings in told.items()}
    in_force = {key: {value for when, value in standings if when == latest[key]} for key, standings in told.items()}
    return [replace(claim, status="ended", date=None)  # its date is that of its beginning
            if claim.kind in STANDINGS and claim.status == "current" and claim.date and claim.rule.endswith("/plain")
            and claim.date < latest[claim.kind, claim.subtype, claim.org]
            and claim.value not in in_force[claim.kind, claim.subtype, claim.org]
            else claim for claim in claims]
