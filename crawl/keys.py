"""Keys of sources that want one: taken from the environment, sent to the source's own hosts, kept nowhere."""

from __future__ import annotations

import os

from scrapy.http import Request

from crawl.sources import Source, host_of


def key_of(source: Source) -> str | None:
    """The source's key, or None where it wants none or none is set."""
    return os.environ.get(source.key_variable, "").strip() or None if source.key_variable else None


def lacks_key(source: Source) -> bool:
    """True where the source wants a key and none is set."""
    return bool(source.key_variable) and key_of(source) is None


class KeyMiddleware:
    """Puts the key on requests to the hosts of the source's start pages, and takes it off where a redirect leads elsewhere."""

    def process_request(self, request: Request) -> None:
        """Called by Scrapy, for redirects too."""
        errand = request.meta.get("errand")
        if errand is None or not errand.source.key_header:
            return
        source: Source = errand.source
        own = {host_of(url) for url in source.start_urls}
        key = key_of(source)
        if key and host_of(request.url) in own and (request.url.startswith("https:") or source.local):
            request.headers[source.key_header] = key
        else:
            request.headers.pop(source.key_header, None)
