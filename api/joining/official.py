"""The official view as a writer of a certain day could have seen it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.schema import PartialDate, Segment

UNKNOWN_LAG_DAYS = 183
"""Where the day of publication is not known, it is taken to lie between the end of the period and so many days later: releases
have come out about ten weeks after their quarter."""

IN_VIEW_DAYS = 92
"""A segment may be quoted for a quarter after another took its place: board papers are written weeks before they are published."""


@dataclass(frozen=True, slots=True)
class Row:
    """A published segment, and between which days it came out."""

    segment: Segment
    not_before: str
    by: str


def rows(segments: Sequence[Segment]) -> tuple[Row, ...]:
    """Segments of one organisation, those without a number left out, oldest period first."""
    found = [Row(segment, *published_between(segment)) for segment in segments if segment.segment is not None]
    return tuple(sorted(found, key=lambda row: (row.segment.valid_from, row.segment.source)))


def published_between(segment: Segment) -> tuple[str, str]:
    """The first and the last day on which a segment may have been published."""
    if segment.published_on:
        return first_day(segment.published_on), last_day(segment.published_on)
    begins = later(last_day(segment.valid_to), 1) if segment.valid_to else first_day(segment.valid_from)
    return begins, later(begins, UNKNOWN_LAG_DAYS)


def known(of: Sequence[Row], day: str, *, framework: str | None = None) -> tuple[Row, ...]:
    """The newest period's rows that are sure to have been published by a day: several where sources disagree, or none."""
    sure = [row for row in of if row.by <= day and framework in (None, row.segment.framework)]
    newest = max((row.segment.valid_from for row in sure), default=None)
    return tuple(row for row in sure if row.segment.valid_from == newest)


def in_view(of: Sequence[Row], day: str, *, framework: str) -> tuple[Row, ...]:
    """All rows that somebody who wrote on a day may rightly have quoted: published by then as far as can be known, and not
    replaced by a newer period for more than a quarter."""
    until = later(day, -IN_VIEW_DAYS)
    same = [row for row in of if row.segment.framework == framework]
    return tuple(row for row in same if row.not_before <= day and not any(
        newer.segment.valid_from > row.segment.valid_from and newer.by <= until for newer in same))


def first_day(date: PartialDate) -> str:
    """``2026-03`` → ``2026-03-01``."""
    return date + "-01" * (2 - date.count("-"))


def last_day(date: PartialDate) -> str:
    """``2026-02`` → ``2026-02-28``, ``2026`` → ``2026-12-31``."""
    if len(date) == len("2026"):
        return f"{date}-12-31"
    if len(date) == len("2026-02"):
        return later(first_day((datetime.date.fromisoformat(f"{date}-01") + datetime.timedelta(days=31)).isoformat()[:7]), -1)
    return date


def later(day: str, days: int) -> str:
    """The day so many days after another, or before it where the number is negative."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
