"""The program as people meet it: one demo for all journeys, and the command line called in this process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import main
from tests.journeys.inputs import make_inputs


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database that ``softintel demo --no-serve`` makes, made once."""
    folder = tmp_path_factory.mktemp("demo")
    done = real(folder, "demo", "--no-serve", "--database", "demo.db")
    assert done.returncode == 0, done.stderr
    return folder / "demo.db"


@pytest.fixture(scope="session")
def web(demo_database: Path) -> Iterator[TestClient]:
    """A browser of the demo."""
    with TestClient(create_app(demo_database)) as client:
        yield client


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A working folder with good and bad files of every sort."""
    make_inputs(tmp_path)
    return tmp_path


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Calls ``softintel`` in this process, where the heavy modules are loaded once: ``call(folder, "read")``."""
    def calling(folder: Path, *arguments: str, **environment: str) -> Ended:
        for name in [name for name in os.environ if name.startswith("SOFTINTEL_")]:
            monkeypatch.delenv(name)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["softintel", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, captured.out, captured.err)
    return calling


def real(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SOFTINTEL_")}
    return subprocess.run([str(Path(sys.executable).parent / "softintel"), *arguments], cwd=folder, env=environment,
                          capture_output=True, text=True, timeout=240, check=False)
