"""Add a generated news archive, mostly of pages that have nothing to do with the NHS, and measure.

    python -m bench.warc_add [--mebibytes 200] [--relevant 0.04] [--every-page]

Prints pages a second and the memory of the largest process, of the first run and of a second, which must add nothing; exit code 1
if it adds something, or if a relevant page is missing. A page has some 130 KiB, 33 compressed, as those of Common Crawl's news
archives have. Its text is invented.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MEBIBYTE = 2**20
WORDS = ("council road budget school match weather festival company harbour election farmer gallery minister railway season market "
         "village library bridge forecast concert museum river garden police player award report street number").split()
PACKED_BYTES = 24_000
"""Of each page: what scripts and pictures add that does not compress."""
PARAGRAPHS = 40


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mebibytes", type=int, default=200)
    parser.add_argument("--relevant", type=float, default=0.04)
    parser.add_argument("--every-page", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "NEWS-20261121.warc.gz"
        pages, relevant = write(archive, most=given.mebibytes * MEBIBYTE, share=given.relevant)
        print(f"{archive.stat().st_size / MEBIBYTE:.0f} MiB, {pages:,} pages, {relevant:,} of them about the NHS")
        options = ["--every-page"] if given.every_page else []
        sound = True
        for wanted in (pages if given.every_page else relevant, 0):
            began = time.monotonic()
            done = subprocess.run([sys.executable, "-c", MEASURED, "--db", f"{folder}/bench.db", "add", *options, str(archive)],
                                  capture_output=True, text=True, check=False)
            seconds = time.monotonic() - began
            added = re.match(r"([\d,]+) documents? added", done.stdout)
            number = int(added[1].replace(",", "")) if added else -1
            # Packed scripts hold every short word by chance: a few more may pass, but none fewer.
            sound = sound and number >= wanted and (wanted > 0 or number == 0)
            memory = re.search(r"memory (\d+) (\d+)", done.stderr)
            largest = f"{int(memory[1]) / 1024:.0f} and {int(memory[2]) / 1024:.0f} MiB at most" if memory else "memory unknown"
            print(f"{done.stdout.strip()}: {pages / seconds:,.0f} pages a second ({seconds:.1f} s), "
                  f"this and the reading process: {largest}")
    return 0 if sound else 1


MEASURED = """
import resource, sys
from api.cli import main
try:
    main()
finally:
    most = (resource.getrusage(whose).ru_maxrss for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print("memory", *most, file=sys.stderr)
"""


def write(path: Path, *, most: int, share: float) -> tuple[int, int]:
    """Write an archive of at least so many bytes; returns its pages and those about the NHS."""
    chance = random.Random(1)
    pages = relevant = 0
    with path.open("wb") as stream:
        while stream.tell() < most:
            about = chance.random() < share
            stream.write(record(f"https://news.example/{pages}", page(chance, number=pages, about=about)))
            pages += 1
            relevant += about
    return pages, relevant


def page(chance: random.Random, *, number: int, about: bool) -> bytes:
    """One page."""
    prose = " ".join(chance.choice(WORDS) for _ in range(60))
    said = f"Invented hospital {number} was told by the NHS to improve." if about else "Nobody was told anything."
    body = "".join(f"<p class='article__paragraph article__paragraph--wide'>{index} {prose}. {said}</p>"
                   for index in range(PARAGRAPHS))
    links = "".join(f"<li class='menu__item'><a href='/section/{index}'>Section {index}</a></li>" for index in range(400))
    menu = f"<nav>{links}</nav>"
    script = f"<script>var packed='{base64.b64encode(os.urandom(PACKED_BYTES)).decode()}'</script>"
    return (f"<!DOCTYPE html><html lang='en'><head><title>Invented story {number}</title>{script}</head><body>{menu}"
            f"<article><h1>Invented story {number}</h1>{body}</article></body></html>").encode()


def record(url: str, body: bytes) -> bytes:
    """One response as a compressed record."""
    response = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-11-20T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n")
    return gzip.compress(head.encode() + response + b"\r\n\r\n", 1)


if __name__ == "__main__":
    sys.exit(main())
