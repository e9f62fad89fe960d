"""OpenDocument texts (.odt), in which GOV.UK publishes: a paragraph, an item or a row of a table a line, headings as sections."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from corpora.errors import UnreadableInput
from corpora.text.dates import metadata_date, text_publication_date
from corpora.text.doc_types import doc_type_of_paper
from corpora.text.draft import Draft
from corpora.text.licences import licence_in_text
from corpora.text.opendocument import MOST_XML, Block, OpenDocumentWords
from corpora.text.package import open_package
from corpora.text.sections import Heading, named, sections_of


def read_odt(data: bytes, *, name: str, url: str | None, today: datetime.date) -> Draft:
    """The text of an OpenDocument text.

    Raises:
        UnreadableInput: it is broken, holds too much, or no text.
    """
    with open_package(data, name=name, noun="OpenDocument text", most=MOST_XML) as package:
        blocks = OpenDocumentWords(package).read()
        properties = package.properties()
    text, headings = _joined(blocks)
    if not re.search(r"\w", text):
        raise UnreadableInput(f"{name}: the OpenDocument text holds no text")
    published = text_publication_date(text[:8000], today=today, meetings=True) or metadata_date(
        properties.created, "odt_metadata", today=today)
    return Draft(text=text, title=properties.title or text.split("\n", 1)[0][:200], url=url, published=published,
                 doc_type=doc_type_of_paper(text, url), licence=licence_in_text(text), sections=sections_of(headings, len(text)))


def _joined(blocks: Sequence[Block]) -> tuple[str, list[Heading]]:
    """One text with an empty line between blocks, none between the items of a list; and where in it the headings stand."""
    pieces: list[str] = []
    headings: list[Heading] = []
    length = 0
    before: Block | None = None
    for block in blocks:
        if before:
            gap = "\n" if before.kind == block.kind == "item" else "\n\n"
            pieces.append(gap)
            length += len(gap)
        if block.depth:
            found = named(" ".join(block.lines))
            headings.append(Heading(length, block.depth, found.title, found.label))
        written = "\n".join(block.lines)
        pieces.append(written)
        length += len(written)
        before = block
    return "".join(pieces), headings
