"""``python -m nlp.training.subjects``: fit what each sign of a candidate subject counts.

Reads the annotated documents of ``tests/gold/train`` and writes ``nlp/subject_weights.csv``.
A trigger that a kind finds, and that an annotated fact of its kind, subtype and value quotes, is about the organisations of those
facts. Logistic regression with a ridge, by Newton steps: the same files always give the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpora.organisations import Register
from nlp import subjects
from nlp.candidates import Candidate, find_candidates
from nlp.context import status_of
from nlp.decide import claims_nothing, nature_of
from nlp.kinds import kinds
from nlp.organisations import Linker
from nlp.sheet import Sheet, Trigger
from nlp.training.cases import sheet_of
from nlp.training.regression import Example, regress, write_weights

KINDS = frozenset(("intervention", "never_event", "rating", "segment"))
"""Kinds of which a document is annotated in full: a trigger of a sort that it tells nothing of is about nobody."""
Case = tuple[Sheet, Trigger, frozenset[str]]


def cases_of(linker: Linker, document: dict[str, Any]) -> Iterator[Case]:
    """The triggers of a document whose organisations the annotation tells."""
    sheet = sheet_of(linker, document)
    facts: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    told = {(fact["kind"], fact["subtype"]) for fact in document["facts"]}
    for fact in document["facts"]:
        if fact.get("org"):
            facts.setdefault((fact["kind"], fact["subtype"], str(fact["value"])), []).append(fact)
    for kind in kinds():
        for trigger in kind.find(sheet):
            matching = facts.get((trigger.kind, trigger.subtype, str(trigger.value)), [])
            quoting = [fact for fact in matching if _quotes(sheet.text, fact["quote"], trigger.start)]
            if trigger.impersonal:
                continue
            if quoting:
                yield sheet, trigger, frozenset(fact["org"] for fact in quoting)
            elif (trigger.kind, trigger.subtype) not in told and trigger.kind in KINDS and _claims(sheet, trigger):
                yield sheet, trigger, frozenset()


def _claims(sheet: Sheet, trigger: Trigger) -> bool:
    """Whether a trigger would be taken for a claim, were somebody named."""
    sentence = sheet.sentence_at(trigger.start)
    return trigger.subjects is None and sentence is not None and not claims_nothing(
        trigger, status_of(sheet, sentence, trigger.start, trigger.end, nature=nature_of(trigger)))


def _quotes(text: str, quote: str, offset: int) -> bool:
    start = text.find(quote)
    while start >= 0:
        if start <= offset < start + len(quote):
            return True
        start = text.find(quote, start + 1)
    return False


def train(cases: Sequence[Case]) -> dict[str, float]:
    """The weight of each sign."""
    examples: list[Example] = []
    for sheet, trigger, organisations in cases:
        sentence = sheet.sentence_at(trigger.start)
        if sentence is not None:
            examples.extend((candidate.signs, _right(candidate, organisations))
                            for candidate in find_candidates(sheet, sentence, trigger.start, trigger.end))
    return regress(examples, ridge=2.0)


def _right(candidate: Candidate, organisations: frozenset[str]) -> bool:
    return 2 * sum(code in organisations for code in candidate.codes) > len(candidate.codes)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m nlp.training.subjects", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("tests/gold/train"), help="folder of annotated documents, a file a genre")
    parser.add_argument("--weights", type=Path, default=Path(subjects.__file__).with_name("subject_weights.csv"),
                        help="where the weights go")
    arguments = parser.parse_args()
    linker = Linker(Register.load())
    cases = [case for path in sorted(arguments.gold.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()
             for case in cases_of(linker, json.loads(line))]
    write_weights(train(cases), arguments.weights)


if __name__ == "__main__":
    main()
