"""Answers kept while the database does not change."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from api import remembered
from api.remembered import Remembered
from corpora.store import Store
from tests.conftest import make_document


@pytest.fixture
def database(tmp_path: Path) -> Path:
    with Store(tmp_path / "test.db") as store:
        store.add_document(make_document("One."))
    return tmp_path / "test.db"


def add(database: Path, document_id: str) -> None:
    with Store(database) as store:
        store.add_document(make_document("Another.", document_id=document_id))


def test_an_answer_is_worked_out_once_until_the_database_changes(database: Path) -> None:
    asked: list[int] = []

    def count(store: Store) -> int:
        asked.append(1)
        return store.count_documents()

    kept = Remembered(database, count)
    assert [kept.get(), kept.get(), len(asked)] == [1, 1, 1]
    add(database, "d2")
    assert [kept.get(), kept.get(), len(asked)] == [2, 2, 2]
    kept.close()


def test_a_slow_answer_is_kept_for_a_while_whatever_is_written(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "AT_ONCE_SECONDS", 0.0)
    monkeypatch.setattr(remembered, "REST", 1_000_000)
    kept = Remembered(database, lambda store: store.count_documents())
    assert kept.get() == 1
    add(database, "d2")
    assert kept.get() == 1
    kept.close()


def test_nobody_waits_while_an_answer_is_worked_out_again(database: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def count(store: Store) -> int:
        documents = store.count_documents()
        if documents > 1:
            begun.set()
            go_on.wait(30)
        return documents

    kept = Remembered(database, count)
    assert kept.get() == 1
    add(database, "d2")
    slow = threading.Thread(target=kept.get)
    slow.start()
    assert begun.wait(30)
    before = time.monotonic()
    assert kept.get() == 1
    assert time.monotonic() - before < 5
    go_on.set()
    slow.join()
    assert kept.get() == 2
    kept.close()
