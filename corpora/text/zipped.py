"""ZIP files of papers, as trusts publish a meeting's: every member that can be read is a document of its own.

Nothing is unpacked to disk and nothing is believed of the directory: how much a member unpacks to is counted while it is
unpacked, a piece at a time. Members' names are labels only; they are never opened as paths.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date
from typing import Literal
from urllib.parse import quote

from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue, identifier
from corpora.text.addresses import canonical_address
from corpora.text.cleaning import clean_line
from corpora.text.draft import FileDocument
from corpora.text.reading import LARGEST_PDF, MEBIBYTE, read_bytes
from corpora.text.sniffing import ENTRY, MOST_ENTRIES, sniff

MOST_MEMBERS = 500
MOST_UNPACKED = 300 * MEBIBYTE
"""Of all members together."""
MOST_RATIO = 200
RATIO_COUNTS_FROM = 8 * MEBIBYTE
"""Smaller members may unpack to any multiple: a table of zeros does."""
DEEPEST = 1
"""A ZIP in the ZIP is read, a ZIP in that one is not."""
LONGEST_LABEL = 300
PIECE = 2**18
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, LookupError)
"""What zipfile raises for archives that are damaged or packed in ways it does not know."""
ENCRYPTED = 0x1
LEFT_BY_PROGRAMS = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


def read_zip(data: bytes, *, name: str, url: str | None, today: date, source: str | None = None,
             stage: Literal["add", "crawl"] = "add") -> list[Document | Issue]:
    """The documents of a ZIP's members in the order of its directory, and an issue for each member that cannot be read.

    Args:
        name: what to call the ZIP in messages: a file name or address. An issue's place is ``NAME, member PATH``.
        url: the address it was fetched from. A member's identity is that address, ``#`` and its path; without it, its bytes.
        source: the name of the source that it was gathered from; ``file`` where none is given.
        stage: what the issues belong to.

    Raises:
        UnreadableInput: it is no ZIP, broken, of too many members, or without any.
    """
    reading = _Reading(name=name, address=canonical_address(url) if url else None, today=today, source=source, stage=stage)
    return [found.document if isinstance(found, FileDocument) else found for found in reading.all(data)]


def read_zip_file(data: bytes, *, name: str, today: date) -> list[FileDocument | Issue]:
    """The same of a ZIP that has no address, with what each document is called in it."""
    return _Reading(name=name, address=None, today=today, source=None, stage="add").all(data)


class _Reading:
    """One ZIP on its way: what was found, and what may still be unpacked."""

    def __init__(self, *, name: str, address: str | None, today: date, source: str | None,
                 stage: Literal["add", "crawl"]) -> None:
        self.name = name
        self.address = address
        self.today = today
        self.source = source
        self.stage = stage
        self.found: list[FileDocument | Issue] = []
        self.members = 0
        self.left = MOST_UNPACKED
        self.labels: dict[str, int] = {}

    def all(self, data: bytes) -> list[FileDocument | Issue]:
        """What the whole ZIP holds.

        Raises:
            UnreadableInput: it cannot be read, or holds nothing.
        """
        self.read(data, within="", depth=0)
        if not self.found:
            raise UnreadableInput(f"{self.name}: the ZIP file holds no documents")
        return self.found

    def read(self, data: bytes, *, within: str, depth: int) -> None:
        """The members of one ZIP.

        Raises:
            UnreadableInput: it is broken or holds too many; what was found before stands.
        """
        if data.count(ENTRY) > MOST_ENTRIES:
            raise UnreadableInput(f"{self.name}: the ZIP file lists more than {MOST_ENTRIES:,} members; not opened")
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for info in archive.infolist():
                    path = _label(info.filename)
                    if info.is_dir() or not path or LEFT_BY_PROGRAMS.search(path):
                        continue
                    self.members += 1
                    if self.members > MOST_MEMBERS:
                        self._refuse(None, f"holds more than {MOST_MEMBERS} members; those after were not read")
                        return
                    self._read_member(archive, info, label=self._unique(f"{within}{path}"), depth=depth)
                    if self.left <= 0:
                        return
        except BROKEN as error:
            raise UnreadableInput(f"{self.name}: the ZIP file is broken: {clean_line(str(error))[:200]}") from error

    def _read_member(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, label: str, depth: int) -> None:
        if info.flag_bits & ENCRYPTED:
            self._refuse(label, "is encrypted; save it without a password")
            return
        try:
            data = self._unpack(archive, info)
        except UnreadableInput as error:
            self._refuse(label, str(error))
            return
        except BROKEN as error:
            self._refuse(label, f"is broken: {clean_line(str(error))[:200]}")
            return
        found = sniff(data, name=label)
        if found == "zip":
            self._read_inner(data, label=label, depth=depth)
        elif found in ("warc", "json_lines"):
            self._refuse(label, "is a file of many documents; unpack it and add it by itself")
        else:
            self._read_document(data, label)

    def _read_inner(self, data: bytes, *, label: str, depth: int) -> None:
        if depth == DEEPEST:
            self._refuse(label, "is a ZIP file in a ZIP file in a ZIP file; unpack it first")
            return
        try:
            self.read(data, within=f"{label}/", depth=depth + 1)
        except UnreadableInput as error:
            self._refuse(label, str(error).removeprefix(f"{self.name}: "))

    def _read_document(self, data: bytes, label: str) -> None:
        try:
            document = read_bytes(data, name=label, source=self.source, today=self.today)
        except UnreadableInput as error:
            self._refuse(label, str(error).removeprefix(f"{label}: "))
            return
        changes: dict[str, object] = {} if document.title else {"title": label.rpartition("/")[2]}
        if self.address:
            address = f"{self.address}#{quote(label, safe='/()!,;=@~ ').replace(' ', '%20')}"
            changes |= {"id": identifier(address), "url": address}
        self.found.append(FileDocument(document=document.model_copy(update=changes), member=label))

    def _unpack(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
        pieces: list[bytes] = []
        length = 0
        with archive.open(info) as packed:
            while piece := packed.read(PIECE):
                length += len(piece)
                self.left -= len(piece)
                if self.left <= 0:
                    raise UnreadableInput(f"the ZIP file unpacks to more than {MOST_UNPACKED // MEBIBYTE} MiB; "
                                          "this member and those after it were not read")
                if length > LARGEST_PDF:
                    raise UnreadableInput(f"unpacks to more than the {LARGEST_PDF // MEBIBYTE} MiB that are read")
                if length > RATIO_COUNTS_FROM and length > MOST_RATIO * max(1, info.compress_size):
                    raise UnreadableInput(f"unpacks to more than {MOST_RATIO} times its size; not read")
                pieces.append(piece)
        return b"".join(pieces)

    def _unique(self, label: str) -> str:
        """The label, numbered where another member has it too: two members must not have one identity."""
        self.labels[label] = number = self.labels.get(label, 0) + 1
        return label if number == 1 else f"{label} ({number})"

    def _refuse(self, label: str | None, reason: str) -> None:
        where = self.name if label is None else f"{self.name}, member {label}"
        self.found.append(Issue(stage=self.stage, where=where, value=self.address, reason=reason))


def _label(filename: str) -> str:
    """A member's name as people may see it: one line, forward slashes, nothing absolute and no way up.

    ``..\\..\\Windows\\a.pdf`` → ``Windows/a.pdf``
    """
    parts = [clean_line(part) for part in filename.replace("\\", "/").split("/")]
    kept = [part for part in parts if part not in ("", ".", "..") and not re.fullmatch(r"[A-Za-z]:", part)]
    return "/".join(kept)[-LONGEST_LABEL:]
