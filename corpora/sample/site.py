"""The sample as web sites on this machine, for the demo to crawl: a newspaper's feed, a regulator's list, boards' sitemaps,
national bodies' API, a list of PDFs.

They behave as the web does: each stands on an address of its own, has a robots.txt with a part that is barred, and answers with
ETags; an old address redirects, a page is slow, another is out of order when it is first asked for.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Literal, Self

from corpora.sample import SampleText, answers, read_sample
from corpora.sample.pages import (
    PER_PAGE,
    article_page,
    article_path,
    feed,
    listing_page,
    old_path,
    pdf_path,
    sitemap,
    sitemap_index,
)
from corpora.sample.pdf import article_pdf

Layout = Literal["feed", "listing", "sitemap", "api", "pdfs"]

HOSTS: dict[Layout, str] = {
    "feed": "127.0.0.1", "listing": "127.0.0.2", "sitemap": "127.0.0.3", "api": "127.0.0.4", "pdfs": "127.0.0.5"}
"""All on the loopback. Where a system has the first one only (macOS), all stand on that, each at a port of its own."""
USUAL_PORT = 48765
"""The same addresses every time where they are free, so that a second crawl finds what the first one left."""
RELATED = 3
SLOW_SECONDS = 0.3
BARRED = "/search"
ROBOTS = f"User-agent: *\nDisallow: {BARRED}\nAllow: /\n"
BOARDS = ("nhs trust", "foundation trust", "care board", "hospital")
"""What the names of trusts and boards hold."""
NATIONAL = ("NHS England", "NHS Improvement", "NHS Trust Development Authority")
"""Who stands in the API, beside NHS England's regions."""


def layout_of(text: SampleText) -> Layout:
    """The site that a text stands on: news, what regulators publish, or what trusts and boards publish themselves.

    Sitemaps and the API state days. What is dated in part only stands elsewhere: of trusts as a PDF, as board papers do.
    """
    dated = len(text.published) == len("2021-09-15")
    if text.doc_type == "board_paper":
        return "pdfs"
    if dated and text.doc_type == "regulator" and text.publisher.startswith(NATIONAL):
        return "api"
    if any(words in text.publisher.lower() for words in BOARDS):
        return "sitemap" if dated else "pdfs"
    return "listing" if text.doc_type == "regulator" else "feed"


@dataclass(slots=True)
class _Page:
    body: bytes
    media_type: str
    status: int = 200
    location: str = ""
    slow: bool = False
    fails_first: bool = False
    asked: int = field(default=0, compare=False)

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


class SampleSite:
    """Serves texts of the sample in one layout, on a loopback address, while entered as a context.

    Answers GET and HEAD of its own pages, everything else with 404 or 501, and redirects within itself only.
    """

    def __init__(self, layout: Layout, texts: list[SampleText], *, port: int = USUAL_PORT) -> None:
        self.layout = layout
        self.texts = texts
        self.server = _listen(HOSTS[layout], port)
        host = str(self.server.server_address[0])
        self.url = f"http://{host}:{self.server.server_port}"
        self.start = f"{self.url}{_START[layout]}"
        self.server.RequestHandlerClass = _handler(_pages(layout, texts, self.url))

    def __enter__(self) -> Self:
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def sample_sites(texts: list[SampleText] | None = None, *, port: int = USUAL_PORT) -> list[SampleSite]:
    """The sites of the sample; every text stands on one of them."""
    every = read_sample() if texts is None else texts
    return [SampleSite(layout, [text for text in every if layout_of(text) == layout], port=port) for layout in HOSTS]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up has its reasons; the demo's screen is not the place for them."""


def _listen(host: str, port: int) -> _Server:
    # Taken, not ours to take, or an address that this system has not: any free port will do.
    for address in ((host, port), (host, 0)):
        try:
            return _Server(address, BaseHTTPRequestHandler)
        except (OSError, OverflowError):
            continue
    return _Server((HOSTS["feed"], 0), BaseHTTPRequestHandler)


def _html(body: str) -> _Page:
    return _Page(body.encode(), "text/html; charset=utf-8")


def _feed_pages(texts: list[SampleText], url: str) -> dict[str, _Page]:
    """Articles that stand in a feed, of which the oldest is still listed at its old address."""
    pages = {"/feed.xml": _Page(feed(texts, site=url).encode(), "application/rss+xml; charset=utf-8")}
    for text in texts[:1]:
        pages[old_path(text)] = _Page(b"", "text/html; charset=utf-8", status=301, location=article_path(text))
    return pages


def _listing_pages(texts: list[SampleText], url: str) -> dict[str, _Page]:
    """Articles on a list of several pages."""
    return {"/" if number == 1 else f"/?page={number}": _html(listing_page(texts, number))
            for number in range(1, max(1, -(-len(texts) // PER_PAGE)) + 1)}


def _sitemap_pages(texts: list[SampleText], url: str) -> dict[str, _Page]:
    """Articles in a packed sitemap a year, and an index of these."""
    years: dict[str, list[SampleText]] = {}
    for text in texts:
        years.setdefault(text.published[:4], []).append(text)
    pages = {f"/sitemap-{year}.xml.gz": _Page(sitemap(found, site=url), "application/gzip") for year, found in years.items()}
    return pages | {"/sitemap.xml": _Page(sitemap_index(sorted(years), site=url).encode(), "application/xml; charset=utf-8")}


def _api_pages(texts: list[SampleText], url: str) -> dict[str, _Page]:
    """A search of several answers."""
    return {answers.search_path(start): _Page(answers.search_answer(texts, start), _JSON)
            for start in range(0, max(1, len(texts)), answers.PER_ANSWER)}


def _pdf_pages(texts: list[SampleText], url: str) -> dict[str, _Page]:
    """A list of files."""
    return {"/": _html(listing_page(texts, 1, path_of=pdf_path))}


_JSON = "application/json; charset=utf-8"
_START: dict[Layout, str] = {
    "feed": "/feed.xml", "listing": "/", "sitemap": "/sitemap.xml", "api": answers.START, "pdfs": "/"}
_LISTS: dict[Layout, Callable[[list[SampleText], str], dict[str, _Page]]] = {
    "feed": _feed_pages, "listing": _listing_pages, "sitemap": _sitemap_pages, "api": _api_pages, "pdfs": _pdf_pages}


def text_path(layout: Layout, text: SampleText) -> str:
    """Where a text stands on a site of this layout."""
    return {"api": answers.content_path, "pdfs": pdf_path}.get(layout, article_path)(text)


def _text_page(layout: Layout, texts: list[SampleText], number: int) -> _Page:
    text = texts[number]
    if layout == "api":
        return _Page(answers.content_answer(text), _JSON)
    if layout == "pdfs":
        return _Page(article_pdf(text), "application/pdf")
    related = [texts[(number + step) % len(texts)] for step in range(1, min(RELATED, len(texts) - 1) + 1)]
    return _html(article_page(text, home=_START[layout], related=related))


def _pages(layout: Layout, texts: list[SampleText], url: str) -> dict[str, _Page]:
    pages = _LISTS[layout](texts, url)
    pages["/robots.txt"] = _Page(ROBOTS.encode(), "text/plain; charset=utf-8")
    for number, text in enumerate(texts):
        page = _text_page(layout, texts, number)
        page.slow, page.fails_first = number == 1, number == 2
        pages[text_path(layout, text)] = page
    return pages


def _handler(pages: dict[str, _Page]) -> type[BaseHTTPRequestHandler]:
    lock = Lock()

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
                self._send(404, _html("<h1>There is no such page</h1>"), with_body=with_body)
                return
            with lock:
                page.asked += 1
                fails = page.fails_first and page.asked == 1
            if fails:
                self._send(503, _html("<h1>Out of order for a moment</h1>"), with_body=with_body)
                return
            if page.slow:
                time.sleep(SLOW_SECONDS)
            if page.status == 200 and self.headers.get("If-None-Match") == page.etag:
                self._send(304, page, with_body=False)
            else:
                self._send(page.status, page, with_body=with_body)

        def _send(self, status: int, page: _Page, *, with_body: bool) -> None:
            self.send_response(status)
            self.send_header("Content-Type", page.media_type)
            self.send_header("Content-Length", "0" if status == 304 else str(len(page.body)))
            if page.location:
                self.send_header("Location", page.location)
            if status in (200, 304):
                self.send_header("ETag", page.etag)
            self.end_headers()
            if with_body:
                self.wfile.write(page.body)

        def log_message(self, format: str, *args: object) -> None:
            """Silent: the crawl says what it did."""

    return Handler
