"""Passages and the index of their words.

The index is contentless: it holds no text, and forgets a row only when it is told the very words it was given. So a
passage's words are always cut from the document's stored text, and are forgotten before that text changes.
"""

from __future__ import annotations

from corpora.schema import Passage
from corpora.store.connection import Connection


class Passages(Connection):
    """Indexing and forgetting the passages of a document."""

    def _index_passages(self, document_id: str, passages: tuple[Passage, ...], *, month: str | None) -> None:
        text, title = self._words_of(document_id)
        for passage in passages:
            tags = " ".join([*(f"org{code}" for code in passage.orgs), *([f"month{month}"] if month else [])])
            passage_id = self.db.execute(
                "INSERT INTO passages (document_id, start, end, tags, vector) VALUES (?, ?, ?, ?, ?)",
                [document_id, passage.start, passage.end, tags, passage.vector]).lastrowid
            self.db.execute("INSERT INTO passage_words (rowid, text, title, tags) VALUES (?, ?, ?, ?)",
                            [passage_id, text[passage.start:passage.end], title, tags])

    def _forget_reading(self, document_id: str) -> None:
        text, title = self._words_of(document_id)
        for passage_id, start, end, tags in self.db.execute(
                "SELECT id, start, end, tags FROM passages WHERE document_id = ?", [document_id]).fetchall():
            self.db.execute("INSERT INTO passage_words (passage_words, rowid, text, title, tags) "
                            "VALUES ('delete', ?, ?, ?, ?)", [passage_id, text[start:end], title, tags])
        for table in ("passages", "mentions", "evidence", "readings"):
            self.db.execute(f"DELETE FROM {table} WHERE document_id = ?", [document_id])

    def _words_of(self, document_id: str) -> tuple[str, str]:
        row = self.db.execute("SELECT text, title FROM documents WHERE id = ?", [document_id]).fetchone()
        if row is None:
            raise KeyError(document_id)
        return str(row[0]), str(row[1])
