"""Asks search what nobody should: 20,000 odd queries with odd filters, and counts failures.

    python -m bench.fuzzed_queries [--queries 20000] [--seed 1] [--words-only] [--part 1/2] [--all-doors]

All are asked of the API; one in ten of the page as well, and another in ten of the command, which opens the database and the model
anew each time (``--all-doors``: every query of all three). ``--part 1/2`` and ``--part 2/2`` are the halves, for two processes at
once. Progress is told on stderr. Some ten minutes on one core.

An answer below 500 is right for the web (422: a filter that cannot be used, told as such), exit code 0, 1 or 2 for the command;
anything that is raised is a failure. ``tests/api/test_query_fuzz.py`` asks a part of it in the suite.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import click
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import softintel
from corpora.errors import UsersMistake
from nlp.embed import Embedder
from tests.api.writing import fill

WORDS = (
    "trust", "special", "measures", "waits", "emergency", "the", "of", "RSP", "A&E", "NE", "PFD", "never", "events",
    "maternity", "Nottingham", "University", "Hospitals", "Frimley", "RX1", "segment", "4", "inspector", "rating", "café",
    "s29A", "DoN")
ODD = (
    "\x00", "\x00\x00x", "\ud800", "\udfff\ud800", "\udcff", "\u202e desrever \u202c", "שלום", "العربية", "\u200b", "\ufeff",
    "😀", "👩\u200d⚕\ufe0f", "ﬁ", "İ", "ı", "ß", "e\u0301", "é", "ఌ", "𐍈", "\U0010ffff", "\uffff", "\u2028", "\r\n", "\t",
    "\x1b[31m", "½", "٣", "Ⅷ", "ª", "_", "__", "\xad", "%00", "%", "\\", "\\x00", "&amp;", "<script>alert(1)</script>",
    "{{7*7}}", "${x}")
SYNTAX = (
    "AND", "OR", "NOT", "NEAR(", "NEAR(a b, 2)", "text:", "title : x", "tags:orgRX10", "{text title}:", "-", "--", "-\"",
    "\"", "\"\"", "\"a", "^", "*", "tru*", "+", "a + b", "(", ")", "((", "'", "';", "'; DROP TABLE evidence;--",
    "\" OR 1=1 --", "UNION SELECT *", "?", "?1", ":name", "@x", "rowid", "bm25(", "passage_words", "“", "”", "„x“", "«a»",
    "-“x y”", "\"a\"\"b\"", "\"-\"", "-()")
FIELDS = (
    "org:", "kind:", "subtype:", "status:", "source:", "publisher:", "type:", "since:", "until:", "segment:", "framework:",
    "region:", "sector:", "colour:", "Org:", "trust:", "from:", "to:", "expand:", "q:", "limit:")
VALUES = (
    "RX1", "rx1,RDU", "nope", "", "\"", "\"a b", "\"a b\"", "rating", "never_event", "2021", "2021-02-30", "2021-09", "0000",
    "9999-12-31", "-1", "0", "4", "5", "6", "99999999999999999999", "1e3", "NaN", "4.0", "٤", "current", "Denied", "London",
    "north-west", "acute", "\x00", "\ud800", "x" * 500, "'; DROP TABLE x;--", "NOF 2025/26", "*", "\"\"", "null", "true",
    "[]", "{}", "news", "board_paper")
PARAMETERS = (
    "org", "lineage", "kind", "subtype", "status", "source", "publisher", "doc_type", "since", "until", "segment",
    "framework", "region", "sector", "expand", "expand_except", "facets", "limit", "cursor", "colour")
OF_PARAMETERS = (
    *VALUES, "predecessors", "alone", "both", "successors", "acute,ambulance", "1", "200", "201", "WyI1Il0",
    "WyI5OTk5OTkiXQ", "WyIxIiwiMiJd", "false", "no", "maybe", "RSP", "A&E", "RX1,RX1,RX1", ",".join(["RX1"] * 60))
LONG = (
    "trust " * 2_000, "a" * 20_000, "\"" * 10_000, "-x " * 5_000, "(" * 10_000, "\x00" * 5_000, "org:RX1 " * 1_000,
    "x:" * 5_000, "\"a\" " * 4_000, "A&E " * 3_000, "ßﬁ😀" * 3_000, "-\"" * 5_000, "RSP " * 500, "kind:\"" * 1_500,
    "ne NE " * 2_000)
PLAUSIBLE = {
    "org": ("RX1", "rdu", "RX1,RDU"), "lineage": ("predecessors", "alone", "successors", "both"),
    "kind": ("rating", "intervention"), "subtype": ("special_measures", "maternity"), "status": ("current", "negated"),
    "source": ("file", "x"), "publisher": ("The Invented Gazette",), "doc_type": ("news", "board_paper"),
    "since": ("2021", "2021-09"), "until": ("2023-05-25",), "segment": ("3", "4"), "framework": ("NOF 2025/26",),
    "region": ("Midlands", "London"), "sector": ("acute",), "expand": ("true",), "expand_except": ("RSP",),
    "facets": ("true",), "limit": ("1", "20", "200"), "cursor": ("WyI1Il0",)}
"""What can be used, so that as many queries are answered as are refused."""


PATHS = ("/api/search", "/search")
ONE_IN = 10
"""So many queries are asked of the API for one of the page and one of the command."""

TOLD_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class OddQuery:
    """A query, and filters beside it, given in this order and perhaps more than once."""

    text: str
    filters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, and on what."""

    where: str
    query: OddQuery
    what: str


def odd_queries(number: int, seed: int) -> Iterator[OddQuery]:
    """As many queries, the same for the same seed."""
    random = Random(seed)
    for _ in range(number):
        yield OddQuery(_text(random), tuple(_filter(random) for _ in range(max(0, random.randint(-3, 4)))))


def ask_web(web: TestClient, path: str, query: OddQuery) -> tuple[int, Failure | None]:
    """The API or the page: its status."""
    # A browser sends no surrogates; a program may send any bytes.
    asked = urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in [("q", query.text), *query.filters]])
    try:
        status = web.get(f"{path}?{asked[:60_000]}").status_code
    except Exception:  # noqa: BLE001  # whatever is raised is the finding
        return 0, Failure(path, query, traceback.format_exc())
    return status, Failure(path, query, str(status)) if status >= 500 else None


def ask_command(database: Path, query: OddQuery) -> tuple[int, Failure | None]:
    """``softintel search``: its exit code."""
    arguments = ["--db", str(database), "search", "--json" if len(query.text) % 2 else "--facets"]
    for name, value in query.filters:
        option = {"doc_type": "type", "expand_except": "expand-except"}.get(name, name)
        if name not in ("expand", "facets", "cursor", "colour"):
            arguments.extend([f"--{option}", value])
    arguments.extend(["--expand"] if any(name == "expand" for name, _ in query.filters) else [])
    # As a terminal gives and takes them: what cannot be written is an error on the way out, and is shown escaped beside it.
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8", errors="backslashreplace")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = softintel.main([*arguments, "--", query.text], standalone_mode=False)
            out.flush()
    except (UsersMistake, click.ClickException):
        return 2, None
    except Exception:  # noqa: BLE001  # whatever is raised is the finding
        return -1, Failure("softintel search", query, traceback.format_exc())
    return int(code or 0), None


def _asked(web: TestClient, database: Path, query: OddQuery, number: int, *,
           all_doors: bool) -> Iterator[tuple[str, tuple[int, Failure | None]]]:
    """The doors that a query is asked at, and what came of it."""
    api, page = PATHS
    yield api, ask_web(web, api, query)
    if all_doors or number % ONE_IN == 0:
        yield page, ask_web(web, page, query)
    if all_doors or number % ONE_IN == ONE_IN // 2:
        yield "softintel search", ask_command(database, query)


def _filter(random: Random) -> tuple[str, str]:
    name = random.choice(PARAMETERS)
    return name, random.choice(PLAUSIBLE[name] if name in PLAUSIBLE and random.random() < 0.8 else OF_PARAMETERS)


def _text(random: Random) -> str:
    shape = random.random()
    if shape < 0.03:
        return random.choice(LONG)
    if shape < 0.10:
        return "".join(chr(random.choice((random.randrange(0x80), random.randrange(0x3000), random.randrange(0x110000))))
                       for _ in range(random.randrange(80)))
    if shape < 0.13:
        return random.choice(("", " ", "\x00", "-", "\"\"", "org:", "org:RX1", "-trust", "\u3000"))
    pieces = [_piece(random) for _ in range(random.randint(1, 14))]
    return random.choice(("", " ", "  ", "\t")).join(pieces) if random.random() < 0.2 else " ".join(pieces)


def _piece(random: Random) -> str:
    kind = random.random()
    if kind < 0.45:
        word = random.choice(WORDS)
        return random.choice((
            word, word, word, f'"{word} {random.choice(WORDS)}"', f"-{word}", f'-"{word}"', word.upper(), f"{word}*"))
    if kind < 0.60:
        return random.choice(SYNTAX)
    if kind < 0.75:
        return random.choice(ODD)
    if kind < 0.92:
        return random.choice(FIELDS) + random.choice(VALUES)
    return random.choice(VALUES)


def main() -> int:
    """Ask them all; exit code 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words-only", action="store_true")
    parser.add_argument("--part", default="1/1", metavar="K/N", help="every Nth query, from the Kth on")
    parser.add_argument("--all-doors", action="store_true", help="every query of the API, the page and the command")
    arguments = parser.parse_args()
    part, parts = (int(number) for number in arguments.part.split("/"))
    answers: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    failures: list[Failure] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "fuzzed.db"
        fill(database, embedder=None if arguments.words_only else Embedder.load())
        with TestClient(create_app(database, by_meaning=not arguments.words_only)) as web:
            for number, query in enumerate(islice(odd_queries(arguments.queries, arguments.seed), part - 1, None, parts)):
                for door, (status, failure) in _asked(web, database, query, number, all_doors=arguments.all_doors):
                    asked[door] += 1
                    answers[f"{'status' if status >= 100 else 'exit code'} {status}"] += 1
                    failures.extend([failure] if failure else [])
                if (number + 1) % TOLD_EVERY == 0:
                    print(f"{number + 1:,} queries in {time.monotonic() - began:.0f} s, {len(failures)} failures",
                          file=sys.stderr, flush=True)
    for failure in failures[:20]:
        print(f"{failure.where}: {failure.query!r}\n{failure.what}", file=sys.stderr)
    told = ", ".join(f"{name}: {count:,}" for name, count in sorted(answers.items()))
    doors = ", ".join(f"{count:,} of {door}" for door, count in asked.items())
    print(f"asked {doors} in {time.monotonic() - began:.0f} s: {told}; failures: {len(failures)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
