"""Reading files in a reading process (:mod:`corpora.apart`), so that hostile bytes end that process at worst."""

from __future__ import annotations

import datetime

from corpora.apart import Apart
from corpora.schema import Document, Issue, Record
from corpora.text.reading import read_bytes
from corpora.text.zipped import read_zip

TASK = "corpora.text.apart_task:read_task"


class Question(Record):
    """What is to be read, without its bytes."""

    name: str
    today: datetime.date
    media_type: str | None = None
    url: str | None = None
    source: str | None = None
    many: bool = False
    """A ZIP file, whose members are documents."""


class Found(Record):
    """What was read."""

    items: tuple[Document | Issue, ...]


def read_bytes_apart(reader: Apart, data: bytes, question: Question) -> tuple[Document | Issue, ...]:
    """What some bytes hold, read by this process: one document, or of a ZIP file many, and issues.

    Raises:
        UnreadableInput: they cannot be read, or not within the limits of memory and time.
        TaskBroke: a defect of ours.
    """
    asked = question.model_copy(update={"name": question.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")})
    return Found.model_validate_json(reader.do(TASK, asked.model_dump_json().encode(), data, name=question.name)).items


def read_task(question: bytes, body: bytes) -> bytes:
    """The task that the reading process does."""
    asked = Question.model_validate_json(question)
    if asked.many:
        found = tuple(read_zip(body, name=asked.name, url=asked.url, today=asked.today, source=asked.source))
    else:
        found = (read_bytes(body, name=asked.name, media_type=asked.media_type, url=asked.url, source=asked.source,
                            today=asked.today),)
    return Found(items=found).model_dump_json().encode()
