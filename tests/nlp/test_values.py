"""Numbers and sums of money. Every sentence here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.values import NUMBER, money, number, number_range, numbers_in, ordinal, sums_in


@pytest.mark.parametrize(("words", "value"), [
    ("four", 4), ("1,200", 1200), ("a", 1), ("an", 1), ("no", 0), ("nil", 0), ("none", 0), ("a dozen", 12), ("half a dozen", 6),
    ("twenty-one", 21), ("thirty three", 33), ("a pair of", 2), ("both", 2), ("single", 1), ("Ninety-nine", 99), ("0", 0),
    ("a\ncouple of", 2), ("twice", 2), ("several", None), ("3.5", None), ("", None), ("²", None), ("٣", None),
])
def test_a_number_is_read_in_words_and_figures(words: str, value: int | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(("words", "pounds"), [
    ("£1.6m", 1_600_000), ("£733,000", 733_000), ("£200k", 200_000), ("a million pounds", 1_000_000), ("£2 million", 2_000_000),
    ("half a million pounds", 500_000), ("two hundred thousand pounds", 200_000), ("£1.25bn", 1_250_000_000), ("£4000", 4000),
    ("two and a half million pounds", 2_500_000), ("twenty-five thousand pounds", 25_000), ("£10-million", 10_000_000),
    ("GBP 80,000", 80_000), ("£ 35,000", 35_000), ("a hundred thousand pounds", 100_000),
    ("one and a half million pounds", 1_500_000),
    ("£", None), ("a million", None), ("$5m", None), ("three pounds", None),
])
def test_a_sum_is_read_as_whole_pounds(words: str, pounds: int | None) -> None:
    assert money(words) == pounds


@pytest.mark.parametrize(("text", "sums"), [
    ("It was fined £200,000 and £800,000 on the two counts.", [200_000, 800_000]),
    ("A fine of £1.6m, with costs of £21,457.50 and a surcharge of £190.", [1_600_000, 21_458, 190]),
    ("The fine, half a million pounds, is the largest so far.", [500_000]),
    ("Deaths rose 1.6 per cent and 4,000 staff left.", []),
])
def test_each_sum_in_a_sentence_is_found_where_it_stands(text: str, sums: list[int]) -> None:
    found = list(sums_in(text))
    assert [quantity.value for quantity in found] == sums
    assert all(money(text[quantity.start:quantity.end]) == quantity.value for quantity in found)


@pytest.mark.parametrize(("text", "numbers"), [
    ("Two never events and half a dozen near misses", [2, 6]),
    ("On 12/3 at 10:30 it was 4% or 3.5 points", []),
    ("twenty-one incidents, 1,200 patients", [21, 1200]),
    ("Never events 0 2 target 0", [0, 2, 0]),
    ("someone alone was stoned", []),
])
def test_numbers_are_whole_and_no_part_of_a_date_time_or_percentage(text: str, numbers: list[int]) -> None:
    assert [quantity.value for quantity in numbers_in(text)] == numbers


@pytest.mark.parametrize(("words", "value"), [("third", 3), ("21st", 21), ("Tenth", 10), ("2nd", 2), ("thirdly", None),
                                              ("last", None)])
def test_an_ordinal_is_read(words: str, value: int | None) -> None:
    assert ordinal(words) == value


@pytest.mark.parametrize(("words", "low_high"), [
    ("two or three", (2, 3)), ("between 4 and 6", (4, 6)), ("10-12", (10, 12)), ("from five to seven", (5, 7)), ("5 to 3", None),
    ("some", None)])
def test_a_range_is_read_with_the_lower_number_first(words: str, low_high: tuple[int, int] | None) -> None:
    assert number_range(words) == low_high


@given(st.text())
def test_any_text_can_be_searched_for_numbers(text: str) -> None:
    for quantity in [*numbers_in(text), *sums_in(text)]:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.value >= 0


@pytest.mark.parametrize("text", ["a " * 50_000, "9" * 100_000, "£" * 100_000, "half a " * 15_000, "twenty " * 15_000])
def test_long_runs_of_one_word_are_searched_in_linear_time(text: str) -> None:
    assert sum(1 for _ in NUMBER.finditer(text)) <= 100_000
    assert list(sums_in(text)) == []
