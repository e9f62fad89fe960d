"""Web archives: each stored response with a page or paper in it is a document."""

from __future__ import annotations

import datetime
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.addresses import canonical_address
from corpora.text.apart_task import Question, read_apart
from corpora.text.reading import LARGEST, LARGEST_PDF

DOCUMENT_TYPES = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain",
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
PIECE = 2**20
BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, gzip.BadGzipFile, ValueError, LookupError, AttributeError)
"""What warcio lets through of damaged archives."""


def read_warc(path: Path, *, today: datetime.date, reader: Apart | None = None) -> Iterator[Document | Issue]:
    """The documents of a web archive, each with its address; an address that was stored twice counts with its last state.

    A response that cannot be read, and an archive that ends in the middle, is an issue; what came before it stands.

    Args:
        reader: the process that reads the responses; None for this one.

    Raises:
        UnreadableInput: nothing in it can be read as a web archive.
    """
    last: dict[str, int] = {}
    try:
        for number, record in _responses(path):
            last[_address(record)] = number
    except BROKEN as error:
        if not last:
            raise UnreadableInput(f"{path}: not a readable web archive: {error}") from error
    if not last:
        raise UnreadableInput(f"{path}: the web archive holds no pages or papers")
    try:
        for number, record in _responses(path):
            if last[_address(record)] == number:
                yield _document(record, path, today, reader)
    except BROKEN as error:
        yield _issue(path, f"the web archive is broken from here on: {error}", None)
    if not _is_whole(path):
        yield _issue(path, "the web archive is cut short: its compression ends in the middle", None)


def _responses(path: Path) -> Iterator[tuple[int, ArcWarcRecord]]:
    with path.open("rb") as stream:
        for number, record in enumerate(ArchiveIterator(stream)):
            if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
                continue
            media_type = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
            if media_type in DOCUMENT_TYPES and canonical_address(_address(record)):
                yield number, record


def _address(record: ArcWarcRecord) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _document(record: ArcWarcRecord, path: Path, today: datetime.date, reader: Apart | None) -> Document | Issue:
    address = _address(record)
    media_type = record.http_headers.get_header("Content-Type")
    largest = LARGEST_PDF if "pdf" in (media_type or "").lower() else LARGEST
    body = _unpacked(record.content_stream(), largest + 1)
    if len(body) > largest:
        return _issue(path, f"more than the {largest // 2**20} MiB that are read", address)
    if getattr(record.raw_stream, "limit", 0) > 0:
        return _issue(path, "the response is cut short", address)
    try:
        return read_apart(reader, Question(name=address, media_type=media_type, url=address, today=today), body)[0]
    except UnreadableInput as error:
        return _issue(path, str(error), address)


def _unpacked(stream: IO[bytes], most: int) -> bytes:
    """At most so many bytes, held once: joining pieces would hold them twice."""
    body = io.BytesIO()
    while (missing := most - body.tell()) > 0 and (piece := stream.read(min(PIECE, missing))):
        body.write(piece)
    return body.getvalue()


def _issue(path: Path, reason: str, address: str | None) -> Issue:
    return Issue(stage="add", where=str(path) if address is None else f"{path}, {address}", value=address, reason=reason)


def _is_whole(path: Path) -> bool:
    with path.open("rb") as stream:
        if stream.read(2) != b"\x1f\x8b":
            return True
    try:
        with gzip.open(path) as stream:
            while stream.read(2**20):
                pass
    except (EOFError, zlib.error, gzip.BadGzipFile):
        return False
    return True
