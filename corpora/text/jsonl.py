"""Documents as JSON Lines: ``{"id", "text", "title"?, "published"?, "url"?, "publisher"?, "doc_type"?}``, one a line."""

from __future__ import annotations

import json
from datetime import date
from typing import get_args
from urllib.parse import urlsplit

from pydantic import ValidationError

from corpora.errors import UnreadableInput
from corpora.schema import Document, DocumentType, PublicationDate
from corpora.text.cleaning import storable
from corpora.text.encoding import decode

WORDS = ("title", "url", "publisher", "licence")


def read_json_line(line: str, *, where: str) -> Document:
    """One line as a document; its text is kept character for character, so that offsets into it stay true.

    Fields that are not ours (such as the answers in an annotated file) are passed over.

    Args:
        where: the file and line number, for messages: ``new.jsonl, line 3``.

    Raises:
        UnreadableInput: the line is no JSON object, or a field is missing or has a value that cannot be used.
    """
    try:
        record = json.loads(line.strip())
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{where}: not valid JSON: {error.msg} at character {error.pos + 1}") from error
    except ValueError as error:
        raise UnreadableInput(f"{where}: not valid JSON: {error}") from error
    except RecursionError as error:
        raise UnreadableInput(f"{where}: not usable JSON: nested too deeply") from error
    if not isinstance(record, dict):
        raise UnreadableInput(f"{where}: not a JSON object with \"id\" and \"text\"")
    for field in ("id", "text"):
        if field not in record:
            raise UnreadableInput(f"{where}: no \"{field}\"")
    identity, text = record["id"], record["text"]
    if not isinstance(identity, str) or not identity.strip():
        raise UnreadableInput(f"{where}: \"id\" is not a word: {_shown(identity)}")
    if not isinstance(text, str):
        raise UnreadableInput(f"{where}: \"text\" is not text: {_shown(text)}")
    if not text.strip():
        raise UnreadableInput(f"{where}: \"text\" is empty")
    words = {field: _words(record, field, where) for field in WORDS}
    return Document(
        id=storable(identity), text=storable(text), title=words["title"] or "", url=_address(words["url"], where),
        publisher=words["publisher"], licence=words["licence"], doc_type=_doc_type(record, where),
        published=_published(record, where), source="file")


def read_json_lines(data: bytes, *, name: str) -> list[Document]:
    """All documents of a JSON Lines file small enough to be held in memory.

    Raises:
        UnreadableInput: a line cannot be read, or an id comes twice.
    """
    documents: dict[str, Document] = {}
    for number, line in enumerate(decode(data).split("\n"), start=1):
        if not line.strip():
            continue
        document = read_json_line(line, where=f"{name}, line {number}")
        if document.id in documents:
            raise UnreadableInput(f"{name}, line {number}: the id {_shown(document.id)} comes a second time")
        documents[document.id] = document
    return list(documents.values())


def _words(record: dict[str, object], field: str, where: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise UnreadableInput(f"{where}: \"{field}\" is not text: {_shown(value)}")
    return storable(value).strip() or None if value else None


def _address(url: str | None, where: str) -> str | None:
    """The address as given; others than of web pages are refused, since pages and feeds make links of them."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable:
        raise UnreadableInput(f"{where}: \"url\" is {_shown(url)}, not an http or https address such as https://www.example.org/paper")
    return url


def _doc_type(record: dict[str, object], where: str) -> DocumentType:
    value = record.get("doc_type")
    if value is None:
        return "other"
    for doc_type in get_args(DocumentType):
        if value == doc_type:
            return doc_type  # type: ignore[no-any-return]  # one of the literal's own words
    raise UnreadableInput(f"{where}: \"doc_type\" is {_shown(value)}, not one of {', '.join(get_args(DocumentType))}")


def _published(record: dict[str, object], where: str) -> PublicationDate | None:
    value = record.get("published")
    if value is None or value == "":
        return None
    try:
        if not isinstance(value, str):
            raise ValueError(value)
        day = value[:10] if value[10:11] in ("T", " ") else value
        if len(day) == 10:
            date.fromisoformat(day)
        return PublicationDate(date=day, method="given", reliability=1.0)
    except (ValueError, ValidationError) as error:
        raise UnreadableInput(f"{where}: \"published\" is {_shown(value)}, not a date such as 2016-10-21") from error


def _shown(value: object) -> str:
    return json.dumps(value)[:60]
