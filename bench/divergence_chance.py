"""How often chance alone makes a trust be "written about like a higher segment", and how often a real difference is found.

    python -m bench.divergence_chance [--tables 200] [--seed 1]

Invented league tables of the sizes of the acute table of Q3 2025/26: each trust has happenings at random (Poisson), with weights
like those of ``api.joining.weights``, and is named by as many documents as a log-normal says, more documents telling of more.
*Alike*: no segment is written about worse than another, so that whatever is found is chance. *By segment*: each segment has half
as much again as the one below it. *One apart*: the same, and one trust of segment 1 or 2 has four times its due.
"""

from __future__ import annotations

import argparse

import numpy as np

from api.joining.comparison import FEWEST_DOCUMENTS, Measured, compare
from api.joining.records import Contribution
from api.joining.scoring import score

SIZES = {1: 20, 2: 17, 3: 61, 4: 36}
"""Trusts by segment; ten of segment 3 are put into 2, of which there are too few in that quarter to be compared."""
WEIGHTS, SHARES = (3.0, 2.0, 1.0), (0.25, 0.25, 0.5)
MOST = 12


def main() -> None:
    """Print the three rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = np.random.default_rng(given.seed)
    alike = [_table(draw, growth=1.0) for _ in range(given.tables)]
    graded = [_table(draw, growth=1.5) for _ in range(given.tables)]
    apart = [_table(draw, growth=1.5, apart=4.0) for _ in range(given.tables)]
    print(f"alike: {_rate([found for found, _ in alike]):.2%} of trusts in segments 1 and 2 found")
    print(f"by segment: {_rate([found for found, _ in graded]):.2%} of trusts in segments 1 and 2 found")
    print(f"one apart: {np.mean([mark for _, mark in apart]):.0%} of the trusts that are apart found")


def _table(draw: np.random.Generator, *, growth: float, apart: float = 1.0) -> tuple[list[bool], bool]:
    """Whether each trust of segments 1 and 2 is found, and whether the one that is apart is."""
    trusts = []
    for segment, size in SIZES.items():
        for place in range(size):
            odd = apart if place == 0 and segment == int(draw.integers(1, 3)) else 1.0
            documents = int(np.ceil(draw.lognormal(3.0, 0.7)))
            mean = 0.1 * documents * growth ** (segment - 1) * odd
            trusts.append((segment, documents, _happenings(draw, mean), odd > 1))
    found, marked = [], []
    for segment, documents, counted, is_apart in trusts:
        if segment > 2:
            continue
        peers = [other for other in trusts if other[2] is not counted and other[1] >= FEWEST_DOCUMENTS]
        outcome = compare(
            segment, counted, documents=documents,
            others={number: [Measured(score(other[2]), other[1]) for other in peers if other[0] == number]
                    for number in range(1, 6)}).outcome == "like_a_higher_segment"
        found.append(outcome)
        if is_apart:
            marked.append(outcome)
    return found, any(marked)


def _happenings(draw: np.random.Generator, mean: float) -> tuple[Contribution, ...]:
    number = min(MOST, int(draw.poisson(mean)))
    return tuple(Contribution(words="invented", date="2026-01-01", weight=float(weight), confidence=0.9, evidence_id="x")
                 for weight in draw.choice(WEIGHTS, size=number, p=SHARES))


def _rate(tables: list[list[bool]]) -> float:
    return float(np.mean([outcome for table in tables for outcome in table]))


if __name__ == "__main__":
    main()
