"""The rows of a corpus, and the manifest that describes them."""

from __future__ import annotations

from corpora.export.selection import Selection
from corpora.schema import DocumentType, OdsCode, PartialDate, Record, Status, Value


class CorpusDocument(Record):
    """One document. ``text`` is None where its licence does not allow it to be passed on."""

    id: str
    title: str
    url: str | None
    publisher: str | None
    doc_type: DocumentType
    published: PartialDate | None
    published_method: str | None
    published_reliability: float | None
    licence: str | None
    source: str | None
    orgs: tuple[OdsCode, ...]
    """The organisations it names, by code."""
    text: str | None
    text_length: int
    """Code points; offsets of evidence count them."""
    text_sha256: str
    """Of the text in UTF-8: whoever fetches the document again can tell whether it is the same."""
    copy_cluster: str | None
    """What near-duplicates in the store share, syndicated stories above all: the least of their documents' ids, which need not be
    in this corpus. None where no other document is a copy. Split training from test sets by it, and count a story once."""


class CorpusEvidence(Record):
    """One piece of evidence. ``quote`` is None where it is too long for a quotation from a text that may not be passed on."""

    id: str
    document_id: str
    kind: str
    subtype: str
    org: OdsCode | None
    org_text: str | None
    value: Value
    status: Status
    date: PartialDate | None
    quote: str | None
    start: int
    end: int
    page: int | None
    page_label: str | None
    """The number printed on that page."""
    section: str | None
    """The part of the document that the quote stands in: ``Item 9: Integrated performance report``."""
    confidence: float
    rule: str
    reported_by: str | None
    published: PartialDate | None
    url: str | None


class CorpusFile(Record):
    """One file of a corpus."""

    sha256: str
    bytes: int
    rows: int | None = None


class CorpusManifest(Record):
    """What a corpus holds. Says nothing that changes from one run to the next on the same database."""

    name: str
    softintel: str
    readers: tuple[str, ...]
    selection: Selection
    documents: int
    full_texts: int
    evidence: int
    counts: dict[str, dict[str, int]]
    """Documents by ``doc_type``, ``publisher``, ``year`` and ``licence``; evidence by ``kind``, ``status`` and ``org``."""
    files: dict[str, CorpusFile]
