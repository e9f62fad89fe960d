"""Reading pages apart: what a spider makes of an answer is worked out in a child process, where hostile bytes can do no harm.

The same function reads an answer from the web, from the archive, and in a test.
"""

from __future__ import annotations

import asyncio
import datetime
import functools
import importlib
import os
from typing import TYPE_CHECKING

from scrapy.http import Headers, Request, Response
from scrapy.responsetypes import responsetypes

from corpora.apart import Apart
from corpora.apart_beside import Beside
from corpora.errors import UnreadableInput
from corpora.schema import Record
from crawl.pages import PageContents, Visit
from crawl.refusals import withheld_page
from crawl.sources import Source

if TYPE_CHECKING:
    from crawl.spider import FrontierSpider

TASK = "crawl.reading:read_task"
MODULES = ("crawl.reading", "crawl.spiders.articles")
"""What nearly every reading needs."""
MOST_READERS = 4
IN_LINE = 2
"""Pages that one of them is asked for at once: the second lies ready while it reads the first."""


class Errand(Record):
    """A visit with all that reading its page needs; it travels in ``Request.meta["errand"]``."""

    visit: Visit
    source: Source
    today: datetime.date


class Question(Record):
    """One page to read, without its body."""

    spider: str
    """``module:class`` of the spider that reads it."""
    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    visit: Visit
    source: str
    """The source as JSON; of one that was seen before it is not read anew."""
    today: datetime.date


class Readers:
    """A few reading processes, started as they are needed."""

    def __init__(self, number: int | None = None) -> None:
        """``number``: how many at most; by default one less than there are processors, so that fetching goes on beside."""
        number = number or max(1, min(MOST_READERS, (os.cpu_count() or 2) - 1))
        self.all = tuple(Beside(Apart(modules=MODULES)) for _ in range(number))
        self.turn = asyncio.Semaphore(IN_LINE * len(self.all))

    async def read(self, spider: type[FrontierSpider], response: Response, errand: Errand) -> PageContents:
        """What the spider makes of an answer.

        Raises:
            UnreadableInput: it cannot be read, or not within the limits of memory and time.
            TaskBroke: a defect of ours.
        """
        return await self.ask(question_of(spider, response.url, response.status, header_lines(response), errand), response.body)

    async def ask(self, question: Question, body: bytes) -> PageContents:
        """The same of an answer that is at hand in parts, such as one from the archive."""
        async with self.turn:
            reader = min(self.all, key=lambda reader: len(reader.line))
            return PageContents.model_validate_json(await reader.do(
                TASK, question.model_dump_json().encode(), body, name=question.url))

    def begin(self) -> None:
        """Start one of them now: its imports take as long as all else that a crawl does before its first answer."""
        self.all[0].apart.begin()

    def close(self) -> None:
        """End the processes."""
        for reader in self.all:
            reader.close()


def header_lines(response: Response) -> tuple[tuple[str, str], ...]:
    """An answer's header lines, in its order."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, values in response.headers.items() for value in values)


def question_of(spider: type[FrontierSpider], url: str, status: int, headers: tuple[tuple[str, str], ...],
                errand: Errand) -> Question:
    """What is asked of a reading process."""
    return Question(spider=f"{spider.__module__}:{spider.__qualname__}", url=url, status=status, headers=headers,
                    visit=errand.visit, source=_source_told(errand.source), today=errand.today)


def read_task(question: bytes, body: bytes) -> bytes:
    """The task that the reading process does."""
    return read_answer(Question.model_validate_json(question), body).model_dump_json().encode()


def read_answer(question: Question, body: bytes) -> PageContents:
    """What a page holds, in this process.

    Raises:
        UnreadableInput: it cannot be read.
    """
    errand = Errand(visit=question.visit, source=_source_of(question.source), today=question.today)
    module, _, name = question.spider.partition(":")
    spider: type[FrontierSpider] = getattr(importlib.import_module(module), name)
    headers = Headers(question.headers)
    kind = responsetypes.from_args(headers=headers, url=question.url, body=body)
    request = Request(errand.visit.url, meta={"errand": errand})
    response = kind(question.url, status=question.status, headers=headers, body=body, request=request)
    try:
        return spider.read_page(response, errand)
    except UnreadableInput:
        # A guard or a log-in stands in place of answers of every shape.
        withheld = withheld_page(response)
        if withheld:
            return withheld
        raise


@functools.lru_cache(maxsize=256)
def _source_told(source: Source) -> str:
    return source.model_dump_json()


@functools.lru_cache(maxsize=256)
def _source_of(told: str) -> Source:
    """A source that was checked when it was read from its file: to check it with every page would cost more than many a page."""
    return Source.model_validate_json(told)
