"""``softintel add`` of files made to do harm: they end in quarantine, and this process neither breaks nor grows. All is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.hostile_files import MOST_MORE, Watch
from corpora.apart import Apart
from corpora.schema import Document, Issue
from corpora.text.draft import FileDocument
from corpora.text.paths import read_file_of_folder
from tests.text.conftest import PAGES, TODAY
from tests.text.hostile import BOMBS, mutations
from tests.text.packs import board_pack

REASONS = {
    "double-flate.pdf": "ended the reading process", "deep.pdf": "no page of it can be read", "picture.pdf": "only pictures",
    "box.pdf": "only pictures", "pages.pdf": "100,000 pages, more than the 5,000", "word.docx": "unpacks to more than 64 MiB",
    "text.odt": "unpacks to more than 64 MiB",
    "archive.warc.gz": "https://example.org/a: more than the 32 MiB that are read", "deep.json": "is JSON, but not JSON Lines",
    "deep.jsonl": "nested too deeply"}
READ = ("tree-loop.pdf", "table-loop.pdf", "bookmarks.pdf")


def read(path: Path, reader: Apart) -> tuple[list[Document], list[Issue]]:
    with Watch() as watch:
        found = list(read_file_of_folder(path, today=TODAY, reader=reader))
    assert watch.most - watch.before < MOST_MORE
    return [item.document if isinstance(item, FileDocument) else item for item in found if not isinstance(item, Issue)], [item for item in found if isinstance(item, Issue)]


@pytest.mark.parametrize("name", REASONS)
def test_a_bomb_is_put_aside_with_its_reason(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BOMBS[name]())
    with Apart(longest_seconds=30) as reader:
        documents, issues = read(tmp_path / name, reader)
    assert documents == []
    assert REASONS[name] in issues[0].reason
    assert issues[0].where.startswith(str(tmp_path / name))


@pytest.mark.parametrize("name", READ)
def test_what_runs_in_circles_is_read_once(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BOMBS[name]())
    with Apart(longest_seconds=30) as reader:
        documents, issues = read(tmp_path / name, reader)
    assert issues == []
    assert documents[0].text == "Invented words."


def test_a_bomb_among_good_files_does_not_keep_them_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(BOMBS["double-flate.pdf"]())
    (tmp_path / "b.pdf").write_bytes(board_pack(4))
    with Apart(longest_seconds=30) as reader:
        assert read(tmp_path / "a.pdf", reader)[0] == []
        assert read(tmp_path / "b.pdf", reader)[0][0].pages
        assert reader.started == 2


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_damaged_copies_are_read_or_put_aside(tmp_path: Path, kind: str) -> None:
    original = board_pack(4) if kind == "pdf" else (PAGES / "trust_news.html").read_bytes()
    with Apart(longest_seconds=30) as reader:
        for number, data in enumerate(mutations(original, 60, seed=7)):
            path = tmp_path / f"{number}.{kind}"
            path.write_bytes(data)
            documents, issues = read(path, reader)
            assert len(documents) + len(issues) == 1
            assert all(issue.reason and "defect" not in issue.reason for issue in issues)


def test_plain_text_starts_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Invented words.")
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "Invented words."}')
    with Apart() as reader:
        assert all(read(tmp_path / name, reader)[0] for name in ("a.txt", "b.jsonl"))
        assert reader.started == 0
