"""Captures, documents and issues."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence

from corpora.schema import Capture, Document, Issue, Page, PublicationDate, Section
from corpora.store.citations import Citations
from corpora.store.copies import Copies
from corpora.store.passages import Passages
from corpora.store.versions import Versions

ADDED = "file"
"""The source of documents that were added from disk; what is gathered takes their place, and keeps it."""
PAGE_COLUMNS = "number, start, end, label, state"
SECTION_COLUMNS = "start, end, title, label"
PART_OF_PLACE = re.compile(r", list|, line \d+|, item \d+| row \d+|, member .*|, https?://.*", re.IGNORECASE | re.DOTALL)
"""What ``Issue.where`` names behind a file or address: a line, its list of links, a feed's item, a table's row, a ZIP's member,
a stored page."""


def _is_another(stored: Document, document: Document) -> bool:
    """True where what was written has changed, and not only what was read from the same bytes."""
    same_bytes = stored.capture_id is not None and stored.capture_id == document.capture_id
    return not same_bytes and (stored.text, stored.title, stored.published_on) != (
        document.text, document.title, document.published_on)


class Documents(Passages, Copies, Versions, Citations):
    """Writing and reading documents."""

    def add_capture(self, capture: Capture) -> None:
        """Record that these bytes stood at this URL at that time; the same bytes again change nothing, but may now be archived."""
        row = capture.model_dump()
        with self.atomic():
            self.db.execute(
                f"INSERT INTO captures ({', '.join(row)}) VALUES ({', '.join(':' + name for name in row)}) "
                "ON CONFLICT (id, url) DO UPDATE SET archive = excluded.archive, archive_offset = excluded.archive_offset "
                "WHERE captures.archive IS NULL", row)

    def capture(self, capture_id: str, url: str) -> Capture | None:
        """The record of these bytes at this address, or None."""
        rows = self._rows("SELECT * FROM captures WHERE id = ? AND url = ?", [capture_id, url])
        return Capture.model_validate(rows[0]) if rows else None

    def is_archived(self, capture_id: str, url: str) -> bool:
        """True where these bytes of this address lie in the archive."""
        return self.db.execute("SELECT 1 FROM captures WHERE id = ? AND url = ? AND archive IS NOT NULL",
                               [capture_id, url]).fetchone() is not None

    def add_document(self, document: Document, *, seen_at: str | None = None, is_version: bool = True) -> bool:
        """Store a document, replacing an older version of the same id, of which a record stays.

        What was gathered, or sent through the API, is never replaced by what is added from disk; the other way round it is.

        Args:
            seen_at: when the page was fetched or the file read; now, where it is not given.
            is_version: False where the same page is only read in another way: then nothing is said to have changed.

        Returns:
            True where the store changed: the document is new or differs from the stored one.
        """
        with self.atomic():
            stored = self._stored(document.id)
            if stored == document:
                return False
            if stored and document.source == ADDED and stored.source not in (None, ADDED):
                # Whoever gathered it knows its publisher, its licence and its meeting; a copy in an archive claims an address.
                return False
            if stored:
                if is_version and _is_another(stored, document):
                    self._keep_version(stored, document, at=seen_at)
                    self._keep_former_evidence(document.id)
                self._forget_reading(document.id)
                self._forget_fingerprint(document.id)
            published = document.published
            row = {
                "id": document.id, "url": document.url, "title": document.title, "text": document.text,
                "publisher": document.publisher, "doc_type": document.doc_type,
                "published": published.date if published else None,
                "published_method": published.method if published else None,
                "published_reliability": published.reliability if published else None,
                "licence": document.licence, "source": document.source, "capture_id": document.capture_id,
                "extraction": document.extraction, "met_on": document.met_on,
            }
            updates = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
            self.db.execute(
                f"INSERT INTO documents ({', '.join(row)}) VALUES ({', '.join(':' + name for name in row)}) "
                f"ON CONFLICT (id) DO UPDATE SET {updates}", row)
            if stored:
                self._forget_parts(document.id)
            self._add_parts(document)
        return True

    def document(self, document_id: str) -> Document | None:
        """The document with this id, or None."""
        return self._stored(document_id)

    def documents(self) -> Iterator[Document]:
        """All documents, by id."""
        for (document_id,) in self.db.execute("SELECT id FROM documents ORDER BY id").fetchall():
            document = self._stored(document_id)
            if document:
                yield document

    def unread_documents(self, reader: str, *, leaving_out: frozenset[str] = frozenset(), limit: int = 200) -> list[Document]:
        """Up to ``limit`` documents that this reader version has not read in their present text, by id.

        Args:
            leaving_out: ids of documents that were put aside.
        """
        ids = self.db.execute(
            "SELECT d.id FROM documents d LEFT JOIN readings r ON r.document_id = d.id "
            "WHERE r.document_id IS NULL OR r.reader <> ? ORDER BY d.id LIMIT ?",
            [reader, limit + len(leaving_out)]).fetchall()
        return [document for (document_id,) in ids
                if document_id not in leaving_out and (document := self._stored(document_id))]

    def count_unread(self, reader: str) -> int:
        """How many documents this reader version has still to read."""
        return int(self.db.execute(
            "SELECT count(*) FROM documents d LEFT JOIN readings r ON r.document_id = d.id "
            "WHERE r.document_id IS NULL OR r.reader <> ?", [reader]).fetchone()[0])

    def count_documents(self) -> int:
        """How many documents are stored."""
        return int(self.db.execute("SELECT count(*) FROM documents").fetchone()[0])

    def add_issue(self, issue: Issue) -> None:
        """Keep what could not be handled, once per stage, place and reason."""
        with self.atomic():
            self.db.execute(
                'INSERT OR IGNORE INTO issues (stage, "where", value, reason) VALUES (?, ?, ?, ?)',
                [issue.stage, issue.where, issue.value, issue.reason])

    def replace_issues(self, stage: str, place: str, issues: Sequence[Issue] = (), *, parts: bool = True) -> None:
        """The issues of a place are now these: what was wrong there before and is mended is forgotten.

        An issue that is found again stays the row that it is, with the day on which it was first seen.

        Args:
            place: a file or an address.
            parts: its lines, rows, items and stored pages as well; False where they were not looked at.
        """
        kept = {(issue.where, issue.reason) for issue in issues}
        with self.atomic():
            for id_, where, reason in self.db.execute(
                    'SELECT id, "where", reason FROM issues WHERE stage = ? AND "where" >= ? AND "where" < ?',
                    [stage, place, f"{place}\U0010ffff"]).fetchall():
                of_place = where == place or (parts and PART_OF_PLACE.fullmatch(where, len(place)))
                if of_place and (where, reason) not in kept:
                    self.db.execute("DELETE FROM issues WHERE id = ?", [id_])
            for issue in issues:
                self.add_issue(issue)

    def issues(self) -> list[Issue]:
        """All issues, oldest first."""
        return [Issue(**row) for row in self._rows('SELECT stage, "where", value, reason FROM issues ORDER BY id', [])]

    def _forget_parts(self, document_id: str) -> None:
        for table in ("pages", "sections"):
            self.db.execute(f"DELETE FROM {table} WHERE document_id = ?", [document_id])

    def _add_parts(self, document: Document) -> None:
        if not document.pages and not document.sections:
            return
        self.db.conn.executemany(
            "INSERT INTO pages (document_id, number, start, end, label, state) VALUES (?, ?, ?, ?, ?, ?)",
            [(document.id, page.number, page.start, page.end, page.label, page.state) for page in document.pages])
        self.db.conn.executemany(
            "INSERT INTO sections (document_id, number, start, end, title, label) VALUES (?, ?, ?, ?, ?, ?)",
            [(document.id, number, section.start, section.end, section.title, section.label)
             for number, section in enumerate(document.sections, start=1)])

    def _stored(self, document_id: str) -> Document | None:
        rows = self._rows("SELECT * FROM documents WHERE id = ?", [document_id])
        if not rows:
            return None
        row = rows[0]
        date, method, reliability = (row.pop(name) for name in ("published", "published_method", "published_reliability"))
        pages, sections = (self._rows(f"SELECT {columns} FROM {table} WHERE document_id = ? ORDER BY number", [document_id])
                           for table, columns in (("pages", PAGE_COLUMNS), ("sections", SECTION_COLUMNS)))
        return Document(
            **row,
            published=PublicationDate(date=date, method=method, reliability=reliability) if date else None,
            pages=tuple(Page.model_validate(page) for page in pages),
            sections=tuple(Section.model_validate(section) for section in sections))

    def _rows(self, sql: str, parameters: list[object]) -> list[dict[str, object]]:
        cursor = self.db.execute(sql, parameters)
        cursor.row_factory = sqlite3.Row
        return [dict(row) for row in cursor.fetchall()]
