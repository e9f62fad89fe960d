"""PowerPoint presentations to text: a slide a page, its title a section, tables and speakers' notes along with it.

Read from the slides' XML itself, as Word documents are. Slides that are hidden keep their number and give no text.
"""

from __future__ import annotations

import datetime
import re

from lxml import etree

from corpora.errors import UnreadableInput
from corpora.schema import Page, PageState, Record, Section
from corpora.text.cleaning import clean_line
from corpora.text.dates import metadata_date, text_publication_date
from corpora.text.doc_types import doc_type_of_paper
from corpora.text.draft import Draft
from corpora.text.licences import licence_in_text
from corpora.text.package import Package, open_package

MOST_SLIDES = 5000
MOST_CHARACTERS = 30_000_000
PRESENTATION = "ppt/presentation.xml"
FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
"""Placeholders for the slide's number, date, footer and, on pages of notes, picture."""
TITLES = frozenset({"title", "ctrTitle"})
LEFT_OUT = frozenset({"Fallback", "extLst", "timing", "transition"})
NOTES = "Notes: "


class Slide(Record):
    """What one slide says."""

    title: str = ""
    lines: tuple[str, ...] = ()
    state: PageState = "text"


def read_pptx(data: bytes, *, name: str, url: str | None, today: datetime.date) -> Draft:
    """The text of a presentation with the offsets of its slides. A slide that is broken is told by its page's state.

    Raises:
        UnreadableInput: it is broken, holds too much, or no text.
    """
    with open_package(data, name=name, noun="presentation") as package:
        slides = _slides(package)
        properties = package.properties()
    text, pages, sections = _joined(slides, name=name)
    if not re.search(r"\w", text):
        raise UnreadableInput(f"{name}: the presentation holds no text, only pictures; save it as PDF and run OCR")
    published = text_publication_date(text[:8000], today=today, meetings=True) or metadata_date(
        properties.created, "pptx_metadata", today=today)
    title = properties.title if " " in properties.title and "powerpoint" not in properties.title.lower() else ""
    return Draft(
        text=text, title=title or next((slide.title for slide in slides if slide.title), "") or text.split("\n", 1)[0][:200],
        url=url, published=published, doc_type=doc_type_of_paper(text, url), licence=licence_in_text(text),
        pages=pages, sections=sections,
        extraction="part" if any(slide.state in ("picture", "broken") for slide in slides) else "whole")


def _slides(package: Package) -> list[Slide]:
    relations = package.relations(PRESENTATION)
    slides: list[Slide] = []
    for element in package.tree(PRESENTATION).iter(etree.Element):
        if _local(element) != "sldId":
            continue
        reference = next((str(value) for name, value in element.attrib.items() if str(name).endswith("}id")), "")
        kind, part = relations.get(reference, ("", ""))
        if kind != "slide":
            continue
        if len(slides) == MOST_SLIDES:
            raise UnreadableInput(f"{package.name}: the presentation has more than the {MOST_SLIDES:,} slides that are read")
        try:
            slides.append(_slide(package, part))
        except UnreadableInput:
            slides.append(Slide(state="broken"))
    if slides and all(slide.state == "broken" for slide in slides):
        raise UnreadableInput(f"{package.name}: the presentation is broken: none of its {len(slides):,} slides can be read")
    return slides


def _slide(package: Package, part: str) -> Slide:
    tree = package.tree(part)
    if tree.get("show") in ("0", "false"):
        return Slide(state="empty")
    shapes = _Shapes()
    shapes.read(tree)
    notes: list[str] = []
    for kind, other in package.relations(part).values():
        if kind == "diagramData":
            shapes.lines.extend(_paragraphs(package.tree(other)))
        elif kind == "notesSlide":
            page = _Shapes()
            page.read(package.tree(other))
            notes = page.lines
    lines = ([shapes.title] if shapes.title else []) + shapes.lines + ([NOTES + " ".join(notes)] if notes else [])
    state: PageState = "text" if lines else "picture" if shapes.pictures else "empty"
    return Slide(title=shapes.title[:300], lines=tuple(lines), state=state)


class _Shapes:
    """The texts of a slide's shapes in the order of the file, which is that in which they were laid."""

    def __init__(self) -> None:
        self.title = ""
        self.lines: list[str] = []
        self.pictures = False

    def read(self, tree: etree._Element) -> None:
        """Walks without recursion."""
        stack = [tree]
        while stack:
            element = stack.pop()
            if not isinstance(element.tag, str):
                continue
            local = _local(element)
            if local in LEFT_OUT:
                continue
            if local == "sp":
                self._shape(element)
            elif local == "tbl":
                self.lines.extend(_table(element))
            else:
                self.pictures = self.pictures or local == "pic"
                stack.extend(reversed(element))

    def _shape(self, shape: etree._Element) -> None:
        place = next((one.get("type") or "body" for one in shape.iter(etree.Element) if _local(one) == "ph"), "")
        if place in FURNITURE:
            return
        lines = _paragraphs(shape)
        if place in TITLES and not self.title:
            self.title = " ".join(lines)
        else:
            self.lines.extend(lines)


def _paragraphs(element: etree._Element) -> list[str]:
    """Every paragraph (``a:p``) below an element as a line."""
    return [line for one in element.iter(etree.Element) if _local(one) == "p" and (line := clean_line(_written(one)))]


def _written(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    for one in paragraph.iter(etree.Element):
        local = _local(one)
        if local == "t":
            pieces.append(one.text or "")
        elif local in ("br", "tab"):
            pieces.append(" ")
    return "".join(pieces)


def _table(table: etree._Element) -> list[str]:
    rows = []
    for row in table:
        if _local(row) == "tr":
            cells = (" ".join(_paragraphs(cell)) for cell in row if _local(cell) == "tc")
            rows.append("  ".join(cell for cell in cells if cell))
    return [row for row in rows if row]


def _joined(slides: list[Slide], *, name: str) -> tuple[str, tuple[Page, ...], tuple[Section, ...]]:
    """One text with an empty line between slides, and where in it each slide and its title's section stand."""
    pieces: list[str] = []
    pages: list[Page] = []
    sections: list[Section] = []
    length = 0
    for number, slide in enumerate(slides, start=1):
        written = "\n".join(slide.lines)
        if length and written:
            pieces.append("\n\n")
            length += 2
        pages.append(Page(number=number, start=length, end=length + len(written), state=slide.state))
        if slide.title:
            sections.append(Section(start=length, end=length + len(written), title=slide.title, label=f"Slide {number}"))
        pieces.append(written)
        length += len(written)
        if length > MOST_CHARACTERS:
            raise UnreadableInput(f"{name}: the presentation holds more than {MOST_CHARACTERS:,} characters")
    return "".join(pieces), tuple(pages), tuple(sections)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
