"""Where documents come from. A source is one row of ``sources.csv``, and no list is edited."""

from __future__ import annotations

import csv
import difflib
import math
import re
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from cssselect import SelectorError
from cssselect.parser import parse as parse_css
from pydantic import Field, StringConstraints, ValidationError, field_validator, model_validator

from corpora.errors import UsersMistake
from corpora.schema import DocumentType, OdsCode, Record, Slug
from crawl.reach import LOCAL_NAMES, is_loopback, names_host

POLITE_SECONDS = 5.0
"""The shortest pause between two requests to a host that is not our own machine."""

PLACE = re.compile(r"\{[^}]*\}?")
PLACES = frozenset({"{since}", "{today}"})
"""What addresses of start pages may leave open, to be filled when a round begins."""

Cadence = Literal["hourly", "daily", "weekly", "monthly"]
SourceName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]


class Source(Record):
    """A place that documents come from, and all that is particular about it."""

    name: SourceName
    publisher: Annotated[str, StringConstraints(min_length=1)]
    licence: str | None = None
    """SPDX-like name of the licence that the publisher states (``OGL-3.0``); None where none is stated."""
    terms: str = ""
    """What the publisher allows and asks, in a sentence."""
    cadence: Cadence
    doc_type: DocumentType
    shape: Slug
    """What the start pages are: ``rss``, ``atom``, ``listing`` … (each module of ``crawl.spiders`` says which it reads)."""
    start_urls: Annotated[tuple[str, ...], Field(min_length=1)]
    """May hold ``{since}``, the day on which the last round began that got all its start pages, and ``{today}``, the day on which
    this one began: for sources that can be asked what is new. Days are in UTC and written 2021-09-15."""
    first_urls: tuple[str, ...] = ()
    """Start pages instead of ``start_urls`` until a round got them all, on the same sites: the full list, where ``start_urls``
    name only changes."""
    backlog_days: Annotated[int, Field(ge=1, le=10_000)] = 30
    """How far ``{since}`` reaches back in the first round."""
    hosts: tuple[str, ...] = ()
    """Further hosts that its pages may live on; those of the start pages are allowed anyway."""
    article_css: str = ""
    """Selects the links to articles on a listing page; without it every link whose path fits ``article_pattern``."""
    article_pattern: str = ""
    """A regular expression that is found in the path of every article's address."""
    next_css: str = "a[rel~=next], link[rel~=next]"
    """Selects the link to the next listing page."""
    max_pages: Annotated[int, Field(ge=1, le=1000)] = 1
    """How many listing pages are followed from each start page."""
    delay_seconds: Annotated[float, Field(ge=0)] = POLITE_SECONDS
    """The pause between two requests to one host, from the end of one to the start of the next."""
    revisit_hours: Annotated[float, Field(ge=0)] = 24
    """An article that is still listed is asked for again after this long, in case it was corrected."""
    local: bool = False
    """True for a site on this machine, such as the demo's: only loopback addresses may then be reached, else only public ones."""
    org: OdsCode | None = None
    """The organisation whose own site it is, where it is one's."""
    expected: Annotated[str, StringConstraints(pattern=r"^(\d{1,6}-\d{1,6})?$")] = ""
    """How many new documents a round at this cadence usually gives, least and most: ``0-40``. Other counts raise an alarm."""
    key_variable: Annotated[str, StringConstraints(pattern=r"^(SOFTINTEL_[A-Z0-9_]{1,40})?$")] = ""
    """The environment variable that holds the key which this source wants; without it the source is left out."""
    key_header: Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9-]{1,60})?$")] = ""
    """The request header that carries the key. Keys never stand in addresses, which are stored."""
    note: str = ""

    @field_validator("start_urls", "first_urls")
    @classmethod
    def _are_web_addresses(cls, urls: tuple[str, ...]) -> tuple[str, ...]:
        for url in urls:
            if set(PLACE.findall(url)) - PLACES:
                raise ValueError(f"{url!r} has places to fill other than {' and '.join(sorted(PLACES))}")
            if urlsplit(url).scheme not in ("http", "https") or not host_of(url):
                raise ValueError(f"{url!r} is not an http or https address")
        return urls

    @field_validator("hosts")
    @classmethod
    def _are_hosts(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        for host in hosts:
            if host_of(f"https://{f'[{host}]' if ':' in host else host}/") != host:
                raise ValueError(f"{host!r} is not the name of a host, such as www.example.org, in small letters and without port")
        return hosts

    @field_validator("article_pattern")
    @classmethod
    def _is_a_pattern(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{pattern!r} is not a regular expression: {error}") from error
        return pattern

    @field_validator("article_css", "next_css")
    @classmethod
    def _is_a_selector(cls, selector: str) -> str:
        try:
            parse_css(selector or "a")
        except SelectorError as error:
            raise ValueError(f"{selector!r} is not a CSS selector: {error}") from error
        return selector

    @model_validator(mode="after")
    def _is_polite_and_safe(self) -> Source:
        if self.shape == "listing" and not (self.article_css or self.article_pattern):
            raise ValueError("a listing needs article_css or article_pattern, to know its articles")
        if bool(self.key_variable) != bool(self.key_header):
            raise ValueError("key_variable and key_header go together: which variable holds the key, which header carries it")
        fewest, most = self.expected_counts
        if fewest > most:
            raise ValueError(f"expected is written least-most, such as 0-40, not {self.expected}")
        if {urlsplit(url)[:2] for url in self.first_urls} - {urlsplit(url)[:2] for url in self.start_urls}:
            raise ValueError("first_urls are on the same sites as start_urls")
        hosts = [host_of(url) for url in self.start_urls] + list(self.hosts)
        if self.local:
            strangers = [host for host in hosts if host not in LOCAL_NAMES and not is_loopback(host)]
            if strangers:
                raise ValueError(f"a local source reaches only this machine, not {strangers[0]}")
        elif self.delay_seconds < POLITE_SECONDS:
            raise ValueError(f"delay_seconds is at least {POLITE_SECONDS:g} for a site that is not on this machine")
        return self

    @property
    def expected_counts(self) -> tuple[int, float]:
        """The fewest and most new documents that a round usually gives; 0 and no limit where nothing is stated."""
        fewest, _, most = self.expected.partition("-")
        return (int(fewest), int(most)) if most else (0, math.inf)

    def owns(self, url: str) -> bool:
        """True where the address is on a host that this source names."""
        return self.names(host_of(url))

    def names(self, host: str) -> bool:
        """True for a host that this source names, and its subdomains."""
        return names_host([*(host_of(start) for start in self.start_urls), *self.hosts], host)


def host_of(url: str) -> str:
    """The host of an address in lower case, without port; empty where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def load_sources(path: Path | None = None) -> tuple[Source, ...]:
    """The packaged sources, or those of a CSV file of the same layout (absent columns have their defaults).

    Lists in a cell (``start_urls``, ``first_urls``, ``hosts``) are parted by spaces.

    Raises:
        UsersMistake: the file cannot be read, or a row is not a source.
    """
    where = str(path) if path else "crawl/sources.csv"
    try:
        text = path.read_text("utf-8-sig") if path else files("crawl").joinpath("sources.csv").read_text("utf-8")
        table = csv.DictReader(text.splitlines(), strict=True)
        rows, columns = list(table), table.fieldnames or ()
    except OSError as error:
        raise UsersMistake(f"{where}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsersMistake(f"{where}: is not a CSV file in UTF-8: {error}") from error
    if not rows:
        raise UsersMistake(f"{where}: holds no sources; it needs a header line and a line a source")
    _check_columns(columns, where=f"{where}, line 1")
    sources = tuple(_source(row, where=f"{where}, line {number}") for number, row in enumerate(rows, start=2))
    names = [source.name for source in sources]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise UsersMistake(f"{where}: two sources are called {min(twice)}")
    return sources


def _check_columns(columns: Sequence[str], *, where: str) -> None:
    for column in columns:
        if column and column not in Source.model_fields:
            near = difflib.get_close_matches(column, Source.model_fields, n=1)
            raise UsersMistake(f"{where}: {column!r} is not a column of sources{f'; did you mean {near[0]}?' if near else ''}")
    lacking = [name for name, field in Source.model_fields.items() if field.is_required() and name not in columns]
    if lacking:
        raise UsersMistake(f"{where}: the header line lacks {', '.join(lacking)}")


def _source(row: dict[str, str | None], *, where: str) -> Source:
    # A cell too many has the key None, a cell too few the value None.
    if None in row or None in row.values():
        raise UsersMistake(f"{where}: has not as many cells as the header line")
    cells: dict[str, object] = {name: cell.strip() for name, cell in row.items() if cell and cell.strip()}
    for name in ("start_urls", "first_urls", "hosts"):
        cells[name] = tuple(str(cells.get(name, "")).split())
    try:
        return Source.model_validate(cells)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        said = "is empty" if first["type"] == "missing" else first["msg"].removeprefix("Value error, ")
        raise UsersMistake(f"{where}: {field + ': ' if field else ''}{said}") from error


def choose_sources(sources: Sequence[Source], names: Iterable[str]) -> tuple[Source, ...]:
    """The sources of these names, or all where no name is given.

    Raises:
        UsersMistake: there is no such source; the message names the nearest ones.
    """
    by_name = {source.name: source for source in sources}
    chosen = []
    for name in dict.fromkeys(names):
        if name not in by_name:
            near = difflib.get_close_matches(name, by_name, n=3, cutoff=0.4)
            hint = f"did you mean {' or '.join(near)}?" if near else "`softintel crawl --list` shows them"
            raise UsersMistake(f"{name}: no such source; {hint}")
        chosen.append(by_name[name])
    return tuple(chosen) or tuple(sources)
