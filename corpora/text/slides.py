"""Slides as pages of a document, whichever program wrote them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from corpora.errors import UnreadableInput
from corpora.schema import Page, PageState, Record, Section
from corpora.text.dates import metadata_date, text_publication_date
from corpora.text.doc_types import doc_type_of_paper
from corpora.text.draft import Draft
from corpora.text.licences import licence_in_text
from corpora.text.package import Properties

MOST_SLIDES = 5000
MOST_CHARACTERS = 30_000_000
NOTES = "Notes: "


class Slide(Record):
    """What one slide says."""

    title: str = ""
    lines: tuple[str, ...] = ()
    state: PageState = "text"


def slide_of(title: str, lines: Sequence[str], notes: Sequence[str], *, pictures: bool) -> Slide:
    """A slide with its title first and the speaker's notes last."""
    written = ([title] if title else []) + list(lines) + ([NOTES + " ".join(notes)] if notes else [])
    return Slide(title=title[:300], lines=tuple(written), state="text" if written else "picture" if pictures else "empty")


def draft_of_slides(slides: Sequence[Slide], properties: Properties, *, method: str, name: str, url: str | None,
                    today: datetime.date) -> Draft:
    """The text of a presentation with the offsets of its slides.

    Args:
        method: what a date is called that the file states of itself: ``pptx_metadata``.

    Raises:
        UnreadableInput: it holds too much, or no text.
    """
    text, pages, sections = _joined(slides, name=name)
    if not re.search(r"\w", text):
        raise UnreadableInput(f"{name}: the presentation holds no text, only pictures; save it as PDF and run OCR")
    published = text_publication_date(text[:8000], today=today, meetings=True) or metadata_date(
        properties.created, method, today=today)
    title = properties.title if " " in properties.title and "powerpoint" not in properties.title.lower() else ""
    return Draft(
        text=text, title=title or next((slide.title for slide in slides if slide.title), "") or text.split("\n", 1)[0][:200],
        url=url, published=published, doc_type=doc_type_of_paper(text, url), licence=licence_in_text(text),
        pages=pages, sections=sections,
        extraction="part" if any(slide.state in ("picture", "broken") for slide in slides) else "whole")


def refuse_more_slides(number: int, *, name: str) -> None:
    """Raise UnreadableInput for more slides than are read of one presentation."""
    if number > MOST_SLIDES:
        raise UnreadableInput(f"{name}: the presentation has more than the {MOST_SLIDES:,} slides that are read")


def _joined(slides: Sequence[Slide], *, name: str) -> tuple[str, tuple[Page, ...], tuple[Section, ...]]:
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
