"""The reconciliation service: what a name in a spreadsheet means, and when that is certain."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.reconciling.matching import candidates
from api.reconciling.records import ReconciliationQuery
from api.register import register
from corpora.organisations import plain_words


def match(name: str, **fields: Any) -> list[tuple[str, bool]]:
    return [(found.id, found.match) for found in candidates(ReconciliationQuery.model_validate({"query": name, **fields}))]


def phrase(name: str) -> str:
    return " ".join(plain_words(name))


def test_every_unambiguous_alias_finds_its_organisation_first_and_no_ambiguous_one_is_certain() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for organisation in register():
        meant[phrase(organisation.name)].add(organisation.code)
    for alias in register().aliases:
        meant[phrase(alias.name)].add(alias.code)
    ambiguous = {phrase(alias.name) for alias in register().aliases if alias.ambiguous}
    right = checked = 0
    for alias in register().aliases:
        found = match(alias.name)
        if phrase(alias.name) in ambiguous or len(meant[phrase(alias.name)]) > 1:
            assert not any(certain for _, certain in found), alias
        else:
            checked += 1
            right += found[0][0] == alias.code
        assert all(code == alias.code for code, certain in found if certain), alias
    assert checked > 1900
    assert right == checked


def test_every_official_name_and_code_is_certain_unless_another_was_called_so() -> None:
    others = defaultdict(set)
    ambiguous = {phrase(alias.name) for alias in register().aliases if alias.ambiguous}
    for alias in register().aliases:
        others[phrase(alias.name)].add(alias.code)
    for organisation in register():
        assert match(organisation.code)[0] == (organisation.code, True)
        assert match(organisation.code.lower())[0] == (organisation.code, True)
        shared = others[phrase(organisation.name)] - {organisation.code} or phrase(organisation.name) in ambiguous
        assert ((organisation.code, True) in match(organisation.name)) == (not shared)


@pytest.mark.parametrize(("name", "first"), [
    ("RX1", ("RX1", True)), ("Nottingham University Hospitals NHS Trust", ("RX1", True)),
    ("NOTTINGHAM UNIVERSITY HOSPITALS N.H.S. TRUST (RX1)", ("RX1", False)), ("Nottingham University Hospitals NHS Trust (RX1)", ("RX1", True)),
    ("Barts Health NHS Trust (RX1)", ("RX1", False)), ("Royal Bolton Hospital", ("RMC", False)), ("Notingham Universty Hospitals", ("RX1", False)),
    ("Solent NHS Trust", ("RW1", False))])
def test_a_cell_and_what_comes_first(name: str, first: tuple[str, bool]) -> None:
    assert match(name)[0] == first


@pytest.mark.parametrize("name", ["nothing of the sort", "NHS", "trust", "University Hospital", "St George's", "x" * 500, "=1+1", "''", "\x00"])
def test_what_means_nothing_or_too_much_is_not_certain(name: str) -> None:
    assert not any(certain for _, certain in match(name))


def test_a_closed_organisation_comes_with_who_took_over() -> None:
    found = candidates(ReconciliationQuery(query="Barts and the London NHS Trust"))
    assert (found[0].id, found[0].match) == ("RNJ", True)
    assert "closed 31 March 2012, now part of Barts Health NHS Trust (R1H)" in found[0].description
    assert "R1H" in [one.id for one in found]


def test_other_columns_speak_against_a_candidate() -> None:
    of = [{"pid": "region", "v": "Midlands"}, {"pid": "colour", "v": "red"}]
    against = [{"pid": "region", "v": "London"}]
    assert match("Nottingham University Hospitals NHS Trust", properties=of)[0] == ("RX1", True)
    assert match("Nottingham University Hospitals NHS Trust", properties=against)[0] == ("RX1", False)
    assert ("RX1", True) not in match("Nottingham University Hospitals NHS Trust", type="icb")


@pytest.fixture
def bare(tmp_path: Path) -> TestClient:
    """The service needs no database but for segments."""
    return TestClient(create_app(tmp_path / "none.db", by_meaning=False), raise_server_exceptions=False)


def test_the_manifest_says_where_everything_is(bare: TestClient) -> None:
    answer = bare.get("/api/reconcile")
    manifest = answer.json()
    assert manifest["versions"] == ["0.2"]
    assert manifest["view"]["url"].endswith("/trusts/{{id}}")
    assert {one["id"] for one in manifest["defaultTypes"]} == {"trust", "icb"}
    assert answer.headers["access-control-allow-origin"] == "*"
    suggest = manifest["suggest"]["entity"]
    found = bare.get(suggest["service_url"] + suggest["service_path"], params={"prefix": "notting"}).json()["result"]
    assert "RX1" in [one["id"] for one in found]
    preview = bare.get(manifest["preview"]["url"].replace("{{id}}", "RX1"))
    assert "Nottingham University Hospitals" in preview.text
    assert "frame-ancestors *" in preview.headers["content-security-policy"]
    assert "x-frame-options" not in preview.headers
    assert bare.get("/trusts/RX1").headers["x-frame-options"] == "DENY"


def test_a_batch_is_answered_by_get_and_by_post(bare: TestClient) -> None:
    queries = json.dumps({"q0": {"query": "Barts Health", "limit": 1}, "q1": {"query": "nothing of the sort", "unknown": 1}})
    by_get = bare.get("/api/reconcile", params={"queries": queries})
    by_post = bare.post("/api/reconcile", data={"queries": queries})
    assert by_get.json() == by_post.json()
    assert [(one["id"], one["match"]) for one in by_get.json()["q0"]["result"]] == [("R1H", True)]
    assert by_get.json()["q1"] == {"result": []}


def test_a_column_is_filled_from_the_register_and_the_published_segments(web: TestClient, bare: TestClient) -> None:
    asked = json.dumps({"ids": ["RX1", "none"], "properties": [{"id": "icb"}, {"id": "segment"}, {"id": "colour"}]})
    rows = web.post("/api/reconcile", data={"extend": asked}).json()
    assert [one["id"] for one in rows["meta"]] == ["icb", "segment"]
    assert rows["rows"]["RX1"]["icb"] == [{"id": "QT1", "name": "NHS Nottingham and Nottinghamshire Integrated Care Board"}]
    newest, = rows["rows"]["RX1"]["segment"]
    assert newest["int"] in range(1, 6)
    assert rows["rows"]["none"] == {"icb": [], "segment": []}
    assert bare.post("/api/reconcile", data={"extend": asked}).status_code == 503
    assert {"segment", "sector"} <= {one["id"] for one in bare.get("/api/reconcile/properties?type=trust").json()["properties"]}


@pytest.mark.parametrize(("given", "status", "says"), [
    ({"queries": "{"}, 422, "queries: invalid JSON"), ({"queries": "[]"}, 422, "queries: input should be"), ({"queries": "{}"}, 422, "queries: "),
    ({"queries": json.dumps({f"q{n}": {"query": "x"} for n in range(51)})}, 422, "queries: "),
    ({"queries": '{"q":{"query":"x","limit":0}}'}, 422, "queries.q.limit: "), ({"queries": "[" * 100_000}, 422, "queries: "),
    ({"extend": '{"ids":"RX1"}'}, 422, "extend."), ({}, 422, "queries: not given"), ({"queries": "x" * 1_100_000}, 413, "1,000,000 bytes")])
def test_what_cannot_be_used_is_told(bare: TestClient, given: dict[str, str], status: int, says: str) -> None:
    answer = bare.post("/api/reconcile", data=given, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert says in answer.json()["detail"]
    assert answer.headers["access-control-allow-origin"] == "*"


def test_another_type_of_body_and_scripts_are_refused(bare: TestClient) -> None:
    assert bare.post("/api/reconcile", json={"queries": {}}).status_code == 415
    assert bare.get("/api/reconcile?callback=run").json()["detail"].startswith("callback: JSONP is not given")
