"""A whole list as it is read, in constant memory: of one state of the database, within a stated time, while someone listens.

A list that cannot be finished is broken off in a way that a client must notice (the chunked body is never ended): half a list that
looks whole would be worse than none.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from threading import BoundedSemaphore

import anyio
from fastapi import Response
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from api.problems import TooBusy

logger = logging.getLogger("softintel.web")

MOST_SECONDS = 600
"""How long one list may take; while it is read, the database's log of changes cannot be folded in and grows."""

MOST_AT_ONCE = 8
"""Lists given whole at one time, in one process; each holds a connection and a state of the database."""

_slots = BoundedSemaphore(MOST_AT_ONCE)


class Stream(Response):
    """The parts of a body, each made in a thread when the one before has been taken."""

    def __init__(self, parts: Iterator[bytes], *, media_type: str, seconds: float = MOST_SECONDS) -> None:
        super().__init__(media_type=media_type, headers={"Cache-Control": "no-store"})
        del self.headers["content-length"]
        self.parts = parts
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it.

        Raises:
            TooBusy: as many lists as may be are being given already.
        """
        if not _slots.acquire(blocking=False):
            raise TooBusy(f"{MOST_AT_ONCE} whole lists are being given out already; ask again in a minute, or page by page")
        try:
            whole = False
            with anyio.move_on_after(self.seconds) as time:
                async with anyio.create_task_group() as group:
                    group.start_soon(_until_hung_up, receive, group.cancel_scope)
                    whole = await self._send(scope, send)
                    group.cancel_scope.cancel()
            if not whole:
                logger.warning("%s: list broken off: %s", scope["path"],
                               f"not finished after {self.seconds:g} seconds" if time.cancelled_caught else "see above, or hung up")
        finally:
            _slots.release()

    async def _send(self, scope: Scope, send: Send) -> bool:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        if not scope.get("softintel.head_only"):
            try:
                while (part := await run_in_threadpool(next, self.parts, None)) is not None:
                    await send({"type": "http.response.body", "body": part, "more_body": True})
            except sqlite3.Error as error:
                logger.error("%s: %s", scope["path"], error)
                return False
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        return True


async def _until_hung_up(receive: Receive, going_on: anyio.CancelScope) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    going_on.cancel()
