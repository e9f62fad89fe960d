"""Read-only connections lent to one reader after the other."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from corpora.store import Store, budget
from corpora.store.budget import TookTooLong
from corpora.store.pool import ReadOnlyStores
from tests.conftest import make_document

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store(tmp_path / "test.db") as store:
        store.add_document(make_document("One."))
    return tmp_path / "test.db"


def count(stores: ReadOnlyStores) -> int:
    with stores.lend(stores.take()) as store:
        return store.count_documents()


def test_a_connection_is_lent_again_and_sees_what_was_written_meanwhile(path: Path) -> None:
    stores = ReadOnlyStores(path, seconds=10)
    first = stores.take()
    with stores.lend(first) as store:
        assert store.count_documents() == 1
        with Store(path) as writer:
            writer.add_document(make_document("Two.", document_id="d2"))
        assert store.count_documents() == 1, "one state from first question to last"
    second = stores.take()
    assert second is first
    with stores.lend(second) as store:
        assert store.count_documents() == 2
    stores.close()


def test_two_readers_have_a_connection_each(path: Path) -> None:
    stores = ReadOnlyStores(path, seconds=10)
    one, other = stores.take(), stores.take()
    assert one.store is not other.store
    with stores.lend(one), stores.lend(other):
        pass
    assert stores.take_idle() is not None
    assert stores.take_idle() is not None
    assert stores.take_idle() is None
    stores.close()


def test_a_database_that_takes_the_place_of_another_is_read_at_once(path: Path, tmp_path: Path) -> None:
    stores = ReadOnlyStores(path, seconds=10)
    assert count(stores) == 1
    with Store(tmp_path / "other.db") as other:
        for number in range(3):
            other.add_document(make_document("Another.", document_id=f"o{number}"))
    for name in ("test.db-wal", "test.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "other.db").replace(path)
    assert count(stores) == 3
    stores.close()


def test_a_database_that_is_gone_is_said_to_be(path: Path) -> None:
    stores = ReadOnlyStores(path, seconds=10)
    assert count(stores) == 1
    path.unlink()
    with pytest.raises(UsersMistake, match="no such database"):
        count(stores)
    stores.close()


def test_a_statement_without_end_is_stopped_and_the_next_reader_is_answered(path: Path) -> None:
    stores = ReadOnlyStores(path, seconds=0.2)
    began = time.monotonic()
    with pytest.raises(TookTooLong, match=r"took longer than 0\.2 seconds"), stores.lend(stores.take()) as store:
        store.db.execute(ENDLESS).fetchone()
    assert 0.2 <= time.monotonic() - began < 5
    assert count(stores) == 1
    stores.close()


def test_a_connection_whose_statement_was_stopped_can_be_used_again(path: Path) -> None:
    with Store(path, read_only=True) as store:
        store.allow(0.05)
        with pytest.raises(sqlite3.OperationalError) as stopped:
            store.db.execute(ENDLESS).fetchone()
        assert isinstance(store.explained(stopped.value), TookTooLong)
        store.allow(10)
        assert store.count_documents() == 1


def test_time_spent_elsewhere_is_not_held_against_the_next_question(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "STRETCH", 0.01)
    with Store(path, read_only=True) as store:
        store.allow(0.2)
        time.sleep(0.3)
        asked = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000) SELECT count(*) FROM n"
        assert store.db.execute(asked).fetchone()[0] == 20_000


def test_other_errors_of_the_database_stay_what_they_are(path: Path) -> None:
    stores = ReadOnlyStores(path, seconds=10)
    with pytest.raises(sqlite3.OperationalError, match="no such table"), stores.lend(stores.take()) as store:
        store.db.execute("SELECT * FROM no_table")
    stores.close()
