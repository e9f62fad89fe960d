"""Whether a link leads to a paper of the board: signs for and against, weighed, each told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crawl.discovery.anchors import Anchor
from crawl.discovery.context import PageContext
from crawl.discovery.days import first_day
from crawl.discovery.files import name_words, trimmed
from crawl.discovery.meeting_day import Met, meeting_day
from crawl.discovery.owners import names_another
from crawl.discovery.signs import (
    BY_NAME,
    END_OF_PAPERS,
    NEVER,
    PAPERS,
    REPORTS,
    STANDING,
    Sign,
    body_of,
    is_own_meeting_of_another,
)

ENOUGH = 5.0
DAY_FIRST = re.compile(r"\W*(?:[A-Z][a-z]+day,?\s+)?\d")


class Reason(NamedTuple):
    """One sign and what it weighs."""

    words: str
    weight: float

    def __str__(self) -> str:
        return f"{self.words} {self.weight:+g}"


class Judgement(NamedTuple):
    """What the signs come to."""

    reasons: tuple[Reason, ...]
    met: Met | None = None
    taken: bool = False

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def why(self) -> str:
        """The signs in words."""
        return "; ".join(map(str, self.reasons))[:400]


def judge_paper(anchor: Anchor, page: PageContext) -> Judgement:
    """Whether a file is one of the board's papers."""
    met = meeting_day(anchor, page)
    heading = _heading_of_meeting(anchor, page)
    within = heading is not None
    own = f"{trimmed(anchor.words)} {anchor.about}".strip()
    of_a_meeting = within or _row_begins_with_a_day(anchor, met)
    reasons = [*_body(anchor, page, own, within=within), *_day(met), *_own_words(anchor, own, within=of_a_meeting)]
    if anchor.zone in ("aside", "foot"):
        reasons.append(Reason("beside or below the page", -4))
    if any(END_OF_PAPERS.search(text) for text in anchor.headings[-1:]) and not within:
        reasons.append(Reason(f"under {anchor.headings[-1][:60]!r}", -5))
    if any(names_another(text, page.org) for text in (own, anchor.row, *anchor.headings, page.called)):
        reasons.append(Reason("another trust's", -9))
    judged = Judgement(tuple(reasons), met)
    taken = judged.score >= ENOUGH and not (met is not None and page.is_old(met.day))
    return judged._replace(taken=taken)


def _heading_of_meeting(anchor: Anchor, page: PageContext) -> str | None:
    """The innermost heading above a link that is a meeting's own: it names a day, and nothing below it ends the papers."""
    for heading in reversed(anchor.headings):
        if heading == page.called:
            break
        if first_day(heading, today=page.today, year=page.year_of(anchor)):
            return heading
        if END_OF_PAPERS.search(heading):
            return None
    return page.called if page.met_on else None


def _row_begins_with_a_day(anchor: Anchor, met: Met | None) -> bool:
    """``5 March 2026 | Agenda | Late paper``: a row that is a meeting."""
    return met is not None and met.place == "row" and DAY_FIRST.match(anchor.row) is not None


def _body(anchor: Anchor, page: PageContext, own: str, *, within: bool) -> Iterator[Reason]:
    """Whose meeting: the nearest words that name a body decide; within a board's meeting the items are about others too."""
    name = name_words(anchor.url)
    if is_own_meeting_of_another(own) or (not body_of(own) and is_own_meeting_of_another(name)):
        yield Reason("another body's meeting", -9)
        return
    places: list[tuple[str, str, float]] = [] if within else [("link", own, 4), ("row", anchor.row, 3)]
    if within and body_of(own) == "board":
        yield Reason("board in the link", 4)
        return
    places += [("heading", heading, 3) for heading in reversed(anchor.headings) if heading != page.called]
    above = next((body for text in reversed(anchor.headings) if text != page.called and (body := body_of(text))), None)
    for place, text, weight in places:
        body = body_of(text)
        if body == "board" and above == "other" and place != "heading" and not BY_NAME.search(text):
            yield Reason("under another body's heading", -9)
            return
        if body == "board":
            yield Reason(f"board in the {place}", weight)
            return
        # An item of a list may speak of both; a heading of both is of the board too.
        if body == "other" or (body == "both" and place != "heading"):
            yield Reason(f"another body in the {place}", -9)
            return
    if page.about_the_board:
        yield Reason("a page of the board", 3)
    elif page.body == "other":
        yield Reason("a page of another body", -9)
    elif body_of(name) == "board":
        yield Reason("board in the file's name", 3)


def _day(met: Met | None) -> Iterator[Reason]:
    if met:
        yield Reason(f"{met.day} in the {met.place}", 3)


def _own_words(anchor: Anchor, own: str, *, within: bool) -> Iterator[Reason]:
    text = f"{own} {name_words(anchor.url)}"
    for signs in (NEVER, () if within else STANDING):
        yield from _first(signs, text)
    if PAPERS.pattern.search(text):
        yield Reason(PAPERS.name, PAPERS.weight)
    elif REPORTS.pattern.search(text) or within:
        yield Reason(REPORTS.name, REPORTS.weight)


def _first(signs: Sequence[Sign], text: str) -> Iterator[Reason]:
    for sign in signs:
        found = sign.pattern.search(text)
        if found:
            yield Reason(f"{sign.name} ({found.group().lower()})", sign.weight)
            return
