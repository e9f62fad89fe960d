"""What a passage is filed under, as tokens in the index of words, so that a search is narrowed inside ``MATCH``.

A join is ten times slower at a million passages. The tokens of a passage say its organisations, its document's date, source,
publisher and type, and of each piece of evidence quoted from it every combination of organisation, kind, subtype and status, so
that one token stands for one and the same piece. They end in a digit: the stemmer leaves such words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from corpora.schema import OdsCode, PartialDate, identifier

ORG, YEAR, MONTH, DAY = "org", "year", "month", "day"
DATE = re.compile(rf"{YEAR}(?P<year>\d+)(?: {MONTH}(?P<month>\d+))?(?: {DAY}(?P<day>\d+))?")
"""The tokens of a date, which stand side by side."""


@dataclass(frozen=True, slots=True)
class Filing:
    """What a document is filed under."""

    published: PartialDate | None
    source: str | None
    publisher: str | None
    doc_type: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a piece of evidence says, and where in its document it is quoted from."""

    org: OdsCode | None
    kind: str
    subtype: str
    status: str
    start: int
    end: int


@lru_cache(maxsize=200_000)
def tag_of(name: str, value: str) -> str:
    """The token of a document's ``source``, ``publisher`` or ``doc_type``, which may hold any characters."""
    return f"{identifier('filed', name, value)[:12]}0"


@lru_cache(maxsize=200_000)
def evidence_tag(org: OdsCode | None, kind: str | None, subtype: str | None, status: str | None) -> str:
    """The token of evidence of this kind, subtype and status about this organisation; None: whatever it is."""
    return f"{identifier('evidence', org, kind, subtype, status)[:12]}0"


def org_tag(code: OdsCode) -> str:
    """The token of a passage that speaks of an organisation."""
    return f"{ORG}{code}0"


def orgs_of(tags: str) -> tuple[OdsCode, ...]:
    """The organisations that a passage speaks of."""
    return tuple(tag[len(ORG):-1] for tag in tags.split() if tag.startswith(ORG))


def date_of(tags: str) -> PartialDate | None:
    """The publication date of a passage, as much of it as is known."""
    found = DATE.search(tags)
    if found is None:
        return None
    digits = found["day"] or found["month"] or found["year"]
    return "-".join(filter(None, (digits[:4], digits[4:6], digits[6:])))


def date_tags(published: PartialDate) -> tuple[str, ...]:
    """Year, month and day, as far as they are known."""
    digits = published.replace("-", "")
    return tuple(f"{name}{digits[:length]}" for name, length in ((YEAR, 4), (MONTH, 6), (DAY, 8)) if len(digits) >= length)


def tags_of(orgs: Sequence[OdsCode], filing: Filing, quoted: Iterable[Quoted]) -> str:
    """All tokens of one passage, of which each stands once.

    Args:
        quoted: the evidence that is quoted from the passage.
    """
    tags = [org_tag(code) for code in orgs]
    if filing.published:
        tags.extend(date_tags(filing.published))
    tags.extend(tag_of(name, value) for name in ("source", "publisher", "doc_type") if (value := getattr(filing, name)))
    for one in quoted:
        tags.extend(evidence_tag(*parts) for parts in product(
            (one.org, None), (one.kind, None), (one.subtype, None), (one.status, None)) if any(parts[1:]))
    return " ".join(dict.fromkeys(tags))


def names_of(filing: Filing, quoted: Iterable[Quoted]) -> set[tuple[str, str, str]]:
    """The tokens that facets are counted by, each with the facet and its value."""
    names = {(tag_of(name, value), name, value) for name in ("source", "publisher", "doc_type")
             if (value := getattr(filing, name))}
    for one in quoted:
        names.add((evidence_tag(None, one.kind, None, None), "kind", one.kind))
        names.add((evidence_tag(None, None, None, one.status), "status", one.status))
    return names
