"""Which meeting a paper is of: by the link's words, its row, the headings above it, the page, its file's name; in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from corpora.schema import PartialDate
from crawl.discovery.anchors import Anchor
from crawl.discovery.context import PageContext
from crawl.discovery.days import agrees, days_in, name_day

Place = Literal["link", "row", "heading", "page", "name"]
MINUTES = re.compile(r"\bminutes\b|\baction\s+log\b|\bmatters\s+arising\b", re.IGNORECASE)


class Met(NamedTuple):
    """The day of a meeting, and where it is said."""

    day: PartialDate
    place: Place


def meeting_day(anchor: Anchor, page: PageContext) -> Met | None:
    """The day of the meeting that a link belongs to; a month alone is made fuller by a place that says the day.

    Minutes among the papers of a later meeting are that meeting's: they were put before it.
    """
    said = list(_said(anchor, page))
    if not said:
        return None
    chosen = said[0]
    later = next((met for met in said if met.place in ("heading", "page") and len(met.day) == 10), None)
    if later and chosen.place in ("link", "row") and MINUTES.search(anchor.words) and chosen.day < later.day:
        return later
    fuller = next((met for met in said if len(met.day) > len(chosen.day) and agrees(met.day, chosen.day)), None)
    return Met(fuller.day, chosen.place) if fuller else chosen


def published_day(anchor: Anchor, page: PageContext) -> PartialDate | None:
    """The day on which the page says that it put the paper up."""
    for text in (anchor.words, anchor.about, anchor.row):
        published = days_in(text, today=page.today).published
        if published:
            return published
    return None


def _said(anchor: Anchor, page: PageContext) -> Iterator[Met]:
    for text in (anchor.words, anchor.about):
        yield from (Met(day, "link") for day in _fullest(page.days_of(text, anchor)))
    if anchor.row != anchor.words:
        days = page.days_of(anchor.row, anchor)
        # A row of several days is a list, which says nothing of one of its links.
        if len(set(days)) == 1:
            yield Met(days[0], "row")
    for heading in reversed(anchor.headings):
        if heading != page.called:
            yield from (Met(day, "heading") for day in _fullest(page.days_of(heading, anchor)))
    if page.met_on:
        yield Met(page.met_on, "page")
    named = name_day(anchor.url, today=page.today)
    if named:
        yield Met(named, "name")


def _fullest(days: tuple[PartialDate, ...]) -> tuple[PartialDate, ...]:
    """The days with whole dates before months."""
    return tuple(sorted(days, key=lambda day: -len(day)))
