"""Passages of documents: stored with their vectors, put into the index of words, and forgotten."""

from __future__ import annotations

from corpora.schema import Passage
from corpora.store.connection import Connection
from corpora.store.word_index import Stretch, file_passages, forget_passages


class Passages(Connection):
    """Indexing and forgetting the passages of a document."""

    def _index_passages(self, document_id: str, passages: tuple[Passage, ...]) -> None:
        """Store and index the passages of a document whose evidence is stored already.

        An id is never given twice: what was worked out for a passage that is gone must not be taken for another's.
        """
        if not passages:
            return
        first = self.db.execute(
            "INSERT INTO passage_counter (only, next) SELECT 1, coalesce(max(id), 0) + 1 + ?1 FROM passages WHERE TRUE "
            "ON CONFLICT (only) DO UPDATE SET next = max(next + ?1, excluded.next) RETURNING next",
            [len(passages)]).fetchone()[0] - len(passages)
        self.db.conn.executemany(
            "INSERT INTO passages (id, document_id, start, end, tags, vector) VALUES (?, ?, ?, ?, '', ?)",
            [(number, document_id, passage.start, passage.end, passage.vector) for number, passage in enumerate(passages, first)])
        file_passages(self.db.conn, document_id, [Stretch(number, passage.start, passage.end, passage.orgs)
                                                  for number, passage in enumerate(passages, first)])

    def _forget_reading(self, document_id: str) -> None:
        forget_passages(self.db.conn, document_id)
        for table in ("passages", "mentions", "evidence", "readings"):
            self.db.execute(f"DELETE FROM {table} WHERE document_id = ?", [document_id])

    def _words_of(self, document_id: str) -> tuple[str, str]:
        row = self.db.execute("SELECT text, title FROM documents WHERE id = ?", [document_id]).fetchone()
        if row is None:
            raise KeyError(document_id)
        return str(row[0]), str(row[1])
