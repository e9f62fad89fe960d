"""Whether the database file is sound, and says what the documents say."""

from __future__ import annotations

import re

from corpora.store.connection import Connection

_NULL_FOUND = re.compile(r"NULL value in (?P<table>\w+)\.(?P<column>\w+)")


class Health(Connection):
    """Checks of what is stored. They read everything and take their time."""

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the file; empty where it is whole."""
        return [found for (found,) in self.db.execute("PRAGMA integrity_check").fetchall()
                if found != "ok" and not self._is_false_alarm(str(found))]

    def _is_false_alarm(self, found: str) -> bool:
        """SQLite 3.40 looks for NULL in the wrong column of tables WITHOUT ROWID: look again, in the right one."""
        named = _NULL_FOUND.fullmatch(found)
        if named is None:
            return False
        sql = f'SELECT 1 FROM "{named["table"]}" WHERE "{named["column"]}" IS NULL LIMIT 1'
        return self.db.execute(sql).fetchone() is None

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
