"""What the README says is so: its commands, options and make targets exist, and its examples do what it says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from api.cli import softintel as program
from corpora.text.jsonl import read_json_line
from crawl.sources import load_sources
from tests.journeys.conftest import Ended
from tests.text.conftest import page, pdf

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.findall(r"`([^`\n]+)`|^    (.+)$", README, re.M)
SNIPPETS = [inline or block for inline, block in CODE]


def options_of(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)} | {"--help", "-h"}


def commands() -> dict[str, click.Command]:
    assert isinstance(program, click.Group)
    context = click.Context(program)
    found = {name: program.get_command(context, name) for name in program.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def test_every_command_is_in_the_table_and_every_command_of_the_table_exists() -> None:
    table = re.findall(r"^\| `softintel (\w+)", README, re.M)
    assert sorted(set(table)) == sorted(commands())


def test_every_command_that_is_named_exists() -> None:
    named = {words[1] for words in map(str.split, SNIPPETS) if words[0] == "softintel" and len(words) > 1 and words[1].isalpha()}
    assert len(named) >= 8
    assert named <= set(commands())


def test_every_option_belongs_to_the_command_beside_which_it_is_named() -> None:
    known, checked = commands(), 0
    for line in README.splitlines():
        command = re.search(r"softintel (?:--db \S+ )?([a-z]+)", line)
        if command is None or command[1] not in known or "--" not in line:
            continue
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line):
            assert option in options_of(known[command[1]]) | options_of(program), line
            checked += 1
    assert checked >= 8


def test_every_other_option_is_one_of_softintel_s() -> None:
    everything = options_of(program).union(*map(options_of, commands().values()))
    named = {option for snippet in SNIPPETS if not snippet.startswith(("pip ", "make ")) for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", snippet)}
    assert {"--help", "--db", "--org"} <= named <= everything


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {words[-1] for words in map(str.split, SNIPPETS) if words[0] == "make" and len(words) > 1}
    assert {"run", "test", "install"} <= named <= targets


def test_the_python_example_prints_what_the_readme_says(tmp_path: Path) -> None:
    example = re.findall(r"```python\n(.+?)```", README.partition("## From Python\n")[2], re.S)[0]
    said, = re.findall(r"```text\n(.+?)```", README, re.S)
    done = subprocess.run([sys.executable, "-W", "error::DeprecationWarning:__main__", "-c", example], cwd=tmp_path, capture_output=True,
                          text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
    assert len(example.splitlines()) <= 12


def test_the_document_given_as_an_example_is_one_that_is_taken() -> None:
    line, = re.findall(r"```json\n(.+?)\n```", README, re.S)
    document = read_json_line(line, where="README")
    assert (document.doc_type, document.licence, document.published_on) == ("board_paper", "OGL-3.0", "2025-03-04")
    assert None not in (document.url, document.publisher)
    assert document.title


@pytest.mark.parametrize("variable", sorted(set(re.findall(r"SOFTINTEL_[A-Z_]*[A-Z]", README))))
def test_every_variable_is_read_somewhere(variable: str) -> None:
    code = (path.read_text(encoding="utf-8") for room in ("api", "crawl", "nlp", "corpora") for path in (ROOT / room).rglob("*.py"))
    keys = {source.key_variable for source in load_sources()}
    assert variable in keys or any(f'"{variable}"' in text for text in code)


def test_the_commands_for_one_s_own_documents_do_their_work_one_after_the_other(tmp_path: Path, call: Callable[..., Ended]) -> None:
    """The text of the document is invented."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "letter.pdf").write_bytes(pdf(["Nottingham University Hospitals NHS Trust has received a warning notice about its maternity services.",
                                              "The Care Quality Commission issued it on 2 March 2025."]))
    (reports / "news.html").write_bytes(page("<main><article><p>Barts Health NHS Trust is in segment 3 of the NHS Oversight Framework.</p></article></main>"))
    block = re.search(r"## Use it on your own documents\n\n((?:    .+\n)+)", README)
    assert block is not None
    lines = [shlex.split(line, comments=True) for line in block[1].splitlines()]
    assert lines.pop(0) == ["source", ".venv/bin/activate"]
    assert lines.pop() == ["softintel", "serve"]
    said = {}
    for name, *arguments in lines:
        assert name == "softintel"
        ended = call(tmp_path, *arguments)
        assert ended.code == 0, (arguments, ended.err)
        said[arguments[0]] = ended.out
    assert said["add"] == "2 documents added, 0 unchanged, 0 issues\n"
    assert said["read"].startswith("2 documents read; ")
    assert "refused" in said["segments"]
    assert "warning notice" in said["search"]
    assert "[RX1]" in said["search"]
    assert "CQC warning notice" in said["alerts"]
