"""``softintel explain``: why one piece of evidence is filed as it is."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from api.explaining import explained
from api.former import former
from api.printing import json_line, one_line
from corpora.errors import UsersMistake
from corpora.store import Store
from nlp.pipeline import Pipeline

WIDTH = 100


@click.command(name="explain")
@click.argument("evidence_id")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with every step, instead of words.")
@click.pass_obj
def command(database: Path, evidence_id: str, as_json: bool) -> int:
    """Say why the evidence EVIDENCE_ID is filed as it is: its words, whom they are about, whether it holds, when, who says so.

    EVIDENCE_ID may be written as `softintel alerts` prints it, /evidence/ID.

    The document is read again by this version. Exit code 1 where this version no longer finds the evidence; what it makes of the
    same words is told.
    """
    evidence_id = evidence_id.removeprefix("/evidence/")
    with Store(database, read_only=True) as store, store.snapshot():
        cited = store.evidence_by_id(evidence_id)
        document = store.document(cited.evidence.document_id) if cited else None
        gone = former(store, evidence_id) if cited is None else None
        read_by = store.reader_of(cited.evidence.document_id) if cited else None
    if gone:
        since = "what is filed from it now has other ids" if gone.is_read else "`softintel read` has not read it since"
        raise UsersMistake(f"EVIDENCE_ID: the document that {evidence_id!r} was quoted from was changed on "
                           f"{gone.version.replaced_at[:10]}, and {since}: {gone.document.title or gone.document.id}")
    if cited is None or document is None:
        raise UsersMistake(f"EVIDENCE_ID: there is no evidence {evidence_id!r}; `softintel search` and the pages show ids, and a "
                           "document that is read again may bring new ones")
    answer = explained(Pipeline.load(embed=False), document, cited, read_by=read_by)
    if as_json:
        print(json_line(answer))
    else:
        for step in answer.in_words:
            print(step.heading)
            for line in step.lines:
                print(textwrap.fill(one_line(line), WIDTH, initial_indent="  ", subsequent_indent="    "))
    return 0 if answer.explanation.outcome == "found" else 1
