"""``softintel add``: files and folders into the store."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from tqdm import tqdm

from api.printing import one_line
from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue, identifier
from corpora.store import Store
from corpora.text.cleaning import storable
from corpora.text.paths import files_below, read_file, read_file_of_folder

BESIDE_DATABASE = ("", "-wal", "-shm", "-journal", "-crawl", "-crawl-journal")


@click.command("add")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def command(database: Path, paths: tuple[Path, ...]) -> int:
    """Add files, or folders of files, to the database: text, HTML, PDF, Word (.docx), PowerPoint (.pptx), spreadsheets
    (.xlsx, .ods), ZIP files of these, JSON Lines, web archives (WARC).

    What a file is, is told from its contents. A file that is named must be readable, or nothing is added; a broken file
    in a folder is kept as an issue with its reason, the others are added, and the exit code is 1.
    Adding the same files again changes nothing.
    """
    for path in paths:
        if not path.exists():
            raise UnreadableInput(f"{path}: no such file or folder")
    today = datetime.datetime.now(tz=datetime.UTC).date()
    quiet = not sys.stderr.isatty()
    folders = [path for path in paths if path.is_dir()]
    with Apart() as reader, Store(database) as store:
        addition = Addition(store)
        with store.atomic():
            for path in paths:
                if path not in folders:
                    found = read_file(path, today=today, reader=reader)
                    addition.take(tqdm(found, desc=one_line(path.name), unit="document", leave=False, disable=quiet), path)
        files = [file for folder in folders for file in files_below(folder) if not _is_of_database(file, database)]
        for file in tqdm(files, desc="Adding", unit="file", disable=quiet or not files):
            with store.atomic():
                addition.take(read_file_of_folder(file, today=today, reader=reader), file)
    print(addition.summary())
    return 1 if addition.issues else 0


class Addition:
    """What one run adds. An id that comes twice with different texts is an issue: neither may silently win."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.added = self.unchanged = self.issues = 0
        self._seen: dict[str, tuple[str, Path]] = {}

    def take(self, found: Iterable[Document | Issue], file: Path) -> None:
        """Store the documents found in one file, and the issues, in place of those that the file had when it was last added."""
        taken = (self._take_document(item, file) if isinstance(item, Document) else self._take_issue(item) for item in found)
        self.store.replace_issues("add", storable(str(file)), [issue for issue in taken if issue])

    def summary(self) -> str:
        """One line: ``97 documents added, 0 unchanged, 3 issues``."""
        return f"{_counted(self.added, 'document')} added, {self.unchanged:,} unchanged, {_counted(self.issues, 'issue')}"

    def _take_document(self, document: Document, file: Path) -> Issue | None:
        content = identifier(document.model_dump_json())
        earlier = self._seen.setdefault(document.id, (content, file))
        if earlier[0] != content:
            return self._take_issue(Issue(stage="add", where=str(file), value=document.id,
                                          reason=f"its id {document.id[:60]!r} is that of another document, in {earlier[1]}"))
        if self.store.add_document(document):
            self.added += 1
        else:
            self.unchanged += 1
        return None

    def _take_issue(self, issue: Issue) -> Issue:
        # A file's name may hold bytes that are no characters.
        kept = issue.model_copy(update={"where": storable(issue.where), "reason": storable(issue.reason)})
        self.issues += 1
        tqdm.write(one_line(f"{issue.where}: {issue.reason}"), file=sys.stderr)
        return kept


def _is_of_database(file: Path, database: Path) -> bool:
    """Whether a file is the very database that is added to, or one of those that SQLite and the crawl keep beside it."""
    return file.name.startswith(database.name) and file.name[len(database.name):] in BESIDE_DATABASE \
        and file.parent.resolve() == database.parent.resolve()


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
