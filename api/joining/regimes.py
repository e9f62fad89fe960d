"""Which framework was in force when, and which segment a programme of support goes with under it.

Sources: the publications of NHS Improvement and NHS England that brought each framework in.
"""

from __future__ import annotations

from bisect import bisect_right

FRAMEWORKS = (("2016-10-01", "SOF 2016"), ("2019-08-23", "NOF 2019/20"), ("2021-06-24", "SOF 2021/22"),
              ("2022-07-01", "NOF 2022/23"), ("2025-06-26", "NOF 2025/26"))
"""First day in force, and the name that segments are stored under."""

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


def framework_on(day: str) -> str | None:
    """The framework in force on a day, None before October 2016."""
    place = bisect_right([first for first, _ in FRAMEWORKS], day)
    return FRAMEWORKS[place - 1][1] if place else None
