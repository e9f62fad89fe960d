"""``softintel segments``: the official view, imported from published files or from those that come with softintel."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.printing import one_line
from corpora.errors import UsersMistake
from corpora.organisations import Register
from corpora.schema import PartialDate, real_date
from corpora.segments import SegmentImport, check_layout, import_packaged, import_segments
from corpora.store import Store

SHOWN_REFUSALS = 20


@click.command("segments")
@click.argument("paths", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--published-on", "--published", "published", metavar="DATE",
              help="Day of publication (2026-03-12, or 2026-03 where only the month is known), where neither file nor name does.")
@click.option("--year", metavar="YEAR", help="The NHS year of a table of never events (2024/25), where its name does not say it.")
@click.pass_obj
def command(database: Path, paths: tuple[Path, ...], published: str | None, year: str | None) -> int:
    """Import official facts: oversight segments and league tables, domain scores, never events, CQC ratings.

    FILE is a CSV or a workbook (.xlsx, .ods), known by its header: NHS England's NHS Oversight Framework files (league table, or
    the long data file), its older lists of segments by name, a table of never events by organisation, the Care Quality
    Commission's "Latest ratings", or a table compiled by hand. Without FILE the tables that come with softintel are imported.
    Every publication is kept, in whatever order they come. Each file is imported whole or not at all, and importing it again
    changes nothing. Exit code 1 if a row was refused.
    """
    published_on = _date(published)
    register = Register.load()
    for path in paths:
        # One bad file among several imports none; one alone is imported whole or not at all anyway.
        check_layout(path, published_on=published_on, year=year, register=register, to_the_end=len(paths) > 1)
    refused = 0
    with Store(database) as store:
        for path in paths:
            refused += _report(import_segments(store, path, published_on=published_on, register=register, year=year, progress=True))
        if not paths:
            refused += sum(_report(result) for result in import_packaged(store, register=register))
    return 1 if refused else 0


def _report(result: SegmentImport) -> int:
    other = f", {result.other} that state nothing of their own" if result.other else ""
    print(f"{one_line(result.file)}: {result.read} rows read: {result.imported} imported, {result.unchanged} unchanged, "
          f"{result.refused} refused{other}")
    for reason, number in result.other_by_reason.items():
        print(f"  {number}: {reason}", file=sys.stderr)
    for issue in result.issues[:SHOWN_REFUSALS]:
        print(f"  {one_line(issue.where)}: {one_line(repr(issue.value or ''))} {one_line(issue.reason)}", file=sys.stderr)
    if result.refused > SHOWN_REFUSALS:
        more = result.refused - SHOWN_REFUSALS
        print(f"  … and {more} more; all are kept as issues: `softintel doctor --issues`", file=sys.stderr)
    return result.refused


def _date(text: str | None) -> PartialDate | None:
    if text is None:
        return None
    try:
        return real_date(text)
    except ValueError as error:
        raise UsersMistake(f"--published-on {text}: is not a date; write it as 2026-03-12, or 2026-03") from error
