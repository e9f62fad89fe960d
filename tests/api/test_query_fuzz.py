"""Odd queries with odd filters, asked of the API, the page and the command in turn: none of them fails.

All 20,000 of them, each asked of all three and by meaning too: ``python -m bench.fuzzed_queries``.
"""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from bench.fuzzed_queries import PATHS, ask_command, ask_web, odd_queries
from tests.api.writing import fill


def test_no_query_makes_search_fail(tmp_path: Path) -> None:
    database = tmp_path / "fuzzed.db"
    fill(database)
    failures, answers = [], set()
    with TestClient(create_app(database, by_meaning=False)) as web:
        for number, query in enumerate(odd_queries(1_500, seed=2)):
            # The command opens the database and the model anew each time.
            answer, failure = ask_web(web, PATHS[number % 2], query) if number % 16 else ask_command(database, query)
            answers.add(answer)
            failures.extend([failure] if failure else [])
    assert failures == []
    assert answers == {200, 422, 0, 1, 2}
