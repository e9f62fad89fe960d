"""The sample as a web site on this machine, for the demo to crawl."""

from __future__ import annotations

import hashlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self

from corpora.sample import SampleText, read_sample
from corpora.sample.pages import PER_PAGE, article_page, article_path, feed, listing_page

HOST = "127.0.0.1"
USUAL_PORT = 48765
"""The same address every time where it is free, so that a second crawl finds what the first one left."""
RELATED = 3


class SampleSite:
    """Serves the sample on a loopback address while entered as a context.

    Answers GET and HEAD of its own pages with an ETag, everything else with 404 or 405. It never redirects.
    """

    def __init__(self, texts: list[SampleText] | None = None, *, port: int = USUAL_PORT) -> None:
        self.texts = read_sample() if texts is None else texts
        self.server = _listen(port)
        self.url = f"http://{HOST}:{self.server.server_port}"
        self.pages = _pages(self.texts, self.url)
        self.server.RequestHandlerClass = _handler(self.pages)

    def __enter__(self) -> Self:
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up has its reasons; the demo's screen is not the place for them."""


class _Page:
    def __init__(self, body: str, media_type: str) -> None:
        self.body = body.encode()
        self.media_type = f"{media_type}; charset=utf-8"
        self.etag = f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


def _listen(port: int) -> _Server:
    try:
        return _Server((HOST, port), BaseHTTPRequestHandler)
    except (OSError, OverflowError):
        # Taken, or not ours to take: any free one will do.
        return _Server((HOST, 0), BaseHTTPRequestHandler)


def _pages(texts: list[SampleText], url: str) -> dict[str, _Page]:
    pages = {"/robots.txt": _Page("User-agent: *\nAllow: /\n", "text/plain"),
             "/feed.xml": _Page(feed(texts, site=url), "application/rss+xml")}
    for number in range(1, max(1, -(-len(texts) // PER_PAGE)) + 1):
        pages["/" if number == 1 else f"/?page={number}"] = _Page(listing_page(texts, number), "text/html")
    for number, text in enumerate(texts):
        related = [texts[(number + step) % len(texts)] for step in range(1, min(RELATED, len(texts) - 1) + 1)]
        pages[article_path(text)] = _Page(article_page(text, related=related), "text/html")
    return pages


def _handler(pages: dict[str, _Page]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "softintel-sample"
        # Headers and body are two writes, between which Nagle's algorithm would wait 40 ms.
        disable_nagle_algorithm = True
        timeout = 30

        def do_GET(self) -> None:  # the name that http.server calls
            self._answer(with_body=True)

        def do_HEAD(self) -> None:
            self._answer(with_body=False)

        def _answer(self, *, with_body: bool) -> None:
            page = pages.get(self.path)
            if page is None:
                self._send(404, _Page("<h1>There is no such page</h1>", "text/html"), with_body=with_body)
            elif self.headers.get("If-None-Match") == page.etag:
                self._send(304, page, with_body=False)
            else:
                self._send(200, page, with_body=with_body)

        def _send(self, status: int, page: _Page, *, with_body: bool) -> None:
            self.send_response(status)
            self.send_header("Content-Type", page.media_type)
            self.send_header("Content-Length", "0" if status == 304 else str(len(page.body)))
            if status != 404:
                self.send_header("ETag", page.etag)
            self.end_headers()
            if with_body:
                self.wfile.write(page.body)

        def log_message(self, format: str, *args: object) -> None:
            """Silent: the crawl says what it did."""

    return Handler
