"""The OpenAPI description: made by FastAPI, and completed with problems, forms of lists and examples."""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from api.examples import cursor_of, example_of_parameter, examples_of
from api.listing import FORMATS, LISTED
from api.negotiation import MEDIA_TYPES
from api.problems import Problem, responses
from api.routes.adding import GivenDocument
from api.tables import column_names
from corpora.schema import PartialDate

Schema = dict[str, Any]
"""JSON, as FastAPI gives it."""

LISTING = re.compile(r'\bListing_(\w+)_"')
"""What FastAPI calls a list of alerts: ``Listing_Alert_``."""

MEANINGS = {
    "code": "The ODS code of an NHS trust or integrated care board, in capitals or not",
    "document_id": "The id of a document, as evidence cites it",
    "evidence_id": "The id of a piece of evidence",
    "number": "Which version, counted from 1",
    "limit": "The most to give on one page",
    "cursor": "The `next_cursor` of the page before; left out, the first page",
}
"""What parameters mean that say nothing themselves."""

PARTIAL_DATE = TypeAdapter(PartialDate).json_schema()["pattern"]

FORMAT_OF = {
    "list_evidence.kind": "evidence-kind", "search_passages.kind": "evidence-kind", "list_divergence.rule": "divergence-rule"}
"""What is tested against a list that grows: by ``operation.parameter``."""

AT_ALL = (406, 500)
"""Problems that every address of the API can answer with."""


def describe(app: FastAPI) -> Schema:
    """The description of the application, worked out once."""
    if not app.openapi_schema:
        described = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas = described.setdefault("components", {}).setdefault("schemas", {})
        _add_records(schemas)
        for path in described["paths"].values():
            for operation in path.values():
                _complete(operation, schemas)
        described["components"]["securitySchemes"] = {"token": {
            "type": "http", "scheme": "bearer", "description": "Made with `softintel token create`; only writing needs one"}}
        _add_examples(schemas)
        app.openapi_schema = json.loads(LISTING.sub(r'\1List"', json.dumps(described)))
    return app.openapi_schema


def operation_id(route: APIRoute) -> str:
    """``list_evidence``: the name of the function that answers."""
    return route.name


def _add_records(schemas: Schema) -> None:
    """Those that FastAPI does not see."""
    for record in (Problem, GivenDocument):
        described = record.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(described.pop("$defs", {}))
        schemas[record.__name__] = described
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)


def _complete(operation: Schema, schemas: Schema) -> None:
    """One operation: a summary in words, its problems and forms, and an example for each parameter."""
    operation["summary"] = operation["operationId"].replace("_", " ").capitalize()
    if "HTTPValidationError" in str(operation["responses"].get("422")):
        operation["responses"] |= responses(422)
    operation["responses"] |= {str(status): response for status, response in responses(*AT_ALL).items()}
    operation["responses"] = {str(status): operation["responses"][status] for status in sorted(operation["responses"], key=str)}
    for parameter in operation.get("parameters", []):
        parameter["schema"] = without_null(parameter["schema"])
        parameter["schema"].pop("examples", None)
        if "contentSchema" in parameter["schema"]:
            content = parameter.pop("schema")["contentSchema"]
            schemas.update(content.pop("$defs", {}))
            parameter["content"] = {"application/json": {"schema": content}}
        if not parameter.get("description") and parameter["name"] in MEANINGS:
            parameter["description"] = MEANINGS[parameter["name"]]
        if "schema" in parameter:
            _name_format(operation["operationId"], parameter)
        if parameter["name"] == "cursor" and parameter["schema"]["type"] == "string":
            example: object = cursor_of(operation["operationId"])
        else:
            example = example_of_parameter(operation["operationId"], parameter["name"])
        if example is not None:
            (parameter["content"]["application/json"] if "content" in parameter else parameter)["example"] = example
    if operation["operationId"] in LISTED:
        operation["x-columns"] = list(column_names(LISTED[operation["operationId"]]))
        content = operation["responses"]["200"]["content"]
        content |= {MEDIA_TYPES[form].partition(";")[0]: {"schema": {"type": "string"}} for form in FORMATS if form != "json"}


def _name_format(operation: str, parameter: Schema) -> None:
    """What no pattern can tell: that a code is an organisation's, a day one of the calendar, a cursor this list's."""
    schema = parameter["schema"]
    if schema.get("type") == "array":
        schema = schema["items"]
        schema.pop("minLength", None)  # An empty one among several is passed over.
    if parameter["name"] == "org":
        schema["format"] = "ods-code"
    elif schema.get("pattern") == PARTIAL_DATE:
        schema["format"] = "partial-date"
    elif parameter["name"] == "cursor" and schema.get("type") == "string":
        schema["format"] = f"cursor-{operation}"
    elif f"{operation}.{parameter['name']}" in FORMAT_OF:
        schema["format"] = FORMAT_OF[f"{operation}.{parameter['name']}"]
    if "format" in schema:
        for bound in ("minLength", "maxLength"):  # The format says more.
            schema.pop(bound, None)


def without_null(schema: Schema) -> Schema:
    """A parameter is left out; it cannot be null."""
    kinds: list[Schema] = [kind for kind in schema.get("anyOf", []) if kind.get("type") != "null"]
    if len(kinds) != 1:
        return schema
    return {name: value for name, value in schema.items() if name not in ("anyOf", "default")} | kinds[0]


def _add_examples(schemas: Schema) -> None:
    made: dict[str, object] = {}
    for name, schema in schemas.items():
        for field, described in schema.get("properties", {}).items():
            described.pop("examples", None)
            examples = examples_of(name, field) if _record_in(described) is None else ()
            if examples:
                described["examples"] = list(examples)
        if "properties" in schema:
            schema["examples"] = [_example(schemas, name, made)]


def _example(schemas: Schema, name: str, made: dict[str, object]) -> object:
    """A whole record, of the first example of each field."""
    if name not in made:
        whole: dict[str, object] = {}
        for field, described in schemas[name]["properties"].items():
            below = _record_in(described)
            if below is None:
                examples = examples_of(name, field)
                if examples:
                    whole[field] = examples[0]
            else:
                inside = _example(schemas, below, made)
                whole[field] = [inside] if described.get("type") == "array" else inside
        made[name] = whole
    return made[name]


def _record_in(schema: Schema) -> str | None:
    """The record that a field holds, or a list of it, or it or null."""
    for kind in (schema, schema.get("items", {}), *schema.get("anyOf", [])):
        if "$ref" in kind:
            return str(kind["$ref"]).rpartition("/")[2]
    return None
