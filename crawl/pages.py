"""What a visited page gives: the vocabulary between spiders and frontier."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from corpora.schema import Capture, Document, Issue, PublicationDate, Record, Slug


class Hint(Record):
    """What the page that named a link said about it."""

    title: str = ""
    published: PublicationDate | None = None
    page: Annotated[int, Field(ge=1)] = 1
    """Which listing page of its start page this is, counted from 1."""


class Link(Record):
    """An address found on a page, and what it should be read as."""

    url: str
    role: Slug
    """``feed``, ``listing`` or ``article``."""
    hint: Hint = Hint()


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
    worker: str


class PageContents(Record):
    """What reading a page gave."""

    document: Document | None = None
    links: tuple[Link, ...] = ()
    issues: tuple[Issue, ...] = ()


class Answer(Record):
    """What a host answered."""

    status: int
    capture: Capture | None = None
    """The bytes' record, where there was a body to read."""
