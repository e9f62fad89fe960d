"""Answers that are cut, wrong, endless or bombs: each page fails with a reason, the crawling process stays small, the crawl goes on."""

from __future__ import annotations

import itertools
import json
import os
import sys
import time
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest

from corpora.store import Store
from crawl.report import Job
from crawl.run import start_worker
from crawl.sources import Source
from tests.crawl.replica import MEBIBYTE, Replica, Reply, bomb

MOST_GROWTH = 150 * MEBIBYTE
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def endless(first: bytes, piece: bytes) -> Iterable[bytes]:
    """Goes on until the other side hangs up, or for a quarter of a minute, which is a failure of the test."""
    until = time.time() + 15
    return itertools.chain([first], itertools.takewhile(lambda _: time.time() < until, itertools.repeat(piece)))


BROKEN: dict[str, Iterable[bytes]] = {
    "silence": [], "half-a-status": [b"HTTP/1.1 2"], "garbage": [b"\x00\xff\x13 what is this\r\n\r\n"], "status-word": [b"HTTP/1.1 OK fine\r\n\r\n"],
    "status-huge": [b"HTTP/1.1 99999999999999999999 x\r\n\r\n"], "no-http": [b"SSH-2.0-OpenSSH_9.6\r\n"],
    "cut-headers": [HEAD + b"X-Half: "], "cut-body": [HEAD + b"Content-Length: 5000\r\n\r\n<html><body><p>half"],
    "length-word": [HEAD + b"Content-Length: many\r\n\r\n<p>x"], "length-negative": [HEAD + b"Content-Length: -5\r\n\r\n<p>x"],
    "length-huge": [HEAD + b"Content-Length: 99999999999999\r\n\r\n<p>x"], "length-twice": [HEAD + b"Content-Length: 4\r\nContent-Length: 9\r\n\r\n<p>x"],
    "chunk-word": [CHUNKED + b"zz\r\n<p>x\r\n0\r\n\r\n"], "chunk-short": [CHUNKED + b"fff\r\n<p>x"], "chunk-huge": [CHUNKED + b"ffffffffffffffff\r\n<p>x"],
    "chunk-cut": [CHUNKED + b"4\r\n<p>x\r\n"], "chunk-negative": [CHUNKED + b"-4\r\n<p>x\r\n0\r\n\r\n"],
    "gzip-garbage": [HEAD + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n<p>x"],
    "gzip-cut": [HEAD + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + zlib.compress(b"<p>x" * 999, wbits=31)[:9]],
    "br-garbage": [HEAD + b"Content-Encoding: br\r\nContent-Length: 4\r\n\r\n\xff\xff\xff\xff"],
    "zstd-garbage": [HEAD + b"Content-Encoding: zstd\r\nContent-Length: 4\r\n\r\n<p>x"],
    "deflate-garbage": [HEAD + b"Content-Encoding: deflate\r\nContent-Length: 4\r\n\r\n\xff\xff\xff\xff"],
    "line-endless": endless(HEAD + b"X-Endless: ", b"x" * 65536), "headers-endless": endless(HEAD, b"X-More: and more\r\n" * 4096),
    "body-endless": endless(HEAD + b"\r\n", b"<p>and more</p>" * 4096), "chunks-endless": endless(CHUNKED, b"5\r\n<p>x \r\n" * 4096),
    "continue-endless": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1024),
    "location-garbage": [b"HTTP/1.1 302 Found\r\nLocation: http://[\xff\xfe\r\nContent-Length: 0\r\n\r\n"],
}
BOMBS = ("gzip", "deflate", "br", "zstd", "gzip, gzip", "gzip, br", "zstd, zstd", "deflate, gzip", "br, br")


def crawl_measured(database: Path, source: Source) -> tuple[dict[str, tuple[str, str]], int]:
    """Path → state and reason of each page of a crawl, and how much the crawling process grew after its first page, in bytes."""
    with start_worker() as worker:
        assert worker.stdin
        assert worker.stdout
        worker.stdin.write(Job(database=database, sources=(source,)).model_dump_json() + "\n")
        worker.stdin.flush()
        before = 0
        for line in worker.stdout:
            said = json.loads(line)
            if not before and said.get("progress", {}).get("visits", 0) >= 1:
                before = largest(worker.pid)
            if said.get("report"):
                break
        after = largest(worker.pid)
        worker.stdin.close()
        worker.stdout.read()
    assert worker.returncode == 0
    with Store(database) as store:
        return {"/" + url.partition("//")[2].partition("/")[2]: (state, reason or "") for url, state, reason in store.db.execute(
            "SELECT url, state, reason FROM frontier")}, after - before


def largest(pid: int) -> int:
    """The most memory that a process has held so far, in bytes; 0 where the system does not say."""
    if sys.platform != "linux":
        return 0
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines())
    return int(lines["VmHWM"].split()[0]) * 1024


@pytest.fixture
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorter patience than on the web: two seconds for an answer, and no second try."""
    (tmp_path / "sitecustomize.py").write_text("import crawl.settings, crawl.patience\ncrawl.settings.DOWNLOAD_TIMEOUT = 2\n"
                                               "crawl.patience.TRIES = 1\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])]))


@pytest.mark.usefixtures("quick")
def test_a_broken_answer_fails_with_a_reason_and_the_crawl_goes_on(tmp_path: Path) -> None:
    with Replica(articles=2) as site:
        site.pages |= {f"/broken/{name}": Reply(b"", raw=raw) for name, raw in BROKEN.items()}
        site.list_articles(["/news/0", *(f"/broken/{name}" for name in BROKEN), "/news/1"])
        pages, growth = crawl_measured(tmp_path / "a.db", site.source())
    assert pages["/news/0"][0] == pages["/news/1"][0] == "done"
    told = {path: reason for path, (state, reason) in pages.items() if state == "failed"}

    assert set(told) == {f"/broken/{name}" for name in BROKEN}
    assert all(len(reason) > 8 for reason in told.values())
    assert growth < MOST_GROWTH


@pytest.mark.usefixtures("quick")
def test_a_bomb_is_stopped_before_it_takes_room(tmp_path: Path) -> None:
    with Replica(articles=2) as site:
        names = [encodings.replace(", ", "-") for encodings in BOMBS]
        site.pages |= {f"/bomb/{name}": bomb(encodings, 1024 * MEBIBYTE) for name, encodings in zip(names, BOMBS, strict=True)}
        site.pages["/plain"] = Reply(b"<html><body><p>" + b"x " * (20 * MEBIBYTE))
        site.list_articles(["/news/0", *(f"/bomb/{name}" for name in names), "/plain", "/news/1"])
        pages, growth = crawl_measured(tmp_path / "a.db", site.source())
        assert pages["/news/0"][0] == pages["/news/1"][0] == "done"

        for path in (*(f"/bomb/{name}" for name in names), "/plain"):
            assert pages[path][0] == "failed"
            assert "max" in pages[path][1].lower(), path
        assert growth < MOST_GROWTH
