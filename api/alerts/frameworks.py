"""Which oversight framework was in force when: segments of different frameworks are never compared."""

from __future__ import annotations

import re
from bisect import bisect_right

from corpora.schema import Segment

STARTS = ("2016-10-01", "2019-08-23", "2021-06-24", "2022-07-01", "2025-06-26")
"""SOF 2016, NOF 2019/20, SOF 2021/22, NOF 2022/23, NOF 2025/26. Source: NHS England's publications of each."""

_YEARS = {"2016": 1, "2019": 2, "2021": 3, "2022": 4, "2025": 5}
_YEAR = re.compile(r"\b20\d\d\b")


def framework_on(day: str) -> int:
    """The ordinal of the framework in force on a day, 0 before the first."""
    return bisect_right(STARTS, day)


def framework_of(segment: Segment) -> int:
    """The ordinal of the framework that a published segment is of, by its name, else by its period."""
    year = _YEAR.search(segment.framework)
    return (_YEARS.get(year.group()) if year else None) or framework_on(segment.valid_from)
