"""The official view at the API, over the table that ships with softintel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpora.segments import import_packaged
from corpora.store import Store

TABLE = {"framework": "NOF 2025/26", "period": "Q3 2025/26", "league_table": "acute"}


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("official") / "a.db"
    with Store(path) as store:
        import_packaged(store)
    with TestClient(create_app(path, by_meaning=False), raise_server_exceptions=False) as client:
        yield client


def test_the_segment_of_rx1_as_known_on_1_may_2022_has_an_answer(web: TestClient) -> None:
    answer = web.get("/api/segments/as-known", params={"org": "RX1", "valid_on": "2022-05-01", "known_on": "2022-05-01"}).json()
    assert (answer["standing"], answer["decisions"]) == ("none", [])
    assert answer["notes"] == ["No decision for 2022-05-01 or before is known here to have been published by 2022-05-01."]


def test_the_list_of_segments_is_asked_for_a_day_as_known_on_another(web: TestClient) -> None:
    def segments(**asked: str) -> list[tuple[str, int]]:
        return [(each["period"], each["segment"]) for each in web.get("/api/segments", params={"org": "RXV", **asked}).json()["items"]]

    assert segments(valid_on="2025-08-15", known_on="2025-12-31") == [("Q2 2025/26", 4)]
    assert segments(valid_on="2025-08-15", known_on="2025-12-30") == []
    assert segments(known_on="2025-12-31") == [("Q2 2025/26", 4), ("Q1 2025/26", 5)]
    assert len(segments(valid_on="2025-05-01", segment="4")) == 0


def test_the_pages_of_a_day_hold_every_organisation_once(web: TestClient) -> None:
    found: list[str] = []
    cursor = None
    while True:
        asked = {"valid_on": "2025-11-15", "limit": "70", **({"cursor": cursor} if cursor else {})}
        page = web.get("/api/segments", params=asked).json()
        found += [each["org"] for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert len(found) == len(set(found)) == 196
    assert web.get("/api/segments", params={"valid_on": "2025-11-15", "cursor": "WyJhIl0"}).status_code == 422


def test_a_league_table_has_its_trusts_by_published_rank(web: TestClient) -> None:
    table = web.get("/api/league-table", params=TABLE).json()
    assert (table["organisations"], table["rows"][0]["org"], table["rows"][0]["rank"]) == (134, "RBV", 3)
    ranks = [row["rank"] for row in table["rows"]]
    assert ranks == [*sorted(rank for rank in ranks if rank), *(None for rank in ranks if rank is None)]
    assert web.get("/api/league-table", params={**TABLE, "known_on": "2026-01-01"}).json()["rows"] == []
    assert web.get("/api/league-table", params={**TABLE, "league_table": "seaside"}).status_code == 404
    listed = web.get("/api/league-tables").json()["items"]
    assert ("Q3 2025/26", "acute") in {(each["period"], each["league_table"]) for each in listed}


def test_one_address_gives_all_official_facts_of_an_organisation(web: TestClient) -> None:
    answer = web.get("/api/official", params={"org": "RX1"}).json()
    assert answer["segment"]["decisions"][0]["segment"]["segment"] == 4
    assert answer["place"] == {"framework": "NOF 2025/26", "period": "Q3 2025/26", "league_table": "acute", "rank": 132,
                               "organisations": 134}
    assert {each["domain"]: each["score"] for each in answer["domains"]}["patient_safety"] == 3.25
    assert [each["count"]["year"] for each in answer["never_events"]] == ["2025/26", "2024/25", "2023/24", "2022/23"]
    assert [(each["rating"]["overall"], each["shown_until"]) for each in answer["ratings"]] == [("Good", "2019-03-31")]


def test_a_weaker_level_of_ratings_is_given_only_when_it_is_asked_for(web: TestClient) -> None:
    def levels(**asked: str) -> set[str]:
        return {each["rating"]["level"] for each in web.get("/api/ratings", params={"org": "RX1", **asked}).json()["items"]}

    assert levels() == {"trust"}
    assert levels(level="location") == {"location"}
    assert web.get("/api/ratings", params={"org": "RX1", "level": "best"}).status_code == 422


def test_never_events_of_a_merged_trust_come_with_those_of_its_predecessors(web: TestClient) -> None:
    found = web.get("/api/never-events", params={"org": "RAJ"}).json()["items"]
    assert {each["count"]["org"] for each in found} > {"RAJ", "RDD"}


@pytest.mark.parametrize("path", ["/api/segments/as-known", "/api/official", "/api/never-events", "/api/ratings", "/api/domain-scores"])
def test_an_impossible_day_or_an_unknown_organisation_is_a_problem_document(web: TestClient, path: str) -> None:
    for asked in ({"org": "RX1", "known_on": "2026-02-30"}, {"org": "ZZZ"}, {}):
        answer = web.get(path, params=asked)
        assert answer.status_code == 422
        assert answer.headers["content-type"].startswith("application/problem+json")
