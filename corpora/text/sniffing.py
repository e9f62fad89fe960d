"""What some bytes are, told from the bytes themselves; names and media types only break ties."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from typing import Literal

from corpora.text.encoding import decode

Format = Literal["empty", "pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "html", "json_lines", "warc", "gzip", "json", "xml",
                 "zip", "xlsb", "opendocument", "old_word", "locked", "rtf", "picture", "text"]

HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|div|main|article|section"
    r"|header|nav|h[1-6]|p|table|ul|ol|span|a|base|form|img|iframe|center|font)\b)", re.IGNORECASE | re.DOTALL)
XML_START = re.compile(r"\s*(?:<\?xml|<(?:rss|feed|rdf:RDF|urlset|sitemapindex|svg)\b)", re.IGNORECASE)
HTML_TAG = re.compile(r"<(?:p|div|br|a|h[1-6]|li|td|span)\b[^<>]*>", re.IGNORECASE)
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
UNREADABLE_FORMATS: dict[Format, str] = {
    "empty": "is empty",
    "gzip": "is a gzip file and not a web archive; unpack it first",
    "json": "is JSON, but not JSON Lines with one document a line",
    "xml": "is XML (a feed or a sitemap?) and not a document",
    "zip": "is a ZIP file and not a document; add it as a file, or unpack it first",
    "xlsb": "is a binary Excel workbook; save it as .xlsx",
    "opendocument": "is an OpenDocument drawing or formula, or flat OpenDocument; save it as .odt, .odp, .ods or PDF",
    "old_word": "is in an old Microsoft Office format; save it as .docx, .xlsx, .pptx or PDF",
    "locked": "is an Office file that is encrypted; save it without a password",
    "rtf": "is in Rich Text Format; save it as .docx or PDF",
    "picture": "is a picture and holds no text",
}
# What a part of the file is called, and the format that it gives away; an Office file is a ZIP of such parts.
PARTS: tuple[tuple[str, Format], ...] = (
    ("word/document.xml", "docx"), ("ppt/presentation.xml", "pptx"), ("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb"))
FOLDERS: tuple[tuple[bytes, Format], ...] = ((b"word/", "docx"), (b"ppt/", "pptx"), (b"xl/", "xlsx"))
OFFICE_ENDINGS: dict[str, Format] = {"docx": "docx", "pptx": "pptx", "xlsx": "xlsx", "odt": "odt", "odp": "odp", "ods": "ods"}
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OPEN_DOCUMENT_KINDS: tuple[tuple[str, Format], ...] = (("text", "odt"), ("presentation", "odp"), ("spreadsheet", "ods"))
"""Templates (``text-template``) are read as what they are templates of."""
MANIFEST = "META-INF/manifest.xml"
ENCRYPTED_PARTS = (b"encryption-data", b"encrypted-package")
ENTRY = b"PK\x01\x02"
MOST_ENTRIES = 100_000
"""In a ZIP's directory; each takes memory before the first is looked at."""
LOCKED = "EncryptedPackage".encode("utf-16-le")


def sniff(data: bytes, *, name: str = "", media_type: str | None = None) -> Format:
    """The format of some bytes, of which the first few thousand decide.

    Args:
        name: a file name or address; its ending is looked at only where the bytes might be two things.
        media_type: what the sender called them; likewise.
    """
    head = data[:4096]
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return "empty"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, name=name)
    if head.startswith(b"\x1f\x8b"):
        return "warc" if _ending(name) == "warc" or b"WARC/" in head else "gzip"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") and LOCKED in data:
        return "locked"
    for start, found in ((b"WARC/", "warc"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_word"), (b"{\\rtf", "rtf"),
                         *((picture, "picture") for picture in PICTURES)):
        if head.startswith(start):
            return found  # type: ignore[return-value]  # each is a Format
    # Readers accept a PDF whose header stands within the first kilobyte, and so do its makers.
    if b"%PDF-" in head[:1024] and not HTML_START.match(decode(head)):
        return "pdf"
    return _kind_of_text(data, name=name, media_type=media_type)


def _kind_of_text(data: bytes, *, name: str, media_type: str | None) -> Format:
    head = decode(data[:4096])
    if HTML_START.match(head):
        return "html"
    if XML_START.match(head):
        if "<office:document" in head:
            return "opendocument"
        return "html" if re.search(r"<html\b", head, re.IGNORECASE) else "xml"
    if _ending(name) in ("jsonl", "ndjson") or _first_line_is_a_document(data):
        return "json_lines"
    if _ending(name) == "json" or (head.lstrip()[:1] in "{[" and _is_json(data)):
        return "json"
    said_html = _ending(name) in ("html", "htm", "xhtml") or "html" in (media_type or "")
    return "html" if said_html and HTML_TAG.search(decode(data[:200_000])) else "text"


def _ending(name: str) -> str:
    name = re.sub(r"[?#].*", "", name.lower())
    return "warc" if name.endswith(".warc.gz") else name.rpartition(".")[2]


def _kind_of_zip(data: bytes, *, name: str) -> Format:
    if data.count(ENTRY) > MOST_ENTRIES:
        return "zip"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = set(archive.namelist())
            if "mimetype" in parts:
                with archive.open("mimetype") as packed:
                    found = _open_document(packed.read(200))
                return "locked" if found != "zip" and _is_locked(archive, parts) else found
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, LookupError):
        return _kind_of_broken_zip(data, name=name)
    return next((found for part, found in PARTS if part in parts), "zip")


def _kind_of_broken_zip(data: bytes, *, name: str) -> Format:
    """A broken ZIP that meant to be an Office file is told so by the reader of those."""
    head = data[:4096]
    if b"mimetype" + OPEN_DOCUMENT.encode() in head:
        return _open_document(head.partition(b"mimetype")[2])
    return next((found for folder, found in FOLDERS if folder in head), OFFICE_ENDINGS.get(_ending(name), "zip"))


def _open_document(stated: bytes) -> Format:
    """The format by what an OpenDocument file's first part says; an EPUB, too, has such a part."""
    kind = stated.decode("latin-1").strip()
    if not kind.startswith(OPEN_DOCUMENT):
        return "zip"
    return next((found for word, found in OPEN_DOCUMENT_KINDS if kind.startswith(f"{OPEN_DOCUMENT}{word}")), "opendocument")


def _is_locked(archive: zipfile.ZipFile, parts: set[str]) -> bool:
    """Whether an OpenDocument file's list of parts says that they are encrypted; it names the main one first, or near to it."""
    if MANIFEST not in parts:
        return False
    with archive.open(MANIFEST) as packed:
        head = packed.read(2**20)
    return any(word in head for word in ENCRYPTED_PARTS)


def _first_line_is_a_document(data: bytes) -> bool:
    line = decode(data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0])
    try:
        record = json.loads(line) if line.startswith("{") else None
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "id" in record and "text" in record


def _is_json(data: bytes) -> bool:
    try:
        json.loads(decode(data))
    except (ValueError, RecursionError):
        return False
    return True
