"""Filters and facets give what looking at every passage gives, whatever is replaced or imported."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpora.organisations import Register
from corpora.schema import Passage, Reading, Segment
from corpora.store import Store
from corpora.store import search as searching_module
from corpora.store.scope import SearchScope
from tests.conftest import make_document
from tests.store.searching import ORGS, WORDS, by_looking, counted_by_looking, fill, store_document

REGISTER = Register.load()
SCOPES = st.builds(
    SearchScope, orgs=st.lists(st.sampled_from(ORGS), max_size=2, unique=True).map(tuple),
    kind=st.sampled_from((None, None, "concern", "rating", "incident")), subtype=st.sampled_from((None, None, "finance", "overall")),
    status=st.sampled_from((None, None, "current", "negated")),
    sources=st.sampled_from(((), (), (), ("news",), ("news", "papers"))), publisher=st.sampled_from((None, None, None, "The Gazette")),
    doc_type=st.sampled_from((None, None, None, "news", "board_paper")),
    since=st.sampled_from((None, None, None, "2021", "2021-01-01", "2021-09", "2021-09-15", "2021-09-16")),
    until=st.sampled_from((None, None, None, "2020", "2021", "2021-09", "2021-09-15", "2021-12-31", "2022-07-31")),
    segment=st.sampled_from((None, None, None, 2, 3, 4)), framework=st.sampled_from((None, None, None, "SOF", "NOF")),
    region=st.sampled_from((None, None, None, "Midlands", REGISTER.by_code["RDU"].region)),
    sector=st.sampled_from((None, None, None, REGISTER.by_code["RV5"].sector)))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("scope") / "store.db") as store:
        fill(store)
        for number in (3, 7, 23, 3):
            store_document(store, number, turn=1 + number % 2)
        yield store


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scope=SCOPES, word=st.sampled_from((None, *WORDS)))
def test_a_scope_holds_what_looking_at_every_passage_gives(filled: Store, scope: SearchScope, word: str | None) -> None:
    match = f'"{word}"' if word else None
    expected = by_looking(filled, scope, word)
    assert filled.passage_ids(scope=scope, match=match) == expected
    assert filled.within(range(1, 200), scope=scope, match=match) == expected
    if match:
        assert sorted(filled.passages_by_words(match, scope=scope, limit=500)) == expected
        assert filled.passages_by_words(match, scope=scope, limit=2) == filled.passages_by_words(match, scope=scope, limit=500)[:2]
    facets = filled.facets(scope=scope, match=match)
    counted = counted_by_looking(filled, expected)
    assert (facets.passages, facets.at_least) == (len(expected), False)
    for name, values in counted.items():
        assert {one.value: one.passages for one in getattr(facets, name)} == values, name


@pytest.mark.parametrize("scope", [SearchScope(segment=4), SearchScope(orgs=("RX1",), segment=4, framework="SOF"),
                                   SearchScope(kind="concern", status="current", segment=4)])
def test_the_segment_at_the_time_follows_what_is_imported_later(store: Store, scope: SearchScope) -> None:
    fill(store)
    before = store.passage_ids(scope=scope)
    store.add_segments([Segment(org=org, framework="SOF", segment=4, period="z", valid_from="2020-01-01", valid_to="2020-12-31",
                                source="three") for org in ORGS])
    after = store.passage_ids(scope=scope)
    assert set(before) < set(after)
    assert after == by_looking(store, scope)


@pytest.mark.parametrize("narrow", [0, 10_000])
@pytest.mark.parametrize("wide", [0, 100_000])
@pytest.mark.parametrize("common", [30, 30_000])
def test_however_a_scope_is_asked_the_same_passages_are_found(filled: Store, monkeypatch: pytest.MonkeyPatch, narrow: int, wide: int,
                                                             common: int) -> None:
    for name, value in (("NARROW", narrow), ("WIDE", wide), ("COMMON", common), ("FIRST", 4), ("STEP", 3)):
        monkeypatch.setattr(searching_module, name, value)
    filled._counted_at = None
    for scope in (SearchScope(orgs=("RX1", "RDU")), SearchScope(kind="concern", doc_type="news"), SearchScope(since="2021-09-15"),
                  SearchScope(segment=4), SearchScope(segment=4, status="current", until="2021")):
        found = filled.passages_by_words('"waits" OR "claim"', scope=scope, limit=500)
        assert sorted(found) == by_looking(filled, scope, "claim")
        told = filled.ranked_by_words('"waits" OR "claim"', scope=scope, limit=500, terms=("waits", "claim"))
        assert sorted(told.ids) == sorted(found)
        if common == 30 and narrow:
            waits = set(by_looking(filled, scope, "waits"))
            assert set(told.ids[:len(waits)]) == waits
    filled._counted_at = None


def test_more_passages_than_are_counted_make_every_facet_a_lower_bound(filled: Store) -> None:
    whole, part = filled.facets(), filled.facets(most=20)
    assert (whole.at_least, part.at_least, part.passages) == (False, True, 20)
    most = {one.value: one.passages for one in whole.orgs}
    assert all(one.passages <= most[one.value] for one in part.orgs)


def test_a_passage_is_ranked_by_its_words_whatever_it_is_filed_under(store: Store) -> None:
    text = "Waits grew.\n\nWaits grew."
    for number in range(4):
        store_document(store, number)
    document = make_document(text, document_id="x", published="2021-09-15", source="news", publisher="The Gazette")
    store.add_document(document)
    store.save_reading(Reading(document_id="x", reader="r", passages=(
        Passage(start=0, end=11), Passage(start=13, end=24, orgs=tuple(REGISTER.by_code)[:200]))))
    scores = store.db.execute("SELECT bm25(passage_words, 1, 1, 0) FROM passage_words WHERE passage_words MATCH '\"grew\"'").fetchall()
    assert len(scores) == 2
    assert scores[0] == scores[1]
    one, other = store.passages_by_words('"grew"')
    assert one < other


def test_a_page_that_holds_our_tokens_is_not_filed_under_them(store: Store) -> None:
    document = make_document("orgRX10 year2021 waits", title="orgRX10", document_id="hostile")
    store.add_document(document)
    store.save_reading(Reading(document_id="hostile", reader="r", passages=(Passage(start=0, end=22),)))
    assert store.passages_by_words('"waits"')
    assert store.passages_by_words('"waits"', scope=SearchScope(orgs=("RX1",))) == []
    assert store.facets().orgs == ()


def test_nothing_is_left_of_documents_that_are_replaced_and_no_id_is_given_twice(store: Store) -> None:
    fill(store)
    given = set(store.passage_ids())
    for turn in range(1, 4):
        for number in range(24):
            store_document(store, number, turn=turn)
        now = set(store.passage_ids())
        assert not now & given
        given |= now
    assert store.unindexed_passages() == 0
    store.check_word_index()
    for word in WORDS:
        assert store.passage_ids(match=f'"{word}"') == by_looking(store, SearchScope(), word)
    assert store.passage_ids(match='"claim"') == store.passage_ids()


def test_words_that_very_many_passages_hold_are_told_apart(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled.rare_and_common(("claim", "waits", "nowhere")).common == ()
    monkeypatch.setattr(searching_module, "RANKED", 60)
    told = filled.rare_and_common(("claim", "waits", "nowhere"))
    assert (told.rare, told.common) == (("waits", "nowhere"), ("claim",))
    assert filled.rare_and_common(("claim",)).common == ()
    ranked = filled.ranked_by_words('"claim"', limit=100)
    assert not ranked.of_all
    assert sorted(ranked.ids) == filled.passage_ids()[-60:]


OLD_TAGS = "SELECT p.id, p.document_id, p.start, p.end, p.tags, d.published FROM passages p JOIN documents d ON d.id = p.document_id"


def test_a_store_of_before_is_brought_over_without_reading_again(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Store(path) as store:
        fill(store)
        expected = {word: store.passages_by_words(f'"{word}"', limit=500) for word in WORDS}
        facets = store.facets()
    _made_old(path)
    with pytest.raises(Exception, match="older version"):
        Store(path, read_only=True)
    with Store(path) as store:
        assert {word: store.passages_by_words(f'"{word}"', limit=500) for word in WORDS} == expected
        assert store.facets() == facets
        assert store.count_unread("by-hand") == 0
        for scope in (SearchScope(orgs=("RX1",)), SearchScope(kind="concern", status="current"), SearchScope(since="2021-09")):
            assert store.passage_ids(scope=scope) == by_looking(store, scope)
        store_document(store, 3, turn=1)
        assert store.unindexed_passages() == 0
        store.check_word_index()


def _made_old(path: Path) -> None:
    """Put the index back into the shape that m002 and m006 left it in."""
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
    for passage_id, document_id, start, end, tags, published in connection.execute(OLD_TAGS).fetchall():
        orgs = [tag[:-1] for tag in tags.split() if tag.startswith("org")]
        old = " ".join([*orgs, *([f"month{published[:7].replace('-', '')}"] if published else [])])
        text, title = connection.execute("SELECT text, title FROM documents WHERE id = ?", [document_id]).fetchone()
        connection.execute("UPDATE passages SET tags = ? WHERE id = ?", [old, passage_id])
        connection.execute("INSERT INTO passage_words (rowid, text, title, tags) VALUES (?, ?, ?, ?)",
                           [passage_id, text[start:end], title, old])
    connection.executescript("DROP TABLE tag_names; DROP TABLE passage_counter; DROP INDEX documents_published;")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm007_filters'")
    connection.commit()
    connection.close()


def test_a_scope_that_no_organisation_satisfies_holds_nothing_whatever_is_asked_of_it(filled: Store) -> None:
    nobody = SearchScope(orgs=(ORGS[0],), region="nowhere")
    assert list(filled.passage_ids(scope=nobody, match=f'"{WORDS[0]}"')) == []
    assert filled.passages_by_words(f'"{WORDS[0]}"', scope=nobody) == []
    filled.facets(scope=nobody, match=f'"{WORDS[0]}"')
    filled.facets(scope=nobody)
