"""The ledger: what was asked of each source for each organisation in each week, and what came of it. Silence is no finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, StringConstraints

from corpora.schema import OdsCode, Record
from corpora.store.connection import Connection

IsoWeek = Annotated[str, StringConstraints(pattern=r"^\d{4}-W\d{2}$")]
COUNTS = ("asked", "unchanged", "new", "changed", "failed", "refused")
# ISO 8601: a week belongs to the year of its Thursday. (SQLite knows %G and %V only from 3.46 on.)
WEEK = ("strftime('%Y', date({day}, '-3 days', 'weekday 4')) || '-W' || "
        "printf('%02d', (strftime('%j', date({day}, '-3 days', 'weekday 4')) - 1) / 7 + 1)")
GATHERED = "(SELECT min(c.fetched_at) FROM captures c WHERE c.id = d.capture_id)"
NAMED = f"""
    SELECT d.source AS source, {WEEK.format(day=f"substr({GATHERED}, 1, 10)")} AS week, m.code AS org, count(*) AS documents
    FROM (SELECT DISTINCT code, document_id FROM mentions WHERE code = :org) m JOIN documents d ON d.id = m.document_id
    WHERE d.source IS NOT NULL AND {GATHERED} IS NOT NULL GROUP BY 1, 2"""


class Coverage(Record):
    """What was looked at: one source, one ISO week, one organisation (None: pages that are of no organisation's own)."""

    source: str
    week: IsoWeek
    org: OdsCode | None
    asked: Annotated[int, Field(ge=0)] = 0
    """Visits to pages that came to an end: read, as before, failed or refused."""
    unchanged: Annotated[int, Field(ge=0)] = 0
    """Visits that gave nothing new: the page was as before, or its documents were."""
    new: Annotated[int, Field(ge=0)] = 0
    """Documents that were not known."""
    changed: Annotated[int, Field(ge=0)] = 0
    """Documents whose text, title or date is another than before."""
    failed: Annotated[int, Field(ge=0)] = 0
    """Visits that were given up."""
    refused: Annotated[int, Field(ge=0)] = 0
    """Visits to pages that the site does not give: paywall, block, gone. Not counted as failed."""
    naming: Annotated[int, Field(ge=0)] = 0
    """Documents first gathered from this source in this week that name the organisation; counted where one is asked for."""


class CoverageStore(Connection):
    """Writing and asking for the ledger."""

    def add_to_ledger(self, source: str, *, week: str, org: str | None, **counts: int) -> None:
        """Add to what was asked of a source in a week for an organisation."""
        names = [name for name in COUNTS if counts.get(name)]
        if set(counts) - set(COUNTS):
            raise ValueError(f"no counts of the ledger: {sorted(set(counts) - set(COUNTS))}")
        with self.atomic():
            self.db.execute(
                f"INSERT INTO ledger (source, week, org{''.join(f', {name}' for name in names)}) "
                f"VALUES (?, ?, ?{', ?' * len(names)}) ON CONFLICT (source, week, org) DO UPDATE SET "
                + (", ".join(f"{name} = {name} + excluded.{name}" for name in names) or "asked = asked"),
                [source, week, org or "", *(counts[name] for name in names)])

    def coverage(self, *, org: str | None = None, source: str | None = None, since: str | None = None,
                 after: Sequence[str] | None = None, limit: int = 100) -> list[Coverage]:
        """The ledger, newest week first, in a week by source and organisation.

        Args:
            org: only what was asked for this organisation or gathered about it; ``naming`` is counted then.
            since: an ISO week: that and later ones.
            after: continue behind this ``(week, source, org)``, the last row of the page before.
        """
        named = "UNION ALL SELECT source, week, org, 0, 0, 0, 0, 0, 0, documents FROM named" if org else ""
        conditions = {"org = :org": org, "source = :source": source, "week >= :since": since,
                      "(week < :week OR (week = :week AND (source, org) > (:after_source, :after_org)))": after}
        where = " AND ".join(condition for condition, value in conditions.items() if value is not None) or "1"
        week, after_source, after_org = after or ("", "", "")
        rows = self.db.execute(
            f"""WITH {f"named AS ({NAMED})," if org else ""} rows AS (
                SELECT source, week, org, {', '.join(COUNTS)}, 0 AS naming FROM ledger {named})
            SELECT source, week, org, {', '.join(f"sum({name})" for name in (*COUNTS, 'naming'))} FROM rows
            WHERE {where} GROUP BY source, week, org ORDER BY week DESC, source, org LIMIT :limit""",
            {"org": org, "source": source, "since": since, "week": week, "after_source": after_source, "after_org": after_org,
             "limit": limit}).fetchall()
        return [Coverage(source=name, week=week, org=code or None, **dict(zip((*COUNTS, "naming"), counts, strict=True)))
                for name, week, code, *counts in rows]


def place_in_ledger(row: Coverage) -> tuple[str, str, str]:
    """Where a row stands in the order of :meth:`CoverageStore.coverage`."""
    return row.week, row.source, row.org or ""
