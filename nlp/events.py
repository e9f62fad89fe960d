"""Events: pieces of evidence from several documents that speak of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from corpora.schema import Event, Evidence, identifier
from nlp.totals import totals_of_parts
from nlp.wording import groups_by_wording, is_worded

WINDOW_DAYS = 14


def group_events(dated_evidence: Iterable[tuple[Evidence, str | None]], clusters: Mapping[str, str] | None = None,
                 around: Callable[[Evidence], str] | None = None) -> list[Event]:
    """Group current evidence into events: same organisation, kind, subtype and value, dates within 14 days of the last.

    Where an organisation may have two of a sort within a fortnight (never events, warning notices, coroners' reports), the wording
    must agree as well: see ``nlp.wording``. A total of never events and its parts are one event, the total's: see ``nlp.totals``.

    Args:
        dated_evidence: evidence with its document's publication date. The claim's own date counts where it has one to the
            day, else the publication date; what has neither is an event with others like it.
        clusters: the cluster of each document that is a copy of others: together they are one source.
        around: the text about a quote, for telling events apart whose quotes share no words.
    """
    said = [(evidence, published) for evidence, published in dated_evidence
            if evidence.status == "current" and evidence.org is not None]
    current = [(evidence, _day(evidence, published)) for evidence, published in said]
    current.sort(key=lambda pair: (*_happening(pair[0]), pair[1] or "", pair[0].id))
    totals = totals_of_parts(said)
    whole = [pair for pair in current if pair[0].id not in totals]
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for part, total in sorted(totals.items()):
        parts[total].append(part)
    return [_with_parts(event, parts) for _, group in groupby(whole, key=lambda pair: _happening(pair[0]))
            for near in _split(list(group)) for event in _worded(near, clusters or {}, around)]


def _with_parts(event: Event, parts: Mapping[str, Sequence[str]]) -> Event:
    """An event with the parts of the totals that it is made of behind them."""
    found = tuple(part for total in event.evidence_ids for part in parts.get(total, ()))
    return event.model_copy(update={"evidence_ids": event.evidence_ids + found}) if found else event


def _happening(evidence: Evidence) -> tuple[str, str, str, str]:
    return str(evidence.org), evidence.kind, evidence.subtype, "" if evidence.value is None else str(evidence.value)


def _day(evidence: Evidence, published: str | None) -> str | None:
    return evidence.date if evidence.date and len(evidence.date) == len("2021-09-15") else published or evidence.date


def _split(group: list[tuple[Evidence, str | None]]) -> Iterator[list[tuple[Evidence, str | None]]]:
    members: list[tuple[Evidence, str | None]] = []
    for pair in group:
        if members and _apart(members[-1][1], pair[1]):
            yield members
            members = []
        members.append(pair)
    if members:
        yield members


def _worded(near: list[tuple[Evidence, str | None]], clusters: Mapping[str, str],
            around: Callable[[Evidence], str] | None) -> Iterator[Event]:
    """The events of evidence that neither value nor date tells apart."""
    first = near[0][0]
    if len(near) == 1 or not is_worded(first.kind, first.subtype):
        yield _event(near, clusters)
        return
    groups = groups_by_wording(first.kind, first.subtype, [evidence.quote for evidence, _ in near], org=first.org,
                               around=(lambda place: around(near[place][0])) if around else None)
    for number, places in enumerate(groups):
        yield _event([near[place] for place in places], clusters, apart=number > 0)


def _apart(earlier: str | None, later: str | None) -> bool:
    if earlier is None or later is None:
        return earlier != later
    if len(earlier) < len("2021-09-15") or len(later) < len("2021-09-15"):
        return earlier[:7] != later[:7]
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days > WINDOW_DAYS


def _event(members: list[tuple[Evidence, str | None]], clusters: Mapping[str, str], *, apart: bool = False) -> Event:
    """One event. ``apart``: another of the same sort began on the same day, so that more is needed for its identity."""
    first, day = members[0]
    return Event(
        id=identifier(*_happening(first), day, *([first.id] if apart else [])), org=str(first.org), kind=first.kind,
        subtype=first.subtype, value=first.value, date=day, evidence_ids=tuple(evidence.id for evidence, _ in members),
        independent_sources=len({clusters.get(evidence.document_id, evidence.document_id) for evidence, _ in members}))
