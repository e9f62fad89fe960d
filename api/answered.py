"""A single record as JSON, written where it was made.

The records of ``corpora.schema`` are valid from birth: FastAPI would check each again, and go to a thread once more for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import Response

from corpora.schema import Record

AT_ONCE = 2
"""Of quick answers, so many are worked on at a time, and the others wait their turn: one that takes turns with fifteen others for
Python's lock is done when the last of them is, and all are later."""

_slots: RunVar[CapacityLimiter] = RunVar("softintel_quick_answers")


def answered(endpoint: Callable[..., Record]) -> Callable[..., Any]:
    """A quick endpoint whose record is its answer; the description of the API names the record all the same."""
    @wraps(endpoint)
    async def answer(*given: Any, **named: Any) -> Response:  # whatever the endpoint takes
        return await to_thread.run_sync(partial(_made, partial(endpoint, *given, **named)), limiter=_limiter())

    return answer


def _made(ask: Callable[[], Record]) -> Response:
    return Response(ask().model_dump_json(), media_type="application/json")


def _limiter() -> CapacityLimiter:
    """That of the running event loop."""
    found = _slots.get(None)
    if found is None:
        found = CapacityLimiter(AT_ONCE)
        _slots.set(found)
    return found
