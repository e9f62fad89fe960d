"""Days out of dates that are known in part."""

from __future__ import annotations

import datetime
from functools import lru_cache


@lru_cache(maxsize=20_000)
def first_day(date: str) -> datetime.date:
    """The first day that a date can mean: ``2021-09`` → 1 September 2021."""
    return datetime.date.fromisoformat(date + "-01" * (2 - date.count("-")))
