"""The write-ahead log stays short, however the database is read."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from corpora.store import Store, write_ahead_log
from tests.conftest import make_document


def size(path: Path) -> int:
    return path.with_name(f"{path.name}-wal").stat().st_size


def add(store: Store, number: int) -> None:
    store.add_document(make_document("Told at length. " * 500, document_id=f"d{number}"))


def hasten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look after every transaction, at a log of a quarter of a megabyte."""
    monkeypatch.setattr(write_ahead_log, "LONG", 2**18)
    monkeypatch.setattr(write_ahead_log, "PAUSE_SECONDS", 0.0)


def test_the_log_is_shortened_although_readers_overlap_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "test.db"
    hasten(monkeypatch)
    over = threading.Event()

    def read(offset: float) -> None:
        with Store(path, read_only=True) as store:
            time.sleep(offset)
            while not over.is_set():
                with store.snapshot():
                    store.count_documents()
                    time.sleep(0.02)
                    store.count_documents()

    with Store(path) as store:
        add(store, -1)
        readers = [threading.Thread(target=read, args=(offset,)) for offset in (0.0, 0.005, 0.01, 0.015)]
        for reader in readers:
            reader.start()
        until, number, sizes = time.monotonic() + 120, 0, [size(path)]
        while (sizes[-1] or not max(sizes)) and time.monotonic() < until:
            store._log._next_look = 0.0
            add(store, number)
            number += 1
            sizes.append(size(path))
        over.set()
        for reader in readers:
            reader.join()
        assert store.count_documents() == number + 1
    assert max(sizes) > 2**17, sizes
    assert sizes[-1] == 0, sizes


def test_a_long_reader_holds_up_no_writer_and_the_log_is_shortened_after_it(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "test.db"
    hasten(monkeypatch)
    monkeypatch.setattr(write_ahead_log, "WAIT_SECONDS", 0.1)
    with Store(path) as store:
        add(store, -1)
        with Store(path, read_only=True) as reader, reader.snapshot():
            assert reader.count_documents() == 1
            for number in range(100):
                add(store, number)
            began = time.monotonic()
            store._log._next_look = 0.0
            add(store, 100)
            assert time.monotonic() - began < 20
            assert size(path) > 2**18
            assert reader.count_documents() == 1
        store._log._next_look = 0.0
        add(store, 101)
        assert size(path) == 0
        assert store.db.execute("PRAGMA busy_timeout").fetchone()[0] == 30_000
