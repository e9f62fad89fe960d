"""What is known of a page before its links are judged: whose meetings it is about, which year, which day, how far from home."""

from __future__ import annotations

import datetime

from corpora.schema import OdsCode, PartialDate, Record
from crawl.discovery.anchors import Anchor, Outline
from crawl.discovery.days import Span, days_in, first_day, year_in
from crawl.discovery.signs import Body, body_of
from crawl.pages import Hint

OLDEST = datetime.timedelta(days=3 * 366)
"""Papers of the last three years are gathered."""
MOST_HOPS = 6
MOST_PAGES = 400
"""So many pages of one site may be asked for on the way to its papers; each passes a share on to those below it."""


class Trail(Record):
    """The way that led to a page; it travels in ``Hint.more``."""

    hops: int = 0
    left: int = MOST_PAGES
    """How many pages may be asked for below this one."""
    board: bool = False
    """The link that led here was one to the board's meetings."""
    way: str = ""
    """The words of the links that led here."""

    @classmethod
    def of(cls, hint: Hint) -> Trail:
        """The way as a hint tells it."""
        told = hint.more
        return cls(hops=int(told.get("hops", "0")), left=int(told.get("left", str(MOST_PAGES))), board=told.get("board") == "yes",
                   way=told.get("way", ""))

    def told(self, **more: str) -> dict[str, str]:
        """The way as a hint's ``more``."""
        return {"hops": str(self.hops), "left": str(self.left), "board": "yes" if self.board else "no",
                "way": self.way[-200:]} | more


class PageContext(Record):
    """What a page says of all its links together."""

    url: str
    called: str
    """Its headline, or its title where it has none."""
    body: Body | None
    met_on: PartialDate | None = None
    """The day of the meeting that the page is about."""
    year: tuple[datetime.date, datetime.date] | None = None
    trail: Trail
    org: OdsCode | None = None
    today: datetime.date

    @classmethod
    def of(cls, outline: Outline, hint: Hint, *, today: datetime.date) -> PageContext:
        """What the page's own words say, and where they are silent what the link that led to it said."""
        trail = Trail.of(hint)
        called = outline.heading or outline.title
        # A title names the site too: "Council of Governors | Exampleshire": only its first part speaks of the page.
        said = body_of(called) or body_of(_first_part(outline.title))
        span = year_in(called) or year_in(_first_part(outline.title)) or year_in(hint.title)
        year = Span(*span) if span else None
        met_on = first_day(called, today=today, year=year) or first_day(_first_part(outline.title), today=today, year=year)
        return cls(url=outline.url, called=called, body=said or ("board" if trail.board else None),
                   met_on=met_on or hint.met_on, year=tuple(span) if span else None, trail=trail, org=hint.org, today=today)

    @property
    def about_the_board(self) -> bool:
        """True where the page is one of the board's meetings."""
        return self.body in ("board", "both")

    @property
    def oldest(self) -> str:
        """The first day of the three years."""
        return (self.today - OLDEST).isoformat()

    def is_old(self, day: PartialDate) -> bool:
        """True for a day, month or year that lies wholly before the three years."""
        return day < self.oldest[:len(day)]

    def year_of(self, anchor: Anchor) -> Span | None:
        """The year that days without one belong to: the innermost that a heading above them names."""
        for heading in reversed(anchor.headings):
            found = year_in(heading)
            if found:
                return found
        return Span(*self.year) if self.year else None

    def days_of(self, text: str, anchor: Anchor) -> tuple[PartialDate, ...]:
        """The days that a text beside a link speaks of."""
        return tuple(each.day for each in days_in(text, today=self.today, year=self.year_of(anchor)).said)


def _first_part(title: str) -> str:
    for bar in (" | ", " – ", " — ", " :: ", " - "):
        title = title.partition(bar)[0]
    return title
