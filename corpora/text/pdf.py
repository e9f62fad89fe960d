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
from corpora.text.page_lines import PageLine, lines_of_page
from corpora.text.paragraphs import paragraphs_of_pages

MOST_PAGES = 5000
MOST_CHARACTERS = 30_000_000
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
        pages = _read_pages(pdf, name)
        stated = pdf.get_metadata_dict()
    finally:
        pdf.close()
    text, spans = paragraphs_of_pages(pages)
    if not re.search(r"\w", text):
        raise UnreadableInput(f"{name}: the PDF holds no text, only pictures (a scan?); run text recognition (OCR) first")
    published = text_publication_date(text[:8000], today=today, meetings=True) or metadata_date(
        _metadata_day(stated.get("CreationDate", "")), "pdf_metadata", today=today)
    return Draft(
        text=text, title=_title(stated.get("Title", ""), text), url=url, published=published, doc_type=doc_type_of_paper(text, url),
        licence=licence_in_text(text), pages=tuple(Page(number=number, start=start, end=end)
                                                   for number, (start, end) in enumerate(spans, start=1)))


def _read_pages(pdf: pypdfium2.PdfDocument, name: str) -> list[list[PageLine]]:
    if len(pdf) > MOST_PAGES:
        raise UnreadableInput(f"{name}: the PDF has {len(pdf):,} pages, more than the {MOST_PAGES:,} that are read")
    pages: list[list[PageLine]] = []
    characters = 0
    for number in range(len(pdf)):
        try:
            lines = lines_of_page(pdf[number])
        except pypdfium2.PdfiumError as error:
            raise UnreadableInput(f"{name}: page {number + 1} of the PDF is broken") from error
        characters += sum(len(line.text) for line in lines)
        if characters > MOST_CHARACTERS:
            raise UnreadableInput(f"{name}: the PDF holds more than {MOST_CHARACTERS:,} characters")
        pages.append(lines)
    if not pages:
        raise UnreadableInput(f"{name}: the PDF has no pages")
    return pages


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
