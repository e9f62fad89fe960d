"""PowerPoint presentations to text: a slide a page, its title a section, tables and speakers' notes along with it.

Read from the slides' XML itself, as Word documents are. Slides that are hidden keep their number and give no text.
"""

from __future__ import annotations

import datetime

from lxml import etree

from corpora.errors import UnreadableInput
from corpora.text.cleaning import clean_line
from corpora.text.draft import Draft
from corpora.text.package import Package, open_package
from corpora.text.slides import Slide, draft_of_slides, refuse_more_slides, slide_of

PRESENTATION = "ppt/presentation.xml"
FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
"""Placeholders for the slide's number, date, footer and, on pages of notes, picture."""
TITLES = frozenset({"title", "ctrTitle"})
LEFT_OUT = frozenset({"Fallback", "extLst", "timing", "transition"})


def read_pptx(data: bytes, *, name: str, url: str | None, today: datetime.date) -> Draft:
    """The text of a presentation with the offsets of its slides. A slide that is broken is told by its page's state.

    Raises:
        UnreadableInput: it is broken, holds too much, or no text.
    """
    with open_package(data, name=name, noun="presentation") as package:
        slides = _slides(package)
        properties = package.properties()
    return draft_of_slides(slides, properties, method="pptx_metadata", name=name, url=url, today=today)


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
        refuse_more_slides(len(slides) + 1, name=package.name)
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
    return slide_of(shapes.title, shapes.lines, notes, pictures=shapes.pictures)


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


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
