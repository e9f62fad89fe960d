"""Which passages a search is about: the filters of search, in one record."""

from __future__ import annotations

from calendar import monthrange
from typing import Annotated

from pydantic import Field

from corpora.schema import DocumentType, OdsCode, PartialDate, Record, Slug, Status


class SearchScope(Record):
    """The passages that a search may give. Without a field set: all of them.

    One organisation must satisfy all that is asked of it: to be one of ``orgs``, of the region, of the sector, and to have had
    the segment when the document was published. Where evidence is asked for (``kind``, ``subtype``, ``status``), one and the
    same piece of evidence must be of that kind, subtype and status, be quoted from the passage and be about that organisation;
    else the passage must speak of it.
    """

    orgs: tuple[OdsCode, ...] = ()
    """Any of these; predecessors and successors are folded in by the caller or not. Empty for all."""
    kind: Slug | None = None
    subtype: Slug | None = None
    status: Status | None = None
    sources: tuple[str, ...] = ()
    """Any of these names of sources (``Document.source``). Empty for all."""
    publisher: str | None = None
    doc_type: DocumentType | None = None
    since: PartialDate | None = None
    """Published on this day, in this month or year, or later. Undated documents are left out, and so are those whose date is
    known in part only and may lie before."""
    until: PartialDate | None = None
    """Published on this day, in this month or year, or earlier; undated documents as for ``since``."""
    segment: Annotated[int, Field(ge=1, le=5)] | None = None
    """The organisation's published segment in force at the document's date."""
    framework: str | None = None
    """The framework of that segment, or of any segment where no ``segment`` is given: numbers are not compared across them."""
    region: str | None = None
    """As the register names it: ``North West``."""
    sector: str | None = None
    """As the register names it: ``mental_health``."""

    @property
    def asks_for_evidence(self) -> bool:
        """Whether the passage must be one that evidence is quoted from."""
        return bool(self.kind or self.subtype or self.status)

    @property
    def asks_for_segment(self) -> bool:
        """Whether the organisation must have had a segment at the document's date."""
        return self.segment is not None or self.framework is not None


EVERYTHING = SearchScope()
"""All passages."""


def first_day(date: PartialDate) -> str:
    """The first day that a date known in part can mean: ``2021-09`` → ``2021-09-01``."""
    return (date + "-01-01")[:10]


def last_day(date: PartialDate) -> str:
    """The last day that a date known in part can mean: ``2021-09`` → ``2021-09-30``."""
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]}"
    return (date + "-12-31")[:10]
