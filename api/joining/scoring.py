"""How much hard evidence there is on an organisation in a year: the score of docs/joining.md."""

from __future__ import annotations

from collections import defaultdict

from api.joining.known import Known
from api.joining.records import Contribution
from api.joining.weights import at_most, weight
from api.words import in_words, lower_first, never_events_in_words
from corpora.schema import OdsCode
from corpora.store.claims import Claim, Happening


def contributions(known: Known, org: OdsCode) -> tuple[Contribution, ...]:
    """The happenings that count, the heaviest first. Each counts its weight times the confidence of the surest piece of evidence
    on it (of a total, not of its parts), once however often it is told; what is over by the newest word on it counts nothing."""
    claims = {claim.id: claim for claim in known.claims.get(org, ())}
    by_sort: defaultdict[tuple[str, str], list[Contribution]] = defaultdict(list)
    limits: dict[tuple[str, str], int] = {}
    for happening in known.happenings.get(org, ()):
        surest = max((claims[id_] for id_ in happening.evidence_ids if id_ in claims and known.counts(claims[id_])),
                     key=lambda claim: (claim.subtype == happening.subtype, claim.confidence, claim.id), default=None)
        if surest is None or not weight(happening) or _is_over(known, happening, surest):
            continue
        sort = (happening.kind, happening.subtype)
        limits[sort] = at_most(happening)
        by_sort[sort].append(Contribution(words=_in_words(happening), date=happening.date, weight=weight(happening),
                                          confidence=surest.confidence, evidence_id=surest.id))
    counted = [one for sort, found in by_sort.items() for one in sorted(found, key=_most_first)[:limits[sort]]]
    return tuple(sorted(counted, key=_most_first))


def score(counted: tuple[Contribution, ...]) -> float:
    """The sum of weight times confidence."""
    return round(sum(one.weight * one.confidence for one in counted), 4)


def _most_first(one: Contribution) -> tuple[float, str, str, str]:
    return (-one.weight * one.confidence, one.date, one.words, one.evidence_id)


def _is_over(known: Known, happening: Happening, surest: Claim) -> bool:
    """Whether a later document says that it has ended or never was, or (a rating) that it is another now."""
    if at_most(happening) > 1:
        return False  # What happened at a moment stays true.
    return any(
        claim.published > surest.published and (
            (claim.status in {"ended", "negated"} and (happening.kind != "rating" or claim.value == happening.value))
            or (happening.kind == "rating" and claim.status == "current" and claim.value != happening.value))
        for claim in known.claims.get(happening.org, ())
        if (claim.kind, claim.subtype) == (happening.kind, happening.subtype))


def _in_words(happening: Happening) -> str:
    what = lower_first(in_words(happening.subtype))
    if happening.kind == "never_event":
        return never_events_in_words(happening.subtype, happening.value)
    if happening.kind == "rating":
        return f"rated {in_words(str(happening.value)).lower()} by the CQC ({what})"
    return f"concern: {what}" if happening.kind == "concern" else in_words(happening.subtype)
