"""Copies in the store: clusters, what is counted once, and what happens when a text changes. Every text is invented."""

from __future__ import annotations

import pytest

from api.alerts import evaluate
from corpora.store import Store
from nlp.pipeline import Pipeline
from nlp.reading import find_copies, read_new_documents
from tests.conftest import make_document
from tests.nlp.syndication import stories

STORY, OTHER = stories(0)
COPY = "A headline of our own\n\nBy Jo Example\n\n" + "\n\n".join(STORY.split("\n\n")[:5])


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load(embed=False)


def add(store: Store, document_id: str, text: str, published: str, publisher: str) -> None:
    store.add_document(make_document(text, document_id=document_id, published=published, publisher=publisher,
                                     title=f"Story {document_id}", doc_type="news"))


@pytest.fixture
def read(store: Store, pipeline: Pipeline) -> Store:
    """A story, a copy of it and another paper's own story of the same event, read."""
    add(store, "copy", COPY, "2024-03-14", "The Copying Post")
    add(store, "first", STORY, "2024-03-12", "The Invented Gazette")
    add(store, "own", OTHER, "2024-03-13", "The Independent Example")
    read_new_documents(store, pipeline)
    return store


def test_copies_are_in_one_cluster_and_another_story_is_not(read: Store) -> None:
    assert read.clusters() == {"copy": "copy", "first": "copy"}
    assert read.copies_of("first") == ["copy"]
    assert read.copies_of("own") == []


def test_evidence_that_a_copy_only_tells_again_is_marked_and_counted_once(read: Store) -> None:
    everything = {(cited.evidence.document_id, cited.evidence.subtype): cited for cited in read.evidence()}
    first, copied = everything["first", "warning_notice"], everything["copy", "warning_notice"]
    assert (first.copy_of, copied.copy_of) == (None, first.evidence.id)
    assert [citation.publisher for citation in first.also_published_by] == ["The Copying Post"]
    assert "copy" not in {cited.evidence.document_id for cited in read.evidence(without_copies=True)}
    assert read.count_evidence()["intervention"] == len(
        [cited for cited in everything.values() if cited.evidence.kind == "intervention" and cited.copy_of is None])
    assert sum(read.evidence_totals().values()) == sum(sum(months.values()) for months in read.evidence_by_month(orgs=("RDU",)).values())


def test_an_event_counts_its_independent_sources_and_so_does_its_alert(read: Store) -> None:
    event = next(event for event in read.events() if event.subtype == "warning_notice")
    assert (len(event.evidence_ids), event.independent_sources) == (3, 2)
    alert = next(alert for alert in evaluate(read) if alert.event_id == event.id)
    assert alert.independent_sources == 2


def test_reading_again_changes_nothing(read: Store, pipeline: Pipeline) -> None:
    with Store(read.path, read_only=True) as watcher:
        before = watcher.state()
        assert read_new_documents(read, pipeline).read == 0
        assert watcher.state() == before


def test_a_copy_that_comes_later_joins(read: Store, pipeline: Pipeline) -> None:
    add(read, "late", f"{COPY}\n\nFollow us for more.", "2024-03-20", "The Late Example")
    read_new_documents(read, pipeline)
    assert read.copies_of("first") == ["copy", "late"]
    assert read.count_evidence() == {**read.count_evidence()}
    assert {cited.copy_of is not None for cited in read.evidence(document_id="late")} == {True}


def test_when_a_text_changes_its_cluster_is_made_anew(read: Store, pipeline: Pipeline) -> None:
    add(read, "first", "Frimley Health opened a garden. " * 12, "2024-03-12", "The Invented Gazette")
    assert read.clusters() == {}
    read_new_documents(read, pipeline)
    assert read.clusters() == {}
    assert {cited.copy_of for cited in read.evidence()} == {None}


def test_a_claim_that_only_a_copy_makes_is_its_own(store: Store, pipeline: Pipeline) -> None:
    add(store, "first", STORY, "2024-03-12", "The Invented Gazette")
    add(store, "copy", f"{STORY}\n\nFrimley Health was fined £20,000 last week.", "2024-03-14", "The Copying Post")
    read_new_documents(store, pipeline)
    assert {(cited.evidence.subtype, cited.copy_of is None) for cited in store.evidence(document_id="copy")
            if cited.evidence.kind == "intervention"} == {("warning_notice", False), ("prosecution", True)}


def test_documents_of_the_very_same_words_are_copies_however_many(store: Store) -> None:
    for number in range(60):
        add(store, f"page-{number:02}", STORY, "2024-03-12", f"Paper {number}")
    find_copies(store)
    assert len(set(store.clusters().values())) == 1
    assert len(store.clusters()) == 60
