"""The bytes of one document, of whatever format, to the document."""

from __future__ import annotations

import datetime
import hashlib

from corpora.errors import UnreadableInput
from corpora.schema import Document, identifier
from corpora.text.addresses import canonical_address
from corpora.text.docx import read_docx
from corpora.text.draft import Draft
from corpora.text.future import is_in_the_future
from corpora.text.html import read_html
from corpora.text.jsonl import read_json_lines
from corpora.text.odp import read_odp
from corpora.text.odt import read_odt
from corpora.text.pdf import read_pdf
from corpora.text.plain import read_plain
from corpora.text.pptx import read_pptx
from corpora.text.sniffing import OPEN_DOCUMENT, UNREADABLE_FORMATS, Format, sniff
from corpora.text.spreadsheet import read_spreadsheet

MEBIBYTE = 2**20
LARGEST = 32 * MEBIBYTE
LARGEST_PDF = 100 * MEBIBYTE
PAPERS = frozenset({"pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods"})
"""Formats full of pictures, or national tables: as large as PDFs."""
OFFICE = "application/vnd.openxmlformats-officedocument."
PROMISES: tuple[tuple[str, str, tuple[Format, ...]], ...] = (
    (".pdf", "application/pdf", ("pdf",)),
    (".docx", f"{OFFICE}wordprocessingml.document", ("docx",)),
    (".pptx", f"{OFFICE}presentationml.presentation", ("pptx",)),
    (".xlsx", f"{OFFICE}spreadsheetml.sheet", ("xlsx",)),
    (".odt", f"{OPEN_DOCUMENT}text", ("odt",)),
    (".odp", f"{OPEN_DOCUMENT}presentation", ("odp",)),
    (".ods", f"{OPEN_DOCUMENT}spreadsheet", ("ods",)),
)
FORMAT_NAMES: dict[Format, str] = {
    "html": "an HTML page", "pdf": "a PDF", "docx": "a Word document", "pptx": "a PowerPoint presentation",
    "xlsx": "an Excel workbook", "odt": "an OpenDocument text", "odp": "an OpenDocument presentation",
    "ods": "an OpenDocument spreadsheet", "text": "text", "json_lines": "JSON Lines",
    "warc": "a web archive"}


def read_bytes(data: bytes, *, name: str, media_type: str | None = None, url: str | None = None, source: str | None = None,
               today: datetime.date) -> Document:
    """One document from its bytes; what they are is told from the bytes.

    Args:
        name: what to call the input in messages: a file name or address.
        media_type: the ``Content-Type`` it came with; helps with character sets and where bytes might be two things.
        url: the address it was fetched from; makes the identity (without it the bytes do).
        source: the name of the source that it was gathered from; ``file`` where none is given.
        today: no publication date lies after this day.

    Raises:
        UnreadableInput: it is empty, too large, broken, encrypted, of an unknown format, or not what its name promises.
    """
    found = sniff(data, name=name, media_type=media_type)
    if found in UNREADABLE_FORMATS:
        raise UnreadableInput(f"{name}: the file {UNREADABLE_FORMATS[found]}")
    refuse_oversize(len(data), name=name, pdf=found in PAPERS)
    _hold_to_promise(found, name=name, media_type=media_type, fetched=url is not None)
    if found == "warc":
        raise UnreadableInput(f"{name}: a web archive holds many documents; add it as a file")
    if found == "json_lines":
        documents = read_json_lines(data, name=name)
        if len(documents) != 1:
            raise UnreadableInput(f"{name}: holds {len(documents)} documents, not one; add it as a file")
        published = documents[0].published_on
        if published and is_in_the_future(published, today=today):
            return documents[0].model_copy(update={"published": None})
        return documents[0]
    address = canonical_address(url) if url else None
    draft = _read(found, data, name=name, media_type=media_type, url=address, today=today)
    return Document(
        id=identifier(address) if address else called(data),
        text=draft.text, title=draft.title, url=address or draft.url, publisher=draft.publisher, doc_type=draft.doc_type,
        published=draft.published, licence=draft.licence, source=source or "file", pages=draft.pages,
        sections=draft.sections, extraction=draft.extraction)


def called(data: bytes) -> str:
    """What bytes are called that have no address: the id of a document that is made of them, unless its file has one already."""
    return identifier("file", hashlib.sha256(data).hexdigest())


def refuse_oversize(size: int, *, name: str, pdf: bool) -> None:
    """Raise UnreadableInput for more bytes than are read of one document."""
    largest = LARGEST_PDF if pdf else LARGEST
    if size > largest:
        # Of an archive's response a byte too many is unpacked, and its size not known.
        told = f"{size / MEBIBYTE:,.0f} MiB, " if size > largest + 1 else ""
        raise UnreadableInput(f"{name}: {told}more than the {largest // MEBIBYTE} MiB that are read")


def _hold_to_promise(found: Format, *, name: str, media_type: str | None, fetched: bool) -> None:
    """A PDF that is HTML is an error page or a login; taking it for the report would be worse than refusing it."""
    said = (media_type or "").split(";")[0].strip().lower()
    for ending, official, kept in PROMISES:
        promised = said == official or (not fetched and name.lower().endswith(ending))
        if promised and found not in kept:
            raise UnreadableInput(f"{name}: not {FORMAT_NAMES[kept[0]]}, as it is called, but {FORMAT_NAMES.get(found, found)}")


def _read(found: Format, data: bytes, *, name: str, media_type: str | None, url: str | None, today: datetime.date) -> Draft:
    if found == "html":
        return read_html(data, name=name, media_type=media_type, url=url, today=today)
    if found == "pdf":
        return read_pdf(data, name=name, url=url, today=today)
    if found == "docx":
        return read_docx(data, name=name, url=url, today=today)
    if found == "pptx":
        return read_pptx(data, name=name, url=url, today=today)
    if found == "odt":
        return read_odt(data, name=name, url=url, today=today)
    if found == "odp":
        return read_odp(data, name=name, url=url, today=today)
    if found in ("xlsx", "ods"):
        return read_spreadsheet(data, kind=found, name=name, url=url, today=today)
    if found == "text":
        return read_plain(data, name=name, url=url, today=today)
    raise AssertionError(found)
