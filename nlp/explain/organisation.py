"""Whom a claim is about: the candidates that were weighed, and how the name that decided was linked to its code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nlp.candidates import Candidate, about_another
from nlp.counted import counted_subjects
from nlp.decide import Decision
from nlp.explain.records import NameReading, NameTrace, OrganisationCandidate, OrganisationTrace, WeighedSign
from nlp.organisations import Linker
from nlp.organisations.decision import ranked_readings
from nlp.organisations.name_signs import all_signs
from nlp.organisations.name_signs import load_weights as name_weights
from nlp.sheet import Name, Sheet, Subject
from nlp.subjects import load_weights, scored_candidates

MOST_SIGNS = 5
MOST_READINGS = 5


def organisation_of(linker: Linker, sheet: Sheet, decision: Decision, subject: Subject) -> OrganisationTrace:
    """How it came that this subject of a decision is one."""
    trigger, sentence = decision.trigger, decision.sentence
    by_construction = trigger.impersonal or trigger.subjects is not None or (
        counted_subjects(sheet, sentence, trigger.start) is not None)
    scored = [] if by_construction else scored_candidates(sheet, sentence, trigger.start, trigger.end)
    chosen = {chosen.code for chosen in decision.subjects}
    return OrganisationTrace(
        rule=subject.rule, code=subject.code, by_construction=by_construction, home=sheet.home,
        name=name_trace(linker, sheet, subject.name) if subject.name else None,
        candidates=tuple(_candidate(probability, candidate, chosen=chosen.issuperset(candidate.codes))
                         for probability, candidate in scored))


def rivals_of(sheet: Sheet, decision: Decision) -> tuple[OrganisationCandidate, ...]:
    """The candidates where none was sure enough to be the subject."""
    trigger, sentence = decision.trigger, decision.sentence
    if trigger.subjects is not None or about_another(sheet, sentence, trigger.start, trigger.end):
        return ()
    return tuple(_candidate(probability, candidate, chosen=False)
                 for probability, candidate in scored_candidates(sheet, sentence, trigger.start, trigger.end))


def name_trace(linker: Linker, sheet: Sheet, name: Name) -> NameTrace:
    """How a name was linked to its code: what else it may mean, and what was weighed."""
    told = NameTrace(text=name.text, start=name.start, end=name.end, form=name.form, code=name.code)
    if name.form == "anaphor":
        before = [other.text for other in sheet.names if other.start < name.start and other.form != "anaphor"
                  and set(other.all_codes) & set(name.all_codes)]
        return told.model_copy(update={"points_to": before[-1] if before else None})
    situation, decisions = linker.decide(sheet)
    for position, decision in enumerate(decisions):
        if decision.match.start != name.start:
            continue
        ranked = ranked_readings(situation, sheet.text, decision)
        signs = () if decision.sure or not ranked else _heaviest(
            all_signs(situation, sheet.text, decisions, position, ranked), name_weights())
        return told.model_copy(update={
            "probability": round(decision.probability, 3), "signs": signs,
            "readings": tuple(NameReading(code=reading.code, fit=round(fit, 2)) for fit, reading in ranked[:MOST_READINGS])})
    return told


def _candidate(probability: float, candidate: Candidate, *, chosen: bool) -> OrganisationCandidate:
    names = candidate.group.names if candidate.group else ()
    return OrganisationCandidate(
        codes=candidate.codes, named_as=", ".join(name.text for name in names) or None, source=candidate.source,
        probability=round(probability, 3), chosen=chosen, signs=_heaviest(candidate.signs, load_weights()))


def _heaviest(signs: Iterable[str], weights: Mapping[str, float]) -> tuple[WeighedSign, ...]:
    weighed = [WeighedSign(sign=sign, weight=weights[sign]) for sign in dict.fromkeys(signs) if weights.get(sign)]
    return tuple(sorted(weighed, key=lambda one: -abs(one.weight))[:MOST_SIGNS])
