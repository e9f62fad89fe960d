"""When to ask again: what is worth another try, and after how long."""

from __future__ import annotations

import datetime
from email.utils import parsedate_to_datetime

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from twisted.internet.error import ConnectError, ConnectionClosed

TRIES = 3
"""So often is a page asked for before it is given up."""

MOST_BLOCKS = 3
BLOCKED_REST = 86_400.0
"""A host that has refused us so often in a row is left alone for so many seconds, not asked on."""

SILENT_REST = 3600.0
"""So is one whose robots.txt could not be had so often as a page is asked for: without it nothing of the site may be asked."""

PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Answers that may be another one later."""

PASSING_FAILURES = (CannotResolveHostError, DownloadConnectionRefusedError, DownloadFailedError, DownloadTimeoutError,
                    ResponseDataLossError, ConnectError, ConnectionClosed, OSError)
"""Failures of the network that may be over later."""

UNREADABLE_DATE = (ValueError, TypeError, IndexError, OverflowError)
"""What the standard library raises for dates of e-mail headers that are none."""

LONGEST_REST = 7 * 86_400.0
"""Seconds for which a host is left alone at most, whatever it asks: a slip of a few noughts must not end a source for ever."""

NETWORK_FAILURES = (*PASSING_FAILURES, DownloadCancelledError)


def back_off(attempts: int, *, delay_seconds: float) -> float:
    """Seconds until the next try after ``attempts`` vain ones: 30, 60, 120 … at the usual delay of 5 seconds."""
    return max(6 * delay_seconds, 0.2) * 2.0 ** (attempts - 1)


def retry_after(header: bytes | None, *, now: float) -> float:
    """Seconds that a host asks to be left alone, from its ``Retry-After``: seconds or a date; 0 where it says
    nothing usable, a week at most."""
    stated = (header or b"").decode("latin-1").strip()
    if stated.isascii() and stated.isdigit():
        return min(float(stated[:9]), LONGEST_REST)
    try:
        when = parsedate_to_datetime(stated)
    except UNREADABLE_DATE:
        return 0.0
    if when.tzinfo is None:
        when = when.replace(tzinfo=datetime.UTC)
    return min(max(0.0, when.timestamp() - now), LONGEST_REST)
