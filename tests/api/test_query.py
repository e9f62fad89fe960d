"""What people type, read into FTS5."""

from __future__ import annotations

import pytest

from api.query import MOST_PHRASES, MOST_WORDS_IN_PHRASES, parse_query


@pytest.mark.parametrize(("typed", "words", "phrases", "excluded"), [
    ("special measures", ("special", "measures"), (), ()),
    ('"special measures" trust', ("trust",), ("special measures",), ()),
    ("“special measures” trust", ("trust",), ("special measures",), ()),
    ('maternity -"special measures" -finance', ("maternity",), (), ("special measures", "finance")),
    ("well-led review", ("well led", "review"), (), ()),
    ('an unclosed "never event', ("unclosed",), ("never event",), ()),
    ("state of the trust", ("state", "trust"), (), ()),
    ("the of", ("the", "of"), (), ()),
    ('"the trust" of', (), ("the trust",), ()),
    ("don't NEAR(a b) text:x a* ^b", ("don t", "NEAR a", "b", "text x"), (), ()),
    ("-", (), (), ()),
    ("  ", (), (), ()),
    ("re\u0301sume\u0301", ("résumé",), (), ()),
])
def test_words_phrases_and_exclusions_are_told_apart(
        typed: str, words: tuple[str, ...], phrases: tuple[str, ...], excluded: tuple[str, ...]) -> None:
    query = parse_query(typed)
    assert (query.words, query.phrases, query.excluded) == (words, phrases, excluded)


def test_all_words_are_asked_for_first_and_then_any() -> None:
    query = parse_query('"never event" swab guidewire -eye')
    assert query.all_words == '("never event" AND "swab" AND "guidewire") NOT ("eye")'
    assert query.any_word == '("never event" AND ("swab" OR "guidewire")) NOT ("eye")'


def test_a_single_word_has_no_fall_back() -> None:
    assert parse_query("swab").any_word is None


def test_only_exclusions_ask_for_nothing() -> None:
    assert parse_query("-swab").all_words is None


def test_a_very_long_query_is_cut() -> None:
    assert len(parse_query(" ".join(f"word{n}" for n in range(5000))).words) == 32


def test_phrases_are_bounded_so_that_common_words_take_no_seconds() -> None:
    query = parse_query(" ".join(f'"the number {place} of the beds"' for place in range(40)))
    assert query.phrases[0] == "the number 0 of the beds"
    assert len(query.phrases) == MOST_PHRASES
    assert parse_query('"' + "the " * 100 + 'ward"').phrases == ("the the ward",)
    longest = parse_query('"' + " ".join(f"w{place}" for place in range(300)) + '"')
    assert len(longest.phrases[0].split()) == MOST_WORDS_IN_PHRASES
    assert sum(len(word.split()) for word in parse_query("-".join(f"w{place}" for place in range(300))).words) == MOST_WORDS_IN_PHRASES
    assert len(parse_query("trust " + " ".join(f'-"the {"the " * place}end"' for place in range(30))).excluded) <= MOST_PHRASES


def test_a_phrase_of_a_sentence_is_looked_for_whole() -> None:
    sentence = "the trust was told that it had to make significant improvements by the end of the following month"
    assert parse_query(f'"{sentence}"').phrases == (sentence,)
