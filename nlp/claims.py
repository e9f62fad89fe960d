"""From a sheet to the claims that it makes: every kind's triggers decided on, then weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nlp.decide import Decision, decision_of
from nlp.judge import Judge, judged
from nlp.kinds import Kind
from nlp.options import Option, is_weighed, options_of
from nlp.reconcile import reconcile
from nlp.settle import settled
from nlp.sheet import Claim, Sheet

LEAST_UNWEIGHED = 0.4
"""How sure the rules must be of what no annotated document tells of: nothing else checks them there."""


def claims_of(sheet: Sheet, kinds: Iterable[Kind], judge: Judge | None = None) -> tuple[Claim, ...]:
    """What a sheet claims of these kinds; the same claim twice is kept once, in its surest wording.

    Args:
        judge: the learned reader, which weighs what the rules say of every option; without it the rules decide alone.
    """
    found = [claim for decision in decisions_of(sheet, kinds, judge) for claim in decision.claims
             if claim.confidence >= LEAST_UNWEIGHED or is_weighed(decision.trigger)]
    return distinct_claims(settled(reconcile(sheet, found))) if found else ()


def decisions_of(sheet: Sheet, kinds: Iterable[Kind], judge: Judge | None = None) -> list[Decision]:
    """What is decided on every trigger of these kinds, in their order."""
    decisions = [decision for kind in kinds for trigger in kind.find(sheet)
                 for decision in [decision_of(sheet, trigger)] if decision is not None]
    if judge is None:
        return decisions
    options: list[tuple[int, Option]] = [
        (number, option) for number, decision in enumerate(decisions) if is_weighed(decision.trigger)
        for option in options_of(sheet, decision)]
    if not options:
        return decisions
    chances = judge.chances(sheet, [option for _, option in options])
    rows = {number: [row for row, (of, _) in enumerate(options) if of == number] for number in {of for of, _ in options}}
    for number, chosen in rows.items():
        decisions[number] = judged([options[row][1] for row in chosen], chances[chosen])
    return decisions


def distinct_claims(claims: list[Claim]) -> tuple[Claim, ...]:
    """Each (kind, subtype, organisation, value, status) once, in its surest and then earliest wording, in text order."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.kind, claim.subtype, claim.org, claim.org_text if claim.org is None else None, claim.value, claim.status)
        held = best.get(key)
        if held is None or (-claim.confidence, claim.start) < (-held.confidence, held.start):
            best[key] = claim
    return tuple(sorted((replace(claim) for claim in best.values()), key=lambda claim: (claim.start, claim.end, claim.kind)))
