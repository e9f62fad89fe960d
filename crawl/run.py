"""Crawling from any program: :func:`crawl` starts a process of its own for it, and can be called again and again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tqdm import tqdm

from corpora.errors import UsersMistake
from crawl.report import CrawlReport, Job, Message, Progress
from crawl.sources import Source

CONTACT_VARIABLE = "SOFTINTEL_CONTACT"
CONTACT = re.compile(r"(?:mailto:)?[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+|https?://[^\s()<>]+", re.ASCII)


class CrawlDied(RuntimeError):
    """The crawling process ended without a report. What it had finished is kept; crawling again goes on from there."""


def crawl(database: Path, sources: Sequence[Source], *, progress: bool, known: Sequence[Source] = (),
          shared_frontier: str | None = None, retry: bool = False,
          on_notice: Callable[[str], None] | None = None) -> CrawlReport:
    """Crawl these sources into a database, politely, and say what came of it.

    Can be killed at any moment and called again: it goes on where it was. Sources on this machine and sources on the web
    are crawled by different processes, since what the ones may reach the others may not.

    Args:
        progress: show a progress bar on stderr.
        known: further sources, which take what these find on their hosts.
        retry: ask only for the pages that were given up.
        on_notice: takes what whoever waits should know while it goes on: what is gathered, which sites do not answer.
        shared_frontier: the address of the frontier to share with other workers (``postgresql://…``). What is found then goes to
            its outbox instead of the database, whose name only says where the archive lies.

    Raises:
        UsersMistake: no contact is set for a crawl of the web, another crawl is at work, a source's shape is unknown.
        CrawlDied: the crawling process was killed, or failed.
    """
    contact = _contact() if any(not source.local for source in sources) else None
    reports = []
    for chosen in (tuple(s for s in sources if s.local), tuple(s for s in sources if not s.local)):
        if chosen:
            job = Job(database=database.absolute(), sources=chosen, known=tuple(known), contact=contact,
                      shared_frontier=shared_frontier, retry=retry)
            reports.append(run_job(job, progress=progress, on_notice=on_notice))
    return CrawlReport(sources=tuple(source for report in reports for source in report.sources))


def _contact() -> str:
    """Whom a site's owner can turn to; a crawler of other people's sites says so."""
    contact = os.environ.get(CONTACT_VARIABLE, "").strip()
    if not contact:
        raise UsersMistake(f"no contact is set; sites that are crawled want to know whom to turn to: set {CONTACT_VARIABLE} "
                           "to an e-mail or web address")
    if not CONTACT.fullmatch(contact):
        raise UsersMistake(f"{CONTACT_VARIABLE} {contact!r}: is neither an e-mail nor a web address")
    return contact if contact.startswith(("http", "mailto:")) else f"mailto:{contact}"


def run_job(job: Job, *, progress: bool, on_notice: Callable[[str], None] | None = None) -> CrawlReport:
    """Run one crawling process to its end and return its report.

    Raises:
        UsersMistake: it says that the user is mistaken.
        CrawlDied: it ended without a report.
    """
    with start_worker() as process:
        assert process.stdin
        assert process.stdout
        report = None
        try:
            process.stdin.write(job.model_dump_json() + "\n")
            process.stdin.flush()
            with tqdm(desc="crawl", unit="page", disable=not progress, file=sys.stderr) as bar:
                for line in process.stdout:
                    message = Message.model_validate_json(line)
                    if message.trouble:
                        raise UsersMistake(message.trouble.users_mistake)
                    if message.notice and on_notice:
                        on_notice(message.notice)
                    if message.progress:
                        _show(bar, message.progress)
                    report = message.report or report
        except BrokenPipeError:
            report = None
        finally:
            # The worker stops in good order when its stdin ends.
            process.stdin.close()
        code = process.wait()
    if report is None:
        raise CrawlDied(f"the crawling process ended without a report (code {code}); what it had finished is kept, "
                        "and crawling again goes on from there")
    return report


def start_worker() -> subprocess.Popen[str]:
    """A crawling process that waits for its job on stdin."""
    # -P: a file of the working folder that happens to be called like one of ours is not taken for it.
    # A session of its own: Ctrl-C on a terminal is for the caller, who then closes stdin; told to stop twice, the worker hangs.
    return subprocess.Popen([sys.executable, "-P", "-m", "crawl.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            text=True, encoding="utf-8", start_new_session=True)


def _show(bar: tqdm, progress: Progress) -> None:  # type: ignore[type-arg]  # tqdm is generic for the checker only
    bar.total = progress.visits + progress.waiting
    bar.update(progress.visits - bar.n)
