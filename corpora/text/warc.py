"""Web archives: each stored response with a page or paper in it is a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from warcio.recordloader import ArcWarcRecord

from corpora.apart import Apart
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue
from corpora.text.apart_task import Question, read_apart
from corpora.text.reading import LARGEST_PDF
from corpora.text.warc_survey import BROKEN, Survey, address_of, record_at, survey


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
    body = record.content_stream().read(LARGEST_PDF + 1)
    if getattr(record.raw_stream, "limit", 0) > 0 and len(body) <= LARGEST_PDF:
        return _issue(path, "the response is cut short", address)
    media_type = record.http_headers.get_header("Content-Type")
    try:
        return read_apart(reader, Question(name=address, media_type=media_type, url=address, today=today), body)[0]
    except UnreadableInput as error:
        return _issue(path, str(error), address)


def _issue(path: Path, reason: str, address: str | None) -> Issue:
    return Issue(stage="add", where=str(path) if address is None else f"{path}, {address}", value=address, reason=reason)
