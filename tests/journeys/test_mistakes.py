"""Bad input to every command: one line that names the input and what is wrong, exit code 2, nothing half-written."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from api.cli import softintel as program
from tests.journeys.conftest import Ended, real
from tests.journeys.inputs import state
from tests.journeys.mistakes import MISTAKES, Mistake

ONE_EACH = {mistake.command: mistake for mistake in reversed(MISTAKES) if not mistake.environment}


def fingerprint(database: Path) -> str:
    return hashlib.sha256(database.read_bytes()).hexdigest()


@pytest.fixture
def unchanged(inputs: Path, demo_database: Path) -> Iterator[Path]:
    """The working folder; afterwards it and the demo's database must be what they were."""
    before, stored = state(inputs), fingerprint(demo_database)
    yield inputs
    assert state(inputs) == before
    assert fingerprint(demo_database) == stored


def arguments_of(mistake: Mistake, demo_database: Path) -> list[str]:
    return [str(demo_database) if word == "DEMO" else word for word in mistake.arguments]


def assert_told(mistake: Mistake, code: int, out: str, err: str) -> None:
    assert (code, out) == (2, ""), err
    assert err.startswith("softintel: ")
    assert err.endswith("\n")
    assert err.count("\n") == 1, err
    assert mistake.named in err
    assert mistake.wrong in err


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: " ".join([*map("=".join, mistake.environment), *mistake.arguments]))
def test_a_mistake_is_told_in_one_line_and_leaves_nothing_behind(
        mistake: Mistake, unchanged: Path, demo_database: Path, call: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    ended = call(unchanged, *arguments_of(mistake, demo_database), **dict(mistake.environment))
    assert_told(mistake, ended.code, ended.out, ended.err)


@pytest.mark.parametrize("mistake", ONE_EACH.values(), ids=lambda mistake: mistake.command or "no command")
def test_so_does_the_real_command(mistake: Mistake, unchanged: Path, demo_database: Path) -> None:
    done = real(unchanged, *arguments_of(mistake, demo_database))
    assert_told(mistake, done.returncode, done.stdout, done.stderr)


def test_without_a_command_the_help_is_shown(inputs: Path, call: Callable[..., Ended]) -> None:
    ended = call(inputs)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == call(inputs, "--help").out
    assert len(ended.out.splitlines()) > 20


def test_the_table_of_mistakes_leaves_no_command_out() -> None:
    assert isinstance(program, click.Group)
    assert {mistake.command for mistake in MISTAKES} >= set(program.list_commands(click.Context(program)))


@pytest.mark.parametrize(("database", "says"), [
    ("missing.db", "no such database"), ("folder", "no such database"), ("good.txt/x.db", "no such database"),
    ("note.db", "not a database"), ("other.db", "another program")])
def test_a_database_that_cannot_be_used_is_the_doctor_s_finding(
        unchanged: Path, call: Callable[..., Ended], database: str, says: str) -> None:
    ended = call(unchanged, "--db", database, "doctor")
    assert (ended.code, ended.err) == (1, "")
    problem, = (line for line in ended.out.splitlines() if line.startswith("problem"))
    assert database in problem
    assert says in problem


def test_what_was_extracted_before_a_broken_line_is_whole(inputs: Path, call: Callable[..., Ended]) -> None:
    ended = call(inputs, "extract", "bad.jsonl")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "bad.jsonl, line 2: not valid JSON" in ended.err
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == ["a"]
