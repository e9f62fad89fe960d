"""The first look through a web archive: which of its responses are worth reading, and whether it is whole.

One pass from beginning to end that keeps a place for each response and no body. Of an address that was stored twice, the last
state counts; that is why nothing is read before the end is seen.
"""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from corpora.errors import UnreadableInput
from corpora.text.addresses import canonical_address
from corpora.text.reading import LARGEST
from corpora.text.screening import LONGEST_WORD, in_another_language, names_the_nhs
from corpora.text.sniffing import OPEN_DOCUMENT

OFFICE = "application/vnd.openxmlformats-officedocument."
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
PAPER_TYPES = frozenset({"application/pdf", f"{OFFICE}wordprocessingml.document", f"{OFFICE}presentationml.presentation",
                         f"{OFFICE}spreadsheetml.sheet", f"{OPEN_DOCUMENT}text", f"{OPEN_DOCUMENT}presentation",
                         f"{OPEN_DOCUMENT}spreadsheet"})
BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, gzip.BadGzipFile, ValueError, LookupError, AttributeError)
"""What warcio lets through of damaged archives."""
NO_WORD = "without a word about the NHS"
OTHER_LANGUAGE = "in another language"
PIECE = 2**20
HEAD = 4096


@dataclass(slots=True)
class Survey:
    """What an archive holds."""

    places: dict[str, int | None] = field(default_factory=dict)
    """For each address the byte at which the last response that is to be read begins; None where that one is passed over."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """How many addresses are not read, by reason."""
    broken: str | None = None
    """What is wrong with the archive; None where it is whole."""
    end: int = 0
    """Where the last whole response begins."""


def survey(path: Path, *, every_page: bool, advance: Callable[[int], object] | None = None) -> Survey:
    """Look through an archive.

    Args:
        every_page: also pages that name nothing of the NHS, and those in other languages.
        advance: called with the number of bytes of the file gone through since the last call.

    Raises:
        UnreadableInput: nothing in it can be read as a web archive.
    """
    found = Survey()
    reasons: dict[str, str] = {}
    try:
        with path.open("rb") as stream:
            records = ArchiveIterator(stream)
            for record in records:
                if advance:
                    advance(max(0, records.offset - found.end))
                found.end = records.offset
                address = canonical_address(address_of(record))
                if address is None or not _is_candidate(record):
                    continue
                reason = None if every_page else _reason_to_pass_over(record, address)
                found.places[address] = None if reason else records.offset
                if reason:
                    reasons[address] = reason
    except BROKEN as error:
        said = " ".join(str(error).split())[:200] or type(error).__name__
        found.broken = f"the web archive is broken from byte {found.end:,} on: {said}"
    else:
        if not _ends_whole(path, found.end):
            found.broken = "the web archive is cut short: its compression ends in the middle"
    found.passed_over.update(reasons[address] for address, place in found.places.items() if place is None)
    if not found.places:
        raise UnreadableInput(f"{path}: not a readable web archive: {found.broken}" if found.broken and not found.end
                              else f"{path}: the web archive holds no pages or papers")
    return found


def record_at(stream: IO[bytes], place: int) -> ArcWarcRecord:
    """The record that begins at a byte of an archive, open.

    Raises:
        EOFError: there is none; others of ``BROKEN`` likewise.
    """
    stream.seek(place)
    for record in ArchiveIterator(stream):
        return record
    raise EOFError("no record")


def address_of(record: ArcWarcRecord) -> str:
    """The address that a record is of."""
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def media_type_of(record: ArcWarcRecord) -> str:
    """``text/html`` of ``text/html; charset=utf-8``."""
    return (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()


def _is_candidate(record: ArcWarcRecord) -> bool:
    return (record.rec_type == "response" and record.http_headers is not None
            and record.http_headers.get_statuscode() == "200"
            and media_type_of(record) in PAGE_TYPES | PAPER_TYPES)


def _reason_to_pass_over(record: ArcWarcRecord, address: str) -> str | None:
    """Why a page is not read; papers are packed, so that their words cannot be seen, and are all read."""
    if media_type_of(record) not in PAGE_TYPES:
        return None
    body = record.content_stream()
    tail = address.encode() + b"\n"
    first = True
    left = LARGEST
    while piece := body.read(PIECE):
        left -= len(piece)
        if left < 0:
            # Too large to be read, which its reader says.
            return None
        if first and in_another_language(piece[:HEAD]):
            return OTHER_LANGUAGE
        # Two bytes a letter: such pages are few, and the words would not be seen.
        if (first and piece[:2] in (b"\xff\xfe", b"\xfe\xff")) or names_the_nhs(tail + piece):
            return None
        first = False
        tail = piece[-LONGEST_WORD:]
    return NO_WORD


def _ends_whole(path: Path, last: int) -> bool:
    """Whether the members of a compressed archive from its last record on unpack to the end of the file."""
    with path.open("rb") as stream:
        if stream.read(2) != b"\x1f\x8b":
            return True
        stream.seek(last)
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        begun = False
        while chunk := stream.read(PIECE):
            while chunk:
                begun = True
                try:
                    unpacker.decompress(chunk, PIECE)
                    while unpacker.unconsumed_tail and not unpacker.eof:
                        unpacker.decompress(unpacker.unconsumed_tail, PIECE)
                except zlib.error:
                    return False
                if not unpacker.eof:
                    break
                chunk, begun = unpacker.unused_data, False
                unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return not begun
