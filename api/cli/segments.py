"""``softintel segments``: the official view, imported from published files."""

from __future__ import annotations

import datetime
import sys
from importlib.resources import as_file, files
from pathlib import Path

import click

from api.printing import one_line
from corpora.errors import UsersMistake
from corpora.organisations import Register
from corpora.segments import SegmentImport, check_layout, import_segments
from corpora.store import Store

SHOWN_REFUSALS = 20


@click.command("segments")
@click.argument("paths", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--published", metavar="DATE", help="Day of publication (2026-03-12), where neither file nor file name says it.")
@click.pass_obj
def command(database: Path, paths: tuple[Path, ...], published: str | None) -> int:
    """Import published oversight segments and league tables.

    FILE is one of NHS England's NHS Oversight Framework files (league table, or the long data file), or a table of segments
    compiled by hand: CSV, or a workbook (.xlsx, .ods) of which the sheets with such a table are read. Without FILE the
    table that comes with softintel is imported. Each file is imported whole or not at all, and importing it again changes
    nothing. Exit code 1 if a row was refused.
    """
    published_on = _date(published)
    for path in paths:
        check_layout(path)
    register = Register.load()
    refused = 0
    with Store(database) as store:
        for path in paths:
            refused += _report(import_segments(store, path, published_on=published_on, register=register))
        if not paths:
            with as_file(files("corpora").joinpath("reference", "segments.csv")) as packaged:
                refused += _report(import_segments(store, packaged, register=register))
    return 1 if refused else 0


def _report(result: SegmentImport) -> int:
    other = f", {result.other} without a segment of their own" if result.other else ""
    print(f"{one_line(result.file)}: {result.read} rows read: {result.imported} imported, {result.unchanged} unchanged, "
          f"{result.refused} refused{other}")
    for issue in result.issues[:SHOWN_REFUSALS]:
        print(f"  {one_line(issue.where)}: {one_line(repr(issue.value or ''))} {one_line(issue.reason)}", file=sys.stderr)
    if result.refused > SHOWN_REFUSALS:
        more = result.refused - SHOWN_REFUSALS
        print(f"  … and {more} more; all are kept as issues: `softintel doctor --issues`", file=sys.stderr)
    return result.refused


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsersMistake(f"--published {text}: is not a date; write it as 2026-03-12") from error
