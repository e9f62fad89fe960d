"""How passages are spread over organisations, kinds of evidence, sources and the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from corpora.organisations import Register
from corpora.schema import Record
from corpora.store.tags import ORG, YEAR, orgs_of

COUNTED = 7_500
"""So many passages are counted at most, which takes some 35 ms at a million."""


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
    """Of the evidence quoted from the passages."""
    statuses: tuple[FacetCount, ...] = ()
    sources: tuple[FacetCount, ...] = ()
    publishers: tuple[FacetCount, ...] = ()
    doc_types: tuple[FacetCount, ...] = ()
    years: tuple[FacetCount, ...] = ()
    """Of publication; undated documents have none."""
    regions: tuple[FacetCount, ...] = ()
    """Of the organisations that the passages speak of."""
    sectors: tuple[FacetCount, ...] = ()


FIELDS = {"kind": "kinds", "status": "statuses", "source": "sources", "publisher": "publishers", "doc_type": "doc_types"}
"""The facet of a tag, as ``tag_names`` has it, and the field that it is counted in."""

LEADING_ORGS = re.compile(rf"(?:{ORG}\w+ ?)+")
"""Of a passage's tags, those of its organisations, which stand first."""


def count_facets(tags: Sequence[str], names: Mapping[str, tuple[str, str]], register: Register, *, at_least: bool) -> Facets:
    """Count the tags of passages.

    Args:
        names: facet and value of a tag, for those that have one.
        at_least: there are more passages than these.
    """
    counts: dict[str, Counter[str]] = {}
    for tag, count in Counter(" ".join(tags).split()).items():
        if tag.startswith(ORG):
            counts.setdefault("orgs", Counter())[orgs_of(tag)[0]] = count
        elif tag.startswith(YEAR):
            counts.setdefault("years", Counter())[tag.removeprefix(YEAR)] = count
        elif tag in names:
            facet, value = names[tag]
            counts.setdefault(FIELDS[facet], Counter())[value] = count
    counts |= _of_organisations(tags, register)
    return Facets(passages=len(tags), at_least=at_least, **{name: _in_order(counted) for name, counted in counts.items()})


def _of_organisations(tags: Sequence[str], register: Register) -> dict[str, Counter[str]]:
    """Passages by region and sector: one that speaks of two trusts of a region counts there once."""
    together = Counter(found[0] for one in tags if (found := LEADING_ORGS.match(one)))
    regions, sectors = Counter[str](), Counter[str]()
    for leading, count in together.items():
        organisations = [register.by_code[code] for code in orgs_of(leading) if code in register.by_code]
        for counter, values in ((regions, {one.region for one in organisations}), (sectors, {one.sector for one in organisations})):
            for value in values:
                counter[value] += count
    return {"regions": regions, "sectors": sectors}


def _in_order(counts: Counter[str]) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(value=value, passages=count)
                 for value, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
