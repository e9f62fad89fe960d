"""What has not changed is not sent again; nothing is used without asking."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpora.store import Store
from tests.api.writing import Told, write

PATHS = ("/", "/trusts", "/trusts/RX1", "/alerts", "/docs", "/problems/not-found", "/feed.atom", "/api/trusts", "/api/trusts/RX1",
         "/api/evidence", "/api/evidence?format=csv", "/api/alerts", "/api/segments", "/api/coverage", "/api/search?q=segment",
         "/openapi.json")


@pytest.mark.parametrize("path", PATHS)
def test_what_is_known_already_is_not_sent_again(web: TestClient, database: Path, path: str) -> None:
    first = web.get(path)
    assert first.status_code == 200
    assert first.headers["cache-control"] == "no-cache"
    with TestClient(create_app(database, by_meaning=False)) as restarted:
        again = restarted.get(path, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert "content-length" not in again.headers
    assert "default-src" in again.headers["content-security-policy"]
    head = web.head(path)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", first.headers["etag"])


def test_what_has_changed_is_sent(web: TestClient, database: Path) -> None:
    first = web.get("/api/evidence")
    with Store(database) as store:
        write(store, "new", Told("The trust is in segment 2.", "segment", "nof", value=2))
    again = web.get("/api/evidence", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200
    assert again.headers["etag"] != first.headers["etag"]


def test_forms_have_tags_of_their_own(web: TestClient) -> None:
    tags = {web.get("/api/evidence", headers={"Accept": form}).headers["etag"] for form in (
        "application/json", "text/csv", "application/jsonl")}
    assert len(tags) == 3


def test_what_was_given_to_a_token_is_private(web: TestClient) -> None:
    assert web.get("/api/trusts", headers={"Authorization": "Bearer x"}).headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize("path", ["/api/none", "/api/trusts?limit=0", "/healthz", "/api/evidence?all=true&format=csv"])
def test_errors_health_and_whole_lists_are_not_kept(web: TestClient, path: str) -> None:
    answer = web.get(path, headers={"If-None-Match": "*"})
    assert answer.status_code != 304
    assert answer.headers["cache-control"] == "no-store"
