"""Conditional requests: what was kept of a page is told to the very address that gave it, and to no other.

A page may have been had by way of a redirect, and the redirect may lead elsewhere now, as addresses like ``/latest`` do. Whoever
answers there would judge another page by its dates: "not newer than what you have" would be true of it, and the page never be had.
"""

from __future__ import annotations

from scrapy.http import Request

from crawl.pages import Visit, told_address


def is_captured_address(visit: Visit, url: str) -> bool:
    """True where the page's bytes that are kept came from this address."""
    return told_address(url, visit.hint) == (visit.capture_url or told_address(visit.url, visit.hint))


class ConditionalMiddleware:
    """Puts an entity tag and a date on requests to the address that they are of, and takes them off those to another."""

    def process_request(self, request: Request) -> None:
        """Called by Scrapy, for redirects too."""
        errand = request.meta.get("errand")
        if errand is None:
            return
        visit: Visit = errand.visit
        told = is_captured_address(visit, request.url)
        for name, value in (("If-None-Match", visit.etag), ("If-Modified-Since", visit.last_modified)):
            if value and told:
                request.headers[name] = value
            else:
                request.headers.pop(name, None)
