"""Finding passages by their words, and handing out their vectors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from corpora.organisations import Register
from corpora.schema import SearchHit
from corpora.store.documents import Documents
from corpora.store.facets import Facets
from corpora.store.scope import EVERYTHING, SearchScope, first_day, last_day
from corpora.store.standing import Standing, in_force


@dataclass(frozen=True, slots=True)
class StoredVector:
    """One passage's embedding, as stored."""

    passage_id: int
    vector: bytes


class Search(Documents, Standing):
    """Passages by words (BM25), by id, and all their vectors."""

    def passages_by_words(self, match: str, *, scope: SearchScope = EVERYTHING, limit: int = 50) -> list[int]:
        """Ids of the passages of a scope that match an FTS5 expression, best BM25 first.

        Args:
            match: a well-formed FTS5 expression over the columns ``text`` and ``title``; never a user's raw words.
        """
        if scope == EVERYTHING:
            rows = self.db.execute(
                "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY bm25(passage_words) LIMIT ?",
                [_expression(match), limit])
            return [int(row[0]) for row in rows]
        ranked = [int(row[0]) for row in self.db.execute(
            "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY bm25(passage_words)", [_expression(match)])]
        within = set(self.passage_ids(scope=scope))
        return [passage_id for passage_id in ranked if passage_id in within][:limit]

    def passage_ids(self, *, scope: SearchScope = EVERYTHING, match: str | None = None) -> list[int]:
        """Ids of all passages of a scope, in order; with ``match`` only those that match this FTS5 expression."""
        matching = None if match is None else {int(row[0]) for row in self.db.execute(
            "SELECT rowid FROM passage_words WHERE passage_words MATCH ?", [_expression(match)])}
        subjects = self._subjects(scope)
        spells = self.spells(segment=scope.segment, framework=scope.framework) if scope.asks_for_segment else {}
        rows = self.db.execute(
            "SELECT p.id, p.document_id, p.start, p.end, p.tags, d.published, d.source, d.publisher, d.doc_type "
            "FROM passages p JOIN documents d ON d.id = p.document_id ORDER BY p.id").fetchall()
        found = []
        for passage_id, document_id, start, end, tags, published, source, publisher, doc_type in rows:
            if matching is not None and passage_id not in matching:
                continue
            if scope.sources and source not in scope.sources:
                continue
            if scope.publisher is not None and publisher != scope.publisher:
                continue
            if scope.doc_type is not None and doc_type != scope.doc_type:
                continue
            if scope.since is not None and (published is None or first_day(published) < first_day(scope.since)):
                continue
            if scope.until is not None and (published is None or last_day(published) > last_day(scope.until)):
                continue
            orgs = [tag.removeprefix("org") for tag in tags.split() if tag.startswith("org")]
            if scope.asks_for_evidence:
                evidence = self.db.execute(
                    "SELECT org FROM evidence WHERE document_id = ? AND start < ? AND end > ? AND (?4 IS NULL OR kind = ?4) "
                    "AND (?5 IS NULL OR subtype = ?5) AND (?6 IS NULL OR status = ?6)",
                    [document_id, end, start, scope.kind, scope.subtype, scope.status]).fetchall()
                if not evidence:
                    continue
                orgs = [org for (org,) in evidence if org]
            if subjects is not None and not any(
                    org in subjects and (not scope.asks_for_segment or in_force(spells.get(org, ()), published)) for org in orgs):
                continue
            found.append(int(passage_id))
        return found

    def facets(self, *, scope: SearchScope = EVERYTHING, match: str | None = None) -> Facets:
        """How the passages that match are spread over organisations, kinds of evidence, sources and the rest."""
        passages = self.passage_ids(scope=scope, match=match)
        return Facets(passages=len(passages), at_least=False)

    def _subjects(self, scope: SearchScope) -> frozenset[str] | None:
        """The organisations that a passage of the scope may be about; None where any or none will do."""
        if not (scope.orgs or scope.region or scope.sector or scope.asks_for_segment):
            return None
        register = _register()
        codes = scope.orgs or tuple(register.by_code)
        return frozenset(
            code for code in codes
            if (not scope.region or (code in register.by_code and register.by_code[code].region == scope.region))
            and (not scope.sector or (code in register.by_code and register.by_code[code].sector == scope.sector)))

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


def _expression(match: str) -> str:
    return f"{{text title}} : ({match})"


@cache
def _register() -> Register:
    return Register.load()
