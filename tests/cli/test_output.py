"""What the command does when its reader goes, and when its database is damaged. All documents are invented."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from api.printing import json_line
from corpora.schema import Issue

Softintel = Callable[..., subprocess.CompletedProcess[str]]


def test_a_reader_that_goes_is_no_mistake(tmp_path: Path) -> None:
    theirs, ours = os.pipe()
    os.close(theirs)
    done = subprocess.run([str(Path(sys.executable).parent / "softintel"), "crawl", "--list"], cwd=tmp_path, stdout=ours,
                          stderr=subprocess.PIPE, text=True, check=False, timeout=120)
    os.close(ours)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is one of Linux")
def test_an_output_that_is_full_is_told_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([str(Path(sys.executable).parent / "softintel"), "crawl", "--list"], cwd=tmp_path, stdout=full,
                              stderr=subprocess.PIPE, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (2, "softintel: cannot write: No space left on device\n")


def test_json_on_a_terminal_does_not_steer_it_and_reads_back_the_same() -> None:
    hostile = Issue(stage="add", where="\x9b2J\x7f\u202e\u2028", reason="\x1b[2J")
    line = json_line(hostile)
    assert line.isprintable()
    assert Issue.model_validate_json(line) == hostile


@pytest.mark.parametrize("arguments", [("alerts",), ("corpus", "x", "--out", "out")])
def test_a_damaged_database_is_told_in_one_line(softintel: Softintel, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    lines = (json.dumps({"id": f"d{number}", "text": f"Invented {number} " * 400}) for number in range(40))
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert softintel("--db", "x.db", "add", "a.jsonl").returncode == 0
    database = tmp_path / "x.db"
    data = database.read_bytes()
    # The first page holds the schema; with it left whole the file still opens.
    database.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    done = softintel("--db", "x.db", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "damaged" in done.stderr or "cannot open the database" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()
