"""PDF to text, page by page."""

from __future__ import annotations

import datetime
import re

import pypdfium2

from corpora.errors import UnreadableInput
from corpora.schema import Page
from corpora.text.cleaning import clean_line
from corpora.text.dates import metadata_date, text_publication_date
from corpora.text.doc_types import doc_type_of_paper
from corpora.text.draft import Draft
from corpora.text.licences import licence_in_text
from corpora.text.page_lines import LineReader, Lines, rows_joined
from corpora.text.paragraphs import joins, paragraphs_of
from corpora.text.pdfium import Scratch, open_pages
from corpora.text.running_heads import edges_of

MOST_PAGES = 5000
MOST_CHARACTERS = 30_000_000
PAGES_AT_A_TIME = 16
"""So many are measured together; more would only take memory."""
PROGRAM_TITLE = re.compile(r"\.(?:docx?|pdf|pptx?|xlsx?|indd)$|^Microsoft |^untitled", re.IGNORECASE)
REASONS = {"password": "is encrypted; save it without a password", "security": "is encrypted in a way that cannot be read"}


def read_pdf(data: bytes, *, name: str, url: str | None, today: datetime.date) -> Draft:
    """The text of a PDF with the offsets of its pages, its title and date.

    Raises:
        UnreadableInput: it is encrypted, broken, too long, or holds pictures of text only.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = next((words for sign, words in REASONS.items() if sign in str(error).lower()), "is broken: it cannot be opened")
        raise UnreadableInput(f"{name}: the PDF {reason}") from error
    try:
        count, lines = len(pdf), _read_lines(pdf, name)
        stated = pdf.get_metadata_dict()
    finally:
        pdf.close()
    edges = edges_of(lines, joins(lines)[0], count)
    text, spans, _ = paragraphs_of(lines.kept(edges.kept), count)
    if not re.search(r"\w", text):
        raise UnreadableInput(f"{name}: the PDF holds no text, only pictures (a scan?); run text recognition (OCR) first")
    published = text_publication_date(text[:8000], today=today, meetings=True) or metadata_date(
        _metadata_day(stated.get("CreationDate", "")), "pdf_metadata", today=today)
    return Draft(
        text=text, title=_title(stated.get("Title", ""), text), url=url, published=published, doc_type=doc_type_of_paper(text, url),
        licence=licence_in_text(text), pages=tuple(Page(number=number, start=start, end=end, label=label)
                                                   for number, ((start, end), label) in enumerate(zip(spans, edges.labels, strict=True), start=1)))


def _read_lines(pdf: pypdfium2.PdfDocument, name: str) -> Lines:
    if len(pdf) > MOST_PAGES:
        raise UnreadableInput(f"{name}: the PDF has {len(pdf):,} pages, more than the {MOST_PAGES:,} that are read")
    if not len(pdf):
        raise UnreadableInput(f"{name}: the PDF has no pages")
    parts: list[tuple[int, Lines]] = []
    characters = 0
    reader, scratch = LineReader(), Scratch()
    for first in range(0, len(pdf), PAGES_AT_A_TIME):
        with open_pages(pdf, range(first, min(first + PAGES_AT_A_TIME, len(pdf))), scratch) as pages:
            characters += sum(len(page.text) for page in pages if page)
            if characters > MOST_CHARACTERS:
                raise UnreadableInput(f"{name}: the PDF holds more than {MOST_CHARACTERS:,} characters")
            parts.append((first, reader.lines([page for page in pages if page])))
    return rows_joined(Lines.joined(parts))


def _title(stated: str, text: str) -> str:
    """The title in the metadata, unless a program put a file name there; else the first line of words."""
    stated = clean_line(stated)
    if len(stated) > 8 and " " in stated and not PROGRAM_TITLE.search(stated):
        return stated
    lines = (line.strip() for line in text[:2000].split("\n"))
    return next((line for line in lines if len(line) <= 200 and len(re.findall(r"[^\W\d_]{2,}", line)) >= 2), "")


def _metadata_day(stated: str) -> datetime.date | None:
    found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", stated)
    try:
        return datetime.date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None
