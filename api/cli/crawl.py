"""``softintel crawl``: gather documents from the sources."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click
from tqdm import tqdm

from api.printing import one_line
from api.reading_again import read_all_again
from api.register import register
from corpora.errors import UsersMistake
from corpora.store import Store
from corpora.store.undone import no_empty_database
from crawl.choosing import choose_for_crawl, choose_to_retry
from crawl.keys import lacks_key
from crawl.opening import VARIABLE, need_the_extra
from crawl.report import SourceReport
from crawl.run import CrawlDied, crawl
from crawl.sources import Source, choose_sources, load_sources

COLUMNS = ("NAME", "PUBLISHER", "LICENCE", "CADENCE", "KEY", "SHAPE")


@click.command("crawl")
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@click.option("--list", "show", is_flag=True, help="Show the sources instead of crawling them.")
@click.option("--sources", "path", metavar="FILE", type=click.Path(path_type=Path),
              help="Take the sources from this CSV file, laid out as the packaged crawl/sources.csv.")
@click.option("--collect", is_flag=True, help="Take what workers have sent to the shared frontier into the database.")
@click.option("--retry", is_flag=True, help="Ask only for the pages of these sources (or of all) that failed before.")
@click.option("--again", is_flag=True, help="Read all pages again that were captured from these sources (or from all): from the "
                                            "archive, without the web.")
@click.pass_obj
def command(database: Path, names: tuple[str, ...], show: bool, path: Path | None, collect: bool, retry: bool,
            again: bool) -> int:
    """Gather new and changed documents from the named sources, or from all that are due by their cadence.

    A source that wants a key is left out while the environment variable that `--list` names is not set.

    Polite: robots.txt is obeyed, a host gets one request at a time and a pause of at least five seconds, and pages that
    have not changed are not sent again. Set SOFTINTEL_CONTACT to an e-mail or web address, so that sites know whom to turn
    to. May be stopped at any moment; the next crawl goes on from there. Prints one line a source. Exit code 1 if a source
    answered nothing, its start page failed, or it gives far fewer or more documents than it should.

    Only public addresses are reached. For a site on this machine (127.0.0.1, localhost) its row in FILE has the column `local`
    set to true.

    Many machines: with SOFTINTEL_FRONTIER set to a PostgreSQL database (postgresql://user@host/name?sslmode=verify-full) this
    is one of many workers, which share the work and go on with that of one that dies. Each keeps its bytes in its own
    archive, named after --db, and sends what it reads to the database, from where `softintel crawl --collect` takes it into --db.
    """
    asked = [name for name, given in {"--list": show, "--collect": collect, "--retry": retry, "--again": again}.items() if given]
    if len(asked) > 1:
        raise UsersMistake(f"{' and '.join(asked)} are different things to do: give one of them")
    shared = os.environ.get(VARIABLE, "").strip() or None
    known = load_sources(path)
    if collect:
        return _collect(shared, database, known, names)
    if show:
        _show(choose_sources(known, names))
        _tell_strange_codes(choose_sources(known, names))
        return 0
    if again:
        return read_all_again(database, choose_sources(known, names), known=known)
    choice = (choose_to_retry(known, names, database=database, shared_frontier=shared) if retry else
              choose_for_crawl(known, names, database=database, now=time.time(), shared_frontier=shared,
                               given=() if path is None else ("--sources", str(path))))
    _tell_strange_codes(choice.sources)
    try:
        report = crawl(database, choice.sources, progress=sys.stderr.isatty(), known=known, shared_frontier=shared,
                       retry=retry, on_notice=_tell)
    except CrawlDied as error:
        print(f"softintel: {error}", file=sys.stderr)
        return 1
    for remark in choice.remarks:
        print(f"softintel: {remark}", file=sys.stderr)
    for source in report.sources:
        print(_line(source))
        for broken in source.broken_starts:
            print(f"softintel: {source.source}: {one_line(broken)}", file=sys.stderr)
        if source.alarm:
            print(f"softintel: {source.source}: {source.alarm}", file=sys.stderr)
    if report.failed:
        print("softintel: the pages that failed are kept as issues; `softintel doctor --issues` tells why", file=sys.stderr)
    return 0 if report.healthy else 1


def _tell_strange_codes(sources: Sequence[Source]) -> None:
    """A slip in a code would keep an organisation's papers and meetings off its page; a trust may be newer than the register."""
    for source in sources:
        if source.org and source.org not in register().by_code:
            _tell(f"{source.name}: the register has no organisation {source.org}: what the source gives stands on no trust's page; "
                  "look at its column org")


def _tell(notice: str) -> None:
    tqdm.write(f"softintel: {one_line(notice)}", file=sys.stderr)


def _collect(shared: str | None, database: Path, known: Sequence[Source], names: tuple[str, ...]) -> int:
    if shared is None:
        raise UsersMistake(f"there is nothing to collect from: set {VARIABLE} to the address of the shared frontier")
    if names:
        raise UsersMistake("--collect takes the results of all sources; name none")
    need_the_extra()
    from crawl.collecting import collect

    progress = tqdm(desc="collect", unit="page", disable=not sys.stderr.isatty())
    with no_empty_database(database), Store(database) as store, progress as bar:
        done = collect(shared, store, known, on_batch=bar.update)
    print(f"{done.results} results collected: {done.new} documents new, {done.changed} changed, {done.unchanged} unchanged, "
          f"{done.failed} failed")
    for alarm in done.alarms:
        print(f"softintel: {alarm}", file=sys.stderr)
    if done.refused:
        print(f"softintel: the database refused {done.refused} of these results; their pages are set aside as failed: "
              "`softintel doctor --issues` tells why, and `softintel crawl --retry` asks for them again", file=sys.stderr)
    return 1 if done.alarms or done.refused else 0


def _line(report: SourceReport) -> str:
    postponed = f", {report.postponed} postponed" if report.postponed else ""
    if report.shared:
        return f"{report.source}: {report.fetched} pages fetched: {report.sent} documents sent, {report.failed} failed{postponed}"
    return (f"{report.source}: {report.fetched} pages fetched: {report.new} documents new, {report.changed} changed, "
            f"{report.unchanged} unchanged, {report.failed} failed{postponed}")


def _key(source: Source) -> str:
    return "none" if not source.key_variable else f"{source.key_variable} needed" if lacks_key(source) else "set"


def _show(sources: tuple[Source, ...]) -> None:
    rows = [COLUMNS, *((s.name, s.publisher, s.licence or "none stated", s.cadence, _key(s), s.shape) for s in sources)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
