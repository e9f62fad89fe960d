"""What can be asked of search: the same filters at the API, on the page and on the command line."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from api.library import Cursor, KnownCode, known_kinds
from corpora.organisations import Sector
from corpora.schema import DocumentType, PartialDate, Record, Slug, Status

Lineage = Literal["predecessors", "alone", "successors", "both"]
Region = Literal["East of England", "London", "Midlands", "North East and Yorkshire", "North West", "South East", "South West"]

MOST_VALUES = 40


def _parted(given: object) -> object:
    """``RX1,RDU`` is two codes, and so is the parameter given twice."""
    if isinstance(given, str):
        given = [given]
    if isinstance(given, (list, tuple)) and all(isinstance(one, str) for one in given):
        return [part.strip() for one in given for part in one.split(",") if part.strip()]
    return given


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _storable(value: str) -> str:
    """Without what SQLite cannot be asked for."""
    return value.encode("utf-8", "replace").decode()


Name = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_storable)]


class SearchFilters(Record):
    """What to search for."""

    q: Annotated[str, Field(description='Words; "quoted phrases" and -words to leave out hold; `org:RX1 kind:rating '
                            'since:2024-01` are filters', examples=["special measures"])]
    org: Annotated[tuple[KnownCode, ...], BeforeValidator(_parted), AfterValidator(_distinct), Field(
        max_length=MOST_VALUES, description="Passages that speak of any of these ODS codes", examples=[["RX1"]])] = ()
    lineage: Annotated[Lineage, Field(description="With `org`: also those that it took over from (`predecessors`), those that "
                                      "took over from it (`successors`), `both`, or it `alone`")] = "predecessors"
    kind: Annotated[Slug | None, Field(description=f"Passages that such evidence is quoted from: one of {', '.join(known_kinds())}",
                                       examples=["intervention"])] = None
    subtype: Annotated[Slug | None, Field(description="As the evidence of a kind has it", examples=["warning_notice"])] = None
    status: Annotated[Status | None, Field(description="Whether that evidence holds, on the date of its document")] = None
    source: Annotated[tuple[Name, ...], BeforeValidator(_parted), AfterValidator(_distinct), Field(
        max_length=MOST_VALUES, description="Documents of any of these sources, by their names in `softintel crawl --list`",
        examples=[["file"]])] = ()
    publisher: Annotated[Name | None, Field(description="Documents of this publisher, as the document names it")] = None
    doc_type: Annotated[DocumentType | None, Field(description="Documents of this type")] = None
    since: Annotated[PartialDate | None, Field(description="Published on or after this date", examples=["2024-01"])] = None
    until: Annotated[PartialDate | None, Field(description="Published on or before this date; a month or year to its end",
                                               examples=["2024"])] = None
    segment: Annotated[int | None, Field(ge=1, le=5, examples=[4], description="Passages about an organisation that was in "
                                         "this segment when the document was published, under the framework then in force")] = None
    framework: Annotated[Name | None, Field(examples=["NOF 2025/26"], description="The segment of this framework; numbers of "
                                            "different frameworks mean different things")] = None
    region: Annotated[Region | None, Field(description="Passages about an organisation of this region")] = None
    sector: Annotated[Sector | None, Field(description="Passages about an organisation of this sector")] = None
    expand: Annotated[bool, Field(description="Also look for words that say the same: RSP and recovery support programme")] = False
    expand_except: Annotated[tuple[Name, ...], BeforeValidator(_parted), AfterValidator(_distinct), Field(
        max_length=MOST_VALUES, description="With `expand`: words not to widen, or not to widen to")] = ()
    facets: Annotated[bool, Field(description="Also count the passages that hold the words, by organisation, kind, status, source, "
                                  "publisher, type, year, region and sector")] = False
    limit: Annotated[int, Field(ge=1, le=200)] = 20
    cursor: Cursor | None = None


SEVERAL = frozenset({"org", "source", "expand_except"})
"""Filters that take several values."""
