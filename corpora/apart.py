"""Work done apart: in a child process with a limit of memory and time, so that hostile bytes can end the child at worst.

A task is a function ``(bytes, bytes) -> bytes`` named ``module:function``: what is asked, the bytes it is about, the answer. The
child is started at the first task, serves one task after another, and is replaced when it dies, hangs or has grown.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
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
HEADER = struct.Struct("<BQQ")
PAGE, PIPE = 2**12, 2**16


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
        self.room = 0
        """Bytes that can be written to the child without waiting for it, when it has nothing to do."""
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
            process = self._child()
            try:
                _send(process, task.encode(), question, body)
                return self._told(_receive(process, self.longest_seconds), name)
            except (OSError, EOFError) as error:
                raise self._died_of(error, name) from error
            except (UnreadableInput, TaskBroke):
                raise
            except BaseException:
                # Interrupted in the middle: what is still to come would be taken for the next answer.
                self._end()
                raise

    async def do_beside(self, task: str, question: bytes, body: bytes, *, name: str) -> bytes:
        """The same in an event loop, which goes on meanwhile. Not to be called again before it has answered.

        Raises:
            UnreadableInput: as above.
            TaskBroke: a defect of ours in the task.
        """
        process = self._child()
        if len(task) + len(question) + len(body) + PAGE > self.room:
            return await asyncio.to_thread(self.do, task, question, body, name=name)
        coming = _Coming(process, self.longest_seconds)
        try:
            _send(process, task.encode(), question, body)
            return self._told(await coming.answer, name)
        except (OSError, EOFError) as error:
            raise self._died_of(error, name) from error
        except (UnreadableInput, TaskBroke):
            raise
        except BaseException:
            self._end()
            raise
        finally:
            coming.leave()

    def begin(self) -> None:
        """Start the child now, beside whatever else is to be made ready."""
        with self.lock:
            self._child()

    def close(self) -> None:
        """End the child."""
        with self.lock:
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _child(self) -> subprocess.Popen[bytes]:
        if self.process is not None and self.process.poll() is not None:
            self._end()
        if self.process is None:
            # -P: a file of the working folder that happens to be called like one of ours is not taken for it.
            self.process = subprocess.Popen(  # noqa: S603  # our own interpreter and module, and a number
                [sys.executable, "-P", "-m", "corpora.apart_child", str(self.most_memory), *self.modules],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
            self.started += 1
            self.room = _room(self.process)
        return self.process

    def _told(self, told: tuple[int, int, bytes], name: str) -> bytes:
        """The answer in what the child told."""
        kind, largest, answer = told
        if kind == OUT_OF_MEMORY or largest > MOST_KEPT:
            self._end()
        if kind == OUT_OF_MEMORY:
            raise UnreadableInput(
                f"{name}: reading it takes more than the {self.most_memory // MEBIBYTE:,} MiB of memory that are allowed")
        if kind == UNREADABLE:
            raise UnreadableInput(answer.decode("utf-8", "replace"))
        if kind == BROKEN:
            raise TaskBroke(answer.decode("utf-8", "replace"))
        return answer

    def _died_of(self, error: OSError | EOFError, name: str) -> UnreadableInput:
        """What to say of a child that did not answer."""
        code = self._end()
        if isinstance(error, TimeoutError):
            return UnreadableInput(f"{name}: reading it took longer than {self.longest_seconds:g} seconds and was stopped")
        # Libraries in C that want more memory than is allowed mostly abort.
        why = ", most likely for want of memory" if code == -signal.SIGABRT else ""
        return UnreadableInput(f"{name}: reading it ended the reading process{why} (code {code})")

    def _end(self) -> int | None:
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


class _Coming:
    """An answer on its way from a child, in an event loop."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        assert process.stdout is not None
        self.pipe = process.stdout.fileno()
        self.loop = asyncio.get_running_loop()
        self.answer: asyncio.Future[tuple[int, int, bytes]] = self.loop.create_future()
        self.parts: list[bytes] = []
        self.here, self.wanted = 0, HEADER.size
        self.timer = self.loop.call_later(seconds, self._late)
        self.loop.add_reader(self.pipe, self._read)

    def _read(self) -> None:
        part = os.read(self.pipe, PIPE)
        if not part:
            self._fail(EOFError())
            return
        self.parts.append(part)
        self.here += len(part)
        if self.here < self.wanted:
            return
        if self.wanted == HEADER.size:
            self.parts = [b"".join(self.parts)]
            self.wanted += HEADER.unpack_from(self.parts[0])[2]
            if self.wanted > HEADER.size + LONGEST_ANSWER:
                self._fail(EOFError())
                return
        if self.here >= self.wanted and not self.answer.done():
            told = b"".join(self.parts)
            kind, largest, _ = HEADER.unpack_from(told)
            self.answer.set_result((kind, largest, told[HEADER.size:]))

    def _late(self) -> None:
        self._fail(TimeoutError())

    def _fail(self, error: OSError | EOFError) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)

    def leave(self) -> None:
        """Stop waiting for it."""
        self.timer.cancel()
        self.loop.remove_reader(self.pipe)


def _room(process: subprocess.Popen[bytes]) -> int:
    """How much the pipe to a child holds, made as wide as the system allows; 0 where that cannot be told."""
    assert process.stdin is not None
    with contextlib.suppress(OSError, AttributeError):
        fcntl.fcntl(process.stdin.fileno(), fcntl.F_SETPIPE_SZ, MEBIBYTE)
    try:
        return fcntl.fcntl(process.stdin.fileno(), fcntl.F_GETPIPE_SZ)
    except (OSError, AttributeError):
        return 0


def _send(process: subprocess.Popen[bytes], task: bytes, question: bytes, body: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(struct.pack("<HQQ", len(task), len(question), len(body)) + task + question)
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
