"""``softintel corpus``: a selection of documents and evidence as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click

from api.printing import one_line
from corpora.errors import UsersMistake
from corpora.export import EmptySelection, Selection, build_corpus, format_names
from corpora.organisations import Register
from corpora.schema import DocumentType, real_date
from corpora.store import Store
from nlp.kinds import kinds as evidence_kinds


@click.command("corpus")
@click.argument("name")
@click.option("--out", required=True, metavar="DIR", type=click.Path(path_type=Path),
              help="The folder to write; new, empty, or an earlier corpus of this name, which is replaced.")
@click.option("--org", "orgs", multiple=True, metavar="CODE", help="Only what names or concerns this organisation. Repeatable.")
@click.option("--predecessors", is_flag=True, help="With --org: the organisations that it took over from too.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only evidence of this kind, and its documents. Repeatable.")
@click.option("--doc-type", "doc_types", multiple=True, type=click.Choice(get_args(DocumentType)), help="Only these. Repeatable.")
@click.option("--since", metavar="DATE", help="Published on or after this date (2024, 2024-03 or 2024-03-31).")
@click.option("--until", metavar="DATE", help="Published on or before this date, or within this month or year.")
@click.option("--format", "formats", multiple=True, metavar="FORMAT",
              help=f"One of {', '.join(format_names())}. Repeatable. Default: all.")
@click.pass_obj
def command(database: Path, name: str, out: Path, orgs: tuple[str, ...], predecessors: bool, kinds: tuple[str, ...],
            doc_types: tuple[DocumentType, ...], since: str | None, until: str | None, formats: tuple[str, ...]) -> int:
    """Build the corpus NAME: documents, evidence, a manifest with counts and SHA-256, and a card.

    Full text is included only where the document's licence allows it. The same database and options give the same
    bytes. Exit code 1 where nothing fits the selection.
    """
    register = Register.load()
    selection = Selection(
        orgs=tuple(sorted({register.organisation(org).code for org in orgs})), predecessors=predecessors and bool(orgs),
        kinds=tuple(sorted({_kind(kind) for kind in kinds})), doc_types=tuple(sorted(set(doc_types))),
        since=_date("--since", since), until=_date("--until", until))
    with Store(database, read_only=True) as store:
        try:
            manifest = build_corpus(store, name, out, formats=formats or format_names(), selection=selection, register=register,
                                    progress=sys.stderr.isatty())
        except EmptySelection as empty:
            print(f"softintel: {empty}; no corpus was written", file=sys.stderr)
            return 1
    print(f"{one_line(str(out))}: documents {manifest.documents:,}, with full text {manifest.full_texts:,}, "
          f"evidence {manifest.evidence:,}")
    return 0


def _kind(kind: str) -> str:
    known = [each.name for each in evidence_kinds()]
    if kind not in known:
        raise UsersMistake(f"--kind: {kind!r} is not a kind of evidence; there are {', '.join(known)}")
    return kind


def _date(option: str, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return real_date(value)
    except ValueError as error:
        raise UsersMistake(f"{option}: {error}") from error
