"""The official view: segments as published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from corpora.schema import Segment
from corpora.store.connection import Connection

SEGMENT_COLUMNS = ("org, framework, period, league_table, segment, valid_from, valid_to, published_on, score, rank, "
                   "financial_override, in_deficit, source")

REST = ("source", "framework", "period", "league_table")


def position(segment: Segment) -> tuple[str, ...]:
    """Where a segment stands in the order of ``Store.segments``, to continue behind it."""
    return (segment.org, segment.valid_from, segment.source, segment.framework, segment.period, segment.league_table or "")


class Segments(Connection):
    """Writing and asking for segments."""

    def add_segment(self, segment: Segment) -> Literal["imported", "unchanged"]:
        """Store one published decision; the same again changes nothing, a corrected one replaces it.

        Identity: organisation, framework, period, league table and source.
        """
        row = segment.model_dump() | {"league_table": segment.league_table or ""}
        names = SEGMENT_COLUMNS.split(", ")
        key = ("org", "framework", "period", "league_table", "source")
        with self.atomic():
            stored = self.db.execute(
                f"SELECT {SEGMENT_COLUMNS} FROM segments WHERE {' AND '.join(f'{name} = ?' for name in key)}",
                [row[name] for name in key]).fetchone()
            if stored is not None and _segment(stored) == segment:
                return "unchanged"
            self.db.execute(
                f"INSERT OR REPLACE INTO segments ({SEGMENT_COLUMNS}) VALUES ({', '.join('?' * len(names))})",
                [row[name] for name in names])
        return "imported"

    def add_segments(self, segments: Iterable[Segment]) -> int:
        """Store many, all or none; says how many changed the store."""
        with self.atomic():
            return sum(self.add_segment(segment) == "imported" for segment in segments)

    def segments(self, *, orgs: tuple[str, ...] = (), framework: str | None = None, segment: int | None = None,
                 after: tuple[str, ...] | None = None, limit: int = 1000) -> list[Segment]:
        """Published segments, newest period first within an organisation; organisations by code.

        Args:
            after: continue behind the segment at this ``position``.
        """
        conditions: list[str] = []
        parameters: list[object] = []
        if orgs:
            conditions.append(f"org IN ({', '.join('?' * len(orgs))})")
            parameters.extend(orgs)
        if framework is not None:
            conditions.append("framework = ?")
            parameters.append(framework)
        if segment is not None:
            conditions.append("segment = ?")
            parameters.append(segment)
        if after is not None:
            org, valid_from, *rest = after
            behind = f"({', '.join(REST)}) > ({', '.join('?' * len(REST))})"
            conditions.append(f"(org > ? OR (org = ? AND (valid_from < ? OR (valid_from = ? AND {behind}))))")
            parameters.extend([org, org, valid_from, valid_from, *rest])
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self.db.execute(
            f"SELECT {SEGMENT_COLUMNS} FROM segments {where} ORDER BY org, valid_from DESC, {', '.join(REST)} LIMIT ?",
            [*parameters, limit]).fetchall()
        return [_segment(row) for row in rows]

    def latest_segments(self) -> dict[str, Segment]:
        """The newest published segment of each organisation that has one (rows without a segment are passed over).

        Where sources differ about a period it is that of the first in the order of ``segments``.
        """
        latest: dict[str, Segment] = {}
        for row in self.db.execute(
                f"SELECT {SEGMENT_COLUMNS} FROM segments WHERE segment IS NOT NULL "
                f"ORDER BY org, valid_from DESC, {', '.join(REST)}"):
            if row[0] not in latest:
                latest[row[0]] = _segment(row)
        return latest


def _segment(row: tuple[object, ...]) -> Segment:
    fields = dict(zip(SEGMENT_COLUMNS.split(", "), row, strict=True))
    fields["league_table"] = fields["league_table"] or None
    for name in ("financial_override", "in_deficit"):
        fields[name] = None if fields[name] is None else bool(fields[name])
    return Segment.model_validate(fields)
