"""Which oversight framework a segment belongs to."""

from __future__ import annotations

import re

from nlp.sheet import Sheet

NHS_OVERSIGHT_FRAMEWORK_FROM = "2022-07"
"""The NHS Oversight Framework took over from the System Oversight Framework at the end of June 2022."""
SOF_NAMED = re.compile(r"\bSOF(?=\b|[1-5])|\b(?:single|system)\s+oversight\s+framework\b", re.IGNORECASE)
NOF_NAMED = re.compile(r"\bNOF(?=\b|[1-5])|\b(?:national|NHS)\s+oversight\s+framework\b", re.IGNORECASE)


def framework_of(sheet: Sheet) -> str:
    """``sof`` or ``nof`` by the document's date, else by the name that it uses, else ``unspecified``."""
    if sheet.published is not None:
        return "sof" if sheet.published < NHS_OVERSIGHT_FRAMEWORK_FROM else "nof"
    if NOF_NAMED.search(sheet.text):
        return "nof"
    return "sof" if SOF_NAMED.search(sheet.text) else "unspecified"
