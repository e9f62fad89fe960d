"""One fast pattern for many beginnings of words: a trie written as a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

Node = dict[str, "Node"]


def stem_pattern(stems: Iterable[str]) -> str:
    """A regular expression for the longest of the stems that stands at a position; stems are in lower case.

    Written as a trie, so that each position is left after one or two characters, however many stems there are.
    """
    trie: Node = {}
    for stem in stems:
        node = trie
        for character in stem:
            node = node.setdefault(character, {})
        node[""] = {}
    return _written(trie)


def _written(node: Node) -> str:
    branches = [re.escape(character) + _written(below) for character, below in sorted(node.items()) if character]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in node else joined
