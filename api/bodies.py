"""Bodies of requests: read up to a size, of a stated type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter, ValidationError

from api.problems import TooLarge, UnsupportedMediaType

Value = TypeVar("Value")


async def body_of(request: Request, *, media_type: str, most: int) -> bytes:
    """The body of a request.

    Args:
        most: bytes; nothing beyond them is read.

    Raises:
        UnsupportedMediaType: it is said to be of another type.
        TooLarge: it is longer.
    """
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != media_type:
        raise UnsupportedMediaType(f"Content-Type: {given or 'none'}; this address reads {media_type}")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise TooLarge(f"the body is longer than {most:,} bytes, the most that this address takes")
    return body


def from_json(kind: TypeAdapter[Value], text: str | bytes, *, at: Sequence[str]) -> Value:
    """A value written as JSON.

    Args:
        at: where it stands in the request, for messages.

    Raises:
        RequestValidationError: it is not JSON, or not of this kind.
    """
    try:
        return kind.validate_json(text)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise RequestValidationError([one | {"loc": (*at, *one["loc"])} for one in found]) from error


def as_json(kind: TypeAdapter[Any]) -> dict[str, Any]:
    """For the description of a parameter: a value of this kind, written as JSON."""
    return {"contentMediaType": "application/json", "contentSchema": kind.json_schema(ref_template="#/components/schemas/{model}")}
