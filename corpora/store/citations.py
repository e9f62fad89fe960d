"""Where quotes stand: of many at a time in one statement, for a statement costs more than a row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from corpora.schema import Citation
from corpora.store.connection import Connection

CITATION_COLUMNS = ("document_id", "title", "url", "publisher", "published", "published_reliability", "doc_type", "changed_on",
                    "page", "page_label", "section_label", "section_title")

KEPT_RECORDS = 16_384
"""Rows whose records are kept: the newest twenty of every organisation, and as many more. A record is made of nothing but its row,
so that one that is kept is never out of date; making it takes several times as long as finding it again."""

CITED = """
    d.id, d.title, d.url, d.publisher, d.published, d.published_reliability, d.doc_type,
    (SELECT max(substr(v.replaced_at, 1, 10)) FROM versions v WHERE v.document_id = d.id),
    p.number, p.label, s.label, s.title
    FROM quoted q CROSS JOIN documents d INDEXED BY documents_cited ON d.id = q.document_id
    LEFT JOIN pages p ON p.document_id = d.id AND p.number = (
        SELECT number FROM pages WHERE document_id = d.id AND start <= q.start ORDER BY start DESC LIMIT 1)
    LEFT JOIN sections s ON s.document_id = d.id AND s.number = (
        SELECT number FROM sections WHERE document_id = d.id AND start <= q.start AND end > q.start
        ORDER BY start DESC, number DESC LIMIT 1)"""
"""What ``CITATION_COLUMNS`` are of ``quoted`` (``document_id``, ``start``, and whatever else). Sections may lie in sections: the
innermost begins last. ``documents_cited`` has all that is cited of a document: in its row that stands behind the text, which
SQLite goes through to get there."""


def citation_from_row(columns: Sequence[object]) -> Citation:
    """One row in the order of ``CITATION_COLUMNS`` as the record."""
    fields = dict(zip(CITATION_COLUMNS, columns, strict=True))
    parts = [str(part) for part in (fields.pop("section_label"), fields.pop("section_title")) if part]
    return Citation.model_validate(fields | {"section": ": ".join(parts) or None})


@lru_cache(maxsize=KEPT_RECORDS)
def kept_citation(columns: tuple[object, ...]) -> Citation:
    """The same; of a row that says what one said before, the record that was made of that."""
    return citation_from_row(columns)


class Citations(Connection):
    """Asking where a quote stands."""

    def citation(self, document_id: str, offset: int = 0) -> Citation | None:
        """Title, address, page and section of ``offset`` in a document, or None where there is no such document."""
        row = self.db.conn.execute(f"WITH quoted AS (SELECT ? AS document_id, ? AS start) SELECT {CITED}",
                                   [document_id, offset]).fetchone()
        return citation_from_row(row) if row else None
