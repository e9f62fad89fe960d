"""Text from documents, made fit for a terminal."""

from __future__ import annotations

import re

from pydantic import BaseModel

STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What JSON may hold as it is and a terminal obeys: the second set of control characters, ends of lines, directions of writing."""


def one_line(text: str) -> str:
    """The text on one line and without control characters: what was crawled must not steer a terminal or forge a line."""
    return "".join(character if character.isprintable() else " " for character in " ".join(text.split()))


def json_line(record: BaseModel) -> str:
    """The record as JSON on one line, with what would steer a terminal written as ``\\u009b``: it reads back the same."""
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", record.model_dump_json())
