"""``softintel search``: passages by words and by meaning."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
from pydantic import ValidationError

from api.answering import answered
from api.asking import made_ready
from api.found import FoundPassage, SearchAnswer
from api.library import known_kind
from api.printing import json_line, one_line
from api.register import register
from api.search_filters import Lineage, Region, SearchFilters
from api.unread import still_to_be_read
from api.words import claim_in_words, date_in_words, in_words, place_in_words
from corpora.errors import UsersMistake
from corpora.organisations import Sector
from corpora.schema import Citation, DocumentType, Evidence, Status
from corpora.store import Store
from corpora.store.facets import Facets
from nlp.embed import Embedder

DATE_SHAPE = "YYYY[-MM[-DD]]"
DATES = "dates are written 2021, 2021-09 or 2021-09-15"
FORMS = {"since": DATES, "until": DATES, "kind": "kinds are written never_event", "subtype": "subtypes are written warning_notice"}
"""How the values of an option are written."""


MOST_LOOKED_THROUGH = 2000
"""Pieces of evidence, for the subtypes that there are."""
MOST_SUBTYPES = 20


class _Search(click.Command):
    """A command whose words may begin with a minus, and then need ``--`` before them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was given; where a word to leave out is taken for an option, it is said how to give it."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            words = [one for one in given if len(one) > 2 and one[0] == "-" and one[1].isalpha()]
            if not words:
                raise
            raise UsersMistake(f"{words[0]}: no such option; to leave out a word, give `--` before the words: softintel search "
                               f"-- {' '.join(one for one in given if one[:2] != '--')}") from error


@click.command(name="search", cls=_Search)
@click.argument("query", metavar="QUERY...", nargs=-1, required=True)
@click.option("--org", metavar="CODE", multiple=True, help="Only passages that speak of the organisation of this ODS code; may be "
              "given several times. Those that it took over from are folded in.")
@click.option("--lineage", type=click.Choice(get_args(Lineage)), default="predecessors", show_default=True,
              help="Whom --org folds in.")
@click.option("--kind", metavar="K", help="Only passages that evidence of this kind is quoted from.")
@click.option("--subtype", metavar="S", help="Only passages that evidence of this subtype is quoted from.")
@click.option("--status", type=click.Choice(get_args(Status)), help="Only passages that evidence of this status is quoted from.")
@click.option("--source", metavar="NAME", multiple=True, help="Only documents of this source; may be given several times.")
@click.option("--publisher", metavar="NAME", help="Only documents of this publisher.")
@click.option("--type", "doc_type", type=click.Choice(get_args(DocumentType)), help="Only documents of this type.")
@click.option("--since", metavar="DATE", help=f"Only documents published on or after this date, {DATE_SHAPE}.")
@click.option("--until", metavar="DATE", help=f"Only documents published on or before this date, {DATE_SHAPE}.")
@click.option("--segment", type=click.IntRange(1, 5), help="Only passages about organisations that were in this segment when the "
              "document was published, under the framework then in force.")
@click.option("--framework", metavar="NAME", help="The segment of this framework, such as 'NOF 2025/26'.")
@click.option("--region", type=click.Choice(get_args(Region), case_sensitive=False),
              help="Only about organisations of this region.")
@click.option("--sector", type=click.Choice(get_args(Sector)), help="Only about organisations of this sector.")
@click.option("--expand", is_flag=True, help="Also look for words that say the same: RSP and recovery support programme.")
@click.option("--expand-except", metavar="WORDS", multiple=True, help="Words not to widen, or not to widen to.")
@click.option("--facets", is_flag=True, help="Also count the passages that hold the words, on stderr.")
@click.option("--limit", type=click.IntRange(1, 200), default=20, show_default=True, help="At most so many passages.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of words.")
@click.pass_obj
def command(database: Path, /, query: tuple[str, ...], as_json: bool, **options: object) -> int:
    """Search what was written for the words of QUERY, by words and by meaning, best first.

    "Quoted phrases" hold (the shell takes quotes away: write '"special measures" maternity'), and so does a minus before a word
    to leave out: give `--` before it, and the options before that.
    Filters may stand in QUERY as well: org:RX1 kind:rating since:2024-01. Below a passage stands the evidence that is quoted
    from it, with the id that `softintel explain` takes. With --json, of passages whose licence does not allow their text to be
    passed on an extract is given. Exit code 1 where nothing is found.
    """
    words = " ".join(query)
    if not words.strip():
        raise UsersMistake("QUERY: is empty; give words to look for")
    asked = made_ready(_filters(words, options))
    with Store(database, read_only=True) as store, store.snapshot():
        known_kind(store, asked.filters.kind)
        found = answered(store, asked, embedder=Embedder.load(), whole=not as_json)
        unread = still_to_be_read(store)
        why = "" if found.items else _no_such_subtype(store, asked.filters)
    for line in _about(found):
        print(f"softintel: {line}", file=sys.stderr)
    for hit in found.items:
        print(json_line(hit) if as_json else _in_words(hit))
    if not found.items:
        print(f"softintel: nothing found{why}", file=sys.stderr)
    if unread:
        print(f"softintel: {unread}", file=sys.stderr)
    return 0 if found.items else 1


def _no_such_subtype(store: Store, filters: SearchFilters) -> str:
    """That no evidence has the subtype asked for, with those that there are; empty where some has it, or none was asked for."""
    if filters.subtype is None or store.evidence(kind=filters.kind, subtype=filters.subtype, limit=1):
        return ""
    there = sorted({one.evidence.subtype for one in store.evidence(kind=filters.kind, limit=MOST_LOOKED_THROUGH)})
    of_kind = f" of the kind {filters.kind}" if filters.kind else ""
    named = f"; its subtypes are such as {', '.join(there[:MOST_SUBTYPES])}" if there else ""
    return f": no evidence{of_kind} has the subtype {filters.subtype}{named}"


def _filters(query: str, options: dict[str, object]) -> SearchFilters:
    codes = options.pop("org")
    assert isinstance(codes, tuple)
    values = options | {"q": query, "org": [register().organisation(part).code for code in codes for part in code.split(",")]}
    try:
        return SearchFilters.model_validate({name: value for name, value in values.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = {"doc_type": "type"}.get(str(first["loc"][0]), str(first["loc"][0]).replace("_", "-"))
        raise UsersMistake(f"--{name}: {first['input']}: {_said(name, first['type'], first['msg'])}") from error


def _said(option: str, kind: str, message: str) -> str:
    """What is wrong with the value of an option, in words."""
    if kind == "string_pattern_mismatch":
        return f"not of the right form; {FORMS[option]}" if option in FORMS else "not of the right form"
    return message.removeprefix("Value error, ")


def _about(found: SearchAnswer) -> Iterator[str]:
    for one in found.filters:
        if one.typed or one.name in ("lineage", "segment"):
            yield f"only what is {one.in_words}" if one.name != "lineage" else one.in_words
    for widened in found.widened:
        yield f"for “{widened.typed}” also looked for {'; '.join(widened.to)} ({widened.reason})"
    yield from found.notes
    for suggestion in found.offers:
        how = f" (--org {suggestion.org})" if suggestion.org else " (--expand)"
        yield f"{suggestion.text}{how}"
    if found.facets:
        yield from _counted(found.facets)


def _counted(facets: Facets) -> Iterator[str]:
    more = "at least " if facets.at_least else ""
    yield f"{more}{facets.passages} passages hold the words"
    for name in ("orgs", "kinds", "statuses", "years", "doc_types", "publishers", "sources", "regions", "sectors"):
        counts = getattr(facets, name)
        if counts:
            yield f"{name.replace('_', ' ')}: {', '.join(f'{one_line(one.value)} {one.passages}' for one in counts[:8])}"


def _in_words(hit: FoundPassage) -> str:
    about = f" [{', '.join(hit.orgs)}]" if hit.orgs else ""
    lines = [f"{_where(hit.citation)}{about}", f"    {one_line(hit.text)}", *(f"    {_named(one)}" for one in hit.evidence),
             *(f"    also published by {_where(citation)}" for citation in hit.also_published_by)]
    return "\n".join(lines) + "\n"


def _where(citation: Citation) -> str:
    return one_line(" · ".join([
        date_in_words(citation.published), citation.publisher or "publisher not known", citation.title or "untitled",
        *([place] if (place := place_in_words(citation)) else []), citation.url or citation.document_id]))


def _named(evidence: Evidence) -> str:
    """The evidence with its id, which ``softintel explain`` and ``/evidence/{id}`` take."""
    status = in_words(evidence.status).lower()
    return f"evidence {evidence.id}: {one_line(claim_in_words(evidence))} ({status}{f', {evidence.org}' if evidence.org else ''})"
