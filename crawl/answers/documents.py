"""Documents made of what an API answers."""

from __future__ import annotations

import datetime
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from corpora.errors import UnreadableInput
from corpora.schema import Document, PartialDate, PublicationDate, identifier
from corpora.text.cleaning import clean_text, tidy_lines
from corpora.text.rendering import join_lines, render_lines
from corpora.text.tree import parse_tree
from crawl.answers.json_parts import published_by
from crawl.reading import Errand

STATED = 0.95
"""How far a date is trusted that a publisher's own API states."""


def make_document(errand: Errand, *, url: str, title: str, text: str, published: PartialDate | None,
                  publisher: str | None = None) -> Document:
    """A document under its source's name, licence and kind. A date that nothing can have been published on is left out.

    Raises:
        UnreadableInput: it has no text.
    """
    source = errand.source
    if not text.strip():
        raise UnreadableInput(f"{url}: holds no text")
    return Document(
        id=identifier(url), url=url, title=title, text=text, publisher=publisher or source.publisher, doc_type=source.doc_type,
        licence=source.licence, source=source.name, published=stated_date(published, errand.today))


def stated_date(day: PartialDate | None, today: datetime.date) -> PublicationDate | None:
    """A publication date as an API states it."""
    possible = published_by(day, today)
    return PublicationDate(date=possible, method="api", reliability=STATED) if possible else None


def text_of_html(html: str) -> str:
    """The text of a piece of HTML, such as the body of an answer: paragraphs, list items and rows on lines of their own."""
    if "<" not in html:
        return tidy_lines(clean_text(html))
    tree = parse_tree(f"<div>{html}</div>")
    return tidy_lines(join_lines(render_lines(tree))) if tree is not None else ""


def with_parameter(url: str, name: str, value: int | str) -> str:
    """The address with this parameter of its query set: how the next page of an answer is asked for."""
    parts = urlsplit(url)
    asked = [(key, text) for key, text in parse_qsl(parts.query, keep_blank_values=True) if key != name]
    query = urlencode([*asked, (name, str(value))], quote_via=quote, safe=":,[]*/")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def parameter(url: str, name: str, default: int) -> int:
    """The whole number that a parameter of the address's query has."""
    found = dict(parse_qsl(urlsplit(url).query)).get(name, "")
    return int(found) if found.isascii() and found.isdigit() and len(found) < 10 else default


def day_in_words(day: PartialDate) -> str:
    """``2026-03-03`` → ``3 March 2026``."""
    date = datetime.date.fromisoformat(day)
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
