"""The index of words: passages put into it and taken out of it, and the whole made anew.

The index is contentless: it holds no text, and forgets a row only when it is told the very words it was given. So a passage's
words are always cut from the document's stored text, and are forgotten before that text changes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpora.schema import OdsCode
from corpora.store.tags import Filing, Quoted, names_of, tags_of

SHORT = 128
"""A number below this takes one byte in the index's table of lengths, a larger one two (SQLite's varints)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage to be put into the index: ``text[start:end]`` of its document."""

    passage_id: int
    start: int
    end: int
    orgs: tuple[OdsCode, ...]


def file_passages(connection: sqlite3.Connection, document_id: str, stretches: Sequence[Stretch]) -> None:
    """Tag the stored passages of a document, and put them into the index; its evidence must be stored already.

    Raises:
        KeyError: there is no such document.
    """
    text, title, filing = _document(connection, document_id)
    quoted = [Quoted(*row) for row in connection.execute(
        "SELECT org, kind, subtype, status, start, end FROM evidence WHERE document_id = ? ORDER BY start, id", [document_id])]
    tagged = [(stretch, tags_of(stretch.orgs, filing, [
        one for one in quoted if one.start < stretch.end and one.end > stretch.start])) for stretch in stretches]
    connection.executemany("UPDATE passages SET tags = ? WHERE id = ?",
                           [(tags, stretch.passage_id) for stretch, tags in tagged])
    connection.executemany(
        "INSERT INTO passage_words (rowid, text, title, tags) VALUES (?, ?, ?, ?)",
        [(stretch.passage_id, text[stretch.start:stretch.end], title, tags) for stretch, tags in tagged])
    # BM25 weighs a passage by its length. Its tags are no text: as the index counts it, they take up no room.
    connection.executemany(
        "UPDATE passage_words_docsize SET sz = CAST(substr(sz, 1, length(sz) - ?) || x'00' AS BLOB) WHERE id = ?",
        [(1 if tags.count(" ") + 1 < SHORT else 2, stretch.passage_id) for stretch, tags in tagged if tags])
    connection.executemany("INSERT OR IGNORE INTO tag_names (tag, facet, value) VALUES (?, ?, ?)", sorted(names_of(filing, quoted)))


def forget_passages(connection: sqlite3.Connection, document_id: str) -> None:
    """Take the passages of a document out of the index, before they or its text change."""
    rows = connection.execute("SELECT id, start, end, tags FROM passages WHERE document_id = ?", [document_id]).fetchall()
    if not rows:
        return
    text, title, _ = _document(connection, document_id)
    connection.executemany(
        "INSERT INTO passage_words (passage_words, rowid, text, title, tags) VALUES ('delete', ?, ?, ?, ?)",
        [(passage_id, text[start:end], title, tags) for passage_id, start, end, tags in rows])


def index_all(connection: sqlite3.Connection, orgs_in: Callable[[str], tuple[OdsCode, ...]]) -> None:
    """Make the whole index anew from what is stored, without reading documents again.

    Args:
        orgs_in: the organisations that a passage's present tags name.
    """
    connection.execute("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
    # By id: the index is several times slower to build where ids do not ascend.
    for (document_id,) in connection.execute(
            "SELECT document_id FROM passages GROUP BY document_id ORDER BY min(id)").fetchall():
        file_passages(connection, document_id, [
            Stretch(passage_id, start, end, orgs_in(tags)) for passage_id, start, end, tags in connection.execute(
                "SELECT id, start, end, tags FROM passages WHERE document_id = ? ORDER BY id", [document_id]).fetchall()])


def _document(connection: sqlite3.Connection, document_id: str) -> tuple[str, str, Filing]:
    row = connection.execute("SELECT text, title, published, source, publisher, doc_type FROM documents WHERE id = ?",
                             [document_id]).fetchone()
    if row is None:
        raise KeyError(document_id)
    text, title, *filed = row
    return text, title, Filing(*filed)
