"""Text laid out as sentences, headings, items and rows. Every text is invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.layout import lay_out


def laid_out(text: str) -> list[tuple[str, str]]:
    return [(sentence.form, text[sentence.start:sentence.end]) for sentence in lay_out(text)]


@pytest.mark.parametrize(("text", "sentences"), [
    ("It was fined. It paid.", ["It was fined.", "It paid."]),
    ("Dr. Smith and Mr. Jones came. They left.", ["Dr. Smith and Mr. Jones came.", "They left."]),
    ("St. Helens was rated good. So was York.", ["St. Helens was rated good.", "So was York."]),
    ("A fine of £1.5m was paid. It hurt.", ["A fine of £1.5m was paid.", "It hurt."]),
    ("“We are sorry.” The trust paid.", ["“We are sorry.”", "The trust paid."]),
    ("Is it in segment 4? It is not.", ["Is it in segment 4?", "It is not."]),
    ("Notices (e.g. Section 29A) were served. Two were met.", ["Notices (e.g. Section 29A) were served.", "Two were met."]),
])
def test_sentences_end_where_they_end(text: str, sentences: list[str]) -> None:
    assert [words for _, words in laid_out(text)] == sentences


def test_a_wrapped_line_goes_on_with_its_sentence() -> None:
    text = ("The trust was placed in segment 4 of the framework by NHS England in\n"
            "September and has been given an improvement director who reports to the\nregion. He starts in May.")
    assert [words.replace("\n", " ") for _, words in laid_out(text)] == [
        "The trust was placed in segment 4 of the framework by NHS England in September and has been given an improvement director "
        "who reports to the region.", "He starts in May."]


def test_a_short_line_over_a_paragraph_of_one_long_line_is_not_joined_to_it() -> None:
    text = "(2) Northern Lincolnshire and Goole NHS Foundation Trust (NLaG)\n" + "The undertakings are closed, as agreed. " * 10
    assert laid_out(text)[0] == ("item", "(2) Northern Lincolnshire and Goole NHS Foundation Trust (NLaG)")


@pytest.mark.parametrize("marker", ["•", "-", "–", "1.", "(2)", "a)", "iv.", "↑", "▪"])
def test_a_list_item_keeps_its_marker(marker: str) -> None:
    text = f"{marker} Stockport is in segment 3. It stays."
    assert laid_out(text) == [("item", f"{marker} Stockport is in segment 3."), ("item", "It stays.")]


def test_a_heading_rules_over_the_items_and_rows_below_it() -> None:
    text = "Trusts in segment 4\n• Stockport\n• Walsall\nBolton    3    good"
    sentences = lay_out(text)
    assert [sentence.form for sentence in sentences] == ["heading", "item", "item", "row"]
    assert [sentence.lead_in for sentence in sentences] == [None, 0, 0, 0]


def test_a_line_that_ends_in_a_colon_leads_in() -> None:
    text = "The following have been placed in segment 4:\n– Stockport\n– Walsall"
    assert [sentence.lead_in for sentence in lay_out(text)] == [None, 0, 0]


@pytest.mark.parametrize("row", ["Never events    0    2    1", "Never events\t0\t2", "Never events | 0 | 2"])
def test_cells_make_a_row(row: str) -> None:
    assert laid_out(row) == [("row", row)]


@given(st.text(alphabet=st.characters() | st.sampled_from("\n .•-|\t"), max_size=400))
def test_sentences_are_in_order_apart_and_bare_of_white_space_in_any_text(text: str) -> None:
    sentences = lay_out(text)
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))
    assert all(0 <= sentence.start < sentence.end <= len(text) for sentence in sentences)
    assert all(first.end <= second.start for first, second in pairwise(sentences))
    assert all(text[sentence.start:sentence.end] == text[sentence.start:sentence.end].strip() for sentence in sentences)


@given(st.text(alphabet=st.characters() | st.sampled_from("\n .•-|\t"), max_size=400))
def test_no_word_is_lost(text: str) -> None:
    kept = "".join(text[sentence.start:sentence.end] for sentence in lay_out(text))
    assert sum(letter.isalnum() for letter in kept) == sum(letter.isalnum() for letter in text)
