"""``softintel read``: new documents to evidence, passages, vectors and events."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.printing import one_line
from api.vectors import forget_strange, renew
from corpora.errors import UsersMistake
from corpora.store import Store
from nlp.pipeline import Pipeline
from nlp.reading import read_new_documents

MOST_ISSUES_SHOWN = 10


@click.command(name="read")
@click.pass_obj
def command(database: Path) -> None:
    """Read the documents that this version has not read yet: evidence, passages, vectors, events.

    Each document is read and stored in one step, so that this can be stopped at any point and run again. A document that cannot be
    read is put aside as an issue (exit code 1) and tried again at the next run.
    """
    if not database.exists():
        raise UsersMistake(f"{database}: no such database; add documents first with `softintel add`")
    with Store(database) as store:
        if not store.count_documents():
            print(f"{database}: no documents yet; add some with `softintel add` or `softintel crawl`", file=sys.stderr)
            return
        forget_strange(store)
        report = read_new_documents(store, Pipeline.load(), progress=sys.stderr.isatty())
        found = sum(store.count_evidence().values())
        _renew_vectors(store)
    print(f"{report.read:,} {'document' if report.read == 1 else 'documents'} read; "
          f"{found:,} {'piece' if found == 1 else 'pieces'} of evidence in the store")
    if report.put_aside:
        print(f"{report.put_aside:,} could not be read and were put aside:", file=sys.stderr)
        for issue in report.issues[:MOST_ISSUES_SHOWN]:
            print(f"  {one_line(issue.where)}: {one_line(issue.reason)}", file=sys.stderr)
        sys.exit(1)


def _renew_vectors(store: Store) -> None:
    try:
        renew(store)
    except OSError as error:
        print(f"{store.path}: searches by meaning stay slow, since the file of small vectors beside it cannot be written: {error}",
              file=sys.stderr)
