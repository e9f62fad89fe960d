"""From when on something official was known: never earlier than can be shown, and always with how that was found out.

A day counts as known by its end: what was published on a day is known on that day, what was published in March 2026 on 31 March.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from corpora.official.days import day_after, first_day, last_day, later
from corpora.official.releases import release_calendar, release_named
from corpora.schema import PartialDate, Record, Segment

UNKNOWN_LAG_DAYS = 183
"""Where nothing is known of the day of publication but that it is after the period's end, it is taken to lie between that and so
many days later: releases have come out about ten weeks after their quarter."""

Method = Literal["stated", "release calendar", "period end", "state of the file"]


class KnownFrom(Record):
    """From when on something was known for certain."""

    on: str
    """The day from which it is certain: the last day that the date of publication may mean."""
    not_before: str
    """The first day on which it can have been published; between this and ``on`` it may have been known."""
    method: Method
    """``stated``: the file, its name, the page it was found on or the importer's user says when it was published; ``release
    calendar``: a table of NHS England's releases; ``period end``: nothing is known but that no period is published before it
    ended, and no second version before the first: taken for known half a year later; ``state of the file``: it stands in a file
    of that day."""
    seen_in: str | None = None
    """The later release that it was taken from, where it was first published in an earlier one that was not imported. The
    earlier one may have said otherwise."""
    source: str | None = None
    """Of a release calendar's day."""


class Published(Protocol):
    """What every official fact says of its publication."""

    @property
    def valid_from(self) -> PartialDate: ...
    @property
    def valid_to(self) -> PartialDate | None: ...
    @property
    def published_on(self) -> PartialDate | None: ...
    @property
    def publication(self) -> str | None: ...


def known_from(fact: Published, *, period: str = "", stands_in: bool = False) -> KnownFrom:
    """From when on a fact was known.

    Args:
        period: the quarter that it is for, where it is for one.
        stands_in: whether it is of the earliest publication about its period that is stored. Where that is a later release,
            which repeats the period, it stands in for the period's own, from that one's day.
    """
    release, calendar = release_named(fact.publication), release_calendar()
    if release and stands_in and release.period != period and period in calendar:
        days = calendar[period]
        return KnownFrom(on=days.not_after, not_before=days.not_before, method="release calendar", seen_in=fact.publication,
                         source=days.source)
    if fact.published_on:
        return KnownFrom(on=last_day(fact.published_on), not_before=first_day(fact.published_on), method="stated")
    if fact.publication in calendar:
        days = calendar[fact.publication]
        return KnownFrom(on=days.not_after, not_before=days.not_before, method="release calendar", source=days.source)
    if release:
        first = calendar.get(release.period)
        bound = first.not_after if first else day_after(release.last_day)
    else:
        bound = day_after(last_day(fact.valid_to)) if fact.valid_to else last_day(fact.valid_from)
    return KnownFrom(on=later(bound, UNKNOWN_LAG_DAYS), not_before=bound, method="period end")


def knowing(rows: Sequence[Segment]) -> list[KnownFrom]:
    """From when on each of these rows was known; the rows are all that is stored about one organisation."""
    first: dict[tuple[str, str], tuple[int, int, int]] = {}
    for row in rows:
        release = release_named(row.publication)
        if release:
            first[row.framework, row.period] = min(release, first.get((row.framework, row.period), release))
    return [known_from(row, period=row.period,
                       stands_in=release_named(row.publication) == first.get((row.framework, row.period))) for row in rows]
