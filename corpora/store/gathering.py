"""What gathering keeps beside documents: meetings that were announced, and what the register of organisations says."""

from __future__ import annotations

import json
from collections.abc import Sequence

from corpora.schema import Meeting, RegisterEntry
from corpora.store.connection import Connection

MEETING_COLUMNS = "org, day, title, time, place, url, seen_at"
ENTRY_COLUMNS = "code, name, role, active, opened, closed, postcode, successors, predecessors"


class Gathering(Connection):
    """Writing and asking for meetings and register entries."""

    def replace_meetings(self, url: str, meetings: Sequence[Meeting], *, seen_at: str) -> None:
        """The meetings to come that this page announces are now these; those that are over stay.

        One that another page announces too is the newer page's, with what the older says and the newer leaves open.

        Args:
            seen_at: when the page was fetched, as captures have it; a meeting that is as it was keeps the time it was first seen.
        """
        kept = {(meeting.org, meeting.day, meeting.title) for meeting in meetings}
        with self.atomic():
            announced = self.db.execute("SELECT org, day, title FROM meetings WHERE url = ? AND day >= ?", [url, seen_at[:10]])
            for row in announced.fetchall():
                if tuple(row) not in kept:
                    self.db.execute("DELETE FROM meetings WHERE org = ? AND day = ? AND title = ?", list(row))
            self.db.conn.executemany(
                f"INSERT INTO meetings ({MEETING_COLUMNS}) VALUES (:org, :day, :title, :time, :place, :url, :seen_at) "
                "ON CONFLICT (org, day, title) DO UPDATE SET "
                "seen_at = CASE WHEN coalesce(excluded.time, time) IS time AND excluded.place IN ('', place) THEN seen_at "
                "ELSE excluded.seen_at END, "
                "time = CASE WHEN excluded.url = url THEN excluded.time ELSE coalesce(excluded.time, time) END, "
                "place = CASE WHEN excluded.url <> url AND excluded.place = '' THEN place ELSE excluded.place END, "
                "url = excluded.url",
                [meeting.model_dump() | {"seen_at": seen_at} for meeting in meetings])

    def meetings(self, *, orgs: tuple[str, ...] = (), since: str = "") -> list[Meeting]:
        """Announced meetings from that day on, earliest first; of these organisations, or of all."""
        condition = f" AND org IN ({', '.join('?' * len(orgs))})" if orgs else ""
        return [Meeting.model_validate(dict(zip(MEETING_COLUMNS.split(", "), row, strict=True))) for row in self.db.execute(
            f"SELECT {MEETING_COLUMNS} FROM meetings WHERE day >= ?{condition} ORDER BY day, org, title", [since, *orgs])]

    def add_register_entries(self, entries: Sequence[RegisterEntry], *, seen_at: str) -> None:
        """Keep what the register says now; an organisation's entry replaces its earlier one.

        Successions stay where the new entry tells of none: the register's files lack them, its records have them.
        """
        with self.atomic():
            self.db.conn.executemany(
                f"INSERT INTO register_entries ({ENTRY_COLUMNS}, seen_at) "
                "VALUES (:code, :name, :role, :active, :opened, :closed, :postcode, :successors, :predecessors, :seen_at) "
                "ON CONFLICT (code) DO UPDATE SET name = excluded.name, role = excluded.role, active = excluded.active, "
                "opened = excluded.opened, closed = excluded.closed, postcode = excluded.postcode, seen_at = excluded.seen_at, "
                "successors = iif(excluded.successors = '[]', successors, excluded.successors), "
                "predecessors = iif(excluded.predecessors = '[]', predecessors, excluded.predecessors)",
                [entry.model_dump() | {"successors": json.dumps(entry.successors), "predecessors": json.dumps(entry.predecessors),
                                       "seen_at": seen_at} for entry in entries])

    def register_entries(self) -> list[RegisterEntry]:
        """All entries, by code."""
        entries = []
        for row in self.db.execute(f"SELECT {ENTRY_COLUMNS} FROM register_entries ORDER BY code"):
            values = dict(zip(ENTRY_COLUMNS.split(", "), row, strict=True))
            values |= {name: tuple(json.loads(values[name])) for name in ("successors", "predecessors")}
            entries.append(RegisterEntry.model_validate(values | {"active": bool(values["active"])}))
        return entries
