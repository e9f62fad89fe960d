"""What readers found: stored and replaced a document at a time, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from corpora.schema import Document, Event, Evidence, Mention, Reading
from corpora.store.documents import Documents
from corpora.store.evidence import EVIDENCE_COLUMNS, evidence_from_row
from corpora.store.values import from_column, to_column


class MisquotedEvidence(ValueError):
    """Evidence whose quote is not what the document says at its offsets. Always our defect; never stored."""


class Readings(Documents):
    """Writing readings and events."""

    def save_reading(self, reading: Reading, *, of: Document | None = None) -> bool:
        """Replace all that is known from one document by this reading.

        Args:
            of: the document as it was read. Where another version of it has been stored since (a crawl may be at work),
                nothing is stored, and that version is still to be read.

        Returns:
            True where the reading was stored.

        Raises:
            MisquotedEvidence: a quote differs from ``text[start:end]``; nothing is stored.
            KeyError: there is no such document.
        """
        document_id = reading.document_id
        with self.atomic():
            text, _ = self._words_of(document_id)
            if of is not None and self._stored(document_id) != of:
                return False
            for evidence in reading.evidence:
                if text[evidence.start:evidence.end] != evidence.quote:
                    raise MisquotedEvidence(f"document {document_id} [{evidence.start}:{evidence.end}]: {evidence.quote!r}")
            self._forget_reading(document_id)
            published = self.db.execute("SELECT published FROM documents WHERE id = ?", [document_id]).fetchone()[0]
            self.db.conn.executemany(
                "INSERT OR IGNORE INTO mentions (document_id, start, end, code, text) VALUES (?, ?, ?, ?, ?)",
                [(document_id, m.start, m.end, m.code, m.text) for m in reading.mentions])
            self.db.conn.executemany(
                f"INSERT INTO evidence ({EVIDENCE_COLUMNS}, sort_date) VALUES ({', '.join('?' * 16)})",
                [(e.id, document_id, e.kind, e.subtype, e.org, e.org_text, to_column(e.value), e.status, e.date, e.quote,
                  e.start, e.end, e.confidence, e.rule, e.reported_by, published or "") for e in reading.evidence])
            self._index_passages(document_id, reading.passages)
            self.db.execute("INSERT INTO readings (document_id, reader) VALUES (?, ?)", [document_id, reading.reader])
        return True

    def reader_versions(self) -> list[str]:
        """The reader versions whose readings are stored, in order."""
        return [str(reader) for (reader,) in self.db.execute("SELECT DISTINCT reader FROM readings ORDER BY reader")]

    def reader_of(self, document_id: str) -> str | None:
        """The reader version whose reading of a document is stored; None where it has not been read."""
        row = self.db.execute("SELECT reader FROM readings WHERE document_id = ?", [document_id]).fetchone()
        return str(row[0]) if row else None

    def mentions(self, document_id: str) -> list[Mention]:
        """The organisations that a document names, in order."""
        return [Mention(code=code, text=text, start=start, end=end) for code, text, start, end in self.db.execute(
            "SELECT code, text, start, end FROM mentions WHERE document_id = ? ORDER BY start, end", [document_id])]

    def dated_evidence(self) -> Iterator[tuple[Evidence, str | None]]:
        """Every piece of evidence with its document's publication date, by organisation, kind, subtype and date."""
        for *columns, published in self.db.execute(
                f"SELECT {EVIDENCE_COLUMNS}, sort_date FROM evidence ORDER BY org, kind, subtype, sort_date, id").fetchall():
            yield evidence_from_row(columns), published or None

    def text_around(self, evidence: Evidence, *, characters: int = 400) -> str:
        """The quote of a piece of evidence with the text before and after it."""
        text, _ = self._words_of(evidence.document_id)
        return text[max(0, evidence.start - characters):evidence.end + characters]

    def replace_events(self, events: Iterable[Event]) -> None:
        """Replace all events by these; an unchanged set changes nothing."""
        rows = [(e.id, e.org, e.kind, e.subtype, to_column(e.value), e.date, json.dumps(e.evidence_ids),
                 e.independent_sources) for e in events]
        with self.atomic():
            stored = self.db.execute("SELECT id, org, kind, subtype, value, date, evidence_ids, sources FROM events "
                                     "ORDER BY id").fetchall()
            if stored == sorted(rows):
                return
            self.db.execute("DELETE FROM events")
            self.db.conn.executemany(
                "INSERT INTO events (id, org, kind, subtype, value, date, evidence_ids, sources) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def events(self) -> list[Event]:
        """All events, by id."""
        return [Event(id=id_, org=org, kind=kind, subtype=subtype, value=from_column(value), date=date,
                      evidence_ids=tuple(json.loads(ids)), independent_sources=sources)
                for id_, org, kind, subtype, value, date, ids, sources in self.db.execute(
                    "SELECT id, org, kind, subtype, value, date, evidence_ids, sources FROM events ORDER BY id")]
