"""Two happenings of one sort within a fortnight, told apart by their words. Every text is invented."""

from __future__ import annotations

import pytest

from nlp.wording import groups_by_wording, is_worded, same_wording
from tests.nlp.wordings import APART, SAME


def test_pairs_of_one_happening_agree() -> None:
    """Measured: 16 of 16, and of two happenings 14 of 16 are told apart. Sentence embeddings tell no more than 10 of the 16 apart
    at a threshold that keeps as many of the others together: "a never event at A" is near "a never event at B" in meaning."""
    assert [pair for pair in SAME if not same_wording(*pair)] == []


def test_pairs_of_two_happenings_are_told_apart() -> None:
    assert len([pair for pair in APART if same_wording(*pair)]) <= 2


@pytest.mark.parametrize(("kind", "subtype"), [("segment", "nof"), ("rating", "overall"), ("intervention", "special_measures")])
def test_what_an_organisation_has_one_of_needs_no_wording(kind: str, subtype: str) -> None:
    assert not is_worded(kind, subtype)
    assert same_wording(kind, subtype, "Heart surgery is meant.", "Children’s beds are meant.")


def test_the_organisation_s_own_name_tells_nothing() -> None:
    one, other = "Frimley Health had a never event with a lens.", "Frimley Health had a never event with a nerve block."
    assert not same_wording("never_event", "unspecified", f"{one} Glaucoma was mentioned.", f"{other} Ropivacaine was used.", org="RDU")


def test_vague_words_bring_no_two_others_together() -> None:
    quotes = ["A swab was left in a patient after a caesarean, a never event.", "A never event was declared.",
              "The wrong lens was put in at the eye unit, a never event.", "A never event: gauze and a swab were retained."]
    assert groups_by_wording("never_event", "unspecified", quotes) == [[0, 1, 3], [2]]
    assert groups_by_wording("never_event", "unspecified", []) == []
    assert groups_by_wording("never_event", "unspecified", ["A never event.", "One never event."]) == [[0, 1]]


def test_quotes_that_share_nothing_are_one_where_the_text_about_them_is_of_the_same() -> None:
    quotes = ["A warning notice followed the visit to Wexham Park.", "The regulator’s formal warning goes to the Slough hospital."]
    texts = ["Ambulances queued outside the crowded emergency department; corridors were full of trolleys.",
             "Trolleys lined the corridors of the emergency department while ambulances waited."]
    assert groups_by_wording("intervention", "warning_notice", quotes) == [[0], [1]]
    assert groups_by_wording("intervention", "warning_notice", quotes, around=lambda place: texts[place]) == [[0, 1]]
    other = [texts[0], "Medicines were kept in unlocked cupboards on a psychiatric ward for adolescents."]
    assert groups_by_wording("intervention", "warning_notice", quotes, around=lambda place: other[place]) == [[0], [1]]
