"""PDF to text, page by page."""

from __future__ import annotations

import datetime
import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pypdfium2

from corpora.errors import UnreadableInput
from corpora.schema import Page, PageState
from corpora.text.cleaning import clean_line
from corpora.text.columns import in_columns
from corpora.text.dates import metadata_date, text_publication_date
from corpora.text.doc_types import doc_type_of_paper
from corpora.text.draft import Draft
from corpora.text.licences import licence_in_text
from corpora.text.ocr import Recogniser, program, why_not
from corpora.text.page_labels import labels_of
from corpora.text.page_lines import LineReader, Lines, rows_joined
from corpora.text.paragraphs import paragraphs_of
from corpora.text.pdf_sections import headings_of
from corpora.text.pdfium import BROKEN_PAGE, Scratch, open_pages, shows_a_picture
from corpora.text.running_heads import edges_of
from corpora.text.sections import sections_of

MOST_PAGES = 5000
MOST_CHARACTERS = 30_000_000
PAGES_AT_A_TIME = 5
"""So many are measured together; more would only take memory."""
PROGRAM_TITLE = re.compile(r"\.(?:docx?|pdf|pptx?|xlsx?|indd)$|^Microsoft |^untitled", re.IGNORECASE)
REASONS = {"password": "is encrypted; save it without a password", "security": "is encrypted in a way that cannot be read"}


def read_pdf(data: bytes, *, name: str, url: str | None, today: datetime.date) -> Draft:
    """The text of a PDF with its pages, sections, title and date. Pages that are broken, or pictures, are left out and say so.

    Raises:
        UnreadableInput: it is encrypted, broken, too long, or no page of it gives any text.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = next((words for sign, words in REASONS.items() if sign in str(error).lower()), "is broken: it cannot be opened")
        raise UnreadableInput(f"{name}: the PDF {reason}") from error
    try:
        with _collector_at_rest():
            return _read(pdf, name=name, url=url, today=today)
    finally:
        pdf.close()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Python does not look for circular rubbish meanwhile: there is none, and among a hundred thousand lines it takes its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(pdf: pypdfium2.PdfDocument, *, name: str, url: str | None, today: datetime.date) -> Draft:
    count = len(pdf)
    lines, states = _read_lines(pdf, name)
    edges = edges_of(lines, count)
    lines = _recognised(pdf, lines.kept(edges.kept), states)
    paragraphs = paragraphs_of(lines, count)
    text = paragraphs.text
    if not re.search(r"\w", text):
        raise UnreadableInput(f"{name}: the PDF {_why_without_text(states)}")
    stated = pdf.get_metadata_dict()
    published = text_publication_date(text[:8000], today=today, meetings=True) or metadata_date(
        _metadata_day(stated.get("CreationDate", "")), "pdf_metadata", today=today)
    doc_type = doc_type_of_paper(text, url)
    labels = labels_of(pdf, edges.labels)
    headings = headings_of(pdf, lines, paragraphs, labels, board_paper=doc_type == "board_paper")
    pages = zip(paragraphs.pages, labels, states, strict=True)
    return Draft(
        text=text, title=_title(stated.get("Title", ""), text), url=url, published=published, doc_type=doc_type,
        licence=licence_in_text(text), sections=sections_of(headings, len(text)),
        extraction="part" if {"picture", "broken"} & set(states) else "whole",
        pages=tuple(Page(number=number, start=start, end=end, label=label, state=state)
                    for number, ((start, end), label, state) in enumerate(pages, start=1)))


def _read_lines(pdf: pypdfium2.PdfDocument, name: str) -> tuple[Lines, list[PageState]]:
    """The lines of all pages, and of each page whether it could be opened."""
    if len(pdf) > MOST_PAGES:
        raise UnreadableInput(f"{name}: the PDF has {len(pdf):,} pages, more than the {MOST_PAGES:,} that are read")
    if not len(pdf):
        raise UnreadableInput(f"{name}: the PDF has no pages")
    parts: list[tuple[int, Lines]] = []
    states: list[PageState] = []
    characters = 0
    reader, scratch = LineReader(), Scratch()
    for first in range(0, len(pdf), PAGES_AT_A_TIME):
        with open_pages(pdf, range(first, min(first + PAGES_AT_A_TIME, len(pdf))), scratch) as pages:
            characters += sum(len(page.text) for page in pages if page)
            if characters > MOST_CHARACTERS:
                raise UnreadableInput(f"{name}: the PDF holds more than {MOST_CHARACTERS:,} characters")
            parts.append((first, reader.lines([page or BROKEN_PAGE for page in pages])))
            states += ["text" if page else "broken" for page in pages]
    return rows_joined(in_columns(pdf, Lines.joined(parts), scratch)), states


def _recognised(pdf: pypdfium2.PdfDocument, lines: Lines, states: list[PageState]) -> Lines:
    """The lines with those of pictures that could be recognised; ``states`` is told what the pages without text are."""
    without = np.flatnonzero(np.bincount(lines.pages, minlength=len(states)) == 0).tolist()
    recogniser = Recogniser()
    for page in without:
        if states[page] == "broken":
            continue
        states[page] = "picture" if shows_a_picture(pdf, page) else "empty"
        if states[page] == "picture" and (found := recogniser.lines(pdf, page)):
            lines = lines.with_page(page, found)
            states[page] = "recognised"
    return lines


def _why_without_text(states: list[PageState]) -> str:
    if "picture" in states:
        return f"holds no text, only pictures (a scan?); {'nothing in them was recognised' if program() else why_not()}"
    if "broken" in states:
        return "is broken: no page of it can be read"
    return "holds no text: its pages are empty"


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
