"""JSON from other people's servers: every value is asked for by name and kind; what is not as expected is told with its place."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from corpora.errors import UnreadableInput
from corpora.schema import PartialDate
from corpora.text.calendar_dates import EARLIEST
from corpora.text.cleaning import clean_line, clean_text

DEEPEST = 60
"""Answers nest some ten levels; more is an attack on whoever walks them."""
DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?=$|[T ]|\d{6}$)")


@dataclass(frozen=True, slots=True)
class Part:
    """One value of an answer, with the place where it stands for messages."""

    value: object
    where: str

    @classmethod
    def of(cls, body: bytes, *, url: str) -> Self:
        """The whole answer.

        Raises:
            UnreadableInput: it is no JSON, or nested deeper than any answer is.
        """
        if _depth(body) > DEEPEST:
            raise UnreadableInput(f"{url}: the answer is nested deeper than {DEEPEST} levels")
        try:
            return cls(json.loads(body.decode("utf-8-sig"), parse_constant=_refuse), url)
        except (ValueError, RecursionError) as error:
            raise UnreadableInput(f"{url}: the answer is not JSON: {error}") from error

    def part(self, name: str) -> Part:
        """The value of this name.

        Raises:
            UnreadableInput: there is none, or this is not an object.
        """
        found = self.maybe(name)
        if found is None:
            raise UnreadableInput(f"{self.where}: has no {name}, as such answers have")
        return found

    def maybe(self, name: str) -> Part | None:
        """The value of this name, or None where there is none or it is null.

        Raises:
            UnreadableInput: this is not an object.
        """
        if not isinstance(self.value, dict):
            raise UnreadableInput(f"{self.where}: is not an object, as in such answers")
        value = self.value.get(name)
        return None if value is None else Part(value, f"{self.where} {name}" if " " in self.where else f"{self.where}, {name}")

    def parts(self, name: str = "") -> tuple[Part, ...]:
        """The values of the list of this name, or of this list; none where it is absent or null.

        Raises:
            UnreadableInput: it is not a list.
        """
        found = self.maybe(name) if name else self
        if found is None:
            return ()
        if not isinstance(found.value, list):
            raise UnreadableInput(f"{found.where}: is not a list, as in such answers")
        return tuple(Part(value, f"{found.where} {number}") for number, value in enumerate(found.value, start=1))

    def has(self, *names: str) -> bool:
        """True where this is an object that has one of these names."""
        return isinstance(self.value, dict) and any(name in self.value for name in names)

    def words(self, name: str) -> str:
        """The text of this name as one clean line; empty where there is none. A number is its digits.

        Raises:
            UnreadableInput: it is neither text nor number.
        """
        return clean_line(self.text(name))

    def text(self, name: str) -> str:
        """The text of this name with its lines; empty where there is none.

        Raises:
            UnreadableInput: it is neither text nor number.
        """
        found = self.maybe(name)
        if found is None:
            return ""
        if isinstance(found.value, bool) or not isinstance(found.value, str | int | float):
            raise UnreadableInput(f"{found.where}: is not text, as in such answers")
        return clean_text(str(found.value))

    def number(self, name: str) -> int | None:
        """The whole number of this name, also where it is written as text; None where there is none.

        Raises:
            UnreadableInput: it is not a whole number from 0 to 10^9.
        """
        written = self.words(name)
        if not written:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", written):
            raise UnreadableInput(f"{self.where}, {name}: {written[:40]!r} is not a whole number")
        return int(written)

    def needed_number(self, name: str) -> int:
        """The whole number of this name.

        Raises:
            UnreadableInput: there is none.
        """
        found = self.number(name)
        if found is None:
            raise UnreadableInput(f"{self.where}: has no {name}, as such answers have")
        return found

    def day(self, name: str) -> PartialDate | None:
        """The day of this name, of a date or a time in any ISO writing; None where there is none.

        Raises:
            UnreadableInput: it is no date.
        """
        written = self.words(name)
        if not written:
            return None
        day = day_of(written)
        if day is None:
            raise UnreadableInput(f"{self.where}, {name}: {written[:40]!r} is not a date")
        return day


def day_of(written: str) -> PartialDate | None:
    """The day of an ISO date or time, or of one without hyphens (``20131001``, ``20131001T120000Z``); None where it is none."""
    found = DAY.match(written)
    if not found:
        return None
    try:
        return datetime.date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None


def published_by(day: PartialDate | None, today: datetime.date) -> PartialDate | None:
    """The day, if something can have been published on it: not in the future but for time zones, not before the web."""
    latest = today + datetime.timedelta(days=1)
    return day if day and EARLIEST.isoformat() <= day <= latest.isoformat() else None


def is_on_site(url: str, of: str) -> bool:
    """True where two addresses have scheme, host and port in common."""
    try:
        return urlsplit(url)[:2] == urlsplit(of)[:2]
    except ValueError:
        return False


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _depth(body: bytes) -> int:
    """How deep brackets nest, those within texts left out."""
    deepest = depth = 0
    for piece in re.finditer(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', body, re.DOTALL):
        token = piece.group()
        if token in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif token in (b"]", b"}"):
            depth -= 1
    return deepest
