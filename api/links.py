"""Addresses that came from crawled pages, made safe to show as links."""

from __future__ import annotations

from urllib.parse import urlsplit

from corpora.schema import Citation


def safe_link(url: str | None) -> str | None:
    """The address if it is plain http or https with a host and no user name, else None: it is then shown as no link."""
    if not url or url != url.strip() or any(ord(character) < 33 or ord(character) == 127 for character in url):
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
