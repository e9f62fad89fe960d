"""A single record as JSON, written where it was made.

The records of ``corpora.schema`` are valid from birth: FastAPI would check each again, and go to a thread once more for it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import Any

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import Request, Response

from api.library import Library, the_library
from api.listing import can_be_given
from corpora.schema import Record
from corpora.store import Store

AT_ONCE = 2
"""Of quick answers, so many are worked on at a time, and the others wait their turn: one that takes turns with fifteen others for
Python's lock is done when the last of them is, and all are later."""

_slots: RunVar[CapacityLimiter] = RunVar("softintel_quick_answers")
_slow_slots: RunVar[CapacityLimiter] = RunVar("softintel_slow_answers")


def answered(endpoint: Callable[..., Record]) -> Callable[..., Any]:
    """A quick endpoint whose record is its answer; the description of the API names the record all the same."""
    @wraps(endpoint)
    async def answer(*given: Any, **named: Any) -> Response:  # whatever the endpoint takes
        return await to_thread.run_sync(partial(_made, partial(endpoint, *given, **named)), limiter=_limiter(_slots, AT_ONCE))

    return answer


def answered_slowly(endpoint: Callable[..., Record]) -> Callable[..., Any]:
    """As ``answered``, where the work may take seconds: one at a time, beside the quick ones, which do not wait for it."""
    @wraps(endpoint)
    async def answer(*given: Any, **named: Any) -> Response:  # whatever the endpoint takes
        return await to_thread.run_sync(partial(_made, partial(endpoint, *given, **named)), limiter=_limiter(_slow_slots, 1))

    return answer


def straight(endpoint: Callable[[Library, Store, str], Record]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint of one ``{code}`` for a route of Starlette that goes before the one of FastAPI, which describes it.

    What FastAPI does on its way to an endpoint takes as long as half the answer: it is worth it where one route is asked more
    than all others. Errors, headers and forms are those of every route.
    """
    async def answer(request: Request) -> Response:
        await can_be_given(request)
        library, code = await the_library(request), request.path_params["code"]
        return await to_thread.run_sync(partial(_made_with, library, endpoint, code), limiter=_limiter(_slots, AT_ONCE))

    return answer


def _made_with(library: Library, endpoint: Callable[[Library, Store, str], Record], code: str) -> Response:
    with library.open() as store:
        return _made(partial(endpoint, library, store, code))


def _made(ask: Callable[[], Record]) -> Response:
    return Response(ask().model_dump_json(), media_type="application/json")


def _limiter(slots: RunVar[CapacityLimiter], at_once: int) -> CapacityLimiter:
    """That of the running event loop."""
    found = slots.get(None)
    if found is None:
        found = CapacityLimiter(at_once)
        slots.set(found)
    return found
