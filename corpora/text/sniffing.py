"""What some bytes are, told from the bytes themselves; names and media types only break ties."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Literal

from corpora.text.encoding import decode

Format = Literal["empty", "pdf", "docx", "html", "json_lines", "warc", "gzip", "json", "xml", "zip", "old_word", "rtf", "picture",
                 "text"]

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
    "zip": "is a ZIP file and not a Word document; unpack it first",
    "old_word": "is in an old Microsoft Office format; save it as .docx or PDF",
    "rtf": "is in Rich Text Format; save it as .docx or PDF",
    "picture": "is a picture and holds no text",
}


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
        return "docx" if _holds_word_document(data) else "zip"
    if head.startswith(b"\x1f\x8b"):
        return "warc" if _ending(name) == "warc" or b"WARC/" in head else "gzip"
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


def _holds_word_document(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, LookupError):
        # A broken ZIP that meant to be a Word document is told so by the reader of Word documents.
        return b"word/" in data[:4096]


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
