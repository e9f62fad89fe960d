"""Finding passages by their words within a scope, and counting what they are about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpora.organisations import packaged_register
from corpora.schema import SearchHit
from corpora.store.documents import Documents
from corpora.store.facets import COUNTED, Facets, count_facets
from corpora.store.narrowing import Narrowing, narrowing
from corpora.store.scope import EVERYTHING, SearchScope
from corpora.store.standing import Standing
from corpora.store.tags import orgs_of
from corpora.store.vectors import Vectors

RANKED = 50_000
"""So many passages are ranked at most (some 40 ms): of more that match, those added last."""

NARROW = 10_000
"""A scope of no more passages is narrow: all of it can be ranked at once."""

COMMON = 30_000
"""A word in more passages than this hardly tells one passage of a narrow scope from another."""

RAREST_TOLD = 200_000
"""Words in more passages than this are all alike, however many more there are."""

MOST_REMEMBERED = 20_000
"""So many counts of words and scopes are kept by one connection, until the database changes."""

WIDE = 100_000
"""What more passages have is not matched while ranking, but asked of the best by their words: about one in ten has it, or more."""

FIRST = 4_000
"""So many of the best are put in order at first where more is asked of them."""

LOOKED_AT = 15_000
"""So many passages are looked at to count those whose organisation stood in a segment."""

STEP = 500
"""So many passages' tags are looked at in one go."""

YEARS = """
    WITH RECURSIVE found (day) AS (
        SELECT min(published) FROM documents
        UNION ALL
        SELECT (SELECT min(published) FROM documents WHERE published >= printf('%04d', substr(day, 1, 4) + 1))
        FROM found WHERE day IS NOT NULL)
    SELECT substr(day, 1, 4) FROM found WHERE day IS NOT NULL"""
"""One look into the index of dates a year, however many documents there are."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Passages by their words, the best first."""

    ids: tuple[int, ...]
    of_all: bool
    """False where more than ``RANKED`` passages match, and only those added last were ranked."""


@dataclass(frozen=True, slots=True)
class RareAndCommon:
    """Terms told apart by how many passages hold them."""

    rare: tuple[str, ...]
    common: tuple[str, ...]
    """Held by so many passages that ranking all that hold any of them takes long."""


class Search(Documents, Standing, Vectors):
    """Passages by words (BM25) and by id, within a scope."""

    _counted: dict[tuple[str | None, int], int] = {}
    _counted_at: tuple[int, int] | None = None

    def passages_by_words(self, match: str, *, scope: SearchScope = EVERYTHING, limit: int = 50) -> list[int]:
        """Ids of the passages of a scope that match an FTS5 expression, best BM25 first; as ``ranked_by_words``."""
        return list(self.ranked_by_words(match, scope=scope, limit=limit).ids)

    def ranked_by_words(self, match: str, *, scope: SearchScope = EVERYTHING, limit: int = 50, terms: Sequence[str] = ()) -> Ranked:
        """The passages of a scope that match an FTS5 expression, best BM25 first, of equal ones the older first.

        Args:
            match: a well-formed FTS5 expression over the columns ``text`` and ``title``; never a user's raw words.
            terms: its words and phrases. In a narrow scope those that very many passages of the store hold then do not count:
                they hardly tell passages apart, and to weigh them takes longer than all the rest.
        """
        narrow = self._narrowing(scope)
        if narrow.is_empty:
            return Ranked((), of_all=True)
        is_narrow = self._is_narrow(narrow)
        if is_narrow:
            telling, asked, left = self._telling(terms), narrow, Narrowing(spells=narrow.spells)
        else:
            telling = tuple(terms)
            asked, left = narrow.apart(self._is_wide)
        expression = _expression(match, asked)
        of_all = is_narrow or self._count(expression, RANKED) <= RANKED
        best = (self._ranked(expression, of_all=of_all, limit=limit if left.asks_nothing else FIRST) if len(telling) == len(terms)
                else self._ranked_by(telling, expression, asked))
        return Ranked(tuple(islice(self._holding(best, left), limit)), of_all=of_all)

    def passage_ids(self, *, scope: SearchScope = EVERYTHING, match: str | None = None, limit: int = -1) -> list[int]:
        """Ids of the passages of a scope, in order; with ``match`` only those that match this FTS5 expression.

        Args:
            limit: at most so many, those added first; below nought for all.
        """
        narrow = self._narrowing(scope)
        if narrow.is_empty:
            return []
        expression = _expression(match, narrow)
        rows = self.db.execute("SELECT id FROM passages ORDER BY id") if expression is None else self.db.execute(
            "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid", [expression])
        found = self._holding((int(passage_id) for passage_id, in rows), Narrowing(spells=narrow.spells))
        return list(found if limit < 0 else islice(found, limit))

    def within(self, passage_ids: Sequence[int], *, scope: SearchScope = EVERYTHING, match: str | None = None) -> list[int]:
        """Those of these passages that are in a scope and match an FTS5 expression, in the order given."""
        narrow = self._narrowing(scope)
        matching = passage_ids if match is None else [
            passage_id for passage_id in passage_ids if self.db.execute(
                "SELECT 1 FROM passage_words WHERE passage_words MATCH ? AND rowid = ?",
                [_expression(match, Narrowing()), passage_id]).fetchone()]
        return [passage_id for passage_id, tags in self._tags(matching) if narrow.holds(tags)]

    def facets(self, *, scope: SearchScope = EVERYTHING, match: str | None = None, most: int = COUNTED) -> Facets:
        """How the passages that match are spread over organisations, kinds of evidence, sources and the rest.

        Args:
            most: so many passages are counted at most, those added last; the answer says if there are more.
        """
        narrow = self._narrowing(scope)
        if narrow.is_empty:
            return Facets(passages=0, at_least=False)
        expression = _expression(match, narrow)
        rows = self.db.execute("SELECT tags FROM passages ORDER BY id DESC") if expression is None else self.db.execute(
            "SELECT p.tags FROM passage_words w CROSS JOIN passages p ON p.id = w.rowid WHERE passage_words MATCH ? "
            "ORDER BY w.rowid DESC", [expression])
        segment = Narrowing(spells=narrow.spells)
        looked_at = [str(tags) for tags, in rows.fetchmany(most + 1 if segment.asks_nothing else LOOKED_AT)]
        is_part = not segment.asks_nothing and len(looked_at) == LOOKED_AT
        tags = looked_at if segment.asks_nothing else [one for one in looked_at if segment.holds(one)]
        names = {tag: (facet, value) for tag, facet, value in self.db.execute("SELECT tag, facet, value FROM tag_names")}
        return count_facets(tags[:most], names, packaged_register(), at_least=is_part or len(tags) > most)

    def rare_and_common(self, terms: Sequence[str], *, scope: SearchScope = EVERYTHING) -> RareAndCommon:
        """Words or phrases told apart: the rarest, as long as no more than ``RANKED`` passages hold any of them (of the scope,
        where it is not wide), and the others. The rarest of all is never common, and no term is where all are held by few."""
        narrow = self._narrowing(scope)
        if narrow.is_empty or self._is_narrow(narrow):
            return RareAndCommon(tuple(dict.fromkeys(terms)), ())
        asked, _ = narrow.apart(self._is_wide)
        counts = {term: self._count(_expression(f'"{term}"', asked), RANKED) for term in dict.fromkeys(terms)}
        rare, room = set[str](), RANKED
        for term in sorted(counts, key=lambda term: counts[term]):
            if rare and counts[term] > room:
                break
            rare.add(term)
            room -= counts[term]
        return RareAndCommon(tuple(term for term in counts if term in rare), tuple(term for term in counts if term not in rare))

    def is_within(self, most: int, *, scope: SearchScope = EVERYTHING, match: str | None = None) -> bool:
        """Whether a scope holds at most so many passages that match, as far as the index tells without looking at any."""
        narrow = self._narrowing(scope)
        expression = _expression(match, narrow)
        count = self._counted_once if match is None else self._count
        return narrow.is_empty or (expression is not None and count(expression, most) <= most)

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
            "orgs": orgs_of(tags)})

    def _narrowing(self, scope: SearchScope) -> Narrowing:
        if scope == EVERYTHING:
            return Narrowing()
        return narrowing(
            scope, years=[str(year) for year, in self.db.execute(YEARS)]
            if scope.since or scope.until or scope.asks_for_segment else (),
            spells=self.spells(segment=scope.segment, framework=scope.framework) if scope.asks_for_segment else {})

    def _count(self, expression: str | None, most: int) -> int:
        """How many passages match, counted no further than one more than ``most``."""
        return int(self.db.execute("SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT ?)",
                                   [expression, most + 1]).fetchone()[0])

    def _ranked(self, expression: str | None, *, of_all: bool, limit: int) -> Iterator[int]:
        """The best first; those behind the first ``limit`` are put in order only when they are asked for."""
        # The tags weigh nothing.
        sql = "SELECT rowid, bm25(passage_words, 1, 1, 0) AS score FROM passage_words WHERE passage_words MATCH ?"
        newest = "" if of_all else f" ORDER BY rowid DESC LIMIT {RANKED}"
        for most, offset in ((limit, 0), (-1, limit)):
            found = self.db.execute(f"SELECT rowid FROM ({sql}{newest}) ORDER BY score, rowid LIMIT ? OFFSET ?",
                                    [expression, most, offset]).fetchall()
            yield from (int(passage_id) for passage_id, in found)
            if len(found) < limit or limit < 0:
                return

    def _holding(self, passage_ids: Iterator[int], narrow: Narrowing) -> Iterator[int]:
        """Those of these passages whose tags satisfy it, in the order given."""
        if narrow.asks_nothing:
            yield from passage_ids
            return
        while step := list(islice(passage_ids, STEP)):
            yield from (passage_id for passage_id, tags in self._tags(step) if narrow.holds(tags))

    def _ranked_by(self, telling: Sequence[str], expression: str | None, narrow: Narrowing) -> Iterator[int]:
        """The passages of a narrow scope that match, ranked by some of the words; those that hold none of these last."""
        matching = [int(passage_id) for passage_id, in self.db.execute(
            "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid", [expression])]
        left = dict.fromkeys(matching)
        if not left:
            return
        weighed = _expression(" OR ".join(f'"{term}"' for term in telling), narrow)
        for passage_id in self._ranked(weighed, of_all=True, limit=-1):
            if passage_id in left:
                del left[passage_id]
                yield passage_id
        yield from left

    def _telling(self, terms: Sequence[str]) -> tuple[str, ...]:
        """Those of these terms that are not in very many passages of the store; the rarest, where all are."""
        counts = {term: self._counted_once(_expression(f'"{term}"', Narrowing()), RAREST_TOLD) for term in terms}
        telling = tuple(term for term in terms if counts[term] <= COMMON)
        return telling or tuple(sorted(terms, key=lambda term: counts[term])[:1])

    def _is_wide(self, clause: str) -> bool:
        most = WIDE if clause.count('"') <= 8 else WIDE // 10  # many tokens take as many times longer to count
        return self._counted_once(clause, most) > most

    def _is_narrow(self, narrow: Narrowing) -> bool:
        return narrow.expression is not None and self._counted_once(narrow.expression, NARROW) <= NARROW

    def _counted_once(self, expression: str | None, most: int) -> int:
        """As ``_count``, remembered until the database changes."""
        key = (self.state(), self.db.conn.total_changes)
        if self._counted_at != key or len(self._counted) > MOST_REMEMBERED:
            self._counted, self._counted_at = {}, key
        if (expression, most) not in self._counted:
            self._counted[expression, most] = self._count(expression, most)
        return self._counted[expression, most]

    def _tags(self, passage_ids: Iterable[int]) -> list[tuple[int, str]]:
        """The tags of those of these passages that are there, in the order given."""
        wanted = list(passage_ids)
        tags = dict(self.db.execute("SELECT id, tags FROM passages WHERE id IN (SELECT value FROM json_each(?))",
                                    [json.dumps(wanted)]).fetchall())
        return [(passage_id, tags[passage_id]) for passage_id in wanted if passage_id in tags]


def _expression(match: str | None, narrow: Narrowing) -> str | None:
    """What is asked of the words and of the tags, as one expression; None where nothing is.

    The columns are always named: a page that holds our tokens as words must not put itself under an organisation.
    """
    words = None if match is None else f"({{text title}} : ({match}))"
    return " AND ".join(filter(None, (words, narrow.expression))) or None
