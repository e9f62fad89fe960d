"""A PostgreSQL server for the tests of a session that want one, and an empty database for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.crawl.postgres import NoPostgres, emptied, running_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The folder of a running server's socket."""
    with running_postgres() as folder:
        yield folder


@pytest.fixture
def shared_address(request: pytest.FixtureRequest) -> str:
    """The address of an empty database."""
    try:
        return emptied(request.getfixturevalue("postgres"))
    except NoPostgres as none:
        pytest.skip(f"tests of shared frontiers are left out: {none}")
