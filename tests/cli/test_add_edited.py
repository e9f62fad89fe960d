"""Files that are edited, moved and copied, and added again: each stays the document that it is. All content is invented."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from api.cli.add import command
from corpora.migrations import migrations
from corpora.store import Store
from tests.text.test_zipped import packed

Softintel = Callable[..., subprocess.CompletedProcess[str]]
Add = Callable[..., str]
FIRST, SECOND, THIRD = "Invented report.\nAs it was.", "Invented report.\nAs it is.", "Invented report.\nAs it will be."


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Add:
    """``add("in")``: the command in this process; the line that it ends with."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()

    def adding(*paths: str, database: str = "x.db") -> str:
        command.main(list(paths or ("in",)), obj=Path(database), standalone_mode=False)
        return capsys.readouterr().out.strip()
    return adding


def texts(database: str | Path = "x.db") -> dict[str, str]:
    """From id to text."""
    with Store(database, read_only=True) as store:
        return {document.id: document.text for document in store.documents()}


def only(database: str | Path = "x.db") -> str:
    """The id of the only document."""
    (document_id,) = texts(database)
    return document_id


def test_an_edited_file_is_a_newer_version_of_its_document_and_says_so(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "report.txt").write_text(FIRST)
    assert softintel("--db", "x.db", "add", "in").stdout == "1 document added, 0 unchanged, 0 issues\n"
    document_id = only(tmp_path / "x.db")
    (tmp_path / "in" / "report.txt").write_text(SECOND)
    done = softintel("--db", "x.db", "add", tmp_path / "in")
    assert (done.returncode, done.stdout) == (0, "0 documents added, 1 changed, 0 unchanged, 0 issues\n")
    assert done.stderr == f"{tmp_path}/in/report.txt: has changed since it was added (1 line added, 1 removed)\n"
    assert texts(tmp_path / "x.db") == {document_id: SECOND}
    with Store(tmp_path / "x.db", read_only=True) as store:
        assert [(version.number, version.added, version.removed) for version in store.versions(document_id)] == [(1, 1, 1)]
        assert store.version_diff(document_id, 1) == "@@ -1,2 +1,2 @@\n Invented report.\n-As it was.\n+As it is."


def test_what_is_added_again_and_again_while_it_is_edited_stays_one_document(add: Add) -> None:
    for number, text in enumerate((FIRST, SECOND, SECOND, THIRD, FIRST)):
        Path("in/a.txt").write_text(text)
        changed = "0 documents added, 1 changed, 0 unchanged, 0 issues"
        assert add() == ("1 document added, 0 unchanged, 0 issues", changed, "0 documents added, 1 unchanged, 0 issues", changed, changed)[number]
        assert list(texts().values()) == [text]
    with Store("x.db", read_only=True) as store:
        assert len(store.versions(only())) == 3


def test_a_file_is_the_same_however_it_is_called_on_the_way_to_it(add: Add, tmp_path: Path) -> None:
    Path("in/a.txt").write_text(FIRST)
    Path("link").symlink_to("in")
    add()
    for path, text in (("in/a.txt", SECOND), (str(tmp_path / "in"), THIRD), ("link", FIRST), ("in/../in", SECOND)):
        Path("in/a.txt").write_text(text)
        assert add(path) == "0 documents added, 1 changed, 0 unchanged, 0 issues"


def test_files_of_one_name_in_two_folders_are_two_documents(add: Add) -> None:
    for number in (1, 2):
        Path(f"in/{number}").mkdir()
        Path(f"in/{number}/report.txt").write_text(f"Invented report {number}.")
    assert add() == "2 documents added, 0 unchanged, 0 issues"
    Path("in/2/report.txt").write_text("Invented report 2, corrected.")
    assert add() == "0 documents added, 1 changed, 1 unchanged, 0 issues"
    assert sorted(texts().values()) == ["Invented report 1.", "Invented report 2, corrected."]


def test_a_file_that_was_moved_stays_its_document_and_can_be_edited_there(add: Add) -> None:
    Path("in/a.txt").write_text(FIRST)
    add()
    document_id = only()
    Path("in/2026").mkdir()
    Path("in/a.txt").rename("in/2026/b.txt")
    assert add() == "0 documents added, 1 unchanged, 0 issues"
    Path("in/2026/b.txt").write_text(SECOND)
    assert add() == "0 documents added, 1 changed, 0 unchanged, 0 issues"
    assert texts() == {document_id: SECOND}


def test_a_folder_moved_with_its_database_is_still_the_same(add: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("in/a.txt").write_text(FIRST)
    add()
    (tmp_path / "elsewhere").mkdir()
    for name in ("in", "x.db"):
        shutil.move(name, tmp_path / "elsewhere" / name)
    monkeypatch.chdir(tmp_path / "elsewhere")
    Path("in/a.txt").write_text(SECOND)
    assert add() == "0 documents added, 1 changed, 0 unchanged, 0 issues"


def test_identical_copies_are_one_document_until_one_of_them_is_edited(add: Add) -> None:
    for name in ("a", "b", "c"):
        Path(f"in/{name}.txt").write_text(FIRST)
    assert add() == "1 document added, 2 unchanged, 0 issues"
    document_id = only()
    Path("in/b.txt").write_text(SECOND)
    assert add() == "1 document added, 2 unchanged, 0 issues"
    assert texts()[document_id] == FIRST
    assert sorted(texts().values()) == sorted([FIRST, SECOND])
    Path("in/b.txt").write_text(THIRD)
    assert add() == "0 documents added, 1 changed, 2 unchanged, 0 issues"
    assert sorted(texts().values()) == sorted([FIRST, THIRD])


def test_copies_that_are_edited_alike_stay_one_document(add: Add) -> None:
    for text, says in ((FIRST, "1 document added, 1 unchanged"), (SECOND, "0 documents added, 1 changed, 1 unchanged"),
                       (THIRD, "0 documents added, 1 changed, 1 unchanged")):
        for name in ("a", "b"):
            Path(f"in/{name}.txt").write_text(text)
        assert add() == f"{says}, 0 issues"
        assert list(texts().values()) == [text]


@pytest.mark.parametrize("kept", ["in/a (old).txt", "in/a_old.txt"])
def test_what_is_kept_under_another_name_before_it_is_edited_is_there_beside_the_newer(add: Add, kept: str) -> None:
    Path("in/a.txt").write_text(FIRST)
    add()
    Path("in/a.txt").rename(kept)
    Path("in/a.txt").write_text(SECOND)
    add()
    assert sorted(texts().values()) == sorted([FIRST, SECOND])
    assert add() == "0 documents added, 2 unchanged, 0 issues"


def test_a_file_over_which_another_was_copied_says_what_that_one_says(add: Add) -> None:
    Path("in/draft.txt").write_text(FIRST)
    Path("in/final.txt").write_text(SECOND)
    add()
    shutil.copy("in/final.txt", "in/draft.txt")
    assert add() == "0 documents added, 1 changed, 1 unchanged, 0 issues"
    assert set(texts().values()) == {SECOND}


def test_a_member_of_a_zip_is_known_by_its_name_in_it(add: Add) -> None:
    Path("in/pack.zip").write_bytes(packed({"1/report.txt": b"Invented report 1.", "2/report.txt": b"Invented report 2."}))
    assert add() == "2 documents added, 0 unchanged, 0 issues"
    before = texts()
    Path("in/pack.zip").write_bytes(packed({"2/report.txt": b"Invented report 2, corrected.", "1/report.txt": b"Invented report 1."}))
    assert add() == "0 documents added, 1 changed, 1 unchanged, 0 issues"
    assert texts().keys() == before.keys()
    assert sorted(texts().values()) == ["Invented report 1.", "Invented report 2, corrected."]


def test_copies_in_one_zip_that_are_edited_alike_or_taken_out_stay_one_document(add: Add) -> None:
    for members, says in (({"a.txt": FIRST, "b.txt": FIRST}, "1 document added, 1 unchanged"),
                          ({"a.txt": SECOND, "b.txt": SECOND}, "0 documents added, 1 changed, 1 unchanged"),
                          ({"a.txt": THIRD, "c.txt": THIRD, "d.doc": "\ufeff"}, "0 documents added, 1 changed, 1 unchanged")):
        Path("in/pack.zip").write_bytes(packed({name: text.encode() for name, text in members.items()}))
        assert add() == f"{says}, {len(members) // 3} issue{'' if len(members) // 3 else 's'}"
        assert len(texts()) == 1


def test_where_hardly_anything_of_a_text_is_left_people_are_told_how_to_keep_both(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    for paper, says in (("January", ""), ("March", "; hardly anything of it is left: if this is another paper, give each a name of its own and add both\n")):
        Path("latest.txt").write_text("Apologies for absence\n" + "".join(f"Line {number} of invented minutes of {paper}.\n" for number in range(9)))
        command.main(["latest.txt"], obj=Path("x.db"), standalone_mode=False)
        assert capsys.readouterr().err.endswith(says)


def test_bytes_that_changed_without_a_word_are_no_change(add: Add) -> None:
    Path("in/a.txt").write_text(FIRST)
    add()
    Path("in/a.txt").write_text(FIRST.replace("\n", "\r\n"))
    assert add() == "0 documents added, 1 unchanged, 0 issues"
    Path("in/a.txt").write_text(SECOND)
    assert add() == "0 documents added, 1 changed, 0 unchanged, 0 issues"


def test_names_that_are_no_characters_are_told_apart(add: Add) -> None:
    names = [os.fsdecode(f"in/caf{end}.txt".encode("latin-1")) for end in "éè"]
    for number, name in enumerate(names):
        Path(name).write_text(f"Invented report {number}.")
    assert add() == "2 documents added, 0 unchanged, 0 issues"
    Path(names[1]).write_text("Invented report 1, corrected.")
    assert add() == "0 documents added, 1 changed, 1 unchanged, 0 issues"
    assert sorted(texts().values()) == ["Invented report 0.", "Invented report 1, corrected."]


def test_what_was_added_before_places_were_kept_is_known_by_its_bytes_and_then_by_its_place(add: Add) -> None:
    Path("in/a.txt").write_text(FIRST)
    add(database="new.db")
    document_id = only("new.db")
    old = Database(sqlite3.connect("x.db"))
    migrations.apply(old, stop_before="m011_files")
    old.conn.execute("ATTACH 'new.db' AS new")
    old.conn.execute("INSERT INTO documents SELECT * FROM new.documents")
    old.conn.commit()
    old.close()
    assert add() == "0 documents added, 1 unchanged, 0 issues"
    Path("in/a.txt").write_text(SECOND)
    assert add() == "0 documents added, 1 changed, 0 unchanged, 0 issues"
    assert texts() == {document_id: SECOND}


def test_lines_that_changed_are_counted_as_changed_and_leave_a_version(add: Add) -> None:
    for text in ("x", "changed"):
        Path("in/a.jsonl").write_text(f'{{"id": "a", "text": "{text}"}}\n')
        said = add()
    assert said == "0 documents added, 1 changed, 0 unchanged, 0 issues"
    with Store("x.db", read_only=True) as store:
        assert len(store.versions("a")) == 1
