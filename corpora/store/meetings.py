"""Meetings that pages and papers announce, as each said when it was last read; and what they say together."""

from __future__ import annotations

import datetime
from collections.abc import Sequence, Set
from itertools import groupby
from typing import NamedTuple

from corpora.schema import Meeting
from corpora.store.connection import Connection

COLUMNS = "org, day, title, time, place, url, seen_at"
MOVED = datetime.timedelta(days=21)
"""Boards meet once a month at most: two days that lie closer are one meeting that was moved."""


class _Said(NamedTuple):
    gone: bool
    in_paper: bool
    meeting: Meeting


class Meetings(Connection):
    """Writing and asking for announced meetings."""

    def replace_meetings(self, page: str, meetings: Sequence[Meeting], *, seen_at: str, in_paper: bool = False,
                         led_to: str = "") -> None:
        """The meetings to come that this page announces are now these; those that are over stay.

        Args:
            page: the address that was asked for. Where it leads may change, and is what a meeting shows.
            seen_at: when it was fetched, as captures have it; a meeting that is as it was keeps the time it was first seen.
            in_paper: it is no page but a paper, which goes on saying what was right when it was written.
            led_to: where the page was found this time.
        """
        kept = {(meeting.org, meeting.day, meeting.title) for meeting in meetings}
        with self.atomic():
            announced = self.db.execute("SELECT page, org, day, title FROM meetings WHERE page IN (?, ?) AND day >= ?",
                                        [page, led_to or page, seen_at[:10]]).fetchall()
            self.db.conn.executemany("DELETE FROM meetings WHERE page = ? AND org = ? AND day = ? AND title = ?",
                                     [row for row in announced if tuple(row[1:]) not in kept])
            self.db.conn.executemany(
                f"INSERT INTO meetings (page, in_paper, {COLUMNS}) "
                "VALUES (:page, :in_paper, :org, :day, :title, :time, :place, :url, :seen_at) "
                "ON CONFLICT (page, org, day, title) DO UPDATE SET "
                "seen_at = CASE WHEN excluded.time IS time AND excluded.place = place THEN seen_at ELSE excluded.seen_at END, "
                "time = excluded.time, place = excluded.place, url = excluded.url, in_paper = excluded.in_paper, gone = 0",
                [meeting.model_dump() | {"page": page, "in_paper": in_paper, "seen_at": seen_at} for meeting in meetings])

    def page_is_gone(self, page: str, *, since: str) -> None:
        """What this page announced from that day on is shown no more, as nobody could check it.

        It still counts against what papers said before: that a meeting was moved is not undone by a page's going.
        """
        self.db.execute("UPDATE meetings SET gone = 1 WHERE page = ? AND day >= ?", [page, since])

    def meetings(self, *, orgs: tuple[str, ...] = (), since: str = "") -> list[Meeting]:
        """Announced meetings from that day on, earliest first; of these organisations, or of all.

        One that several announce is the newest's, with what the older say and the newer leave open. What papers alone announce is
        left out where a page names a day close to it: the meeting was moved after the paper was written.
        """
        condition = f" AND org IN ({', '.join('?' * len(orgs))})" if orgs else ""
        near = _shifted(since, -MOVED) if since else ""
        rows = self.db.execute(f"SELECT gone, in_paper, {COLUMNS} FROM meetings WHERE day >= ?{condition} "
                               "ORDER BY day, org, title, seen_at, in_paper DESC, page", [near, *orgs]).fetchall()
        told = [_Said(bool(gone), bool(in_paper), Meeting.model_validate(dict(zip(COLUMNS.split(", "), row, strict=True))))
                for gone, in_paper, *row in rows]
        on_pages: dict[str, set[str]] = {}
        for said in told:
            if not said.in_paper:
                on_pages.setdefault(said.meeting.org, set()).add(said.meeting.day)
        sayings = groupby([said for said in told if not said.gone and said.meeting.day >= since],
                          key=lambda said: (said.meeting.org, said.meeting.day, said.meeting.title))
        return [_together([said.meeting for said in same]) for same in map(list, (group for _, group in sayings))
                if not all(said.in_paper for said in same)
                or not _was_moved(same[0].meeting.day, on_pages.get(same[0].meeting.org, set()))]


def _together(sayings: Sequence[Meeting]) -> Meeting:
    """One meeting of what was said of it, the oldest first."""
    known, *newer = sayings
    for said in newer:
        time, place = said.time or known.time, said.place or known.place
        is_news = (time, place) != (known.time, known.place)
        known = said.model_copy(update={"time": time, "place": place, "seen_at": said.seen_at if is_news else known.seen_at})
    return known


def _was_moved(day: str, on_pages: Set[str]) -> bool:
    """Whether a page names another day close to this one; where a page names this day, the paper is right."""
    first, last = _shifted(day, -MOVED), _shifted(day, MOVED)
    return day not in on_pages and any(first <= other <= last for other in on_pages)


def _shifted(day: str, by: datetime.timedelta) -> str:
    """The day that lies so far from this one; of a month or year alone, as it is: that it was moved is not to be told."""
    return (datetime.date.fromisoformat(day) + by).isoformat() if len(day) == len("2026-06-03") else day
