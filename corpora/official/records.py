"""Official facts beside segments: domain scores, never-event counts, CQC ratings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from corpora.schema import OdsCode, PartialDate, Record

Domain = Literal["access", "patient_safety", "finance_productivity", "people_workforce", "effectiveness_experience"]
DOMAINS: dict[str, Domain] = {"0": "access", "2": "patient_safety", "3": "finance_productivity", "4": "people_workforce",
                              "5": "effectiveness_experience"}
"""By the last digit of the metric: OF4000 and OF4100 are of access, OF4002 and OF4102 of patient safety …"""
Level = Literal["trust", "location", "most_common"]
"""Whose rating it is: the trust's; that of one of its hospitals or units; or, worth least, the rating that is most common among
all its locations and services, which nobody gave. Only the first may be called the trust's rating."""
RatingWord = Literal["Outstanding", "Good", "Requires improvement", "Inadequate", "Not rated"]
Publication = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class DomainScore(Record):
    """What an organisation scored in one domain of the NHS Oversight Framework, or the segment that the domain alone would give."""

    org: OdsCode
    framework: str
    period: str
    league_table: str | None = None
    domain: Domain
    measure: Literal["score", "segment"]
    value: Annotated[float, Field(ge=0)]
    """Of a score 1 (best) to 4; of a segment 1 to 4. Lower is better in both."""
    valid_from: PartialDate
    valid_to: PartialDate | None = None
    published_on: PartialDate | None = None
    publication: Publication | None = None
    source: str


class NeverEventCount(Record):
    """How many never events NHS England's report gives for an organisation and a year, all types together."""

    org: OdsCode
    """The organisation of the name as published; reports go on naming trusts that have merged."""
    org_name: str
    year: Annotated[str, StringConstraints(pattern=r"^20\d\d/\d\d$")]
    count: Annotated[int, Field(ge=0)]
    status: Literal["provisional", "final"]
    valid_from: PartialDate
    valid_to: PartialDate
    published_on: PartialDate | None = None
    publication: Publication | None = None
    source: str


class OfficialRating(Record):
    """A rating by the Care Quality Commission as its files give it."""

    org: OdsCode
    level: Level
    location: str | None = None
    """The location's id, where the rating is of one."""
    overall: RatingWord | None = None
    safe: RatingWord | None = None
    effective: RatingWord | None = None
    caring: RatingWord | None = None
    responsive: RatingWord | None = None
    well_led: RatingWord | None = None
    published_on: PartialDate | None = None
    """When the rating was published; it holds from that day until the next."""
    as_of: PartialDate
    """The day that the file shows the state of. What was rated later is not in it."""
    inherited: bool | None = None
    """Whether the location took it over from a predecessor."""
    source: str
