"""Publication dates that cannot be: nothing was published after today."""

from __future__ import annotations

import datetime

from corpora.schema import PartialDate

DAYS_AHEAD = 3
"""A date may lie so many days ahead: other time zones, and press releases that are sent out before their day."""


def is_in_the_future(published: PartialDate, *, today: datetime.date) -> bool:
    """Whether all of a day, month or year lies more than a few days after today."""
    first = f"{published}-01-01"[:10] if len(published) == 4 else f"{published}-01"[:10]
    return first > (today + datetime.timedelta(days=DAYS_AHEAD)).isoformat()


def why_refused(published: PartialDate, *, today: datetime.date) -> str:
    """What is wrong with such a date, in words."""
    return f"{published} lies in the future (today is {today.isoformat()}); give the day on which it was published"
