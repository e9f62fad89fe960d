"""``softintel serve``: a real server on loopback. Everything said about real organisations is invented."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from api.cli import softintel as softintel_command
from corpora.errors import UsersMistake
from tests.api.writing import fill

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_printed_address_answers_until_it_is_stopped(tmp_path: Path) -> None:
    fill(tmp_path / "test.db")
    command = [str(Path(sys.executable).parent / "softintel"), "--db", str(tmp_path / "test.db"), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(f"{address}healthz", timeout=30) as response:
            assert response.status == 200
        with urllib.request.urlopen(f"{address}trusts/RX1", timeout=30) as response:
            assert b"Nottingham University Hospitals" in response.read()
        server.send_signal(signal.SIGINT)
        _, messages = server.communicate(timeout=30)
    assert (server.returncode, messages) == (0, "softintel: stopped\n")


def test_a_taken_port_is_a_mistake(tmp_path: Path, softintel: Run) -> None:
    fill(tmp_path / "softintel.db")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = softintel("serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"softintel: --port {port}: already taken; give another with --port, or 0 for any free one\n"


def test_a_missing_database_is_a_mistake(softintel: Run) -> None:
    done = softintel("serve")
    assert done.returncode == 2
    assert "softintel.db: no such database" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_that_is_no_database_is_a_mistake(tmp_path: Path, softintel: Run) -> None:
    (tmp_path / "softintel.db").write_text("A letter, not a database. " * 100)
    done = softintel("serve")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_an_address_of_no_network_is_a_mistake(tmp_path: Path, softintel: Run) -> None:
    fill(tmp_path / "softintel.db")
    done = softintel("serve", "--host", "203.0.113.7")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize(("name", "value"), [("SOFTINTEL_RATE_LIMIT", "abc"), ("SOFTINTEL_QUERY_SECONDS", "x")])
def test_a_setting_that_cannot_be_used_is_refused_before_it_says_that_it_serves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str,
) -> None:
    fill(tmp_path / "softintel.db")
    monkeypatch.setenv(name, value)
    with pytest.raises(UsersMistake, match=f"^{name}={value}: not a number"):
        softintel_command.main(["--db", str(tmp_path / "softintel.db"), "serve", "--port", "0"], standalone_mode=False)
    assert capsys.readouterr().out == ""
