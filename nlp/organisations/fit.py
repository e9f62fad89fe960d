"""Fit what each sign counts, from documents annotated with the organisations that they name.

    python -m nlp.organisations.fit GOLD.jsonl…

A weak name is taken as right where the document is annotated with its organisation. Names of organisations that the document
also names surely are left out, since they would all be right. Logistic regression with a ridge, by Newton steps: the same
files always give the same weights.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from corpora.organisations import Register
from nlp.layout import lay_out
from nlp.organisations import Linker
from nlp.organisations.decision import ranked_readings
from nlp.organisations.name_signs import all_signs, load_weights
from nlp.sheet import Sheet

RIDGE = 1.0
SETTLED = 2.5
"""Not fitted (see above): how much a sure mention of the same organisation elsewhere counts."""
ROUNDS = 3
Example = tuple[tuple[str, ...], bool]


def examples_of(linker: Linker, document: dict[str, object]) -> Iterator[Example]:
    """The signs of each weak name of an annotated document, and whether it was right."""
    sheet = Sheet(text=str(document["text"]), title=str(document.get("title") or ""), published=document.get("published"),  # type: ignore[arg-type]
                  publisher=document.get("publisher"), sentences=lay_out(str(document["text"])),  # type: ignore[arg-type]
                  doc_type=str(document.get("doc_type") or "other"))
    named, doubtful = set(document["orgs"]), set(document.get("orgs_doubtful") or ())  # type: ignore[call-overload]
    situation, decisions = linker.decide(sheet)
    for position, decision in enumerate(decisions):
        if decision.sure or decision.other:
            continue
        ranked = ranked_readings(situation, sheet.text, decision)
        if not ranked or ranked[0][1].code in doubtful:
            continue
        signs = tuple(all_signs(situation, sheet.text, decisions, position, ranked))
        if not any(other.sure and other.code == ranked[0][1].code for other in decisions):
            yield tuple(sign for sign in signs if sign != "settled"), ranked[0][1].code in named


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign of a weak name."""
    return regress(examples, ridge=RIDGE) | {"settled": SETTLED}


def regress(examples: Sequence[Example], *, ridge: float, at_least: int = 3) -> dict[str, float]:
    """Logistic regression with a ridge: the weight of each sign seen at least a few times."""
    seen = Counter(sign for signs, _ in examples for sign in set(signs))
    signs = sorted(sign for sign, count in seen.items() if count >= at_least)
    column = {sign: position for position, sign in enumerate(signs)}
    matrix = np.zeros((len(examples), len(signs)))
    for row, (present, _) in enumerate(examples):
        for sign in present:
            if sign in column:
                matrix[row, column[sign]] = 1
    right = np.array([float(is_right) for _, is_right in examples])
    weights = np.zeros(len(signs))
    for _ in range(30):
        expected = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (expected - right) + ridge * weights
        curvature = (matrix.T * (expected * (1 - expected))) @ matrix + ridge * np.eye(len(signs))
        weights -= np.linalg.solve(curvature, gradient)
    return {sign: round(float(weight), 2) for sign, weight in zip(signs, weights, strict=True)}


def train(documents: Sequence[dict[str, object]]) -> dict[str, float]:
    """Weights from annotated documents: fitted in rounds, since a decision leans on those around it."""
    linker = Linker(Register.load())
    for _ in range(ROUNDS):
        weights = fit([example for document in documents for example in examples_of(linker, document)])
        load_weights().clear()
        load_weights().update(weights)
    return weights


def main() -> None:
    """Write ``weights.csv`` beside this module."""
    documents = [json.loads(line) for path in sys.argv[1:] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    weights = train(documents)
    with (Path(__file__).parent / "weights.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["sign", "weight"])
        writer.writerows(sorted(weights.items()))


if __name__ == "__main__":
    main()
