"""A database made before publications were kept apart. The rows are invented; their sources are those of the importers of then."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from sqlite_utils import Database

from corpora.migrations import migrations
from corpora.segments import import_packaged
from corpora.store import Store

OLD = "org, framework, period, league_table, segment, valid_from, valid_to, published_on, source"
ROWS = (
    ("RX1", "NOF 2025/26", "Q3 2025/26", "acute", 3, "2025-10-01", "2025-12-31", None, "NHS England, NHS Oversight Framework league table"),
    ("RX1", "NOF 2022/23", "2023-04", "", 4, "2023-04", None, None, "An invented page"))


def test_rows_of_an_older_database_are_kept_with_the_release_that_their_source_tells(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = Database(sqlite3.connect(path))
    migrations.apply(old, stop_before="m008_official")
    old.conn.executemany(f"INSERT INTO segments ({OLD}) VALUES ({', '.join('?' * len(ROWS[0]))})", ROWS)
    old.conn.commit()
    old.close()
    with Store(path) as store:
        found = store.segments(orgs=("RX1",))
        assert [(row.segment, row.publication) for row in found] == [(3, "Q3 2025/26"), (4, None)]
        assert store.add_segments(found) == 0


def test_the_packaged_table_imported_before_is_not_there_twice_afterwards(tmp_path: Path) -> None:
    with Store(tmp_path / "new.db") as store:
        import_packaged(store)
        new = store.segments(limit=-1)
    path = tmp_path / "old.db"
    old = Database(sqlite3.connect(path))
    migrations.apply(old, stop_before="m008_official")
    columns = [column.name for column in old["segments"].columns]
    for row in new:
        fields = row.model_dump() | {"league_table": row.league_table or ""}
        if row.period == "Q1 2025/26":
            fields["published_on"] = "2025-09-09"  # As it was packaged then.
        old.execute(f"INSERT INTO segments ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", [fields[name] for name in columns])
    old.close()
    with Store(path) as store:
        import_packaged(store)
        assert len(store.segments(limit=-1, every_publication=True)) == len(new)


def test_all_that_open_an_old_or_a_new_database_at_once_open_it(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = Database(sqlite3.connect(path))
    migrations.apply(old, stop_before="m008_official")
    old.close()
    for database in (path, tmp_path / "new.db"):
        at_once = Barrier(4)

        def opened(file: Path, at_once: Barrier = at_once) -> None:
            at_once.wait(60)
            Store(file).close()

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(opened, [database] * 4))
