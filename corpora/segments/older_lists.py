"""The lists of segments published until 2025: one row a provider or system, by name, without code, framework or period.

Which framework a list is of follows from the day it was published; its decisions hold from that day on, since the list was
overwritten in place. Names are matched whole, never by some of their words: a row whose name nobody or several bear is refused.
Columns unconfirmed: region, system, provider and segment, in whatever wording holds these words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.errors import UsersMistake
from corpora.organisations import Register
from corpora.schema import PartialDate, Segment
from corpora.segments import cells
from corpora.segments.names import Names
from corpora.segments.rows import Decision, Refusal, column_name

FRAMEWORKS: tuple[tuple[str, str], ...] = (
    ("2016-10", "SOF 2016"), ("2019-08-23", "NOF 2019/20"), ("2021-06", "SOF 2021/22"), ("2022-07", "NOF 2022/23"))
"""From when each framework was in force."""
LAST = "2025-06-26"
"""From this day on segments come by code, in league tables."""
PROVIDERS = ("provider", "trust", "organisation")
SYSTEMS = ("icb", "integrated_care_board", "system", "ics")
MOST_LINES_ABOVE = 30


def decisions_by_name(lines: Sequence[Sequence[str]], *, name: str, published_on: PartialDate | None,
                      register: Register) -> Iterator[Decision | Refusal]:
    """One decision a row, or its refusal.

    Raises:
        UsersMistake: it is no such list, or its day of publication is not known or not of these years.
    """
    header = next((number for number, line in enumerate(lines[:MOST_LINES_ABOVE]) if _places(line)), None)
    if header is None:
        raise UsersMistake(f"{name}: no known segmentation layout; a list needs columns for segment and provider")
    framework = framework_on(published_on)
    if published_on is None or framework is None:
        raise UsersMistake(f"{name}: a list by name, whose day of publication ({published_on or 'unknown'}) tells no framework")
    names = Names(register)
    places = _places(lines[header])
    for number, line in enumerate(lines[header + 1:], start=header + 2):
        if not any(cell.strip() for cell in line):
            continue
        try:
            yield Decision(row=number, segment=Segment(
                org=names.code(_name(line, places), published_on), framework=framework, period=published_on,
                segment=_segment(_cell(line, places["segment"])), valid_from=published_on, published_on=published_on,
                source=f"NHS England, segmentation list of the {framework}"))
        except cells.UnreadableCell as error:
            yield Refusal(row=number, value=error.value, reason=error.reason)


def holds_a_list(lines: Sequence[Sequence[str]]) -> bool:
    """Whether a header of such a list stands among the first lines."""
    return any(_places(line) for line in lines[:MOST_LINES_ABOVE])


def framework_on(day: PartialDate | None) -> str | None:
    """The framework in force on a day; None before 2016, and since 2025, when lists by name ended."""
    if day is None or day >= LAST[:len(day)]:
        return None
    return next((framework for start, framework in reversed(FRAMEWORKS) if start[:len(day)] <= day), None)


def _places(line: Sequence[str]) -> dict[str, int]:
    """Which column is which; empty where this is no header."""
    columns = [column_name(cell) for cell in line]
    found: dict[str, int] = {}
    for kind, words in (("segment", ("segment",)), ("provider", PROVIDERS), ("system", SYSTEMS)):
        place = next((place for place, column in enumerate(columns) for word in words if word in column and len(column) < 60), None)
        if place is not None and place not in found.values():
            found[kind] = place
    return found if "segment" in found and len(found) > 1 else {}


def _name(line: Sequence[str], places: dict[str, int]) -> str:
    """The provider's name, or in a row without one the system's."""
    return next((cell for kind in ("provider", "system") if kind in places and (cell := _cell(line, places[kind]))), "")


def _segment(cell: str) -> int:
    found = cells.segment_number(cell.lower().removeprefix("segment").strip())
    if found is None:
        raise cells.UnreadableCell(cell, "states no segment")
    return found


def _cell(line: Sequence[str], place: int) -> str:
    return line[place].strip() if place < len(line) else ""
