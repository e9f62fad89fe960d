"""Segments and evidence on one axis of time, as numbers for a drawing: a lane for each framework, bars by quarter below.

Frameworks never share a lane: their numbers are not comparable.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpora.official.agreement import PublishedSegment
from corpora.official.days import last_day

QUARTERS = 12
STEP = 30
"""Units of the drawing for a quarter; twelve of them fit a telephone."""
LANE, BARS, TALLEST, FOOT = 46, 24, 60, 18

Quarter = int
"""Quarters of the calendar since the year 0."""


@dataclass(frozen=True, slots=True)
class Block:
    """A published segment."""

    x: int
    width: int
    number: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The segments of one framework."""

    framework: str
    y: int
    blocks: tuple[Block, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The evidence of one quarter: hard kinds below, concerns above."""

    x: int
    hard: int
    hard_height: int
    concerns: int
    concerns_height: int


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a year begins."""

    x: int
    year: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn."""

    height: int
    floor: int
    """Where the bars stand."""
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    first: str
    last: str
    hard: int
    concerns: int
    width: int = QUARTERS * STEP


def chart(segments: Sequence[PublishedSegment], months: Mapping[str, Mapping[str, int]], *, until: str) -> Chart | None:
    """The twelve quarters up to the newest of which anything is known; None where nothing with a date is.

    Args:
        segments: newest period first.
        months: evidence by kind, by month (``2026-03``).
        until: today. What is dated later is misdated, and would push everything else out of the drawing.
    """
    dated: defaultdict[Quarter, Counter[str]] = defaultdict(Counter)
    for month, kinds in months.items():
        if len(month) == len("2026-03") and month <= until:
            dated[_quarter(month)].update(kinds)
    numbered = [one for one in segments if one.segment.segment is not None and len(one.segment.valid_from) >= len("2026-03")
                and _span(one)[1] <= _quarter(until) + 1]
    ends = [*dated, *(_span(one)[1] for one in numbered)]
    if not ends:
        return None
    begins = max(ends) - QUARTERS + 1
    lanes = _lanes([one for one in numbered if _span(one)[1] >= begins], begins)
    shown = {quarter: kinds for quarter, kinds in dated.items() if quarter >= begins}
    floor = len(lanes) * LANE + BARS + TALLEST
    return Chart(
        height=floor + FOOT, floor=floor, lanes=lanes, bars=_bars(shown, begins),
        ticks=tuple(Tick((quarter - begins) * STEP, str(quarter // 4)) for quarter in range(begins, begins + QUARTERS)
                    if quarter % 4 == 0),
        first=_month(begins, 0), last=_month(begins + QUARTERS - 1, 2),
        hard=sum(sum(kinds.values()) - kinds["concern"] for kinds in shown.values()),
        concerns=sum(kinds["concern"] for kinds in shown.values()))


def _lanes(segments: Sequence[PublishedSegment], begins: Quarter) -> tuple[Lane, ...]:
    by_framework: defaultdict[str, list[PublishedSegment]] = defaultdict(list)
    for one in segments:
        by_framework[one.segment.framework].append(one)
    ordered = sorted(by_framework.items(), key=lambda pair: min(one.segment.valid_from for one in pair[1]))
    lanes = []
    for place, (framework, found) in enumerate(ordered):
        spans: defaultdict[tuple[Quarter, Quarter], set[str]] = defaultdict(set)
        said: dict[str, set[str]] = {}
        for one in sorted(found, key=lambda one: one.segment.valid_from):
            spans[_span(one)].add(str(one.segment.segment))
            said.setdefault(one.segment.period, set()).add(str(one.segment.segment))
        blocks = tuple(Block(x=(max(first, begins) - begins) * STEP, width=(last - max(first, begins) + 1) * STEP,
                             number="/".join(sorted(numbers))) for (first, last), numbers in spans.items())
        words = ", ".join(f"segment {' or '.join(sorted(numbers))} in {period}" for period, numbers in said.items())
        lanes.append(Lane(framework=framework, y=place * LANE, blocks=blocks, words=words))
    return tuple(lanes)


def _bars(shown: Mapping[Quarter, Counter[str]], begins: Quarter) -> tuple[Bar, ...]:
    most = max((sum(kinds.values()) for kinds in shown.values()), default=1)
    bars = []
    for quarter, kinds in sorted(shown.items()):
        concerns = kinds["concern"]
        hard = sum(kinds.values()) - concerns
        bars.append(Bar(x=(quarter - begins) * STEP, hard=hard, hard_height=_height(hard, most), concerns=concerns,
                        concerns_height=_height(concerns, most)))
    return tuple(bars)


def _height(number: int, most: int) -> int:
    return max(3, round(TALLEST * number / most)) if number else 0


def _span(one: PublishedSegment) -> tuple[Quarter, Quarter]:
    """The quarters of a segment's period; a list without an end is drawn for the quarter of its day."""
    first = _quarter(one.segment.valid_from)
    return first, max(first, _quarter(last_day(one.segment.valid_to))) if one.segment.valid_to else first


def _quarter(day: str) -> Quarter:
    return int(day[:4]) * 4 + (int(day[5:7]) - 1) // 3


def _month(quarter: Quarter, place: int) -> str:
    return f"{quarter // 4}-{quarter % 4 * 3 + place + 1:02d}"
