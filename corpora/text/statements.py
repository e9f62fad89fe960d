"""What a page states of itself for machines: JSON-LD, ``<meta>`` and ``<link>``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple, Self

from lxml.html import HtmlElement

from corpora.text.cleaning import clean_line

MOST_NODES = 2000


class Statements(NamedTuple):
    """A page's statements of itself, unverified."""

    metas: dict[str, str]
    """``<meta>`` contents by name, property or itemprop, in lower case; the first of a name counts."""
    nodes: tuple[dict[str, object], ...]
    """JSON-LD nodes in order, those inside others included."""
    address: str | None

    @classmethod
    def of(cls, tree: HtmlElement) -> Self:
        """The statements of a page that has not been pruned."""
        metas: dict[str, str] = {}
        for meta in tree.iter("meta"):
            content = clean_line(meta.get("content") or "")
            for attribute in ("name", "property", "itemprop"):
                name = (meta.get(attribute) or "").strip().lower()
                if name and content:
                    metas.setdefault(name, content)
        nodes = [node for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()
                 for node in _nodes(script.text or "")]
        links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
        return cls(metas, tuple(nodes[:MOST_NODES]), next((link for link in links if link), None) or metas.get("og:url"))

    def meta(self, *names: str) -> str | None:
        """The first of these metas that the page has."""
        return next((self.metas[name] for name in names if name in self.metas), None)

    @property
    def title(self) -> str:
        """The article's title, without markup; empty where none is stated."""
        return self.meta("og:title", "twitter:title", "dc.title", "dcterms.title") or ""

    @property
    def publisher(self) -> str | None:
        """Who publishes the page: ``og:site_name``, else the JSON-LD publisher."""
        stated = self.meta("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher")
        if stated:
            return stated
        for node in self.nodes:
            publisher = node.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else publisher
            if isinstance(name, str) and clean_line(name):
                return clean_line(name)
        return None

    @property
    def types(self) -> set[str]:
        """The schema.org types of the page's nodes."""
        return {kind for node in self.nodes for kind in _words(node.get("@type"))}


def _nodes(script: str) -> Iterator[dict[str, object]]:
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node[:MOST_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []
