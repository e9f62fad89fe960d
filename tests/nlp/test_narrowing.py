"""Long runs of white space: cut for reading, with every place and quote that of the text itself. All texts are invented."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.explain import explain
from nlp.narrowing import EDGE, LONG_RUN, narrowed
from nlp.pipeline import Pipeline
from tests.conftest import make_document

RUNS = st.sampled_from([" " * 40, "\n" * 30, " " * 200, "\t" * 27, " " * 20 + "\n" * 3 + " " * 20, "é", "word", " ", "\n", "."])


@pytest.fixture(scope="module")
def rules() -> Pipeline:
    return Pipeline.load(embed=False, learned=False)


@given(st.lists(RUNS, max_size=12).map("".join))
def test_every_place_of_a_narrowed_text_is_found_again(text: str) -> None:
    narrow = narrowed(text)
    if narrow is None:
        assert not LONG_RUN.search(text)
        return
    assert not LONG_RUN.search(narrow.text)
    assert narrow.text.split() == text.split()
    for place, letter in enumerate(narrow.text):
        if not letter.isspace():
            assert text[narrow.widened(place)] == letter
            assert narrow.narrow(narrow.widened(place)) == place


def test_ordinary_text_is_left_as_it_is() -> None:
    assert narrowed(f"Never events{' ' * 2 * EDGE}0   2   target 0\n\n\nThe trust …") is None


def test_what_is_read_across_blanks_is_quoted_as_it_stands(rules: Pipeline) -> None:
    document = make_document("Leeds Teaching Hospitals NHS Trust was" + " " * 90 + "rated inadequate overall." + "\n" * 60
                             + "Walsall Healthcare NHS Trust is in segment 4.")
    reading = rules.read(document)
    assert {(found.kind, found.org, found.value) for found in reading.evidence} == {
        ("rating", "RR8", "inadequate"), ("segment", "RBK", 4)}
    assert all(document.text[found.start:found.end] == found.quote for found in reading.evidence)
    assert all(document.text[found.start:found.end] == found.text for found in reading.mentions)
    for found in reading.evidence:
        told = explain(rules, document, found)
        assert told.outcome == "found"
        assert told.evidence == found


@pytest.mark.parametrize("white", [" ", "\n", " \n", "\t", "\xa0"])
def test_a_document_of_blanks_is_read_at_once(rules: Pipeline, white: str) -> None:
    text = "Leeds Teaching Hospitals NHS Trust is in segment 4" + white * 60_000 + "York was rated inadequate."
    started = perf_counter()
    reading = rules.read(make_document(text))
    assert perf_counter() - started < 10
    assert any(found.kind == "segment" and found.org == "RR8" for found in reading.evidence)


def test_a_long_table_is_read_in_linear_time(rules: Pipeline) -> None:
    document = make_document("Trusts and their segments, NHS Oversight Framework\n" + "Leeds Teaching Hospitals | 4 |\n" * 4_000)
    started = perf_counter()
    rules.read(document)
    assert perf_counter() - started < 30
