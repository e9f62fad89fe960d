"""In which form an answer is asked for: by ``?format=``, else by the ``Accept`` header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from fastapi import Request

from api.problems import NotAcceptable

Format = Literal["json", "csv", "jsonl"]

MEDIA_TYPES: dict[Format, str] = {
    "json": "application/json", "csv": "text/csv; charset=utf-8; header=present", "jsonl": "application/jsonl"}

ALSO_CALLED = {"application/x-ndjson": "application/jsonl", "application/x-jsonlines": "application/jsonl"}

Range = tuple[str, float]
"""A media range of an ``Accept`` header and its weight."""


def asked_form(request: Request, offered: Sequence[Format]) -> Format:
    """The form among those offered that the ``Accept`` header likes best; the first of those that it likes as well.

    Raises:
        NotAcceptable: it likes none of them.
    """
    ranges = _ranges(", ".join(request.headers.getlist("accept")))
    if not ranges:
        return offered[0]
    best = max(offered, key=lambda form: _weight(form, ranges))
    if _weight(best, ranges) <= 0:
        types = ", ".join(MEDIA_TYPES[form].partition(";")[0] for form in offered)
        raise NotAcceptable(f"Accept: nothing that it allows can be given here; this address gives {types}")
    return best


def _ranges(header: str) -> list[Range]:
    found = []
    for element in header.split(","):
        name, *parameters = (part.strip().lower() for part in element.split(";"))
        if name.count("/") == 1:
            found.append((ALSO_CALLED.get(name, name), _quality(parameters)))
    return found


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _weight(form: Format, ranges: list[Range]) -> float:
    """That of the closest range: the type itself, then ``text/*``, then ``*/*``."""
    name = MEDIA_TYPES[form].partition(";")[0]
    for pattern in (name, f"{name.partition('/')[0]}/*", "*/*"):
        weights = [weight for given, weight in ranges if given == pattern]
        if weights:
            return max(weights)
    return 0.0
