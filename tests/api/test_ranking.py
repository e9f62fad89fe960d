"""How passages are ranked. Everything said about real organisations is invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from api.ranking import fused
from api.search import answer
from corpora.store import Store
from corpora.store.scope import SearchScope
from nlp.embed import Embedder
from tests.api.writing import Told, fill, write


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("ranking") / "test.db"
    embedder = Embedder.load()
    fill(path, embedder=embedder)
    with Store(path) as store:
        write(store, "other-2", Told("Inspectors rated maternity services inadequate at Frimley.", "rating", "maternity", org="RDU",
                                     value="inadequate"), embedder=embedder)
        yield store


def texts(store: Store, query: str, *, by_meaning: bool = False, scope: SearchScope | None = None) -> list[str]:
    found = answer(store, query, embedder=Embedder.load() if by_meaning else None, scope=scope or SearchScope())
    return [hit.text for hit in found.items]


@pytest.mark.parametrize("by_meaning", [False, True])
@pytest.mark.parametrize(("query", "place"), [("RX1 maternity inadequate", "Nottingham"), ("maternity inadequate NUH", "Nottingham"),
                                              ("RDU maternity inadequate", "Frimley")])
def test_a_code_or_letters_stand_for_the_organisation_though_its_texts_do_not_say_them(
        library: Store, query: str, place: str, by_meaning: bool) -> None:
    assert texts(library, query, by_meaning=by_meaning)[0] == f"Inspectors rated maternity services inadequate at {place}."



def test_what_is_about_a_named_organisation_is_said_to_come_sooner(library: Store) -> None:
    notes = answer(library, "NUH maternity", embedder=None).notes
    assert "The query names Nottingham University Hospitals NHS Trust (RX1): what is about it comes sooner." in notes
    assert not any("names" in note for note in answer(library, "maternity", embedder=None).notes)


def test_an_organisation_that_was_chosen_is_not_set_aside_by_one_that_is_named(library: Store) -> None:
    scope = SearchScope(orgs=("RDU",))
    assert texts(library, "NUH maternity", scope=scope) == ["Inspectors rated maternity services inadequate at Frimley."]


def test_phrases_and_words_to_leave_out_hold_among_passages_about_a_named_organisation(library: Store) -> None:
    assert texts(library, 'NUH "maternity services"', by_meaning=True)[0].startswith("Inspectors rated maternity services")
    assert all("maternity services" in text for text in texts(library, 'NUH "maternity services"', by_meaning=True))
    assert all("Inspectors" not in text for text in texts(library, "NUH maternity -inspectors", by_meaning=True))


def test_passages_that_hold_some_of_the_words_follow_those_that_hold_all_and_the_answer_says_so(library: Store) -> None:
    found = answer(library, "emergency department conviction waits", embedder=None)
    assert [hit.text for hit in found.items] == ["Waits in the emergency department have grown.",
                                                 "Frimley was fined £800,000 after a conviction."]
    found = answer(library, "inspectors Frimley", embedder=None)
    assert found.matched == "all words"
    assert found.held == 1
    assert found.items[0].text == "Inspectors rated maternity services inadequate at Frimley."
    assert {hit.text for hit in found.items[1:]} == {"Inspectors rated maternity services inadequate at Nottingham.",
                                                     "Frimley was fined £800,000 after a conviction."}
    assert "One passage holds all of these words; the others hold some of them." in found.notes


def test_each_ranking_gives_a_passage_one_over_sixty_and_its_rank() -> None:
    assert fused([1, 2], [2]) == pytest.approx({2: 1 / 62 + 1 / 61, 1: 1 / 61})


def test_equal_passages_come_in_the_order_of_their_ids() -> None:
    assert list(fused([3], [1], [2])) == [1, 2, 3]


@pytest.mark.parametrize("by_meaning", [False, True])
def test_a_name_beside_what_nothing_speaks_of_does_not_bring_whatever_is_about_it(library: Store, by_meaning: bool) -> None:
    embedder = Embedder.load() if by_meaning else None
    found = answer(library, "nottingham university hospitals pineapple", embedder=embedder)
    assert found.items == ()
    assert found.notes[0].startswith(
        "Nothing that was found about Nottingham University Hospitals NHS Trust (RX1) speaks of the rest of the query")
    assert answer(library, "nottingham university hospitals", embedder=embedder).items != () or not by_meaning


def test_what_others_say_is_found_without_the_name_and_not_as_if_it_were_about_it(library: Store) -> None:
    found = answer(library, "nottingham university hospitals conviction", embedder=None)
    assert [hit.text for hit in found.items] == ["Frimley was fined £800,000 after a conviction."]
    assert found.matched == "any word"
    assert "looked for without the name" in found.notes[0]
