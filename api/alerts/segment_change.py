"""Whether a reported segment is news: a move, or other than what was published or reported before."""

from __future__ import annotations

from api.alerts.frameworks import framework_of, framework_on
from api.alerts.history import History
from corpora.official.agreement import replaced
from corpora.schema import Event, Segment

WORST_SEGMENTS = (4, 5)
"""Where nothing at all was known before, only a report of one of these is news."""


def segment_change(history: History, event: Event, told: dict[tuple[str, int], tuple[int, str]]) -> str | None:
    """What is new about a reported segment, in words, or None.

    Compared with, in this order: a move that the same document tells; the segment published by that day; the segment last
    reported; each only within the framework in force.

    Args:
        told: the segment last reported of each organisation in each framework, and when; kept up here.
    """
    if not isinstance(event.value, int):
        return None
    segment, day = event.value, history.happened(event)
    framework = framework_on(day) if day else 0
    place = (event.org, framework)
    before = told.get(place)
    official = _published(history, event.org, day, framework)
    past = _told_late(history, event)
    if before and day < before[1]:
        before = None  # What is told late, of a day before that of the last report, changes nothing since.
    else:
        told[place] = (segment, day)
    if before and before[0] == segment and not (
            official and history.known_on[official] > before[1] and official.segment != segment):
        return None
    moved_from = [statement.evidence.value for statement in history.beside(event, status="ended")
                  if statement.evidence.value not in (None, segment)]
    if moved_from:
        return f"reported to have moved from segment {moved_from[-1]} to segment {segment}{past}"
    if official:
        return None if official.segment == segment else (
            f"reported in segment {segment}{past}; "
            f"the published segment is {official.segment} ({official.framework}, {official.period})")
    if before:
        return f"reported in segment {segment}{past}; reported in segment {before[0]} before"
    return f"reported in segment {segment}{past}" if segment in WORST_SEGMENTS else None


def _told_late(history: History, event: Event) -> str:
    """`` in 2018`` where the words name a year before that of the document."""
    year = history.named(event)[:4]
    return f" in {year}" if year and year < max(statement.published for statement in history.current(event))[:4] else ""


def _published(history: History, org: str, day: str, framework: int) -> Segment | None:
    known = [segment for segment in history.segments.get(org, ())
             if segment.segment is not None and framework_of(segment) == framework and day and history.known_on[segment] <= day]
    gone = replaced(known)
    standing = [segment for place, segment in enumerate(known) if place not in gone]
    return max(standing, key=lambda segment: (segment.valid_from, history.known_on[segment]), default=None)
