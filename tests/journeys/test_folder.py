"""A folder of 100 files of all sorts, three of them broken. All content is invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from corpora.store import Store
from tests.journeys.conftest import Ended
from tests.journeys.inputs import make_hundred


def test_of_a_hundred_files_with_three_broken_97_are_in_and_three_issues_say_why(
        tmp_path: Path, call: Callable[..., Ended]) -> None:
    make_hundred(tmp_path / "papers")
    files = [path for path in (tmp_path / "papers").rglob("*") if path.is_file()]
    sorts = Counter(path.suffix for path in files if not path.name.startswith("broken"))
    assert (len(files), set(sorts), min(sorts.values())) == (100, {".txt", ".html", ".docx", ".pdf", ".jsonl"}, 19)

    ended = call(tmp_path, "add", "papers")
    assert (ended.code, ended.out) == (1, "97 documents added, 0 unchanged, 3 issues\n")
    issues = {
        "papers/2024/broken-empty.html": "the file is empty",
        "papers/2024/march/broken-letter.docx": "the Word document is broken: File is not a zip file",
        "papers/broken-page.pdf": "not a PDF, as it is called, but an HTML page"}
    assert sorted(ended.err.splitlines()) == sorted(f"{where}: {reason}" for where, reason in issues.items())
    with Store(tmp_path / "softintel.db", read_only=True) as store:
        assert {(issue.stage, issue.where, issue.reason) for issue in store.issues()} == {
            ("add", where, reason) for where, reason in issues.items()}
        assert len(store.issues()) == 3
        texts = sorted(document.text for document in store.documents())
    assert texts == sorted(f"Invented note number {number} on a hospital." for number in range(97))
