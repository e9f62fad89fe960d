"""Whether what a source gave is odd: it has gone quiet, or it floods. The reasons are in ``docs/gathering.md``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from corpora.store.source_rounds import SourceRound
from crawl.rounds import CADENCE_SECONDS, DAY
from crawl.sources import Cadence, Source

PATIENCE_DAYS: dict[Cadence, int] = {"hourly": 5, "daily": 5, "weekly": 16, "monthly": 65}
"""So many days may pass, holidays not counted, before few documents are an alarm: a long weekend, a week's or month's issue left
out."""
HOLIDAYS = ((12, 20), (1, 5))
"""From the first to the last of these days (month, day) publishers rest; such days are not counted."""
LEAST_SHARE, LEAST_USUAL, LEAST_STRETCHES, LEAST_TIMES = 0.2, 5, 10, 6
"""Quiet by its own history: in the last so many days under a fifth of what nine in ten such stretches before gave, where that is at
least five documents, and there were ten rounds and six times the days to compare with."""
KEPT_ROUNDS = 1_500
"""The newest rounds that are looked at: what was usual long ago is so no more."""
MOST_TIMES, LEAST_FLOOD, LEAST_ROUNDS = 10, 100, 6
"""Floods by its own history: over ten times the most of any round before, and at least a hundred documents, after six rounds."""


def alarm_of(source: Source, rounds: Sequence[SourceRound]) -> str | None:
    """What is odd about a source's newest round, in words; None where nothing is.

    Args:
        rounds: the source's rounds, the oldest first, without gaps. The newest is finished.
    """
    whole = [one for one in rounds[-KEPT_ROUNDS:] if one.finished_at is not None and one.whole]
    if not whole or whole[-1] != rounds[-1]:
        # Whose start pages failed is told of as such; what was not seen is not silent.
        return None
    return _floods(source, whole) or _quiet(source, whole)


def _floods(source: Source, rounds: Sequence[SourceRound]) -> str | None:
    *before, last = rounds
    if not before:
        return None
    # After a pause several rounds' worth is due.
    times = max(1, int((last.started_at - before[-1].started_at) / CADENCE_SECONDS[source.cadence]))
    _, most = source.expected_counts
    if last.new > most * times:
        return f"floods: {last.new:,} documents new in a round, at most {most * times:,} are expected"
    highest = max((one.new for one in before[1:]), default=0)
    if len(before) > LEAST_ROUNDS and last.new >= LEAST_FLOOD and last.new > MOST_TIMES * max(highest, 1) * times:
        return f"floods: {last.new:,} documents new in a round, at most {highest:,} in any before"
    return None


def _quiet(source: Source, rounds: Sequence[SourceRound]) -> str | None:
    first, last = rounds[0], rounds[-1]
    least, _ = source.expected_counts
    if len(rounds) == 1:
        return f"quiet: {first.new:,} documents in its first round, at least {least:,} are expected" if first.new < least else None
    patience = PATIENCE_DAYS[source.cadence]
    # The round that is named last gave enough, or is the first.
    enough = next((one for one in rounds[::-1] if one.new >= least), first)
    if working_days(enough.started_at, last.started_at) >= patience:
        return (f"quiet: fewer than the {least:,} documents that are expected of a round, in every round since "
                f"{_day(enough.started_at).isoformat()}")
    return _below_history(rounds, patience)


def _below_history(rounds: Sequence[SourceRound], patience: int) -> str | None:
    stretches = [count for count in (_stretch(rounds, end, patience) for end in range(len(rounds) - 1, 0, -1)) if count is not None]
    if len(stretches) < LEAST_STRETCHES or working_days(rounds[0].started_at, rounds[-1].started_at) < LEAST_TIMES * patience:
        return None
    newest, *earlier = stretches
    usual = sorted(earlier)[len(earlier) // 10]
    if usual < LEAST_USUAL or newest >= LEAST_SHARE * usual:
        return None
    return f"quiet: {newest:,} documents new in {patience} days or more; before, it was {usual:,} or more nine times out of ten"


def _stretch(rounds: Sequence[SourceRound], end: int, patience: int) -> int | None:
    """What the rounds up to that one gave in so many days; None where there were not so many."""
    count = 0
    # The first round brings what had gathered before it, and belongs to no stretch.
    for number in range(end, 0, -1):
        count += rounds[number].new
        if working_days(rounds[number - 1].started_at, rounds[end].started_at) >= patience:
            return count
    return None


def working_days(start: float, end: float) -> float:
    """The days between two times, without those from 20 December to 5 January."""
    days = (end - start) / DAY
    first, last = _day(start), _day(end)
    for year in range(first.year, last.year + 2):
        begin = datetime.date(year - 1, *HOLIDAYS[0])
        over = datetime.date(year, *HOLIDAYS[1]) + datetime.timedelta(days=1)
        shared = min(_seconds(over), end) - max(_seconds(begin), start)
        days -= max(0.0, shared) / DAY
    return days


def _day(seconds: float) -> datetime.date:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()


def _seconds(day: datetime.date) -> float:
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).timestamp()
