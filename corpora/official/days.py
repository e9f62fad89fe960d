"""The first and the last day that a date known in part may mean."""

from __future__ import annotations

import calendar
import datetime

from corpora.schema import PartialDate

FIRST, LAST = datetime.date.min.isoformat(), datetime.date.max.isoformat()


def first_day(date: PartialDate) -> str:
    """``2026-03`` → ``2026-03-01``."""
    return date + "-01" * (2 - date.count("-"))


def last_day(date: PartialDate) -> str:
    """``2026-02`` → ``2026-02-28``, ``2026`` → ``2026-12-31``."""
    if len(date) == len("2026"):
        return f"{date}-12-31"
    if len(date) == len("2026-02"):
        return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]}"
    return date


def later(day: str, days: int) -> str:
    """The day so many days after another, or before it where the number is negative; the calendar's last or first where it ends."""
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        return LAST if days > 0 else FIRST


def day_before(day: str) -> str:
    """``2026-03-01`` → ``2026-02-28``; the first day of the calendar has none before it."""
    return day if day == FIRST else (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def day_after(day: str) -> str:
    """``2026-02-28`` → ``2026-03-01``; the last day of the calendar has none after it."""
    return day if day == LAST else (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
