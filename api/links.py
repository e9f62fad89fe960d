"""Addresses that came from crawled pages, made safe to show as links."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from corpora.schema import Citation

CONTROL = re.compile(r"[\x00-\x20\x7f]")
"""Spaces and characters that are no letters, digits or signs."""


def safe_link(url: str | None) -> str | None:
    """The address if it is plain http or https with a host and no user name, else None: it is then shown as no link."""
    if not url or url != url.strip() or CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        host, user = parts.hostname, parts.username
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and host and user is None and "\\" not in url else None


def source_link(citation: Citation) -> str | None:
    """The address of the cited document, at its page where it is a PDF."""
    link = safe_link(citation.url)
    if link and citation.page and "#" not in link and link.lower().split("?")[0].endswith(".pdf"):
        return f"{link}#page={citation.page}"
    return link


FILES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".ods", ".odt", ".odp", ".csv", ".zip", ".txt", ".json",
         ".jsonl")
"""What browsers do not open as a page: there a text fragment finds nothing."""

FRAGMENT_WORDS = 6
"""Of a sentence, at its start and at its end, in a link to it: what stands between may be parted in other ways on the page."""


def sentence_link(citation: Citation, sentence: str) -> str | None:
    """The address of the cited document: at its page where it is a PDF, at the sentence where it is a web page."""
    link = source_link(citation)
    words = sentence.split()
    if link is None or not words or urlsplit(link).path.lower().endswith(FILES):
        return link
    parts = [words] if len(words) <= 2 * FRAGMENT_WORDS else [words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:]]
    text = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in parts)
    return f"{link}{'' if '#' in link else '#'}:~:text={text}"


def document_address(document_id: str, start: int, end: int) -> str:
    """The page, on this server, of a document at ``text[start:end]``."""
    return f"/documents/{quote(document_id, safe='')}?start={start}&end={end}#at"
