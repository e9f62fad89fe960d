"""``softintel add``: files and folders into the store."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click
from tqdm import tqdm

from api.addition import Addition, look_through
from api.printing import one_line
from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.store import Store
from corpora.text.paths import files_below, is_archive, read_file, read_file_of_folder
from corpora.text.warc import read_surveyed

BESIDE_DATABASE = ("", "-wal", "-shm", "-journal", "-crawl", "-crawl-journal")

NOTHING_ADDED = "0 documents added, 0 unchanged, 0 issues"

@click.command("add")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--every-page", is_flag=True, help="Of web archives, also pages that name nothing of the NHS, in any language.")
@click.pass_obj
def command(database: Path, paths: tuple[Path, ...], every_page: bool) -> int:
    """Add files, or folders of files, to the database: text, HTML, PDF, Word (.docx), PowerPoint (.pptx), OpenDocument
    (.odt, .odp), spreadsheets (.xlsx, .ods), ZIP files of these, JSON Lines, web archives (WARC).

    What a file is, is told from its contents. A file that is named must be readable, or nothing is added; a broken file
    in a folder is kept as an issue with its reason, the others are added, and the exit code is 1.
    Adding the same files again changes nothing. A file that was edited since it was added is a newer version of its document:
    what it said before is told no longer, and `softintel read` reads what it says now. Of a web archive, pages in other
    languages and pages that name neither the NHS, nor a hospital, the CQC or a trust are passed over and counted; its
    documents are added in batches.
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
        addition = Addition(store, beside=database.parent)
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


def _is_of_database(file: Path, database: Path) -> bool:
    """Whether a file is the very database that is added to, or one of those that SQLite and the crawl keep beside it."""
    return file.name.startswith(database.name) and file.name[len(database.name):] in BESIDE_DATABASE \
        and file.parent.resolve() == database.parent.resolve()
