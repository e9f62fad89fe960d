"""The official view: segments as published, every publication kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from corpora.official.agreement import replaced
from corpora.official.as_known import OneAsKnown, SegmentAsKnown, as_known, rows_known
from corpora.official.days import last_day
from corpora.official.league_tables import LeagueTable, TableName, league_table_as_known
from corpora.official.notes import name_on, notes_on
from corpora.organisations import Register, packaged_register
from corpora.schema import OdsCode, PartialDate, Segment, identifier
from corpora.store.citations import KEPT_RECORDS
from corpora.store.connection import Connection

SEGMENT_COLUMNS = ("org, framework, period, league_table, segment, valid_from, valid_to, published_on, score, rank, "
                   "financial_override, in_deficit, source, publication")

REST = ("source", "framework", "period", "league_table", "id")
LEAST_LIST = 50
"""A list by name that names so many organisations is a list of all: about 230 trusts and 42 boards have had a segment."""


def position(segment: Segment) -> tuple[str, ...]:
    """Where a segment stands in the order of ``Store.segments``, to continue behind it."""
    return (segment.org, segment.valid_from, segment.source, segment.framework, segment.period, segment.league_table or "",
            segment_id(segment))


def segment_id(segment: Segment) -> str:
    """The identifier of all that a row says: what is said twice is one row, in whatever order it comes."""
    return identifier(*segment.model_dump(include=set(SEGMENT_COLUMNS.split(", "))).values())


class Segments(Connection):
    """Writing and asking for segments."""

    def add_segment(self, segment: Segment) -> Literal["imported", "unchanged"]:
        """Store one published decision. Nothing is overwritten, the same again changes nothing, and the order does not matter.

        A row that leaves the release or the day of publication unsaid is one with a row that says them and else the same. What a
        later publication contradicts is marked as replaced.
        """
        with self.atomic():
            if self.db.execute("SELECT 1 FROM segments WHERE id = ?", [segment_id(segment)]).fetchone():
                return "unchanged"
            stored = self._of_period(segment)
            if any(_says_as_much(row, segment) for row in stored):
                return "unchanged"
            for row in stored:
                if _says_as_much(segment, row):
                    self.db.execute("DELETE FROM segments WHERE id = ?", [segment_id(row)])
            names = ["id", *SEGMENT_COLUMNS.split(", ")]
            fields = segment.model_dump() | {"id": segment_id(segment), "league_table": segment.league_table or "",
                                             "publication": segment.publication or ""}
            self.db.execute(f"INSERT INTO segments ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                            [fields[name] for name in names])
            self._mark_replaced(self._of_period(segment))
        return "imported"

    def add_segments(self, segments: Iterable[Segment]) -> int:
        """Store many, all or none; says how many changed the store."""
        with self.atomic():
            return sum(self.add_segment(segment) == "imported" for segment in segments)

    def segments(self, *, orgs: tuple[str, ...] = (), framework: str | None = None, segment: int | None = None,
                 every_publication: bool = False, after: tuple[str, ...] | None = None, limit: int = 1000) -> list[Segment]:
        """Published segments, newest period first within an organisation; organisations by code.

        Args:
            every_publication: also what later publications have corrected.
            after: continue behind the segment at this ``position``.
        """
        conditions: list[str] = [] if every_publication else ["replaced = 0"]
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
        return [_kept_segment(row) for row in rows]

    def latest_segments(self, *, orgs: Sequence[OdsCode] = ()) -> dict[str, Segment]:
        """The newest published segment of each organisation that has one (rows without a segment are passed over).

        Where sources differ about a period it is that of the first in the order of ``segments``.

        Args:
            orgs: of these only; empty for all.
        """
        latest: dict[str, Segment] = {}
        among = f"AND org IN ({', '.join('?' * len(orgs))}) " if orgs else ""
        for row in self.db.execute(
                f"SELECT {SEGMENT_COLUMNS} FROM segments WHERE segment IS NOT NULL AND replaced = 0 {among}"
                f"ORDER BY org, valid_from DESC, {', '.join(REST)}", list(orgs)):
            if row[0] not in latest:
                latest[row[0]] = _segment(row)
        return latest

    def segment_as_known(self, org: OdsCode, *, valid_on: PartialDate | None = None, known_on: PartialDate | None = None,
                         register: Register | None = None) -> SegmentAsKnown:
        """In which segment an organisation was on one day, as known on another.

        Args:
            valid_on: the day asked about; None for the newest decision.
            known_on: what was published after this day does not count; None for all that is stored. A day known in part means
                its last one, here and there.
            register: says who followed whom, and what they were called; the packaged one by default.
        """
        known = register or packaged_register()
        answer = self._as_known(org, valid_on=valid_on, known_on=known_on, register=known)
        before = tuple(found for code in known.lineage(org)[1:]
                       if (found := self._as_known(code, valid_on=valid_on, known_on=known_on, register=known)).standing != "none")
        answer = SegmentAsKnown.model_validate({**dict(answer), "predecessors": before})
        framework = answer.decisions[0].segment.framework if answer.decisions else ""
        notes = notes_on(answer, organisation=known.by_code.get(org), lists=self._lists_without(org, framework))
        return answer.model_copy(update={"notes": tuple(dict.fromkeys(notes))})

    def segments_as_known(self, *, orgs: tuple[OdsCode, ...] = (), valid_on: PartialDate | None = None,
                          known_on: PartialDate | None = None, register: Register | None = None) -> list[Segment]:
        """The decisions known by a day, in the order of ``segments``: those in force on another day, or those of all periods.

        Sources that agree are one row; where they contradict each other each is there.
        """
        by_org: dict[OdsCode, list[Segment]] = {}
        for row in self.segments(orgs=orgs, every_publication=True, limit=-1):
            by_org.setdefault(row.org, []).append(row)
        known, found = register or packaged_register(), []
        for org, rows in by_org.items():
            organisation = known.by_code.get(org)
            if valid_on is None:
                found.extend(rows_known(rows, known_on=known_on))
                continue
            answer = as_known(rows, org=org, valid_on=valid_on, known_on=known_on,
                              closed=organisation.closed if organisation else None)
            found.extend(one.segment for one in answer.decisions if answer.standing == "in force")
        found.sort(key=lambda row: position(row)[2:])
        found.sort(key=lambda row: row.valid_from, reverse=True)
        return sorted(found, key=lambda row: row.org)

    def league_tables(self) -> list[TableName]:
        """The league tables that something is stored of, the newest period first."""
        rows = self.db.execute(
            "SELECT framework, period, MIN(valid_from), league_table, COUNT(DISTINCT org), "
            "COUNT(DISTINCT CASE WHEN segment IS NOT NULL THEN org END) FROM segments "
            "WHERE league_table <> '' AND replaced = 0 GROUP BY framework, period, league_table ORDER BY 3 DESC, 1, 4")
        names = ("framework", "period", "valid_from", "league_table", "organisations", "with_segment")
        return [TableName.model_validate(dict(zip(names, row, strict=True))) for row in rows]

    def league_table(self, framework: str, period: str, league_table: str, *, known_on: PartialDate | None = None) -> LeagueTable:
        """The organisations of one type with their segments, scores and ranks of one period, as known on a day.

        Args:
            league_table: ``acute``, ``ambulance``, ``mental health and community``.
            known_on: what was published after this day does not count; None for all that is stored.
        """
        rows = self.db.execute(
            f"SELECT {SEGMENT_COLUMNS} FROM segments WHERE framework = ? AND period = ? AND org IN "
            "(SELECT org FROM segments WHERE framework = ? AND period = ? AND league_table = ?) ORDER BY org, id",
            [framework, period, framework, period, league_table])
        return league_table_as_known([_segment(row) for row in rows], framework=framework, period=period,
                                     league_table=league_table, known_on=known_on)

    def _as_known(self, org: OdsCode, *, valid_on: PartialDate | None, known_on: PartialDate | None,
                  register: Register) -> OneAsKnown:
        organisation = register.by_code.get(org)
        answer = as_known(self.segments(orgs=(org,), every_publication=True, limit=-1), org=org, valid_on=valid_on,
                          known_on=known_on, closed=organisation.closed if organisation else None)
        until = last_day(valid_on) if valid_on else "9999"
        return answer.model_copy(update={
            "name": name_on(register, org, valid_on),
            "successors": tuple(step.successor for step in register.successors(org) if (step.date or "") <= until)})

    def _lists_without(self, org: OdsCode, framework: str) -> tuple[PartialDate, ...]:
        """The days of the lists of a framework that do not name an organisation."""
        found = self.db.execute(
            "SELECT valid_from FROM segments WHERE framework = ? AND valid_to IS NULL AND published_on = period "
            "GROUP BY valid_from HAVING COUNT(DISTINCT org) >= ? AND SUM(org = ?) = 0 ORDER BY valid_from",
            [framework, LEAST_LIST, org])
        return tuple(str(row[0]) for row in found)

    def _of_period(self, segment: Segment) -> list[Segment]:
        rows = self.db.execute(f"SELECT {SEGMENT_COLUMNS} FROM segments WHERE org = ? AND framework = ? AND period = ? ORDER BY id",
                               [segment.org, segment.framework, segment.period])
        return [_segment(row) for row in rows]

    def _mark_replaced(self, rows: Sequence[Segment]) -> None:
        gone = replaced(rows)
        self.db.conn.executemany("UPDATE segments SET replaced = ? WHERE id = ?",
                                 [(place in gone, segment_id(row)) for place, row in enumerate(rows)])


def _says_as_much(row: Segment, other: Segment) -> bool:
    """Whether a row says all that the other says, and the same."""
    unsaid = {name: None for name in ("publication", "published_on") if getattr(other, name) is None}
    return row.model_copy(update=unsaid) == other


def _segment(row: Sequence[object]) -> Segment:
    fields = dict(zip(SEGMENT_COLUMNS.split(", "), row, strict=True))
    fields["league_table"] = fields["league_table"] or None
    fields["publication"] = fields["publication"] or None
    for name in ("financial_override", "in_deficit"):
        fields[name] = None if fields[name] is None else bool(fields[name])
    return Segment.model_validate(fields)


@lru_cache(maxsize=KEPT_RECORDS)
def _kept_segment(row: tuple[object, ...]) -> Segment:
    """The same; of a row that says what one said before, the record that was made of that."""
    return _segment(row)
