"""Copies on the pages and at the API. Everything said about real organisations is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from api.app import create_app
from corpora.store import Store
from nlp.pipeline import Pipeline
from nlp.reading import read_new_documents
from tests.conftest import make_document
from tests.nlp.syndication import stories


@pytest.fixture
def web(tmp_path: Path) -> TestClient:
    with Store(tmp_path / "test.db") as store:
        for number, (publisher, day) in enumerate((("The Invented Gazette", 12), ("The Copying <b>Post</b>", 13), ("The Late Example", 14))):
            store.add_document(make_document(
                f"Headline {number}\n\n{stories(0)[0]}", document_id=f"d{number}", published=f"2024-03-{day}", publisher=publisher,
                title=f"Story {number}", url=f"https://news.example.org/{number}", doc_type="news"))
        read_new_documents(store, Pipeline.load(embed=False, learned=False))
    return TestClient(create_app(tmp_path / "test.db", by_meaning=False), raise_server_exceptions=False)


def test_a_list_has_what_copies_tell_once_unless_it_is_asked_for(web: TestClient) -> None:
    address = "/api/evidence?subtype=warning_notice"
    (piece,) = web.get(address).json()["items"]
    assert [citation["publisher"] for citation in piece["also_published_by"]] == ["The Copying <b>Post</b>", "The Late Example"]
    everything = web.get(f"{address}&include_copies=true").json()["items"]
    assert sorted(item["copy_of"] is None for item in everything) == [False, False, True]
    assert web.get("/api/trusts/RDU").json()["evidence_by_kind"]["intervention"] == 1


def test_the_pages_say_who_else_published_it(web: TestClient) -> None:
    trust = web.get("/trusts/RDU").text
    assert trust.count("CQC warning notice") < 5
    words = " ".join(html.fromstring(trust).text_content().split())
    assert "Also published by The Copying <b>Post</b>, 13 March 2024: Story 1; The Late Example, 14 March 2024: Story 2" in words
    copied = next(item for item in web.get("/api/evidence?include_copies=true").json()["items"] if item["copy_of"])
    page = html.fromstring(web.get(f"/evidence/{copied['evidence']['id']}").content)
    assert f"/evidence/{copied['copy_of']}" in page.xpath("//a/@href")


def test_an_alert_told_by_copies_only_has_one_source(web: TestClient) -> None:
    alert = next(item for item in web.get("/api/alerts").json()["items"] if "warning notice" in item["headline"])
    assert (alert["independent_sources"], len(alert["evidence_ids"])) == (1, 3)
    assert "independent sources" not in web.get("/alerts").text
