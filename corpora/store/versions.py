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

    def _keep_version(self, stored: Document, document: Document, *, at: str | None) -> None:
        """The stored document is about to be replaced by this one, which was seen at this time (now, where none is given)."""
        found = differences(stored.text, document.text)
        self.db.execute(
            "INSERT INTO versions (document_id, replaced_at, capture_id, title, published, added, removed, diff) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [stored.id, at or datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
             stored.capture_id, stored.title, stored.published_on, found.added, found.removed,
             zlib.compress(found.diff.encode("utf-8", "surrogatepass"))])
