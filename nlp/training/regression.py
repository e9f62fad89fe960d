"""Logistic regression with a ridge, by Newton steps: the same examples always give the same weights, without chance or seed."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

Example = tuple[tuple[str, ...], bool]
"""The signs that are there, and whether what they speak for is right."""
STEPS = 30
AT_LEAST = 3
"""How often a sign must be seen to count."""


def regress(examples: Sequence[Example], *, ridge: float) -> dict[str, float]:
    """The weight of each sign seen at least a few times: what it adds to the log odds, to two places."""
    seen = Counter(sign for signs, _ in examples for sign in set(signs))
    signs = sorted(sign for sign, count in seen.items() if count >= AT_LEAST)
    column = {sign: position for position, sign in enumerate(signs)}
    matrix = np.zeros((len(examples), len(signs)))
    for row, (present, _) in enumerate(examples):
        for sign in present:
            if sign in column:
                matrix[row, column[sign]] = 1
    right = np.array([float(is_right) for _, is_right in examples])
    weights = np.zeros(len(signs))
    for _ in range(STEPS):
        expected = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (expected - right) + ridge * weights
        curvature = (matrix.T * (expected * (1 - expected))) @ matrix + ridge * np.eye(len(signs))
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return {sign: round(float(weight), 2) for sign, weight in zip(signs, weights, strict=True)}


def write_weights(weights: Mapping[str, float], path: Path) -> None:
    """A table of signs and weights, in the order of the signs."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["sign", "weight"])
        writer.writerows(sorted(weights.items()))
