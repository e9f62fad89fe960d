"""The cells of published tables as values: quarters, numbers, flags, trust codes."""

from __future__ import annotations

import datetime
import math
import re

from corpora.organisations import Register
from corpora.schema import OdsCode, Record

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
BLANKS = {"", "-", "–", "n/a", "na", "null", "none"}


class UnreadableCell(ValueError):
    """A cell that does not say what its column promises."""

    def __init__(self, value: str, reason: str) -> None:
        super().__init__(reason)
        self.value = value[:200] or None  # a hostile cell may be as long as a book
        self.reason = reason


class Quarter(Record):
    """A quarter of an NHS year, which starts on 1 April."""

    number: int
    start_year: int

    @property
    def year(self) -> str:
        """``2025/26``."""
        return f"{self.start_year}/{(self.start_year + 1) % 100:02d}"

    @property
    def name(self) -> str:
        """``Q3 2025/26``."""
        return f"Q{self.number} {self.year}"

    @property
    def first_day(self) -> str:
        """``2025-10-01``."""
        return self._first().isoformat()

    @property
    def last_day(self) -> str:
        """``2025-12-31``."""
        following = self.number % 4 + 1
        after = Quarter(number=following, start_year=self.start_year + (following == 1))
        return (after._first() - datetime.timedelta(days=1)).isoformat()

    def _first(self) -> datetime.date:
        return datetime.date(self.start_year + (self.number == 4), (4, 7, 10, 1)[self.number - 1], 1)


def quarter(cell: str) -> Quarter:
    """``Q3 2025/26``, ``2025-26 Q3``, or the quarter that a date (``Dec-25``, ``2025-12-31``, ``31/12/2025``) falls in.

    Raises:
        UnreadableCell: it names no quarter.
    """
    text = " ".join(cell.lower().split())
    named = re.fullmatch(r"q([1-4])[ ,]*(?:20)?(\d\d)[/–-](?:20)?(\d\d)", text) or _swapped(text)
    if named:
        number, start, end = (int(part) for part in named.groups())
        if (start + 1) % 100 == end:
            return Quarter(number=number, start_year=2000 + start)
    month = _month(text)
    if month is None:
        raise UnreadableCell(cell, "names no quarter; expected one such as Q3 2025/26")
    return Quarter(number=(month.month - 4) % 12 // 3 + 1, start_year=month.year - (month.month < 4))


class NhsYear(Record):
    """A year from 1 April to 31 March."""

    start: int

    @property
    def name(self) -> str:
        """``2024/25``."""
        return f"{self.start}/{(self.start + 1) % 100:02d}"

    @property
    def first_day(self) -> str:
        """``2024-04-01``."""
        return f"{self.start}-04-01"

    @property
    def last_day(self) -> str:
        """``2025-03-31``."""
        return f"{self.start + 1}-03-31"


def nhs_year(cell: str) -> NhsYear:
    """``2024/25``, ``2024-25``, ``2024_2025``.

    Raises:
        UnreadableCell: it names no two years that follow each other.
    """
    found = re.fullmatch(r"(20[0-9]{2})[/_–-](?:20)?([0-9]{2})", cell.strip())
    if not found or (int(found[1]) + 1) % 100 != int(found[2]):
        raise UnreadableCell(cell, "names no NHS year; expected one such as 2024/25")
    return NhsYear(start=int(found[1]))


def day(cell: str) -> str | None:
    """``2026-05-05``, ``05/05/2026``, ``5 May 2026`` → ``2026-05-05``, blank → None.

    Raises:
        UnreadableCell: it is no day of the calendar.
    """
    text = " ".join(cell.lower().split())
    if text in BLANKS:
        return None
    parts = re.fullmatch(r"(20[0-9]{2})-([0-9]{2})-([0-9]{2})(?:[ t]00:00:00)?", text)
    if parts:
        year, month, number = parts.groups()
    elif parts := re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.](20[0-9]{2})", text):
        number, month, year = parts.groups()
    elif (parts := re.fullmatch(r"([0-9]{1,2}) ([a-z]{3})[a-z]* (20[0-9]{2})", text)) and parts[2] in MONTHS:
        number, month, year = parts[1], str(MONTHS.index(parts[2]) + 1), parts[3]
    else:
        raise UnreadableCell(cell, "is not a day; expected one such as 2026-05-05")
    try:
        return datetime.date(int(year), int(month), int(number)).isoformat()
    except ValueError as error:
        raise UnreadableCell(cell, "is no day of the calendar") from error


def plain_name(cell: str) -> str:
    """``Well-led`` → ``well_led``."""
    return "_".join(re.findall(r"[a-z]+", cell.lower()))


def whole_number(cell: str, what: str) -> int | None:
    """``3.0`` → 3, blank → None.

    Raises:
        UnreadableCell: it is no whole number.
    """
    found = number(cell, what)
    if found is None:
        return None
    if not found.is_integer():
        raise UnreadableCell(cell, f"the {what} is not a whole number")
    return int(found)


def number(cell: str, what: str) -> float | None:
    """``1.53`` → 1.53, blank → None.

    Raises:
        UnreadableCell: it is no number.
    """
    if cell.lower() in BLANKS:
        return None
    # float() alone would also take "1_0", "nan", "infinity" and digits of other scripts.
    if not re.fullmatch(r"[+-]?[0-9]{1,9}(\.[0-9]{1,12})?", cell) or not math.isfinite(float(cell)):
        raise UnreadableCell(cell, f"the {what} is not a number")
    return float(cell)


def segment_number(cell: str) -> int | None:
    """``4.0`` → 4, blank → None.

    Raises:
        UnreadableCell: it is no segment from 1 to 5.
    """
    found = whole_number(cell, "segment")
    if found is not None and not 1 <= found <= 5:
        raise UnreadableCell(cell, "the segment is outside 1 to 5")
    return found


def position(cell: str) -> int | None:
    """A rank: ``1.0`` → 1, blank → None.

    Raises:
        UnreadableCell: it is no number from 1.
    """
    found = whole_number(cell, "rank")
    if found is not None and found < 1:
        raise UnreadableCell(cell, "the rank is below 1")
    return found


def flag(cell: str, what: str) -> bool | None:
    """``Yes``, ``1.0`` and ``true`` → True, their opposites → False, blank → None.

    Raises:
        UnreadableCell: it is neither.
    """
    text = cell.lower()
    if text in BLANKS:
        return None
    if text in ("yes", "y", "true", "1", "1.0"):
        return True
    if text in ("no", "n", "false", "0", "0.0"):
        return False
    raise UnreadableCell(cell, f"{what} is neither yes nor no")


def organisation_code(cell: str, register: Register) -> OdsCode:
    """The ODS code of an organisation of the register.

    Raises:
        UnreadableCell: nobody has it.
    """
    code = cell.upper()
    if code not in register.by_code:
        raise UnreadableCell(cell, "is not the ODS code of an NHS trust or ICB in England")
    return code


def league_table(trust_type: str) -> str | None:
    """The league table that a trust type is ranked in: ``Acute trust`` → ``acute``.

    The release of September 2025 called the mental health and community table ``non-acute hospital``.
    """
    name = re.sub(r"\s+(hospital\s+)?trusts?$", "", trust_type.strip().lower())
    return "mental health and community" if name in ("non-acute", "mental health and community (non-acute)") else name or None


def _swapped(text: str) -> re.Match[str] | None:
    year_first = re.fullmatch(r"((?:20)?\d\d[/–-](?:20)?\d\d) (q[1-4])", text)
    return re.fullmatch(r"q([1-4]) (?:20)?(\d\d)[/–-](?:20)?(\d\d)", f"{year_first[2]} {year_first[1]}") if year_first else None


def _month(text: str) -> datetime.date | None:
    named = re.fullmatch(r"([a-z]{3})[a-z]*[ -](?:20)?(\d\d)", text)
    if named and named[1] in MONTHS:
        return datetime.date(2000 + int(named[2]), MONTHS.index(named[1]) + 1, 1)
    numbered = re.fullmatch(r"(20\d\d)-(\d\d)-(\d\d)(?: 00:00:00)?", text) or re.fullmatch(r"(\d\d)/(\d\d)/(20\d\d)", text)
    if not numbered:
        return None
    parts = sorted(numbered.groups(), key=len, reverse=True)
    year, month = int(parts[0]), int(numbered[2])
    return datetime.date(year, month, 1) if 1 <= month <= 12 else None
