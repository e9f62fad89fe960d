"""Listing pages: which links lead to articles, and which to the next page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from parsel import Selector

from corpora.errors import UnreadableInput
from corpora.text.addresses import canonical_address
from corpora.text.cleaning import clean_line
from crawl.pages import Hint, Link, PageContents
from crawl.sources import Source

MOST_LINKS = 2000


def parse_listing(html: str, *, url: str, source: Source, page: int) -> PageContents:
    """The articles that a listing page links to, in its order, and the next listing page while ``page < source.max_pages``.

    An article is what ``source.article_css`` selects (a link, or something with links inside) and whose path
    ``source.article_pattern`` fits; either may be left open.

    Raises:
        UnreadableInput: the page is empty, or it is the first one and no link on it is an article's.
    """
    if not html.strip():
        raise UnreadableInput(f"{url}: the listing page is empty")
    tree = Selector(text=html, type="html")
    base = _join(url, tree.css("base::attr(href)").get("")) or url
    pattern = re.compile(source.article_pattern)
    links: dict[str, Link] = {}
    for anchor in _anchors(tree, source.article_css or "a"):
        address = _join(base, _href(anchor))
        if address and address != url and pattern.search(urlsplit(address).path):
            title = clean_line(" ".join(anchor.css("::text").getall()))
            links.setdefault(address, Link(url=address, role="article", hint=Hint(title=title)))
        if len(links) == MOST_LINKS:
            break
    if not links and page == 1:
        raise UnreadableInput(f"{url}: the listing page links to no article; its layout may have changed")
    following = _next_page(tree, base=base, url=url, source=source) if page < source.max_pages else None
    if following and following not in links:
        links[following] = Link(url=following, role="listing", hint=Hint(page=page + 1))
    return PageContents(links=tuple(links.values()))


def _next_page(tree: Selector, *, base: str, url: str, source: Source) -> str | None:
    for anchor in _anchors(tree, source.next_css):
        address = _join(base, _href(anchor))
        if address and address != canonical_address(url):
            return address
    return None


def _anchors(tree: Selector, css: str) -> Iterator[Selector]:
    for found in tree.css(css):
        if _href(found):
            yield found
        else:
            yield from found.css("a[href]")


def _href(element: Selector) -> str:
    # Not by parsel's attrib, which stumbles over attributes beside it whose names are no names.
    return str(element.root.get("href") or "")


def _join(base: str, href: str) -> str | None:
    try:
        return canonical_address(urljoin(base, href.strip())) if href.strip() else None
    except ValueError:
        return None
