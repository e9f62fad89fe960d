"""Evidence, found again by organisation, kind, status and date."""

from __future__ import annotations

from corpora.schema import CitedEvidence, Evidence
from corpora.store.documents import Documents
from corpora.store.values import from_column

EVIDENCE_COLUMNS = ("id, document_id, kind, subtype, org, org_text, value, status, date, quote, start, end, confidence, "
                    "rule, reported_by")


def evidence_from_row(columns: list[object]) -> Evidence:
    """One row in the order of ``EVIDENCE_COLUMNS`` as the record."""
    fields = dict(zip(EVIDENCE_COLUMNS.split(", "), columns, strict=True))
    fields["value"] = from_column(fields["value"])
    return Evidence.model_validate(fields)


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
            conditions.append("(sort_date < ? OR (sort_date = ? AND id > ?))")
            parameters.extend([after[0], after[0], after[1]])
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self.db.execute(
            f"SELECT {EVIDENCE_COLUMNS}, copy_of FROM evidence {where} ORDER BY sort_date DESC, id LIMIT ?",
            [*parameters, limit]).fetchall()
        return [self._cited(evidence_from_row(columns), copy_of) for *columns, copy_of in rows]

    def evidence_by_id(self, evidence_id: str) -> CitedEvidence | None:
        """One piece of evidence, or None."""
        found = self.evidence(ids=(evidence_id,))
        return found[0] if found else None

    def count_evidence(self, *, orgs: tuple[str, ...] = ()) -> dict[str, int]:
        """Pieces of evidence by kind, for these organisations or for all. What copies tell counts once, here and below."""
        where = f"WHERE copy_of IS NULL AND org IN ({', '.join('?' * len(orgs))})" if orgs else "WHERE copy_of IS NULL"
        return {str(kind): int(count) for kind, count in self.db.execute(
            f"SELECT kind, count(*) FROM evidence {where} GROUP BY kind ORDER BY kind", list(orgs))}

    def evidence_totals(self) -> dict[str, int]:
        """Pieces of evidence by organisation."""
        return {str(org): int(count) for org, count in self.db.execute(
            "SELECT org, count(*) FROM evidence WHERE org IS NOT NULL AND copy_of IS NULL GROUP BY org")}

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

    def _cited(self, evidence: Evidence, copy_of: str | None) -> CitedEvidence:
        citation = self.citation(evidence.document_id, evidence.start)
        if citation is None:
            raise KeyError(evidence.document_id)
        copies = self.db.execute("SELECT document_id, start FROM evidence WHERE copy_of = ? ORDER BY sort_date, document_id",
                                 [evidence.id]).fetchall()
        return CitedEvidence(evidence=evidence, citation=citation, copy_of=copy_of, also_published_by=tuple(
            found for document_id, start in copies if (found := self.citation(document_id, start)) is not None))
