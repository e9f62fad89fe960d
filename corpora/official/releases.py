"""NHS England's quarterly releases: their names, their order, and when each came out as far as that is known.

A release is named by its newest quarter and its version: ``Q3 2025/26``, ``Q3 2025/26 v2``. It repeats the quarters before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from corpora.organisations import read_table
from corpora.schema import Record

RELEASE = re.compile(r"Q([1-4]) (20\d\d)/(\d\d)(?: v([2-9]))?")
VERSION = re.compile(r"[-_ ]v([2-9])(?![0-9a-z])", re.IGNORECASE)


class Release(NamedTuple):
    """A release; in the order of these fields a later one is greater."""

    year: int
    quarter: int
    version: int

    @property
    def period(self) -> str:
        """The quarter that it was made for: ``Q3 2025/26``."""
        return f"Q{self.quarter} {self.year}/{(self.year + 1) % 100:02d}"

    @property
    def last_day(self) -> str:
        """The last day of that quarter: ``2025-12-31``."""
        return f"{self.year + (self.quarter == 4)}-{('06-30', '09-30', '12-31', '03-31')[self.quarter - 1]}"


class Days(Record):
    """When something came out: not before the one day, and by the end of the other. The same day twice where it is known."""

    not_before: str
    not_after: str
    source: str


def release_named(name: str | None) -> Release | None:
    """The release of this name, or None for a name of another shape."""
    found = RELEASE.fullmatch(name or "")
    return Release(int(found[2]), int(found[1]), int(found[4] or 1)) if found else None


def release_name(periods: Iterable[str], file_name: str) -> str | None:
    """What release a table is of, by its newest quarter and the version in its file's name; None where no period is a quarter."""
    newest = max((release for period in periods if (release := release_named(period))), default=None)
    if newest is None:
        return None
    version = VERSION.search(file_name)
    return newest.period + (f" v{version[1]}" if version else "")


@cache
def release_calendar() -> dict[str, Days]:
    """When releases came out that no file says the day of: ``corpora/reference/releases.csv``."""
    return {row["release"]: Days(not_before=row["not_before"], not_after=row["not_after"], source=row["source"])
            for row in read_table("releases.csv")}
