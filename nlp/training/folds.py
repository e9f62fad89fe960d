"""Genres left out: networks that have not seen what they read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch

from nlp.judge import OUTCOMES, Chances
from nlp.training.cases import Case
from nlp.training.network import Network, Seen, number_of, predict, train

FOLDS = {
    "news-then": ("news-2012-2019", "plain-news"),
    "news-now": ("news-2019-2026", "plain-trade"),
    "regulators": ("regulators", "plain-regulators"),
    "cqc": ("cqc", "plain-cqc"),
    "boards-then": ("board-papers-2012-2022", "plain-boards"),
    "boards-now": ("board-papers-2022-2026", "traps"),
}
"""Genres that are left out together: a genre's plain texts are never read by a network that was trained on its dense ones."""

LEFT_OUT = tuple(genre for genres in FOLDS.values() for genre in genres)


def in_order(cases: Iterable[Case]) -> list[Case]:
    """Cases of genres that are left out in turn first; the others serve every network."""
    return sorted(cases, key=lambda case: case.genre not in LEFT_OUT)


def train_fold(fold: str, cases: Sequence[Case], seen: Seen, folder: Path, *, epochs: int, seed: int) -> None:
    """Train the network that has not seen a fold's genres, unless ``folder`` holds it already."""
    path = folder / f"{fold}.pt"
    if path.exists():
        return
    numbers = [number_of(outcome) for case in cases for outcome in case.outcomes]
    kept_back = left_out(fold, cases)
    network = train(seen, [i for i in range(len(numbers)) if i not in kept_back], numbers, epochs=epochs, seed=seed)
    part = path.with_suffix(".part")
    torch.save(network.state_dict(), part)
    part.replace(path)


def left_out(fold: str, cases: Sequence[Case]) -> frozenset[int]:
    """The numbers of the options of a fold's documents."""
    numbers, first = set[int](), 0
    for case in cases:
        if case.genre in FOLDS[fold]:
            numbers.update(range(first, first + len(case.options)))
        first += len(case.options)
    return frozenset(numbers)


def read_left_out(cases: Sequence[Case], seen: Seen, folder: Path) -> Chances:
    """What the network that has not seen a document's genre makes of its options: a row an option.

    Args:
        cases: of genres that are left out in turn; their options are the first that ``seen`` holds.
    """
    read = np.zeros((sum(len(case.options) for case in cases), len(OUTCOMES)), dtype=np.float32)
    for fold in FOLDS:
        network = Network()
        network.load_state_dict(torch.load(folder / f"{fold}.pt", weights_only=True))
        rows = sorted(left_out(fold, cases))
        read[rows] = predict(network.eval(), seen, rows)
    return read
