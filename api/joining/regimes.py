"""Which framework a report of a day is to be set against, and which segment a programme of support goes with under it.

Sources: the publications of NHS Improvement and NHS England that brought each framework in (``corpora.official.frameworks``).
"""

from __future__ import annotations

from corpora.official.days import first_day, last_day
from corpora.official.frameworks import framework_in_force
from corpora.store.claims import Claim

LEAST_RELIABLE = 0.6
"""A document whose date is less sure than this cannot be set against what was published by then."""

PROGRAMME_SEGMENTS: dict[str, dict[str, int]] = {
    "special_measures": {"SOF 2016": 4, "NOF 2019/20": 4, "SOF 2021/22": 4},
    "financial_special_measures": {"SOF 2016": 4, "NOF 2019/20": 4, "SOF 2021/22": 4},
    "recovery_support_programme": {"SOF 2021/22": 4, "NOF 2022/23": 4},
    "provider_improvement_programme": {"NOF 2025/26": 5}}
"""The segment that an organisation in a programme is in by the framework's own definition; a pair that is missing has none.

Special measures are segment 4 from 2016, and were replaced by the Recovery Support Programme, segment 4, in July 2021. The
Provider Improvement Programme is segment 5 of 2025/26. Those that were still in the Recovery Support Programme in the first
quarters of 2025/26 were given segment 5 by a rule of transition, so that nothing follows from it there.
"""


def is_dated(claim: Claim) -> bool:
    """Whether a claim's document has a date, to the month at least, that is sure enough.

    The day of its meeting is: a paper says what was so by then, and is put up days before it at most weeks after it was written.
    """
    return len(claim.published) >= len("2026-01") and (claim.reliability >= LEAST_RELIABLE or claim.of_meeting)


def framework_of(claim: Claim) -> str | None:
    """The framework in force on the whole of the document's day or month; None where that is none or two, or the document is
    not dated well enough."""
    if not is_dated(claim):
        return None
    first, last = framework_in_force(first_day(claim.published)), framework_in_force(last_day(claim.published))
    return first.name if first and first == last else None
