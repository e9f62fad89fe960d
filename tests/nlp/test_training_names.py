"""Fitting the weights of names. Every statement about an organisation is invented."""

from __future__ import annotations

import json
from pathlib import Path

from corpora.organisations import Register
from nlp.organisations import Linker
from nlp.organisations.name_signs import load_weights
from nlp.organisations.otherwise import otherwise_meant, own_abbreviations
from nlp.training.names import first_examples, read_annotated, train, weighed_by
from nlp.training.regression import regress, write_weights

WALSALL = {"text": "Walsall is in segment 3 of the NHS Oversight Framework, the board of the trust was told.", "orgs": ["RBK"]}
MARKET = {"text": "The market in Walsall is inadequate, patients said, and the stalls should be nearer the hospital.", "orgs": []}


def write(folder: Path) -> Path:
    for genre, document in (("news", WALSALL), ("traps", MARKET)):
        lines = [json.dumps({"id": f"{genre}-{number}", "published": "2024-05-01", "facts": []} | document) for number in range(4)]
        (folder / f"{genre}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_weights_are_fitted_twice_alike_and_the_packaged_ones_stay(tmp_path: Path) -> None:
    linker, kept = Linker(Register.load()), dict(load_weights())
    documents = read_annotated(write(tmp_path), linker)
    first = first_examples(linker, documents)
    fitted = train(linker, documents, first)
    assert fitted == train(linker, documents, first)
    assert fitted["before:in"] < 0
    assert load_weights() == kept


def test_a_genre_left_out_is_not_looked_at(tmp_path: Path) -> None:
    linker = Linker(Register.load())
    documents = read_annotated(write(tmp_path), linker)
    first = first_examples(linker, documents)
    assert "before:in" not in train(linker, documents, first, "traps")
    assert train(linker, documents, first, "traps") == train(linker, documents, {"news": first["news"]}, "traps")


def test_names_are_weighed_by_other_weights_for_a_while_only() -> None:
    kept = dict(load_weights())
    with weighed_by({"always": 1.0}):
        assert load_weights() == {"always": 1.0}
    assert load_weights() == kept


def test_a_sign_that_is_always_right_counts_for_and_rare_ones_not_at_all(tmp_path: Path) -> None:
    examples = [(("good",), True)] * 5 + [(("bad",), False)] * 5 + [(("rare",), True)]
    weights = regress(examples, ridge=1.0)
    assert weights["good"] > 0 > weights["bad"]
    assert "rare" not in weights
    write_weights(weights, tmp_path / "weights.csv")
    assert (tmp_path / "weights.csv").read_text(encoding="utf-8").startswith("sign,weight\nbad,-")


def test_an_abbreviation_that_a_text_gives_to_something_else_is_told() -> None:
    text = "A lipid profile test (LPT) was done. Shares in UHL plc fell. SFT, the broadcaster, said no. WHT stands for a tax."
    assert otherwise_meant(text, ()) == {"LPT", "UHL", "SFT", "WHT"}


def test_an_abbreviation_beside_a_trusts_name_is_not_something_elses() -> None:
    text = "Leicestershire Partnership Trust (LPT) and the trust (MFT) wrote."
    assert otherwise_meant(text, [(0, 32)]) == frozenset()


def test_a_trust_may_be_called_by_its_initials_in_its_own_paper() -> None:
    assert "SFT" in own_abbreviations("Somerset NHS Foundation Trust")
    assert "LPT" in own_abbreviations("Leicestershire Partnership NHS Trust")
