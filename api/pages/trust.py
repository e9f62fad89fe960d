"""``/trusts/{code}``: the official view beside the soft evidence."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from api.answers import PublishedSegment
from api.joining.chart import chart
from api.joining.glance import glance
from api.joining.joined import today
from api.joining.quoting import quoted
from api.joining.system_level import system_level
from api.library import OpenStore, TheLibrary, known_organisation
from api.pages.coverage import weeks_of
from api.pages.feeds import entries_of
from api.paging import decode_cursor
from api.published import published_segments
from api.register import register
from api.routes.evidence import place_of
from api.templating import render
from corpora.organisations import Succession
from corpora.schema import CitedEvidence

router = APIRouter()

PIECES = 50
CONCERNS = 20
ALERTS = 5
MEETINGS = 6
REPORTED = 20
"""So many of the newest reports of the rating are looked at: the newest document may tell of one of long ago."""
ORDER = ("segment", "intervention", "never_event", "rating")


@dataclass(frozen=True, slots=True)
class Group:
    """Evidence under one heading; None for no heading."""

    kind: str | None
    pieces: list[CitedEvidence]


@dataclass(frozen=True, slots=True)
class Relative:
    """A predecessor or successor."""

    code: str
    name: str
    in_register: bool
    step: Succession


@router.get("/trusts/{code}")
def trust(library: TheLibrary, store: OpenStore, code: str, by: str = "date", predecessors: str = "", before: str = "") -> Response:
    """One organisation.

    Args:
        by: ``kind`` groups the evidence by kind, anything else gives the newest first.
        predecessors: not empty: with the evidence about those it took over from.
        before: a cursor: the evidence behind it.
    """
    organisation = known_organisation(code)
    if code != organisation.code:
        return RedirectResponse(f"/trusts/{organisation.code}", 308)
    lineage = register().lineage(organisation.code)
    orgs = lineage if predecessors else (organisation.code,)
    place = decode_cursor(before or None, parts=2)
    found = store.evidence(orgs=orgs, except_kind="concern", without_copies=True,
                           after=(place[0], place[1]) if place else None, limit=PIECES + 1)
    pieces = found[:PIECES]
    concerns = [] if place else store.evidence(orgs=orgs, kind="concern", without_copies=True, limit=CONCERNS + 1)
    counts = dict(sorted(store.count_evidence(orgs=orgs).items(), key=lambda pair: _place(pair[0])))
    all_alerts, joined = library.alerts.at_hand(store), library.joined.at_hand(store)
    alerts = [alert for alert in all_alerts or () if alert.org == organisation.code]
    segments = published_segments(store.segments(orgs=(organisation.code,)))
    latest, as_of = newest(segments), joined.as_of if joined else today()
    ratings, never_events = store.ratings((organisation.code,)), store.never_event_counts(lineage)
    reported = store.evidence(orgs=(organisation.code,), kind="rating", subtype="overall", status="current",
                              without_copies=True, limit=REPORTED)
    return render(
        "trust.html", organisation=organisation, icb=register().by_code.get(organisation.icb or ""),
        took_over=[_relative(step, step.predecessor, step.predecessor_name) for step in register().predecessors(organisation.code)],
        taken_over=[_relative(step, step.successor, step.successor_name) for step in register().successors(organisation.code)],
        segments=segments, latest=latest, ratings=ratings, never_events=never_events, lineage=lineage,
        glance=glance(organisation, latest, ratings, reported, never_events, joined),
        drawn=chart(segments, store.evidence_by_month(orgs=orgs), until=as_of),
        peers=joined.peers.get(organisation.code) if joined else None,
        findings=quoted(store, joined.findings.get(organisation.code, ()) if joined else ()), as_of=as_of,
        left_out=joined.left_out.get(organisation.code, 0) if joined else 0,
        findings_to_come=joined is None, alerts_to_come=all_alerts is None,
        system=system_level(store, organisation.code),
        groups=grouped(pieces) if by == "kind" else [Group(None, pieces)], pieces=pieces, by="kind" if by == "kind" else "date",
        concerns=concerns[:CONCERNS], more_concerns=len(concerns) > CONCERNS, counts=counts,
        before=before, older=place_of(pieces[-1]) if len(found) > PIECES else None,
        entries=entries_of(store, alerts[:ALERTS]), alerts=len(alerts),
        with_predecessors=bool(predecessors), earlier=[code for code in lineage if code != organisation.code],
        meetings=store.meetings(orgs=(organisation.code,), since=datetime.datetime.now(datetime.UTC).date().isoformat())[:MEETINGS],
        looked_at=weeks_of(store, organisation.code),
        names={code: register().by_code[code].name for code in lineage if code in register().by_code})


def newest(segments: Sequence[PublishedSegment]) -> list[PublishedSegment]:
    """The newest period's segment; where sources disagree about that, each of the segments that they give."""
    given = [each for each in segments if each.segment.segment is not None]
    rivals = {each.segment.segment: each for each in reversed(given) if each.disputed
              and (each.segment.framework, each.segment.period) == (given[0].segment.framework, given[0].segment.period)}
    return list(rivals.values())[::-1] or given[:1]


def grouped(pieces: list[CitedEvidence]) -> list[Group]:
    """Evidence by kind, hardest kinds first, each newest first."""
    ordered = sorted(pieces, key=lambda cited: _place(cited.evidence.kind))
    return [Group(kind, list(found)) for kind, found in groupby(ordered, key=lambda cited: cited.evidence.kind)]


def _place(kind: str) -> tuple[int, str]:
    return (ORDER.index(kind) if kind in ORDER else len(ORDER) + (kind == "concern"), kind)


def _relative(step: Succession, code: str, name: str | None) -> Relative:
    found = register().by_code.get(code)
    return Relative(code=code, name=name or (found.name if found else code), in_register=found is not None, step=step)
