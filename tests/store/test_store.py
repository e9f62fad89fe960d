"""The store: idempotent, atomic, and unable to hold a quote that its document does not say. All documents are invented."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.errors import UsersMistake
from corpora.schema import Event, Issue, Page, Passage, PublicationDate, Reading, Segment
from corpora.store import MisquotedEvidence, Store
from tests.conftest import make_document, make_evidence

TEXT = "Nottingham University Hospitals is in segment 4. Its board met on Tuesday."


def test_the_same_document_twice_changes_nothing(store: Store) -> None:
    document = make_document(TEXT, published="2025-09", pages=(Page(number=1, start=0, end=len(TEXT)),))
    assert store.add_document(document)
    assert not store.add_document(document)
    assert store.document("d1") == document
    assert store.count_documents() == 1


def test_a_changed_document_is_read_again_and_its_old_words_are_forgotten(store: Store) -> None:
    document = make_document(TEXT)
    store.add_document(document)
    store.save_reading(Reading(document_id="d1", reader="r1", evidence=(make_evidence(document, "segment 4"),),
                               passages=(Passage(start=0, end=48, orgs=("RX1",)),)))
    assert store.unread_documents("r1") == []
    assert store.passages_by_words('"nottingham"') != []
    store.add_document(make_document("Something else entirely."))
    assert [unread.id for unread in store.unread_documents("r1")] == ["d1"]
    assert store.passages_by_words('"nottingham"') == []
    assert store.evidence() == []
    store.db.execute("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')")


def test_a_reading_of_a_document_that_was_replaced_meanwhile_is_not_kept(store: Store) -> None:
    read = make_document(TEXT)
    store.add_document(read)
    now = make_document("Something else entirely.")
    store.add_document(now)
    stale = Reading(document_id="d1", reader="r1", passages=(Passage(start=0, end=len(TEXT)),))
    assert not store.save_reading(stale, of=read)
    assert store.unread_documents("r1") == [now]
    assert store.passage_ids() == []
    assert store.save_reading(Reading(document_id="d1", reader="r1"), of=now)
    assert store.count_unread("r1") == 0


def test_the_same_events_again_change_nothing(store: Store) -> None:
    events = [Event(id=name, org="RX1", kind="rating", subtype="overall", value=value, date=None, evidence_ids=("a", "b"))
              for name, value in (("b", "good"), ("a", None))]
    store.replace_events(events)
    with Store(store.path, read_only=True) as other:
        before = other.state()
        store.replace_events(reversed(events))
        assert other.state() == before
        store.replace_events(events[:1])
        assert other.state() != before
        assert [event.id for event in other.events()] == ["b"]


def test_a_misquoted_piece_of_evidence_is_refused_and_nothing_of_its_reading_stored(store: Store) -> None:
    document = make_document(TEXT)
    store.add_document(document)
    right = make_evidence(document, "segment 4")
    wrong = right.model_copy(update={"id": "other", "start": right.start + 1, "end": right.end + 1})
    with pytest.raises(MisquotedEvidence, match="segment 4"):
        store.save_reading(Reading(document_id="d1", reader="r1", evidence=(right, wrong)))
    assert store.evidence() == []
    assert store.count_unread("r1") == 1


@pytest.mark.parametrize("date", ["2021-02-30", "2021-13", "0000", "2021-9-1", "2021-W05-1", "20210915", "2021-09-15T10:00", ""])
def test_a_date_that_no_calendar_has_cannot_be_stored(date: str) -> None:
    with pytest.raises(ValueError):
        PublicationDate(date=date, method="given", reliability=1.0)


def test_evidence_whose_offsets_do_not_fit_its_quote_cannot_be_made() -> None:
    document = make_document(TEXT)
    with pytest.raises(ValueError, match="does not fit"):
        make_evidence(document, "segment 4", end=3)


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=200).filter(lambda text: not any("\ud800" <= letter <= "\udfff" for letter in text)),
       data=st.data())
def test_any_quote_of_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = make_document(text)
    with Store(tmp_path_factory.mktemp("unicode") / "store.db") as store:
        store.add_document(document)
        evidence = make_evidence(document, text[start:end]).model_copy(update={"start": start, "end": end})
        store.save_reading(Reading(document_id="d1", reader="r", evidence=(evidence,), passages=(Passage(start=start, end=end),)))
        found = store.evidence()[0].evidence
        stored = store.document("d1")
        assert stored is not None
        assert stored.text[found.start:found.end] == found.quote == text[start:end]
        store.add_document(make_document("changed"))  # forgetting must find the very words again
        store.db.execute("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')")


def test_evidence_pages_walk_everything_once(store: Store) -> None:
    for number in range(30):
        document = make_document(TEXT, document_id=f"d{number:02d}", published=None if number % 7 == 0 else f"2024-0{number % 9 + 1}-11")
        store.add_document(document)
        store.save_reading(Reading(document_id=document.id, reader="r", evidence=(make_evidence(document, "segment 4"),)))
    seen: list[str] = []
    after: tuple[str, str] | None = None
    while page := store.evidence(after=after, limit=7):
        seen.extend(cited.evidence.id for cited in page)
        after = (page[-1].citation.published or "", page[-1].evidence.id)
    assert len(seen) == len(set(seen)) == 30


def test_a_citation_names_the_page_a_quote_stands_on(store: Store) -> None:
    document = make_document(TEXT, pages=(Page(number=1, start=0, end=20), Page(number=2, start=20, end=len(TEXT))))
    store.add_document(document)
    citation = store.citation("d1", TEXT.index("segment"))
    assert citation is not None
    assert citation.page == 2


def test_segments_are_imported_once_and_a_later_release_corrects_an_earlier_one(store: Store) -> None:
    segment = Segment(org="RX1", framework="NOF 2025/26", segment=4, period="Q3 2025/26", valid_from="2025-10-01",
                      valid_to="2025-12-31", league_table="acute", score=3.21, rank=132, in_deficit=True, source="test",
                      publication="Q3 2025/26")
    assert store.add_segment(segment) == "imported"
    assert store.add_segment(segment) == "unchanged"
    assert store.add_segment(segment.model_copy(update={"segment": 5, "publication": "Q3 2025/26 v2"})) == "imported"
    assert [found.segment for found in store.segments(orgs=("RX1",))] == [5]
    assert store.latest_segments()["RX1"].segment == 5
    assert len(store.segments(orgs=("RX1",), every_publication=True)) == 2


def test_the_latest_segment_is_the_first_of_all_segments_whatever_sources_say(store: Store) -> None:
    for source, number, valid_from in (("B", 4, "2025-10-01"), ("A", 5, "2025-10-01"), ("A", 2, "2025-07-01"), ("A", None, "2026-01-01")):
        store.add_segment(Segment(org="RX1", framework="NOF 2025/26", segment=number, period=valid_from, valid_from=valid_from,
                                  rank=1, source=source))
    published = [segment for segment in store.segments(orgs=("RX1",)) if segment.segment is not None]
    assert store.latest_segments() == {"RX1": published[0]}
    assert published[0].segment == 5


def test_an_issue_is_kept_once(store: Store) -> None:
    for _ in range(2):
        store.add_issue(Issue(stage="add", where="a.pdf", reason="no text in it"))
    assert len(store.issues()) == 1


def test_the_issues_of_a_place_are_those_found_there_last(store: Store) -> None:
    def add(where: str, reason: str = "broken") -> Issue:
        issue = Issue(stage="add", where=where, reason=reason)
        store.add_issue(issue)
        return issue

    mended, kept, page = add("a.jsonl, line 2"), add("a.jsonl, line 3"), add("a.jsonl, https://example.org/x, y")
    others = [add("a.jsonl2"), add("a.jsonl, too.txt"), add("b/a.jsonl"), add("a")]
    row = store.db.execute('SELECT id, seen_at FROM issues WHERE "where" = ?', [kept.where]).fetchone()
    whole = Issue(stage="add", where="a.jsonl", reason="cut short")
    store.replace_issues("segments", "a.jsonl")
    assert mended in store.issues()
    store.replace_issues("add", "a.jsonl", [kept, whole])
    assert store.issues() == [kept, *others, whole]
    assert page not in store.issues()
    assert store.db.execute('SELECT id, seen_at FROM issues WHERE "where" = ?', [kept.where]).fetchone() == row
    store.replace_issues("add", "a.jsonl", parts=False)
    assert store.issues() == [kept, *others]


@pytest.mark.parametrize("make", [
    pytest.param(lambda path: path / "missing" / "store.db", id="folder that is not there"),
    pytest.param(lambda path: path, id="a folder"),
    pytest.param(lambda path: _written(path / "notes.txt"), id="a file that is no database"),
])
def test_a_database_that_cannot_be_opened_is_the_users_mistake(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    path = make(tmp_path)
    with pytest.raises(UsersMistake, match=str(path.name)):
        Store(path)


def _written(path: Path) -> Path:
    path.write_text("These are notes and no database, long enough to be read as a header.\n" * 3)
    return path


def test_a_reader_sees_the_store_and_cannot_write(store: Store) -> None:
    store.add_document(make_document(TEXT))
    with Store(store.path, read_only=True) as reader:
        assert reader.count_documents() == 1
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.add_document(make_document("other", document_id="d2"))


def test_a_missing_database_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(UsersMistake, match="no such database"):
        Store(tmp_path / "none.db", read_only=True)
    assert not (tmp_path / "none.db").exists()
