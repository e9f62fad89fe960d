"""The reading as spaCy components. The documents are invented."""

from __future__ import annotations

import subprocess
import sys

from nlp.components import create_language
from nlp.pipeline import Pipeline
from tests.conftest import make_document

TEXT = ("Barts Health NHS Trust is in segment 4. Its maternity unit was rated inadequate by the Care Quality Commission, and the trust "
        "reported two never events in May.\n\nThe café on the ground floor has reopened.")


def test_a_doc_carries_what_the_pipeline_reads() -> None:
    document = make_document(TEXT, published="2025-03-01")
    reading = Pipeline.load(embed=False).read(document)
    language = create_language()
    doc = language.make_doc(document.text)
    doc.user_data["document"] = document
    for _, component in language.pipeline:
        doc = component(doc)
    assert [(claim.kind, claim.start, claim.end, claim.status) for claim in doc.user_data["claims"]] == [
        (evidence.kind, evidence.start, evidence.end, evidence.status) for evidence in reading.evidence]
    named = [mention for mention in reading.mentions if not mention.text.lower().startswith("the trust")]
    assert [(span.start_char, span.label_) for span in doc.spans["organisations"]] == [(m.start, m.code) for m in named]
    assert {span.label_ for span in doc.spans["evidence"]} == {evidence.kind for evidence in reading.evidence}


def test_a_text_alone_is_read_as_well() -> None:
    doc = create_language()(TEXT)
    assert {span.label_ for span in doc.spans["organisations"]} == {"R1H"}


def test_reading_never_imports_spacy() -> None:
    code = "import sys, nlp.pipeline, nlp.reading; nlp.pipeline.Pipeline.load(embed=False); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
