"""What README.md and docs/api.md say of the API is so. The content is invented."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from fastapi.routing import APIRoute

from api.app import create_app
from api.listing import is_list, item_kind
from api.tables import column_names
from tests.api.test_lists import served

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def columns() -> str:
    """The list of columns of every list, as the page has it; to be written there by hand where this changes."""
    lines = []
    for route in sorted(create_app(Path("none.db"), by_meaning=False).routes, key=lambda route: getattr(route, "path", "")):
        if isinstance(route, APIRoute) and is_list(route.response_model):
            lines.append(f"- `{route.path}`: {', '.join(f'`{name}`' for name in column_names(item_kind(route.response_model)))}")
    return "\n".join(lines)


def test_the_columns_that_are_told_are_those_that_are_given() -> None:
    told = re.search(r"<!-- columns -->\n\n(.*?)\n\n##", DOCS, re.S)
    assert told is not None
    assert told[1] == columns()


def test_the_client_of_ten_lines_prints_evidence(database: Path) -> None:
    example = re.findall(r"```python\n(.+?)```", (ROOT / "README.md").read_text(encoding="utf-8").partition("## From a program\n")[2], re.S)[0]
    assert len(example.splitlines()) <= 10
    with served(database) as (host, port):
        done = subprocess.run([sys.executable, "-c", example.replace("http://127.0.0.1:8000", f"http://{host}:{port}")],
                              capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 2
    assert all(" https://news.example.org/" in line for line in done.stdout.splitlines())
