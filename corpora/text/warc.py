"""Web archives: each stored response with a page or paper in it is a document."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from warcio.recordloader import ArcWarcRecord

from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.apart_task import Question, read_apart
from corpora.text.reading import LARGEST, LARGEST_PDF, PAPERS
from corpora.text.sniffing import sniff
from corpora.text.warc_survey import BROKEN, PIECE, Survey, address_of, record_at, survey


def read_warc(path: Path, *, today: datetime.date, reader: Apart | None = None) -> Iterator[Document | Issue]:
    """The documents of a web archive, each with its address; an address that was stored twice counts with its last state.

    A response that cannot be read, and an archive that ends in the middle, is an issue; what came before it stands.

    Args:
        reader: the process that reads the responses; None for this one.

    Raises:
        UnreadableInput: nothing in it can be read as a web archive.
    """
    yield from read_surveyed(path, survey(path, every_page=True), today=today, reader=reader)


def read_surveyed(path: Path, found: Survey, *, today: datetime.date, reader: Apart | None = None) -> Iterator[Document | Issue]:
    """The documents of an archive that was looked through; one body at a time is held."""
    with path.open("rb") as stream:
        for address, place in found.places.items():
            if place is not None:
                try:
                    yield _document(record_at(stream, place), path, today, reader)
                except BROKEN as error:
                    yield _issue(path, f"the response is broken: {' '.join(str(error).split())[:200]}", address)
    if found.broken:
        yield _issue(path, found.broken, None)


def _document(record: ArcWarcRecord, path: Path, today: datetime.date, reader: Apart | None) -> Document | Issue:
    address = address_of(record)
    body, is_all = _body(record.content_stream())
    if getattr(record.raw_stream, "limit", 0) > 0 and is_all:
        return _issue(path, "the response is cut short", address)
    media_type = record.http_headers.get_header("Content-Type")
    try:
        return read_apart(reader, Question(name=address, media_type=media_type, url=address, today=today), body)[0]
    except UnreadableInput as error:
        return _issue(path, str(error), address)


def _body(stream: IO[bytes]) -> tuple[bytes, bool]:
    """What a response unpacks to, or a byte more of it than is read of its kind, and whether that is all of it."""
    # Not one read: warcio keeps the pieces until it has joined them, which takes twice the memory.
    body = io.BytesIO()
    piece = stream.read(PIECE)
    most = LARGEST_PDF if _may_be_a_paper(piece) else LARGEST
    while piece and body.write(piece) and body.tell() <= most:
        piece = stream.read(min(PIECE, most + 1 - body.tell()))
    return body.getvalue(), body.tell() <= most


def _may_be_a_paper(head: bytes) -> bool:
    """What a ZIP holds, its end says: an Office file, or others."""
    return head.startswith(b"PK") or sniff(head) in PAPERS


def _issue(path: Path, reason: str, address: str | None) -> Issue:
    return Issue(stage="add", where=str(path) if address is None else f"{path}, {address}", value=address, reason=reason)
