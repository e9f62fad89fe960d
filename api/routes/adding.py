"""``POST /api/documents``: one document into the store, for those who have a token."""

from __future__ import annotations

import datetime
from time import monotonic
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter
from starlette.concurrency import run_in_threadpool

from api.bodies import body_of, from_json
from api.library import Library, TheLibrary
from api.problems import NOT_BLANK, Conflict, TooManyRequests, UnusableParameter, responses
from api.rates import Rates
from api.tokens import allowed
from corpora.errors import UnreadableInput
from corpora.schema import Document, DocumentType, PartialDate, Record
from corpora.store import Store
from corpora.store.tokens import Token
from corpora.text.future import is_in_the_future, why_refused
from corpora.text.jsonl import read_json_line

router = APIRouter(tags=["documents"])

MOST_BYTES = 10_000_000
LONGEST_ID = 500
A_MINUTE = 120
"""Documents that one token may add."""

SOURCE = "api"
"""``Document.source`` of what came this way."""

_rates = Rates(A_MINUTE)


Words = Annotated[str, StringConstraints(pattern=NOT_BLANK)]


class GivenDocument(BaseModel):
    """A document as it is given: a line of the JSON Lines that `softintel add` takes. Further fields are passed over."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: Annotated[Words, Field(max_length=LONGEST_ID)]
    """Of your own; at most 500 characters."""
    text: Words
    title: str | None = None
    url: str | None = None
    """Where it stands on the web: an http or https address."""
    publisher: str | None = None
    published: PartialDate | None = None
    """A day, month or year: ``2025-03-04``; not in the future."""
    doc_type: DocumentType | None = None
    licence: str | None = None
    """``OGL-3.0`` and the like; without one the text is not passed on."""


class AddedDocument(Record):
    """What became of a document that was given."""

    id: str
    outcome: Literal["added", "unchanged", "replaced"]
    address: str


GIVEN = TypeAdapter(GivenDocument)

DESCRIBED: dict[str, Any] = {
    "security": [{"token": ["documents:write"]}],
    "requestBody": {"required": True, "content": {"application/json": {"schema": {
        "$ref": "#/components/schemas/GivenDocument"}}}}}


@router.post("/api/documents", status_code=201, openapi_extra=DESCRIBED,
             responses={200: {"model": AddedDocument, "description": "It is there already, or took the place of its older text"},
                        **responses(401, 403, 409, 413, 415, 422, 429, 503)})
async def add_document(
    request: Request, response: Response, library: TheLibrary,
    replace: Annotated[bool, Query(description="Whether it may take the place of an older text of the same id")] = False,
) -> AddedDocument:
    """Add one document; the next `softintel read` reads it. At most ten million bytes.

    Needs a token of the scope `documents:write` (`softintel token create`); while none was ever made, nothing can be written.
    """
    token = await run_in_threadpool(_allowed, request, library)
    wait = _rates.wait(token.id, at=monotonic())
    if wait:
        raise TooManyRequests("This token", wait)
    document = _document(await body_of(request, media_type="application/json", most=MOST_BYTES))
    outcome = await run_in_threadpool(_store, library, document, replace=replace)
    address = f"/api/documents/{quote(document.id, safe='')}"
    response.status_code = 201 if outcome == "added" else 200
    response.headers["Cache-Control"] = "no-store"
    if outcome == "added":
        response.headers["Location"] = address
    return AddedDocument(id=document.id, outcome=outcome, address=address)


def _allowed(request: Request, library: Library) -> Token:
    with library.open() as store:
        return allowed(request, store, "documents:write")


def _document(body: bytes) -> Document:
    from_json(GIVEN, body, at=("body",))
    try:
        document = read_json_line(body.decode("utf-8"), where="document")
    except UnicodeDecodeError as error:
        raise UnusableParameter("document: not UTF-8") from error
    except UnreadableInput as error:
        raise UnusableParameter(str(error)) from error
    published, today = document.published_on, datetime.datetime.now(tz=datetime.UTC).date()
    if published and is_in_the_future(published, today=today):
        raise UnusableParameter(f"published: {why_refused(published, today=today)}")
    return document.model_copy(update={"source": SOURCE})


def _store(library: Library, document: Document, *, replace: bool) -> Literal["added", "unchanged", "replaced"]:
    with Store(library.database) as store, store.atomic():
        stored = store.document(document.id)
        if stored == document:
            return "unchanged"
        if stored is not None and stored.source != SOURCE:
            raise Conflict(f"id: {document.id!r} is that of a document that was gathered or added on the server; give another")
        if stored is not None and not replace:
            raise Conflict(f"id: {document.id!r} is that of a document with another text, title or date; give another id, or "
                           "`replace=true` where it is a newer text of the same")
        store.add_document(document)
        return "added" if stored is None else "replaced"
