"""Fit what each sign of ``nlp.judge`` counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import torch

from nlp.judge import OUTCOMES, Chances, Weights, signs_of
from nlp.training.cases import Case

Signs = Sequence[tuple[str, float]]
RIDGE = 6.0
FEWEST = 8
"""A sign that fewer options than this carry is left out."""


def fit_judge(cases: Sequence[Case], read: Chances | None, *, chosen: Callable[[Case], bool] = lambda case: True) -> Weights:
    """What the signs of options count, fitted on the chosen cases.

    Args:
        read: what a network that was not trained on their texts makes of all options of all cases, or None to weigh the rules
            alone.
    """
    examples: list[tuple[Signs, int]] = []
    first = 0
    for case in cases:
        for number, (option, outcome) in enumerate(zip(case.options, case.outcomes, strict=True), start=first):
            if outcome is not None and chosen(case):
                row = None if read is None else read[number].tolist()
                examples.append((tuple(signs_of(option, row)), OUTCOMES.index(outcome)))
        first += len(case.options)
    return fit(examples, len(OUTCOMES))


def fit(examples: Sequence[tuple[Signs, int]], outcomes: int, *, ridge: float = RIDGE) -> dict[str, list[float]]:
    """Multinomial logistic regression with a ridge: for each sign, what it counts towards each outcome."""
    counts = Counter(sign for signs, _ in examples for sign, _ in signs)
    names = sorted(sign for sign, count in counts.items() if count >= FEWEST)
    place = {name: number for number, name in enumerate(names)}
    table = torch.zeros(len(examples), len(names), dtype=torch.float32)
    for row, (signs, _) in enumerate(examples):
        for sign, strength in signs:
            if sign in place:
                table[row, place[sign]] += strength
    answers = torch.tensor([answer for _, answer in examples])
    weights = torch.zeros(len(names), outcomes, dtype=torch.float32, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=120, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        lost = torch.nn.functional.cross_entropy(table @ weights, answers, reduction="sum") + ridge * (weights ** 2).sum() / 2
        lost.backward()  # type: ignore[no-untyped-call]  # torch is untyped here
        return lost

    optimiser.step(loss)  # type: ignore[no-untyped-call]  # torch is untyped here
    fitted = weights.detach()
    return {name: [round(float(value), 4) for value in fitted[number]] for name, number in place.items()}
