"""Earlier versions of documents: when each was replaced, what it was called, and what was changed in its text."""

from __future__ import annotations

import datetime
import zlib

from corpora.schema import Document, PartialDate, Record
from corpora.store.connection import Connection
from corpora.store.differences import differences


class Version(Record):
    """A document as it was until ``replaced_at``; the newest text is the document's own."""

    number: int
    """Counted from 1, the oldest."""
    replaced_at: str
    """When the newer text was seen: ``2026-11-21T09:30:00Z``."""
    capture_id: str | None
    """The bytes that it was read from."""
    title: str
    published: PartialDate | None
    added: int
    """Lines of the newer text that this one has not."""
    removed: int
    """Lines of this text that the newer one has not."""


class FormerEvidence(Record):
    """A piece of evidence that was filed from a text that was changed since."""

    id: str
    document_id: str
    version: int
    """The number of the last version that said so."""


class Versions(Connection):
    """Writing and asking for what documents were before."""

    def versions(self, document_id: str) -> list[Version]:
        """The earlier versions of a document, the oldest first."""
        return [Version(number=number, replaced_at=at, capture_id=capture_id, title=title, published=published, added=added,
                        removed=removed)
                for number, (at, capture_id, title, published, added, removed) in enumerate(self.db.execute(
                    "SELECT replaced_at, capture_id, title, published, added, removed FROM versions WHERE document_id = ? "
                    "ORDER BY id", [document_id]).fetchall(), start=1)]

    def version_diff(self, document_id: str, number: int) -> str | None:
        """How the version of this number became the next: a unified diff; None where there is no such version."""
        row = self.db.execute("SELECT diff FROM versions WHERE document_id = ? ORDER BY id LIMIT 1 OFFSET ?",
                              [document_id, number - 1]).fetchone() if number > 0 else None
        return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else None

    def former_evidence(self, evidence_id: str) -> FormerEvidence | None:
        """Where evidence was quoted that no text holds any more; None where there was none, or a reader dropped it."""
        row = self.db.execute("SELECT document_id, version FROM former_evidence WHERE id = ?", [evidence_id]).fetchone()
        return FormerEvidence(id=evidence_id, document_id=row[0], version=row[1]) if row else None

    def _keep_former_evidence(self, document_id: str) -> None:
        """A version was kept: what was filed from it is remembered by its id. What the newer text says too is evidence again."""
        self.db.execute(
            "INSERT OR REPLACE INTO former_evidence (id, document_id, version) "
            "SELECT id, document_id, (SELECT count(*) FROM versions WHERE document_id = ?1) FROM evidence WHERE document_id = ?1",
            [document_id])

    def _keep_version(self, stored: Document, document: Document, *, at: str | None) -> None:
        """The stored document is about to be replaced by this one, which was seen at this time (now, where none is given)."""
        found = differences(stored.text, document.text)
        self.db.execute(
            "INSERT INTO versions (document_id, replaced_at, capture_id, title, published, added, removed, diff) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [stored.id, at or datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
             stored.capture_id, stored.title, stored.published_on, found.added, found.removed,
             zlib.compress(found.diff.encode("utf-8", "surrogatepass"))])
