"""Words that say the same, and when they are taken for each other."""

from __future__ import annotations

import pytest

from api.query import parse_query, tokens
from api.synonyms import LONGEST, groups, typed_words, widenings
from corpora.store.marking import matched_stretches


def widened(typed: str, *leaving_out: str) -> dict[str, tuple[str, ...]]:
    query = parse_query(typed)
    return {typed_words(query, one): one.to for one in widenings(query, leaving_out=leaving_out)}


def test_every_group_has_its_reason_and_no_term_stands_in_two() -> None:
    assert len(groups()) > 100
    assert all(group.reason and len(group.said) + len(group.short) > 1 for group in groups())
    terms = [" ".join(tokens(term.casefold())) for group in groups() for term in group.said]
    assert sorted(terms) == sorted(set(terms))
    shorts = [short for group in groups() for short in group.short]
    assert len(shorts) == len(set(shorts))
    assert not {short.casefold() for short in shorts} & set(terms)
    assert max(len(term.split()) for term in terms) <= LONGEST + 2


@pytest.mark.parametrize(("typed", "word", "to"), [
    ("RSP exit", "RSP", ("recovery support programme",)),
    ("exit from the recovery support programme", "recovery support programme", ("RSP",)),
    ("A&E waits", "A E", ("emergency department", "accident and emergency")),
    ("PFD reports", "PFD", ("regulation 28", "prevention of future deaths", "prevent future deaths")),
    ("prevention of future deaths", "prevention of future deaths", ("PFD", "regulation 28", "prevent future deaths")),
    ("NE in theatre", "NE", ("never event",)), ("s29a", "s29a", ("section 29A", "warning notice")),
    ("warning notices", "warning notices", ("section 29A", "s29A")),
    ("DoN left", "DoN", ("director of nursing", "chief nurse", "chief nursing officer", "nursing director"))])
def test_words_are_widened_to_what_says_the_same(typed: str, word: str, to: tuple[str, ...]) -> None:
    assert widened(typed) == {word: to}


@pytest.mark.parametrize("typed", [
    "ne london", "Ne", "Ed left", "don", "pip", "oap", "send help", "mars", "si", "md", '"RSP"', "-RSP", "trust", "the"])
def test_short_forms_that_mean_other_things_need_their_capitals_and_phrases_stay_as_they_are(typed: str) -> None:
    assert widened(typed) == {}


def test_no_search_is_widened_to_a_short_form_that_means_other_things() -> None:
    assert widened("emergency department") == {"emergency department": ("A&E", "accident and emergency")}
    assert widened("never events") == {}


def test_a_widening_and_each_of_its_words_can_be_left_out() -> None:
    assert widened("PFD", "regulation 28") == {"PFD": ("prevention of future deaths", "prevent future deaths")}
    assert widened("PFD reports", "pfd") == {}


def test_a_widened_query_asks_for_either_and_for_all_other_words() -> None:
    query = parse_query("recovery support programme exit -finance")
    query = query.widened(widenings(query))
    assert query.all_words == '((("recovery" AND "support" AND "programme") OR "RSP") AND "exit") NOT ("finance")'
    assert query.any_word == '(("recovery" OR "support" OR "programme" OR "exit" OR "RSP")) NOT ("finance")'
    assert query.wanted == "recovery support programme exit RSP"


def test_what_is_marked_is_what_the_index_matches() -> None:
    text = "Inspections: the café’s RSP\x00 exit; recovery, support. The Recovery Support Programme ended. 😀 inspected"
    marked = matched_stretches([text, "nothing"], '"inspection" OR "cafe" OR "recovery support programme" OR "rsp"')
    assert [text[start:end] for start, end in marked[0]] == [
        "Inspections", "café", "RSP", "Recovery Support Programme", "inspected"]
    assert marked[1] == ()
    assert matched_stretches([text], None) == [()]
