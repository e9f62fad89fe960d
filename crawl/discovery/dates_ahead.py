"""Meetings to come: from a board's page of dates, and from a pack's "date of next meeting"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from corpora.schema import Document, Meeting, OdsCode, PartialDate
from corpora.text.rendering import Line, render_lines
from crawl.discovery.days import Span, days_in, plain, year_in
from crawl.discovery.owners import official_name
from crawl.discovery.signs import body_of
from crawl.pages import Hint

AHEAD = datetime.timedelta(days=550)
MOST_LINES = 4000
LONGEST_LINE = 400
CALLED_OFF = re.compile(
    r"\b(?:cancelled|postponed|called\s+off|rearranged|no\s+longer|private|closed\s+session"
    r"|seminar(?!\s+rooms?)|development\s+(?:day|session)|deadline|published|questions?\s+(?:by|must)"
    r"|(?:available|uploaded|posted)\s+(?:\w+\s+){0,3}(?:on|by|from))\b", re.IGNORECASE)
MEETINGS = re.compile(r"\b(?:meetings?|in\s+public|dates|papers|agendas?)\b", re.IGNORECASE)
TIME = re.compile(
    r"(?<![\d.:/-])(?P<h>[01]?\d|2[0-3])(?:[.:](?P<m>[0-5]\d))?\s*(?P<half>[ap])\.?m\b\.?"
    r"|(?<![\d.:/-])(?P<h24>[01]\d|2[0-3]|\d)[.:](?P<m24>[0-5]\d)(?![\d./-])(?:\s*(?:hours|hrs))?"
    r"|\b(?P<noon>(?:12\s+)?noon|midday)\b", re.IGNORECASE)
PLACE = re.compile(
    r"\b(?:room|theatre|hall|suite|building|house|college|centre|center|hospital|board\s?room|hotel|road|street|campus|teams|zoom|online|virtual(?:ly)?"
    r"|livestream\w*|chamber|library|headquarters|hq|lecture)\b", re.IGNORECASE)
AT_A_NAME = re.compile(r"\s*(?:hours\s+|hrs\s+)?(?:at|in|venue:?|location:?)\s+(?:the\s+)?[A-Z][\w'’-]+\s+[A-Z]")
LABELLED = re.compile(r"\W*(?:(?P<time>time|starts?|start\s+time)|venue|location|where|place|address)\b\s*:", re.IGNORECASE)
"""A line that says more of the meeting in the line above."""
LINK_WORDS = re.compile(r"\b(?:agenda|papers?|minutes|pdf|download|watch|recording|join|register|click|link|view)\b", re.IGNORECASE)
PLACE_LEAD = re.compile(
    r"^(?:th(?:e|is)\s+(?:\w+\s+)?meeting\s+(?:will\s+be|is)\s+(?:held|taking\s+place)\b|(?:venue|location|place|where|time|at|in|the\s+venue\s+is|from|to|until|till|hours|hrs|held|via|and|the)\b\s*:?"
    r"|[\s,;:|–—-])+", re.IGNORECASE)
NEXT = re.compile(
    r"\b(?:dates?(?:,?\s+(?:and\s+)?(?:time|venue|place))*\s+of\s+(?:the\s+)?next\s+(?:\w+\s+){0,4}?meetings?"
    r"|next\s+(?:\w+\s+){0,4}?meeting(?:\s+in\s+public)?"
    r"(?:\s+(?:will\s+(?:be\s+held|take\s+place)|is\s+(?:on|to\s+be\s+held)|takes\s+place))?)\b", re.IGNORECASE)
OPENING_WORDS, OPENING = 400, 12_000
REACH = 260


def meetings_on_page(tree: HtmlElement, *, url: str, org: OdsCode, about_the_board: bool, called: str,
                     today: datetime.date) -> tuple[Meeting, ...]:
    """The board's meetings to come that a page lists, each once."""
    body = tree.find("body")
    lines = render_lines(tree if body is None else body, most=MOST_LINES)
    found: dict[PartialDate, Meeting] = {}
    heading, year = called, year_in(called)
    latest: PartialDate | None = None
    for line in lines:
        labelled = LABELLED.match(line.text) if latest else None
        if latest and labelled and not days_in(line.text, today=today).said:
            time, place = (_time(line.text), "") if labelled["time"] else (None, _place_of_words(line.text[labelled.end():]))
            found[latest] = fuller(found[latest], found[latest].model_copy(update={"time": time, "place": place}))
            continue
        if line.linked > 0.9 and not days_in(line.text, today=today).said:
            continue
        if line.heading:
            latest = None
            heading, year = line.text, year_in(line.text) or year
        if not _is_of_the_board(line, heading, called, about_the_board=about_the_board):
            continue
        meeting = _meeting(line.text, year, url=url, org=org, today=today)
        if meeting:
            known = found.get(meeting.day)
            found[meeting.day] = fuller(known, meeting) if known else meeting
            latest = meeting.day
    return tuple(found.values())


def next_meeting_of_pack(document: Document, *, hint: Hint, today: datetime.date) -> tuple[Meeting, ...]:
    """The next meeting that the opening pages of a pack or agenda give: the agenda ends with it. Later pages, and the papers of
    committees among those of a board, speak of other meetings.
    """
    org, after = hint.org, document.met_on or ""
    if org is None or document.url is None or body_of(hint.title) in ("other", "both"):
        return ()
    if body_of(document.text[:OPENING_WORDS]) in (None, "other"):
        return ()
    opening = document.text[:OPENING]
    for found in NEXT.finditer(opening):
        lead = plain(opening[max(0, found.start() - 60):found.end()])
        rest = plain(opening[found.end():found.end() + REACH].replace("\n", " "))
        if body_of(lead) in ("other", "both"):
            continue
        said = days_in(rest, today=today).said
        if not said or said[0].start > 120 or body_of(rest[:said[0].start]) in ("other", "both"):
            continue
        meeting = _meeting(rest[:_end_of_sentence(rest, said[0].end)], None, url=document.url, org=org, today=today)
        if meeting and meeting.day > after:
            return (meeting,)
    return ()


def fuller(one: Meeting, two: Meeting) -> Meeting:
    """One meeting told twice: what the first does not say, the second may."""
    return one.model_copy(update={"time": one.time or two.time, "place": one.place or two.place})


def _is_of_the_board(line: Line, heading: str, called: str, *, about_the_board: bool) -> bool:
    own = body_of(line.text)
    if own or CALLED_OFF.search(line.text):
        return own == "board" and not CALLED_OFF.search(line.text)
    above = body_of(heading)
    if above == "other" or CALLED_OFF.search(heading):
        return False
    return (above is not None or about_the_board) and bool(MEETINGS.search(f"{line.text[:LONGEST_LINE]} {heading} {called}"))


def _meeting(text: str, year: Span | None, *, url: str, org: OdsCode, today: datetime.date) -> Meeting | None:
    if len(text) > LONGEST_LINE:
        return None
    cells = [plain(cell) for cell in text.split("  ") if cell.strip()]
    line = " | ".join(cells)
    days = [each for each in days_in(line, today=today, year=year).said if len(each.day) == 10]
    # A line of several days is prose, or a row of the year's dates: each has no place of its own.
    ahead = [each for each in days if today.isoformat() <= each.day <= (today + AHEAD).isoformat()]
    if not ahead or len({each.day for each in days}) > 1:
        return None
    rest = plain(f"{line[:ahead[0].start]} | {line[ahead[0].end:]}")
    time = _time(rest)
    return Meeting(org=org, day=ahead[0].day, title=f"{official_name(org, org)}: board meeting in public", time=time,
                   place=_place(TIME.sub(" | ", rest).split("|")), url=url)


def _time(text: str) -> str | None:
    found = TIME.search(text)
    if found is None:
        return None
    if found["noon"]:
        return "12:00"
    if found["h24"]:
        return f"{int(found['h24']):02d}:{found['m24']}"
    hour = int(found["h"])
    if not 1 <= hour <= 12:
        return None
    return f"{hour % 12 + (12 if found['half'].lower() == 'p' else 0):02d}:{found['m'] or '00'}"


def _place(parts: Iterable[str]) -> str:
    for part in parts:
        place = _place_of_words(part)
        if place and (PLACE.search(place) or AT_A_NAME.match(part)) and not (LINK_WORDS.search(place) and len(place) < 30):
            return place
    return ""


def _place_of_words(words: str) -> str:
    place = re.sub(r"\s+", " ", PLACE_LEAD.sub("", words.strip())).partition(". ")[0]
    return place.strip(" .,;:–-")[:160]


def _end_of_sentence(text: str, start: int) -> int:
    found = re.compile(r"(?<!\b[ap])\.\s+(?=[A-Z])|\s{2,}").search(text, start)
    return found.start() if found else len(text)
