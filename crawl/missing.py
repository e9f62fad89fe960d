"""Pages that come with "200 OK" and say that nothing is there, or that one must log in: recorded as what they are."""

from __future__ import annotations

from corpora.schema import Issue
from corpora.text.tree import parse_tree
from crawl.discovery.anchors import read_outline
from crawl.discovery.not_there import refusal_of
from crawl.pages import PageContents


def refuse_missing(html: str, *, where: str) -> PageContents | None:
    """The refusal that a page amounts to; None where it is a page.

    Args:
        where: what the page is called in the issue.
    """
    tree = parse_tree(html)
    found = refusal_of(tree, read_outline(tree, url=where)) if tree is not None else None
    if found is None:
        return None
    refusal, words = found
    reason = "the page says that it is not there" if refusal == "gone" else "the page wants a log-in"
    return PageContents(refusal=refusal, issues=(Issue(stage="crawl", where=where, value=words or None, reason=reason),))
