"""HTML to the article in it."""

from __future__ import annotations

import datetime
import logging
import re
from copy import copy

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document as Extracted
from trafilatura.settings import Extractor

from corpora.errors import UnreadableInput
from corpora.text.addresses import canonical_address
from corpora.text.cleaning import clean_line, tidy_lines
from corpora.text.dates import html_publication_date
from corpora.text.doc_types import doc_type_of_page
from corpora.text.draft import Draft
from corpora.text.encoding import charset_of, decode_html
from corpora.text.furniture import shed_furniture
from corpora.text.licences import licence_of_page
from corpora.text.rendering import Line, join_lines, render_lines
from corpora.text.sections import headings_in, sections_of
from corpora.text.statements import Statements
from corpora.text.tree import parse_tree, prune, text_of

# What it says of pages it can make nothing of is no news to anyone: another way is taken then.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
MEASURING = Extractor(output_format="python", comments=False, tables=True, with_metadata=False)
"""Made once: it reads its numbers from a file of settings."""
# Where sites put the article, the surest first; a place that occurs twice is a list of teasers.
PLACES = (".//*[@itemprop='articleBody']", ".//article", ".//main", ".//*[@role='main']", ".//*[@id='main-content']",
          ".//*[@id='content']", ".//*[@id='main']")
SHORT_ARTICLE = 500
"""Below so many characters the extraction by measures guesses, and the place that the page names is surer."""
DEEPEST_HEADING = 4
MOST_ELEMENTS_MEASURED = 40_000
"""Articles have hundreds of elements; beyond this it is a register or an attack, and measuring takes long."""


def read_html(data: bytes, *, name: str, media_type: str | None, url: str | None, today: datetime.date) -> Draft:
    """The article of a page, its title, date, publisher, licence and kind.

    Raises:
        UnreadableInput: the page holds no readable text.
    """
    tree = parse_tree(decode_html(data, declared=charset_of(media_type)))
    if tree is None:
        raise UnreadableInput(f"{name}: an HTML page without readable text")
    statements = Statements.of(tree)
    address = url or canonical_address(statements.address or "")
    licence = licence_of_page(tree, statements)
    published = html_publication_date(tree, statements, url=address, today=today)
    headline = _headline(tree)
    prune(tree)
    lines = article_lines(tree)
    text = tidy_lines(join_lines(lines))
    if not text:
        raise UnreadableInput(f"{name}: an HTML page without readable text")
    if headline and not any(headline in line.text for line in lines[:8]):
        text = f"{headline}\n\n{text}"
    headings = headings_in(text, ((line.text, line.heading) for line in lines if 0 < line.heading <= DEEPEST_HEADING))
    title = _without_site_name(statements.title, statements.publisher) or headline or clean_line(tree.findtext(".//title") or "")
    return Draft(
        text=text, title=title, url=address, publisher=statements.publisher, published=published, licence=licence,
        doc_type=doc_type_of_page(address, statements), sections=sections_of(headings, len(text)))


def article_lines(tree: HtmlElement) -> list[Line]:
    """The lines of the article in a pruned page, furniture shed."""
    measured = _measured(tree)
    place = _place(tree)
    if place is not None:
        lines = shed_furniture(render_lines(place))
        size, found = _size(lines), _size(measured)
        # The place named by the page keeps tables and lists that measuring loses, unless it is the whole page.
        if size and (found < SHORT_ARTICLE or found <= size * 1.1 <= found * 2.2):
            return lines
    if _size(measured) >= SHORT_ARTICLE:
        return measured
    body = tree.find("body")
    whole = shed_furniture([line for line in render_lines(tree if body is None else body) if not _is_menu(line)])
    return whole or measured


def _measured(tree: HtmlElement) -> list[Line]:
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS_MEASURED:
        return []
    try:
        found = trafilatura.bare_extraction(tree, options=copy(MEASURING))
    except RecursionError:
        # Depth is the sender's doing; the walk of our own does not recurse.
        return []
    return shed_furniture(render_lines(found.body)) if isinstance(found, Extracted) and found.body is not None else []


def _place(tree: HtmlElement) -> HtmlElement | None:
    for path in PLACES:
        found = [element for element in tree.iterfind(path) if text_of(element).strip()]
        if len(found) == 1:
            return found[0]
    return None


def _is_menu(line: Line) -> bool:
    return line.linked > 0.8 and len(line.text) < 80


def _size(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _headline(tree: HtmlElement) -> str:
    headlines = [text for element in tree.iter("h1") if (text := clean_line(text_of(element)))]
    return headlines[0] if len(headlines) == 1 and len(headlines[0]) <= 300 else ""


def _without_site_name(title: str, publisher: str | None) -> str:
    """``Trust rated good | The Example`` → ``Trust rated good``."""
    head, _, tail = re.sub(r"\s+[|–—-]\s+(?=[^|–—]*$)", "\x00", title).partition("\x00")
    return head if head and publisher and tail.strip().lower() == publisher.lower() else title
