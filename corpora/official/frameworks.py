"""The oversight frameworks of NHS trusts since 2016, and when each was in force. Numbers are never compared across them.

Sources: the publications of NHS Improvement and NHS England that brought each in. No end is known of the newest.
"""

from __future__ import annotations

from corpora.schema import Record


class Framework(Record):
    """One framework."""

    name: str
    start: str
    """First day in force."""
    end: str | None
    """Last day in force; None for the newest."""
    boards: bool
    """Whether integrated care boards have segments under it."""


FRAMEWORKS = (
    Framework(name="SOF 2016", start="2016-10-01", end="2019-08-22", boards=False),
    Framework(name="NOF 2019/20", start="2019-08-23", end="2021-06-23", boards=False),
    Framework(name="SOF 2021/22", start="2021-06-24", end="2022-06-30", boards=True),
    Framework(name="NOF 2022/23", start="2022-07-01", end="2025-06-25", boards=True),
    Framework(name="NOF 2025/26", start="2025-06-26", end=None, boards=False),
)
"""In order of time. SOF 2021/22 gave segments to systems, which became the boards of July 2022."""


def framework_named(name: str) -> Framework | None:
    """The framework of this name; None for a name that is not listed here, such as one of later years."""
    return next((framework for framework in FRAMEWORKS if framework.name == name), None)


def framework_in_force(day: str) -> Framework | None:
    """The framework in force on a day; None before October 2016."""
    return next((framework for framework in reversed(FRAMEWORKS) if framework.start <= day), None)
