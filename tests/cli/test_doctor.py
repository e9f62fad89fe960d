"""``softintel doctor``. Everything said about real organisations is invented."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from corpora.schema import Issue, RegisterEntry
from corpora.store import Store
from nlp.pipeline import READER_VERSION
from tests.api.writing import fill

Run = Callable[..., subprocess.CompletedProcess[str]]


def findings(done: subprocess.CompletedProcess[str]) -> dict[str, tuple[str, str]]:
    """Verdict and detail by what was looked at."""
    found = {}
    for line in done.stdout.splitlines():
        verdict, _, rest = line.partition(" ")
        what, _, detail = rest.strip().partition(": ")
        found[what] = (verdict, detail)
    return found


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "softintel.db"
    fill(path)
    with Store(path) as store:
        store.db.conn.execute("UPDATE readings SET reader = ?", [READER_VERSION])
        store.db.conn.commit()
    return path


def test_a_sound_installation_and_store_have_no_problem(database: Path, softintel: Run) -> None:
    done = softintel("doctor")
    found = findings(done)
    assert done.returncode == 0, done.stdout
    assert {what for what, (verdict, _) in found.items() if verdict != "ok"} <= {"Extra `models`"}
    assert "TLS verified, telnet off" in found["Crawling"][1]
    assert {"Python", "spaCy", "Embedding model", "Store", "Database file", "Quotes", "Documents", "Index of words"} <= set(found)


def test_a_register_that_has_changed_since_is_told(database: Path, softintel: Run) -> None:
    with Store(database) as store:
        store.add_register_entries([
            RegisterEntry(code="RX1", name="NOTTINGHAM UNIVERSITY HOSPITALS NHS TRUST", role="RO197", active=False, closed="2026-09-30",
                          successors=("R9Z",)),
            RegisterEntry(code="R9Z", name="EXAMPLESHIRE HOSPITALS NHS TRUST", role="RO197")], seen_at="2026-11-22T06:00:00Z")
    done = softintel("doctor")
    assert done.returncode == 0, done.stdout
    told = [line.partition("Register of today: ")[2] for line in done.stdout.splitlines() if "Register of today" in line]
    assert told[0].startswith("differs from the packaged register: 1 closed, 1 new, 1 succession")
    assert told[1:] == ["R9Z new: EXAMPLESHIRE HOSPITALS NHS TRUST",
                        "RX1 closed: Nottingham University Hospitals NHS Trust closed on 2026-09-30",
                        "RX1 succession: Nottingham University Hospitals NHS Trust was followed by R9Z"]


def test_a_missing_database_is_a_problem_with_what_to_do(softintel: Run) -> None:
    done = softintel("doctor")
    assert done.returncode == 1
    verdict, detail = findings(done)["Store"]
    assert verdict == "problem"
    assert "softintel add" in detail


def test_a_quote_that_is_not_in_its_document_is_a_problem(database: Path, softintel: Run) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'wrong side', 'right side') WHERE id = 'board-1'")
    connection.close()
    done = softintel("doctor")
    assert done.returncode == 1
    assert findings(done)["Quotes"][0] == "problem"


def test_a_passage_without_its_words_is_a_problem(database: Path, softintel: Run) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("DELETE FROM passage_words_docsize WHERE id = 1")
    connection.close()
    done = softintel("doctor")
    assert done.returncode == 1
    assert findings(done)["Passages"][0] == "problem"


def test_a_damaged_file_is_a_problem(database: Path, softintel: Run) -> None:
    with Store(database) as store:
        store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damaged = bytearray(database.read_bytes())
    for page in range(4, len(damaged) // 4096):
        damaged[page * 4096 + 100:page * 4096 + 1100] = b"\xff" * 1000
    database.write_bytes(damaged)
    done = softintel("doctor")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "problem" in {verdict for verdict, _ in findings(done).values()}


def test_unread_documents_and_issues_are_noted(database: Path, softintel: Run) -> None:
    with Store(database) as store:
        store.db.conn.execute("DELETE FROM readings WHERE document_id = 'news-1'")
        store.db.conn.commit()
        store.add_issue(Issue(stage="add", where="broken.pdf", reason="not a PDF"))
    done = softintel("doctor")
    found = findings(done)
    assert done.returncode == 0
    assert found["Documents"] == ("note", "1 of 4 not read by this version; run `softintel read`")
    assert found["Issues"] == ("note", "1 input could not be handled; the latest: broken.pdf: not a PDF "
                                         "(`softintel doctor --issues` lists them)")


def test_issues_are_listed_one_a_line_with_their_reasons(database: Path, softintel: Run) -> None:
    assert (softintel("doctor", "--issues").returncode, softintel("doctor", "--issues").stdout) == (0, "")
    with Store(database) as store:
        store.add_issue(Issue(stage="add", where="reports/broken.pdf", reason="not a PDF"))
        store.add_issue(Issue(stage="segments", where="league.csv row 3", value="ZZ9", reason="no such\ntrust"))
    done = softintel("doctor", "--issues")
    assert done.returncode == 1
    assert done.stdout == "add       reports/broken.pdf: not a PDF\nsegments  league.csv row 3: no such trust (ZZ9)\n"
