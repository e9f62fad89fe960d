"""How soon the API answers sixteen readers at once while one writer files readings.

    python -m bench.api_latency [--database FILE] [--seconds 60] [--readers 16] [--workers 0]

Makes a store of 200,000 invented pieces of evidence (or takes the one given, and writes into it), starts the server as users do
(``softintel serve``), and asks twice: first every reader for ``/api/trusts/{code}`` alone (the goal: p95 within 60 ms), then for
all routes in turn, searches among them. Nobody pauses between two questions: sixteen are always waiting. Readers, writer and
server share the machine's cores; what the readers took of one is told. Prints p50, p95 and p99 by route, every error by its
words, the server's memory at the beginning and the end and the largest size of the write-ahead log. Exit code 1 where the goal
is missed or anything failed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.api_readers import Asked, ask
from bench.api_store import WORDS, codes, make_store

GOAL_SECONDS = 0.060
MOST_WAL_MIB = 64.0


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", type=Path, help="a store to read and to write into; made where there is none")
    parser.add_argument("--evidence", type=int, default=200_000)
    parser.add_argument("--seconds", type=float, default=60, help="of each of the two parts")
    parser.add_argument("--readers", type=int, default=16)
    parser.add_argument("--workers", type=int, default=0, help="processes of the server; 0 for what serve does unasked")
    parser.add_argument("--rate", type=float, default=20, help="documents a second that the writer files")
    parser.add_argument("--only", choices=("trust", "all"), help="one of the two parts")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = given.database or Path(folder) / "bench.db"
        if not database.exists():
            make_store(database, evidence=given.evidence)
        with _serving(database, workers=given.workers) as server:
            print(f"first answer {server.first_answer:.1f} s after the start; {_made_ready(server):.1f} s more until "
                  "all is at hand that is worked out from the whole store")
            fine = [_part(name, server, database, given) for name in ("trust", "all") if given.only in {None, name}]
    return 0 if all(fine) else 1


def _made_ready(server: Server) -> float:
    """How long it takes until each sort of question has its whole answer, asked one after the other."""
    began = time.monotonic()
    for path in ("/api/trusts/RX1", "/trusts/RX1", "/api/search?q=staffing", "/api/alerts", "/api/divergence"):
        once = time.monotonic()
        while (asked := ask(server.address, lambda _, path=path: (path, path), readers=1, seconds=0.001)).errors:  # type: ignore[misc]
            if not all(" 503 " in error and "being worked out" in error for error in asked.errors):
                print(f"ERROR at the start: {'; '.join(asked.errors)}")
                break
            time.sleep(0.5)
        print(f"{path}: {time.monotonic() - once:.2f} s")
    return time.monotonic() - began


def _part(name: str, server: Server, database: Path, given: argparse.Namespace) -> bool:
    known = codes()

    def trust(chance: random.Random) -> tuple[str, str]:
        return "/api/trusts/{code}", f"/api/trusts/{chance.choice(known)}"

    def any_route(chance: random.Random) -> tuple[str, str]:
        code, place = chance.choice(known), chance.randrange(10)
        if place < 4:
            return trust(chance)
        if place < 6:
            return "/api/evidence", f"/api/evidence?org={code}&limit=50"
        if place < 7:
            return "/api/search", f"/api/search?q={'+'.join(chance.sample(WORDS, 2))}&org={code}"
        if place < 8:
            return "/trusts/{code}", f"/trusts/{code}"
        if place < 9:
            return "/api/trusts/{code}/timeline", f"/api/trusts/{code}/timeline"
        return "/api/trusts", "/api/trusts?limit=50"

    warm_up = 2.0
    memory, worked, apart = server.memory(), server.worked(), server.had_worked_out()
    writer = subprocess.Popen([sys.executable, "-m", "bench.api_writer", str(database), str(given.seconds + warm_up),
                               "--rate", str(given.rate)], stdout=subprocess.PIPE, text=True)
    asked = ask(server.address, trust if name == "trust" else any_route, readers=given.readers, seconds=given.seconds,
                warm_up=warm_up)
    worked, apart = server.worked() - worked, server.had_worked_out() - apart
    told, _ = writer.communicate(timeout=300)
    written = json.loads(told)
    rate = sum(map(len, asked.took.values())) / asked.seconds
    print(f"\n{given.readers} readers, {rate:.0f} answers a second in {asked.seconds:.0f} s; readers took {asked.busy:.2f} of "
          f"a core, the server {worked / max(1, asked.answers) * 1000:.2f} ms of one an answer and {apart:.1f} s apart")
    _print_table(asked)
    print(f"server {memory:.0f} MiB before, {server.memory():.0f} MiB after; writer {json.dumps(written)}")
    for error, count in [*asked.errors.most_common(20), *written["errors"].items()]:
        print(f"ERROR × {count}: {error}")
    fine = not asked.errors and not written["errors"] and written["largest_wal_mib"] <= MOST_WAL_MIB
    if name == "all":
        return fine
    p95 = _percentile(asked.took["/api/trusts/{code}"], 0.95)
    print(f"goal: p95 of /api/trusts/{{code}} within {GOAL_SECONDS * 1000:.0f} ms: "
          f"{'reached' if p95 <= GOAL_SECONDS else 'MISSED'} ({p95 * 1000:.1f} ms)")
    return fine and p95 <= GOAL_SECONDS


def _print_table(asked: Asked) -> None:
    print(f"{'route':30} {'answers':>8} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} {'max ms':>8} {'bytes':>8}")
    for route, took in sorted(asked.took.items()):
        values = [_percentile(took, share) * 1000 for share in (0.5, 0.95, 0.99, 1.0)]
        print(f"{route:30} {len(took):8} {' '.join(f'{value:8.1f}' for value in values)} {asked.sizes[route]:8}")


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else float("inf")


class Server:
    """A server that was started."""

    def __init__(self, process: subprocess.Popen[str], address: tuple[str, int], first_answer: float) -> None:
        self.process, self.address, self.first_answer = process, address, first_answer

    def worked(self) -> float:
        """Seconds of a core that it has taken, the processes not counted in which it has things worked out."""
        return _processor_seconds(self.process.pid)

    def had_worked_out(self) -> float:
        """Seconds of a core that those have taken that are at work now."""
        return sum(_processor_seconds(pid) for pid in _family(self.process.pid)[1:])

    def memory(self) -> float:
        """MiB that it and its workers hold, shared pages divided among those that share them."""
        return sum(_proportional(pid) for pid in _family(self.process.pid)) / 1024


@contextmanager
def _serving(database: Path, *, workers: int) -> Iterator[Server]:
    began = time.monotonic()
    options = ["--port", "0", *(["--workers", str(workers)] if workers else [])]
    process = subprocess.Popen([sys.executable, "-c", "from api.cli import main; main()", "--db", str(database), "serve", *options],
                               stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        found = re.search(r"http://([\d.]+):(\d+)/", process.stdout.readline())
        assert found, "the server did not start"
        address = (found[1], int(found[2]))
        first = ask(address, lambda _: ("/healthz", "/healthz"), readers=1, seconds=0.001)
        assert not first.errors, first.errors
        yield Server(process, address, time.monotonic() - began)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(child) for child in children.read_text().split()] if children.exists() else []
    return [pid, *(each for child in found for each in _family(child))]


def _processor_seconds(pid: int) -> float:
    try:
        times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    except OSError:
        return 0.0
    return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


def _proportional(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    sys.exit(main())
