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

    def passages_by_words(self, match: str, *, org: str | None = None, since: str | None = None, kind: str | None = None,
                          limit: int = 50) -> list[int]:
        """Ids of the passages that match an FTS5 expression, best BM25 first.

        Args:
            match: a well-formed FTS5 expression over the columns ``text`` and ``title``; never a user's raw words.
            org: only passages tagged with this ODS code. The tag is a token inside ``MATCH``: a join is ten times slower.
            since: only documents published on or after this date.
            kind: only passages that evidence of this kind (about ``org``, where that is given) is quoted from.
        """
        expression = _expression(match, org)
        if since is None and kind is None:
            rows = self.db.execute(
                "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY bm25(passage_words) LIMIT ?",
                [expression, limit])
        else:
            conditions, parameters = _conditions(org=org, since=since, kind=kind)
            rows = self.db.execute(
                "SELECT w.rowid FROM passage_words w JOIN passages p ON p.id = w.rowid JOIN documents d ON d.id = p.document_id "
                f"WHERE passage_words MATCH ? {conditions} ORDER BY bm25(passage_words) LIMIT ?",
                [expression, *parameters, limit])
        return [int(row[0]) for row in rows]

    def passage_ids(self, *, match: str | None = None, org: str | None = None, since: str | None = None,
                    kind: str | None = None) -> list[int]:
        """Ids of all passages under the same conditions as ``passages_by_words``, in no order."""
        expression = _expression(match, org)
        conditions, parameters = _conditions(org=org, since=since, kind=kind)
        if expression is None:
            rows = self.db.execute(
                f"SELECT p.id FROM passages p JOIN documents d ON d.id = p.document_id WHERE TRUE {conditions}", parameters)
        elif not conditions:
            rows = self.db.execute("SELECT rowid FROM passage_words WHERE passage_words MATCH ?", [expression])
        else:
            rows = self.db.execute(
                "SELECT w.rowid FROM passage_words w JOIN passages p ON p.id = w.rowid JOIN documents d ON d.id = p.document_id "
                f"WHERE passage_words MATCH ? {conditions}", [expression, *parameters])
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
            "SELECT p.document_id, p.start, p.end, p.tags, d.text FROM passages p "
            "JOIN documents d ON d.id = p.document_id WHERE p.id = ?", [passage_id]).fetchone()
        if row is None:
            raise KeyError(passage_id)
        document_id, start, end, tags, text = row
        citation = self.citation(document_id, start)
        return SearchHit.model_validate({
            "citation": citation, "start": start, "end": end, "text": text[start:end], "score": score, "found_by": found_by,
            "orgs": tuple(tag.removeprefix("org") for tag in tags.split() if tag.startswith("org"))})


def _expression(match: str | None, org: str | None) -> str | None:
    parts = [*([f"({{text title}} : ({match}))"] if match is not None else []), *([f'(tags : "org{org}")'] if org else [])]
    return " AND ".join(parts) or None


def _conditions(*, org: str | None, since: str | None, kind: str | None) -> tuple[str, list[object]]:
    conditions, parameters = "", list[object]()
    if since is not None:
        conditions += " AND d.published >= ?"
        parameters.append(since)
    if kind is not None:
        conditions += (" AND EXISTS (SELECT 1 FROM evidence e WHERE e.document_id = p.document_id AND e.kind = ? "
                       "AND e.start < p.end AND e.end > p.start AND (? IS NULL OR e.org = ?))")
        parameters.extend([kind, org, org])
    return conditions, parameters
