"""``softintel search``: passages by words and by meaning."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.library import known_kind
from api.printing import one_line
from api.register import register
from api.search import answer, quoted_from
from api.words import claim_in_words, date_in_words, in_words, place_in_words
from corpora.errors import UsersMistake
from corpora.schema import Evidence, SearchHit, real_date
from corpora.store import Store
from nlp.embed import Embedder

DATE_SHAPE = "YYYY[-MM[-DD]]"


@click.command(name="search")
@click.argument("query")
@click.option("--org", metavar="CODE", help="Only passages that speak of the organisation of this ODS code.")
@click.option("--kind", metavar="K", help="Only passages that evidence of this kind is quoted from.")
@click.option("--since", metavar="DATE", help=f"Only documents published on or after this date, {DATE_SHAPE}.")
@click.option("--limit", type=click.IntRange(1, 200), default=20, show_default=True, help="At most so many passages.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of words.")
@click.pass_obj
def command(database: Path, query: str, org: str | None, kind: str | None, since: str | None, limit: int, as_json: bool) -> int:
    """Search what was written for QUERY, by words and by meaning, best first.

    "Quoted phrases" hold, and so does a minus before a word to leave out (give `--` before a QUERY that begins with one).
    Below a passage stands the evidence that is quoted from it, with the id that `softintel explain` takes.
    Exit code 1 where nothing is found.
    """
    if not query.strip():
        raise UsersMistake("QUERY: is empty; give words to look for")
    code = register().organisation(org).code if org is not None else None
    since = _date(since)
    with Store(database, read_only=True) as store, store.snapshot():
        found = answer(store, query, embedder=Embedder.load(), org=code, kind=known_kind(store, kind), since=since, limit=limit)
        quoted = [quoted_from(store, hit) for hit in found.items]
    for note in found.notes:
        print(f"softintel: {note}", file=sys.stderr)
    for hit, evidence in zip(found.items, quoted, strict=True):
        print(hit.model_dump_json() if as_json else _in_words(hit, evidence))
    if not found.items:
        print("softintel: nothing found", file=sys.stderr)
    return 0 if found.items else 1


def _date(since: str | None) -> str | None:
    if since is None:
        return None
    try:
        return real_date(since)
    except ValueError as error:
        raise UsersMistake(f"--since: {error}") from error


def _in_words(hit: SearchHit, evidence: list[Evidence]) -> str:
    citation = hit.citation
    where = [date_in_words(citation.published), citation.publisher or "publisher not known", citation.title or "untitled",
             *([place] if (place := place_in_words(citation)) else []),
             *([citation.url] if citation.url else [citation.document_id])]
    about = f" [{', '.join(hit.orgs)}]" if hit.orgs else ""
    lines = [f"{one_line(' · '.join(where))}{about}", f"    {one_line(hit.text)}", *(f"    {_named(one)}" for one in evidence)]
    return "\n".join(lines) + "\n"


def _named(evidence: Evidence) -> str:
    """The evidence with its id, which ``softintel explain`` and ``/evidence/{id}`` take."""
    status = in_words(evidence.status).lower()
    return f"evidence {evidence.id}: {one_line(claim_in_words(evidence))} ({status}{f', {evidence.org}' if evidence.org else ''})"
