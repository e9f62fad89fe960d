"""A store of many pieces of evidence for benchmarks of the API. ALL THAT IT SAYS ABOUT ORGANISATIONS IS INVENTED.

    python -m bench.api_store FILE [--evidence 200000]

Documents of five pieces of evidence each about organisations of the register, a few of them told of far more than others; one
document in ten a board paper of 60 pages with sections, one in ten a copy of another, one in twenty with an earlier version;
a board paper has some 60 KB of text, any other 2 KB; passages with words and vectors, events, and six published segments an
organisation.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from api.register import register
from corpora.schema import Evidence, Passage, Segment
from corpora.store import Store
from corpora.store.values import to_column
from nlp.embed import DIMENSIONS

PIECES = 5
"""Evidence a document."""
ORGANISATIONS = 260
KINDS = (("intervention", "warning_notice", None), ("intervention", "special_measures", None), ("segment", "nof", 3),
         ("segment", "sof", 2), ("rating", "maternity", "inadequate"), ("never_event", "wrong_site_surgery", 1),
         ("people_change", "chief_executive", "appointed"), ("concern", "operational_performance", None),
         ("concern", "workforce", None), ("concern", "finance", None))
STATUSES = ("current", "current", "current", "ended", "planned", "negated")
WORDS = ("waits emergency department maternity services review board finance deficit plan oversight programme ward staffing "
         "theatre safety inspection notice framework recovery governance quality committee patients hospital discharge beds "
         "cancer referral improvement leadership culture escalation undertakings report commission invented example").split()


class Claim(NamedTuple):
    """What is told of an organisation."""

    org: str
    kind: str
    subtype: str
    value: int | str | None
    status: str


def codes() -> list[str]:
    """The organisations that are told of."""
    return [organisation.code for organisation in sorted(register(), key=lambda each: each.code)][:ORGANISATIONS]


def make_store(path: Path, *, evidence: int = 200_000, seed: int = 5) -> None:
    """Write the store at ``path``."""
    chance = random.Random(seed)
    told_of = codes()
    weights = [1 / (place + 5) ** 0.7 for place in range(len(told_of))]
    vectors = np.random.default_rng(seed)
    with Store(path) as store:
        store.db.execute("PRAGMA synchronous = OFF")
        _add_segments(store, told_of)
        for first in range(0, evidence // PIECES, 500):
            with store.atomic():
                for number in range(first, min(first + 500, evidence // PIECES)):
                    # A copy says of the same organisations what the document says that it is a copy of.
                    claims = random.Random(f"{seed}-{number - 5 if number % 10 == 9 else number}")
                    told = [Claim(org, *claims.choice(KINDS), claims.choice(STATUSES))
                            for org in claims.choices(told_of, weights, k=PIECES)]
                    _add_document(store, number, chance, told, vectors)
        with store.atomic():
            store.db.conn.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, 1)", list(_events(store)))
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _add_segments(store: Store, told_of: list[str]) -> None:
    store.add_segments(
        Segment(org=code, framework="NOF 2025/26", segment=number % 5 + 1, period=f"Q{quarter} {year}/{year % 100 + 1}",
                valid_from=f"{year}-{quarter * 3:02d}-01", source=source, rank=number)
        for number, code in enumerate(told_of) for year in (2024, 2025) for quarter in (1, 2, 3)
        for source in ("https://www.example.org/table.csv",))


def _add_document(store: Store, number: int, chance: random.Random, told: list[Claim], vectors: np.random.Generator) -> None:
    document_id = f"invented-{number:06d}"
    quotes = [f"Invented statement {number}.{piece}: {' '.join(chance.choices(WORDS, k=18))}." for piece in range(PIECES)]
    is_board_paper = number % 10 == 3
    text = "\n\n".join(f"{' '.join(chance.choices(WORDS, k=1600 if is_board_paper else 40))}. {quote}" for quote in quotes)
    published = f"{2016 + number % 11}-{chance.randrange(1, 12):02d}-{chance.randrange(1, 29):02d}" if number % 50 else None
    execute, many = store.db.conn.execute, store.db.conn.executemany
    execute("INSERT INTO documents (id, url, title, text, publisher, doc_type, published, published_method, published_reliability, "
            "source) VALUES (?, ?, ?, ?, ?, ?, ?, 'given', 0.9, 'invented')",
            [document_id, f"https://news.example.org/{document_id}", f"Invented story {number}", text, "The Invented Gazette",
             "board_paper" if is_board_paper else "news", published])
    if is_board_paper:
        step = len(text) // 60 + 1
        many("INSERT INTO pages (document_id, number, start, end) VALUES (?, ?, ?, ?)",
             [(document_id, page + 1, page * step, (page + 1) * step) for page in range(60)])
        many("INSERT INTO sections (document_id, number, start, end, title, label) VALUES (?, ?, ?, ?, ?, ?)",
             [(document_id, item + 1, item * step * 4, item * step * 4 + step * 4, "Invented item", f"Item {item}")
              for item in range(15)])
    if number % 20 == 7:
        execute("INSERT INTO versions (document_id, replaced_at, title, added, removed, diff) VALUES (?, ?, 'x', 1, 1, ?)",
                [document_id, "2026-01-02T03:04:05Z", b""])
    starts, orgs = [text.index(quote) for quote in quotes], [claim.org for claim in told]
    rows = []
    for claim, quote, start in zip(told, quotes, starts, strict=True):
        rows.append((_id(document_id, claim), document_id, claim.kind, claim.subtype, claim.org, claim.org, to_column(claim.value),
                     claim.status, published, quote, start, start + len(quote), 0.8, "invented/plain", None, published or ""))
    many("INSERT OR IGNORE INTO evidence (id, document_id, kind, subtype, org, org_text, value, status, date, quote, start, end, "
         f"confidence, rule, reported_by, sort_date) VALUES ({', '.join('?' * 16)})", rows)
    if number % 10 == 9:
        many("UPDATE evidence SET copy_of = ? WHERE id = ?",
             [(_id(f"invented-{number - 5:06d}", claim), _id(document_id, claim)) for claim in told])
    many("INSERT INTO mentions (document_id, start, end, code, text) VALUES (?, ?, ?, ?, ?)",
         [(document_id, start, start + 3, org, org) for org, start in zip(orgs, starts, strict=True)])
    store._index_passages(document_id, tuple(
        _passage(place, min(place + 500, len(text)), orgs, vectors) for place in (0, starts[2])))
    execute("INSERT INTO readings VALUES (?, 'invented-1')", [document_id])


def _passage(start: int, end: int, orgs: list[str], vectors: np.random.Generator) -> Passage:
    vector = vectors.standard_normal(DIMENSIONS).astype(np.float32)
    return Passage(start=start, end=end, orgs=tuple(sorted(set(orgs))),
                   vector=(vector / np.linalg.norm(vector)).astype("<f2").tobytes())


def _id(document_id: str, claim: Claim) -> str:
    return Evidence.make_id(document_id, claim.kind, claim.subtype, claim.org, None, claim.value, claim.status)


def _events(store: Store) -> Iterator[tuple[object, ...]]:
    for evidence_id, org, kind, subtype, value, date in store.db.execute(
            "SELECT id, org, kind, subtype, value, date FROM evidence WHERE kind <> 'concern' AND copy_of IS NULL").fetchall():
        yield (f"event-{evidence_id}", org, kind, subtype, value, date, json.dumps([evidence_id]))


def main() -> int:
    """Make one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--evidence", type=int, default=200_000)
    given = parser.parse_args()
    began = time.monotonic()
    make_store(given.file, evidence=given.evidence)
    print(f"{given.file}: {given.file.stat().st_size / 2**20:.0f} MiB in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
