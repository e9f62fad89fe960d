"""``softintel crawl --again``: the archive is read again, and what came of it is told."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from corpora.errors import UsersMistake
from corpora.store import Store
from crawl.choosing import remark_on_unlisted, unlisted_sources
from crawl.sources import Source


def read_all_again(database: Path, sources: Sequence[Source], *, known: Sequence[Source]) -> int:
    """Read these sources' captured pages again and print a line a source; exit code 1 where bytes are lost or damaged.

    Raises:
        UsersMistake: there is no database, or a crawl is at work on it.
    """
    # Crawling needs none of this, and it takes a while to import.
    from crawl.again import read_again

    if not database.is_file():
        raise UsersMistake(f"{database}: no such database; there is nothing to read again")
    reports = read_again(database, sources, known=known, progress=sys.stderr.isatty())
    for report in reports:
        if not report.read and not report.damaged:
            continue
        mended = f", {report.mended} pages mended" if report.mended else ""
        print(f"{report.source}: {report.read} pages read again: {report.new} documents new, {report.changed} changed, "
              f"{report.unchanged} unchanged, {report.failed} pages failed{mended}")
        if report.damaged:
            print(f"softintel: {report.source}: {report.damaged} pages are not in the archive, or not whole, and what was read "
                  "from them before stays; `softintel doctor --issues` lists them", file=sys.stderr)
    if not any(report.read or report.damaged for report in reports):
        print("softintel: nothing was captured from these sources yet", file=sys.stderr)
    with Store(database, read_only=True) as store:
        unlisted = [name for name in unlisted_sources(store, known) if store.count_captured([name])]
    if unlisted and len(sources) == len(known):
        print(f"softintel: {remark_on_unlisted(unlisted)}", file=sys.stderr)
    if any(report.new or report.changed for report in reports):
        print("softintel: documents changed; `softintel read` reads their evidence", file=sys.stderr)
    return 1 if any(report.damaged for report in reports) else 0
