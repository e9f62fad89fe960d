"""From a sheet to the claims that it makes: every kind's triggers decided on, then weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nlp.decide import decide
from nlp.kinds import Kind
from nlp.reconcile import reconcile
from nlp.settle import settled
from nlp.sheet import Claim, Sheet


def claims_of(sheet: Sheet, kinds: Iterable[Kind]) -> tuple[Claim, ...]:
    """What a sheet claims of these kinds; the same claim twice is kept once, in its surest wording."""
    found = [claim for kind in kinds for trigger in kind.find(sheet) for claim in decide(sheet, trigger)]
    return distinct_claims(settled(reconcile(sheet, found))) if found else ()


def distinct_claims(claims: list[Claim]) -> tuple[Claim, ...]:
    """Each (kind, subtype, organisation, value, status) once, in its surest and then earliest wording, in text order."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.kind, claim.subtype, claim.org, claim.org_text if claim.org is None else None, claim.value, claim.status)
        held = best.get(key)
        if held is None or (-claim.confidence, claim.start) < (-held.confidence, held.start):
            best[key] = claim
    return tuple(sorted((replace(claim) for claim in best.values()), key=lambda claim: (claim.start, claim.end, claim.kind)))
