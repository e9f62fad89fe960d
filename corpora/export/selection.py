"""Which documents and evidence go into a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpora.organisations import Register
from corpora.schema import CitedEvidence, Document, DocumentType, OdsCode, PartialDate, Record, Slug
from corpora.store import Store

ALL = 1_000_000


class Selection(Record):
    """A choice of documents and evidence; what is empty or None chooses all."""

    orgs: tuple[OdsCode, ...] = ()
    """Documents that name, and evidence about, any of these."""
    predecessors: bool = False
    """Count the organisations that these took over from as these."""
    kinds: tuple[Slug, ...] = ()
    """Evidence of these kinds, and documents that hold some."""
    doc_types: tuple[DocumentType, ...] = ()
    since: PartialDate | None = None
    """Published on or after this date; leaves out what has no date."""
    until: PartialDate | None = None
    """Published on or before this date, or within this month or year; leaves out what has no date."""

    def codes(self, register: Register) -> frozenset[OdsCode]:
        """The codes that are meant, predecessors included where they are asked for."""
        if not self.predecessors:
            return frozenset(self.orgs)
        return frozenset(code for org in self.orgs for code in register.lineage(org))

    def holds_date(self, published: PartialDate | None) -> bool:
        """Whether a document published then is chosen."""
        if self.since is None and self.until is None:
            return True
        if published is None:
            return False
        late_enough = self.since is None or published >= self.since
        return late_enough and (self.until is None or published[:len(self.until)] <= self.until)


class Selected(NamedTuple):
    """A chosen document with the chosen evidence in it, in the order of the text."""

    document: Document
    orgs: tuple[OdsCode, ...]
    evidence: tuple[CitedEvidence, ...]


def select(store: Store, documents: Iterable[Document], selection: Selection, register: Register) -> Iterator[Selected]:
    """Those of the store's documents that are chosen, with what is chosen of their evidence."""
    codes = selection.codes(register)
    for document in documents:
        if selection.doc_types and document.doc_type not in selection.doc_types:
            continue
        if not selection.holds_date(document.published_on):
            continue
        evidence = sorted(
            (cited for cited in store.evidence(document_id=document.id, limit=ALL)
             if (not codes or cited.evidence.org in codes) and (not selection.kinds or cited.evidence.kind in selection.kinds)),
            key=lambda cited: (cited.evidence.start, cited.evidence.end, cited.evidence.id))
        orgs = tuple(sorted({mention.code for mention in store.mentions(document.id)}))
        if selection.kinds and not evidence:
            continue
        if codes and not evidence and not codes & set(orgs):
            continue
        yield Selected(document, orgs, tuple(evidence))
