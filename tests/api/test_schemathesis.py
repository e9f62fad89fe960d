"""Schemathesis finds nothing wrong, in a short run; ``python -m bench.schemathesis_all`` is the long one."""

from __future__ import annotations

from pathlib import Path

from bench.schemathesis_all import check


def test_the_api_is_as_its_description_says(database: Path) -> None:
    assert check(database, "--phases", "examples,fuzzing", "--max-examples", "2", "--seed", "1", "--workers", "2",
                 "--suppress-health-check", "all") == 0
