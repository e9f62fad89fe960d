"""``/api/reconcile``: names of a spreadsheet's column to ODS codes, as OpenRefine asks."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool

from api.addresses import base_address
from api.bodies import as_json, body_of, from_json
from api.library import Library, TheLibrary
from api.problems import UnusableParameter, responses
from api.reconciling.manifest import manifest
from api.reconciling.matching import TYPES, candidates, described
from api.reconciling.properties import PROPERTIES, extended
from api.reconciling.records import (
    Extension,
    ExtensionQuery,
    Manifest,
    Proposed,
    Queries,
    Reconciled,
    Suggestion,
    Suggestions,
)
from api.register import register
from corpora.store import Store

router = APIRouter(tags=["reconciliation"])

MOST_BYTES = 1_000_000
QUERIES = TypeAdapter(Queries)
EXTENSION = TypeAdapter(ExtensionQuery)

FORM = {"schema": {
    "type": "object", "anyOf": [{"required": ["queries"]}, {"required": ["extend"]}], "properties": {
        "queries": {"type": "string", "format": "reconciliation-queries", "description": "A batch of queries, as JSON"},
        "extend": {"type": "string", "format": "reconciliation-extension", "description": "Codes and properties, as JSON"}}}}

Answer = Manifest | dict[str, Reconciled] | Extension


@router.get("/api/reconcile", responses=responses(422, 503))
def reconcile(
    request: Request, library: TheLibrary,
    queries: Annotated[str | None, Query(
        json_schema_extra=as_json(QUERIES), description="A batch of queries, as JSON: cells by a name of your own")] = None,
    extend: Annotated[str | None, Query(
        json_schema_extra=as_json(EXTENSION), description="Codes, and the properties to be told of them, as JSON")] = None,
    callback: Annotated[str | None, Query(include_in_schema=False)] = None,
) -> Answer:
    """The service's manifest; with `queries` the organisations that each cell may mean; with `extend` what is known of some.

    This is the Reconciliation Service API 0.2 (W3C community group): give OpenRefine this address. A candidate's `match` is true
    only where it is certain: the code itself, or a whole name that means no other organisation.
    """
    if callback is not None:
        raise UnusableParameter("callback: JSONP is not given; this service may be read across origins (CORS)")
    return _answer(request, library, queries, extend, at="query")


@router.post("/api/reconcile", responses=responses(413, 415, 422, 503), openapi_extra={"requestBody": {
    "required": True, "content": {"application/x-www-form-urlencoded": FORM}}})
async def reconcile_batch(request: Request, library: TheLibrary) -> Answer:
    """The same, for a batch in the body of a form: `queries` or `extend`, each as JSON. At most a million bytes."""
    body = await body_of(request, media_type="application/x-www-form-urlencoded", most=MOST_BYTES)
    try:
        form = parse_qs(body.decode("utf-8"), max_num_fields=1000, errors="strict")
    except ValueError as error:
        raise UnusableParameter("the body is no form in UTF-8") from error
    if not {"queries", "extend"} & set(form):
        raise UnusableParameter("queries: not given, and no extend either")
    given = {name: values[0] for name, values in form.items()}
    return await run_in_threadpool(_answer, request, library, given.get("queries"), given.get("extend"), at="body")


@router.get("/api/reconcile/suggest", responses=responses(422))
def suggest_organisations(
    prefix: Annotated[str, Query(max_length=200, description="What has been typed so far")],
    cursor: Annotated[int, Query(ge=0, le=1000, description="How many of the best to leave out")] = 0,
) -> Suggestions:
    """Organisations whose code, name, alias or hospital begins with these words, best first."""
    found = register().find(prefix, limit=cursor + 10)[cursor:]
    return Suggestions(result=tuple(Suggestion(
        id=one.code, name=one.name, description=described(one), notable=(TYPES[one.kind],)) for one in found))


@router.get("/api/reconcile/properties", responses=responses(422), response_model_exclude_none=True)
def propose_properties(
    type: Annotated[str | None, Query(max_length=100, description="Of organisations of this type")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Proposed:
    """What can be told of organisations, to fill a new column: sector, region, ICB, newest published segment …"""
    return Proposed(properties=PROPERTIES[:limit], type=type)


def _answer(request: Request, library: Library, queries: str | None, extend: str | None, *, at: str) -> Answer:
    batch = None if queries is None else from_json(QUERIES, queries, at=(at, "queries"))
    asked = None if extend is None else from_json(EXTENSION, extend, at=(at, "extend"))
    if batch is not None:
        return {name: Reconciled(result=tuple(candidates(query))) for name, query in batch.items()}
    if asked is None:
        return manifest(base_address(request))
    with ExitStack() as opened:
        def store() -> Store:
            return opened.enter_context(library.open())
        return extended(asked, store)

