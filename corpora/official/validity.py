"""From when until when a decision holds.

The rules, in this order:

1. A decision for a quarter holds for the days of that quarter.
2. The lists of 2016 to 2025 were overwritten in place: a decision holds from its list's day until the day before the next list
   that names the organisation. A list that leaves it out ends nothing, since a name may have been missed; the answer says so.
3. No decision without a period outlives its framework.
4. None outlives its organisation.

A first day known in part counts from its end: what began in July 2021 certainly held on 31 July.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from corpora.official.days import day_before, last_day
from corpora.official.frameworks import framework_named
from corpora.schema import Record, Segment

EndedBy = Literal["period", "next list", "framework", "closure"]


class Span(Record):
    """The days on which a decision holds for certain."""

    start: str
    end: str | None
    """None where nothing is known to have ended it."""
    ended_by: EndedBy | None

    def holds_on(self, day: str) -> bool:
        """Whether the day is one of them."""
        return self.start <= day and (self.end is None or day <= self.end)


def span_of(row: Segment, rows: Sequence[Segment], *, closed: str | None = None) -> Span:
    """When a decision holds, given what else was decided about the organisation.

    Args:
        closed: the organisation's last day.
    """
    start = last_day(row.valid_from)
    ends: list[tuple[str, EndedBy]] = []
    if row.valid_to:
        ends.append((last_day(row.valid_to), "period"))
    else:
        following = [day for other in rows if other.valid_to is None and other.framework == row.framework
                     and (day := last_day(other.valid_from)) > start]
        if following:
            ends.append((day_before(min(following)), "next list"))
        framework = framework_named(row.framework)
        if framework and framework.end:
            ends.append((framework.end, "framework"))
    if closed:
        ends.append((last_day(closed), "closure"))
    end, ended_by = min(ends, key=lambda one: one[0], default=(None, None))
    return Span(start=start, end=end, ended_by=ended_by)
