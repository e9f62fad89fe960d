"""Days out of dates that are known in part, or that a page got wrong."""

from __future__ import annotations

import datetime


def first_day(date: str) -> datetime.date:
    """The first day that a date can mean: ``2021-09`` → 1 September 2021; 30 February is 2 March."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return datetime.date(min(max(year, 1), 9998), month, 1) + datetime.timedelta(days=day - 1)
