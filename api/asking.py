"""A search as asked, made ready: fields typed into it taken as filters, organisations with those before them, words widened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from api.fields import Field, read_fields, without
from api.found import Filter, WidenedWord
from api.library import known_kinds
from api.query import Query, parse_query
from api.register import register
from api.search_filters import SEVERAL, SearchFilters
from api.synonyms import typed_words, widenings
from api.words import date_in_words, in_words, lower_first
from corpora.schema import OdsCode
from corpora.store.scope import SearchScope


@dataclass(frozen=True, slots=True)
class Asked:
    """A search, ready to be answered."""

    words: str
    """The query less the fields that became filters."""
    query: Query
    filters: SearchFilters
    """With the fields typed into the query."""
    scope: SearchScope
    shown: tuple[Filter, ...]
    widened: tuple[WidenedWord, ...]
    fields: tuple[Field, ...]
    """Those that became filters."""
    notes: tuple[str, ...]


def made_ready(filters: SearchFilters) -> Asked:
    """The filters as given, with those typed into the query; a field whose value cannot be used stays words, and a note says so."""
    used: list[Field] = []
    notes: list[str] = []
    whole = filters
    for field in read_fields(filters.q):
        joined = _joined(whole, field)
        if joined is None:
            notes.append(f"“{field.parameter}:{field.value}” is no filter, so it was looked for as words.")
        else:
            whole = joined
            used.append(field)
    words = without(filters.q, *used)
    query = parse_query(words)
    wide = widenings(query, leaving_out=whole.expand_except) if whole.expand else ()
    orgs = _lineage(whole)
    scope = SearchScope(
        orgs=orgs, kind=whole.kind, subtype=whole.subtype, status=whole.status, sources=whole.source, publisher=whole.publisher,
        doc_type=whole.doc_type, since=whole.since, until=whole.until, segment=whole.segment, framework=whole.framework,
        region=whole.region, sector=whole.sector)
    return Asked(
        words=words, query=query.widened(wide), filters=whole, scope=scope, shown=tuple(_shown(whole, orgs, used)),
        widened=tuple(WidenedWord(typed=typed_words(query, one), to=one.to, reason=one.reason) for one in wide),
        fields=tuple(used), notes=tuple(notes))


def _joined(filters: SearchFilters, field: Field) -> SearchFilters | None:
    if field.parameter == "kind" and field.value not in known_kinds():
        return None
    value: object = field.value
    if field.parameter in SEVERAL:
        value = [*getattr(filters, field.parameter), field.value]
    if field.parameter == "region":
        value = field.value.title().replace(" And ", " and ").replace(" Of ", " of ")
    try:
        return SearchFilters.model_validate(filters.model_dump(exclude_defaults=True) | {"q": filters.q, field.parameter: value})
    except ValidationError:
        return None


def _lineage(filters: SearchFilters) -> tuple[OdsCode, ...]:
    """The organisations asked for, with those folded in; those that a split parted are not."""
    codes = dict.fromkeys(filters.org)
    if filters.lineage in ("predecessors", "both"):
        codes |= dict.fromkeys(one for code in filters.org for one in register().lineage(code))
    if filters.lineage in ("successors", "both"):
        waiting = list(filters.org)
        while waiting:
            steps = [step.successor for step in register().successors(waiting.pop()) if step.kind != "split"]
            waiting.extend(code for code in steps if code not in codes)
            codes |= dict.fromkeys(steps)
    return tuple(codes)


def _shown(filters: SearchFilters, orgs: tuple[OdsCode, ...], used: list[Field]) -> Iterator[Filter]:
    typed = {(field.parameter, field.value.upper() if field.parameter == "org" else field.value) for field in used}
    said = {"publisher": "published by {}", "source": "from the source {}", "region": "region: {}", "framework": "framework {}"}
    for code in filters.org:
        yield Filter(name="org", value=code, in_words=f"about {_named(code)}", typed=any(
            name == "org" and code in value.split(",") for name, value in typed))
    folded = [code for code in orgs if code not in filters.org]
    if folded:
        yield Filter(name="lineage", value=filters.lineage,
                     in_words=f"with {_relation(filters.lineage)}: {'; '.join(map(_named, folded))}")
    for name in ("kind", "subtype", "status", "doc_type", "sector"):
        if (value := getattr(filters, name)) is not None:
            yield Filter(name=name, value=value, in_words=_worded(name, value), typed=(name, value) in typed)
    for name, value in [("publisher", filters.publisher), *(("source", one) for one in filters.source), ("region", filters.region)]:
        if value is not None:
            yield Filter(name=name, value=value, in_words=said[name].format(value), typed=any(given == name for given, _ in typed))
    for name, words in (("since", "published since"), ("until", "published until")):
        if (day := getattr(filters, name)) is not None:
            yield Filter(name=name, value=day, in_words=f"{words} {date_in_words(day)}", typed=(name, day) in typed)
    if filters.segment is not None:
        yield Filter(name="segment", value=str(filters.segment), in_words=_segment(filters.segment, filters.framework),
                     typed=("segment", str(filters.segment)) in typed)
    if filters.framework is not None:
        yield Filter(name="framework", value=filters.framework, typed=("framework", filters.framework) in typed,
                     in_words=said["framework"].format(filters.framework))


def _worded(name: str, value: str) -> str:
    words = lower_first(in_words(value))
    return {"kind": f"evidence of the kind: {words}", "subtype": f"evidence: {words}", "status": f"evidence that is {words}",
            "doc_type": f"type of document: {words}", "sector": f"sector: {words}"}[name]


def _segment(segment: int, framework: str | None) -> str:
    under = framework or "the framework then in force (the numbers of different frameworks mean different things)"
    return f"about organisations in segment {segment} when it was published, under {under}"


def _relation(lineage: str) -> str:
    return {"predecessors": "those that came before", "successors": "those that came after",
            "both": "those that came before or after"}[lineage]


def _named(code: OdsCode) -> str:
    return f"{register().by_code[code].name} ({code})" if code in register().by_code else code
