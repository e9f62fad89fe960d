"""Questions that take too long are stopped, and the answer says so. EVERYTHING SAID ABOUT REAL ORGANISATIONS IS INVENTED."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.library import OpenStore
from corpora.errors import UsersMistake
from tests.store.test_pool import ENDLESS


def test_a_question_without_end_is_answered_by_a_problem_and_the_next_one_properly(
        database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOFTINTEL_QUERY_SECONDS", "0.2")
    app = create_app(database, by_meaning=False)

    @app.get("/api/endless")
    def endless(store: OpenStore) -> int:
        return int(store.db.execute(ENDLESS).fetchone()[0])

    with TestClient(app, raise_server_exceptions=False) as web:
        for _ in range(3):
            answer = web.get("/api/endless")
            assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
            assert answer.json()["type"] == "/problems/took-too-long"
            assert answer.json()["detail"] == ("This took longer than 0.2 seconds and was stopped; narrow what is asked for: by "
                                               "organisation, kind or date, or a shorter list")
            assert "retry-after" not in answer.headers
            assert web.get("/api/trusts/RX1").status_code == 200
        assert "softintel_query_seconds" in web.get("/problems/took-too-long").text.lower()


def test_a_database_that_is_held_locked_is_a_problem_and_no_traceback(database: Path) -> None:
    with TestClient(create_app(database, by_meaning=False), raise_server_exceptions=False) as web:
        assert web.get("/api/trusts/RX1").status_code == 200
        writer = sqlite3.connect(database)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM evidence")
        assert len(web.get("/api/trusts/RX1").json()["latest_evidence"]) > 3, "who reads does not wait for who writes"
        writer.rollback()
        writer.close()


def test_a_database_taken_away_and_put_back_under_a_running_server(database: Path, tmp_path: Path) -> None:
    with TestClient(create_app(database, by_meaning=False), raise_server_exceptions=False) as web:
        assert web.get("/api/trusts/RX1").status_code == 200
        database.replace(tmp_path / "aside.db")
        answer = web.get("/api/trusts/RX1")
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
        assert answer.headers["retry-after"]
        database.write_bytes(b"this is no database at all, whatever its name says" * 100)
        answer = web.get("/api/trusts/RX1")
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
        database.unlink()
        (tmp_path / "aside.db").replace(database)
        assert web.get("/api/trusts/RX1").status_code == 200


@pytest.mark.parametrize("given", ["0", "-1", "soon", "nan"])
def test_a_budget_that_is_no_number_above_nought_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOFTINTEL_QUERY_SECONDS", given)
    with pytest.raises(UsersMistake, match="SOFTINTEL_QUERY_SECONDS"):
        create_app(database)
