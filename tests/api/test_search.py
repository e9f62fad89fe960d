"""Search over a small store. Everything said about real organisations is invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.search import answer, search
from api.vectors import open_vectors
from corpora.store import Store
from corpora.store.scope import SearchScope
from nlp.embed import Embedder
from tests.api.writing import Told, fill, write


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    found = Embedder.load()
    assert found is not None, "the packaged model is missing"
    return found


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("search") / "test.db"
    fill(path, embedder=embedder)
    with Store(path, read_only=True) as store:
        yield store


def texts(store: Store, query: str, **filters: object) -> list[str]:
    return [hit.text for hit in search(store, query, embedder=None, scope=SearchScope.model_validate(filters))]


def test_words_are_found_by_their_stems(library: Store) -> None:
    assert texts(library, "inspector rating") == ["Inspectors rated maternity services inadequate at Nottingham."]


def test_a_phrase_holds(library: Store) -> None:
    assert texts(library, '"emergency department"') == ["Waits in the emergency department have grown."]
    assert texts(library, '"department emergency"') == []


def test_an_excluded_word_is_left_out(library: Store) -> None:
    assert len(texts(library, "trust")) == 3
    assert texts(library, "trust -denied -acute") == ["The trust has been placed in the Recovery Support Programme."]


def test_some_of_the_words_are_enough_where_no_passage_has_all_and_the_answer_says_so(library: Store) -> None:
    found = answer(library, "emergency conviction", embedder=None)
    assert found.matched == "any word"
    assert {hit.text for hit in found.items} == {"Waits in the emergency department have grown.",
                                                 "Frimley was fined £800,000 after a conviction."}
    assert "No passage holds all of these words; these hold some of them." in found.notes


def test_a_phrase_holds_in_the_fall_back_too(library: Store) -> None:
    assert texts(library, '"emergency department" conviction swab') == []


def test_without_a_model_the_answer_says_that_words_alone_were_compared(library: Store) -> None:
    found = answer(library, "waits", embedder=None)
    assert not found.by_meaning
    assert found.items[0].found_by == ("words",)
    assert any("words only" in note for note in found.notes)


def test_meaning_finds_what_words_do_not(library: Store, embedder: Embedder) -> None:
    found = answer(library, "A&E delays", embedder=embedder)
    assert found.matched == "no words"
    assert found.items[0].text == "Waits in the emergency department have grown."
    assert found.items[0].found_by == ("meaning",)


def test_what_both_ways_find_comes_first(library: Store, embedder: Embedder) -> None:
    found = search(library, "maternity services", embedder=embedder)
    assert found[0].text.startswith("Inspectors rated maternity")
    assert found[0].found_by == ("words", "meaning")
    assert found[0].score == pytest.approx(2 / 61)


def test_exclusions_and_phrases_hold_for_meaning_too(library: Store, embedder: Embedder) -> None:
    assert not any("emergency" in hit.text for hit in search(library, "A&E delays waits -emergency", embedder=embedder))
    assert all("never events" in hit.text for hit in search(library, '"never events" surgery', embedder=embedder))


def test_filters_hold_for_words_and_for_meaning(library: Store, embedder: Embedder) -> None:
    about_frimley = search(library, "fined court conviction trust", embedder=embedder, scope=SearchScope(orgs=("RDU",)))
    assert {org for hit in about_frimley for org in hit.orgs} == {"RDU"}
    recent = search(library, "trust measures", embedder=embedder, scope=SearchScope(since="2022"))
    assert recent
    assert all((hit.citation.published or "") >= "2022" for hit in recent)
    assert [hit.text for hit in search(library, "trust", embedder=embedder, scope=SearchScope(kind="concern"))
            if "words" in hit.found_by] == []
    assert texts(library, "trust", kind="segment_count") == ["There are 60 acute trusts in segment 3."]


def test_a_kind_filter_looks_at_the_organisation_asked_for(library: Store) -> None:
    assert texts(library, "fined", kind="intervention", orgs=("RDU",))
    assert texts(library, "fined", kind="segment", orgs=("RDU",)) == []


def test_pages_of_results_follow_on_from_each_other(library: Store, embedder: Embedder) -> None:
    whole = [hit.text for hit in search(library, "trust segment measures", embedder=embedder, limit=50)]
    assert len(whole) > 3
    walked: list[str] = []
    offset: int | None = 0
    while offset is not None:
        page = answer(library, "trust segment measures", embedder=embedder, limit=2, offset=offset)
        walked.extend(hit.text for hit in page.items)
        offset = page.next_offset
    assert walked == whole


def test_passages_without_vectors_are_found_by_words(tmp_path: Path, embedder: Embedder) -> None:
    with Store(tmp_path / "mixed.db") as store:
        write(store, "plain", Told("A guidewire was retained.", "never_event", "retained_foreign_object"))
        assert open_vectors(store).count == 0
        assert [hit.found_by for hit in search(store, "guidewire", embedder=embedder)] == [("words",)]


AWKWARD = st.one_of(
    st.text(max_size=200),
    st.text(alphabet='"\'*:^-+()[]{}\\;%_,.\x00\ud800\u202e AND OR NOT NEAR', max_size=200),
    st.lists(st.sampled_from(["AND", "OR", "NOT", "NEAR(", '"', "-", "text:", "trust", "the", "'; DROP TABLE evidence;--", "\x00",
                              "*", "😀", "ß", "ﬁ", "İ", "ఌ", "e\u0301", "\ud800"]), max_size=30).map(" ".join),
    st.sampled_from(["a" * 10_000, "trust " * 2_000, '"' * 10_000, "-x " * 3_000, "(" * 10_000, "\x00" * 10_000]))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=AWKWARD)
def test_no_string_makes_search_raise(library: Store, embedder: Embedder, query: str) -> None:
    search(library, query, embedder=None)
    search(library, query, embedder=embedder, scope=SearchScope(orgs=("RX1",), kind="segment", since="2021"))
