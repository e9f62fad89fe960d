"""Events: pieces of evidence from several documents that speak of the same happening."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from corpora.schema import Event, Evidence, identifier

WINDOW_DAYS = 14


def group_events(dated_evidence: Iterable[tuple[Evidence, str | None]]) -> list[Event]:
    """Group current evidence into events: same organisation, kind, subtype and value, dates within 14 days of the last.

    Args:
        dated_evidence: evidence with its document's publication date. The claim's own date counts where it has one to the
            day, else the publication date; what has neither is an event with others like it.
    """
    current = [(evidence, _day(evidence, published)) for evidence, published in dated_evidence
               if evidence.status == "current" and evidence.org is not None]
    current.sort(key=lambda pair: (*_happening(pair[0]), pair[1] or "", pair[0].id))
    return [event for _, group in groupby(current, key=lambda pair: _happening(pair[0])) for event in _split(list(group))]


def _happening(evidence: Evidence) -> tuple[str, str, str, str]:
    return str(evidence.org), evidence.kind, evidence.subtype, "" if evidence.value is None else str(evidence.value)


def _day(evidence: Evidence, published: str | None) -> str | None:
    return evidence.date if evidence.date and len(evidence.date) == len("2021-09-15") else published or evidence.date


def _split(group: list[tuple[Evidence, str | None]]) -> Iterator[Event]:
    members: list[tuple[Evidence, str | None]] = []
    for pair in group:
        if members and _apart(members[-1][1], pair[1]):
            yield _event(members)
            members = []
        members.append(pair)
    if members:
        yield _event(members)


def _apart(earlier: str | None, later: str | None) -> bool:
    if earlier is None or later is None:
        return earlier != later
    if len(earlier) < len("2021-09-15") or len(later) < len("2021-09-15"):
        return earlier[:7] != later[:7]
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days > WINDOW_DAYS


def _event(members: list[tuple[Evidence, str | None]]) -> Event:
    first, day = members[0]
    return Event(
        id=identifier(*_happening(first), day), org=str(first.org), kind=first.kind, subtype=first.subtype, value=first.value,
        date=day, evidence_ids=tuple(evidence.id for evidence, _ in members))
