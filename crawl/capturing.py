"""The record of what a host answered: which bytes, from which address, what they were said to be; and how many it may send."""

from __future__ import annotations

import hashlib

from scrapy.http import Response

from corpora.schema import Capture
from crawl.any_frontier import SETTLED
from crawl.archive import now as archive_time
from crawl.pages import Hint, told_address

LONGEST_HEADER = 500
MEBIBYTE = 2**20
LARGEST_PAGE, LARGEST_PAPER = 32 * MEBIBYTE, 100 * MEBIBYTE
PAPER_ROLES = frozenset({"paper", "file", SETTLED})
"""Roles of what may be as large as a board's pack."""


def most_bytes(role: str) -> int:
    """The most bytes that are taken of a page of this role."""
    return LARGEST_PAPER if role in PAPER_ROLES else LARGEST_PAGE


def capture_of(response: Response, hint: Hint) -> Capture:
    """The capture of an answer that has just come, without a place in the archive."""
    media_type = (_header(response, "Content-Type") or "").partition(";")[0].strip().lower()
    return Capture(id=hashlib.sha256(response.body).hexdigest(), url=told_address(response.url, hint), status=response.status,
                   fetched_at=archive_time(), media_type=media_type or None, etag=_header(response, "ETag"),
                   last_modified=_header(response, "Last-Modified"), length=len(response.body))


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1")[:LONGEST_HEADER] if value else None
