"""Finding the trigger that a piece of evidence comes from, and writing down what was decided on it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from corpora.schema import Document, Evidence, Status
from nlp.claims import decisions_of
from nlp.context import FoundCue, cues_around
from nlp.contradictions import UNSURE
from nlp.decide import Decision, claims_nothing, nature_of, sureness
from nlp.explain.organisation import organisation_of, rivals_of
from nlp.explain.records import (
    ConfidenceTrace,
    CueTrace,
    DateTrace,
    Explanation,
    OrganisationTrace,
    Outcome,
    StatusTrace,
    TriggerTrace,
)
from nlp.kinds import kinds
from nlp.narrowing import narrowed
from nlp.organisations import Linker
from nlp.pipeline import Pipeline
from nlp.sheet import Claim, Sheet, Trigger
from nlp.signs import WORD

SHOWN = 400
"""How many characters of a long sentence are shown on each side of the trigger."""


def explain(pipeline: Pipeline, document: Document, evidence: Evidence) -> Explanation:
    """Why ``evidence``, quoted from ``document``, is filed as it is, by the reader at hand.

    Where this reader no longer files it, the explanation says what it makes of the same words, as far as it can tell. Places
    are those of the text as it is read, which in a document with long runs of white space is shorter (``nlp.narrowing``).
    """
    narrow = narrowed(document.text)
    if narrow is not None:
        start, end = narrow.narrow(evidence.start), narrow.narrow(evidence.end)
        quoted = evidence.model_copy(update={"start": start, "end": end, "quote": narrow.text[start:end]})
        told = explain(pipeline, document.model_copy(update={"text": narrow.text}), quoted)
        return told.model_copy(update={"evidence": evidence})
    sheet, filed = pipeline.understand(document)
    decisions = list(_decisions(pipeline, sheet, evidence))
    told = Explanation(evidence=evidence, reader=pipeline.version, outcome="no_trigger", also_filed=_instead(filed, evidence))
    if not decisions:
        return told
    decision, claim = max(((decision, claim) for decision in decisions for claim in decision.claims or (None,)),
                          key=lambda pair: _likeness(pair[1], evidence, pair[0]))
    outcome = _outcome(decision, claim, filed, evidence)
    return _with_steps(pipeline.linker, sheet, told, decision, claim).model_copy(update={"outcome": outcome})


def _decisions(pipeline: Pipeline, sheet: Sheet, evidence: Evidence) -> Iterator[Decision]:
    """What is decided on the triggers of the evidence's kind that stand in its quote, or quote the same words."""
    for decision in decisions_of(sheet, kinds(), pipeline.judge):  # all kinds: the learned reader weighs them in one batch
        if decision.trigger.kind != evidence.kind:
            continue
        start, end = decision.trigger.quote or (decision.sentence.start, decision.sentence.end)
        if start < evidence.end and evidence.start < end:
            yield decision


def _likeness(claim: Claim | None, evidence: Evidence, decision: Decision) -> tuple[bool, ...]:
    """How much of the evidence a claim agrees with, what matters most first."""
    if claim is None:
        return (decision.trigger.subtype == evidence.subtype, False, decision.trigger.value == evidence.value)
    return (claim.subtype == evidence.subtype, claim.org == evidence.org and claim.org_text == evidence.org_text,
            claim.value == evidence.value, claim.status == evidence.status,
            (claim.start, claim.end) == (evidence.start, evidence.end), claim.rule == evidence.rule,
            claim.confidence == evidence.confidence)


def _same(claim: Claim, evidence: Evidence) -> bool:
    whose = evidence.org_text if evidence.org is None else None
    return (claim.kind, claim.subtype, claim.org, claim.org_text if claim.org is None else None, claim.value, claim.status) == (
        evidence.kind, evidence.subtype, evidence.org, whose, evidence.value, evidence.status)


def _outcome(decision: Decision, claim: Claim | None, filed: Sequence[Claim], evidence: Evidence) -> Outcome:
    if any(_same(one, evidence) for one in filed):
        return "found"
    if claim is None:
        return "nothing_claimed" if claims_nothing(decision.trigger, decision.judgement) else "nobody"
    return "overruled" if _same(claim, evidence) else "other_claim"


def _instead(filed: Sequence[Claim], evidence: Evidence) -> tuple[str, ...]:
    if any(_same(claim, evidence) for claim in filed):
        return ()
    return tuple(" ".join(str(part) for part in (claim.kind, claim.subtype, claim.org or claim.org_text, claim.value, claim.status)
                          if part is not None)
                 for claim in filed if claim.kind == evidence.kind and claim.start < evidence.end and evidence.start < claim.end)


def _with_steps(linker: Linker, sheet: Sheet, told: Explanation, decision: Decision, claim: Claim | None) -> Explanation:
    trigger, sentence, moment = decision.trigger, decision.sentence, decision.moment
    first, last = max(sentence.start, trigger.start - SHOWN), min(sentence.end, trigger.end + SHOWN)
    steps = told.model_copy(update={
        "trigger": TriggerTrace(
            text=sheet.text[trigger.start:trigger.end], start=trigger.start, end=trigger.end, rule=trigger.rule,
            subtype=trigger.subtype, value=trigger.value, sentence=sheet.text[first:last], sentence_start=first,
            form=sentence.form),
        "status": _status(sheet, decision, told.evidence.status if told.also_filed == () else decision.status),
        "date": DateTrace(words=sheet.text[moment.start:moment.end], start=moment.start, end=moment.end, date=moment.date,
                          against=sheet.published) if moment else None,
        "reported_by": decision.reported_by, "opinions": _opinions(decision, claim.org if claim else told.evidence.org)})
    if claim is None:
        return steps.model_copy(update={"organisation": OrganisationTrace(
            rule="nobody", code=None, by_construction=False, home=sheet.home, name=None, candidates=rivals_of(sheet, decision))})
    subject = next(one for one in decision.subjects if (one.code, one.text) == (claim.org, claim.org_text))
    parts = sureness(trigger, sentence, subject, decision.decided, decision.status) if decision.opinions is None else {
        "rules and learned reader": claim.confidence}
    contradicted = _same(claim, told.evidence) and told.evidence.confidence == UNSURE < claim.confidence
    return steps.model_copy(update={
        "organisation": organisation_of(linker, sheet, decision, subject),
        "confidence": ConfidenceTrace(
            confidence=UNSURE if contradicted else claim.confidence, contradicted=contradicted,
            product=round(math.prod(parts.values()), 3), parts={part: round(value, 3) for part, value in parts.items()})})


def _opinions(decision: Decision, org: str | None) -> dict[str, float] | None:
    """What the learned reader and the rules together make of the organisation."""
    return dict(decision.opinions[org]) if decision.opinions and org in decision.opinions else None


def _status(sheet: Sheet, decision: Decision, filed_as: Status) -> StatusTrace:
    trigger, sentence = decision.trigger, decision.sentence
    nature = nature_of(trigger)
    found = cues_around(sheet, sentence, trigger.start, trigger.end, nature=nature)
    return StatusTrace(
        status=filed_as, read_alone=decision.status, decided_by=decision.decided, words=decision.judgement.cue, nature=nature,
        cues=tuple(CueTrace(
            text=sheet.text[one.start:one.end], start=one.start, end=one.end, effect=one.cue.effect, direction=one.cue.direction,
            scope=one.cue.scope, reaches=one.reaches, words_between=_words_between(sheet, one, trigger))
            for one in found if one.reaches or _looks_towards(one, trigger)))


def _looks_towards(found: FoundCue, trigger: Trigger) -> bool:
    """Whether a cue that does not reach the trigger stands on the side that cues of its direction speak for."""
    if found.end <= trigger.start:
        return found.cue.direction in ("forward", "object", "both")
    return found.start >= trigger.end and found.cue.direction in ("backward", "both")


def _words_between(sheet: Sheet, found: FoundCue, trigger: Trigger) -> int:
    first, last = (found.end, trigger.start) if found.end <= trigger.start else (trigger.end, found.start)
    return len(WORD.findall(sheet.text[first:last]))
