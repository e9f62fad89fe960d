"""Documents that are copies of one text, each in a cluster with the others, and the evidence that they only tell again."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.store.connection import Connection

MARKS = """
    SELECT id, first FROM (
        SELECT e.id, first_value(e.id) OVER (
            PARTITION BY f.cluster, e.kind, e.subtype, e.org, e.org_text, e.value, e.status
            ORDER BY e.sort_date = '', e.sort_date, e.document_id) AS first
        FROM evidence e JOIN fingerprints f ON f.document_id = e.document_id
        WHERE f.cluster IN (SELECT cluster FROM fingerprints GROUP BY cluster HAVING count(*) > 1))
    WHERE id <> first"""
"""Evidence of a copy, and the same claim in the one published first. What only one of the copies claims is nobody's copy."""


class Copies(Connection):
    """Writing and reading which documents are copies."""

    def unfingerprinted(self, method: str, *, limit: int = 200) -> list[str]:
        """Up to ``limit`` ids of documents whose present text has no fingerprint of this method."""
        return [str(document_id) for (document_id,) in self.db.execute(
            "SELECT d.id FROM documents d LEFT JOIN fingerprints f ON f.document_id = d.id "
            "WHERE f.document_id IS NULL OR f.method <> ? ORDER BY d.id LIMIT ?", [method, limit])]

    def add_fingerprint(self, document_id: str, *, method: str, exact: str, bands: Sequence[int]) -> None:
        """Keep what a document is compared by; it is a cluster of its own until it joins another."""
        with self.atomic():
            self._forget_fingerprint(document_id)
            self.db.execute("INSERT INTO fingerprints (document_id, method, exact, cluster) VALUES (?, ?, ?, ?)",
                            [document_id, method, exact, document_id])
            self.db.conn.executemany("INSERT OR IGNORE INTO bands (band, document_id) VALUES (?, ?)",
                                     [(band, document_id) for band in bands])

    def alike(self, document_id: str, *, exact: str, bands: Sequence[int], limit: int = 50) -> list[str]:
        """Other documents worth comparing with one: of the same words, then those that share most bands, one of each cluster."""
        same = self.db.execute("SELECT document_id, cluster FROM fingerprints WHERE exact = ? AND document_id <> ? "
                               "ORDER BY document_id LIMIT ?", [exact, document_id, limit]).fetchall()
        near = self.db.execute(
            "SELECT b.document_id, f.cluster FROM bands b JOIN fingerprints f ON f.document_id = b.document_id "
            f"WHERE b.band IN ({', '.join('?' * len(bands))}) AND b.document_id <> ? GROUP BY b.document_id "
            "ORDER BY count(*) DESC, b.document_id LIMIT ?", [*bands, document_id, limit]).fetchall() if bands else []
        return list(dict.fromkeys(str(found) for found, _ in [*same, *near]))

    def join_copies(self, document_id: str, other_id: str) -> None:
        """Put two documents, with all that are copies of either, into one cluster."""
        with self.atomic():
            clusters = sorted({self.cluster_of(document_id), self.cluster_of(other_id)})
            self.db.conn.executemany("UPDATE fingerprints SET cluster = ? WHERE cluster = ?",
                                     [(clusters[0], cluster) for cluster in clusters[1:]])

    def cluster_of(self, document_id: str) -> str:
        """The cluster of a document: its own id where it is no copy, or has not been compared."""
        row = self.db.execute("SELECT cluster FROM fingerprints WHERE document_id = ?", [document_id]).fetchone()
        return str(row[0]) if row else document_id

    def clusters(self) -> dict[str, str]:
        """The cluster of every document that has copies."""
        return {str(document_id): str(cluster) for document_id, cluster in self.db.execute(
            "SELECT document_id, cluster FROM fingerprints WHERE cluster IN "
            "(SELECT cluster FROM fingerprints GROUP BY cluster HAVING count(*) > 1)")}

    def copies_of(self, document_id: str) -> list[str]:
        """The other documents of its cluster, the earliest published first."""
        return [str(other) for (other,) in self.db.execute(
            "SELECT f.document_id FROM fingerprints f JOIN documents d ON d.id = f.document_id "
            "WHERE f.cluster = (SELECT cluster FROM fingerprints WHERE document_id = ?) AND f.document_id <> ? "
            "ORDER BY d.published IS NULL, d.published, d.id", [document_id, document_id])]

    def mark_copies(self) -> None:
        """Mark the evidence that copies only tell again; where nothing is new, nothing changes."""
        with self.atomic():
            wanted = {str(id_): str(first) for id_, first in self.db.execute(MARKS)}
            stored = {str(id_): str(first) for id_, first in self.db.execute(
                "SELECT id, copy_of FROM evidence WHERE copy_of IS NOT NULL")}
            changes = [(wanted.get(id_), id_) for id_ in {**stored, **wanted} if wanted.get(id_) != stored.get(id_)]
            self.db.conn.executemany("UPDATE evidence SET copy_of = ? WHERE id = ?", changes)

    def _forget_fingerprint(self, document_id: str) -> None:
        """A document's text changes: it and all that were copies of it are to be compared anew."""
        cluster = self.cluster_of(document_id)
        self.db.execute("DELETE FROM bands WHERE document_id IN "
                        "(SELECT document_id FROM fingerprints WHERE cluster = ?)", [cluster])
        self.db.execute("DELETE FROM fingerprints WHERE cluster = ?", [cluster])
