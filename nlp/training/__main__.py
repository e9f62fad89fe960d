"""``python -m nlp.training``: train the learned reader, judge it on genres left out, and write what is packaged.

Annotated documents (``tests/gold/train``, one file a genre) and texts made from patterns become windows. For each fold a network
is trained on everything but the fold's genres and reads those: ``docs/reading-report.md`` says how well, beside the rules. Then
one network is trained on everything and packaged. Seeded, on one core: the same files and versions give the same weights. Some
two hours; ``--work`` keeps the networks of the folds between runs.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from nlp.layers import load_tokenizer, packaged_folder
from nlp.training.cases import pattern_cases, read_cases
from nlp.training.export import export_judge
from nlp.training.folds import FOLDS, LEFT_OUT, in_order, read_left_out, train_fold
from nlp.training.network import number_of, see, train
from nlp.training.report import report
from nlp.windows import WindowMaker

EPOCHS = 3
SEED = 7


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(prog="python -m nlp.training", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("tests/gold/train"), help="folder of annotated documents, a file a genre")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder that keeps the networks of the folds")
    parser.add_argument("--report", type=Path, default=Path("docs/reading-report.md"), help="where the report goes")
    parser.add_argument("--only", choices=sorted(FOLDS), help="train the network of this fold and stop")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    cases = in_order([*read_cases(sorted(arguments.gold.glob("*.jsonl"))), *pattern_cases(SEED)])
    maker = WindowMaker(load_tokenizer(packaged_folder()))
    windows = [maker.window(case.sheet, option) for case in cases for option in case.options]
    print(f"{len(cases)} documents, {len(windows)} options")
    seen = see(windows)
    for fold in [arguments.only] if arguments.only else FOLDS:
        train_fold(fold, cases, seen, arguments.work, epochs=arguments.epochs, seed=SEED)
    if arguments.only:
        return
    judged = [case for case in cases if case.genre in LEFT_OUT]
    arguments.report.write_text(report(judged, read_left_out(judged, seen, arguments.work)), encoding="utf-8")
    numbers = [number_of(outcome) for case in cases for outcome in case.outcomes]
    export_judge(train(seen, range(len(windows)), numbers, epochs=arguments.epochs, seed=SEED), packaged_folder())


if __name__ == "__main__":
    main()
