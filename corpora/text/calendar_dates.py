"""Dates as UK press and NHS sites write them; always read day first, never in the future."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

MONTHS = {name: number for number, names in enumerate((
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"), ("july", "jul"),
    ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"), ("december", "dec")), start=1)
    for name in names}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"\b(?P<iso>(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d))(?!\d)"
    rf"|\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m>{MONTH})\b\.?,?[\s-]+(?P<y>(?:19|20)\d\d|['’]?\d\d(?![\d:.]))\b"
    rf"|\b(?P<am>{MONTH})\b\.?\s+(?P<ad>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<ay>(?:19|20)\d\d)\b"
    r"|(?<![\d./-])(?P<nd>\d{1,2})(?P<sep>[./-])(?P<nm>\d{1,2})(?P=sep)(?P<ny>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)",
    re.IGNORECASE)
EARLIEST = datetime.date(1990, 1, 1)
"""Older dates on a page are history that it tells, not its own."""


def dates_in(text: str, *, today: datetime.date) -> Iterator[tuple[datetime.date, int, int]]:
    """Each full date in a text with its start and end; impossible days, the far past and the future left out.

    ``21.10.16``, ``22 July 2016``, ``Friday 9th March, 2017``, ``March 9, 2017``, ``2016-10-21T08:00``
    """
    for found in DATE.finditer(text):
        part = found.groupdict()
        day = part["id"] or part["d"] or part["ad"] or part["nd"]
        month = part["im"] or part["nm"] or str(MONTHS[(part["m"] or part["am"]).lower()])
        year = part["iy"] or part["y"] or part["ay"] or part["ny"]
        read = checked(_full_year(int(year.lstrip("'’")), today), int(month), int(day), today=today)
        if read is not None:
            yield read, found.start(), found.end()


def first_date(text: str, *, today: datetime.date) -> datetime.date | None:
    """The first full date in a text."""
    return next((date for date, _, _ in dates_in(text, today=today)), None)


def checked(year: int, month: int, day: int, *, today: datetime.date) -> datetime.date | None:
    """This day, where it exists and lies between 1990 and ``today``."""
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    return date if EARLIEST <= date <= today else None


def _full_year(year: int, today: datetime.date) -> int:
    if year >= 100:
        return year
    return 2000 + year if year <= today.year % 100 else 1900 + year
