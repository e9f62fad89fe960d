"""Several workers on one shared frontier, as if on several machines, of which one after another is killed."""

from __future__ import annotations

import gzip
import hashlib
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from threading import Thread

import psycopg

from corpora.store import Store
from crawl.archive import Archive, Kept, archive_folder
from crawl.collecting import collect
from crawl.report import Job, Message, SourceReport
from crawl.run import start_worker
from tests.crawl.replica import Replica


class Machine:
    """One worker with an archive of its own."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.process = start_worker()
        assert self.process.stdin
        self.process.stdin.write(job.model_dump_json() + "\n")
        self.process.stdin.flush()
        self.messages: list[Message] = []
        self.listener = Thread(target=self._listen, daemon=True)
        self.listener.start()

    @property
    def runs(self) -> bool:
        """True while the worker has not ended."""
        return self.process.poll() is None

    @property
    def visits(self) -> int:
        """How many visits it has ended so far, as it says."""
        return max((message.progress.visits for message in self.messages if message.progress), default=0)

    @property
    def report(self) -> SourceReport:
        """What it says of its only source in the end."""
        report, = (source for message in self.messages if message.report for source in message.report.sources)
        return report

    def stop(self) -> int:
        """Tell it to stop in good order; gives its exit code."""
        assert self.process.stdin
        self.process.stdin.close()
        return self.end()

    def kill(self) -> None:
        """``kill -9``."""
        self.process.kill()
        self.end()

    def end(self) -> int:
        """Wait for its end; gives its exit code."""
        code = self.process.wait(60)
        self.listener.join(10)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream
            stream.close()
        return code

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.messages.append(Message.model_validate_json(line))


@dataclass
class Figures:
    """What came of it."""

    pages: int
    killed: int = 0
    seconds: float = 0.0
    lost: list[str] = field(default_factory=list)
    """Pages without a document in the store, in the end."""
    kept_twice: int = 0
    states: dict[str, int] = field(default_factory=dict)
    asked_again: int = 0
    closest: float = 0.0
    """Seconds between two requests to one host, at the closest, from the end of one to the beginning of the next."""
    too_close: int = 0
    workers_per_host: float = 0.0
    """How often a site's robots.txt was asked for: how many workers had the host in turn."""
    unsound: list[str] = field(default_factory=list)
    """Files of the archives that do not unpack, or captures whose bytes are not in them."""
    exits: list[int] = field(default_factory=list)

    @property
    def goals_met(self) -> bool:
        """Nothing lost, no host asked too early, every archive sound."""
        return not (self.lost or self.kept_twice or self.too_close or self.unsound or any(self.exits)
                    or set(self.states) - {"done"})


def crawl_with_kills(address: str, sites: Sequence[Replica], folder: Path, *, pages: int, workers: int, kill_every: float, most_kills: int,
                     delay_seconds: float, lease_seconds: float, chance: random.Random, most_seconds: float) -> Figures:
    """Let workers gather these sites, kill one every so often and start another in its place, until nothing is left to do."""
    # A worker that starts when the others have just ended the round begins another, in which no page is due again.
    sources = tuple(site.source(name=f"site-{number}", delay_seconds=delay_seconds, revisit_hours=24.0)
                    for number, site in enumerate(sites, start=1))
    jobs = [Job(database=folder / f"machine-{number}.db", sources=sources, shared_frontier=address, lease_seconds=lease_seconds)
            for number in range(1, workers + 1)]
    figures = Figures(pages=pages)
    began = time.monotonic()
    machines = [Machine(job) for job in jobs]
    try:
        next_kill = began + kill_every
        while any(machine.runs for machine in machines):
            assert time.monotonic() < began + most_seconds, "it takes too long"
            time.sleep(0.1)
            busy = [number for number, machine in enumerate(machines) if machine.runs and machine.visits]
            # While pages are left, so that what is begun anew has something to do.
            if time.monotonic() >= next_kill and figures.killed < most_kills and busy and _waiting(address) > workers:
                next_kill = time.monotonic() + kill_every
                number = chance.choice(busy)
                machines[number].kill()
                figures.killed += 1
                machines[number] = Machine(jobs[number])
        figures.exits = [machine.end() for machine in machines]
    finally:
        for machine in machines:
            if machine.runs:
                machine.kill()
    figures.seconds = time.monotonic() - began
    _judge(figures, address, sites, folder, [archive_folder(job.database) for job in jobs], delay_seconds=delay_seconds)
    return figures


def _waiting(address: str) -> int:
    with psycopg.connect(address, autocommit=True) as connection:
        row = connection.execute("SELECT count(*) FROM softintel.frontier WHERE state IN ('pending', 'leased')").fetchone()
        assert row
        return int(row[0])


def _judge(figures: Figures, address: str, sites: Sequence[Replica], folder: Path, archives: Sequence[Path], *,
           delay_seconds: float) -> None:
    gaps = [later.began - earlier.ended for site in sites
            for earlier, later in pairwise(sorted(site.log, key=lambda line: line.began))]
    figures.closest, figures.too_close = min(gaps), sum(gap < delay_seconds for gap in gaps)
    asked = Counter((site.url, line.path) for site in sites for line in site.log)
    figures.asked_again = sum(count - 1 for (_, path), count in asked.items() if path != "/robots.txt")
    figures.workers_per_host = sum(asked[site.url, "/robots.txt"] for site in sites) / len(sites)
    wanted = {f"{site.url}{path}" for site in sites for path in site.pages if path.startswith("/news/") and path[6:].isdigit()}
    with Store(folder / "collected.db") as store:
        collect(address, store)
        urls = Counter(document.url or "" for document in store.documents())
        captures = store.db.execute("SELECT id, url, archive, archive_offset FROM captures").fetchall()
    figures.lost = sorted(wanted - set(urls))
    figures.kept_twice = urls.total() - len(urls)
    with psycopg.connect(address) as connection:
        figures.states = dict(connection.execute("SELECT state, count(*) FROM softintel.frontier GROUP BY state").fetchall())
    figures.unsound = _unsound(captures, archives)


def _unsound(captures: Sequence[tuple[str, str, str | None, int]], archives: Sequence[Path]) -> list[str]:
    unsound = [path.name for folder in archives for path in folder.glob("*.open")]
    whole = {path.name: path for folder in archives for path in folder.glob("*.warc.gz")}
    for path in whole.values():
        with gzip.open(path) as stream:
            while stream.read(2**20):
                pass
    for id_, url, name, offset in captures:
        if name not in whole:
            unsound.append(f"{url}: {name}")
            continue
        record = Archive(whole[name].parent, worker="reader").read(Kept(name, offset))
        if hashlib.sha256(record.body).hexdigest() != id_ or record.url != url:
            unsound.append(f"{url}: {name}, byte {offset}")
    return unsound
