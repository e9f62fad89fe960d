"""``softintel add`` as people call it. All content is invented."""

from __future__ import annotations

import json
import os
import pty
import sqlite3
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from corpora.store import Store
from tests.text.conftest import page, pdf, word_paragraph, word_xml

Softintel = Callable[..., subprocess.CompletedProcess[str]]


def hundred_files(folder: Path) -> None:
    """A folder of 100 files of all formats, three of them broken."""
    (folder / "below").mkdir(parents=True)
    for number in range(97):
        words = f"Invented note number {number}."
        data, ending = ((words.encode(), "txt"), (page(f"<main><p>{words}</p></main>"), "html"), (pdf([words]), "pdf"),
                        (word_xml(word_paragraph(words)), "docx"),
                        (json.dumps({"id": f"line-{number}", "text": words}).encode(), "jsonl"))[number % 5]
        (folder / ("below" if number % 2 else ".") / f"note-{number}.{ending}").write_bytes(data)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "page.pdf").write_bytes(page("<p>Log in</p>"))
    (folder / "cut.pdf").write_bytes(pdf(["Cut short."])[:400])


def stored(database: Path) -> tuple[int, list[tuple[str, str]]]:
    with Store(database, read_only=True) as store:
        return store.count_documents(), [(Path(issue.where).name, issue.reason) for issue in store.issues()]


def test_of_a_hundred_files_with_three_broken_the_others_are_in_and_three_issues_say_why(softintel: Softintel, tmp_path: Path) -> None:
    hundred_files(tmp_path / "in")
    done = softintel("--db", "x.db", "add", "in")
    assert (done.returncode, done.stdout) == (1, "97 documents added, 0 unchanged, 3 issues\n")
    count, issues = stored(tmp_path / "x.db")
    assert count == 97
    assert sorted(issues) == [
        ("cut.pdf", "the PDF is broken: it cannot be opened"), ("empty.txt", "the file is empty"),
        ("page.pdf", "not a PDF, as it is called, but an HTML page")]
    assert all(name in done.stderr for name, _ in issues)

    again = softintel("--db", "x.db", "add", "in")
    assert (again.returncode, again.stdout) == (1, "0 documents added, 97 unchanged, 3 issues\n")
    assert stored(tmp_path / "x.db") == (count, issues)


def test_a_good_file_is_added_once(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Invented words.")
    done = softintel("--db", "x.db", "add", "a.txt", "a.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 document added, 1 unchanged, 0 issues\n", "")


@pytest.mark.parametrize(("name", "data", "says"), [
    ("a.pdf", page("<p>Log in</p>"), "a.pdf: not a PDF, as it is called, but an HTML page"),
    ("a.txt", b"", "a.txt: the file is empty"),
    ("a.jsonl", b'{"id": "a", "text": "x"}\n{"id": \n', "a.jsonl, line 2: not valid JSON"),
    ("a.jsonl", b'{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n', 'a.jsonl, line 2: the id "a" stands in line 1 too')])
def test_a_bad_file_that_is_named_is_one_line_and_nothing_is_added(
        softintel: Softintel, tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / "good.txt").write_text("Invented words.")
    (tmp_path / name).write_bytes(data)
    done = softintel("--db", "x.db", "add", "good.txt", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"softintel: {says}")
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.glob("x.db*"))


def test_a_missing_path_is_one_line_and_makes_no_database(softintel: Softintel, tmp_path: Path) -> None:
    done = softintel("--db", "x.db", "add", "nowhere.txt")
    assert (done.returncode, done.stderr) == (2, "softintel: nowhere.txt: no such file or folder\n")
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize(("database", "says"), [
    ("note.txt", "file is not a database"), ("note.txt/x.db", "the folder note.txt does not exist"), ("folder", "cannot open the database"),
    ("nowhere/x.db", "the folder nowhere does not exist"), ("other.db", "the database of another program")])
def test_a_database_that_cannot_be_written_is_one_line_and_is_left_alone(
        softintel: Softintel, tmp_path: Path, database: str, says: str) -> None:
    (tmp_path / "note.txt").write_text("Invented words that are no database.")
    (tmp_path / "folder").mkdir()
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    done = softintel("--db", database, "add", "note.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"softintel: {database}: ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_changed_file_of_lines_replaces_its_documents(softintel: Softintel, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n')
    assert softintel("--db", "x.db", "add", "a.jsonl").returncode == 0
    path.write_text('{"id": "a", "text": "x"}\n{"id": "b", "text": "changed"}\n')
    assert softintel("--db", "x.db", "add", "a.jsonl").stdout == "0 documents added, 1 changed, 1 unchanged, 0 issues\n"


def test_two_texts_under_one_id_in_one_run_are_an_issue_and_neither_wins_by_chance(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text('{"id": "a", "text": "first"}\n')
    (tmp_path / "in" / "b.jsonl").write_text('{"id": "a", "text": "second"}\n')
    for _ in range(2):
        done = softintel("--db", "x.db", "add", "in")
        assert done.returncode == 1
        assert "in/b.jsonl: its id 'a' is that of another document, in in/a.jsonl" in done.stderr
    with Store(tmp_path / "x.db", read_only=True) as store:
        document = store.document("a")
    assert document is not None
    assert document.text == "first"


def test_a_file_whose_name_is_no_text_is_an_issue_like_any_other(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"")
    done = softintel("--db", "x.db", "add", "in")
    assert (done.returncode, done.stdout) == (1, "0 documents added, 0 unchanged, 1 issue\n")
    assert stored(tmp_path / "x.db")[1] == [("caf\ufffd.txt", "the file is empty")]


def test_a_file_that_is_mended_is_no_issue_any_more(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text('{"id": "a", "text": "x"}\n{"id":\n')
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    assert softintel("--db", "x.db", "add", "in").returncode == 1
    assert [name for name, _ in stored(tmp_path / "x.db")[1]] == ["a.jsonl, line 2", "b.txt"]
    (tmp_path / "in" / "a.jsonl").write_text('{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n')
    assert softintel("--db", "x.db", "add", "in").returncode == 1
    assert [name for name, _ in stored(tmp_path / "x.db")[1]] == ["b.txt"]
    (tmp_path / "in" / "b.txt").write_text("Invented words.")
    assert softintel("--db", "x.db", "add", "in/b.txt").returncode == 0
    assert stored(tmp_path / "x.db") == (3, [])


def test_a_folder_that_holds_the_database_is_added_without_it(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Invented words.")
    (tmp_path / "x.db-wal.txt").write_text("Other invented words.")
    (tmp_path / "x.db-crawl").write_bytes(b"")
    done = softintel("--db", "x.db", "add", ".")
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 documents added, 0 unchanged, 0 issues\n", "")


def test_no_file_steers_the_terminal(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b\x1b[31m\x9b2J\u202e.txt").write_bytes(b"")
    (tmp_path / "in" / "c.jsonl").write_text('{"id": "x\\u001b[2J", "text": "one"}\n' * 2)
    for arguments in (["add", "in"], ["add", "in/c.jsonl"], ["doctor"]):
        done = softintel("--db", "x.db", *arguments)
        assert "c.jsonl, line 2" in done.stdout + done.stderr
        assert not {"\x1b", "\x9b", "\u202e"} & set(done.stdout + done.stderr)


def test_a_bar_is_shown_on_a_terminal_and_only_there(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Invented words.")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (25, 80))
    done = subprocess.run([str(Path(sys.executable).parent / "softintel"), "--db", "x.db", "add", "in"], cwd=tmp_path, stdout=subprocess.PIPE,
                          stderr=theirs, text=True, check=False, timeout=120)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.stdout == "1 document added, 0 unchanged, 0 issues\n"
    assert "Adding" in shown
    assert "1/1" in shown


def test_a_folder_without_files_is_told_and_no_database_is_made(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "in" / ".hidden").mkdir(parents=True)
    done = softintel("--db", "x.db", "add", "in")
    assert (done.returncode, done.stdout) == (0, "0 documents added, 0 unchanged, 0 issues; no database was made\n")
    assert done.stderr == "softintel: in: holds no file to add (hidden files are passed over)\n"
    assert not (tmp_path / "x.db").exists()
