"""The route asked most goes straight to its answer, and is in all else like every other."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.routes.trusts import get_trust
from tests.api.writing import fill


@pytest.fixture
def described(tmp_path: Path) -> TestClient:
    """The same application without the straight way."""
    fill(tmp_path / "test.db")
    app = create_app(tmp_path / "test.db", by_meaning=False)
    app.router.routes[:] = [route for route in app.router.routes if getattr(route, "path", "") != "/api/trusts/{code}"
                            or getattr(route, "endpoint", None) is get_trust]
    return TestClient(app, raise_server_exceptions=False)


@pytest.mark.parametrize(("method", "path", "accept"), [
    ("GET", "/api/trusts/RX1", "*/*"), ("GET", "/api/trusts/rx1", "application/json"), ("HEAD", "/api/trusts/RX1", "*/*"),
    ("POST", "/api/trusts/RX1", "*/*"), ("GET", "/api/trusts/NOBODY", "*/*"), ("GET", "/api/trusts/RX1", "text/csv"),
    ("GET", "/api/trusts/RX1?unknown=1", "*/*")])
def test_the_straight_way_answers_as_the_described_one(
        web: TestClient, described: TestClient, method: str, path: str, accept: str) -> None:
    straight = web.request(method, path, headers={"accept": accept})
    other = described.request(method, path, headers={"accept": accept})
    assert straight.status_code < 500
    assert (straight.status_code, straight.content, dict(straight.headers)) == (
        other.status_code, other.content, dict(other.headers))


def test_the_way_that_is_described_is_not_told_twice(web: TestClient) -> None:
    assert list(web.get("/openapi.json").json()["paths"]["/api/trusts/{code}"]) == ["get"]
