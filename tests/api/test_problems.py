"""Every error is a problem document for programs and a page for people."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpora.store import Store
from tests.api.writing import fill


@pytest.mark.parametrize(("path", "status", "says"), [
    ("/api/nothing-here", 404, "/docs"),
    ("/api/trusts/XYZ", 404, "'XYZ' is not the ODS code"),
    ("/api/trusts/XYZ/timeline", 404, "'XYZ' is not the ODS code"),
    ("/api/evidence/0000000000000000", 404, "There is no evidence"),
    ("/api/documents/none", 404, "There is no document"),
    ("/api/trusts?limit=0", 422, "limit: input should be greater than or equal to 1"),
    ("/api/trusts?limit=201", 422, "limit: input should be less than or equal to 200"),
    ("/api/trusts?sector=dental", 422, "sector: "),
    ("/api/trusts?colour=red", 422, "colour: there is no such parameter"),
    ("/api/trusts?cursor=%00", 422, "cursor: not one that this list gave out"),
    ("/api/trusts?cursor=WyIxIiwiMiJd", 422, "cursor: of another list"),
    ("/api/trusts?cursor=" + "W1tb" * 249, 422, "cursor: "),
    ("/api/evidence?cursor=WyJcdWQ4MDAiLCJ4Il0", 422, "cursor: of another list"),
    ("/api/evidence?org=ZZZ", 422, "org: 'ZZZ' is not the ODS code"),
    ("/api/evidence?kind=gossip", 422, "kind: 'gossip' is no kind of evidence; the kinds are"),
    ("/api/evidence?status=maybe", 422, "status: "),
    ("/api/evidence?since=yesterday", 422, "dates are written"),
    ("/api/evidence?since=2021-02-30", 422, "2021-02-30 is no date of the calendar"),
    ("/api/search", 422, "q: field required"),
    ("/api/search?q=x&cursor=WyJ4Il0", 422, "cursor: of another list"),
    ("/api/segments?segment=9", 422, "segment: "),
    ("/api/alerts?org=ZZZ", 422, "org: 'ZZZ'"),
])
def test_an_error_is_a_problem_document_that_says_what_to_do(web: TestClient, path: str, status: int, says: str) -> None:
    response = web.get(path)
    problem = response.json()
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["type"].startswith("/problems/")
    assert problem["title"]
    assert problem["instance"] == path.split("?")[0]
    assert says in problem["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_writing_is_not_allowed(web: TestClient, method: str) -> None:
    response = web.request(method, "/api/trusts")
    assert response.status_code == 405
    assert response.headers["content-type"] == "application/problem+json"
    assert "GET" in response.headers["allow"]


@pytest.mark.parametrize("path", ["/healthz", "/api/trusts", "/api/trusts/RX1", "/api/search?q=x", "/api/alerts"])
def test_a_missing_database_is_a_503(tmp_path: Path, path: str) -> None:
    with TestClient(create_app(tmp_path / "none.db"), raise_server_exceptions=False) as web:
        response = web.get(path)
    assert response.status_code == 503
    assert response.headers["content-type"] == "application/problem+json"
    assert "softintel doctor" in response.json()["detail"]
    assert str(tmp_path) not in response.text


def test_a_damaged_database_is_a_503(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    fill(path)
    with Store(path) as store:
        store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xff" * (len(damaged) - 8192)
    path.write_bytes(damaged)
    with TestClient(create_app(path), raise_server_exceptions=False) as web:
        response = web.get("/healthz")
    assert response.status_code == 503
    assert response.headers["content-type"] == "application/problem+json"


def test_a_defect_of_ours_is_a_500_without_its_traceback(web: TestClient) -> None:
    @web.app.get("/api/defect")  # type: ignore[attr-defined]
    def fail() -> None:
        raise ZeroDivisionError("the inside of the engine")
    response = web.get("/api/defect")
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "engine" not in response.text
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_people_get_a_page(web: TestClient) -> None:
    response = web.get("/trusts/NOPE")
    assert response.status_code == 404
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>Page not found</h1>" in response.text
    assert "&#39;NOPE&#39; is not the ODS code" in response.text


def test_people_get_a_page_while_the_database_cannot_be_read(tmp_path: Path) -> None:
    with TestClient(create_app(tmp_path / "none.db"), raise_server_exceptions=False) as web:
        response = web.get("/")
    assert response.status_code == 503
    assert "<h1>The database cannot be read at present</h1>" in response.text


@pytest.mark.parametrize("path", ["/", "/trusts/RX1", "/search?q=x", "/alerts", "/feed.atom", "/docs", "/api/trusts", "/api/none",
                                  "/nowhere", "/static/softintel.css", "/api/trusts?limit=0", "/openapi.json"])
def test_every_answer_carries_the_security_headers(web: TestClient, path: str) -> None:
    headers = web.get(path).headers
    assert "script-src" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_head_is_answered_without_a_body(web: TestClient) -> None:
    response = web.head("/feed.atom")
    assert response.status_code == 200
    assert response.headers["etag"]
    assert response.content == b""
