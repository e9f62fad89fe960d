"""Days of meetings, as boards' pages and file names write them: day first, in part where only a part is said, in the future too."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from corpora.schema import PartialDate
from corpora.text.calendar_dates import EARLIEST, MONTH, MONTHS, dates_in
from corpora.text.cleaning import clean_line

HORIZON = datetime.timedelta(days=800)
"""Boards set their dates up to two years ahead; what lies beyond is a mistake."""
LONGEST = 2000
ORDINAL_APART = re.compile(r"(?<=\d)\s+(?=(?:st|nd|rd|th)\b)", re.IGNORECASE)
DAY_SLASH_MONTH_NAME = re.compile(rf"\b(\d{{1,2}})[./]({MONTH})[./]((?:20)?\d\d)\b", re.IGNORECASE)
MONTH_AND_YEAR = re.compile(rf"\b(?P<month>{MONTH})\b\.?,?[\s-]*(?P<year>20\d\d)\b", re.IGNORECASE)
DAY_AND_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{MONTH})\b(?!\.?,?\s*['’]?\d)", re.IGNORECASE)
DAY_OF_WEEK = re.compile(
    rf"\b(?P<week>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{MONTH})\b"
    r"(?!\.?,?\s*['’]?\d\d(?![\d:.]))", re.IGNORECASE)
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
YEARS_BACK, YEARS_AHEAD = 3, 1
MONTH_ALONE = re.compile(
    r"^\W*(?P<alone>may)\b(?!\s*\d)|\b(?P<last>may)\W*$|\b(?P<month>january|february|march|april|june|july|august|september|october"
    r"|november|december)\b(?!\s*\d)", re.IGNORECASE)
"""A month without a year. "May" is a verb too, and counts only where a text begins or ends with it."""
DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+$", re.IGNORECASE)
"""31 November is no date, and no month either."""
FINANCIAL_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*(?:[/–—-]|\bto\b)\s*(20)?(\d\d)(?![\d/-])")
YEAR = re.compile(r"(?<![\d/.-])(20\d\d)(?![\d/-])")
# Of file names: 2026-03-05, 20260305; 05.03.26, 5-3-2026; 05032026. Six figures alone are numbers of documents too often.
YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<s>[ ._-]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
DAY_FIRST = re.compile(
    r"(?<![\dv])(?<!\d[._-])(?P<d>0?[1-9]|[12]\d|3[01])(?P<s>[._-])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<y>20\d\d|\d\d)(?!\d)")
DAY_FIRST_RUN = re.compile(r"(?<!\d)(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(?P<y>20\d\d)(?!\d)")
PUBLISHED = re.compile(
    r"\b(?:(?:date\s+)?(?:first\s+)?(?:published|uploaded|posted|added|issued)|publication\s+date|upload\s+date"
    r"|(?:last\s+)?(?:updated|modified|reviewed))(?:\s+(?:on|date))?\s*:?\s*(?:(?:mon|tue|wed|thu|fri)[a-z]*,?\s+)?$",
    re.IGNORECASE)
CHANGED = re.compile(r"updated|modified|reviewed", re.IGNORECASE)


class Found(NamedTuple):
    """A day, or a month, and where in the text it stands."""

    day: PartialDate
    start: int
    end: int


class Days(NamedTuple):
    """The days in a text: those that it speaks of, and the one on which it says that something was put up."""

    said: tuple[Found, ...]
    published: PartialDate | None


class Span(NamedTuple):
    """A year of meetings: a calendar year, or a financial year from April to March."""

    first: datetime.date
    last: datetime.date

    def day(self, day: int, month: int) -> PartialDate | None:
        """The day of this year."""
        for year in {self.first.year, self.last.year}:
            try:
                date = datetime.date(year, month, day)
            except ValueError:
                continue
            if self.first <= date <= self.last:
                return date.isoformat()
        return None


def plain(text: str) -> str:
    """A line as dates are looked for in it: no odd spaces, ordinals close to their number, of bounded length."""
    return ORDINAL_APART.sub("", clean_line(text[:LONGEST]))


def days_in(text: str, *, today: datetime.date, year: Span | None = None) -> Days:
    """The days that a text speaks of, in its order: full dates, months, and where the ``year`` is known days without one."""
    line = DAY_SLASH_MONTH_NAME.sub(r"\1 \2 \3", plain(text))
    found = [Found(date.isoformat(), start, end) for date, start, end in dates_in(line, today=today + HORIZON)]
    taken = [(each.start, each.end) for each in found]
    for each in _less_than_dates(line, year, today):
        if EARLIEST.isoformat() <= each.day <= (today + HORIZON).isoformat() \
                and not any(start < each.end and each.start < end for start, end in taken):
            found.append(each)
            taken.append((each.start, each.end))
    found.sort(key=lambda each: each.start)
    labels = {each: label for each in found if (label := PUBLISHED.search(line[max(0, each.start - 60):each.start]))}
    published = next((each.day for each, label in labels.items() if not CHANGED.search(label.group())
                      and each.day <= today.isoformat()), None)
    return Days(tuple(each for each in found if each not in labels), published)


def first_day(text: str, *, today: datetime.date, year: Span | None = None) -> PartialDate | None:
    """The fullest of the days that a text speaks of: the first whole date, else the first month."""
    said = days_in(text, today=today, year=year).said
    return next((each.day for each in said if len(each.day) == 10), said[0].day if said else None)


def year_in(text: str) -> Span | None:
    """The year of meetings that a heading or link names: ``2026``, ``2025/26``, ``2025-2026``."""
    line = plain(text)
    financial = FINANCIAL_YEAR.search(line)
    if financial and int(financial.group(3)) == (int(financial.group(1)) + 1) % 100:
        first = int(financial.group(1))
        return Span(datetime.date(first, 4, 1), datetime.date(first + 1, 3, 31))
    years = {int(found) for found in YEAR.findall(line)}
    if len(years) != 1:
        return None
    only = years.pop()
    return Span(datetime.date(only, 1, 1), datetime.date(only, 12, 31))


def name_day(url: str, *, today: datetime.date) -> PartialDate | None:
    """The day in the name of a file, or in a folder's: ``Public-Board-05.03.26.pdf``, ``/board-meeting-5-march-2026/agenda``.

    Folders of numbers (``/uploads/2026/02/``) say when a file was put up, and are left out.
    """
    parts = urlsplit(url)
    names = [unquote(part) for part in reversed(parts.path.split("/")) if part]
    for name in [*names[:1], *(value for _, value in parse_qsl(parts.query)), *names[1:]]:
        stem = re.sub(r"\.[A-Za-z]{3,4}$", "", name[:300])
        day = _day_of_name(stem, today=today)
        if day:
            return day
    return None


def upload_month(url: str, *, today: datetime.date) -> PartialDate | None:
    """The month in which WordPress took a file in: ``/wp-content/uploads/2026/02/``."""
    found = re.search(r"/uploads/(?:sites/\d+/)?(20\d\d)/(0[1-9]|1[0-2])/", url)
    month = f"{found.group(1)}-{found.group(2)}" if found else None
    return month if month and month <= today.isoformat() else None


def agrees(fuller: PartialDate, day: PartialDate) -> bool:
    """Whether one date is the other, said more fully."""
    return fuller.startswith(day)


def _less_than_dates(line: str, year: Span | None, today: datetime.date) -> Iterator[Found]:
    for found in MONTH_AND_YEAR.finditer(line):
        if DAY_BEFORE.search(line, max(0, found.start() - 12), found.start()):
            continue
        yield Found(f"{found['year']}-{MONTHS[found['month'].lower()]:02d}", *found.span())
    if year is None:
        yield from _days_of_the_week(line, today)
        return
    for found in DAY_AND_MONTH.finditer(line):
        day = year.day(int(found["day"]), MONTHS[found["month"].lower()])
        if day:
            yield Found(day, *found.span())
    for found in MONTH_ALONE.finditer(line):
        name = next(filter(None, found.groups()))
        first = year.day(1, MONTHS[name.lower()])
        if first and not DAY_BEFORE.search(line, max(0, found.start() - 12), found.start()):
            yield Found(first[:7], *found.span())


def _days_of_the_week(line: str, today: datetime.date) -> Iterator[Found]:
    """Days whose year nothing tells but the day of the week: ``Tuesday 7 May`` is of one year in five or six."""
    for found in DAY_OF_WEEK.finditer(line):
        wanted = WEEK.index(found["week"][:3].lower())
        for year in range(today.year + YEARS_AHEAD, today.year - YEARS_BACK - 1, -1):
            try:
                date = datetime.date(year, MONTHS[found["month"].lower()], int(found["day"]))
            except ValueError:
                continue
            if date.weekday() == wanted:
                yield Found(date.isoformat(), *found.span())
                break


def _day_of_name(stem: str, *, today: datetime.date) -> PartialDate | None:
    for pattern in (YEAR_FIRST, DAY_FIRST, DAY_FIRST_RUN):
        for found in pattern.finditer(stem):
            year = int(found["y"]) + (0 if len(found["y"]) == 4 else 2000)
            try:
                date = datetime.date(year, int(found["m"]), int(found["d"]))
            except ValueError:
                continue
            if datetime.date(2000, 1, 1) <= date <= today + HORIZON:
                return date.isoformat()
    return first_day(re.sub(r"[ _+.-]+", " ", stem), today=today)
