"""The reading as spaCy components, for those who work in spaCy: a blank English tokeniser and three components of ours.

``softintel_layout`` lays the text out, ``softintel_organisations`` links names to ODS codes, ``softintel_evidence`` reads
claims of every kind. A ``Doc`` then carries ``doc.spans["organisations"]`` and ``doc.spans["evidence"]``. What is read is what
``nlp.pipeline.Pipeline.read`` gives as records; that needs no tokens, so it never imports spaCy, which takes seconds to.
"""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from corpora.organisations import Register
from corpora.schema import Document
from nlp.claims import claims_of
from nlp.kinds import kinds
from nlp.layout import lay_out
from nlp.learned import LearnedJudge
from nlp.organisations import Linker
from nlp.sheet import Sheet

LONGEST = 20_000_000
"""The longest text, in characters, that a spaCy pipeline of ours takes."""


@Language.component("softintel_layout", assigns=["doc.user_data"])
def lay_out_doc(doc: Doc) -> Doc:
    """Find the sentences of a document; its record may be in ``user_data["document"]``."""
    document: Document | None = doc.user_data.get("document")
    text = document.text if document else doc.text  # a Doc puts its text together anew each time it is asked
    doc.user_data["sheet"] = Sheet(
        text=text, sentences=lay_out(text),
        title=document.title if document else "",
        published=document.published_on if document else None,
        publisher=document.publisher if document else None,
        doc_type=document.doc_type if document else "other")
    return doc


class OrganisationLinker:
    """Links the names in a document to ODS codes."""

    def __init__(self, linker: Linker) -> None:
        self.linker = linker

    def __call__(self, doc: Doc) -> Doc:
        sheet = self.linker.link(doc.user_data["sheet"])
        doc.user_data["sheet"] = sheet
        doc.spans["organisations"] = [
            span for name in sheet.names if name.code and name.form != "anaphor"
            for span in [_span(doc, name.start, name.end, name.code)] if span is not None]
        return doc


@Language.factory("softintel_organisations", assigns=["doc.user_data", "doc.spans"])
def create_organisation_linker(nlp: Language, name: str) -> OrganisationLinker:
    """The component that links organisations, over the packaged register."""
    return OrganisationLinker(Linker(Register.load()))


@Language.component("softintel_evidence", assigns=["doc.user_data", "doc.spans"])
def read_doc(doc: Doc) -> Doc:
    """Read the claims of every kind."""
    sheet: Sheet = doc.user_data["sheet"]
    claims = claims_of(sheet, kinds(), LearnedJudge.load())
    doc.user_data["claims"] = claims
    doc.spans["evidence"] = [
        span for claim in claims for span in [_span(doc, claim.start, claim.end, claim.kind)] if span is not None]
    return doc


def create_language() -> Language:
    """A blank English spaCy pipeline with the three components."""
    nlp = spacy.blank("en")
    nlp.max_length = LONGEST
    for name in ("softintel_layout", "softintel_organisations", "softintel_evidence"):
        nlp.add_pipe(name)
    return nlp


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")
