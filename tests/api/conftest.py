"""A web server over a small store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from tests.api.writing import fill


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with invented evidence."""
    path = tmp_path / "test.db"
    fill(path)
    return path


@pytest.fixture
def web(database: Path) -> Iterator[TestClient]:
    """A browser of that database, searching by words only."""
    with TestClient(create_app(database, by_meaning=False), raise_server_exceptions=False) as client:
        yield client
