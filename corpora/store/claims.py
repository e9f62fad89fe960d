"""What was claimed in a stretch of time, in few columns: for comparing all organisations at once."""

from __future__ import annotations

import json
from dataclasses import dataclass

from corpora.schema import OdsCode, PartialDate, Value
from corpora.store.documents import Documents
from corpora.store.values import from_column


@dataclass(frozen=True, slots=True)
class Claim:
    """A piece of evidence without its quote, with its document's date."""

    id: str
    document_id: str
    org: OdsCode
    kind: str
    subtype: str
    value: Value
    status: str
    date: PartialDate | None
    """The day, month or year that the claim names."""
    confidence: float
    rule: str
    published: PartialDate
    reliability: float
    """Of the date of publication, 0 to 1."""
    of_meeting: bool = False
    """Whether that date is the day of the meeting that the document is a paper of."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event without its words."""

    org: OdsCode
    kind: str
    subtype: str
    value: Value
    date: PartialDate
    evidence_ids: tuple[str, ...]


class Claims(Documents):
    """Asking for claims, happenings and how many documents name whom."""

    def claims(self, *, since: str, until: str) -> list[Claim]:
        """Evidence about organisations from documents published in this time, copies left out, by date.

        Args:
            since: the first day. A document dated by a month or year that begins before it is left out.
            until: the last day.
        """
        return [Claim(id_, document_id, org, kind, subtype, from_column(value), *rest)
                for id_, document_id, org, kind, subtype, value, *rest in self.db.execute(
                    "SELECT e.id, e.document_id, e.org, e.kind, e.subtype, e.value, e.status, e.date, e.confidence, e.rule, "
                    "e.sort_date, coalesce(d.published_reliability, 0), coalesce(d.met_on = e.sort_date, 0) "
                    "FROM evidence e JOIN documents d ON d.id = e.document_id "
                    "WHERE e.sort_date >= ? AND e.sort_date <= ? AND e.org IS NOT NULL AND e.copy_of IS NULL "
                    "ORDER BY e.sort_date, e.id", [since, until])]

    def happenings(self, *, since: str, until: str) -> list[Happening]:
        """Events of this time, oldest first."""
        return [Happening(org, kind, subtype, from_column(value), date, tuple(json.loads(ids)))
                for org, kind, subtype, value, date, ids in self.db.execute(
                    "SELECT org, kind, subtype, value, date, evidence_ids FROM events WHERE date >= ? AND date <= ? "
                    "ORDER BY date, id", [since, until])]

    def documents_naming(self, *, since: str, until: str) -> dict[OdsCode, int]:
        """How many documents published in this time name each organisation; copies of one text count once."""
        return {str(code): int(count) for code, count in self.db.execute(
            "SELECT m.code, count(DISTINCT coalesce(f.cluster, d.id)) FROM documents d JOIN mentions m ON m.document_id = d.id "
            "LEFT JOIN fingerprints f ON f.document_id = d.id WHERE d.published >= ? AND d.published <= ? GROUP BY m.code",
            [since, until])}

    def area_evidence(self, subtypes: tuple[str, ...]) -> list[tuple[str, str]]:
        """Ids of regulators' actions of these sorts on areas that are no organisation, with the area as the text names it."""
        return [(str(id_), str(area)) for id_, area in self.db.execute(
            "SELECT id, org_text FROM evidence WHERE org IS NULL AND kind = 'intervention' AND org_text IS NOT NULL "
            f"AND copy_of IS NULL AND subtype IN ({', '.join('?' * len(subtypes))}) ORDER BY sort_date DESC, id", list(subtypes))]
