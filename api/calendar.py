"""Meetings as an iCalendar file (RFC 5545), which calendar programs subscribe to."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from api.links import safe_link
from corpora.schema import Meeting, identifier

WIDEST_LINE = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# Summer time in the United Kingdom by the rule that has held since 1996.
TIME_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE""".split("\n")


def calendar_of(meetings: Sequence[Meeting], *, name: str) -> bytes:
    """A calendar of these meetings; those of which only the month is known are left out.

    The same meetings give the same bytes: ``UID`` is made of organisation, day and title, ``DTSTAMP`` is when a page was seen to
    say so.

    Args:
        name: what calendar programs call it.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//softintel//Board meetings//EN", "CALSCALE:GREGORIAN",
             f"X-WR-CALNAME:{escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:P1D", *TIME_ZONE]
    for meeting in meetings:
        if len(meeting.day) == len("2026-03-05"):
            lines += _event(meeting)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(meeting: Meeting) -> Iterator[str]:
    day = meeting.day.replace("-", "")
    yield "BEGIN:VEVENT"
    yield f"UID:{identifier(meeting.org, meeting.day, meeting.title)}@softintel"
    yield f"DTSTAMP:{_stamp(meeting)}"
    yield f"DTSTART;TZID=Europe/London:{day}T{meeting.time.replace(':', '')}00" if meeting.time else f"DTSTART;VALUE=DATE:{day}"
    yield f"SUMMARY:{escaped(meeting.title or 'Board meeting')}"
    if meeting.place:
        yield f"LOCATION:{escaped(meeting.place)}"
    link = safe_link(meeting.url)
    if link:
        yield f"URL:{UNPRINTABLE.sub('', link)}"
        yield f"DESCRIPTION:{escaped(f'Announced at {link}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _stamp(meeting: Meeting) -> str:
    """When it was announced, in UTC; where that is not known, the day itself, so that it does not change with every request."""
    try:
        seen = datetime.datetime.fromisoformat(meeting.seen_at)
    except ValueError:
        return f"{meeting.day.replace('-', '')}T000000Z"
    return seen.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """A text as a property's value (RFC 5545, 3.3.11)."""
    text = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """A long line in parts, none of which is more than 75 octets with its leading space; no character is cut in two."""
    parts: list[str] = []
    part, size, room = "", 0, WIDEST_LINE
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > room:
            parts.append(part)
            part, size, room = "", 0, WIDEST_LINE - 1
        part += character
        size += width
    return "\r\n ".join([*parts, part])
