"""Measured quality: a reading scored against annotated documents.

A fact is right where kind, subtype, organisation, value and status all agree (an annotated value of null accepts any). Facts
annotated as doubtful neither count nor cost. ``hard`` is every kind but ``concern``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from corpora.schema import Reading, Record, Value

ANNOTATED_KINDS = frozenset({"segment", "segment_count", "never_event", "intervention", "rating", "concern"})
ANNOTATED_INTERVENTIONS = frozenset("""
    special_measures financial_special_measures recovery_support_programme provider_improvement_programme mandated_support
    enforcement_undertakings licence_breach licence_condition special_administration improvement_director success_regime turnaround
    warning_notice urgent_conditions requirement_notice prosecution independent_review leadership_change maternity_support
    prevention_of_future_deaths service_suspension deep_dive_review
""".split())
"""Readings file further interventions; those that the annotators did not look for are not scored."""


class GoldFact(BaseModel):
    """One annotated fact; annotators' notes beside it are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: str
    subtype: str
    org: str | None = None
    value: Value = None
    status: str
    doubtful: bool = False


class GoldDocument(BaseModel):
    """One annotated document: the organisations it names and the facts it states."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    orgs: tuple[str, ...] = ()
    orgs_doubtful: tuple[str, ...] = ()
    facts: tuple[GoldFact, ...] = ()


class Measure(Record):
    """Precision, recall and F1 (0 to 1) with the counts they come from."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was filed, the share that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Of what is annotated, the share that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Score(Record):
    """A reading's quality on a set of annotated documents."""

    measures: dict[str, Measure] = Field(default_factory=dict)
    """By name: ``organisations``, ``hard``, ``concern`` and each kind."""
    documents: int = 0
    without_facts: int = 0
    """Documents in which the annotators found nothing (doubtful facts aside)."""
    kept_clean: int = 0
    """Of those, the ones from which no hard fact was filed."""


@dataclass(frozen=True, slots=True)
class _Key:
    kind: str
    subtype: str
    org: str | None
    value: str | None
    status: str


class Filed(Protocol):
    """A piece of evidence or a claim: what counts of it when it is scored."""

    @property
    def kind(self) -> str: ...
    @property
    def subtype(self) -> str: ...
    @property
    def org(self) -> str | None: ...
    @property
    def value(self) -> Value: ...
    @property
    def status(self) -> str: ...


def score_readings(gold: Sequence[GoldDocument], readings: Iterable[Reading]) -> Score:
    """Score readings against annotated documents; a document without a reading counts as read with nothing found."""
    return score_filed(gold, {reading.document_id: ({mention.code for mention in reading.mentions}, reading.evidence)
                              for reading in readings})


def score_filed(gold: Sequence[GoldDocument], by_id: Mapping[str, tuple[Collection[str], Iterable[Filed]]]) -> Score:
    """The same, of the codes found and what was filed of each document by its id."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    without_facts = kept_clean = 0
    for document in gold:
        codes, claims = by_id.get(document.id, ((), ()))
        _count_organisations(document, set(codes), counts["organisations"])
        sure = {_key(fact) for fact in document.facts if not fact.doubtful}
        filed = {_key(claim) for claim in claims if claim.kind in ANNOTATED_KINDS
                 and (claim.kind != "intervention" or claim.subtype in ANNOTATED_INTERVENTIONS)}
        filed -= {_key(fact) for fact in document.facts if fact.doubtful} - sure
        _count_facts(sure, filed, counts)
        if not sure:
            without_facts += 1
            kept_clean += not any(key.kind != "concern" for key in filed)
    return Score(measures={name: Measure(**count) for name, count in sorted(counts.items())}, documents=len(gold),
                 without_facts=without_facts, kept_clean=kept_clean)


def _count_organisations(document: GoldDocument, codes: set[str], count: Counter[str]) -> None:
    named = {code for code in document.orgs if not code.startswith("name:")}
    found = codes - (set(document.orgs_doubtful) - named)
    count.update(right=len(named & found), wrong=len(found - named), missed=len(named - found))


def _count_facts(sure: set[_Key], filed: set[_Key], counts: dict[str, Counter[str]]) -> None:
    left = set(filed)
    for fact in sorted(sure, key=repr):
        match = next((key for key in sorted(left, key=repr) if _agrees(fact, key)), None)
        if match is not None:
            left.discard(match)
        for name in _names(fact):
            counts[name]["missed" if match is None else "right"] += 1
    for key in left:
        for name in _names(key):
            counts[name]["wrong"] += 1


def _agrees(fact: _Key, filed: _Key) -> bool:
    same = (fact.kind, fact.subtype, fact.org, fact.status) == (filed.kind, filed.subtype, filed.org, filed.status)
    return same and (fact.value is None or fact.value == filed.value)


def _names(key: _Key) -> tuple[str, ...]:
    return (key.kind,) if key.kind == "concern" else ("hard", key.kind)


def _key(fact: Filed) -> _Key:
    return _Key(fact.kind, fact.subtype, fact.org, None if fact.value is None else str(fact.value).lower(), fact.status)
