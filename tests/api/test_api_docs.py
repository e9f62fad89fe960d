"""What README.md and docs/api.md say of the API is so. The content is invented."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from fastapi.testclient import TestClient

from tests.api.test_lists import served

ROOT = Path(__file__).parents[2]


def test_the_columns_that_are_told_are_those_that_are_given(web: TestClient) -> None:
    paths = web.get("/openapi.json").json()["paths"]
    told = {path: methods["get"]["x-columns"] for path, methods in paths.items() if "x-columns" in methods.get("get", {})}
    assert len(told) >= 6
    page = web.get("/docs").text
    for path, columns in told.items():
        needed = {one["name"]: one["example"] for one in paths[path]["get"]["parameters"] if one["required"] and one["in"] == "query"}
        header = web.get(path.replace("{code}", "RX1"), params=needed | {"format": "csv"}).text.splitlines()[0]
        assert header == ",".join(columns)
        assert all(f"<code>{column}</code>" in page for column in columns)


def test_the_client_of_ten_lines_prints_evidence(database: Path) -> None:
    example = re.findall(r"```python\n(.+?)```", (ROOT / "README.md").read_text(encoding="utf-8").partition("## From a program\n")[2], re.S)[0]
    assert len(example.splitlines()) <= 10
    with served(database) as (host, port):
        done = subprocess.run([sys.executable, "-c", example.replace("http://127.0.0.1:8000", f"http://{host}:{port}")],
                              capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 2
    assert any("https://news.example.org/" in line for line in done.stdout.splitlines())
