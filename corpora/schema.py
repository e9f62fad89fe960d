"""The records: one shape from reader output to database row to API response.

Every record is frozen, admits no extra fields and is valid from birth. Offsets count Unicode code points of
``Document.text``; dates are ISO 8601, in part where only a part is known (``2021``, ``2021-09``, ``2021-09-15``).
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

OdsCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{3,6}$")]
"""An ODS code: three characters for a trust (``RX1``), three to five for an ICB (``QMM``, ``D7T5G``)."""


DATE_SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@lru_cache(maxsize=20_000)  # The days of half a century: the same few are checked hundreds of thousands of times.
def real_date(day: str) -> str:
    """The date as given: a day, month or year that the calendar has.

    Raises:
        ValueError: it has not (31 November), or it is written in another way.
    """
    try:
        if not DATE_SHAPE.fullmatch(day):
            raise ValueError(day)
        date.fromisoformat(day + "-01" * (2 - day.count("-")))
    except ValueError as error:
        raise ValueError(f"{day} is no date of the calendar; dates are written 2021, 2021-09 or 2021-09-15") from error
    return day


PartialDate = Annotated[
    str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"), AfterValidator(real_date)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]

Status = Literal["current", "ended", "planned", "negated"]
Value = int | str | None
DocumentType = Literal["news", "regulator", "cqc_report", "board_paper", "coroner", "parliament", "other"]


class Record(BaseModel):
    """What every record shares: frozen, no extras, the words below a field its description."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def identifier(*parts: object) -> str:
    """A stable 16-character identifier from what makes a record itself."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class PublicationDate(Record):
    """When a document was published, how that was found out, and how far to trust it."""

    date: PartialDate
    method: Slug
    """``json_ld``, ``meta``, ``time_element``, ``feed``, ``given``, ``url``, ``text``, ``pdf_metadata`` …"""
    reliability: Annotated[float, Field(ge=0, le=1)]
    """0 to 1: a structured statement by the publisher is near 1, a date seen in the text near 0.5."""


PageState = Literal["text", "recognised", "picture", "empty", "broken"]
"""How a page's text was had: written in the file, or recognised (OCR) from a picture; or that it was not had: a picture that was
not recognised, nothing on the page, a page that is broken."""
Extraction = Literal["whole", "part"]
"""Whether all pages of a document gave their text, or some could not be read; the pages say which."""


class Page(Record):
    """One page of a paginated document: ``text[start:end]`` is page ``number`` (counted from 1)."""

    number: Annotated[int, Field(ge=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    label: Annotated[str, StringConstraints(max_length=20)] | None = None
    """The number printed on the page, where it could be read: a pack's own numbering often differs from the file's."""
    state: PageState = "text"


class Section(Record):
    """A part of a document under one heading: ``text[start:end]``, heading included; an agenda item, a chapter."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    title: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    label: Annotated[str, StringConstraints(max_length=40)] | None = None
    """What numbers it: ``Item 9``, ``4.2``."""


class Capture(Record):
    """The bytes fetched from a URL at a time. ``id`` is the SHA-256 of the body."""

    id: str
    url: str
    fetched_at: str
    status: int
    media_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    length: int
    archive: str | None = None
    """The WARC file that keeps the bytes, by its name in the archive's folder; None where they were not kept."""
    archive_offset: int | None = None
    """Where in that file the record begins, in bytes."""


class Document(Record):
    """The readable text made from a capture or given directly."""

    id: Annotated[str, StringConstraints(min_length=1)]
    text: str
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    doc_type: DocumentType = "other"
    published: PublicationDate | None = None
    licence: str | None = None
    """SPDX-like name of the licence that the source states (``OGL-3.0``, ``CC-BY-4.0``); None where it states none."""
    source: str | None = None
    """The source's name in ``crawl``, or ``file`` for documents added from disk."""
    capture_id: str | None = None
    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()
    extraction: Extraction = "whole"
    met_on: PartialDate | None = None
    """For the papers of a meeting: the day it was held or is to be held, which is not the day they were published."""

    @property
    def published_on(self) -> PartialDate | None:
        """The publication date alone."""
        return self.published.date if self.published else None


class Mention(Record):
    """A stretch of a document that names an organisation."""

    code: OdsCode
    text: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Evidence(Record):
    """One claim about one organisation, quoted from one document, with its status at the document's date."""

    id: str
    document_id: str
    kind: Slug
    subtype: Slug
    org: OdsCode | None
    org_text: str | None = None
    value: Value = None
    status: Status
    date: PartialDate | None = None
    quote: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    confidence: Annotated[float, Field(ge=0, le=1)]
    rule: str
    reported_by: str | None = None

    @model_validator(mode="after")
    def _quote_fits_offsets(self) -> Evidence:
        if not self.quote or self.end - self.start != len(self.quote):
            raise ValueError(f"quote of {len(self.quote)} characters does not fit [{self.start}:{self.end}]")
        return self

    @staticmethod
    def make_id(document_id: str, kind: str, subtype: str, org: str | None, org_text: str | None,
                value: Value, status: str) -> str:
        """The identifier of a claim: the same claim in the same document has the same one, however often it is read."""
        return identifier(document_id, kind, subtype, org, org_text if org is None else None, value, status)


class Passage(Record):
    """A stretch of a document that search returns, with the organisations it speaks of and its vector."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    orgs: tuple[OdsCode, ...] = ()
    vector: bytes | None = None
    """384 little-endian float16 numbers of unit length, or None where no embedding model was at hand."""


class Reading(Record):
    """All that one reader version found in one document; stored and replaced as a whole."""

    document_id: str
    reader: str
    mentions: tuple[Mention, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    passages: tuple[Passage, ...] = ()


class Citation(Record):
    """Where a quote stands: the document, for people."""

    document_id: str
    title: str
    url: str | None
    publisher: str | None
    published: PartialDate | None
    published_reliability: float | None = None
    doc_type: DocumentType
    changed_on: PartialDate | None = None
    """The day on which its text, title or date was last seen to be another than before; None where it never was."""
    page: int | None = None
    page_label: str | None = None
    """The number printed on that page."""
    section: str | None = None
    """The part of the document that the quote stands in: ``Item 9: Integrated performance report``."""


class CitedEvidence(Record):
    """Evidence beside the document it was quoted from."""

    evidence: Evidence
    citation: Citation
    copy_of: str | None = None
    """Where its document is a copy of one published before: the id of that one's evidence, which says the same."""
    also_published_by: tuple[Citation, ...] = ()
    """Copies of the document that say the same, the earliest first."""


class Event(Record):
    """The thing in the world that several pieces of evidence speak of."""

    id: str
    org: OdsCode
    kind: Slug
    subtype: Slug
    value: Value
    date: PartialDate | None
    evidence_ids: tuple[str, ...]
    independent_sources: Annotated[int, Field(ge=1)] = 1
    """How many documents tell of it, copies of one text counted once."""


class Segment(Record):
    """An official oversight decision about one organisation, as published."""

    org: OdsCode
    framework: str
    """``SOF 2016``, ``SOF 2021/22``, ``NOF 2022/23``, ``NOF 2025/26`` …: numbers are never compared across frameworks."""
    segment: Annotated[int, Field(ge=1, le=5)] | None
    period: str
    """The period as the file names it: ``Q3 2025/26``."""
    valid_from: PartialDate
    """First day of the period the decision is for (the date it took effect, where the file says it)."""
    valid_to: PartialDate | None = None
    """Last day of the period, where the file gives a period."""
    published_on: PartialDate | None = None
    league_table: str | None = None
    score: float | None = None
    rank: int | None = None
    financial_override: bool | None = None
    in_deficit: bool | None = None
    source: str
    publication: Annotated[str, StringConstraints(min_length=1, max_length=100)] | None = None
    """The release that says so, where it has a name: ``Q3 2025/26``, ``Q3 2025/26 v2``. It may repeat earlier periods."""


class Alert(Record):
    """A reason to look at an organisation now, citing evidence."""

    id: str
    rule: Slug
    org: OdsCode
    event_id: str
    headline: str
    date: PartialDate | None
    evidence_ids: tuple[str, ...]
    independent_sources: Annotated[int, Field(ge=1)] = 1
    """How many documents tell of it, copies of one text counted once."""
    ended_by: str | None = None
    """Evidence of a later document that says that it is over, by its id; null where none is known to say so."""
    ended_on: PartialDate | None = None
    """The date of that document."""


class Meeting(Record):
    """A meeting in public that a board's pages or papers announce."""

    org: OdsCode
    day: PartialDate
    title: str = ""
    time: Annotated[str, StringConstraints(pattern=r"^\d{2}:\d{2}$")] | None = None
    """When it begins, local time in England."""
    place: str = ""
    url: str
    """The page that says so."""
    seen_at: str = ""
    """When the page that said so was fetched: ``2026-11-21T09:30:00Z``."""


class RegisterEntry(Record):
    """What NHS England's Organisation Data Service says of one organisation."""

    code: OdsCode
    name: str
    role: str = ""
    """The primary role's code: ``RO197`` for an NHS trust, ``RO261`` for an ICB."""
    active: bool = True
    opened: PartialDate | None = None
    closed: PartialDate | None = None
    postcode: str = ""
    successors: tuple[OdsCode, ...] = ()
    predecessors: tuple[OdsCode, ...] = ()


class Issue(Record):
    """Something the system could not handle, kept with its reason."""

    stage: Literal["add", "crawl", "read", "segments"]
    where: str
    """The file or URL, with row or page where there is one."""
    value: str | None = None
    reason: str


class SearchHit(Record):
    """One passage that answers a query, with the document it stands in."""

    citation: Citation
    start: int
    end: int
    text: str
    orgs: tuple[OdsCode, ...]
    score: float
    found_by: tuple[Literal["words", "meaning"], ...]
