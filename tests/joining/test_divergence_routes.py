"""``/api/divergence`` and its like. Everything said about real organisations is invented."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpora.store import Store
from nlp.events import group_events
from tests.api.writing import Told
from tests.joining.telling import official, tell

MONTH_AGO = (datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=30)).isoformat()
LONG_AGO = "2026-01-20"


@pytest.fixture
def web(tmp_path: Path) -> Iterator[TestClient]:
    with Store(tmp_path / "test.db") as store:
        for org in ("RX1", "RXW", "RYC"):
            official(store, org, 2, "Q2 2025/26", published_on="2025-12-20", league_table="ambulance" if org == "RYC" else "acute")
            tell(store, Told("It is in segment 4.", "segment", "nof", org=org, value=4), published=MONTH_AGO)
        official(store, "RVV", 2, "Q2 2025/26", published_on="2025-12-20")
        tell(store, Told("It is in segment 4.", "segment", "nof", org="RVV", value=4), published=LONG_AGO)
        official(store, "RVV", 4, "Q3 2025/26", published_on="2026-03-10")
        store.replace_events(group_events(store.dated_evidence()))
    with TestClient(create_app(tmp_path / "test.db", by_meaning=False)) as client:
        yield client


def test_findings_are_listed_with_their_quotes_by_pages(web: TestClient) -> None:
    seen, cursor = [], None
    while True:
        page = web.get("/api/divergence", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        seen += page["items"]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert sorted(one["org"] for one in seen) == ["RX1", "RXW", "RYC"]
    for one in seen:
        assert [cited["evidence"]["quote"] for cited in one["evidence"]] == ["It is in segment 4."]
        assert one["evidence"][0]["citation"]["url"].startswith("https://news.example.org/")


@pytest.mark.parametrize(("asked", "orgs"), [
    ({"org": "RX1"}, {"RX1"}), ({"sector": "ambulance"}, {"RYC"}), ({"region": "midlands"}, {"RX1", "RXW"}),
    ({"rule": "reported_segment"}, {"RX1", "RXW", "RYC"}), ({"rule": "like_a_higher_segment"}, set()),
    ({"stance": "contradicts"}, set()), ({"since": "2999-01-01"}, set())])
def test_findings_are_asked_for_by_organisation_rule_sector_region_and_date(
        web: TestClient, asked: dict[str, str], orgs: set[str]) -> None:
    assert {one["org"] for one in web.get("/api/divergence", params=asked).json()["items"]} == orgs


def test_findings_are_a_table_too(web: TestClient) -> None:
    answer = web.get("/api/divergence", params={"format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(answer.text.splitlines()) == 4


@pytest.mark.parametrize("asked", [{"rule": "no_rule"}, {"cursor": "x"}, {"sector": "moon"}])
def test_what_cannot_be_asked_for_is_said(web: TestClient, asked: dict[str, str]) -> None:
    assert web.get("/api/divergence", params=asked).status_code == 422


def test_the_findings_of_another_day_are_those_of_what_was_known_then(web: TestClient) -> None:
    assert web.get("/api/trusts/RVV/divergence").json()["findings"] == []
    then = web.get("/api/trusts/RVV/divergence", params={"as_of": LONG_AGO}).json()
    assert then["as_of"] == LONG_AGO
    assert [one["stance"] for one in then["findings"]] == ["not_yet_published"]
    for day in ("2999-01-01", "0001-01-01", "2026", "2026-02-30"):
        assert web.get("/api/trusts/RVV/divergence", params={"as_of": day}).status_code == 422
    assert web.get("/api/trusts/XXX/divergence").status_code == 404


def test_a_trusts_answer_holds_peers_findings_and_what_concerns_its_system(web: TestClient) -> None:
    answer = web.get("/api/trusts/RX1").json()
    assert [one["rule"] for one in answer["divergence"]] == ["reported_segment"]
    assert answer["peers"]["comparison"]["outcome"] == "not_enough_evidence"
    assert answer["system_level"] == []
    assert web.get("/api/trusts/RTG").json()["peers"] is None
