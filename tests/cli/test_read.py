"""``softintel read``: once is enough, and a kill loses nothing. All documents here are invented."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from corpora.store import Store
from tests.conftest import make_document

TEXT = ("{name} has been placed in segment {segment} of the NHS Oversight Framework.\n\n"
        "The trust’s maternity services were rated inadequate by the Care Quality Commission, whose inspectors visited in May.")
NAMES = ["Nottingham University Hospitals NHS Trust", "Barts Health NHS Trust", "Medway NHS Foundation Trust"]


def fill(path: Path, count: int) -> None:
    with Store(path) as store:
        for number in range(count):
            store.add_document(make_document(
                TEXT.format(name=NAMES[number % 3], segment=number % 4 + 1) + f" Report {number}.", document_id=f"d{number:04d}",
                published=f"2025-{number % 12 + 1:02d}-03"))


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [line for line in connection.iterdump() if "_sqlite_migrations" not in line]
    finally:
        connection.close()


def test_reading_twice_changes_nothing(softintel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    fill(tmp_path / "store.db", 12)
    first = softintel("--db", "store.db", "read")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("12 documents read")
    before = dump(tmp_path / "store.db")
    second = softintel("--db", "store.db", "read")
    assert second.stdout.startswith("0 documents read")
    assert dump(tmp_path / "store.db") == before


def test_a_kill_during_read_loses_and_doubles_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    count = 150
    fill(path, count)
    command = [str(Path(sys.executable).parent / "softintel"), "--db", str(path), "read"]
    randomness, kills = random.Random(7), 0
    while kills < 4:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with Store(path) as store:
            start, target = store.db["readings"].count, randomness.randint(5, 35)
            while process.poll() is None and store.db["readings"].count < start + target:
                time.sleep(0.005)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.wait()
        with Store(path) as store:  # at every moment a document is read whole or not at all
            assert store.db.execute("SELECT count(*) FROM evidence WHERE document_id NOT IN (SELECT document_id FROM readings)").fetchone()[0] == 0
        if process.returncode == 0:
            break
    assert kills >= 2
    assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
    with Store(path) as store:
        assert store.db["readings"].count == count
        without = store.db.execute("SELECT count(*) FROM documents WHERE id NOT IN (SELECT document_id FROM evidence)").fetchone()[0]
        assert without == 0
        doubled = store.db.execute(
            "SELECT count(*) FROM (SELECT document_id, start, end FROM passages GROUP BY 1, 2, 3 HAVING count(*) > 1)").fetchone()[0]
        assert doubled == 0
    undisturbed = tmp_path / "undisturbed.db"
    fill(undisturbed, count)
    subprocess.run([command[0], "--db", str(undisturbed), "read"], stdout=subprocess.DEVNULL, check=True)
    columns = "id, document_id, kind, subtype, org, value, status, quote, start, end"
    rows = []
    for file in (path, undisturbed):
        with Store(file, read_only=True) as store:
            rows.append(store.db.execute(f"SELECT {columns} FROM evidence ORDER BY id").fetchall())
    assert rows[0] == rows[1]


def test_an_empty_store_says_what_to_do(softintel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    fill(tmp_path / "new.db", 0)
    result = softintel("--db", "new.db", "read")
    assert result.returncode == 0
    assert "softintel add" in result.stderr
