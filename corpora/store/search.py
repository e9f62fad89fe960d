"""Finding passages by their words, and handing out their vectors."""

from __future__ import annotations

from dataclasses import dataclass

from corpora.schema import SearchHit
from corpora.store.documents import Documents


@dataclass(frozen=True, slots=True)
class StoredVector:
    """One passage's embedding, as stored."""

    passage_id: int
    vector: bytes


class Search(Documents):
    """Passages by words (BM25), by id, and all their vectors."""

    def passages_by_words(self, match: str, *, org: str | None = None, since: str | None = None, limit: int = 50) -> list[int]:
        """Ids of the passages that match an FTS5 expression, best BM25 first.

        Args:
            match: a well-formed FTS5 expression over the columns ``text`` and ``title``; never a user's raw words.
            org: only passages tagged with this ODS code. The tag is a token inside ``MATCH``: a join is ten times slower.
            since: only documents published on or after this date.
        """
        expression = f"({{text title}} : ({match}))" + (f' AND tags : "org{org}"' if org else "")
        if since is None:
            rows = self.db.execute(
                "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY bm25(passage_words) LIMIT ?",
                [expression, limit])
        else:
            rows = self.db.execute(
                "SELECT w.rowid FROM passage_words w JOIN passages p ON p.id = w.rowid JOIN documents d ON d.id = p.document_id "
                "WHERE passage_words MATCH ? AND d.published >= ? ORDER BY bm25(passage_words) LIMIT ?",
                [expression, since, limit])
        return [int(row[0]) for row in rows]

    def vectors(self, *, org: str | None = None, since: str | None = None) -> list[StoredVector]:
        """The vectors of all passages that have one, by passage id, for one organisation or for all."""
        rows = self.db.execute(
            "SELECT p.id, p.vector FROM passages p JOIN documents d ON d.id = p.document_id "
            "WHERE p.vector IS NOT NULL AND (?1 IS NULL OR ' ' || p.tags || ' ' LIKE '% org' || ?1 || ' %') "
            "AND (?2 IS NULL OR d.published >= ?2) ORDER BY p.id", [org, since])
        return [StoredVector(int(passage_id), bytes(vector)) for passage_id, vector in rows]

    def passage_hit(self, passage_id: int, *, score: float, found_by: tuple[str, ...]) -> SearchHit:
        """One passage as a search hit, with its citation.

        Raises:
            KeyError: there is no such passage.
        """
        row = self.db.execute(
            "SELECT p.document_id, p.start, p.end, p.tags, substr(d.text, p.start + 1, p.end - p.start) FROM passages p "
            "JOIN documents d ON d.id = p.document_id WHERE p.id = ?", [passage_id]).fetchone()
        if row is None:
            raise KeyError(passage_id)
        document_id, start, end, tags, text = row
        citation = self.citation(document_id, start)
        return SearchHit.model_validate({
            "citation": citation, "start": start, "end": end, "text": text, "score": score, "found_by": found_by,
            "orgs": tuple(tag.removeprefix("org") for tag in tags.split() if tag.startswith("org"))})
