"""What a visited page gives: the vocabulary between spiders and frontier."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from corpora.official.records import DomainScore, OfficialRating
from corpora.schema import (
    Capture,
    Document,
    Issue,
    Meeting,
    OdsCode,
    PartialDate,
    PublicationDate,
    Record,
    RegisterEntry,
    Segment,
    Slug,
    identifier,
)

Refusal = Literal["paywall", "log_in", "blocked", "robots", "gone", "withheld", "script"]
"""Why a site does not give a page: it wants payment or a log-in, its guard takes us for a nuisance, robots.txt forbids it, it is no
longer there, it is withheld for legal reasons, or only a script would draw it. Recorded, and never got round."""


class Hint(Record):
    """What the page that named a link said about it."""

    title: str = ""
    published: PublicationDate | None = None
    page: Annotated[int, Field(ge=1)] = 1
    """Which listing page of its start page this is, counted from 1."""
    org: OdsCode | None = None
    """The organisation whose page it is, where the source or the page before knows."""
    met_on: PartialDate | None = None
    """The meeting that it is a paper of."""
    more: dict[str, str] = {}
    """What else the next reader of this shape needs; small, and never a secret."""
    forget: bool = False
    """True where the address or this hint may name a private person, such as the dead of a coroner's report: both are kept only
    while the page waits for its visit, and afterwards the page is known by ``told_address``."""


FORGOTTEN = "forgotten:"


def told_address(url: str, hint: Hint) -> str:
    """What a page is called in the store: its address, or where that is to be forgotten, a mark that it is known by again."""
    return f"{FORGOTTEN}{identifier(url)}" if hint.forget and not url.startswith(FORGOTTEN) else url


FOUND = "found"
"""The role of a link for whichever source names its host: its page is read as that source's, under its name and licence."""


class Link(Record):
    """An address found on a page, and what it should be read as."""

    url: str
    role: Slug
    """What the spider of its source calls this kind of page: ``feed``, ``listing``, ``article`` …; or ``FOUND``."""
    hint: Hint = Hint()
    source: str | None = None
    """The source that it is handed to, where it is not the page's own; set while crawling, never by a reader."""

    @property
    def told(self) -> str:
        """What it is called in the store."""
        return told_address(self.url, self.hint)


class Visit(Record):
    """One leased address: to be asked for once, and then finished, postponed or failed."""

    id: int
    source: str
    url: str
    role: Slug
    hint: Hint
    attempts: int
    """How often it was asked for in vain before."""
    etag: str | None = None
    last_modified: str | None = None
    capture_url: str | None = None
    """The address that gave what these two are of, where a redirect led to it too; None where that is not on record."""
    worker: str

    def forgetting(self) -> Visit:
        """The visit as it is told to the store: without the address and the hint, where those are to be forgotten."""
        if not self.hint.forget:
            return self
        return self.model_copy(update={"url": told_address(self.url, self.hint), "hint": Hint(forget=True)})


class PageContents(Record):
    """What reading a page gave."""

    documents: tuple[Document, ...] = ()
    """Mostly one, the page itself; an answer of an API may hold many."""
    links: tuple[Link, ...] = ()
    issues: tuple[Issue, ...] = ()
    segments: tuple[Segment, ...] = ()
    """Of a published segmentation or league-table file."""
    facts: tuple[DomainScore | OfficialRating, ...] = ()
    """Scores of single domains, of such a file; ratings, of the Care Quality Commission's API."""
    meetings: tuple[Meeting, ...] = ()
    register_entries: tuple[RegisterEntry, ...] = ()
    refusal: Refusal | None = None
    """Set where the page is there but not for us, such as a paywall's or a guard's; then nothing else is."""


class Kept(Record):
    """What the end of a visit changed in the store: how many documents were new, other than before, as before."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    sent: int = 0
    """How many were put into the outbox of a shared frontier: the store will say of them what they are."""


class Answer(Record):
    """What a host answered."""

    status: int
    capture: Capture | None = None
    """The bytes' record, where there was a body to read."""


class Captured(Record):
    """A page whose bytes were kept."""

    visit: Visit
    failed: bool
    """Whether it was given up and may be mended; not where it is gone."""
    gone: bool = False
    """Whether it was no longer there when it was last asked for, so that it announces nothing any more."""
    read_at: float
    """When it was last read or should have been, in seconds since 1970."""
    capture_id: str
    capture_url: str


class Result(Record):
    """How a visit ended: all that the store is to know of it."""

    visit: Visit
    ended: Literal["read", "unchanged", "failed"]
    at: float
    """When, in seconds since 1970."""
    answer: Answer | None = None
    contents: PageContents | None = None
    """What was read; None unless ``ended`` is ``read``."""
    reason: str = ""
    """Why it failed."""
    refusal: Refusal | None = None
    """Also ``gone`` where a page was read again from the archive that is not there any more."""
