"""Medians and quartiles of a few numbers."""

from __future__ import annotations

import statistics
from collections.abc import Iterable

from api.joining.records import Spread


def spread(values: Iterable[float]) -> Spread:
    """Quartiles by linear interpolation between the ordered values, as spreadsheets' QUARTILE.INC has them."""
    ordered = sorted(values)
    if not ordered:
        return Spread(trusts=0, lower_quartile=None, median=None, upper_quartile=None)
    if len(ordered) == 1:
        return Spread(trusts=1, lower_quartile=ordered[0], median=ordered[0], upper_quartile=ordered[0])
    lower, median, upper = statistics.quantiles(ordered, n=4, method="inclusive")
    return Spread(trusts=len(ordered), lower_quartile=round(lower, 4), median=round(median, 4), upper_quartile=round(upper, 4))
