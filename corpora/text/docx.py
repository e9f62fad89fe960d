"""Word documents to text: paragraphs and tables in document order, each with its footnotes behind it.

Read from the XML itself, so that content controls, tracked insertions and text boxes, which trusts' templates are full
of, come along, and so that nothing beyond the main part and its notes is unpacked.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from corpora.errors import UnreadableInput
from corpora.text.cleaning import clean_line, tidy_lines
from corpora.text.dates import metadata_date, text_publication_date
from corpora.text.doc_types import doc_type_of_paper
from corpora.text.draft import Draft
from corpora.text.licences import licence_in_text
from corpora.text.sections import headings_in, sections_of

MOST_XML = 64 * 2**20
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
CREATED = "{http://purl.org/dc/terms/}created"
HEADING_STYLE = re.compile(r"[Hh]eading ?([1-6])|Title")
LEFT_OUT = {f"{WORD}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr", "tblPr")} | {FALLBACK}
REFERENCES = {f"{WORD}footnoteReference", f"{WORD}endnoteReference"}
IN_PLACE = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, LookupError)
"""What zipfile raises for archives that are damaged, encrypted, or packed in ways it does not know."""


def read_docx(data: bytes, *, name: str, url: str | None, today: datetime.date) -> Draft:
    """The text of a Word document; every paragraph and every table row is a line.

    Raises:
        UnreadableInput: it is broken, encrypted, unpacks to too much, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.namelist()
            document = _part(archive, "word/document.xml", name)
            notes = _Notes({place: text for part, kind in NOTES if part in parts
                            for place, text in _texts_of_notes(_part(archive, part, name), kind)}, [])
            properties = _part(archive, "docProps/core.xml", name) if "docProps/core.xml" in parts else None
    except BROKEN as error:
        raise UnreadableInput(f"{name}: the Word document is broken: {error}") from error
    except etree.XMLSyntaxError as error:
        raise UnreadableInput(f"{name}: the Word document is broken: its XML ends or errs at line {error.lineno}") from error
    pieces, headings = _blocks(document, notes)
    text = tidy_lines("".join(pieces))
    if not text:
        raise UnreadableInput(f"{name}: the Word document holds no text")
    title = clean_line(properties.findtext(TITLE) or "") if properties is not None else ""
    published = text_publication_date(text[:8000], today=today, meetings=True) or metadata_date(
        _day(properties), "docx_metadata", today=today)
    return Draft(text=text, title=title or text.split("\n", 1)[0][:200], url=url, published=published,
                 doc_type=doc_type_of_paper(text, url), licence=licence_in_text(text),
                 sections=sections_of(headings_in(text, headings), len(text)))


def _part(archive: zipfile.ZipFile, part: str, name: str) -> etree._Element:
    too_much = UnreadableInput(f"{name}: the Word document unpacks to more than {MOST_XML // 2**20} MiB; not opened")
    if archive.getinfo(part).file_size > MOST_XML:
        raise too_much
    with archive.open(part) as packed:
        # The size in the header is the sender's claim: never unpack more than is allowed, a piece at a time.
        pieces = []
        length = 0
        while piece := packed.read(2**18):
            length += len(piece)
            if length > MOST_XML:
                raise too_much
            pieces.append(piece)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True)
    tree = etree.fromstring(b"".join(pieces), parser)
    if tree.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # a tree of bytes has them
        raise UnreadableInput(f"{name}: the Word document is broken: it declares a document type")
    return tree


class _Table(NamedTuple):
    rows: list[list[str]]


class _Notes(NamedTuple):
    """Foot- and endnotes; they come behind the paragraph or table that refers to them, so that no sentence is broken in two."""

    texts: dict[str, str]
    """By their place, ``footnote 2``; each comes once, however often it is referred to."""
    waiting: list[str]
    """Of the present paragraph or table."""

    def refer(self, reference: etree._Element) -> None:
        """A reference to one stands here."""
        kind = etree.QName(reference).localname.removesuffix("Reference")
        if said := self.texts.pop(f"{kind} {reference.get(f'{WORD}id')}", ""):
            self.waiting.append(f"\nNote: {said}\n\n")


def _texts_of_notes(part: etree._Element, kind: str) -> Iterator[tuple[str, str]]:
    for note in part.iterchildren(f"{WORD}{kind}"):
        if text := clean_line("".join(_blocks(note, _Notes({}, []))[0])):
            yield f"{kind} {note.get(f'{WORD}id')}", text


def _blocks(document: etree._Element, notes: _Notes) -> tuple[list[str], list[tuple[str, int]]]:
    """Pieces of text with the line ends between them, and the headings with their depth. Walks without recursion."""
    pieces: list[str] = []
    headings: list[tuple[str, int]] = []
    begun: list[int] = []
    tables: list[_Table] = []
    stack: list[tuple[etree._Element, bool]] = [(document, True)]
    while stack:
        element, entering = stack.pop()
        if not isinstance(element.tag, str) or element.tag in LEFT_OUT:
            continue
        if element.tag == f"{WORD}p" and not tables and (depth := _heading_depth(element)):
            if entering:
                begun.append(len(pieces))
            elif begun:
                headings.append((clean_line("".join(pieces[begun.pop():])), depth))
        if element.tag in REFERENCES and entering:
            notes.refer(element)
        elif entering:
            _enter(element, pieces, tables)
            stack.append((element, False))
            stack.extend((child, True) for child in reversed(element))
        else:
            _leave(element, pieces, tables)
            if not tables and notes.waiting and element.tag in (f"{WORD}p", f"{WORD}tbl"):
                pieces.extend(notes.waiting)
                notes.waiting.clear()
    return pieces, headings


def _enter(element: etree._Element, pieces: list[str], tables: list[_Table]) -> None:
    if element.tag == f"{WORD}t":
        _write(element.text or "", pieces, tables)
    elif element.tag in IN_PLACE:
        _write(IN_PLACE[element.tag], pieces, tables)
    elif element.tag == f"{WORD}tbl":
        tables.append(_Table([]))
        if len(tables) == 1:
            pieces.append("\n\n")
    elif element.tag == f"{WORD}tr" and tables:
        tables[-1].rows.append([])
    elif element.tag == f"{WORD}tc" and tables and tables[-1].rows:
        tables[-1].rows[-1].append("")


def _leave(element: etree._Element, pieces: list[str], tables: list[_Table]) -> None:
    if element.tag == f"{WORD}p":
        _write(" " if tables else "\n" if _is_item(element) else "\n\n", pieces, tables)
    elif element.tag == f"{WORD}tbl" and tables:
        table = tables.pop()
        rows = [row for cells in table.rows if (row := "  ".join(shown for cell in cells if (shown := clean_line(cell))))]
        _write("; ".join(rows) if tables else "\n".join(rows) + "\n\n", pieces, tables)


def _write(text: str, pieces: list[str], tables: list[_Table]) -> None:
    if not tables:
        pieces.append(text)
    elif tables[-1].rows and tables[-1].rows[-1]:
        tables[-1].rows[-1][-1] += text


def _is_item(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    if paragraph.find(f"{WORD}pPr/{WORD}numPr") is not None:
        return True
    return style is not None and "List" in (style.get(f"{WORD}val") or "")


def _heading_depth(paragraph: etree._Element) -> int:
    """How deep the heading lies that a paragraph is by its style or its place in the outline; 0 for text."""
    style, outline = paragraph.find(f"{WORD}pPr/{WORD}pStyle"), paragraph.find(f"{WORD}pPr/{WORD}outlineLvl")
    named = HEADING_STYLE.fullmatch((style.get(f"{WORD}val") or "") if style is not None else "")
    if named:
        return int(named.group(1) or 1)
    level = outline.get(f"{WORD}val") or "" if outline is not None else ""
    return int(level) + 1 if level in tuple("012345") else 0


def _day(properties: etree._Element | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((properties.findtext(CREATED) or "")[:10]) if properties is not None else None
    except ValueError:
        return None
