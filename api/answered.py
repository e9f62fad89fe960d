"""A single record as JSON, written where it was made.

The records of ``corpora.schema`` are valid from birth: FastAPI would check each again, and go to a thread once more for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from fastapi import Response

from corpora.schema import Record


def answered(endpoint: Callable[..., Record]) -> Callable[..., Any]:
    """An endpoint whose record is its answer; the description of the API names the record all the same."""
    @wraps(endpoint)
    def answer(*given: Any, **named: Any) -> Response:  # whatever the endpoint takes
        return Response(endpoint(*given, **named).model_dump_json(), media_type="application/json")

    return answer
