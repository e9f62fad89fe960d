"""How good a ranking is, from graded answers; and how sure one can be that one ranking is better than another."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the interval in which it lies with 95% confidence."""

    mean: float
    low: float
    high: float


def ndcg(grades: Sequence[int], of_all: Sequence[int], *, depth: int = 10) -> float:
    """Normalised discounted cumulative gain: 1.0 where the best answers there are come first, best to worst.

    A passage gives 2 to the power of its grade, less one, over the logarithm of its rank: one that answers (3) counts seven
    times as much as one that is only on the topic (1).

    Args:
        grades: of the ranking, first to last; 0 for a passage that nobody judged.
        of_all: of every judged passage of the query, in any order.
    """
    best = _gain(sorted(of_all, reverse=True)[:depth])
    return _gain(grades[:depth]) / best if best else 0.0


def recall(grades: Sequence[int], of_all: Sequence[int], *, answers: int, depth: int = 20) -> float:
    """The share of the answers (passages of at least the grade ``answers``) that are among the first ``depth``.

    Where there are more answers than ``depth``, as many as there is room for count as all.
    """
    there = min(depth, sum(grade >= answers for grade in of_all))
    return sum(grade >= answers for grade in grades[:depth]) / there if there else 0.0


def reciprocal_rank(grades: Sequence[int], *, answers: int) -> float:
    """One over the rank of the first answer; 0.0 where there is none."""
    return next((1 / rank for rank, grade in enumerate(grades, start=1) if grade >= answers), 0.0)


def paired(first: Sequence[float], second: Sequence[float], *, draws: int = 10_000, seed: int = 1) -> Interval:
    """The mean of ``first - second`` over the queries, with a bootstrap interval: queries drawn with replacement, in pairs."""
    differences = [one - other for one, other in zip(first, second, strict=True)]
    draw = random.Random(seed)
    count = len(differences)
    means = sorted(sum(draw.choices(differences, k=count)) / count for _ in range(draws))
    return Interval(sum(differences) / count, means[int(0.025 * draws)], means[int(0.975 * draws) - 1])


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0 ** grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))
