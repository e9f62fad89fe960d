"""The spaCy pipeline: a blank English tokeniser and three components of ours.

``softintel_layout`` lays the text out, ``softintel_organisations`` links names to ODS codes, ``softintel_evidence`` reads
claims of every kind. A ``Doc`` then carries ``doc.spans["organisations"]`` and ``doc.spans["evidence"]`` for spaCy users;
``Pipeline.read`` gives the same as records.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from corpora.organisations import Register
from corpora.schema import Document, Evidence, Passage, Reading
from nlp.decide import decide
from nlp.embed import Embedder, to_bytes
from nlp.kinds import kinds
from nlp.layout import lay_out
from nlp.organisations import Linker
from nlp.organisations.mentions import mentions_of
from nlp.passages import passages_of
from nlp.reconcile import reconcile
from nlp.settle import settled
from nlp.sheet import Claim, Sheet

READER_VERSION = f"softintel-{version('softintel')}-1"
"""Raise the last number with every change of what is read, so that stores are read again."""


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
    """Read the claims of every kind; the same claim twice is kept once, in its surest wording."""
    sheet: Sheet = doc.user_data["sheet"]
    claims = distinct_claims(settled(reconcile(sheet, [
        claim for kind in kinds() for trigger in kind.find(sheet) for claim in decide(sheet, trigger)])))
    doc.user_data["claims"] = claims
    doc.spans["evidence"] = [
        span for claim in claims for span in [_span(doc, claim.start, claim.end, claim.kind)] if span is not None]
    return doc


def create_language() -> Language:
    """A blank English spaCy pipeline with the three components."""
    nlp = spacy.blank("en")
    nlp.max_length = 20_000_000
    for name in ("softintel_layout", "softintel_organisations", "softintel_evidence"):
        nlp.add_pipe(name)
    return nlp


class Pipeline:
    """Reads documents into evidence. Load once, read many."""

    version = READER_VERSION

    def __init__(self, nlp: Language, embedder: Embedder | None) -> None:
        self.nlp = nlp
        self.embedder = embedder

    @classmethod
    def load(cls, *, embed: bool = True) -> Pipeline:
        """The pipeline over the packaged register; ``embed`` adds passage vectors from the packaged model."""
        return cls(create_language(), Embedder.load() if embed else None)

    def read(self, document: Document) -> Reading:
        """All that this version finds in one document. Quotes are ``document.text[start:end]``, always."""
        sheet, claims = self._understand(document)
        return Reading(
            document_id=document.id, reader=self.version,
            mentions=mentions_of(sheet),
            evidence=tuple(_evidence(document, claim) for claim in claims),
            passages=self._embedded(document, passages_of(sheet, claims)))

    def _understand(self, document: Document) -> tuple[Sheet, tuple[Claim, ...]]:
        with self.nlp.memory_zone():
            doc = self.nlp.make_doc(document.text)
            doc.user_data["document"] = document
            for _, component in self.nlp.pipeline:
                doc = component(doc)
            return doc.user_data["sheet"], doc.user_data["claims"]

    def _embedded(self, document: Document, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        if self.embedder is None or not passages:
            return passages
        vectors = self.embedder.embed([document.text[p.start:p.end] for p in passages])
        return tuple(passage.model_copy(update={"vector": to_bytes(vector)})
                     for passage, vector in zip(passages, vectors, strict=True))


def distinct_claims(claims: list[Claim]) -> tuple[Claim, ...]:
    """Each (kind, subtype, organisation, value, status) once, in its surest and then earliest wording, in text order."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.kind, claim.subtype, claim.org, claim.org_text if claim.org is None else None, claim.value, claim.status)
        held = best.get(key)
        if held is None or (-claim.confidence, claim.start) < (-held.confidence, held.start):
            best[key] = claim
    return tuple(sorted((replace(claim) for claim in best.values()), key=lambda claim: (claim.start, claim.end, claim.kind)))


def _evidence(document: Document, claim: Claim) -> Evidence:
    return Evidence(
        id=Evidence.make_id(document.id, claim.kind, claim.subtype, claim.org, claim.org_text, claim.value, claim.status),
        document_id=document.id, kind=claim.kind, subtype=claim.subtype, org=claim.org, org_text=claim.org_text,
        value=claim.value, status=claim.status, date=claim.date, quote=document.text[claim.start:claim.end],
        start=claim.start, end=claim.end, confidence=claim.confidence, rule=claim.rule, reported_by=claim.reported_by)


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")
