"""A paper of the board, read: its title, its meeting, its publication; and whether what is called an agenda is the whole pack."""

from __future__ import annotations

import datetime
import re
from typing import Literal
from urllib.parse import unquote, urlsplit

from corpora.schema import Document, PartialDate, PublicationDate, identifier
from corpora.text import read_bytes
from corpora.text.addresses import canonical_address
from crawl.discovery.context import OLDEST
from crawl.discovery.days import agrees, days_in
from crawl.discovery.files import identity
from crawl.discovery.owners import official_name
from crawl.pages import Hint
from crawl.sources import Source

MEBIBYTE = 2**20
PACK_PAGES, PACK_BYTES, LARGE_PACK_PAGES = 100, 5 * MEBIBYTE, 60
"""A whole pack has more than a hundred pages and mostly more than 5 MiB; an agenda has fewer than twenty."""
AGENDA_PAGES = 20
Extent = Literal["pack", "papers", "agenda"]
CALLED_AGENDA = re.compile(r"\bagenda\b(?!\s+(?:and|&|item))", re.IGNORECASE)
CALLED_PACK = re.compile(r"\b(?:packs?|bundle|full\s+(?:set|papers)|(?:board|meeting|public)\s+papers)\b", re.IGNORECASE)
MET = re.compile(r"\b(?:meeting|held|board|agenda|in\s+public)\b[^.;]{0,160}$", re.IGNORECASE)
OPENING = 3000
MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
               "December")


def read_paper(body: bytes, *, media_type: str | None, url: str, source: Source, hint: Hint,
               today: datetime.date) -> Document | None:
    """The document of one of the board's papers; None where its text says that it is older than the three years gathered.

    Raises:
        UnreadableInput: it cannot be read.
    """
    address = canonical_address(url) or url
    read = read_bytes(body, name=address, media_type=media_type, url=address, source=source.name, today=today)
    return finished_paper(read, size=len(body), address=address, source=source, hint=hint, today=today)


def finished_paper(read: Document, *, size: int, address: str, source: Source, hint: Hint, today: datetime.date) -> Document | None:
    """A paper that was read, with what the page that named it said."""
    met_on = day_of_paper(read.text, hint.met_on, today=today)
    if met_on and met_on < (today - OLDEST).isoformat()[:len(met_on)]:
        return None
    org = hint.org or source.org
    publisher = official_name(org, source.publisher)
    return read.model_copy(update={
        "id": identifier(identity(address)), "url": address, "doc_type": "board_paper", "publisher": publisher,
        "source": source.name,
        "title": paper_title(publisher, met_on, told_with_extent(hint.title or read.title, pages=len(read.pages), size=size)),
        "licence": source.licence or read.licence, "met_on": met_on,
        "published": published(read.published, hint.published, met_on=met_on, today=today)})


def member_words(address: str) -> str:
    """What a ZIP's member is called: ``…/papers.zip#Part%201/02%20Minutes.pdf`` → ``02 Minutes``."""
    name = unquote(urlsplit(address).fragment).rpartition("/")[2]
    return re.sub(r"[\s_]+", " ", re.sub(r"\.[A-Za-z]{3,4}(?= \(\d+\)$|$)", "", name)).strip()[:160]


def extent_of(*, pages: int, size: int) -> Extent:
    """What a paper is by its measure, whatever it is called."""
    if pages > PACK_PAGES or (pages >= LARGE_PACK_PAGES and size > PACK_BYTES):
        return "pack"
    return "agenda" if pages < AGENDA_PAGES else "papers"


def told_with_extent(words: str, *, pages: int, size: int) -> str:
    """A paper's words, put right where they and its measure disagree: an "Agenda" of 300 pages is the whole pack."""
    extent = extent_of(pages=pages, size=size)
    if extent == "pack" and CALLED_AGENDA.search(words) and not CALLED_PACK.search(words):
        return f"{words} (the whole pack, {pages} pages)"
    return words


def paper_title(publisher: str, met_on: PartialDate | None, words: str) -> str:
    """``Example NHS Trust board papers, 5 March 2026: Item 9 Integrated performance report``."""
    day = f", {in_words(met_on)}" if met_on else ""
    return f"{publisher} board papers{day}{f': {words}' if words else ''}"


def in_words(day: PartialDate) -> str:
    """``2026-03-05`` → ``5 March 2026``."""
    year, *rest = day.split("-")
    if not rest:
        return year
    month = MONTH_NAMES[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) == 2 else f"{month} {year}"


def day_of_paper(text: str, told: PartialDate | None, *, today: datetime.date) -> PartialDate | None:
    """The day of the meeting: as the page told it; a month alone, or nothing, is made fuller by the paper's opening."""
    if told and len(told) == 10:
        return told
    opening = " ".join(text[:OPENING].split())
    for found in days_in(opening[:1900], today=today).said:
        if len(found.day) == 10 and (agrees(found.day, told) if told else bool(MET.search(opening[:found.start]))):
            return found.day
    return told


def published(read: PublicationDate | None, told: PublicationDate | None, *, met_on: PartialDate | None,
              today: datetime.date) -> PublicationDate | None:
    """When a paper was published: as the page said, or the paper itself; else about the day of the meeting, for papers are put up
    from a week before to a day after it. The day on an agenda is the meeting's, and is not taken for publication.
    """
    if told and told.reliability > 0.5:
        return told
    if read and read.reliability > 0.5 and read.date != met_on:
        return read
    if met_on and met_on <= today.isoformat():
        return PublicationDate(date=met_on, method="meeting", reliability=0.5)
    return told or (read if read and read.date != met_on and read.method != "meeting" else None)
