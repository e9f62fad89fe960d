"""When a source is crawled again, and with which start pages: what follows from its cadence and its last rounds."""

from __future__ import annotations

import datetime

from corpora.schema import Record
from crawl.sources import Cadence, Source

HOUR, DAY = 3600.0, 86_400.0
CADENCE_SECONDS: dict[Cadence, float] = {"hourly": 0.8 * HOUR, "daily": 0.9 * DAY, "weekly": 6.5 * DAY, "monthly": 27 * DAY}
"""A round is due this long after the last one began: a little less than the cadence says, so that a crawl that is started at the
same hour each day finds its daily sources due."""


class Round(Record):
    """One round of a source. Times are seconds since 1970."""

    began: float
    ended: float | None = None
    whole: bool = True
    """Whether all its start pages were got; so far, where it has not ended."""


def due_at(source: Source, last: Round | None, *, now: float) -> float:
    """When a source's next round is due; 0 where it was never crawled, its last round is not finished, or the clock was ahead then.

    After a round that lacks start pages it is tried again within the hour, whatever the cadence: nothing was looked at. (Not at
    once: a site that is down is left alone for a while. What a host asked for itself is kept by the frontier.)
    """
    if last is None or last.ended is None or is_ahead(last.began, now=now):
        return 0.0
    wait = CADENCE_SECONDS[source.cadence]
    return last.began + (wait if last.whole else min(wait, CADENCE_SECONDS["hourly"]))


def is_overdue(source: Source, *, began: float, now: float) -> bool:
    """True for a round that is not finished although the next one is due: a page or two of it may wait for days.

    Then the next one begins, in which those pages are asked for when their time has come: what is new would be looked for no more.
    """
    return is_ahead(began, now=now) or now - began >= CADENCE_SECONDS[source.cadence]


def is_ahead(moment: float, *, now: float) -> bool:
    """True for a moment on record that has not come yet: a clock was wrong, more than clocks of two machines differ."""
    return moment > now + DAY


def start_addresses(source: Source, *, began: float, before: float | None) -> tuple[str, ...]:
    """The start pages of the round that began then, ``{since}`` and ``{today}`` filled in.

    Args:
        began: when the round began.
        before: when the last round before it began that got all its start pages; None where there was none. Its beginning and
            not its end: what was published while it ran may have come too late for it.
    """
    since = before if before is not None else began - source.backlog_days * DAY
    urls = source.first_urls if before is None and source.first_urls else source.start_urls
    # Not str.format: whatever else an address holds stays as it is.
    return tuple(dict.fromkeys(url.replace("{since}", _day(since)).replace("{today}", _day(began)) for url in urls))


def names_changes_once(source: Source) -> bool:
    """True where a round lists only what is new since the last: what it lists and cannot be got is not listed again."""
    return any("{since}" in url for url in source.start_urls)


def _day(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
