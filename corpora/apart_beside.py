"""Work done apart for an event loop, which goes on meanwhile (:mod:`corpora.apart` does the same for one who waits).

The next questions lie ready in the child's pipe while it answers one, so that it never waits for a busy loop. Of a child that dies
only the question is to blame that it was answering: those behind it are asked of the next one.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
from collections import deque
from typing import NamedTuple

from corpora.apart import HEADER, LONGEST_ANSWER, Apart, TaskBroke, packed
from corpora.errors import UnreadableInput

PIPE = 2**16
"""Bytes that a pipe holds by default: no more is read at once."""


class _Asked(NamedTuple):
    """A question in line."""

    head: bytes
    body: bytes
    name: str
    answer: asyncio.Future[bytes]


class Beside:
    """One child that does tasks for one event loop, in the order in which they were asked."""

    def __init__(self, apart: Apart) -> None:
        """``apart`` holds the child, and is asked nothing by anybody else."""
        self.apart = apart
        self.line: deque[_Asked] = deque()
        self.process: subprocess.Popen[bytes] | None = None
        """The child that has the questions in line."""
        self.questions = self.answers = -1
        """The pipes to it and from it."""
        self.loop: asyncio.AbstractEventLoop | None = None
        self.to_write: deque[memoryview] = deque()
        self.parts: list[bytes] = []
        self.here, self.wanted = 0, HEADER.size
        self.timer: asyncio.TimerHandle | None = None

    async def do(self, task: str, question: bytes, body: bytes, *, name: str) -> bytes:
        """Have a task done; several may be asked at once.

        Args:
            name: what the bytes are called in messages.

        Raises:
            UnreadableInput: the task says so; it took too much memory or time; the child died of it.
            TaskBroke: a defect of ours in the task.
        """
        loop = asyncio.get_running_loop()
        if self.loop is not loop:
            self._leave()
            self.loop = loop
        asked = _Asked(packed(task.encode(), question, body), body, name, loop.create_future())
        self.line.append(asked)
        if self.process is None:
            self._begin()
        else:
            self._send(asked)
        # Where nobody waits for it any longer it stays in line: what comes would else be taken for the next one's answer.
        return await asked.answer

    def close(self) -> None:
        """End the child; nothing that was asked is answered any more."""
        self._leave()
        self.apart.close()

    def _begin(self) -> None:
        """Ask all that is in line of the child that runs, or of a new one."""
        assert self.loop is not None
        self.process = self.apart.child()
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.questions, self.answers = self.process.stdin.fileno(), self.process.stdout.fileno()
        os.set_blocking(self.questions, False)
        self.loop.add_reader(self.answers, self._read)
        self._await_first()
        for asked in tuple(self.line):
            self._send(asked)

    def _leave(self) -> None:
        """Have nothing more to do with the child."""
        if self.process is not None and self.loop is not None:
            # The loop may have been closed meanwhile.
            with contextlib.suppress(RuntimeError):
                self.loop.remove_reader(self.answers)
                self.loop.remove_writer(self.questions)
        if self.timer:
            self.timer.cancel()
        self.process, self.timer = None, None
        self.to_write.clear()
        self.parts, self.here, self.wanted = [], 0, HEADER.size

    def _await_first(self) -> None:
        assert self.loop is not None
        if self.timer:
            self.timer.cancel()
        self.timer = self.loop.call_later(self.apart.longest_seconds, self._fail, TimeoutError()) if self.line else None

    def _send(self, asked: _Asked) -> None:
        is_writing = bool(self.to_write)
        self.to_write += (memoryview(asked.head), memoryview(asked.body))
        if not is_writing:
            self._write()

    def _write(self) -> None:
        """Write as much as the pipe takes, the rest when there is room."""
        assert self.loop is not None
        while self.to_write:
            part = self.to_write.popleft()
            try:
                written = os.write(self.questions, part)
            except BlockingIOError:
                written = 0
            except OSError:
                # It has died, which the other pipe tells.
                self.to_write.clear()
                break
            if written < len(part):
                self.to_write.appendleft(part[written:])
                self.loop.add_writer(self.questions, self._write)
                return
        self.loop.remove_writer(self.questions)

    def _read(self) -> None:
        part = os.read(self.answers, PIPE)
        if not part:
            self._fail(EOFError())
            return
        self.parts.append(part)
        self.here += len(part)
        while self.here >= self.wanted:
            told = b"".join(self.parts)
            kind, largest, length = HEADER.unpack_from(told)
            end = HEADER.size + length
            if length > LONGEST_ANSWER or not self.line:
                self._fail(EOFError())
                return
            if self.here < end:
                self.parts, self.wanted = [told], end
                return
            self.parts, self.here, self.wanted = [told[end:]], self.here - end, HEADER.size
            self._told(self.line.popleft(), kind, largest, told[HEADER.size:end])
            if self.apart.process is not self.process:
                # It had grown, and was ended.
                self._begin_anew()
                return
            self._await_first()

    def _told(self, asked: _Asked, kind: int, largest: int, answer: bytes) -> None:
        try:
            answer = self.apart.answer_in(kind, largest, answer, name=asked.name)
        except (UnreadableInput, TaskBroke) as error:
            _raise(asked, error)
        else:
            if not asked.answer.done():
                asked.answer.set_result(answer)

    def _fail(self, error: OSError | EOFError) -> None:
        """The child has died or hangs: the question that it was answering is to blame."""
        asked = self.line.popleft() if self.line else None
        died = self.apart.died_of(error, name=asked.name if asked else "")
        if asked:
            _raise(asked, died)
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Leave a child that has ended, and ask what is still in line of another."""
        self._leave()
        if self.line:
            self._begin()


def _raise(asked: _Asked, error: Exception) -> None:
    if not asked.answer.done():
        asked.answer.set_exception(error)
