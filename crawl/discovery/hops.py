"""Which of a page's links lead on towards the board's papers, in which order, and how much of the site each may take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from corpora.schema import PartialDate
from crawl.discovery.anchors import Anchor
from crawl.discovery.context import MOST_HOPS, PageContext
from crawl.discovery.days import Span, first_day, name_day, year_in
from crawl.discovery.files import leads_nowhere, says_nothing, trimmed
from crawl.discovery.owners import names_another
from crawl.discovery.papers import Judgement, Reason
from crawl.discovery.signs import AGAINST, EARLIER, LEADS, NEXT_PAGE, OF_MEETINGS, body_of
from crawl.sources import host_of

LEAST, ENOUGH_NEAR_HOME, ENOUGH = 1.0, 3.0, 5.0
"""Near home little is enough, and at home, where nothing better is there, still less; behind it a link must speak of the board."""
SURE = 10.0
"""A link that is surely to the board's papers; beside it "About us" need not be followed."""
MOST_WAYS = (4, 3, 2)
"""How many links without a date are followed from the home page, from the next, and from those behind."""
MOST_DATED = 60
ELSEWHERE = re.compile(
    r"\b(?:watch|videos?|youtu\.?be|vimeo|live\s*stream\w*|recordings?|register|eventbrite|zoom|teams|facebook|twitter|linkedin|instagram)\b",
    re.IGNORECASE)
"""Links to other hosts that stand beside papers and lead to none."""
WEIGHT_OF_OTHERS = {"other": -9.0, "both": -4.0}
FOLDERS = AGAINST[:2]


class Hop(NamedTuple):
    """A link to follow."""

    anchor: Anchor
    judged: Judgement
    met_on: PartialDate | None = None
    dated: bool = False
    left: int = 0
    """How many pages may be asked for below it."""


class Hops(NamedTuple):
    """The links to follow, and how many more there were."""

    chosen: tuple[Hop, ...]
    left_out: int


def choose_hops(anchors: Sequence[Anchor], page: PageContext) -> Hops:
    """The links to follow from a page, best first; none where the way is long enough, or the page is another body's."""
    if page.trail.hops >= MOST_HOPS or page.body == "other":
        return Hops((), 0)
    best: dict[str, Hop] = {}
    for anchor in anchors:
        hop = _judge(anchor, page)
        if hop and (anchor.url not in best or hop.judged.score > best[anchor.url].judged.score):
            best[anchor.url] = hop
    ranked = sorted(best.values(), key=lambda hop: -hop.judged.score)
    dated = [hop for hop in ranked if hop.dated]
    ways = [hop for hop in ranked if not hop.dated]
    if ways and ways[0].judged.score >= ENOUGH_NEAR_HOME:
        least = SURE / 2 if ways[0].judged.score >= SURE else ENOUGH_NEAR_HOME
        ways = [hop for hop in ways if hop.judged.score >= least]
    wanted = [*ways[:MOST_WAYS[min(page.trail.hops, len(MOST_WAYS) - 1)]], *dated]
    chosen = wanted[:min(MOST_DATED, page.trail.left)]
    return Hops(_shared(chosen, page.trail.left - len(chosen)), len(wanted) - len(chosen))


def _shared(hops: Sequence[Hop], pages: int) -> tuple[Hop, ...]:
    """The pages that are left, parted by how good the links are."""
    weights = [max(hop.judged.score, 1.0) ** 2 for hop in hops]
    whole = sum(weights)
    return tuple(hop._replace(left=int(pages * weight / whole)) for hop, weight in zip(hops, weights, strict=True))


def _judge(anchor: Anchor, page: PageContext) -> Hop | None:
    words = f"{trimmed(anchor.words)} {anchor.about}".strip()
    if anchor.url == page.url or leads_nowhere(anchor.url) or (anchor.zone == "foot" and page.trail.hops):
        return None
    if names_another(words, page.org):
        return None
    abroad = not _same_site(anchor.url, page.url)
    if abroad and ELSEWHERE.search(f"{words} {anchor.url}"):
        return None
    named = words if not says_nothing(words) else f"{anchor.row} {' '.join(anchor.headings[-1:])}"
    path = _path_words(anchor.url)
    against = list(_signs_against(words, path))
    body = body_of(named) or body_of(path)
    if body in WEIGHT_OF_OTHERS:
        against.append(Reason("another body", WEIGHT_OF_OTHERS[body]))
    hop = _dated(anchor, page, named, against) if page.about_the_board and not abroad else None
    if hop:
        return hop
    reasons = [*_signs_for(named, path, page), *against]
    judged = Judgement(tuple(reasons))
    # Another host is named only where the papers are surely there; the source's row says whether it may be asked.
    least = SURE if abroad else (LEAST, ENOUGH_NEAR_HOME, ENOUGH)[min(page.trail.hops, 2)]
    if judged.score < least:
        return None
    # A meeting's page that is linked from elsewhere is no way to the others.
    day = first_day(named, today=page.today, year=page.year_of(anchor))
    return None if day and page.is_old(day) else Hop(anchor, judged, met_on=day, dated=day is not None)


def _signs_against(words: str, path: str) -> Iterator[Reason]:
    for sign in AGAINST:
        if sign.pattern.search(words):
            yield Reason(f"{sign.name} in the link", sign.weight)
        elif sign.pattern.search(path):
            # News and vacancies have folders of their own; other words stand in addresses of many pages.
            yield Reason(f"{sign.name} in the address", sign.weight * (1.0 if sign in FOLDERS else 0.6))


def _dated(anchor: Anchor, page: PageContext, named: str, against: list[Reason]) -> Hop | None:
    """A year's folder, a meeting's page, the next page of a list: only on pages of the board."""
    # News tells of meetings; only what calls itself one of the board's is looked at there.
    most_against = -7.0 if any(sign.pattern.search(named) for sign in OF_MEETINGS) else -3.0
    if anchor.zone == "foot" or sum(reason.weight for reason in against) <= most_against or _under_another_body(anchor, page):
        return None
    # What stands in the margin is a menu of this part of the site, or has nothing to do with it.
    if anchor.zone == "aside" and not _same_place(anchor.url, page.url):
        return None
    near = Reason("a page of the board", 3)
    if (anchor.is_next or NEXT_PAGE.match(anchor.words)) and _same_place(anchor.url, page.url):
        return Hop(anchor, Judgement((near, Reason("the next page of the list", 5), *against)), dated=True)
    year = page.year_of(anchor)
    day = first_day(named, today=page.today, year=year) or name_day(anchor.url, today=page.today)
    if day:
        if page.is_old(day) or (anchor.zone == "menu" and len(day) < 10):
            return None
        return Hop(anchor, Judgement((near, Reason(f"{day}", 4), *against)), met_on=day, dated=True)
    span = year_in(named) or year_in(path_end(anchor.url))
    if span and len(named.split()) <= 8:
        return None if _is_over(span, page) else Hop(anchor, Judgement((near, Reason("a year", 4), *against)), dated=True)
    return None


def _signs_for(named: str, path: str, page: PageContext) -> Iterator[Reason]:
    for sign in LEADS:
        if sign.pattern.search(named):
            yield Reason(f"{sign.name} in the link", sign.weight)
        elif sign.pattern.search(path):
            yield Reason(f"{sign.name} in the address", sign.weight / 2)
    if page.about_the_board and EARLIER.pattern.search(named):
        yield Reason(EARLIER.name, EARLIER.weight)
    if page.about_the_board and page.trail.hops:
        yield Reason("a page of the board", 1)


def _under_another_body(anchor: Anchor, page: PageContext) -> bool:
    for heading in reversed(anchor.headings):
        body = body_of(heading) if heading != page.called else None
        if body:
            return body == "other"
    return False


def _is_over(span: Span, page: PageContext) -> bool:
    return span.last.isoformat() < page.oldest


def _same_site(url: str, other: str) -> bool:
    one, two = (host_of(each).removeprefix("www.") for each in (url, other))
    return one == two or one.endswith(f".{two}") or two.endswith(f".{one}")


def _same_place(url: str, other: str) -> bool:
    one, two = urlsplit(url), urlsplit(other)
    folder = re.sub(r"/page/\d+/?$", "", two.path).rstrip("/")
    above = folder.rpartition("/")[0]
    return one.netloc == two.netloc and one.path.startswith(above if len(above) > 1 else folder)


def path_end(url: str) -> str:
    """The words of the last part of an address."""
    return re.sub(r"[_+.]+|-(?!\d)|(?<!\d)-", " ", unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]))[:200]


def _path_words(url: str) -> str:
    parts = urlsplit(url)
    return re.sub(r"[\W_]+", " ", unquote(f"{parts.path} {parts.query}"))[:300]
