"""The official view as a writer of a certain day could have seen it: ``corpora.official`` for many reports at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpora.official.agreement import replaced
from corpora.official.as_known import knowing
from corpora.official.days import later
from corpora.schema import PartialDate, Segment

IN_VIEW_DAYS = 92
"""A segment may be quoted for a quarter after another took its place: board papers are written weeks before they are published."""


@dataclass(frozen=True, slots=True)
class Row:
    """A published segment, and between which days it came out."""

    segment: Segment
    not_before: str
    by: str
    seen_in: str | None = None
    """The later release that it was taken from, where its own was not imported."""


def rows(segments: Sequence[Segment]) -> tuple[Row, ...]:
    """Every publication about one organisation, those without a number left out, oldest period first."""
    found = [Row(segment, known_from.not_before, known_from.on, known_from.seen_in)
             for segment, known_from in zip(segments, knowing(segments), strict=True) if segment.segment is not None]
    return tuple(sorted(found, key=lambda row: (row.segment.valid_from, row.segment.source)))


def known(of: Sequence[Row], day: str, *, framework: str | None = None) -> tuple[Row, ...]:
    """The newest period's rows that are sure to have been published by a day, and not corrected by then: several where sources
    disagree, or none."""
    sure = [row for row in of if row.by <= day and framework in (None, row.segment.framework)]
    newest = max((row.segment.valid_from for row in sure), default=None)
    of_period = [row for row in sure if row.segment.valid_from == newest]
    gone = replaced([row.segment for row in of_period])
    return tuple(row for place, row in enumerate(of_period) if place not in gone)


def in_view(of: Sequence[Row], day: str, *, framework: str) -> tuple[Row, ...]:
    """All rows that somebody who wrote on a day may rightly have quoted: published by then as far as can be known, and not
    replaced by a newer period for more than a quarter."""
    until = later(day, -IN_VIEW_DAYS)
    same = [row for row in of if row.segment.framework == framework]
    return tuple(row for row in same if row.not_before <= day and not any(
        newer.segment.valid_from > row.segment.valid_from and newer.by <= until for newer in same))


def numbers(of: Sequence[Row]) -> str:
    """The segments of some rows: ``3``, or ``3 or 4`` where sources disagree."""
    return " or ".join(sorted({str(row.segment.segment) for row in of}))


def published(then: Sequence[Row], of: Sequence[Row], today: str) -> str:
    """``the published segment is 3``; where that is not the newest that is known by today, what it was and what the newest is."""
    newest = known(of, today)
    if not newest or newest == tuple(then):
        return f"the published segment is {numbers(then)}"
    return f"the segment published by then was {_of_period(then)}; the newest is {_of_period(newest)}"


def _of_period(of: Sequence[Row]) -> str:
    return f"{numbers(of)} ({of[0].segment.period}, {of[0].segment.framework})"


def in_words(of: Sequence[Row]) -> str:
    """``Segment 3 in Q4 2025/26 (NOF 2025/26), as the release Q1 2026/27 repeats it.``"""
    first = of[0]
    taken = f", as the release {first.seen_in} repeats it" if first.seen_in else ""
    return f"Segment {numbers(of)} in {first.segment.period} ({first.segment.framework}){taken}."


def covers(segment: Segment, day: PartialDate) -> bool:
    """Whether a day, month or year lies in a segment's period, in part at least."""
    return segment.valid_from[:len(day)] <= day and (segment.valid_to is None or day <= segment.valid_to[:len(day)])
