"""A writer beside the readers of a benchmark: files documents and their readings as ``softintel crawl`` and ``softintel read`` do.

    python -m bench.api_writer DATABASE SECONDS [--rate 20] [--grouping 120]

Each document is a small transaction and its reading another, ``rate`` documents a second; every ``grouping`` seconds the copies
are marked and the events stored again, as at the end of ``softintel read``. Prints what it did as one line of JSON.
EVERYTHING THAT IT FILES IS INVENTED.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

from api.register import register
from corpora.schema import Document, Evidence, Mention, Passage, PublicationDate, Reading
from corpora.store import Store


def write(store: Store, number: int, codes: list[str], chance: random.Random) -> None:
    """File one document and its reading."""
    quotes = [f"Invented while others read, {number}.{piece}: a review of waits in theatres." for piece in range(3)]
    text = "\n\n".join(quotes)
    document = Document(id=f"written-{number}", text=text, title=f"Invented news {number}", doc_type="news", publisher="Invented",
                        url=f"https://news.example.org/written/{number}",
                        published=PublicationDate(date="2026-11-22", method="given", reliability=0.9))
    store.add_document(document)
    orgs = chance.choices(codes, k=3)
    starts = [text.index(quote) for quote in quotes]
    store.save_reading(Reading(
        document_id=document.id, reader="invented-1",
        mentions=tuple(Mention(code=org, text="The", start=start, end=start + 3) for org, start in zip(orgs, starts, strict=True)),
        evidence=tuple(Evidence(
            id=Evidence.make_id(document.id, "concern", f"invented_{start}", org, None, None, "current"), document_id=document.id,
            kind="concern", subtype=f"invented_{start}", org=org, status="current", quote=quote, start=start,
            end=start + len(quote), confidence=0.7, rule="invented/plain")
            for org, start, quote in zip(orgs, starts, quotes, strict=True)),
        passages=(Passage(start=0, end=len(text), orgs=tuple(sorted(set(orgs)))),)), of=document)


def main() -> int:
    """Write for so many seconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--grouping", type=float, default=120)
    given = parser.parse_args()
    chance = random.Random(7)
    codes = [organisation.code for organisation in register()]
    errors: Counter[str] = Counter()
    written, slowest = 0, 0.0
    wal = given.database.with_name(f"{given.database.name}-wal")
    largest = 0
    began = grouped = time.monotonic()
    with Store(given.database) as store:
        first = int(store.db.execute("SELECT count(*) FROM documents WHERE id LIKE 'written-%'").fetchone()[0])
        while (now := time.monotonic()) - began < given.seconds:
            try:
                write(store, first + written, codes, chance)
                if now - grouped > given.grouping:
                    store.mark_copies()
                    store.replace_events(store.events()[:-1])
                    grouped = time.monotonic()
            except Exception as error:  # noqa: BLE001  # counted and told: what a benchmark is for
                errors[f"{type(error).__name__}: {error}"] += 1
            written += 1
            largest = max(largest, wal.stat().st_size if wal.exists() else 0)
            took = time.monotonic() - now
            slowest = max(slowest, took)
            time.sleep(max(0.0, began + written / given.rate - time.monotonic()))
    print(json.dumps({"documents": written, "seconds": round(time.monotonic() - began, 1), "slowest_seconds": round(slowest, 3),
                      "largest_wal_mib": round(largest / 2**20, 1), "errors": dict(errors)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
