"""Cursors: opaque to those who use them, the last row's place in the order to us."""

from __future__ import annotations

import base64
import binascii
import json

from api.problems import UnusableParameter


def encode_cursor(*place: str | int) -> str:
    """The place of the last row given out, as a cursor."""
    return base64.urlsafe_b64encode(json.dumps(place, separators=(",", ":")).encode()).decode().rstrip("=")


def decode_cursor(cursor: str | None, *, parts: int) -> tuple[str, ...] | None:
    """The place that a cursor of ours stands for; None for no cursor.

    Raises:
        UnusableParameter: it is not one that this list gave out.
    """
    if cursor is None:
        return None
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise UnusableParameter("cursor: not one that this list gave out; leave it out to start from the beginning") from error
    if not isinstance(place, list) or len(place) != parts or not all(
            isinstance(part, str) and part.isprintable() for part in place):
        raise UnusableParameter("cursor: of another list; leave it out to start from the beginning")
    return tuple(place)
