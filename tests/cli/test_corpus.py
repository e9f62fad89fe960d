"""``softintel corpus`` as people call it. All content is invented."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Softintel = Callable[..., subprocess.CompletedProcess[str]]
LINES = [{"id": "a", "text": "Invented ward shut.", "published": "2024-03-05", "doc_type": "news", "licence": "OGL-3.0"},
         {"id": "b", "text": "Invented ward open.", "published": "2022-03-05"}]


@pytest.fixture
def filled(softintel: Softintel, tmp_path: Path) -> Softintel:
    """The command, with two documents in ``softintel.db``."""
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES))
    assert softintel("add", "a.jsonl").returncode == 0
    return softintel


def test_a_corpus_is_built_and_built_again_the_same(filled: Softintel, tmp_path: Path) -> None:
    states = []
    for _ in range(2):
        done = filled("corpus", "invented", "--out", "out")
        assert (done.returncode, done.stdout, done.stderr) == (0, "out: documents 2, with full text 1, evidence 0\n", "")
        states.append({path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()})
    assert states[0] == states[1]
    assert set(states[0]) == {"documents.jsonl", "documents.parquet", "evidence.jsonl", "evidence.parquet", "manifest.json", "card.md"}


def test_documents_of_an_open_corpus_can_be_added_to_another_store(filled: Softintel, tmp_path: Path) -> None:
    filled("corpus", "invented", "--out", "out", "--since", "2024", "--format", "jsonl")
    done = filled("--db", "other.db", "add", "out/documents.jsonl")
    assert (done.returncode, done.stdout) == (0, "1 document added, 0 unchanged, 0 issues\n")


def test_an_empty_selection_is_a_finding(filled: Softintel, tmp_path: Path) -> None:
    done = filled("corpus", "invented", "--out", "out", "--since", "2025")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "softintel: no document in softintel.db fits the selection; no corpus was written\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("arguments", "says"), [
    (["--org", "ZZZ"], "'ZZZ' is not the ODS code"), (["--kind", "rumour"], "'rumour' is not a kind of evidence"),
    (["--since", "last week"], "--since: last week is no date"), (["--until", "2024-02-30"], "--until: 2024-02-30 is no date"),
    (["--format", "csv"], "'csv' is not a corpus format"), (["--doc-type", "blog"], "blog")])
def test_a_bad_choice_is_one_line_and_nothing_is_written(filled: Softintel, tmp_path: Path, arguments: list[str], says: str) -> None:
    done = filled("corpus", "invented", "--out", "out", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_without_a_database_the_command_says_how_to_make_one(softintel: Softintel, tmp_path: Path) -> None:
    done = softintel("corpus", "invented", "--out", "out")
    assert done.returncode == 2
    assert done.stderr == "softintel: softintel.db: no such database; add documents first with `softintel add`\n"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_other_things_in_it_is_left_alone(filled: Softintel, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("Mine.")
    done = filled("corpus", "invented", "--out", "mine")
    assert (done.returncode, done.stderr) == (2, "softintel: mine: not empty and not an earlier corpus; name another folder\n")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]
