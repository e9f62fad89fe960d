"""The official view beside the soft evidence, month by month."""

from __future__ import annotations

from api.answers import Month
from corpora.schema import OdsCode
from corpora.store import Store


def months_of(store: Store, orgs: tuple[OdsCode, ...]) -> list[Month]:
    """Every month of which something is known about these organisations, the newest first, undated evidence last.

    A segment stands in the month in which its period began, a rating in that of its publication, a count of never events in the
    last month of its year, evidence in that of its document's publication (or its year, where no more is known).
    """
    evidence = store.evidence_by_month(orgs=orgs)
    segments = store.segments(orgs=orgs, limit=-1)
    ratings, counts = store.ratings(orgs), store.never_event_counts(orgs)
    names = sorted({*evidence, *(one.valid_from[:7] for one in segments), *(one.known_from.on[:7] for one in ratings),
                    *(one.count.valid_to[:7] for one in counts)}, reverse=True)
    return [Month(
        month=name or None, evidence_by_kind=evidence.get(name, {}),
        segments=tuple(one for one in segments if one.valid_from[:7] == name),
        ratings=tuple(one for one in ratings if one.known_from.on[:7] == name),
        never_events=tuple(one for one in counts if one.count.valid_to[:7] == name)) for name in names]
