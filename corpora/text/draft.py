"""What a format reader makes of bytes, before they have an identity."""

from __future__ import annotations

from corpora.schema import Document, DocumentType, Extraction, Page, PublicationDate, Record, Section


class Draft(Record):
    """The readable text of some bytes, and what they say of themselves."""

    text: str
    title: str = ""
    url: str | None = None
    """The address the document claims for itself (``rel=canonical``)."""
    publisher: str | None = None
    doc_type: DocumentType = "other"
    published: PublicationDate | None = None
    licence: str | None = None
    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()
    extraction: Extraction = "whole"


class FileDocument(Record):
    """A document that neither states an id nor was fetched from an address: where it was read says which one it is."""

    document: Document
    """Its id is what its bytes are called."""
    member: str = ""
    """What it is called in a ZIP file; empty for a file of its own."""
