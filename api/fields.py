"""Filters typed into a query: ``org:RX1 kind:rating since:2024-01 publisher:"The Gazette"``. Any other ``x:y`` is words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from api.query import plain

MOST_FIELDS = 16

PARAMETERS = {
    "org": "org", "trust": "org", "kind": "kind", "subtype": "subtype", "status": "status", "source": "source",
    "publisher": "publisher", "type": "doc_type", "doc_type": "doc_type", "since": "since", "from": "since", "until": "until",
    "to": "until", "segment": "segment", "framework": "framework", "region": "region", "sector": "sector"}
"""The filter that each field stands for."""

SLUGS = frozenset({"kind", "subtype", "status", "doc_type", "sector"})
STATUS_WORDS = {"denied": "negated", "over": "ended"}
"""As the pages word the status."""

_PIECE = re.compile(r'-?"[^"]*(?:"|$)|(?<!\S)(?P<name>[A-Za-z_]+):(?:"(?P<quoted>[^"]*)"|(?P<value>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Field:
    """One filter as typed, at ``text[start:end]`` of the plain query, its value put as the filter wants it."""

    parameter: str
    value: str
    start: int
    end: int


def read_fields(text: str) -> tuple[Field, ...]:
    """The fields of a query, whether or not their values can be used; those in quoted phrases are words of the phrase."""
    found: list[Field] = []
    for piece in _PIECE.finditer(plain(text)):
        parameter = PARAMETERS.get((piece["name"] or "").lower())
        value = _value(parameter, piece["quoted"] or piece["value"] or "") if parameter else ""
        if parameter and value:
            found.append(Field(parameter, value, *piece.span()))
    return tuple(found[:MOST_FIELDS])


def without(text: str, *fields: Field) -> str:
    """The plain query less these fields."""
    text = plain(text)
    for field in sorted(fields, key=lambda field: -field.start):
        text = f"{text[:field.start]} {text[field.end:]}"
    return " ".join(text.split())


def _value(parameter: str, value: str) -> str:
    value = value.strip()
    if parameter in SLUGS:
        value = re.sub(r"[\s-]+", "_", value.lower())
    if parameter == "status":
        return STATUS_WORDS.get(value, value)
    if parameter == "region":
        return " ".join(value.replace("_", " ").replace("-", " ").split())
    return value
