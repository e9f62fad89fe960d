"""Plain text files."""

from __future__ import annotations

import datetime

from corpora.errors import UnreadableInput
from corpora.text.cleaning import clean_line, tidy_lines
from corpora.text.dates import text_publication_date
from corpora.text.doc_types import doc_type_of_paper
from corpora.text.draft import Draft
from corpora.text.encoding import decode_prose
from corpora.text.licences import licence_in_text

LONGEST_TITLE = 200


def read_plain(data: bytes, *, name: str, url: str | None, today: datetime.date) -> Draft:
    """A text file; its first line is its title where it is short and followed by more.

    Raises:
        UnreadableInput: it is no text, or holds no words.
    """
    text = tidy_lines(decode_prose(data, name=name))
    if not any(character.isalnum() for character in text[:1_000_000]):
        raise UnreadableInput(f"{name}: holds no readable text")
    first, _, rest = text.partition("\n")
    return Draft(
        text=text, title=clean_line(first) if rest and len(first) <= LONGEST_TITLE else "", url=url,
        published=text_publication_date(text[:8000], today=today, meetings=False), doc_type=doc_type_of_paper(text, url),
        licence=licence_in_text(text))
