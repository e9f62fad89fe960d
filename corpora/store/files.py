"""Which document stands in which file: a file that is edited is a newer version of its document, and not a second one.

A document without an address or an id of its own is known by its place: the file, and for what a ZIP file holds the name in it.
Places are kept here and nowhere else; no record has them, so that they reach neither the API nor a corpus. Paths are as seen from
the database's folder: a folder that is moved together with its database is still the same, and one below it names no home folder.

Between a place and its document stands what the bytes are called, which is the id that a document gets when it is new. All places
of one document hold the same bytes; where one of several copies is edited, it parts from the others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from corpora.schema import Document, identifier
from corpora.store.documents import Documents
from corpora.store.versions import Version

Outcome = Literal["added", "changed", "unchanged"]
SHARED = 0.1
"""Of the lines of a text: two months' papers of one board have so many in common, such as "Apologies for absence"."""


class FilePlace(NamedTuple):
    """Where a document was read from."""

    path: bytes
    """The file as seen from the database's folder, as the system writes it: names need not be characters."""
    member: str = ""
    """What it is called in a ZIP file; empty for a file of its own."""


class Filed(NamedTuple):
    """What became of a document that was read from a file."""

    outcome: Outcome
    document_id: str
    version: Version | None = None
    """What it was before, where its text, title or date is another now."""
    is_all_new: bool = False
    """Hardly a line of what it was before is left, although there were several."""


class Files(Documents):
    """Writing documents that are known by where they are read from."""

    def put_document(self, document: Document, *, is_version: bool = True) -> Outcome:
        """Store a document under its own id, and say what became of it."""
        with self.atomic():
            known = self._has_document(document.id)
            if not self.add_document(document, is_version=is_version):
                return "unchanged"
            return "changed" if known else "added"

    def put_file(self, document: Document, place: FilePlace, *, holds: Callable[[FilePlace, str], bool]) -> Filed:
        """Store what a file holds as the document that it is.

        Args:
            document: its id is what its bytes are called.
            holds: whether bytes called so are at a place now; asked of the other places of the same document.
        """
        content = document.id
        with self.atomic():
            row = self.db.execute("SELECT document_id, content FROM files WHERE path = ? AND member = ?", [*place]).fetchone()
            if row and row[1] != content and not any(holds(other, row[1]) for other in self._others(row[0], place)):
                filed = self._put_edited(document.model_copy(update={"id": row[0]}), place)
            else:
                known = row[0] if row and row[1] == content else self._known(content)
                is_led = any(other < place and holds(other, content) for other in self._others(known, place))
                filed = self._put_as_it_was(document.model_copy(update={"id": known or self._free(content)}), is_led=is_led)
            if row != (filed.document_id, content):
                self.db.execute("INSERT OR REPLACE INTO files (path, member, document_id, content) VALUES (?, ?, ?, ?)",
                                [*place, filed.document_id, content])
        return filed

    def _put_edited(self, document: Document, place: FilePlace) -> Filed:
        before, count = self._stored(document.id), len(self.versions(document.id))
        self.db.execute("DELETE FROM files WHERE document_id = ? AND (path, member) <> (?, ?)", [document.id, *place])
        outcome = self.put_document(document)
        versions = self.versions(document.id)[count:]
        return Filed(outcome, document.id, versions[-1] if versions else None,
                     before is not None and _hardly_anything_is_left(before.text, document.text))

    def _put_as_it_was(self, document: Document, *, is_led: bool) -> Filed:
        """Bytes that are known, or new ones. What else of it depends on the file's name, the first of several copies says."""
        return Filed("unchanged" if is_led else self.put_document(document, is_version=False), document.id)

    def _others(self, document_id: str | None, place: FilePlace) -> list[FilePlace]:
        return [other for path, member in self.db.execute(
            "SELECT path, member FROM files WHERE document_id = ? ORDER BY path, member", [document_id]).fetchall()
            if (other := FilePlace(path, member)) != place]

    def _known(self, content: str) -> str | None:
        """The document that holds these bytes: in another file, or added before places were kept."""
        row = self.db.execute(
            "SELECT document_id FROM (SELECT document_id FROM files WHERE content = ?1 UNION "
            "SELECT id FROM documents WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM files WHERE document_id = ?1)) "
            "ORDER BY document_id LIMIT 1", [content]).fetchone()
        return str(row[0]) if row else None

    def _free(self, content: str) -> str:
        """An id for a document of these bytes; what began with the same, and was edited since, has the plain one."""
        number, document_id = 1, content
        while self._has_document(document_id):
            number += 1
            document_id = identifier("file", content, number)
        return document_id

    def _has_document(self, document_id: str) -> bool:
        return self.db.execute("SELECT 1 FROM documents WHERE id = ?", [document_id]).fetchone() is not None


def _hardly_anything_is_left(before: str, after: str) -> bool:
    lines = {line for line in before.split("\n") if line.strip()}
    return len(lines) > 3 and len(lines.intersection(after.split("\n"))) <= SHARED * len(lines)
