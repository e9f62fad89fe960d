"""``softintel doctor``: is the installation sound, and the store?"""

from __future__ import annotations

import re
from pathlib import Path

import click

from api.checks import check_installation, check_store
from api.printing import one_line
from corpora.schema import Issue
from corpora.store import Store

DETAIL = re.compile(r"https?://\S+|\S*\d\S*|'[^']*'|\"[^\"]*\"")
"""What differs between reasons of the same kind: addresses, numbers, quoted words."""


@click.command(name="doctor")
@click.option("--issues", is_flag=True, help="Only list what could not be handled, one input a line, by reason, the most "
                                             "frequent first.")
@click.pass_obj
def command(database: Path, issues: bool) -> int:
    """Check the installation and the store; one line each, and what to do about what is wrong.

    Exit code 1 where there is a problem, and with --issues where there is an issue.
    """
    if issues:
        return _list_issues(database)
    problems = 0
    for finding in (*check_installation(), *check_store(database)):
        print(f"{finding.verdict:8}{finding.what}: {finding.detail}")
        problems += finding.verdict == "problem"
    return 1 if problems else 0


def _list_issues(database: Path) -> int:
    with Store(database, read_only=True) as store:
        issues = store.issues()
    groups: dict[tuple[str, str], list[Issue]] = {}
    for issue in issues:
        groups.setdefault((issue.stage, DETAIL.sub("…", one_line(issue.reason))), []).append(issue)
    for (stage, reason), group in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        if len(group) > 1:
            print(f"{len(group):,} of {stage}: {reason}")
        for issue in group:
            value = f" ({one_line(issue.value)})" if issue.value else ""
            print(f"{issue.stage:10}{one_line(issue.where)}: {one_line(issue.reason)}{value}")
    return 1 if issues else 0
