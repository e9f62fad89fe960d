"""``softintel read``: new documents to evidence, passages, vectors and events."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corpora.errors import UsersMistake
from corpora.store import Store
from nlp.pipeline import Pipeline
from nlp.reading import read_new_documents


@click.command(name="read")
@click.pass_obj
def command(database: Path) -> None:
    """Read the documents that this version has not read yet: evidence, passages, vectors, events.

    Each document is read and stored in one step, so that this can be stopped at any point and run again.
    """
    if not database.exists():
        raise UsersMistake(f"{database}: no such database; add documents first with `softintel add`")
    with Store(database) as store:
        if not store.count_documents():
            print(f"{database}: no documents yet; add some with `softintel add` or `softintel crawl`", file=sys.stderr)
            return
        count = read_new_documents(store, Pipeline.load(), progress=sys.stderr.isatty())
        found = sum(store.count_evidence().values())
    print(f"{count:,} {'document' if count == 1 else 'documents'} read; "
          f"{found:,} {'piece' if found == 1 else 'pieces'} of evidence in the store")
