"""Every address of the contract answers on the demo's data, and what goes wrong is told in problem documents."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

API = ("/api/trusts", "/api/trusts/RX1", "/api/trusts/RX1/timeline", "/api/evidence", "/api/evidence/{evidence}",
       "/api/search?q=maternity", "/api/segments", "/api/alerts", "/api/documents/{document}", "/healthz", "/openapi.json")
PAGES = ("/", "/trusts/RX1", "/search", "/search?q=maternity", "/evidence/{evidence}", "/evidence/{evidence}/explanation",
         "/alerts", "/alerts?org=RX1", "/about", "/docs")


@pytest.fixture(scope="module")
def known(web: TestClient) -> dict[str, str]:
    """A piece of evidence and its document."""
    first = web.get("/api/evidence?org=RX1&limit=1").json()["items"][0]
    return {"evidence": first["evidence"]["id"], "document": first["evidence"]["document_id"]}


@pytest.mark.parametrize("path", API)
def test_an_address_of_the_api_answers_with_json(web: TestClient, known: dict[str, str], path: str) -> None:
    answer = web.get(path.format(**known))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_with_html(web: TestClient, known: dict[str, str], path: str) -> None:
    answer = web.get(path.format(**known))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<h1" in answer.text


def test_every_address_of_the_api_is_described(web: TestClient) -> None:
    described = set(web.get("/openapi.json").json()["paths"])
    assert {path.partition("?")[0].replace("RX1", "{code}").replace("{evidence}", "{evidence_id}").replace("{document}", "{document_id}")
            for path in API if path != "/openapi.json"} <= described
    page = web.get("/docs").text
    assert all(path in page for path in described)


@pytest.mark.parametrize("path", ["/api/trusts", "/api/evidence", "/api/segments", "/api/alerts", "/api/search",
                                  "/api/trusts/RX1/timeline"])
def test_a_list_can_be_walked_by_its_cursor(web: TestClient, path: str) -> None:
    query = {"q": "maternity"} if path == "/api/search" else {}
    two = web.get(path, params={**query, "limit": 2}).json()
    one = web.get(path, params={**query, "limit": 1}).json()
    other = web.get(path, params={**query, "limit": 1, "cursor": one["next_cursor"]}).json()
    assert len(two["items"]) == 2
    assert [*one["items"], *other["items"]] == two["items"]


@pytest.mark.parametrize(("path", "status"), [
    ("/api/nowhere", 404), ("/api", 404), ("/api/trusts/ZZZ", 404), ("/api/trusts/ZZZ/timeline", 404), ("/api/evidence/none", 404),
    ("/api/documents/none", 404), ("/api/evidence?org=ZZZ", 422), ("/api/evidence?kind=gossip", 422),
    ("/api/evidence?status=gone", 422), ("/api/evidence?since=soon", 422), ("/api/evidence?limit=-1", 422),
    ("/api/evidence?cursor=x", 422), ("/api/trusts?limit=0", 422), ("/api/trusts?sector=coffee", 422), ("/api/search", 422),
    ("/api/search?q=x&org=ZZZ", 422), ("/api/search?q=x&since=2024-02-30", 422), ("/api/segments?segment=9", 422),
    ("/api/segments?limit=many", 422), ("/api/alerts?since=soon", 422), ("/api/alerts?colour=red", 422),
    ("/api/trusts/RX1/timeline?limit=0", 422)])
def test_what_cannot_be_answered_is_a_problem_document(web: TestClient, path: str, status: int) -> None:
    answer = web.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    problem = answer.json()
    assert {"type", "title", "status", "detail", "instance"} <= set(problem)
    assert problem["status"] == status
    assert problem["instance"] == path.partition("?")[0]
    assert problem["detail"]
    if "?" in path:
        parameter = path.rpartition("?")[2].rpartition("&")[2].partition("=")[0]
        assert parameter in problem["detail"]


@pytest.mark.parametrize("path", ["/nowhere", "/trusts/ZZZ", "/evidence/none", "/trusts/ZZZ/feed.atom"])
def test_a_page_that_is_not_there_says_so_as_a_page(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Page not found" in answer.text
