"""``python -m nlp.training.names``: fit what each sign of a name counts, and judge it on genres left out.

Reads the annotated documents of ``tests/gold/train`` (one file a genre) and writes ``nlp/organisations/weights.csv``; with
``--report docs/names-report.md`` also how well each genre is read by weights that have not seen it. Needs no extra and no
chance: the same files always give the same weights. Half a minute, some five with the report.

A weak name is taken as right where the document is annotated with its organisation. Names of organisations that the document
also names surely are left out, since they would all be right. Decisions lean on those around them, so the fit is made twice:
first on names weighed by nothing, then on names weighed by the first fit.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.organisations import Register
from nlp.organisations import Linker, name_signs
from nlp.organisations.decision import ranked_readings
from nlp.organisations.mentions import mentions_of
from nlp.organisations.name_signs import all_signs, load_weights
from nlp.score import GoldDocument, Measure, score_filed
from nlp.sheet import Sheet
from nlp.training.cases import sheet_of
from nlp.training.regression import Example, regress, write_weights

RIDGE = 1.0
SETTLED = 2.5
"""Not fitted (see above): how much a sure mention of the same organisation elsewhere counts."""
Weights = dict[str, float]

HEAD = """\
# How well names are linked in genres that were left out

Written by `python -m nlp.training.names --report docs/names-report.md`. Precision / recall / **F1** of the organisations
that a document is filed under. "As packaged" is weighed by the weights that ship, which were fitted to these same documents;
"left out" by weights that were fitted to every other genre. The lexicon and the rules beside the weights were written reading
most of these genres. All texts are invented.

| genre | as packaged | left out |
| --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated document as it is laid out."""

    genre: str
    document: dict[str, Any]
    sheet: Sheet


def read_annotated(folder: Path, linker: Linker) -> list[Annotated]:
    """The documents of a folder of annotated files; a file's name is their genre."""
    return [Annotated(path.stem, document, sheet_of(linker, document)) for path in sorted(folder.glob("*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines() for document in [json.loads(line)]]


@contextmanager
def weighed_by(weights: Weights) -> Iterator[None]:
    """Names are weighed by these weights, as long as it lasts."""
    held, kept = load_weights(), dict(load_weights())
    held.clear()
    held.update(weights)
    try:
        yield
    finally:
        held.clear()
        held.update(kept)


def examples_of(linker: Linker, annotated: Annotated) -> Iterator[Example]:
    """The signs of each weak name of an annotated document, and whether it was right."""
    named, doubtful = set(annotated.document["orgs"]), set(annotated.document.get("orgs_doubtful") or ())
    text = annotated.sheet.text
    situation, decisions = linker.decide(annotated.sheet)
    sure = {decision.code for decision in decisions if decision.sure}
    for position, decision in enumerate(decisions):
        if decision.sure or decision.other:
            continue
        ranked = ranked_readings(situation, text, decision)
        if not ranked or ranked[0][1].code in doubtful or ranked[0][1].code in sure:
            continue
        signs = tuple(all_signs(situation, text, decisions, position, ranked))
        yield tuple(sign for sign in signs if sign != "settled"), ranked[0][1].code in named


def fit(examples: Sequence[Example]) -> Weights:
    """The weight of each sign of a weak name."""
    return regress(examples, ridge=RIDGE) | {"settled": SETTLED}


def first_examples(linker: Linker, documents: Sequence[Annotated]) -> dict[str, list[Example]]:
    """The examples of each genre as they are before anything is fitted."""
    found: dict[str, list[Example]] = {}
    with weighed_by({}):
        for annotated in documents:
            found.setdefault(annotated.genre, []).extend(examples_of(linker, annotated))
    return found


def train(linker: Linker, documents: Sequence[Annotated], first: dict[str, list[Example]], left_out: str | None = None) -> Weights:
    """Weights fitted to all genres but one, in two rounds.

    Args:
        linker: what links the names.
        documents: the annotated documents of all genres.
        first: what ``first_examples`` found in them.
        left_out: the genre whose documents and examples are not looked at.
    """
    weights = fit([example for genre, examples in first.items() if genre != left_out for example in examples])
    with weighed_by(weights):
        return fit([example for annotated in documents if annotated.genre != left_out
                    for example in examples_of(linker, annotated)])


def measure(linker: Linker, documents: Sequence[Annotated], weights: Weights) -> Measure:
    """How well the organisations of documents are found with these weights."""
    with weighed_by(weights):
        found = {annotated.document["id"]: ({mention.code for mention in mentions_of(linker.link(annotated.sheet))}, ())
                 for annotated in documents}
    gold = [GoldDocument(id=annotated.document["id"], orgs=annotated.document["orgs"],
                         orgs_doubtful=annotated.document.get("orgs_doubtful") or ()) for annotated in documents]
    return score_filed(gold, found).measures["organisations"]


def report(linker: Linker, documents: Sequence[Annotated], first: dict[str, list[Example]], packaged: Weights) -> str:
    """A page in Markdown: each genre as packaged and left out."""
    lines, totals = [], (Measure(), Measure())
    for genre in sorted(first):
        own = [annotated for annotated in documents if annotated.genre == genre]
        both = (measure(linker, own, packaged), measure(linker, own, train(linker, documents, first, genre)))
        totals = (_sum(totals[0], both[0]), _sum(totals[1], both[1]))
        lines.append(f"| {genre} | {_figures(both[0])} | {_figures(both[1])} |")
    return HEAD + "\n".join([*lines, f"| all | {_figures(totals[0])} | {_figures(totals[1])} |"]) + "\n"


def _sum(one: Measure, other: Measure) -> Measure:
    return Measure(right=one.right + other.right, wrong=one.wrong + other.wrong, missed=one.missed + other.missed)


def _figures(measure: Measure) -> str:
    return f"{measure.precision:.3f} / {measure.recall:.3f} / **{measure.f1:.3f}**"


def main() -> None:
    """Fit, write, report."""
    parser = argparse.ArgumentParser(prog="python -m nlp.training.names", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("tests/gold/train"), help="folder of annotated documents, a file a genre")
    parser.add_argument("--weights", type=Path, default=Path(name_signs.__file__).with_name("weights.csv"),
                        help="where the weights go")
    parser.add_argument("--report", type=Path, help="where the report on genres left out goes; without it none is made")
    arguments = parser.parse_args()
    linker = Linker(Register.load())
    documents = read_annotated(arguments.gold, linker)
    first = first_examples(linker, documents)
    weights = train(linker, documents, first)
    write_weights(weights, arguments.weights)
    if arguments.report:
        arguments.report.write_text(report(linker, documents, first, weights), encoding="utf-8")


if __name__ == "__main__":
    main()
