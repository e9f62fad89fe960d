"""From a sheet to the claims that it makes: every kind's triggers decided on, then weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nlp.contradictions import contradicted
from nlp.decide import Decision, decision_of
from nlp.judge import Judge, judged
from nlp.kinds import Kind
from nlp.options import Option, is_weighed, options_of
from nlp.reconcile import reconcile
from nlp.settle import settled
from nlp.sheet import Claim, Sheet

ABOUT_AS_SURE = 0.12
"""How far below the surest wording of a claim another may be and still be quoted for it."""
DATED, IN_SENTENCE, NAMED = 0.05, 0.06, 0.03
"""What a date, a whole sentence and the organisation's name in it add to a wording, in confidence."""
LEAST_UNWEIGHED = 0.4
"""How sure the rules must be of what no annotated document tells of: nothing else checks them there."""

MOST_WEIGHED = 2000
"""How many options of one document the learned reader is asked about, some 20 seconds of it; behind them the rules decide alone.
A board pack of 300 pages has some 500."""


def claims_of(sheet: Sheet, kinds: Iterable[Kind], judge: Judge | None = None) -> tuple[Claim, ...]:
    """What a sheet claims of these kinds; the same claim twice is kept once, in its surest wording.

    Args:
        judge: the learned reader, which weighs what the rules say of every option; without it the rules decide alone.
    """
    found = [claim for decision in decisions_of(sheet, kinds, judge) for claim in decision.claims
             if claim.confidence >= LEAST_UNWEIGHED or is_weighed(decision.trigger)]
    return distinct_claims(contradicted(sheet, settled(reconcile(sheet, found))), sheet) if found else ()


def decisions_of(sheet: Sheet, kinds: Iterable[Kind], judge: Judge | None = None) -> list[Decision]:
    """What is decided on every trigger of these kinds, in their order."""
    decisions = [decision for kind in kinds for trigger in kind.find(sheet)
                 for decision in [decision_of(sheet, trigger)] if decision is not None]
    if judge is None:
        return decisions
    options: list[tuple[int, Option]] = [
        (number, option) for number, decision in enumerate(decisions) if is_weighed(decision.trigger)
        for option in options_of(sheet, decision)]
    if len(options) > MOST_WEIGHED:
        # Triggers are weighed whole or not at all.
        last = options[MOST_WEIGHED][0]
        options = [(number, option) for number, option in options if number < last]
    if not options:
        return decisions
    chances = judge.chances(sheet, [option for _, option in options])
    rows: dict[int, list[int]] = {}
    for row, (of, _) in enumerate(options):
        rows.setdefault(of, []).append(row)
    for number, chosen in rows.items():
        decisions[number] = judged([options[row][1] for row in chosen], chances[chosen])
    return decisions


def distinct_claims(claims: list[Claim], sheet: Sheet | None = None) -> tuple[Claim, ...]:
    """Each (kind, subtype, organisation, value, status) once, in its best and then earliest wording, in text order.

    Of wordings about as sure as the surest, one with a date, in a sentence rather than a heading, with the name in it, is the best.
    """
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        key = (claim.kind, claim.subtype, claim.org, claim.org_text if claim.org is None else None, claim.value, claim.status)
        alike.setdefault(key, []).append(claim)
    best = [_best(same, sheet) for same in alike.values()]
    return tuple(sorted(best, key=lambda claim: (claim.start, claim.end, claim.kind)))


def _best(claims: list[Claim], sheet: Sheet | None) -> Claim:
    surest = max(claim.confidence for claim in claims)
    close = [claim for claim in claims if claim.confidence >= surest - ABOUT_AS_SURE]
    return replace(max(close, key=lambda claim: (claim.confidence + _plainness(claim, sheet), -claim.start)), confidence=surest)


def _plainness(claim: Claim, sheet: Sheet | None) -> float:
    """How much better a wording proves a claim than a bare one does."""
    sentence = sheet.sentence_at(claim.start) if sheet is not None else None
    return (DATED * (claim.date is not None) + IN_SENTENCE * (sentence is not None and sentence.form != "heading")
            + NAMED * (claim.rule.split("/")[1:2] == ["same_sentence"]))
