"""Reading files in a reading process (:mod:`corpora.apart`), so that hostile bytes end that process at worst."""

from __future__ import annotations

import datetime
from typing import Literal

from corpora.apart import Apart, TaskBroke
from corpora.errors import UnreadableInput
from corpora.schema import Document, Issue, Record
from corpora.text.cleaning import storable
from corpora.text.draft import FileDocument
from corpora.text.encoding import decode
from corpora.text.jsonl import read_json_line
from corpora.text.reading import read_bytes
from corpora.text.sniffing import sniff
from corpora.text.zipped import read_zip_file

TASK = "corpora.text.apart_task:read_task"

Items = tuple[Document | FileDocument | Issue, ...]


class Question(Record):
    """What is to be read, without its bytes."""

    name: str
    today: datetime.date
    kind: Literal["document", "file", "line"] = "document"
    """A document; a file, which may be a ZIP file of documents; a line of JSON Lines."""
    media_type: str | None = None
    url: str | None = None


class Found(Record):
    """What was read."""

    items: Items


def read_apart(reader: Apart | None, question: Question, data: bytes) -> tuple[Document | Issue, ...]:
    """The document that some bytes hold.

    Args:
        reader: the process that reads them; None for this one, where the bytes are known to be harmless.

    Raises:
        UnreadableInput: they cannot be read, or not within the limits of memory and time.
    """
    return tuple(found.document if isinstance(found, FileDocument) else found for found in _asked(reader, question, data))


def read_file_apart(reader: Apart | None, question: Question, data: bytes) -> tuple[FileDocument | Issue, ...]:
    """What a file holds: one document, or of a ZIP file many, and issues. Arguments and errors as above."""
    return tuple(FileDocument(document=found) if isinstance(found, Document) else found
                 for found in _asked(reader, question.model_copy(update={"kind": "file"}), data))


def _asked(reader: Apart | None, question: Question, data: bytes) -> Items:
    if reader is None:
        return _read(question, data)
    # A file's name may hold bytes that are no characters; what is sent may not.
    asked = question.model_copy(update={"name": storable(question.name)})
    try:
        return Found.model_validate_json(reader.do(TASK, asked.model_dump_json().encode(), data, name=asked.name)).items
    except UnreadableInput as error:
        raise UnreadableInput(f"{question.name}{str(error).removeprefix(asked.name)}") from error
    except TaskBroke as error:
        raise UnreadableInput(f"{question.name}: reading it failed by a defect of softintel; please report it: {error}") from error


def read_task(question: bytes, body: bytes) -> bytes:
    """The task that the reading process does."""
    return Found(items=_read(Question.model_validate_json(question), body)).model_dump_json().encode()


def _read(asked: Question, data: bytes) -> Items:
    if asked.kind == "line":
        return (read_json_line(decode(data), where=asked.name),)
    if asked.kind == "file" and sniff(data, name=asked.name) == "zip":
        return tuple(read_zip_file(data, name=asked.name, today=asked.today))
    return (read_bytes(data, name=asked.name, media_type=asked.media_type, url=asked.url, today=asked.today),)
