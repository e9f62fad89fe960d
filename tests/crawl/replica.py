"""A small web site on this machine that behaves as real ones do, well and badly.

Everything on it is invented, and says so: no trust of Exampleshire exists.
"""

from __future__ import annotations

import hashlib
import time
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Protocol, Self

import brotli
from backports import zstd

from crawl.sources import Source

FIRST_DAY = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
PER_PAGE = 10
MEBIBYTE = 2**20
ROBOTS = "User-agent: *\nDisallow: /private/\n"


@dataclass(frozen=True)
class Served:
    """One line of the server's log."""

    began: float
    ended: float
    path: str
    status: int
    user_agent: str


@dataclass
class Reply:
    """What the server answers."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    conditional: bool = True
    raw: Iterable[bytes] | None = None
    """What is sent instead of an answer, piece by piece, be it HTTP or not; then the connection is closed."""


def day_of(number: int) -> str:
    """The day that an article was published."""
    return (FIRST_DAY + timedelta(days=number)).date().isoformat()


def article(number: int, *, note: str = "") -> bytes:
    """An invented article, in one of three layouts as real sites have them."""
    paragraphs = "".join(f"<p>{text}</p>" for text in (
        "This article is invented for a test. Exampleshire Hospitals NHS Foundation Trust, which does not exist, told its board "
        f"in item {number} that work on its wards went on as planned during the month.",
        f"The invented trust reported {number + 2} open actions from its previous meeting, and said that each had an owner, a "
        "date and a note of what was still to be done before the next meeting in public.",
        note or "Members of the invented board thanked staff for their work over the winter, and asked for a further report in the "
        "summer on how the new rota was being received."))
    title = f"Invented board hears report number {number}"
    stated = (FIRST_DAY + timedelta(days=number)).isoformat()
    layouts = (
        # As news sites built on WordPress have it: JSON-LD, Open Graph, a sidebar.
        f"""<!doctype html><html lang="en"><head><title>{title} | Exampleshire News (invented)</title>
        <meta property="og:title" content="{title}"><meta property="article:published_time" content="{stated}">
        <script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{title}",
        "datePublished": "{stated}"}}</script></head><body><header><nav><a href="/">Home</a></nav></header>
        <main><article><h1>{title}</h1><div class="entry-content">{paragraphs}</div></article></main>
        <aside><h2>Most read</h2><ul><li><a href="/x">Another</a></li></ul></aside><footer>Invented.</footer></body></html>""",
        # As Drupal sites have it: a time element beside the title.
        f"""<!doctype html><html lang="en"><head><title>{title}</title></head><body><div id="breadcrumb"><a href="/">Home</a></div>
        <div class="node node--type-article"><h1 class="page-title">{title}</h1><div class="submitted">Published
        <time datetime="{stated}">{day_of(number)}</time></div><div class="field--name-body">{paragraphs}</div></div>
        </body></html>""",
        # As plain sites have it: no date anywhere.
        f"""<html><head><title>{title}</title></head><body><h1>{title}</h1><div>{paragraphs}</div></body></html>""",
    )
    return layouts[number % 3].encode()


class Packer(Protocol):
    """What packs bytes, piece by piece."""

    def compress(self, data: bytes, /) -> bytes:
        """Some of what has been packed."""

    def flush(self) -> bytes:
        """The rest of it."""


class BrotliPacker:
    """Brotli's packer, which calls things by other names."""

    def __init__(self) -> None:
        self.packer = brotli.Compressor(quality=5)

    def compress(self, data: bytes) -> bytes:
        """Some of what has been packed."""
        return bytes(self.packer.process(data))

    def flush(self) -> bytes:
        """The rest of it."""
        return bytes(self.packer.finish())


class Replica:
    """The site. Its pages can be changed while it runs; its log says what was asked for."""

    def __init__(self, *, articles: int = 0, robots: str | None = ROBOTS, address: str = "127.0.0.1") -> None:
        self.pages: dict[str, Reply | list[Reply]] = {}
        self.log: list[Served] = []
        self.lock = Lock()
        if robots is not None:
            self.pages["/robots.txt"] = Reply(robots.encode(), headers={"Content-Type": "text/plain"})
        for number in range(articles):
            self.pages[f"/news/{number}"] = Reply(article(number))
        self.server = ThreadingHTTPServer((address, 0), self._handler())
        self.server.daemon_threads = True
        self.url = f"http://{address}:{self.server.server_port}"
        self.list_articles([f"/news/{number}" for number in range(articles)])

    def list_articles(self, paths: list[str]) -> None:
        """Make the feeds and listing pages list these."""
        self.pages["/rss.xml"] = Reply(self._rss(paths), headers={"Content-Type": "application/rss+xml"})
        self.pages["/atom.xml"] = Reply(self._atom(paths), headers={"Content-Type": "application/atom+xml"})
        for start in range(0, max(len(paths), 1), PER_PAGE):
            page = start // PER_PAGE + 1
            name = "/news/" if page == 1 else f"/news/?page={page}"
            items = "".join(f'<li><h3><a href="{path}?utm_source=list">Item {path}</a></h3></li>'
                            for path in paths[start:start + PER_PAGE])
            following = f'<a rel="next" href="/news/?page={page + 1}">Older</a>' if start + PER_PAGE < len(paths) else ""
            self.pages[name] = Reply(
                f"<html><body><a href='/about'>About</a><ul class='list'>{items}</ul>{following}</body></html>".encode())

    def source(self, **changes: object) -> Source:
        """This site as a source."""
        fields: dict[str, object] = {
            "name": "replica", "publisher": "Exampleshire News (invented)", "licence": None, "cadence": "daily", "doc_type": "news",
            "shape": "rss", "start_urls": (f"{self.url}/rss.xml",), "delay_seconds": 0.0, "revisit_hours": 0.0, "local": True}
        return Source.model_validate(fields | changes)

    def asked(self, path: str) -> list[Served]:
        """The log's lines of one path."""
        return [line for line in self.log if line.path == path]

    def __enter__(self) -> Self:
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def _rss(self, paths: list[str]) -> bytes:
        items = "".join(
            f"<item><title>Item {path}</title><link>{self.url}{path}?utm_medium=rss</link>"
            f"<pubDate>{format_datetime(FIRST_DAY + timedelta(days=number))}</pubDate></item>" for number, path in enumerate(paths))
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Invented</title>{items}</channel></rss>'.encode()

    def _atom(self, paths: list[str]) -> bytes:
        entries = "".join(
            f'<entry><title>Item {path}</title><link rel="alternate" href="{path}"/><id>tag:{path}</id>'
            f"<published>{(FIRST_DAY + timedelta(days=number)).isoformat()}</published></entry>"
            for number, path in enumerate(paths))
        return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Invented</title>{entries}</feed>'.encode()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        replica = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Headers and body are two writes, between which Nagle's algorithm would wait 40 ms.
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                began = time.time()
                with replica.lock:
                    reply = replica.pages.get(self.path, Reply(b"<p>No such page.</p>", status=404))
                    if isinstance(reply, list):
                        reply = reply.pop(0) if len(reply) > 1 else reply[0]
                time.sleep(reply.seconds)
                if reply.raw is not None:
                    self._send_raw(reply.raw, began)
                    return
                etag = f'"{hashlib.sha256(reply.body).hexdigest()[:16]}"'
                same = reply.status == 200 and (self.headers.get("If-None-Match") == etag if reply.conditional else self._not_since(reply))
                status = 304 if same else reply.status
                self.send_response(status)
                headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(0 if same else len(reply.body))}
                if reply.status == 200 and reply.conditional:
                    headers["ETag"] = etag
                for name, value in (headers | reply.headers).items():
                    self.send_header(name, value)
                # Before the last bytes are sent: nobody can have had them, and begun to wait, any earlier.
                ended = time.time()
                self.end_headers()
                # A client that hangs up on us has its reasons.
                try:
                    self.wfile.write(b"" if same else reply.body)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True
                with replica.lock:
                    replica.log.append(Served(began, ended, self.path, status, self.headers.get("User-Agent", "")))

            def _not_since(self, reply: Reply) -> bool:
                """True where the client says that it has a page no older than this one."""
                since, modified = self.headers.get("If-Modified-Since"), reply.headers.get("Last-Modified")
                return bool(since and modified) and parsedate_to_datetime(since) >= parsedate_to_datetime(modified)

            def _send_raw(self, pieces: Iterable[bytes], began: float) -> None:
                self.close_connection = True
                ended = time.time()
                with suppress(OSError):
                    for piece in pieces:
                        self.wfile.write(piece)
                        ended = time.time()
                with replica.lock:
                    replica.log.append(Served(began, ended, self.path, 0, self.headers.get("User-Agent", "")))

            def log_message(self, format: str, *args: object) -> None:
                """Silent: the log is kept in ``Replica.log``."""

        return Handler


def gzip_bomb(size: int) -> Reply:
    """A small answer that unpacks to ``size`` bytes."""
    return bomb("gzip", size)


PACKERS: dict[str, Callable[[], Packer]] = {
    "gzip": lambda: zlib.compressobj(9, wbits=31), "deflate": lambda: zlib.compressobj(9), "br": BrotliPacker, "zstd": zstd.ZstdCompressor}


def bomb(encodings: str, size: int) -> Reply:
    """A small answer that unpacks to ``size`` bytes, packed with these encodings one after the other: ``gzip``, ``gzip, br``."""
    body: Iterable[bytes] = (b"\0" * MEBIBYTE for _ in range(size // MEBIBYTE))
    for encoding in encodings.split(", "):
        packer = PACKERS[encoding]()
        body = [b"".join([*(packer.compress(piece) for piece in body), packer.flush()])]
    return Reply(b"".join(body), headers={"Content-Encoding": encodings}, conditional=False)
