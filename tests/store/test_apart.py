"""Work done apart: a child may die, hang or take all memory; the caller goes on. The tasks here are this module's own."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator

import pytest

from corpora.apart import MEBIBYTE, Apart, TaskBroke
from corpora.apart_beside import Beside
from corpora.errors import UnreadableInput

HERE = "tests.store.test_apart"


def answering(question: bytes, body: bytes) -> bytes:
    print("a library's chatter")
    return question + b":" + body


def refusing(question: bytes, body: bytes) -> bytes:
    raise UnreadableInput("the invented file holds nothing")


def failing(question: bytes, body: bytes) -> bytes:
    raise KeyError("a defect")


def hoarding(question: bytes, body: bytes) -> bytes:
    return bytes(int(question))


def dying(question: bytes, body: bytes) -> bytes:
    os.abort()


def hanging(question: bytes, body: bytes) -> bytes:
    time.sleep(60)
    return b""


@pytest.fixture
def apart() -> Iterator[Apart]:
    with Apart(most_memory=200 * MEBIBYTE, longest_seconds=6.0) as opened:
        yield opened


def test_a_child_answers_again_and_again(apart: Apart) -> None:
    for number in range(20):
        body = bytes([number]) * 100_000 * number
        assert apart.do(f"{HERE}:answering", b"q", body, name="x") == b"q:" + body
    assert apart.started == 1


@pytest.mark.parametrize(("task", "question", "said", "survives"), [
    ("refusing", b"", "the invented file holds nothing", True),
    ("hoarding", b"400000000", "a.pdf: reading it takes more than the 200 MiB of memory that are allowed", False),
    ("dying", b"", "a.pdf: reading it ended the reading process", False),
    ("hanging", b"", "a.pdf: reading it took longer than 6 seconds and was stopped", False)])
def test_what_goes_wrong_is_told_and_the_next_task_is_done(apart: Apart, task: str, question: bytes, said: str, survives: bool) -> None:
    apart.do(f"{HERE}:answering", b"q", b"", name="x")
    with pytest.raises(UnreadableInput, match=said):
        apart.do(f"{HERE}:{task}", question, b"", name="a.pdf")
    assert apart.do(f"{HERE}:answering", b"q", b"b", name="x") == b"q:b"
    assert apart.started == (1 if survives else 2)


def test_a_defect_of_ours_is_told_as_one(apart: Apart) -> None:
    with pytest.raises(TaskBroke, match="KeyError: 'a defect'"):
        apart.do(f"{HERE}:failing", b"", b"", name="x")
    assert apart.do(f"{HERE}:answering", b"q", b"b", name="x") == b"q:b"


def test_a_large_caller_does_not_make_its_child_count_as_large(apart: Apart) -> None:
    held = bytearray(800 * MEBIBYTE)
    held[::4096] = b"x" * len(held[::4096])
    for _ in range(3):
        apart.do(f"{HERE}:answering", b"q", b"", name="x")
    assert apart.started == 1
    del held


def test_a_child_killed_between_tasks_is_replaced(apart: Apart) -> None:
    apart.do(f"{HERE}:answering", b"q", b"", name="x")
    assert apart.process
    apart.process.kill()
    apart.process.wait()
    assert apart.do(f"{HERE}:answering", b"q", b"b", name="x") == b"q:b"


@pytest.fixture
def beside(apart: Apart) -> Beside:
    return Beside(apart)


def test_an_event_loop_goes_on_while_a_child_answers_small_and_large(beside: Beside) -> None:
    bodies = [b"b" * size for size in (0, 10, 100_000, 5_000_000)]

    async def ask() -> list[bytes]:
        return await asyncio.gather(*(beside.do(f"{HERE}:answering", b"q", body, name="x") for body in bodies))
    assert asyncio.run(ask()) == [b"q:" + body for body in bodies]
    # From another loop too, as each reading again has one.
    assert asyncio.run(ask()) == [b"q:" + body for body in bodies]
    assert beside.apart.started == 1


@pytest.mark.parametrize(("task", "question", "said", "survives"), [
    ("refusing", b"", "the invented file holds nothing", True),
    ("hoarding", b"400000000", "a.pdf: reading it takes more than the 200 MiB of memory", False),
    ("dying", b"", "a.pdf: reading it ended the reading process", False),
    ("hanging", b"", "a.pdf: reading it took longer than 1 seconds and was stopped", False)])
def test_only_the_task_that_goes_wrong_is_told_so_and_those_in_line_behind_it_are_done(
        beside: Beside, task: str, question: bytes, said: str, survives: bool) -> None:
    async def ask() -> list[bytes | BaseException]:
        await beside.do(f"{HERE}:answering", b"q", b"", name="x")
        beside.apart.longest_seconds = 1.0
        return list(await asyncio.gather(
            beside.do(f"{HERE}:answering", b"q", b"a" * 100_000, name="x"), beside.do(f"{HERE}:{task}", question, b"", name="a.pdf"),
            beside.do(f"{HERE}:answering", b"q", b"b" * 3_000_000, name="x"), beside.do(f"{HERE}:answering", b"q", b"c", name="x"),
            return_exceptions=True))
    before, wrong, *behind = asyncio.run(ask())
    assert before == b"q:" + b"a" * 100_000
    assert isinstance(wrong, UnreadableInput)
    assert said in str(wrong)
    assert behind == [b"q:" + b"b" * 3_000_000, b"q:c"]
    assert beside.apart.started == (1 if survives else 2)


def test_an_answer_that_nobody_waits_for_any_longer_is_not_taken_for_the_next(beside: Beside) -> None:
    async def ask() -> bytes:
        waiting = asyncio.create_task(beside.do(f"{HERE}:answering", b"old", b"", name="x"))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        return await beside.do(f"{HERE}:answering", b"q", b"b", name="x")
    assert asyncio.run(ask()) == b"q:b"


def test_a_child_killed_while_an_event_loop_has_nothing_to_ask_is_replaced(beside: Beside) -> None:
    async def ask() -> bytes:
        await beside.do(f"{HERE}:answering", b"q", b"", name="x")
        assert beside.process
        beside.process.kill()
        await asyncio.sleep(0.1)
        return await beside.do(f"{HERE}:answering", b"q", b"b", name="x")
    assert asyncio.run(ask()) == b"q:b"
