"""The child of :mod:`corpora.apart`: ``python -m corpora.apart_child BYTES [MODULE...]``. Not for people."""

from __future__ import annotations

import functools
import importlib
import os
import sys
from collections.abc import Callable
from typing import IO

from corpora.apart import BROKEN, DONE, HEADER, OUT_OF_MEMORY, REQUEST, UNREADABLE
from corpora.errors import UnreadableInput

Task = Callable[[bytes, bytes], bytes]
KIBIBYTE = 1024


def main() -> None:
    """Do tasks until stdin ends."""
    most_memory = int(sys.argv[1])
    questions = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints must not stand among the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for module in sys.argv[2:]:
        importlib.import_module(module)
    while header := _whole(questions, REQUEST.size):
        task_length, question_length, body_length = REQUEST.unpack(header)
        name, question, body = (_whole(questions, length) for length in (task_length, question_length, body_length))
        kind, answer = _do(name.decode(), question, body, most_memory)
        answers.write(HEADER.pack(kind, _largest(), len(answer)))
        answers.write(answer)
        answers.flush()


def _do(name: str, question: bytes, body: bytes, most_memory: int) -> tuple[int, bytes]:
    try:
        task = _task(name)
        _limit(most_memory)
        return DONE, task(question, body)
    except UnreadableInput as error:
        return UNREADABLE, str(error).encode("utf-8", "replace")
    except MemoryError:
        return OUT_OF_MEMORY, b""
    except Exception as error:  # noqa: BLE001  # whatever it is, the caller is told, and goes on
        return BROKEN, f"{type(error).__name__}: {error}"[:500].encode("utf-8", "replace")


@functools.cache
def _task(name: str) -> Task:
    module, _, function = name.partition(":")
    task: Task = getattr(importlib.import_module(module), function)
    return task


def _limit(most_memory: int) -> None:
    """Allow this much address space beyond what is taken now; where the system cannot tell or limit it, nothing is done."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as stream:
            taken = int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (taken + most_memory, hard))
    except (ImportError, OSError, ValueError):
        return


def _largest() -> int:
    """The most memory that this process has ever held, in bytes; 0 where the system cannot tell."""
    try:
        # Not ru_maxrss: on Linux a process inherits its parent's.
        with open("/proc/self/status", encoding="ascii", errors="replace") as stream:
            return next((int(line.split()[1]) * KIBIBYTE for line in stream if line.startswith("VmHWM:")), 0)
    except (OSError, ValueError):
        pass
    try:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if sys.platform == "darwin" else 0
    except ImportError:
        return 0


def _whole(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) not in (0, length):
        raise EOFError
    return data


if __name__ == "__main__":
    main()
