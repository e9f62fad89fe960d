"""Work done apart: in a child process with a limit of memory and time, so that hostile bytes can end the child at worst.

A task is a function ``(bytes, bytes) -> bytes`` named ``module:function``: what is asked, the bytes it is about, the answer. The
child is started at the first task, serves one task after another, and is replaced when it dies, hangs or has grown.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import struct
import subprocess
import sys
import time
from threading import Lock
from typing import IO, Self

from corpora.errors import UnreadableInput

MEBIBYTE = 2**20
MOST_MEMORY = 1024 * MEBIBYTE
"""What one task may take beyond what the child holds when it begins."""
LONGEST_SECONDS = 120.0
MOST_KEPT = 600 * MEBIBYTE
"""A child that has ever held more than this is replaced after its task."""
LONGEST_ANSWER = 256 * MEBIBYTE
DONE, UNREADABLE, BROKEN, OUT_OF_MEMORY = range(4)
REQUEST, HEADER = struct.Struct("<HQQ"), struct.Struct("<BQQ")


class TaskBroke(Exception):
    """The task raised something that it does not promise: a defect of ours. The message names it."""


class Apart:
    """One child process that does tasks. May be called from several threads, which then wait for each other."""

    def __init__(self, *, most_memory: int = MOST_MEMORY, longest_seconds: float = LONGEST_SECONDS,
                 modules: tuple[str, ...] = ()) -> None:
        """Nothing is started yet.

        Args:
            modules: what the child imports at its start, so that the first task finds it there.
            most_memory: bytes that a task may take. Not kept where the system knows no such limit.
            longest_seconds: after this the child is killed, whatever it does.
        """
        self.most_memory = most_memory
        self.longest_seconds = longest_seconds
        self.modules = modules
        self.lock = Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self.started = 0
        """How many children were started so far."""

    def do(self, task: str, question: bytes, body: bytes, *, name: str) -> bytes:
        """Have a task done.

        Args:
            name: what the bytes are called in messages.

        Raises:
            UnreadableInput: the task says so; it took too much memory or time; the child died of it.
            TaskBroke: a defect of ours in the task.
        """
        with self.lock:
            process = self.child()
            try:
                _send(process, task.encode(), question, body)
                return self.answer_in(*_receive(process, self.longest_seconds), name=name)
            except (OSError, EOFError) as error:
                raise self.died_of(error, name=name) from error
            except (UnreadableInput, TaskBroke):
                raise
            except BaseException:
                # Interrupted in the middle: what is still to come would be taken for the next answer.
                self.end()
                raise

    def begin(self) -> None:
        """Start the child now, beside whatever else is to be made ready."""
        with self.lock:
            self.child()

    def close(self) -> None:
        """End the child."""
        with self.lock:
            self.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def child(self) -> subprocess.Popen[bytes]:
        """The child that runs, or a new one."""
        if self.process is not None and self.process.poll() is not None:
            self.end()
        if self.process is None:
            # -P: a file of the working folder that happens to be called like one of ours is not taken for it.
            self.process = subprocess.Popen(  # noqa: S603  # our own interpreter and module, and a number
                [sys.executable, "-P", "-m", "corpora.apart_child", str(self.most_memory), *self.modules],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
            self.started += 1
        return self.process

    def answer_in(self, kind: int, largest: int, answer: bytes, *, name: str) -> bytes:
        """The answer in what the child told; ends a child that has grown.

        Raises:
            UnreadableInput: the task says so, or took too much memory.
            TaskBroke: a defect of ours in the task.
        """
        if kind == OUT_OF_MEMORY or largest > MOST_KEPT:
            self.end()
        if kind == OUT_OF_MEMORY:
            raise UnreadableInput(
                f"{name}: reading it takes more than the {self.most_memory // MEBIBYTE:,} MiB of memory that are allowed")
        if kind == UNREADABLE:
            raise UnreadableInput(answer.decode("utf-8", "replace"))
        if kind == BROKEN:
            raise TaskBroke(answer.decode("utf-8", "replace"))
        return answer

    def died_of(self, error: OSError | EOFError, *, name: str) -> UnreadableInput:
        """What to say of a child that did not answer, which is ended."""
        code = self.end()
        if isinstance(error, TimeoutError):
            return UnreadableInput(f"{name}: reading it took longer than {self.longest_seconds:g} seconds and was stopped")
        # Libraries in C that want more memory than is allowed mostly abort.
        why = ", most likely for want of memory" if code == -signal.SIGABRT else ""
        return UnreadableInput(f"{name}: reading it ended the reading process{why} (code {code})")

    def end(self) -> int | None:
        """End the child, if there is one, and say with which code it had ended."""
        process, self.process = self.process, None
        if process is None:
            return None
        code = process.poll()
        process.kill()
        for stream in (process.stdin, process.stdout):
            # What was not yet sent has nobody to go to.
            with contextlib.suppress(OSError):
                assert stream is not None
                stream.close()
        return code if code is not None else process.wait()


def packed(task: bytes, question: bytes, body: bytes) -> bytes:
    """A question as it is sent to a child, up to its body, which follows."""
    return REQUEST.pack(len(task), len(question), len(body)) + task + question


def _send(process: subprocess.Popen[bytes], task: bytes, question: bytes, body: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(packed(task, question, body))
    process.stdin.write(body)
    process.stdin.flush()


def _receive(process: subprocess.Popen[bytes], seconds: float) -> tuple[int, int, bytes]:
    assert process.stdout is not None
    until = time.monotonic() + seconds
    kind, largest, length = HEADER.unpack(_exactly(process.stdout, HEADER.size, until))
    if length > LONGEST_ANSWER:
        raise EOFError
    return kind, largest, _exactly(process.stdout, length, until)


def _exactly(stream: IO[bytes], length: int, until: float) -> bytes:
    parts: list[bytes] = []
    while length:
        if not select.select([stream], [], [], max(0.0, until - time.monotonic()))[0]:
            raise TimeoutError
        part = os.read(stream.fileno(), min(length, MEBIBYTE))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
