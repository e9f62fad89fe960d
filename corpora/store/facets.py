"""How passages are spread over organisations, kinds of evidence, sources and the rest."""

from __future__ import annotations

from corpora.schema import Record


class FacetCount(Record):
    """One value of a facet, and how many passages have it."""

    value: str
    passages: int


class Facets(Record):
    """How many passages each value has, most first. A passage counts once for every value that it has."""

    passages: int
    """How many passages were counted."""
    at_least: bool
    """Whether there are more than were counted, so that every number is a lower bound."""
    orgs: tuple[FacetCount, ...] = ()
    """The ODS codes of the organisations that the passages speak of."""
    kinds: tuple[FacetCount, ...] = ()
    statuses: tuple[FacetCount, ...] = ()
    sources: tuple[FacetCount, ...] = ()
    publishers: tuple[FacetCount, ...] = ()
    doc_types: tuple[FacetCount, ...] = ()
    years: tuple[FacetCount, ...] = ()
    """Of publication; undated documents have none."""
    regions: tuple[FacetCount, ...] = ()
    sectors: tuple[FacetCount, ...] = ()
