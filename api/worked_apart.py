"""What is worked out from a large database is worked out in a process of its own.

In the server it would take turns with every request for as long as it lasts, at five milliseconds a turn, and leave its memory
behind. The child is given a function by its name and the path of the database, and returns what the function makes of it.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from corpora.apart import MEBIBYTE, Apart, TaskBroke
from corpora.errors import UnreadableInput
from corpora.store import Store

logger = logging.getLogger("softintel.web")


class Stopped(Exception):
    """What was being worked out is wanted by nobody any more."""


Answer = TypeVar("Answer")

LARGE = 20_000
"""Pieces of evidence from which on it is worth it: starting the child and fetching the answer take half a second."""

MOST_MEMORY = 8192 * MEBIBYTE
LONGEST_SECONDS = 900.0
BEHIND = 2
"""How far the child stands back behind the server, as Unix's ``nice`` counts: not so far that it never gets its turn."""


class WorksApart:
    """One child that works things out. Not for two threads at a time."""

    def __init__(self) -> None:
        self._apart = Apart(most_memory=MOST_MEMORY, longest_seconds=LONGEST_SECONDS, modules=(__name__,))
        self._closed = False

    def work_out(self, function: Callable[[Store], Answer], store: Store) -> Answer:
        """``function(store)``: worked out here where the store is small, or where the child fails, which is logged.

        Args:
            function: one that a module holds, or a ``partial`` of one.

        Raises:
            Stopped: it was closed meanwhile.
        """
        if is_large(store):
            try:
                answer: Answer = pickle.loads(self._apart.do(  # noqa: S301  # from our own child
                    f"{__name__}:work_out_here", pickle.dumps(function), os.fsencode(store.path.resolve()), name=str(store.path)))
                return answer
            except (UnreadableInput, TaskBroke, OSError) as error:
                if self._closed:
                    raise Stopped from error
                logger.error("worked out in the server itself, as the process for it failed: %s", error)
        if self._closed:
            raise Stopped
        with store.snapshot():
            return function(store)

    def close(self) -> None:
        """End the child, whatever it is at."""
        self._closed = True
        process = self._apart.process
        if process is not None:
            process.kill()
        self._apart.close()


def is_large(store: Store) -> bool:
    """Whether what is worked out from all of a database is worked out apart, and takes its time."""
    return sum(store.count_evidence().values()) >= LARGE


def work_out_here(question: bytes, body: bytes) -> bytes:
    """The child's task: a pickled function and the path of a database, to what it makes of it, pickled."""
    function: Callable[[Store], object] = pickle.loads(question)  # noqa: S301  # from the server that started us
    _stand_back()
    # Nothing here goes in circles, and looking for circles among millions of records takes a third of the time.
    gc.disable()
    with Store(Path(os.fsdecode(body)), read_only=True) as store, store.snapshot():
        return pickle.dumps(function(store), protocol=pickle.HIGHEST_PROTOCOL)


@cache
def _stand_back() -> None:
    """Once a process, where the system knows it."""
    if hasattr(os, "nice"):
        os.nice(BEHIND)
