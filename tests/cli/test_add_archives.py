"""``softintel add`` with large web archives. All content is invented."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from corpora.schema import Document, identifier
from corpora.store import Store
from tests.text.conftest import page
from tests.text.test_web_archives import ABOUT, OTHER, archive, record

Softintel = Callable[..., subprocess.CompletedProcess[str]]


def about(number: int) -> bytes:
    return page(f"<main><p>Invented words about NHS hospital {number}.</p></main>")


def test_what_was_passed_over_is_told_and_every_page_is_an_option(softintel: Softintel, tmp_path: Path) -> None:
    archive(tmp_path, record("https://a.example/1", ABOUT), record("https://a.example/2", OTHER),
            record("https://a.example/3", ABOUT.replace(b"<html>", b"<html lang='de'>")))
    done = softintel("--db", "x.db", "add", "a.warc.gz")
    assert (done.returncode, done.stdout) == (0, "1 document added, 0 unchanged, 0 issues\n")
    assert done.stderr == "a.warc.gz: 2 pages passed over: 1 in another language, 1 without a word about the NHS\n"
    done = softintel("--db", "x.db", "add", "--every-page", "a.warc.gz")
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 documents added, 1 unchanged, 0 issues\n", "")


def test_a_page_that_was_gathered_stays_as_it_was_gathered(softintel: Softintel, tmp_path: Path) -> None:
    address = "https://a.example/1"
    gathered = Document(id=identifier(address), url=address, title="Gathered", text="Invented words of an invented board.", source="board",
                        publisher="Invented trust", licence="OGL-3.0", doc_type="board_paper", met_on="2026-03-05")
    archive(tmp_path, record(address, ABOUT), record("https://a.example/2", ABOUT.replace(b"hospital", b"hospital,")))
    with Store(tmp_path / "x.db") as store:
        store.add_document(gathered)
    done = softintel("--db", "x.db", "add", "a.warc.gz")
    assert (done.returncode, done.stdout) == (0, "1 document added, 1 unchanged, 0 issues\n")
    with Store(tmp_path / "x.db") as store:
        assert store.document(gathered.id) == gathered
        # The other way round what is gathered takes the place of what was added.
        added = store.document(identifier("https://a.example/2"))
        assert added is not None
        assert store.add_document(added.model_copy(update={"source": "board", "publisher": "Invented trust"}))
        assert not store.add_document(added)


def test_an_archive_in_a_folder_is_read_the_same_and_a_broken_one_is_an_issue(softintel: Softintel, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    archive(folder, record("https://a.example/1", ABOUT), record("https://a.example/2", OTHER))
    (folder / "b.warc.gz").write_bytes(b"\x1f\x8bnonsense")
    for expected in ("1 document added, 0 unchanged, 1 issue\n", "0 documents added, 1 unchanged, 1 issue\n"):
        done = softintel("--db", "x.db", "add", "in")
        assert (done.returncode, done.stdout) == (1, expected)
        assert "a.warc.gz: 1 page passed over" in done.stderr
        assert "in/b.warc.gz: not a readable web archive" in done.stderr


def test_a_named_archive_that_cannot_be_read_leaves_nothing_behind(softintel: Softintel, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Invented words.")
    archive(tmp_path, record("https://a.example/1", ABOUT))
    (tmp_path / "b.warc.gz").write_bytes(b"\x1f\x8bnonsense")
    done = softintel("--db", "x.db", "add", "good.txt", "a.warc.gz", "b.warc.gz")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("softintel: b.warc.gz: not a readable web archive")
    assert not list(tmp_path.glob("x.db*"))


def test_a_run_that_is_killed_keeps_its_batches_and_the_next_one_goes_on(tmp_path: Path) -> None:
    path = archive(tmp_path, *(record(f"https://a.example/{number}", about(number)) for number in range(1500)))
    database = tmp_path / "x.db"
    command = [sys.executable, "-c", "from api.cli import main; main()", "--db", str(database), "add", str(path)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while time.monotonic() < until and kept(database) < 200:
        time.sleep(0.05)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    before = kept(database)
    assert before
    assert before % 200 == 0 or before == 1500
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    added, unchanged = (int(number.replace(",", "")) for number in re.findall(r"([\d,]+) (?:documents? added|unchanged)", again.stdout))
    assert (added, unchanged) == (1500 - before, before)
    assert kept(database) == 1500


def kept(database: Path) -> int:
    if not database.exists():
        return 0
    try:
        with Store(database, read_only=True) as store:
            return store.count_documents()
    except Exception:  # noqa: BLE001  # it is just being made
        return 0
