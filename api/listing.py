"""Lists, page by page or whole, as JSON, CSV or JSON Lines: one mechanism for every list of the API.

A list is a route that takes a record of the sort ``Paging`` and gives one with ``items`` and ``next_cursor``; ``@listed`` above
it does the rest. A whole list is its pages one after the other, asked of the same state of the database.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Annotated, Any, Protocol, get_args, get_type_hints

from fastapi import Request, Response
from pydantic import BaseModel, Field

from api.addresses import base_address
from api.library import Cursor, query_seconds
from api.negotiation import MEDIA_TYPES, Format, asked_form
from api.streaming import Stream
from api.tables import csv_lines
from corpora.schema import Record
from corpora.store import Store

FORMATS: tuple[Format, ...] = ("json", "csv", "jsonl")

ROWS_AT_ONCE = 500
"""Of a whole list, so many are held in memory."""

ALL_ROWS = 1_000_000_000
"""Of a list that is held in memory anyway: what is kept there may be worked out anew between two pages."""


LISTED: dict[str, type[Record]] = {}
"""What each list is of, by the name of its endpoint."""


class Paging(Record):
    """What every list takes."""

    limit: Annotated[int, Field(ge=1, le=200, description="The most to give on one page")] = 50
    cursor: Annotated[Cursor | None, Field(description="The `next_cursor` of the page before; left out, the first page")] = None
    format: Annotated[Format | None, Field(
        description="In which form: JSON, a table (CSV) or JSON Lines; where it is not given, the `Accept` header decides")] = None
    all: Annotated[bool, Field(
        description="Everything, not one page: from one state of the database, within ten minutes")] = False


class Page(Protocol):
    """One page of a list."""

    @property
    def items(self) -> Sequence[Record]:
        """What stands on it."""

    @property
    def next_cursor(self) -> str | None:
        """Where the next one begins."""


async def can_be_given(request: Request) -> None:
    """Refuse a request for a single record in any form but JSON; lists see to their forms themselves. (Needs no thread.)

    Raises:
        NotAcceptable: the ``Accept`` header does not allow JSON.
    """
    if not is_list(getattr(request.scope.get("route"), "response_model", None)):
        asked_form(request, ("json",))


def is_list(kind: object) -> bool:
    """Whether a record is a page of a list."""
    return isinstance(kind, type) and issubclass(kind, BaseModel) and {"items", "next_cursor"} <= set(kind.model_fields)


def item_kind(kind: type[BaseModel]) -> type[Record]:
    """The record that a list is of."""
    item = get_args(kind.model_fields["items"].annotation)[0]
    assert isinstance(item, type)
    assert issubclass(item, Record)
    return item


def listed_from_memory(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """As ``listed``, for a list that is held in memory: given whole, it is one page."""
    return listed(endpoint, rows_at_once=ALL_ROWS)


def listed(endpoint: Callable[..., Any], *, rows_at_once: int = ROWS_AT_ONCE) -> Callable[..., Any]:
    """The endpoint of a list, given in the form and extent that a request asks for.

    Args:
        rows_at_once: of a whole list, how long its pages are.
    """
    kind = item_kind(get_type_hints(endpoint)["return"])
    LISTED[endpoint.__name__] = kind
    signature = inspect.signature(endpoint)
    own_request = "request" in signature.parameters

    @wraps(endpoint)
    def answer(request: Request, **given: Any) -> object:  # whatever the endpoint takes
        name, asked = next((name, value) for name, value in given.items() if isinstance(value, Paging))
        form = asked.format or asked_form(request, FORMATS)
        if own_request:
            given["request"] = request

        store = next((value for value in given.values() if isinstance(value, Store)), None)

        def page(cursor: str | None, limit: int) -> Page:
            if store is not None:
                store.allow(query_seconds())
            return endpoint(**given | {name: asked.model_copy(update={"cursor": cursor, "limit": limit})})  # type: ignore[no-any-return]

        if not asked.all:
            return _one_page(request, form, kind, page(asked.cursor, asked.limit))
        first = page(asked.cursor, rows_at_once)
        return Stream(_parts(form, kind, first, lambda cursor: page(cursor, rows_at_once)), media_type=MEDIA_TYPES[form])

    request_parameter = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
    answer.__signature__ = signature if own_request else signature.replace(  # type: ignore[attr-defined]  # what FastAPI reads
        parameters=[request_parameter, *signature.parameters.values()])
    return answer


def _one_page(request: Request, form: Format, kind: type[Record], page: Page) -> Response:
    below = str(request.url.include_query_params(cursor=page.next_cursor)).removeprefix(str(request.base_url).rstrip("/"))
    following = f"{base_address(request)}{below}"
    headers = {"Link": f'<{following}>; rel="next"'} if page.next_cursor else {}
    assert isinstance(page, BaseModel)
    body = page.model_dump_json().encode() if form == "json" else _lines(form, kind, page.items, first=True)
    return Response(body, media_type=MEDIA_TYPES[form], headers=headers)


def _parts(form: Format, kind: type[Record], page: Page, ask: Callable[[str], Page]) -> Iterator[bytes]:
    if form == "json":
        yield from _parts_of_json(page, ask)
        return
    yield _lines(form, kind, page.items, first=True)
    while page.next_cursor is not None:
        page = ask(page.next_cursor)
        yield _lines(form, kind, page.items, first=False)


def _parts_of_json(page: Page, ask: Callable[[str], Page]) -> Iterator[bytes]:
    """The first page without its items and cursor, and the items of all pages where they belong."""
    assert isinstance(page, BaseModel)
    empty = page.model_copy(update={"items": (), "next_cursor": None}).model_dump_json()
    before, _, behind = empty.partition('"items":[]')
    yield f'{before}"items":['.encode()
    sent = False
    while True:
        part = ",".join(record.model_dump_json() for record in page.items)
        yield (f",{part}" if sent and part else part).encode()
        sent = sent or bool(part)
        if page.next_cursor is None:
            break
        page = ask(page.next_cursor)
    yield f"]{behind}".encode()


def _lines(form: Format, kind: type[Record], records: Iterable[Record], *, first: bool) -> bytes:
    if form == "csv":
        return csv_lines(kind, records, header=first)
    return b"".join(record.model_dump_json().encode() + b"\n" for record in records)
