"""Add hostile files to a store: bombs, loops, depths, 1,000 damaged PDFs and 1,000 damaged HTML pages.

    python -m bench.hostile_files [--mutants 1000] [--seed 1] [--seconds 20]

Prints for each bomb what became of it, and at the end one line of figures; exit code 1 if a file was neither read nor put aside
with a reason, if this process broke, or if it ever held 150 MB more than before.
"""

from __future__ import annotations

import argparse
import datetime
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from bench.memory import resident
from corpora.apart import Apart
from corpora.schema import Document, Issue
from corpora.text.draft import FileDocument
from corpora.text.paths import files_below, read_file_of_folder

MOST_MORE = 150.0
"""Megabytes."""
TODAY = datetime.date(2026, 11, 21)
WRITE = """
import sys
from pathlib import Path
from tests.text.conftest import PAGES
from tests.text.hostile import BOMBS, mutations
from tests.text.packs import board_pack
folder, number, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
for name, make in BOMBS.items():
    (folder / f"bomb-{name}").write_bytes(make())
pages = [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]
for kind, originals in (("pdf", [board_pack(4, seed=seed)]), ("html", pages)):
    for place, original in enumerate(originals):
        share = number // len(originals) + (place < number % len(originals))
        for copy, data in enumerate(mutations(original, share, seed + place)):
            (folder / f"mutant-{place}-{copy}.{kind}").write_bytes(data)
"""


class Watch:
    """The most memory that this process holds while it is watched, in megabytes."""

    def __init__(self) -> None:
        self.before = self.most = resident()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self._over.wait(0.005):
            self.most = max(self.most, resident())

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=20, help="given to a file's reading")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: what making them takes is not what reading them takes.
        subprocess.run([sys.executable, "-c", WRITE, folder, str(given.mutants), str(given.seed)], check=True)
        return judge(Path(folder), seconds=given.seconds)


def judge(folder: Path, *, seconds: float) -> int:
    """Read all files of a folder, print the figures; 0 where they are as they should be."""
    counts: Counter[str] = Counter()
    lost = []
    began = time.monotonic()
    with Apart(longest_seconds=seconds) as reader, Watch() as watch:
        for file in files_below(folder):
            at, most = time.monotonic(), watch.most
            found = list(read_file_of_folder(file, today=TODAY, reader=reader))
            kind = file.name.partition("-")[0]
            read, aside = (sum(isinstance(item, of) for item in found) for of in ((Document, FileDocument), Issue))
            counts[f"{kind} read"] += read > 0
            counts[f"{kind} aside"] += read == 0 < aside
            if not found or any(isinstance(item, Issue) and not item.reason for item in found):
                lost.append(file.name)
            if kind == "bomb":
                reasons = "; ".join(item.reason for item in found if isinstance(item, Issue))[:120]
                print(f"{file.name:28} {time.monotonic() - at:5.1f} s  {watch.most - most:+6.0f} MB  {reasons or 'read'}")
    more = watch.most - watch.before
    told = ", ".join(f"{number:,} {what}" for what, number in sorted(counts.items()))
    print(f"{counts.total():,} files in {time.monotonic() - began:.0f} s: {told}; {len(lost)} neither read nor put aside; "
          f"{reader.started} reading processes; at most {more:.0f} MB more")
    return 1 if lost or more > MOST_MORE else 0


if __name__ == "__main__":
    sys.exit(main())
