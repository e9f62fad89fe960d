"""The API over a small store. Everything said about real organisations is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpora.schema import CitedEvidence
from corpora.store import Store
from tests.api.writing import Told, group, segment, write


def walk(web: TestClient, path: str, limit: int) -> list[dict[str, object]]:
    """Every item of a list, a page at a time."""
    items: list[dict[str, object]] = []
    cursor: str | None = None
    for _ in range(500):
        page = web.get(path, params={"limit": limit} | ({"cursor": cursor} if cursor else {})).json()
        assert 0 < len(page["items"]) <= limit
        items.extend(page["items"])
        cursor = page["next_cursor"]
        if cursor is None:
            return items
    raise AssertionError(f"{path} does not end")


@pytest.fixture
def crowded(database: Path) -> Path:
    """Many pieces of evidence and segments that share their dates."""
    with Store(database) as store:
        for n in range(7):
            write(store, f"same-day-{n}", Told("It was fined.", "intervention", "prosecution", value=n),
                  Told("A swab was retained.", "never_event", "retained_foreign_object", value=1), published="2022-01-01")
            write(store, f"undated-{n}", Told("It was fined.", "intervention", "prosecution", value=n), published=None)
            for table in ("Acute", None):
                for source in ("https://www.example.org/a.csv", "https://www.example.org/b.csv"):
                    store.add_segment(segment(valid_from="2024-04-01", period=f"part {n}", league_table=table, source=source))
        group(store)
    return database


@pytest.mark.parametrize("limit", [1, 2, 5, 200])
@pytest.mark.parametrize("path", ["/api/evidence", "/api/segments", "/api/alerts", "/api/trusts/RX1/timeline"])
def test_paging_gives_everything_exactly_once(crowded: Path, web: TestClient, path: str, limit: int) -> None:
    walked = [str(item) for item in walk(web, path, limit)]
    assert walked == [str(item) for item in walk(web, path, 200)]
    assert len(set(walked)) == len(walked)
    assert len(walked) >= 3


def test_paging_of_evidence_counts_what_the_store_counts(crowded: Path, web: TestClient) -> None:
    with Store(crowded, read_only=True) as store:
        assert len(walk(web, "/api/evidence", 3)) == sum(store.count_evidence().values())
        assert len(walk(web, "/api/segments", 3)) == len(store.segments())


def test_paging_of_trusts_gives_every_organisation_once(web: TestClient) -> None:
    codes = [item["organisation"]["code"] for item in walk(web, "/api/trusts", 50)]  # type: ignore[index]
    assert len(codes) == len(set(codes)) > 200
    assert codes == sorted(codes)


def test_trusts_are_filtered_by_region_sector_kind_and_name(web: TestClient) -> None:
    def codes(query: str) -> set[str]:
        return {item["organisation"]["code"] for item in web.get(f"/api/trusts?limit=200&{query}").json()["items"]}
    assert codes("q=nottingham univ") == {"RX1"}
    assert codes("q=rx1") == {"RX1"}
    assert "RX1" in codes("region=midlands&sector=acute&kind=trust")
    assert "RX1" not in codes("region=London")
    assert codes("kind=icb").isdisjoint(codes("kind=trust"))
    assert codes("q=zzzz") == set()


def test_a_trust_in_the_list_has_its_newest_segment_and_its_evidence(web: TestClient) -> None:
    row = web.get("/api/trusts?q=RX1").json()["items"][0]
    assert (row["segment"]["segment"], row["segment"]["period"], row["evidence"]) == (4, "Q2 2025/26", 8)


def test_a_trust_has_lineage_segments_and_evidence(web: TestClient) -> None:
    trust = web.get("/api/trusts/RRK").json()
    assert ("RR1", "acquisition") in {(step["predecessor"], step["kind"]) for step in trust["predecessors"]}
    trust = web.get("/api/trusts/rx1").json()
    assert [one["segment"] for one in trust["segments"]] == [4, 3]
    assert trust["evidence_by_kind"] == {"concern": 1, "intervention": 3, "never_event": 1, "rating": 1, "segment": 2}
    assert trust["latest_evidence"][0]["citation"]["published"] == "2023-05-25"


def test_the_timeline_puts_segments_and_evidence_in_months(web: TestClient) -> None:
    months = web.get("/api/trusts/RX1/timeline").json()["items"]
    assert [month["month"] for month in months] == ["2025-07", "2025-04", "2023-05", "2022-03", "2021-09"]
    assert months[0]["segments"][0]["segment"] == 4
    assert months[-1]["evidence_by_kind"] == {"concern": 1, "intervention": 1, "segment": 2}


def test_undated_evidence_is_the_last_month_of_a_timeline(web: TestClient) -> None:
    assert web.get("/api/trusts/RDU/timeline").json()["items"][-1]["month"] is None


@pytest.mark.parametrize(("query", "count"), [
    ("org=RX1", 8), ("org=rdu", 1), ("kind=segment_count", 1), ("kind=intervention&status=negated", 1), ("since=2022", 4),
    ("since=2023-05-25", 2), ("subtype=maternity", 1), ("org=RX1&kind=segment&status=current", 1), ("org=RRK", 0)])
def test_evidence_is_filtered(web: TestClient, query: str, count: int) -> None:
    assert len(web.get(f"/api/evidence?{query}").json()["items"]) == count


def test_evidence_on_predecessors_is_given_on_request(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        write(store, "old", Told("It is in special measures.", "intervention", "special_measures", org="RR1"))
    assert web.get("/api/evidence?org=RRK").json()["items"] == []
    assert len(web.get("/api/evidence?org=RRK&include_predecessors=true").json()["items"]) == 1


def test_a_piece_of_evidence_is_the_record_of_the_schema(web: TestClient) -> None:
    first = web.get("/api/evidence").json()["items"][0]
    assert web.get(f"/api/evidence/{first['evidence']['id']}").json() == first
    assert CitedEvidence.model_validate(first).citation.page == 1


def test_an_open_document_is_given_whole_and_another_only_around_its_quotes(database: Path, web: TestClient) -> None:
    assert web.get("/api/documents/board-1").json()["text"].startswith("Two never events")
    long = "Far away. " * 200 + "It was fined." + " Far away." * 200
    with Store(database) as store:
        write(store, "closed/1", Told("It was fined.", "intervention", "prosecution"), text=long)
    document = web.get("/api/documents/closed/1").json()
    assert document["text"] is None
    assert document["characters"] == len(long)
    (excerpt,) = document["excerpts"]
    assert "It was fined." in excerpt["text"]
    assert len(excerpt["text"]) < 900
    assert long[excerpt["start"]:excerpt["end"]] == excerpt["text"]


def test_segments_are_filtered(web: TestClient) -> None:
    def found(query: str) -> list[int]:
        return [item["segment"] for item in web.get(f"/api/segments?{query}").json()["items"]]
    assert found("org=RX1") == [4, 3]
    assert found("segment=2") == [2]
    assert found("framework=SOF 2016") == []


def test_alerts_are_filtered_by_organisation_and_date(web: TestClient) -> None:
    assert {item["org"] for item in web.get("/api/alerts?org=RX1").json()["items"]} == {"RX1"}
    assert [item["date"] for item in web.get("/api/alerts?since=2022").json()["items"]] == ["2023-05-25", "2022-03-04"]


def test_health_reads_the_store(web: TestClient) -> None:
    response = web.get("/healthz")
    assert response.json() == {"status": "ok", "documents": 4, "evidence": 10}
    assert response.headers["cache-control"] == "no-store"


def test_what_is_written_meanwhile_is_seen(database: Path, web: TestClient) -> None:
    before = len(web.get("/api/alerts").json()["items"])
    with Store(database) as store:
        write(store, "new", Told("It received a warning notice.", "intervention", "warning_notice"))
        group(store)
    assert len(web.get("/api/alerts").json()["items"]) == before + 1


def test_a_database_that_was_replaced_is_opened_again(database: Path, web: TestClient, tmp_path: Path) -> None:
    assert web.get("/api/alerts").json()["items"]
    with Store(tmp_path / "empty.db"):
        pass
    for name in ("test.db-wal", "test.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "empty.db").replace(database)
    assert web.get("/api/alerts").json()["items"] == []


FROM_THE_REGISTER = {"/api/reconcile/suggest", "/api/reconcile/properties"}
"""What needs no database, and so is answered without one."""


def test_every_path_of_the_api_is_described_with_its_problems(web: TestClient) -> None:
    description = web.get("/openapi.json").json()
    assert "Problem" in description["components"]["schemas"]
    assert "HTTPValidationError" not in str(description)
    operations = [(method.upper(), path, operation) for path, methods in description["paths"].items()
                  for method, operation in methods.items()]
    assert ("POST", "/api/documents") in {(method, path) for method, path, _ in operations}
    for method, path, operation in operations:
        assert operation["description"], (method, path)
        problems = {status: answer for status, answer in operation["responses"].items() if status >= "400"}
        assert all("application/problem+json" in answer["content"] for answer in problems.values()), (method, path)
        assert ("503" in problems) is (path not in FROM_THE_REGISTER), (method, path)
    page = web.get("/docs")
    assert all(f"{method} {path}" in page.text for method, path, _ in operations)
    assert "<script" not in page.text
