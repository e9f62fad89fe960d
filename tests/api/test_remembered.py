"""Answers kept while the database does not change."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from api import remembered, worked_apart
from api.alerts import evaluate
from api.problems import BeingWorkedOut
from api.remembered import Remembered
from corpora.store import Store
from tests.api.writing import fill
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


def test_nobody_waits_while_an_answer_is_worked_out_again(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "OLDEST_SECONDS", 1_000_000.0)
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


def test_what_is_slow_is_worked_out_anew_while_the_last_answer_is_given_out(
        database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "AT_ONCE_SECONDS", 0.0)
    monkeypatch.setattr(remembered, "OLDEST", 1_000_000)
    kept = Remembered(database, lambda store: (time.sleep(0.05), store.count_documents())[1])
    assert kept.get() == 1
    add(database, "d2")
    time.sleep(0.05 * remembered.REST + 0.1)
    assert kept.get() == 1, "its time is up, and it is begun anew"
    until = time.monotonic() + 30
    while kept.get() == 1 and time.monotonic() < until:
        time.sleep(0.01)
    assert kept.get() == 2
    kept.close()


def test_an_answer_from_long_ago_is_given_to_nobody(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "AT_ONCE_SECONDS", 0.0)
    monkeypatch.setattr(remembered, "REST", 0.001)
    monkeypatch.setattr(remembered, "OLDEST", 0.002)
    kept = Remembered(database, lambda store: store.count_documents())
    assert kept.get() == 1
    add(database, "d2")
    time.sleep(0.05)
    assert kept.get() == 2
    kept.close()


def test_an_answer_about_a_file_is_not_given_about_the_one_that_takes_its_place(
        database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "AT_ONCE_SECONDS", 0.0)
    monkeypatch.setattr(remembered, "REST", 1_000_000)
    kept = Remembered(database, lambda store: store.count_documents())
    assert kept.get() == 1
    add(tmp_path / "other.db", "o1")
    add(tmp_path / "other.db", "o2")
    (tmp_path / "other.db").replace(database)
    assert kept.get() == 2
    kept.close()


def test_nobody_waits_for_what_is_worked_out_from_a_large_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(database)
    monkeypatch.setattr(worked_apart, "LARGE", 1)
    monkeypatch.setattr(remembered, "OLDEST", 1_000_000)
    kept = Remembered(database, evaluate)
    with Store(database, read_only=True) as store:
        assert kept.at_hand(store) is None
        found = kept.get()
        assert len(found) > 0
        assert kept.at_hand(store) == found
    kept.close()


def test_a_small_database_is_waited_for(database: Path) -> None:
    kept = Remembered(database, lambda store: store.count_documents())
    with Store(database, read_only=True) as store:
        assert kept.at_hand(store) == 1
    kept.close()


def test_who_waits_when_the_server_is_stopped_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(database)
    monkeypatch.setattr(worked_apart, "LARGE", 1)
    kept = Remembered(database, wait_long)
    told: list[type[Exception]] = []

    def wait() -> None:
        try:
            kept.get()
        except BeingWorkedOut as error:
            told.append(type(error))

    waiting = [threading.Thread(target=wait) for _ in range(3)]
    for each in waiting:
        each.start()
    until = time.monotonic() + 60
    while kept._apart._apart.process is None and time.monotonic() < until:
        time.sleep(0.01)
    kept.stop()
    for each in waiting:
        each.join(60)
    assert told == [BeingWorkedOut] * 3
    kept.close()


def wait_long(_: Store) -> None:
    time.sleep(600)


def test_a_large_database_is_worked_out_in_another_process_to_the_same_answer(
        database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(database)
    with Store(database, read_only=True) as store:
        here = evaluate(store)
    monkeypatch.setattr(worked_apart, "LARGE", 1)
    kept = Remembered(database, evaluate)
    assert kept.get() == here
    assert len(here) > 0
    assert kept._apart._apart.started == 1
    kept.close()


def test_where_the_other_process_fails_it_is_worked_out_here(
        database: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    fill(database)
    monkeypatch.setattr(worked_apart, "LARGE", 1)
    monkeypatch.setattr(worked_apart, "MOST_MEMORY", 1)
    kept = Remembered(database, evaluate)
    assert len(kept.get()) > 0
    assert "worked out in the server itself" in caplog.text
    kept.close()
