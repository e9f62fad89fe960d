"""APIs on this machine that answer as the real ones do: pages, keys, limits, mistakes. All that they tell is invented."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from crawl.archive import archive_folder
from crawl.sources import Source
from tests.crawl.replica import Reply

JSON = {"Content-Type": "application/json; charset=utf-8"}
KEY = "an-invented-key-that-must-stay-secret-4711"


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    """By name in small letters."""
    at: float = 0.0

    @property
    def page(self) -> str:
        """Path and query, as a test writes them."""
        return self.path + (f"?{'&'.join(f'{name}={value}' for name, value in self.query.items())}" if self.query else "")


def answer(value: object, status: int = 200, **headers: str) -> Reply:
    """A JSON answer."""
    return Reply(json.dumps(value).encode(), status=status, headers=JSON | headers, conditional=False)


MISSING = answer({"statusCode": 404, "message": "No resource found (invented)"}, 404)


def everything_kept(database: Path) -> bytes:
    """All bytes of the database, its write-ahead log and the archive, unpacked."""
    kept = [path.read_bytes() for path in database.parent.glob(f"{database.name}*") if path.is_file()]
    for path in archive_folder(database).iterdir():
        kept.append(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
    return b"".join(kept)


class ApiReplica:
    """One API on an address of its own. ``answers`` says what it answers; robots.txt there is none."""

    def __init__(self, answers: Callable[[Asked], Reply], *, address: str = "127.0.0.1") -> None:
        self.answers = answers
        self.log: list[tuple[Asked, int]] = []
        self.lock = Lock()
        self.server = ThreadingHTTPServer((address, 0), self._handler())
        self.server.daemon_threads = True
        self.url = f"http://{address}:{self.server.server_port}"

    def source(self, shape: str, *starts: str, **changes: object) -> Source:
        """This API as a source; ``starts`` are paths."""
        fields: dict[str, object] = {
            "name": shape.replace("_", "-"), "publisher": "Invented API", "cadence": "daily", "doc_type": "other", "shape": shape,
            "start_urls": [self.url + start for start in starts], "delay_seconds": 0.0, "revisit_hours": 0.0, "max_pages": 5,
            "local": True}
        return Source.model_validate(fields | changes)

    def pages(self) -> list[str]:
        """What was asked for, robots.txt left out, in order."""
        return [asked.page for asked, _ in self.log if asked.path != "/robots.txt"]

    def __enter__(self) -> Self:
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        replica = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                asked = Asked(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)),
                              {name.lower(): value for name, value in self.headers.items()}, time.time())
                with replica.lock:
                    reply = MISSING if asked.path == "/robots.txt" else replica.answers(asked)
                    replica.log.append((asked, reply.status))
                self.send_response(reply.status)
                for name, value in ({"Content-Length": str(len(reply.body))} | reply.headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, format: str, *args: object) -> None:
                """Silent."""

        return Handler
