"""What gathering keeps beside documents: what the register of organisations says; meetings are next door."""

from __future__ import annotations

import json
from collections.abc import Sequence

from corpora.schema import RegisterEntry
from corpora.store.connection import Connection

ENTRY_COLUMNS = "code, name, role, active, opened, closed, postcode, successors, predecessors"


class Gathering(Connection):
    """Writing and asking for register entries."""

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
