"""Whether the database file is sound, and says what the documents say."""

from __future__ import annotations

from corpora.store.connection import Connection


class Health(Connection):
    """Checks of what is stored. They read everything and take their time."""

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the file; empty where it is whole."""
        return [str(row[0]) for row in self.db.execute("PRAGMA integrity_check") if row[0] != "ok"]

    def unindexed_passages(self) -> int:
        """Passages that the index of words does not hold, and index rows without a passage."""
        return int(self.db.execute(
            "SELECT (SELECT count(*) FROM passages WHERE id NOT IN (SELECT id FROM passage_words_docsize)) "
            "+ (SELECT count(*) FROM passage_words_docsize WHERE id NOT IN (SELECT id FROM passages))").fetchone()[0])

    def check_word_index(self) -> None:
        """Check the index of words from inside; needs a store opened for writing, and changes nothing.

        Raises:
            sqlite3.DatabaseError: the index is damaged.
        """
        self.db.conn.execute("BEGIN IMMEDIATE")
        try:
            self.db.conn.execute("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')")
        finally:
            self.db.conn.rollback()

    def misquoted_evidence(self) -> list[str]:
        """Ids of evidence whose quote is not what its document says at its offsets."""
        wrong: list[str] = []
        # Cut here, not by SQLite's substr: that stops at a NUL.
        for document_id, text in self.db.execute(
                "SELECT id, text FROM documents WHERE id IN (SELECT document_id FROM evidence) ORDER BY id"):
            wrong.extend(str(evidence_id) for evidence_id, start, end, quote in self.db.execute(
                "SELECT id, start, end, quote FROM evidence WHERE document_id = ? ORDER BY id", [document_id])
                if text[start:end] != quote)
        return wrong
