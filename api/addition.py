"""What one run of ``softintel add`` does to the store, and the line that tells of it."""

from __future__ import annotations

import datetime
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tqdm import tqdm

from api.printing import one_line
from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue, identifier
from corpora.store import Store
from corpora.store.files import FilePlace, Outcome
from corpora.store.versions import Version
from corpora.text.cleaning import storable
from corpora.text.draft import FileDocument
from corpora.text.paths import Item, holds
from corpora.text.warc import read_surveyed
from corpora.text.warc_survey import Survey, survey

MOST_IN_BATCH = 200
LONGEST_BATCH = 10_000_000
"""Characters."""


class Addition:
    """What one run adds. An id that comes twice with different texts is an issue: neither may silently win."""

    def __init__(self, store: Store, *, beside: Path) -> None:
        """``beside``: the folder of the database."""
        self.store = store
        self.beside = beside.resolve()
        self.outcomes = Counter[Outcome]()
        self.issues = 0
        self._seen: dict[str, tuple[str, Path]] = {}
        self._members: dict[FilePlace, str] = {}
        """What is in the ZIP file that is being added."""

    def take(self, found: Iterable[Item], file: Path) -> None:
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
        """One line: ``97 documents added, 2 changed, 0 unchanged, 3 issues``; what changed is named where anything did."""
        changed = f"{self.outcomes['changed']:,} changed, " if self.outcomes["changed"] else ""
        return (f"{_counted(self.outcomes['added'], 'document')} added, {changed}{self.outcomes['unchanged']:,} unchanged, "
                f"{_counted(self.issues, 'issue')}")

    def _taken(self, found: Iterable[Item], file: Path) -> Iterator[Issue | None]:
        left = iter(found)
        for item in left:
            if isinstance(item, FileDocument):
                yield from self._take_file([item, *left], file)
                return
            yield self._take_document(item, file) if isinstance(item, Document) else self._take_issue(item)

    def _take_document(self, document: Document, file: Path) -> Issue | None:
        content = identifier(document.model_dump_json())
        earlier = self._seen.setdefault(document.id, (content, file))
        if earlier[0] != content:
            return self._take_issue(Issue(stage="add", where=str(file), value=document.id,
                                          reason=f"its id {document.id[:60]!r} is that of another document, in {earlier[1]}"))
        self.outcomes[self.store.put_document(document)] += 1
        return None

    def _take_file(self, found: Sequence[Item], file: Path) -> Iterator[Issue]:
        """All that one file holds, which is one document or what a ZIP file has in it."""
        self._members = {self._place(file, item.member): item.document.id for item in found if isinstance(item, FileDocument)}
        for item in found:
            if isinstance(item, FileDocument):
                self._take_member(item, file)
            elif isinstance(item, Issue):
                yield self._take_issue(item)

    def _take_member(self, found: FileDocument, file: Path) -> None:
        filed = self.store.put_file(found.document, self._place(file, found.member), holds=self._holds)
        self.outcomes[filed.outcome] += 1
        if filed.version:
            where = f"{file}, member {found.member}" if found.member else str(file)
            tqdm.write(one_line(storable(f"{where}: {_told(filed.version, is_all_new=filed.is_all_new)}")), file=sys.stderr)

    def _place(self, file: Path, member: str) -> FilePlace:
        try:
            return FilePlace(os.fsencode(os.path.relpath(file.resolve(), self.beside)), member)
        except ValueError:  # On another drive of Windows.
            return FilePlace(os.fsencode(file.resolve()), member)

    def _holds(self, place: FilePlace, content: str) -> bool:
        file = self.beside / os.fsdecode(place.path)
        if not place.member:
            return holds(file, content)
        # Another ZIP file is not unpacked for it: what it holds now, its own turn shows.
        is_this = any(place.path == other.path for other in self._members)
        return self._members.get(place) == content if is_this else file.is_file()

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


def _told(version: Version, *, is_all_new: bool) -> str:
    lines = f"{_counted(version.added, 'line')} added, {version.removed:,} removed"
    hint = ("; hardly anything of it is left: if this is another paper, give each a name of its own and add both"
            if is_all_new else "")
    return f"has changed since it was added ({lines}){hint}"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
