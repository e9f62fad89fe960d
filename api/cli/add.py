"""``softintel add``: files and folders into the store."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from tqdm import tqdm

from api.printing import one_line
from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue, identifier
from corpora.store import Store
from corpora.text.cleaning import storable
from corpora.text.paths import files_below, is_archive, read_file, read_file_of_folder
from corpora.text.warc import read_surveyed
from corpora.text.warc_survey import Survey, survey

BESIDE_DATABASE = ("", "-wal", "-shm", "-journal", "-crawl", "-crawl-journal")

NOTHING_ADDED = "0 documents added, 0 unchanged, 0 issues"

MOST_IN_BATCH = 200
LONGEST_BATCH = 10_000_000
"""Characters."""


@click.command("add")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--every-page", is_flag=True, help="Of web archives, also pages that name nothing of the NHS, in any language.")
@click.pass_obj
def command(database: Path, paths: tuple[Path, ...], every_page: bool) -> int:
    """Add files, or folders of files, to the database: text, HTML, PDF, Word (.docx), PowerPoint (.pptx), OpenDocument
    (.odt, .odp), spreadsheets (.xlsx, .ods), ZIP files of these, JSON Lines, web archives (WARC).

    What a file is, is told from its contents. A file that is named must be readable, or nothing is added; a broken file
    in a folder is kept as an issue with its reason, the others are added, and the exit code is 1.
    Adding the same files again changes nothing. Of a web archive, pages in other languages and pages that name neither the
    NHS, nor a hospital, the CQC or a trust are passed over and counted; its documents are added in batches.
    """
    for path in paths:
        if not path.exists():
            raise UnreadableInput(f"{path}: no such file or folder")
    today = datetime.datetime.now(tz=datetime.UTC).date()
    quiet = not sys.stderr.isatty()
    folders = [path for path in paths if path.is_dir()]
    files = [file for folder in folders for file in files_below(folder) if not _is_of_database(file, database)]
    for folder in folders:
        if not any(file.is_relative_to(folder) for file in files):
            print(f"softintel: {one_line(str(folder))}: holds no file to add (hidden files are passed over)", file=sys.stderr)
    if len(folders) == len(paths) and not files and not database.exists():
        print(f"{NOTHING_ADDED}; no database was made")
        return 0
    # Looked through before anything is written: one that cannot be read must leave nothing behind.
    archives = {path: look_through(path, every_page=every_page, quiet=quiet) for path in paths if is_archive(path)}
    with Apart() as reader, Store(database) as store:
        addition = Addition(store)
        with store.atomic():
            for path in paths:
                if path not in folders and path not in archives:
                    found = read_file(path, today=today, reader=reader)
                    addition.take(tqdm(found, desc=one_line(path.name), unit="document", leave=False, disable=quiet), path)
        for path, seen in archives.items():
            addition.take_archive(path, seen, read_surveyed(path, seen, today=today, reader=reader), quiet=quiet)
        for file in tqdm(files, desc="Adding", unit="file", disable=quiet or not files):
            if is_archive(file):
                addition.take_archive_of_folder(file, today=today, reader=reader, every_page=every_page, quiet=quiet)
                continue
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
        self.store.replace_issues("add", storable(str(file)), [issue for issue in self._taken(found, file) if issue])

    def take_archive(self, archive: Path, seen: Survey, found: Iterable[Document | Issue], *, quiet: bool) -> None:
        """Store an archive's documents in batches: a run that is killed loses one at most, and adding again goes on from there."""
        issues: list[Issue] = []
        bar = tqdm(found, desc=one_line(archive.name), unit="page", leave=False, disable=quiet,
                   total=sum(place is not None for place in seen.places.values()))
        for batch in in_batches(bar):
            # Read before the transaction begins: others may write meanwhile.
            with self.store.atomic():
                issues.extend(issue for issue in self._taken(batch, archive) if issue)
        self.store.replace_issues("add", storable(str(archive)), issues)
        if seen.passed_over:
            reasons = ", ".join(f"{number:,} {reason}" for reason, number in sorted(seen.passed_over.items()))
            print(f"{one_line(archive.name)}: {_counted(seen.passed_over.total(), 'page')} passed over: {reasons}", file=sys.stderr)

    def take_archive_of_folder(self, archive: Path, *, today: datetime.date, reader: Apart, every_page: bool, quiet: bool) -> None:
        """The same, where one that cannot be read is an issue."""
        try:
            seen = look_through(archive, every_page=every_page, quiet=quiet)
        except UnreadableInput as error:
            with self.store.atomic():
                self.take([Issue(stage="add", where=str(archive), reason=str(error).removeprefix(f"{archive}: "))], archive)
            return
        self.take_archive(archive, seen, read_surveyed(archive, seen, today=today, reader=reader), quiet=quiet)

    def summary(self) -> str:
        """One line: ``97 documents added, 0 unchanged, 3 issues``."""
        return f"{_counted(self.added, 'document')} added, {self.unchanged:,} unchanged, {_counted(self.issues, 'issue')}"

    def _taken(self, found: Iterable[Document | Issue], file: Path) -> Iterator[Issue | None]:
        for item in found:
            yield self._take_document(item, file) if isinstance(item, Document) else self._take_issue(item)

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


def look_through(archive: Path, *, every_page: bool, quiet: bool) -> Survey:
    """The first look through a web archive, with a bar that shows how far it is.

    Raises:
        UnreadableInput: it cannot be read as one.
    """
    with tqdm(total=archive.stat().st_size, desc=f"Looking through {one_line(archive.name)}", unit="B", unit_scale=True,
              leave=False, disable=quiet) as bar:
        return survey(archive, every_page=every_page, advance=bar.update)


def in_batches(found: Iterable[Document | Issue]) -> Iterator[list[Document | Issue]]:
    """Lists of as many as are stored in one transaction."""
    batch: list[Document | Issue] = []
    length = 0
    for item in found:
        batch.append(item)
        length += len(item.text) if isinstance(item, Document) else 0
        if len(batch) >= MOST_IN_BATCH or length >= LONGEST_BATCH:
            yield batch
            batch, length = [], 0
    yield batch


def _is_of_database(file: Path, database: Path) -> bool:
    """Whether a file is the very database that is added to, or one of those that SQLite and the crawl keep beside it."""
    return file.name.startswith(database.name) and file.name[len(database.name):] in BESIDE_DATABASE \
        and file.parent.resolve() == database.parent.resolve()


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
