"""``softintel doctor``: is the installation sound, and the store?"""

from __future__ import annotations

from pathlib import Path

import click

from api.checks import check_installation, check_store


@click.command(name="doctor")
@click.pass_obj
def command(database: Path) -> int:
    """Check the installation and the store; one line each, and what to do about what is wrong.

    Exit code 1 where there is a problem.
    """
    problems = 0
    for finding in (*check_installation(), *check_store(database)):
        print(f"{finding.verdict:8}{finding.what}: {finding.detail}")
        problems += finding.verdict == "problem"
    return 1 if problems else 0
