"""Pages that come with "200 OK" and say that the page is not there, or that one must log in first."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawl.discovery.anchors import Outline, brief
from crawl.pages import Refusal

MISSING = re.compile(
    r"^\W*(?:error\W+)?404\b|\b(?:page|file|document|content|resource)\s+(?:\w+\s+)?(?:can(?:not|['’]t)\s+be\s+found|(?:was|is)\s+not\s+found|not\s+found"
    r"|not\s+available|no\s+longer\s+(?:exists?|available)|has\s+been\s+(?:removed|moved|deleted))"
    r"|\b(?:can(?:not|['’]t)|could(?:\s+not|n['’]t)|unable\s+to)\s+find\s+(?:the|that|this|your)\s+(?:page|file|document)"
    r"|\b(?:the\s+)?(?:page|file|document)\s+(?:you\s+(?:are|were)\s+looking\s+for|(?:you\s+)?(?:have\s+)?requested)\s+(?:does|could|can|cannot|is|was|has)\b"
    r"|^\W*(?:sorry|oops)\b.{0,60}\b(?:not\s+found|find|missing|gone|does\s*n[o'’]t\s+exist)", re.IGNORECASE)
LOG_IN = re.compile(r"^\W*(?:please\s+)?(?:log|sign)\s*[- ]?in\b|\blog\s*in\s+to\s+(?:continue|view|your)\b", re.IGNORECASE)
SMALL = 600


def refusal_of(tree: HtmlElement, outline: Outline) -> tuple[Refusal, str] | None:
    """Why a page is not what it was asked for, with what it says; None where it is."""
    body = tree.find(".//main")
    if body is None:
        body = tree.find("body")
    words = brief(body, SMALL + 1) if body is not None else ""
    # Only a page that says little else is looked at beyond its headline: a paper may be about missing documents.
    places = (outline.title, outline.heading, words[:200] if len(words) < SMALL else "")
    for text in places:
        if MISSING.search(text):
            return "gone", text[:100]
    if next(tree.iterfind(".//input[@type='password']"), None) is not None and any(LOG_IN.search(text) for text in places):
        return "log_in", outline.heading or outline.title
    return None
