"""Evidence, found again by organisation, kind, status and date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from corpora.schema import Citation, CitedEvidence, Evidence
from corpora.store.citations import CITED, KEPT_RECORDS, kept_citation
from corpora.store.documents import Documents
from corpora.store.values import from_column

EVIDENCE_COLUMNS = ("id, document_id, kind, subtype, org, org_text, value, status, date, quote, start, end, confidence, "
                    "rule, reported_by")
WIDTH = len(EVIDENCE_COLUMNS.split(", "))
AT_ONCE = 500
"""So many ids are bound to one statement."""


def evidence_from_row(columns: Sequence[object]) -> Evidence:
    """One row in the order of ``EVIDENCE_COLUMNS`` as the record."""
    fields = dict(zip(EVIDENCE_COLUMNS.split(", "), columns, strict=True))
    fields["value"] = from_column(fields["value"])
    return Evidence.model_validate(fields)


@lru_cache(maxsize=KEPT_RECORDS)
def kept_evidence(columns: tuple[object, ...]) -> Evidence:
    """The same; of a row that says what one said before, the record that was made of that."""
    return evidence_from_row(columns)


class EvidenceDay(NamedTuple):
    """A piece of evidence, and when it was said."""

    id: str
    kind: str
    date: str | None
    """What it is dated itself."""
    published: str | None
    """When its document was published."""


class EvidenceStore(Documents):
    """Asking for evidence."""

    def evidence(
        self, *, orgs: tuple[str, ...] = (), kind: str | None = None, subtype: str | None = None, status: str | None = None,
        since: str | None = None, document_id: str | None = None, ids: tuple[str, ...] = (), except_kind: str | None = None,
        without_copies: bool = False, after: tuple[str, str] | None = None, limit: int = 100,
    ) -> list[CitedEvidence]:
        """Evidence with its citation, newest document first.

        Args:
            orgs: any of these ODS codes; empty for all.
            since: published on or after this date (undated documents left out).
            except_kind: leave this kind out.
            without_copies: leave out what a copy of an earlier document only tells again.
            after: continue behind this ``(published or "", id)``, the last row of the page before.
            limit: at most so many rows.
        """
        conditions: list[str] = []
        parameters: list[object] = []
        for column, values in (("org", orgs), ("id", ids)):
            if values:
                conditions.append(f"{column} IN ({', '.join('?' * len(values))})")
                parameters.extend(values)
        for column, value in (("kind", kind), ("subtype", subtype), ("status", status), ("document_id", document_id)):
            if value is not None:
                conditions.append(f"{column} = ?")
                parameters.append(value)
        if except_kind is not None:
            conditions.append("kind <> ?")
            parameters.append(except_kind)
        if without_copies:
            conditions.append("copy_of IS NULL")
        if since is not None:
            conditions.append("sort_date >= ?")
            parameters.append(since)
        if after is not None:
            # The first condition says nothing new, but the index can go by it.
            conditions.append("sort_date <= ? AND (sort_date < ? OR id > ?)")
            parameters.extend([after[0], *after])
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self.db.execute(
            f"WITH quoted AS MATERIALIZED (SELECT {EVIDENCE_COLUMNS}, copy_of, sort_date FROM evidence {where} "
            "ORDER BY sort_date DESC, id LIMIT ?) "
            f"SELECT {', '.join(f'q.{name}' for name in EVIDENCE_COLUMNS.split(', '))}, q.copy_of, {CITED} "
            "ORDER BY q.sort_date DESC, q.id", [*parameters, limit]).fetchall()
        copies = self._copies([str(row[0]) for row in rows])
        return [CitedEvidence(
            evidence=kept_evidence(row[:WIDTH]), copy_of=row[WIDTH], citation=kept_citation(row[WIDTH + 1:]),
            also_published_by=tuple(copies.get(row[0], ()))) for row in rows]

    def evidence_days(self, org: str, *, kinds: tuple[str, ...], limit: int) -> list[EvidenceDay]:
        """Of each of these kinds the newest pieces of evidence on an organisation, copies left out: only when each was said."""
        each = ("SELECT * FROM (SELECT id, kind, date, sort_date FROM evidence WHERE org = ? AND kind = ? AND copy_of IS NULL "
                "ORDER BY sort_date DESC, id LIMIT ?)")
        rows = self.db.execute(" UNION ALL ".join([each] * len(kinds)),
                               [value for kind in kinds for value in (org, kind, limit)]).fetchall()
        found = [EvidenceDay(id=id_, kind=kind, date=date, published=published or None) for id_, kind, date, published in rows]
        found.sort(key=lambda one: one.id)
        found.sort(key=lambda one: one.published or "", reverse=True)
        return sorted(found, key=lambda one: kinds.index(one.kind))

    def evidence_by_id(self, evidence_id: str) -> CitedEvidence | None:
        """One piece of evidence, or None."""
        found = self.evidence(ids=(evidence_id,))
        return found[0] if found else None

    def count_evidence(self, *, orgs: tuple[str, ...] = ()) -> dict[str, int]:
        """Pieces of evidence by kind, for these organisations or for all. What copies tell counts once, here and below."""
        where = f"WHERE org IN ({', '.join('?' * len(orgs))})" if orgs else ""
        return {str(kind): int(count) for kind, count in self.db.execute(
            f"SELECT kind, sum(pieces) FROM evidence_counts {where} GROUP BY kind HAVING sum(pieces) > 0 ORDER BY kind",
            list(orgs))}

    def evidence_totals(self) -> dict[str, int]:
        """Pieces of evidence by organisation."""
        return {str(org): int(count) for org, count in self.db.execute(
            "SELECT org, sum(pieces) FROM evidence_counts WHERE org <> '' GROUP BY org HAVING sum(pieces) > 0")}

    def evidence_by_month(self, *, orgs: tuple[str, ...]) -> dict[str, dict[str, int]]:
        """Pieces of evidence by kind for each month of publication (``2021-09``, ``2021`` where no more is known, ``""`` for
        undated documents), for these organisations, newest month first."""
        months: dict[str, dict[str, int]] = {}
        for month, kind, count in self.db.execute(
                "SELECT substr(sort_date, 1, 7) AS month, kind, count(*) FROM evidence "
                f"WHERE copy_of IS NULL AND org IN ({', '.join('?' * len(orgs))}) "
                "GROUP BY month, kind ORDER BY month DESC, kind", list(orgs)):
            months.setdefault(str(month), {})[str(kind)] = int(count)
        return months

    def _copies(self, ids: list[str]) -> dict[str, list[Citation]]:
        """Where what these pieces of evidence say is told again, the earliest first."""
        found: dict[str, list[Citation]] = {}
        for first in range(0, len(ids), AT_ONCE):
            asked = ids[first:first + AT_ONCE]
            for copied, *columns in self.db.execute(
                    "WITH quoted AS MATERIALIZED (SELECT copy_of, document_id, start, sort_date FROM evidence "
                    f"WHERE copy_of IN ({', '.join('?' * len(asked))})) SELECT q.copy_of, {CITED} "
                    "ORDER BY q.sort_date, q.document_id", asked):
                found.setdefault(str(copied), []).append(kept_citation(tuple(columns)))
        return found
