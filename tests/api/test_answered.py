"""Quick answers and slow ones beside each other."""

from __future__ import annotations

from threading import Event

import anyio

from api.answered import answered, answered_slowly
from corpora.schema import Issue, Record

RECORD = Issue(stage="add", where="here", reason="invented")


def test_quick_answers_do_not_wait_for_slow_ones() -> None:
    may_end = Event()

    def slow() -> Record:
        assert may_end.wait(20)
        return RECORD

    def quick() -> Record:
        return RECORD

    async def ask() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(6):
                group.start_soon(answered_slowly(slow))
            try:
                with anyio.fail_after(5):
                    assert (await answered(quick)()).body
            finally:
                may_end.set()

    anyio.run(ask)
