"""Documents to readings: text laid out, organisations linked, claims of every kind read."""

from __future__ import annotations

from importlib.metadata import version

from corpora.organisations import Register
from corpora.schema import Document, Evidence, Passage, Reading
from nlp.claims import claims_of
from nlp.embed import Embedder, to_bytes
from nlp.gated_re import scanned, stretch
from nlp.judge import Judge
from nlp.kinds import kinds
from nlp.layout import lay_out
from nlp.learned import LearnedJudge
from nlp.narrowing import narrowed, widened
from nlp.organisations import Linker
from nlp.organisations.mentions import mentions_of
from nlp.organisations.passing import RawText
from nlp.passages import passages_of, passages_of_text
from nlp.sheet import Claim, Sheet
from nlp.triage import kinds_in

READER_VERSION = f"softintel-{version('softintel')}-6"
"""Raise the last number with every change of what is read, so that stores are read again."""


class Pipeline:
    """Reads documents into evidence. Load once, read many."""

    version = READER_VERSION

    def __init__(self, linker: Linker, embedder: Embedder | None, judge: Judge | None = None, *, triage: bool = True) -> None:
        self.linker = linker
        self.embedder = embedder
        self.judge = judge
        self.triage = triage

    @classmethod
    def load(cls, *, embed: bool = True, triage: bool = True, learned: bool = True) -> Pipeline:
        """The pipeline over the packaged register.

        Args:
            embed: add passage vectors from the packaged model.
            triage: pass over what the raw text shows to hold nothing. What is read is the same without, in many times the time.
            learned: let the packaged learned reader weigh what the rules say; without it the rules decide alone.
        """
        return cls(Linker(Register.load()), Embedder.load() if embed else None, LearnedJudge.load() if learned else None,
                   triage=triage)

    def read(self, document: Document) -> Reading:
        """All that this version finds in one document. Quotes are ``document.text[start:end]``, always."""
        narrow = narrowed(document.text)
        if narrow is not None:
            return widened(self.read(document.model_copy(update={"text": narrow.text})), narrow, document)
        if self.triage and self.holds_nothing(document):
            return Reading(document_id=document.id, reader=self.version,
                           passages=self._embedded(document, passages_of_text(document.text)))
        sheet, claims = self.understand(document)
        return Reading(
            document_id=document.id, reader=self.version,
            mentions=mentions_of(sheet),
            evidence=tuple(_evidence(document, claim) for claim in claims),
            passages=self._embedded(document, passages_of(sheet, claims)))

    def understand(self, document: Document) -> tuple[Sheet, tuple[Claim, ...]]:
        """The sheet of a document and its claims, before they are filed as records."""
        sheet = self.linker.link(sheet_of(document))
        named = sheet.home is not None or any(name.all_codes for name in sheet.names)
        present = kinds_in(RawText(sheet.title, sheet.text), named=named) if self.triage else kinds()
        return sheet, claims_of(sheet, present, self.judge)

    def holds_nothing(self, document: Document) -> bool:
        """Whether the raw text shows that nobody is named and nothing is claimed of nobody."""
        raw = RawText(document.title, document.text)
        return self.linker.names_nobody(document, raw) and not kinds_in(raw, named=False)

    def _embedded(self, document: Document, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        if self.embedder is None or not passages:
            return passages
        vectors = self.embedder.embed([document.text[p.start:p.end] for p in passages])
        return tuple(passage.model_copy(update={"vector": to_bytes(vector)})
                     for passage, vector in zip(passages, vectors, strict=True))


def sheet_of(document: Document) -> Sheet:
    """A document laid out, before its names are linked."""
    whole = scanned(f"{document.title}\n{document.text}")
    return Sheet(text=stretch(whole, len(document.title) + 1, len(whole)), sentences=lay_out(document.text), title=document.title,
                 published=document.published_on, publisher=document.publisher, doc_type=document.doc_type)


def _evidence(document: Document, claim: Claim) -> Evidence:
    return Evidence(
        id=Evidence.make_id(document.id, claim.kind, claim.subtype, claim.org, claim.org_text, claim.value, claim.status),
        document_id=document.id, kind=claim.kind, subtype=claim.subtype, org=claim.org, org_text=claim.org_text,
        value=claim.value, status=claim.status, date=claim.date, quote=document.text[claim.start:claim.end],
        start=claim.start, end=claim.end, confidence=claim.confidence, rule=claim.rule, reported_by=claim.reported_by)
