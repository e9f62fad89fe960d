"""A new database that a mistake leaves empty goes; any other stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import UsersMistake
from corpora.store import Store
from corpora.store.undone import discard_if_empty, no_empty_database
from tests.conftest import make_document


def make_and_fail(path: Path, *, documents: int = 0, error: type[Exception] = UsersMistake) -> None:
    with pytest.raises(error):
        _make(path, documents, error)


def _make(path: Path, documents: int, error: type[Exception]) -> None:
    with no_empty_database(path):
        with Store(path) as store:
            for number in range(documents):
                store.add_document(make_document("Invented.", document_id=str(number)))
        raise error("Something else was wrong.")


def test_a_new_database_that_a_mistake_leaves_empty_is_taken_away(tmp_path: Path) -> None:
    make_and_fail(tmp_path / "x.db")
    assert not list(tmp_path.iterdir())


def test_what_holds_a_document_stays(tmp_path: Path) -> None:
    make_and_fail(tmp_path / "x.db", documents=1)
    with Store(tmp_path / "x.db", read_only=True) as store:
        assert store.count_documents() == 1


def test_a_database_that_was_there_stays_though_it_is_empty(tmp_path: Path) -> None:
    with Store(tmp_path / "x.db"):
        pass
    make_and_fail(tmp_path / "x.db")
    assert (tmp_path / "x.db").exists()


def test_a_fault_of_ours_leaves_everything_to_be_looked_at(tmp_path: Path) -> None:
    make_and_fail(tmp_path / "x.db", error=RuntimeError)
    assert (tmp_path / "x.db").exists()


def test_what_another_has_open_stays(tmp_path: Path) -> None:
    with Store(tmp_path / "x.db") as store:
        discard_if_empty(tmp_path / "x.db")
        store.add_document(make_document("Invented."))
    with Store(tmp_path / "x.db", read_only=True) as store:
        assert store.count_documents() == 1


def test_no_file_is_no_trouble(tmp_path: Path) -> None:
    discard_if_empty(tmp_path / "x.db")
    assert not list(tmp_path.iterdir())
