"""The description of the API has an example for every field and parameter, and they fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.examples import CURSOR, EVIDENCE, QUOTE
from api.paging import encode_cursor
from corpora.schema import CitedEvidence, Segment

DESCRIPTION: dict[str, Any] = create_app(Path("none.db"), by_meaning=False).openapi()
SCHEMAS = DESCRIPTION["components"]["schemas"]
OPERATIONS = [(method, path, operation) for path, methods in DESCRIPTION["paths"].items() for method, operation in methods.items()]


def fields() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, schema in SCHEMAS.items():
        for field, described in schema.get("properties", {}).items():
            yield name, field, described


def holds_records(described: dict[str, Any]) -> bool:
    return any("$ref" in kind for kind in (described, described.get("items", {}), *described.get("anyOf", [])))


def errors(cases: list[tuple[str, dict[str, Any], object]]) -> list[str]:
    """What does not fit, of values with their names and schemas; as OpenAPI reads it, references are from the whole description."""
    whole = {"components": {"schemas": SCHEMAS}, "properties": {name: schema for name, schema, _ in cases}}
    values = {name: value for name, _, value in cases}
    return [f"{error.instance_path}: {error.message}" for error in jsonschema_rs.Draft202012Validator(whole).iter_errors(values)]


def test_every_field_has_an_example() -> None:
    assert [f"{name}.{field}" for name, field, described in fields() if not holds_records(described)
            and not any(example is not None for example in described.get("examples", []))] == []


def test_every_parameter_has_an_example_and_says_what_it_means() -> None:
    parameters = [(operation["operationId"], one | one.get("content", {}).get("application/json", {}))
                  for _, _, operation in OPERATIONS for one in operation.get("parameters", [])]
    assert [f"{name}: {one['name']}" for name, one in parameters if one.get("example") is None] == []
    assert [f"{name}: {one['name']}" for name, one in parameters if not one.get("description")] == []
    assert errors([(f"{name}: {one['name']}", one["schema"], one["example"]) for name, one in parameters]) == []


def test_every_example_fits_its_schema() -> None:
    assert errors([(f"{name}.{field} {number}", described, example) for name, field, described in fields()
                   for number, example in enumerate(described.get("examples", []))]) == []
    assert errors([(name, {"$ref": f"#/components/schemas/{name}"}, example)
                   for name, schema in SCHEMAS.items() for example in schema.get("examples", [])]) == []


def test_the_examples_are_of_one_fact() -> None:
    evidence = CitedEvidence.model_validate(SCHEMAS["CitedEvidence"]["examples"][0])
    segment = Segment.model_validate(SCHEMAS["Segment"]["examples"][0])
    assert (evidence.evidence.quote, evidence.evidence.id) == (QUOTE, EVIDENCE)
    assert evidence.evidence.document_id == evidence.citation.document_id
    assert (evidence.evidence.org, evidence.evidence.value) == (segment.org, segment.segment)
    assert encode_cursor(evidence.citation.published or "", EVIDENCE) == CURSOR


def test_every_operation_has_a_name_a_summary_and_a_description() -> None:
    names = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and "api" not in name.split("_") for name in names)
    assert [path for _, path, operation in OPERATIONS if not operation.get("summary") or not operation.get("description")] == []


def test_lists_are_announced_in_every_form() -> None:
    announced = {operation["operationId"] for _, _, operation in OPERATIONS if {"application/json", "text/csv", "application/jsonl"} <= set(
        operation["responses"].get("200", {}).get("content", {}))}
    assert announced >= {"list_evidence", "list_alerts", "list_segments", "list_coverage", "list_trusts", "get_timeline"}


def test_records_have_names_that_can_be_read() -> None:
    assert {"AlertList", "CitedEvidenceList", "SegmentList", "TrustRowList", "MonthList", "CoverageList"} <= set(SCHEMAS)
    assert [name for name in SCHEMAS if "_" in name] == []


def test_every_error_that_is_announced_is_a_problem_document() -> None:
    for _, path, operation in OPERATIONS:
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert "application/problem+json" in response["content"], (path, status)


@pytest.mark.parametrize("path", ["/problems", *sorted({f"/problems/{name}" for name in (
    "not-found", "unusable-value", "busy", "unavailable", "too-many-requests", "no-token")})])
def test_a_problem_s_type_leads_to_a_page(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 200
    assert "RFC 9457" in answer.text


def test_the_page_of_the_api_names_records_as_people_would(web: TestClient) -> None:
    page = web.get("/docs").text
    assert "AlertList" in page
    assert "Listing_" not in page
