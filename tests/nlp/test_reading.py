"""Reading what is new. The documents are invented."""

from __future__ import annotations

from corpora.schema import Document, Reading
from corpora.store import Store
from corpora.store.scope import SearchScope
from nlp.pipeline import Pipeline
from nlp.reading import read_new_documents
from tests.conftest import make_document


class StumblingPipeline(Pipeline):
    """Our real pipeline, which meets a defect in one document until it is mended."""

    mended = False

    def read(self, document: Document) -> Reading:
        if document.id == "odd" and not self.mended:
            raise ValueError("an odd text")
        return super().read(document)


def test_one_document_that_cannot_be_read_is_put_aside_and_the_others_are_read(store: Store) -> None:
    for name in ("a", "odd", "z"):
        store.add_document(make_document(f"Barts Health NHS Trust is in segment 4. {name}", document_id=name, published="2025-03-01"))
    pipeline = StumblingPipeline.load(embed=False)
    report = read_new_documents(store, pipeline)
    assert (report.read, report.put_aside) == (2, 1)
    assert [(issue.stage, issue.where) for issue in store.issues()] == [("read", "odd")]
    assert "an odd text" in store.issues()[0].reason
    assert {cited.citation.document_id for cited in store.evidence()} == {"a", "z"}
    pipeline.mended = True
    assert read_new_documents(store, pipeline).read == 1
    assert store.issues() == []


def test_a_passage_is_found_under_every_organisation_that_its_evidence_is_about(store: Store) -> None:
    text = "Barts Health NHS Trust has published its papers.\n\n" + "The board met and heard from its guests. " * 30 + (
        "\n\nThe trust has been placed in segment 4 of the NHS Oversight Framework.")
    store.add_document(make_document(text, published="2025-09-01"))
    read_new_documents(store, Pipeline.load(embed=False))
    for cited in store.evidence():
        found = [store.passage_hit(passage_id, score=1.0, found_by=("words",))
                 for passage_id in store.passages_by_words('"segment"', scope=SearchScope(orgs=(str(cited.evidence.org),)))]
        assert any(hit.start <= cited.evidence.start < hit.end for hit in found)
