"""What the numbers in spreadsheets' cells are: dates and shares by their format, and numbers without the noise of fractions."""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal
from typing import Literal, NamedTuple

# Formats that have a number and no code (ECMA-376 part 1, 18.8.30), the East Asian dates among them.
DATES = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
MONTHS = frozenset({17})
TIMES = frozenset({18, 19, 20, 21, 45, 46, 47})
SHARES = {9: 0, 10: 2}
NO_CODE = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?')
"""Literal text, padding, colours and conditions in a format's code."""
LARGEST_SERIAL = 2_958_465
"""31 December 9999."""
DECIMALS = 12


class NumberFormat(NamedTuple):
    """What a format makes of a number."""

    kind: Literal["number", "date", "month", "time", "share"] = "number"
    decimals: int = 0
    """Of a share in per cent."""


def format_of(number: int, code: str | None) -> NumberFormat:
    """What a format is, by its number and, if it is the file's own, its code: ``dd/mm/yyyy``, ``0.0%``."""
    if code is None:
        if number in SHARES:
            return NumberFormat("share", SHARES[number])
        return NumberFormat("month" if number in MONTHS else "date" if number in DATES else "time" if number in TIMES else "number")
    bare = NO_CODE.sub("", code.split(";")[0][:200].lower())
    if "general" in bare:
        return NumberFormat()
    if "%" in bare:
        return NumberFormat("share", len(bare.partition(".")[2].partition("%")[0].strip()))
    if "y" in bare or ("d" in bare and "m" in bare):
        return NumberFormat("date" if "d" in bare else "month")
    return NumberFormat("time" if re.search(r"[hs]", bare) else "date" if "d" in bare else "number")


def number_text(value: str, found: NumberFormat, *, since_1904: bool, shown: bool) -> str:
    """What a cell with a number says.

    ``46022`` as a date is shown ``31 December 2025`` and has the value ``2025-12-31``; ``0.125`` as a share, ``12.5%`` and itself.
    """
    try:
        number = float(value)
    except ValueError:
        return value
    if not math.isfinite(number):
        return value
    if found.kind == "share" and shown:
        return f"{plain(number * 100, decimals=found.decimals)}%"
    if found.kind in ("date", "month", "time"):
        return _moment(number, found, since_1904=since_1904, shown=shown) or plain(number)
    return plain(number)


def plain(number: float, *, decimals: int = DECIMALS) -> str:
    """``3.0`` → ``3``, ``2.5300000000000002`` → ``2.53``; never with an exponent."""
    if abs(number) >= 10**15:
        return f"{number:.0f}" if abs(number) < 10**30 else repr(number)
    exact = round(Decimal(f"{number:.15g}"), decimals)
    text = format(exact, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _moment(serial: float, found: NumberFormat, *, since_1904: bool, shown: bool) -> str:
    if not 0 <= serial <= LARGEST_SERIAL:
        return ""
    # The days before 1 March 1900 are counted as if 1900 had been a leap year.
    first = datetime.datetime(1904, 1, 1) if since_1904 else datetime.datetime(1899, 12, 30 if serial >= 61 else 31)
    try:
        moment = first + datetime.timedelta(seconds=round(serial * 86_400))
    except OverflowError:
        return ""
    if found.kind == "time":
        return f"{moment:%H:%M}"
    return day_text(moment, month_only=found.kind == "month", shown=shown)


def day_text(moment: datetime.datetime, *, month_only: bool = False, shown: bool) -> str:
    """``31 December 2025`` or ``December 2025`` as shown, ``2025-12-31`` as a value; the time where it is not midnight."""
    time = "" if (moment.hour, moment.minute) == (0, 0) or month_only else f" {moment:%H:%M}"
    if not shown:
        return f"{moment:%Y-%m-%d}{time}"
    return f"{moment:%B} {moment.year}" if month_only else f"{moment.day} {moment:%B} {moment.year}{time}"
