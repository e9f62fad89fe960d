"""What alert rules look at: events, the evidence behind them, and the official view, in order of time."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from corpora.official.as_known import knowing
from corpora.organisations import Register
from corpora.schema import Event, Evidence, Segment
from corpora.store import Store

LEAST_SURE = 0.42
"""The least confidence that raises an alert. What a document contradicts itself on is stated with less (``nlp.contradictions``)."""

IMPLIED = frozenset({"intervention.breaches_found"})
"""Rules whose words imply an action that nobody names, such as breaches that were found: worth showing, not worth an alert."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of evidence and the day it speaks for."""

    evidence: Evidence
    day: str
    """The day that the claim names, else that of its document's publication, ``""`` where neither is known."""
    published: str = ""
    """The day of its document's publication, ``""`` where it is not known."""


@dataclass(frozen=True)
class History:
    """All that is known, for rules to read."""

    register: Register
    events: tuple[Event, ...]
    """Oldest first; events without a date last."""
    statements: dict[str, Statement]
    """By evidence id."""
    segments: dict[str, tuple[Segment, ...]] = field(default_factory=dict)
    """Published segments by organisation, oldest period first; every publication, those that were corrected later too."""
    known_on: dict[Segment, str] = field(default_factory=dict)
    """From when on each was known for certain."""

    @classmethod
    def of(cls, store: Store, register: Register) -> History:
        """What a store knows."""
        segments: defaultdict[str, list[Segment]] = defaultdict(list)
        for segment in store.segments(every_publication=True, limit=-1):
            segments[segment.org].append(segment)
        known_on = {segment: known.on for found in segments.values() for segment, known in zip(found, knowing(found), strict=True)}
        return cls(
            register=register,
            events=tuple(sorted(store.events(), key=lambda event: (event.date is None, event.date or "", event.id))),
            statements={evidence.id: Statement(evidence, _day(evidence, published), published or "")
                        for evidence, published in store.dated_evidence()},
            segments={org: tuple(sorted(found, key=lambda segment: segment.valid_from)) for org, found in segments.items()},
            known_on=known_on)

    def current(self, event: Event) -> tuple[Statement, ...]:
        """The statements behind an event that say it has happened or is in force: never planned, ended, denied or unsure ones."""
        found = (self.statements.get(evidence_id) for evidence_id in event.evidence_ids)
        return tuple(statement for statement in found if statement and statement.evidence.status == "current"
                     and statement.evidence.confidence >= LEAST_SURE and statement.evidence.rule.split("/")[0] not in IMPLIED)

    def day(self, event: Event) -> str:
        """When an event happened, or was first reported; ``""`` where neither is known."""
        return event.date or min((statement.day for statement in self.current(event) if statement.day), default="")

    def named(self, event: Event) -> str:
        """The earliest date that the words give the event, or a part of one (``2018``); ``""`` where they give none. The date of
        one part of a total is not that of the whole."""
        dates = [statement.evidence.date for statement in self.current(event)
                 if statement.evidence.date and statement.evidence.subtype == event.subtype]
        earliest = min(dates, default="")
        return max((date for date in dates if date.startswith(earliest)), key=lambda date: (len(date), date), default="")

    def happened(self, event: Event) -> str:
        """When an event happened as far as its words say, else when it was first reported; ``""`` where neither is known."""
        named, day = self.named(event), self.day(event)
        return min(named, day) if named and day else named or day

    def about(self, org: str, kind: str, subtype: str, *, since: str, before: str) -> tuple[Statement, ...]:
        """Statements of any status about one matter from the day ``since`` and before the day ``before``, oldest first."""
        found = self._by_matter.get((org, kind, subtype), ())
        return found[bisect_left(found, since, key=_the_day):bisect_left(found, before, key=_the_day)]

    def beside(self, event: Event, *, status: str) -> tuple[Statement, ...]:
        """Statements of this kind, organisation and status in the documents that an event is told in."""
        documents = {statement.evidence.document_id for statement in self.current(event)}
        return tuple(statement for statement in self._by_kind.get((event.org, event.kind), ())
                     if statement.evidence.status == status and statement.evidence.document_id in documents)

    def name(self, org: str) -> str:
        """An organisation's name, or its code where the register does not hold it."""
        found = self.register.by_code.get(org)
        return found.name if found else org

    @cached_property
    def _by_matter(self) -> dict[tuple[str | None, str, str], tuple[Statement, ...]]:
        groups: defaultdict[tuple[str | None, str, str], list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            groups[statement.evidence.org, statement.evidence.kind, statement.evidence.subtype].append(statement)
        return {matter: tuple(sorted(found, key=_in_time)) for matter, found in groups.items()}

    @cached_property
    def _by_kind(self) -> dict[tuple[str | None, str], tuple[Statement, ...]]:
        groups: defaultdict[tuple[str | None, str], list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            groups[statement.evidence.org, statement.evidence.kind].append(statement)
        return {matter: tuple(sorted(found, key=_in_time)) for matter, found in groups.items()}


def _day(evidence: Evidence, published: str | None) -> str:
    return evidence.date if evidence.date and len(evidence.date) == len("2021-09-15") else published or evidence.date or ""


def _the_day(statement: Statement) -> str:
    return statement.day


def _in_time(statement: Statement) -> tuple[str, str]:
    return statement.day, statement.evidence.id
