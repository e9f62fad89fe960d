"""What stands on the page beside what was found: filters that hold and can be taken back, facets that narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.asking import Asked
from api.fields import without
from api.found import Filter, SearchAnswer
from api.register import register
from api.search_addresses import SearchAddress
from api.search_filters import SEVERAL
from api.words import in_words
from corpora.store.facets import FacetCount, Facets

MOST_SHOWN = 8
"""Values of a facet."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that holds, in words, and the address of the search without it."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that narrows, how many passages have it, and the address of the search so narrowed."""

    text: str
    passages: int
    address: str


@dataclass(frozen=True, slots=True)
class FacetList:
    """The values of one facet."""

    title: str
    choices: tuple[Choice, ...]


def chips(asked: Asked, address: SearchAddress) -> tuple[Chip, ...]:
    """The filters that hold, each with the search without it."""
    return tuple(Chip(one.in_words[:1].upper() + one.in_words[1:], str(_taken_back(one, asked, address))) for one in asked.shown)


def facet_lists(facets: Facets, asked: Asked, address: SearchAddress) -> tuple[FacetList, ...]:
    """The facets in which there is something to choose, those left out by which the search is narrowed already."""
    lists = [FacetList(title, tuple(_choices(name, counts, asked, address))) for title, name, counts in (
        ("Organisation", "org", facets.orgs), ("Kind of evidence", "kind", facets.kinds), ("Status", "status", facets.statuses),
        ("Year", "since", facets.years), ("Type of document", "doc_type", facets.doc_types),
        ("Publisher", "publisher", facets.publishers), ("Source", "source", facets.sources), ("Region", "region", facets.regions),
        ("Sector", "sector", facets.sectors))]
    return tuple(one for one in lists if any(choice.passages < facets.passages for choice in one.choices))


def _taken_back(one: Filter, asked: Asked, address: SearchAddress) -> SearchAddress:
    if one.name == "lineage":
        return address.with_one("lineage", "alone")
    if not one.typed:
        return address.less(one.name, one.value if one.name in SEVERAL else None)
    typed = [field for field in asked.fields
             if field.parameter == one.name and (one.name not in SEVERAL or one.value.upper() in field.value.upper())]
    return address.with_one("q", without(asked.filters.q, *typed))


def _choices(name: str, counts: tuple[FacetCount, ...], asked: Asked, address: SearchAddress) -> Iterator[Choice]:
    filters = asked.filters
    if (filters.until if name == "since" else None) or (getattr(filters, name) and name not in SEVERAL):
        return
    chosen = {"org": asked.scope.orgs, "source": filters.source}.get(name, ())
    # A value beside one of several would widen: it takes their place, and that of those typed.
    typed = [field for field in asked.fields if field.parameter == name]
    less = address.with_one("q", without(asked.filters.q, *typed)) if typed else address
    for count in [count for count in counts if count.value not in chosen][:MOST_SHOWN]:
        narrowed = less.with_one(name, count.value)
        if name == "since":
            narrowed = narrowed.with_one("until", count.value)
        yield Choice(_worded(name, count.value), count.passages, str(narrowed))


def _worded(name: str, value: str) -> str:
    if name == "org":
        return f"{register().by_code[value].name} ({value})" if value in register().by_code else value
    return in_words(value) if name in ("kind", "status", "doc_type", "sector") else value


def less_widened(answer: SearchAnswer, address: SearchAddress) -> tuple[tuple[Chip, tuple[Chip, ...]], ...]:
    """Each widened word, and each word it was widened to, with the search without it."""
    return tuple(
        (Chip(one.typed, str(address.more("expand_except", one.typed))),
         tuple(Chip(word, str(address.more("expand_except", word))) for word in one.to)) for one in answer.widened)
