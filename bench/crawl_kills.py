"""Kill a crawl of 3,000 pages on several hosts 20 times with ``kill -9`` at random moments, let it finish, and count what was lost.

    python -m bench.crawl_kills [--pages 3000] [--hosts 6] [--kills 20] [--seed 1]

Prints lines of figures; exit code 1 if a page was lost, kept twice, or asked for again more than 64 times a kill, or if the archive
is not sound: every file has its name, passes ``gzip -t`` and ``warcio check``, and gives back the bytes of every capture.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from corpora.store import Store
from crawl.archive import Archive, ArchiveDamaged, Kept, archive_folder
from crawl.run import crawl
from tests.crawl.replica import Replica
from tests.crawl.test_kill import kill_a_crawl

MOST_AGAIN = 64
WARCIO = "import sys; from warcio.cli import main; sys.exit(main())"


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--hosts", type=int, default=6)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        each = given.pages // given.hosts
        sites = [stack.enter_context(Replica(articles=each, address=f"127.0.0.{2 + number}")) for number in range(given.hosts)]
        pages = each * given.hosts
        database = Path(folder) / "kills.db"
        sources = tuple(site.source(name=f"replica-{number}") for number, site in enumerate(sites))
        killed = 0
        for number in range(given.kills):
            killed += kill_a_crawl(database, *sources, after=chance.randint(0, 9 * pages // 10 // given.kills), chance=chance)
            print(f"kill {number + 1} of {given.kills}", file=sys.stderr)
        began = time.monotonic()
        report = crawl(database, sources, progress=sys.stderr.isatty())
        seconds = time.monotonic() - began
        asked = Counter((site.url, line.path) for site in sites for line in site.log
                        if line.status == 200 and line.path != "/robots.txt")
        with Store(database) as store:
            kept = Counter(document.url for document in store.documents())
            done = store.db.execute("SELECT count(*) FROM frontier WHERE state = 'done' AND role = 'article'").fetchone()[0]
        unsound = faults(database)
    lost, twice = pages - len(kept), sum(kept.values()) - len(kept)
    again = asked.total() - len(asked)
    print(f"{killed} kills of {pages} pages on {given.hosts} hosts: {lost} lost, {twice} kept twice, {pages - done} not done, "
          f"{report.failed} failed, {again} asked for again ({again / max(killed, 1):.1f} a kill); "
          f"the last crawl took {seconds:.1f} s for {report.fetched} pages")
    print(f"archive: {len(unsound)} faults" + "".join(f"\n  {fault}" for fault in unsound))
    sound = killed == given.kills and not lost and not twice and done == pages and again <= MOST_AGAIN * killed and not unsound
    return 0 if sound else 1


def faults(database: Path) -> list[str]:
    """What is wrong with the archive of a database: by gzip, by warcio, and by reading every capture of a page that is done."""
    folder = archive_folder(database)
    found = [f"{path.name}: has no name of its own" for path in folder.glob("*.open")]
    for path in sorted(folder.glob("*.warc.gz")):
        for command in (["gzip", "-t", str(path)], [sys.executable, "-c", WARCIO, "check", str(path)]):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                found.append(f"{path.name}: {command[0]}: {(done.stdout + done.stderr).strip()[:200]}")
    archive = Archive(folder, worker="bench")
    with Store(database, read_only=True) as store:
        done_captures = store.db.execute(
            "SELECT f.url, f.capture_id, c.archive, c.archive_offset FROM frontier f LEFT JOIN captures c "
            "ON c.id = f.capture_id AND c.url = f.capture_url WHERE f.state = 'done'").fetchall()
    for url, capture_id, name, offset in done_captures:
        try:
            read = archive.read(Kept(name, offset))
        except (ArchiveDamaged, TypeError) as error:
            found.append(f"{url}: {error}")
            continue
        if (hashlib.sha256(read.body).hexdigest(), read.url) != (capture_id, url):
            found.append(f"{url}: other bytes are in the archive")
    return found


if __name__ == "__main__":
    sys.exit(main())
