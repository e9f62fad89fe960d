"""Spreadsheets to text: a row a line, its cells two spaces apart, a section for each sheet."""

from __future__ import annotations

import datetime
import io
import re

from corpora.errors import UnreadableInput
from corpora.schema import Section
from corpora.text.dates import metadata_date, text_publication_date
from corpora.text.doc_types import doc_type_of_paper
from corpora.text.draft import Draft
from corpora.text.licences import licence_in_text
from corpora.text.package import open_package
from corpora.text.sheet_rows import read_rows
from corpora.text.sheets import SheetFormat

MOST_CHARACTERS = 30_000_000
CELL_GAP = "  "
NAMED_BY_PROGRAM = re.compile(r"(?:Sheet|Table|Tabelle)\s?\d*", re.IGNORECASE)


def read_spreadsheet(data: bytes, *, kind: SheetFormat, name: str, url: str | None, today: datetime.date) -> Draft:
    """The text of a spreadsheet's sheets, hidden ones left out.

    Raises:
        UnreadableInput: it is broken, holds too much, or no text.
    """
    with open_package(data, name=name, noun="spreadsheet") as package:
        properties = package.properties()
    out = io.StringIO()
    length = 0
    begun: list[tuple[int, str]] = []
    sheet = -1
    for row in read_rows(data, kind=kind, name=name, shown=True):
        line = CELL_GAP.join(row.cells.values())
        if row.sheet != sheet:
            sheet = row.sheet
            if length:
                length += out.write("\n")
            begun.append((length, row.title or f"Sheet {sheet + 1}"))
            if row.title and not NAMED_BY_PROGRAM.fullmatch(row.title) and row.title != line:
                length += out.write(f"{row.title}\n")
        length += out.write(f"{line}\n")
        if length > MOST_CHARACTERS:
            raise UnreadableInput(f"{name}: the spreadsheet holds more than {MOST_CHARACTERS:,} characters")
    text = out.getvalue().rstrip("\n")
    if not re.search(r"\w", text):
        raise UnreadableInput(f"{name}: the spreadsheet holds no text")
    ends = [start - 1 for start, _ in begun[1:]] + [len(text)]
    published = text_publication_date(text[:8000], today=today, meetings=False) or metadata_date(
        properties.created, "spreadsheet_metadata", today=today)
    return Draft(
        text=text, title=properties.title or text.split("\n", 1)[0][:200], url=url, published=published,
        doc_type=doc_type_of_paper(text, url), licence=licence_in_text(text[:100_000]),
        sections=tuple(Section(start=start, end=end, title=title) for (start, title), end in zip(begun, ends, strict=True)))
