"""The words of OpenDocument's texts and presentations: paragraphs, items of lists and rows of tables, in the order of the file.

``content.xml`` is read as a stream, so that what is held grows with the words and not with the elements. What stands aside of a
paragraph (a footnote, a box with words) comes behind it, so that no sentence is broken in two. Prefixes are those that the standard
recommends and every program writes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Literal, NamedTuple

from corpora.errors import UnreadableInput
from corpora.text.cleaning import clean_line
from corpora.text.package import Attributes, Handlers, Package

CONTENT = "content.xml"
MOST_XML = 64 * 2**20
"""As of a Word document; pictures stand in other parts, which are not unpacked."""
MOST_CHARACTERS = 30_000_000
CELL_GAP = "  "
IN_PLACE = {"text:s": " ", "text:tab": " ", "text:line-break": "\n"}
PARAGRAPHS = frozenset({"text:p", "text:h"})
LEFT_OUT = frozenset({
    "office:annotation", "text:note-citation", "text:tracked-changes", "office:forms", "text:script", "text:ruby-text",
    "text:number", "svg:title", "svg:desc", "table:covered-table-cell", "table:tracked-changes", "text:table-of-content",
    "text:illustration-index", "text:table-index", "text:object-index", "text:user-index", "text:alphabetical-index",
    "text:bibliography-source"})
"""Remarks of readers, marks of notes, deleted words, what pictures are called, cells under others, lists of what the text itself
says."""
FURNITURE = frozenset({"header", "footer", "date-time", "page-number", "page", "handout"})
"""Classes of frames on slides that repeat what every slide has, and the picture of the slide on its page of notes."""
DEEPEST_HEADING = 6
DEEPEST = 100
"""Tables in cells, notes and boxes within one another: each level takes what it holds in hand again."""


class Block(NamedTuple):
    """What stands on lines of its own."""

    lines: tuple[str, ...]
    kind: Literal["paragraph", "item", "rows", "note"] = "paragraph"
    depth: int = 0
    """Of a heading: 1 is the highest; 0 for all else."""


@dataclasses.dataclass(slots=True)
class Flow:
    """What is being written into: a paragraph, a cell, a note, a frame, or the whole."""

    blocks: list[Block] = dataclasses.field(default_factory=list)
    """Of a paragraph, those that stand aside of it."""
    pieces: list[str] | None = None
    """The words of a paragraph so far; None where words cannot stand."""
    rows: list[list[str]] | None = None
    """Of a table."""
    lists: int = 0
    depth: int = 0
    label: str = ""
    """Of a frame on a slide, its class."""


class OpenDocumentWords:
    """One text on its way. A presentation's slides are told of by overriding ``begin`` and ``end``."""

    def __init__(self, package: Package) -> None:
        """Nothing is read yet."""
        self.package = package
        self.flows = [Flow()]
        self.left_out = 0
        self.length = 0
        self.parents: dict[str, str] = {}
        """From a style that a program made to the named one that it is of."""

    def read(self) -> list[Block]:
        """All blocks.

        Raises:
            UnreadableInput: it is broken or holds too much.
        """
        self.package.go_through(CONTENT, Handlers(self._start, self._end, self.write))
        return self.flows[0].blocks

    def begin(self, name: str, attributes: Attributes) -> bool:
        """An element begins; False where it is left out with all that it holds."""
        flow = self.flows[-1]
        if name in IN_PLACE:
            self.write(IN_PLACE[name], is_written=True)
        elif name in PARAGRAPHS:
            self.flows.append(Flow(pieces=[], depth=self._heading_depth(name, attributes)))
        elif name == "text:list":
            flow.lists += 1
        elif name == "table:table":
            self.flows.append(Flow(rows=[]))
        elif name == "table:table-row":
            if flow.rows is not None:
                flow.rows.append([])
        elif name in ("table:table-cell", "text:note", "draw:frame"):
            self.flows.append(Flow(label=attributes.get("presentation:class", "")))
        elif name == "style:style":
            self.parents[attributes.get("style:name", "")] = attributes.get("style:parent-style-name", "")
        return True

    def end(self, name: str) -> None:
        """An element ends."""
        if name in PARAGRAPHS:
            self._end_paragraph(self.flows.pop())
        elif name == "text:list":
            self.flows[-1].lists -= 1
        elif name == "table:table":
            self._end_table(self.flows.pop())
        elif name == "table:table-cell":
            self._end_cell(self.flows.pop())
        elif name == "text:note":
            note = self.flows.pop()
            if said := one_line(note.blocks):
                self.flows[-1].blocks.append(Block((f"Note: {said}",), "note"))
        elif name == "draw:frame":
            self.end_frame(self.flows.pop())

    def end_frame(self, frame: Flow) -> None:
        """A frame ends: its blocks are those of what it stands in."""
        self.flows[-1].blocks.extend(frame.blocks)

    def write(self, text: str, *, is_written: bool = False) -> None:
        """Words of a paragraph; a line end in the XML is a space, one that ``is_written`` as such is kept."""
        pieces = self.flows[-1].pieces
        if pieces is None or self.left_out:
            return
        self.length += len(text)
        if self.length > MOST_CHARACTERS:
            raise UnreadableInput(f"{self.package.name}: the {self.package.noun} holds more than {MOST_CHARACTERS:,} characters")
        pieces.append(text if is_written else text.replace("\n", " "))

    def _start(self, name: str, attributes: Attributes) -> None:
        if self.left_out or name in LEFT_OUT or _is_hidden(attributes) or not self.begin(name, attributes):
            self.left_out += 1
        if len(self.flows) > DEEPEST:
            raise UnreadableInput(f"{self.package.name}: the {self.package.noun} is broken: more than {DEEPEST} of its tables, "
                                  "boxes or paragraphs stand within one another")

    def _end(self, name: str) -> None:
        if self.left_out:
            self.left_out -= 1
        else:
            self.end(name)

    def _end_paragraph(self, paragraph: Flow) -> None:
        flow = self.flows[-1]
        written = "".join(paragraph.pieces or ())
        lines = tuple(line for one in written.split("\n") if (line := clean_line(one)))
        if lines:
            is_item = flow.lists > 0 and not paragraph.depth
            flow.blocks.append(Block(lines, "item" if is_item else "paragraph", paragraph.depth))
        flow.blocks.extend(paragraph.blocks)

    def _end_cell(self, cell: Flow) -> None:
        table = self.flows[-1]
        if table.rows:
            table.rows[-1].append(one_line(block for block in cell.blocks if block.kind != "note"))
            table.blocks.extend(block for block in cell.blocks if block.kind == "note")

    def _end_table(self, table: Flow) -> None:
        rows = tuple(row for cells in table.rows or () if (row := CELL_GAP.join(cell for cell in cells if cell)))
        if rows:
            self.flows[-1].blocks.append(Block(rows, "rows"))
        self.flows[-1].blocks.extend(table.blocks)

    def _heading_depth(self, name: str, attributes: Attributes) -> int:
        if name == "text:h":
            stated = attributes.get("text:outline-level", "")
            return int(stated) if stated in tuple("123456") else DEEPEST_HEADING
        style = attributes.get("text:style-name", "")
        return int("Title" in (style, self.parents.get(style)))


def one_line(blocks: Iterable[Block]) -> str:
    """Blocks as they stand in a cell: paragraphs after one another, the rows of a table in the table parted by semicolons."""
    return clean_line(" ".join(("; " if block.kind == "rows" else " ").join(block.lines) for block in blocks))


def _is_hidden(attributes: Attributes) -> bool:
    return (attributes.get("text:display") == "none" or attributes.get("text:is-hidden") == "true"
            or attributes.get("presentation:placeholder") == "true" or attributes.get("presentation:class") in FURNITURE)
