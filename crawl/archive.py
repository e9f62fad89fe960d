"""The archive: every captured body in WARC files (ISO 28500), one gzip member a record, from which all can be read again.

A file is written as ``NAME.open``. What a crawl had written when it died is cut off behind the last record that a committed
capture points to; a file gets its own name only when every member of it unpacks to its end. So a file without ``.open`` is whole.
Bodies are kept as they were read, without the transfer's compression. Nothing is written about how or by whom a file was made
but the program's name and version.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import importlib.metadata
import io
import os
import re
import shutil
import uuid
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.warcwriter import WARCWriter

MEBIBYTE = 2**20
LARGEST_FILE = 256 * MEBIBYTE
OPEN = ".open"
SUFFIX = ".warc.gz"
DROPPED_HEADERS = frozenset({"transfer-encoding", "content-encoding", "content-length", "set-cookie", "connection", "keep-alive"})
CHUNK = 2**20
PACKING = 6
ENDS_OF_LINES = re.compile(r"[\r\n\0]+")


class ArchiveDamaged(Exception):
    """What should be in the archive is not there, or does not unpack. The message names the file."""


class Kept(NamedTuple):
    """Where a record lies."""

    archive: str
    offset: int


class Archived(NamedTuple):
    """A record read back."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str


class Archive:
    """The archive's folder, to which one process writes under a name of its own."""

    def __init__(self, folder: Path, *, worker: str) -> None:
        """``worker``: a short name of this process, letters and digits; its files are called after it."""
        self.folder = folder
        self.worker = "".join(character if character.isalnum() else "-" for character in worker)[:60]
        self.name: str | None = None
        self.stream: io.BufferedWriter | None = None

    def keep(self, url: str, *, status: int, headers: Iterable[tuple[str, str]], body: bytes, fetched_at: str) -> Kept:
        """Append one response; when this returns, a killed process does not lose it (a power cut may, and then it is noticed).

        Raises:
            OSError: the disk is full, or the folder cannot be written to.
        """
        if self.stream is None or self.stream.tell() >= LARGEST_FILE:
            self.seal()
            self._begin(fetched_at)
        assert self.stream is not None
        assert self.name is not None
        offset = self.stream.tell()
        try:
            self.stream.write(_response_member(url, status, headers, body, fetched_at))
            self.stream.flush()
        except OSError:
            # Half a record must not stand before a whole one.
            self.stream.seek(offset)
            self.stream.truncate()
            raise
        return Kept(self.name, offset)

    def seal(self) -> None:
        """Close the file that is being written and give it its name, once it is proved whole.

        Raises:
            ArchiveDamaged: it does not unpack; it stays ``.open``.
        """
        if self.stream is None or self.name is None:
            return
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.stream.close()
        path, self.stream, self.name = self.folder / (self.name + OPEN), None, None
        _name(path)

    def read(self, kept: Kept) -> Archived:
        """One record.

        Raises:
            ArchiveDamaged: the file or the record is not there or does not unpack.
        """
        try:
            with _existing(self.folder, kept.archive).open("rb") as stream:
                stream.seek(kept.offset)
                for record in ArchiveIterator(stream):
                    if record.rec_type != "response" or record.http_headers is None:
                        break
                    # In pieces: warcio's one read takes twice the memory of a pack.
                    unpacked = io.BytesIO()
                    shutil.copyfileobj(record.content_stream(), unpacked, CHUNK)
                    body = unpacked.getvalue()
                    length = record.http_headers.get_header("Content-Length")
                    if length is not None and int(length) != len(body):
                        break
                    stated = record.rec_headers.get_header
                    return Archived(url=stated("WARC-Target-URI"), status=int(record.http_headers.get_statuscode()),
                                    headers=tuple(record.http_headers.headers), body=body, fetched_at=stated("WARC-Date"))
        except FileNotFoundError as error:
            raise ArchiveDamaged(f"{kept.archive} is not in {self.folder.name}") from error
        except (OSError, ArchiveLoadFailed, zlib.error, EOFError, ValueError, AttributeError) as error:
            raise ArchiveDamaged(f"{kept.archive}, byte {kept.offset}: {error}") from error
        raise ArchiveDamaged(f"{kept.archive}, byte {kept.offset}: no whole response begins there")

    def files(self) -> list[str]:
        """The names of the files in the folder, those that are still open included."""
        return sorted({path.name.removesuffix(OPEN) for path in self.folder.glob(f"*{SUFFIX}*")})

    def recover(self, last_committed: Mapping[str, int]) -> dict[str, int]:
        """Finish the files that a dead process left open: cut off what nothing points to, prove the rest, give it its name.

        Only to be called where nobody else writes to this folder.

        Args:
            last_committed: for each file the offset of the last record that a capture points to.

        Returns:
            Files whose committed records are not all there (after a power cut), each with the bytes of it that are whole.
        """
        damaged: dict[str, int] = {}
        for path in sorted(self.folder.glob(f"*{SUFFIX}{OPEN}")):
            name = path.name.removesuffix(OPEN)
            end = 0
            wanted = last_committed.get(name)
            for start, stop in _members(path):
                if wanted is None or start > wanted:
                    break
                end = stop
            if wanted is None:
                path.unlink()
                continue
            if not end:
                # Nothing of it is whole. It goes when nothing points into it: who dies before that is on record finds it again.
                damaged[name] = 0
                continue
            with path.open("r+b") as stream:
                stream.truncate(end)
                os.fsync(stream.fileno())
            _name(path)
            if not _begins_at(self.folder / name, wanted, end):
                damaged[name] = end
        for name, wanted in last_committed.items():
            path = self.folder / name
            # What is not there at all is elsewhere: on the machine of the worker who wrote it, or on a disk that is not mounted.
            # A power cut does not take it, since the folder was written to disk when the file was begun.
            if name not in damaged and path.exists() and wanted >= path.stat().st_size:
                damaged[name] = path.stat().st_size
        return damaged

    def _begin(self, fetched_at: str) -> None:
        if not self.folder.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            _write_to_disk(self.folder.parent)
        stamp = "".join(character for character in fetched_at if character.isdigit())
        number = 0
        while True:
            self.name = f"softintel-{stamp}-{self.worker}-{number:03d}{SUFFIX}"
            try:
                if not (self.folder / self.name).exists():
                    self.stream = (self.folder / (self.name + OPEN)).open("xb")
                    break
            except FileExistsError:
                pass
            number += 1
        _write_to_disk(self.folder)
        writer = WARCWriter(self.stream, gzip=True)
        writer.write_record(writer.create_warcinfo_record(self.name, {
            "software": f"softintel/{importlib.metadata.version('softintel')}", "format": "WARC File Format 1.0",
            "description": "Bodies are stored without the transfer's compression."}))


def archive_folder(database: Path) -> Path:
    """Where the archive of a database lies: beside it, ``NAME-archive``."""
    return database.with_name(f"{database.name}-archive")


def now() -> str:
    """The time as WARC files and captures have it: ``2026-11-21T09:30:00Z``."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _response_member(url: str, status: int, headers: Iterable[tuple[str, str]], body: bytes, fetched_at: str) -> bytes:
    """One response as a gzip member (ISO 28500, 6.3): what warcio would write, in a third of its time."""
    lines = [f"HTTP/1.1 {status} -", *(f"{name}: {ENDS_OF_LINES.sub(' ', value)}" for name, value in headers
                                       if name.lower() not in DROPPED_HEADERS), f"Content-Length: {len(body)}", "", ""]
    http = "\r\n".join(lines).encode("latin-1", "replace")
    payload = _digest(hashlib.sha1(body, usedforsecurity=False))
    block = hashlib.sha1(http, usedforsecurity=False)
    block.update(body)
    record = "\r\n".join([
        "WARC/1.0", "WARC-Type: response", f"WARC-Record-ID: <urn:uuid:{uuid.uuid4()}>",
        f"WARC-Target-URI: {ENDS_OF_LINES.sub('', url)}", f"WARC-Date: {fetched_at}", f"WARC-Payload-Digest: {payload}",
        f"WARC-Block-Digest: {_digest(block)}", "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http) + len(body)}", "", ""]).encode()
    packer = zlib.compressobj(PACKING, wbits=16 + zlib.MAX_WBITS)
    return b"".join((packer.compress(record + http), packer.compress(body), packer.compress(b"\r\n\r\n"), packer.flush()))


def _digest(digest: hashlib._Hash) -> str:
    return f"sha1:{base64.b32encode(digest.digest()).decode()}"


def _existing(folder: Path, name: str) -> Path:
    path = folder / name
    return path if path.exists() else folder / (name + OPEN)


def _name(path: Path) -> None:
    """Prove a file whole and take ``.open`` off its name."""
    size = path.stat().st_size
    if sum(stop - start for start, stop in _members(path)) != size or not size:
        raise ArchiveDamaged(f"{path.name}: does not unpack to its end; it is kept under this name")
    path.replace(path.with_name(path.name.removesuffix(OPEN)))
    _write_to_disk(path.parent)


def _write_to_disk(folder: Path) -> None:
    """So that a power cut takes no file of the folder that is there now."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _begins_at(path: Path, offset: int, end: int) -> bool:
    return offset < end and any(start == offset for start, _ in _members(path))


def _members(path: Path) -> Iterator[tuple[int, int]]:
    """Where each whole gzip member of a file begins and ends; stops before one that is cut short or broken."""
    with path.open("rb") as stream:
        start = position = 0
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        while chunk := stream.read(CHUNK):
            position += len(chunk)
            while chunk:
                try:
                    # What is unpacked is thrown away at once: a bomb in the archive takes no more room than this.
                    unpacker.decompress(chunk, CHUNK)
                    # At the end of a member what follows it stands there too, and would never be used up.
                    while unpacker.unconsumed_tail and not unpacker.eof:
                        unpacker.decompress(unpacker.unconsumed_tail, CHUNK)
                except zlib.error:
                    return
                if not unpacker.eof:
                    break
                chunk = unpacker.unused_data
                yield start, position - len(chunk)
                start = position - len(chunk)
                unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
