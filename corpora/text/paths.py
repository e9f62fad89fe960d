"""Files and folders as documents."""

from __future__ import annotations

import codecs
import datetime
import os
import re
from collections.abc import Iterator
from pathlib import Path

from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.apart_task import Question, read_apart, read_file_apart
from corpora.text.cleaning import storable
from corpora.text.draft import FileDocument
from corpora.text.encoding import decode
from corpora.text.future import is_in_the_future, why_refused
from corpora.text.jsonl import read_json_line
from corpora.text.reading import LARGEST, LARGEST_PDF, PAPERS, called, refuse_oversize
from corpora.text.sniffing import sniff
from corpora.text.warc import read_warc

HEAD = 2**20
HARMLESS = 2**20
"""Plain text and lines of JSON of at most so many bytes are read in this process."""
Item = Document | FileDocument | Issue
"""What reading a file gives."""
KEPT_BY_PROGRAMS = ("~$", ".")
"""How the names of files begin that programs keep for themselves."""
KEPT_BY_WINDOWS = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows leaves in folders that were looked at, in small letters."""


def read_path(path: Path, *, today: datetime.date, reader: Apart | None = None) -> Iterator[Document | Issue]:
    """The documents of one file, or of all files below a folder in the order of their names.

    Args:
        reader: the process that reads what may do harm: all but plain text. None reads everything in this process.

    Raises:
        UnreadableInput: ``path`` does not exist, or is a file that cannot be read. In a folder that is an issue.
    """
    files = ((read_file_of_folder(file, today=today, reader=reader) for file in files_below(path)) if path.is_dir()
             else (read_file(path, today=today, reader=reader),))
    for found in files:
        yield from (item.document if isinstance(item, FileDocument) else item for item in found)


def files_below(folder: Path) -> list[Path]:
    """All files in a folder and the folders in it, hidden ones left out, in the order of their names.

    A folder that may not be looked into stands among them, so that whoever reads the files comes to say so.
    """
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: found.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(parent, name) for name in names if not is_kept_by_programs(name))
    return sorted(found)


def is_kept_by_programs(name: str) -> bool:
    """Whether a file of this name is a program's own: hidden, an open paper's lock, a folder's small pictures or settings."""
    return name.startswith(KEPT_BY_PROGRAMS) or name.lower() in KEPT_BY_WINDOWS


def read_file(path: Path, *, today: datetime.date, reader: Apart | None = None) -> Iterator[Item]:
    """The documents of one file that was named: all of it must be readable, save single pages of a web archive.

    Those that state no id and have no address are ``FileDocument``.

    Raises:
        UnreadableInput: the file is missing or cannot be read.
    """
    for found in _read(path, today, reader):
        if isinstance(found, UnreadableInput):
            raise found
        yield found


def read_file_of_folder(path: Path, *, today: datetime.date, reader: Apart | None = None) -> Iterator[Item]:
    """The documents of one file among many: what cannot be read is an issue, and the rest is read."""
    try:
        for found in _read(path, today, reader):
            yield _issue(found, path) if isinstance(found, UnreadableInput) else found
    except UnreadableInput as error:
        yield _issue(error, path)


def holds(path: Path, content: str) -> bool:
    """Whether a file holds the bytes that are called so; one that is not there or cannot be read does not."""
    try:
        return path.is_file() and path.stat().st_size <= LARGEST_PDF and called(path.read_bytes()) == content
    except OSError:
        return False


def is_archive(path: Path) -> bool:
    """Whether a file is a web archive, by its beginning; what is not there or cannot be opened is none."""
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError:
        return False
    return head.startswith((b"WARC/", b"\x1f\x8b")) and sniff(head, name=path.name) == "warc"


def _read(path: Path, today: datetime.date, reader: Apart | None) -> Iterator[Item | UnreadableInput]:
    try:
        if not path.is_file():
            raise UnreadableInput(f"{path}: {'not a readable file' if path.exists() else 'no such file or folder'}")
        with path.open("rb") as stream:
            head = stream.read(HEAD)
        size = path.stat().st_size
        found = sniff(head, name=path.name)
        if found == "warc":
            yield from read_warc(path, today=today, reader=reader)
        elif found == "json_lines":
            yield from _read_json_lines(path, today, reader)
        else:
            # What a ZIP holds, its end says: an Office file, or papers.
            refuse_oversize(size, name=str(path), pdf=found in PAPERS or head.startswith(b"PK"))
            harmless = found in ("text", "empty") and size <= HARMLESS
            yield from read_file_apart(None if harmless else reader, Question(name=str(path), today=today), path.read_bytes())
    except OSError as error:
        raise UnreadableInput(f"{path}: cannot be read: {error.strerror}") from error


def _read_json_lines(path: Path, today: datetime.date, reader: Apart | None) -> Iterator[Document | Issue | UnreadableInput]:
    """The documents of a JSON Lines file, a line at a time: it may be larger than memory."""
    seen: dict[str, int] = {}
    empty = True
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        empty = False
        where = f"{path}, line {number}"
        if len(line) > LARGEST:
            raise UnreadableInput(f"{where}: longer than {LARGEST // 2**20} MiB")
        try:
            document = _read_line(line, where, today, reader)
        except UnreadableInput as error:
            yield error
            continue
        if document.id in seen:
            yield UnreadableInput(f"{where}: the id \"{document.id[:60]}\" stands in line {seen[document.id]} too")
            continue
        seen[document.id] = number
        published = document.published_on
        if published and is_in_the_future(published, today=today):
            # Kept without it: a date to come would stand on top of all alerts until then.
            yield document.model_copy(update={"published": None})
            yield Issue(stage="add", where=storable(where), value=published,
                        reason=f"\"published\" is left out: {why_refused(published, today=today)}")
            continue
        yield document
    if empty:
        raise UnreadableInput(f"{path}: holds no document")


def _read_line(line: str, where: str, today: datetime.date, reader: Apart | None) -> Document:
    if reader is None or len(line) <= HARMLESS:
        return read_json_line(line, where=where)
    # A few bytes of JSON make objects of many: what is long is unpacked where memory is limited.
    (document,) = read_apart(reader, Question(name=where, today=today, kind="line"), line.encode("utf-8", "surrogatepass"))
    assert isinstance(document, Document)
    return document


def _lines(path: Path) -> Iterator[str]:
    with path.open("rb") as stream:
        if stream.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            yield from decode(path.read_bytes()).split("\n")
            return
        stream.seek(0)
        while line := stream.readline(LARGEST + 1):
            yield decode(line)


def _issue(error: UnreadableInput, path: Path) -> Issue:
    """An issue of this file; where the message names a line of it, so does the issue."""
    message = str(error)
    line = re.match(r", line \d+", message[len(str(path)):]) if message.startswith(str(path)) else None
    where = f"{path}{line.group() if line else ''}"
    return Issue(stage="add", where=where, reason=message.removeprefix(f"{where}: "))
