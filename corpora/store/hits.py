"""What is shown of the passages that a search found: a page of them in a few statements, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpora.schema import Citation, Evidence, OdsCode
from corpora.store.citations import CITED, citation_from_row
from corpora.store.documents import Documents
from corpora.store.evidence import EVIDENCE_COLUMNS, evidence_from_row
from corpora.store.tags import orgs_of


class PageStart(NamedTuple):
    """A page that begins within a passage, at ``start`` of the document."""

    start: int
    number: int
    label: str | None


@dataclass(frozen=True, slots=True)
class FoundText:
    """A passage with its document: ``text`` is ``[start:end]`` of the document's. Its citation is of its first character."""

    passage_id: int
    citation: Citation
    licence: str | None
    start: int
    end: int
    text: str
    orgs: tuple[OdsCode, ...]
    later_pages: tuple[PageStart, ...] = ()

    def citation_at(self, offset: int) -> Citation:
        """The citation of a character of the passage: the page it stands on may be a later one than the first character's."""
        page = next((page for page in reversed(self.later_pages) if page.start <= self.start + offset), None)
        return self.citation.model_copy(update={"page": page.number, "page_label": page.label}) if page else self.citation


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """The document of a passage and the cluster of that document's copies, which is its own id where it has none."""

    document_id: str
    cluster: str


class Hits(Documents):
    """Asking for the passages of a page of results."""

    def found_texts(self, passage_ids: Sequence[int]) -> dict[int, FoundText]:
        """The passages of these ids with the documents that they stand in; what is not stored is left out."""
        wanted = _marks(passage_ids)
        citations = {int(passage_id): citation_from_row(columns) for passage_id, *columns in self.db.execute(
            f"WITH quoted AS (SELECT id, document_id, start FROM passages WHERE id IN ({wanted})) SELECT q.id, {CITED}",
            [*passage_ids])}
        later = self._later_pages(passage_ids)
        found = {}
        for passage_id, document_id, start, end, tags, licence, words in self.db.execute(
                "SELECT p.id, p.document_id, p.start, p.end, p.tags, d.licence, substr(d.text, p.start + 1, p.end - p.start) "
                f"FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id IN ({wanted})", [*passage_ids]).fetchall():
            text = str(words)
            if len(text) != end - start:  # SQLite's substr ends at a NUL.
                text = self._words_of(document_id)[0][start:end]
            found[int(passage_id)] = FoundText(
                passage_id=passage_id, citation=citations[passage_id], licence=licence, start=start, end=end, text=text,
                orgs=orgs_of(tags),
                later_pages=tuple(later.get(passage_id, ())))
        return found

    def evidence_quoted_from(self, passage_ids: Sequence[int]) -> dict[int, tuple[Evidence, ...]]:
        """The evidence quoted from each of these passages, in the order of the text; passages without any are left out."""
        columns = ", ".join(f"e.{name}" for name in EVIDENCE_COLUMNS.split(", "))
        rows = self.db.execute(
            f"SELECT p.id, {columns} FROM passages p JOIN evidence e ON e.document_id = p.document_id AND e.start < p.end "
            f"AND e.end > p.start WHERE p.id IN ({_marks(passage_ids)}) ORDER BY p.id, e.start, e.id", [*passage_ids]).fetchall()
        found: dict[int, list[Evidence]] = {}
        for passage_id, *fields in rows:
            found.setdefault(int(passage_id), []).append(evidence_from_row(fields))
        return {passage_id: tuple(evidence) for passage_id, evidence in found.items()}

    def copy_groups(self, passage_ids: Sequence[int]) -> dict[int, CopyGroup]:
        """Which passages stand in documents that are copies of one text: those of no copied document are left out."""
        return {int(passage_id): CopyGroup(str(document_id), str(cluster)) for passage_id, document_id, cluster in self.db.execute(
            "SELECT p.id, p.document_id, f.cluster FROM passages p JOIN fingerprints f ON f.document_id = p.document_id "
            f"WHERE p.id IN ({_marks(passage_ids)}) AND (f.cluster <> f.document_id OR EXISTS (SELECT 1 FROM fingerprints o "
            "WHERE o.cluster = f.cluster AND o.document_id <> f.document_id))", [*passage_ids])}

    def _later_pages(self, passage_ids: Sequence[int]) -> dict[int, list[PageStart]]:
        later: dict[int, list[PageStart]] = {}
        for passage_id, *page in self.db.execute(
                "SELECT p.id, g.start, g.number, g.label FROM passages p JOIN pages g ON g.document_id = p.document_id "
                f"AND g.start > p.start AND g.start < p.end WHERE p.id IN ({_marks(passage_ids)}) ORDER BY p.id, g.start",
                [*passage_ids]):
            later.setdefault(int(passage_id), []).append(PageStart(*page))
        return later


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
