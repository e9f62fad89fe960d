"""Whose full text may be passed on."""

from __future__ import annotations

import re

SHARED = re.compile(r"OGL(?:-UK)?-\d\.\d|OPL(?:-UK)?-\d\.\d|CC0-\d\.\d|CC-BY(?:-SA)?-\d\.\d|MIT|Unlicense|PDDL-1\.0|ODC-By-1\.0")
"""Licences under which anyone may pass a text on, with attribution where they ask for it. ``NC`` and ``ND`` are not among
them: whether a corpus is commercial, or an extract a change, is for the reader's lawyer and not for us."""
LONGEST_QUOTE = 600
"""Characters quoted from a text that may not be passed on: a sentence or two, with its source, for criticism and review."""


def may_share_text(licence: str | None) -> bool:
    """Whether a document's full text may be passed on under the licence that it states."""
    return licence is not None and SHARED.fullmatch(licence) is not None


def may_share_quote(licence: str | None, quote: str) -> bool:
    """Whether a quote may be passed on: a short one always, any from a text that may be."""
    return len(quote) <= LONGEST_QUOTE or may_share_text(licence)
