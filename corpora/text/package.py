"""Office files (OOXML, OpenDocument): ZIPs of XML parts, read a piece at a time, bounded by what is really unpacked.

Large parts go through expat, which builds no tree: what it holds does not grow with the part, whatever elements a hostile one is
made of. No part may declare a document type, so there are no entities to expand and none to fetch.
"""

from __future__ import annotations

import datetime
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import IO, NamedTuple, Self
from xml.parsers import expat

from lxml import etree

from corpora.errors import UnreadableInput
from corpora.text.cleaning import clean_line
from corpora.text.sniffing import ENTRY, MOST_ENTRIES

MEBIBYTE = 2**20
PIECE = 2**18
MOST_TREE = 8 * MEBIBYTE
"""Of a part that is read as a tree; the tree is some ten times as large."""
MOST_STREAMED = 2048 * MEBIBYTE
"""Of all parts that are read as a stream: a national table of a million rows has 1 GiB of XML."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, LookupError)
"""What zipfile raises for archives that are damaged, encrypted, or packed in ways it does not know."""
Attributes = dict[str, str]


class Handlers(NamedTuple):
    """What is called on the way through a part. Elements are named with their prefixes, as written."""

    start: Callable[[str, Attributes], None]
    end: Callable[[str], None]
    text: Callable[[str], None]


class Properties(NamedTuple):
    """What an Office file says of itself."""

    title: str = ""
    created: datetime.date | None = None


class Package:
    """An open Office file."""

    def __init__(self, stream: IO[bytes], *, name: str, noun: str, most: int = MOST_STREAMED) -> None:
        """Opens the directory.

        Args:
            name: what to call the file in messages; ``noun``: what it is, ``spreadsheet``.
            most: bytes that parts read as a stream may unpack to, all together.

        Raises:
            UnreadableInput: the ZIP is broken.
        """
        self.name = name
        self.noun = noun
        self.most = self.left = most
        with self._told():
            self.archive = zipfile.ZipFile(stream)
            self.parts = frozenset(self.archive.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.archive.close()

    def tree(self, part: str, *, most: int = MOST_TREE) -> etree._Element:
        """A part as a tree.

        Raises:
            UnreadableInput: it is missing, broken, or unpacks to more than ``most`` bytes.
        """
        pieces: list[bytes] = []
        length = 0
        with self._told(), self._open(part) as packed:
            while piece := packed.read(PIECE):
                length += len(piece)
                if length > most:
                    raise UnreadableInput(f"{self.name}: the {self.noun}'s part {part} unpacks to more than "
                                          f"{most // MEBIBYTE} MiB; not opened")
                pieces.append(piece)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True)
        try:
            tree = etree.fromstring(b"".join(pieces), parser)
        except etree.XMLSyntaxError as error:
            raise self._broken(f"its XML ends or errs at line {error.lineno}") from error
        if tree.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # a tree of bytes has them
            raise self._broken("it declares a document type")
        return tree

    def stream(self, part: str, handlers: Handlers) -> Iterator[None]:
        """Go through a part, calling the handlers; a turn for every quarter of a mebibyte.

        Raises:
            UnreadableInput: it is missing, broken, or too much.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = handlers.start
        parser.EndElementHandler = handlers.end
        parser.CharacterDataHandler = handlers.text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        with self._told():
            packed = self._open(part)
        with packed:
            while True:
                with self._told():
                    piece = packed.read(PIECE)
                self.left -= len(piece)
                if self.left < 0:
                    raise UnreadableInput(f"{self.name}: the {self.noun} unpacks to more than {self.most // MEBIBYTE:,} MiB")
                try:
                    parser.Parse(piece, not piece)
                except expat.ExpatError as error:
                    raise self._broken(f"its XML ends or errs at line {error.lineno}") from error
                yield
                if not piece:
                    return

    def go_through(self, part: str, handlers: Handlers) -> None:
        """``stream`` to the end."""
        for _ in self.stream(part, handlers):
            pass

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part of an OOXML file refers to: from id to the last word of the relation's type and the part's name."""
        folder, _, file = part.rpartition("/")
        place = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if place not in self.parts:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for element in self.tree(place):
            if element.get("TargetMode") != "External":
                kind = (element.get("Type") or "").rpartition("/")[2]
                found[element.get("Id") or ""] = (kind, _resolved(folder, element.get("Target") or ""))
        return found

    def properties(self) -> Properties:
        """Title and day of making; what is not stated or not readable is left out."""
        for part in ("docProps/core.xml", "meta.xml"):
            if part not in self.parts:
                continue
            try:
                tree = self.tree(part)
            except UnreadableInput:
                continue
            stated = {etree.QName(element).localname: element.text or "" for element in tree.iter(etree.Element)}
            return Properties(clean_line(stated.get("title", "")), _day(stated.get("created") or stated.get("creation-date") or ""))
        return Properties()

    def _open(self, part: str) -> IO[bytes]:
        return self.archive.open(part)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except BROKEN as error:
            raise self._broken(clean_line(str(error))[:200]) from error

    def _broken(self, reason: str) -> UnreadableInput:
        return UnreadableInput(f"{self.name}: the {self.noun} is broken: {reason}")

    def _refuse_doctype(self, *_: object) -> None:
        raise self._broken("it declares a document type")


def open_package(data: bytes | IO[bytes], *, name: str, noun: str, most: int = MOST_STREAMED) -> AbstractContextManager[Package]:
    """Open an Office file from its bytes or from an open file.

    Raises:
        UnreadableInput: the ZIP is broken, or lists more parts than any Office file has.
    """
    if isinstance(data, bytes):
        if data.count(ENTRY) > MOST_ENTRIES:
            raise UnreadableInput(f"{name}: the {noun} lists more than {MOST_ENTRIES:,} parts; not opened")
        data = io.BytesIO(data)
    return Package(data, name=name, noun=noun, most=most)


def _resolved(folder: str, target: str) -> str:
    """``../notesSlides/notesSlide1.xml`` as seen from ``ppt/slides``."""
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/") if folder else []
    for part in target.split("/"):
        if part == "..":
            del parts[-1:]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _day(stated: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(stated[:10])
    except ValueError:
        return None
