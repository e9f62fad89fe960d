"""What a document's licence allows: whether its full text may be shown and passed on, or its quotes only."""

from __future__ import annotations

import re

OPEN = re.compile(
    r"O[GP]L(?:-UK)?-\d\.\d|CC0-\d\.\d|CC-BY(?:-SA)?-\d\.\d|CC-PDDC|MIT|Unlicense|PDDL-1\.0|ODC-By-1\.0", re.IGNORECASE)
"""Licences under which anyone may pass a text on, with attribution where they ask for it. Whatever is not named here, no
licence included, is not open; ``NC`` and ``ND`` are not: whether a use is commercial, or an extract a change, is for the
reader's lawyer and not for us."""
LONGEST_QUOTE = 600
"""Characters quoted from a text that may not be passed on: a sentence or two, with its source, for criticism and review."""


def allows_full_text(licence: str | None) -> bool:
    """Whether the full text of a document under this SPDX-like licence may be shown and passed on."""
    return licence is not None and OPEN.fullmatch(licence.strip()) is not None


def allows_quote(licence: str | None, quote: str) -> bool:
    """Whether a quote may be passed on: a short one always, any from a text that may be."""
    return len(quote) <= LONGEST_QUOTE or allows_full_text(licence)
