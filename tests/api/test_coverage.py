"""What was looked at, and what documents were before. All counts and texts are invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from corpora.schema import Capture, Document, Mention, Reading
from corpora.store import Store


@pytest.fixture
def ledger(database: Path) -> Path:
    """A ledger over three weeks."""
    with Store(database) as store:
        store.add_to_ledger("board-papers", week="2026-W10", org="RX1", asked=4, new=2, unchanged=1, failed=1)
        store.add_to_ledger("board-papers", week="2026-W10", org="RX1", asked=1, unchanged=1)
        store.add_to_ledger("board-papers", week="2026-W11", org="RX1", asked=2, unchanged=1, refused=1)
        store.add_to_ledger("board-papers", week="2026-W11", org="RGT", asked=3, changed=1, unchanged=2)
        store.add_to_ledger("news", week="2026-W11", org=None, asked=30, new=3, unchanged=27)
        # Thursday 1 January 2026 lies in the first week of that year, the three days before it too.
        for number, day in enumerate(("2025-12-29", "2026-03-12", "2026-03-12")):
            capture = Capture(id=f"c{number}", url=f"https://news.example/{number}", fetched_at=f"{day}T09:00:00Z", status=200, length=1)
            store.add_capture(capture)
            store.add_document(Document(id=f"n{number}", text="RX1 and RX1.", source="news", capture_id=capture.id))
            store.save_reading(Reading(document_id=f"n{number}", reader="test", mentions=(
                Mention(code="RX1", text="RX1", start=0, end=3), Mention(code="RX1", text="RX1", start=8, end=11))))
    return database


def test_the_ledger_lists_weeks_sources_and_organisations(ledger: Path, web: TestClient) -> None:
    items = web.get("/api/coverage").json()["items"]
    assert [(row["week"], row["source"], row["org"], row["asked"]) for row in items] == [
        ("2026-W11", "board-papers", "RGT", 3), ("2026-W11", "board-papers", "RX1", 2), ("2026-W11", "news", None, 30),
        ("2026-W10", "board-papers", "RX1", 5)]
    assert items[3] == {"source": "board-papers", "week": "2026-W10", "org": "RX1", "asked": 5, "unchanged": 2, "new": 2, "changed": 0,
                        "failed": 1, "refused": 0, "naming": 0}


def test_an_organisation_is_covered_by_what_names_it_too(ledger: Path, web: TestClient) -> None:
    items = web.get("/api/coverage?org=rx1").json()["items"]
    assert [(row["week"], row["source"], row["asked"], row["naming"]) for row in items] == [
        ("2026-W11", "board-papers", 2, 0), ("2026-W11", "news", 0, 2), ("2026-W10", "board-papers", 5, 0),
        ("2026-W01", "news", 0, 1)]


def test_the_ledger_is_given_by_source_since_a_date_and_page_by_page(ledger: Path, web: TestClient) -> None:
    assert len(web.get("/api/coverage?source=news").json()["items"]) == 1
    # Sunday of the tenth week, Monday of the eleventh.
    assert len(web.get("/api/coverage?since=2026-03-08").json()["items"]) == 4
    assert len(web.get("/api/coverage?since=2026-03-09").json()["items"]) == 3
    for org in ("", "&org=RX1"):
        whole = web.get(f"/api/coverage?limit=200{org}").json()["items"]
        rows, cursor = [], ""
        while True:
            answer = web.get(f"/api/coverage?limit=1{org}{cursor}").json()
            rows += answer["items"]
            if answer["next_cursor"] is None:
                break
            cursor = f"&cursor={answer['next_cursor']}"
        assert rows == whole
    assert web.get("/api/coverage?since=2026-02-30").status_code == 422
    assert web.get("/api/coverage?org=ZZZ").status_code == 422
    assert web.get("/api/coverage?cursor=abc").status_code == 422
    assert web.get("/api/coverage?format=xml").status_code == 422


def test_the_ledger_as_a_table(ledger: Path, web: TestClient) -> None:
    answer = web.get("/api/coverage?format=csv&limit=2")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [(row["source"], row["week"], row["org"], row["asked"]) for row in rows] == [
        ("board-papers", "2026-W11", "RGT", "3"), ("board-papers", "2026-W11", "RX1", "2")]
    link = answer.headers["link"].partition(">")[0].removeprefix("<")
    following = list(csv.DictReader(web.get(link).text.splitlines()))
    assert [row["source"] for row in following] == ["news", "board-papers"]


def test_the_page_tells_of_each_source_and_the_newest_weeks(ledger: Path, web: TestClient) -> None:
    with Store(ledger) as store, store.atomic():
        store.db.execute("INSERT INTO rounds (source, number, started_at, finished_at, fetched, new) VALUES "
                         "('news', 1, 1773300000, 1773300060, 31, 3)")
        store.db.execute("INSERT INTO rounds (source, number, started_at, finished_at, alarm) VALUES "
                         "('board-papers', 1, 1773300000, 1773300060, 'quiet: nothing for long')")
        store.db.execute("INSERT INTO rounds (source, number, started_at, finished_at, fetched, failed) VALUES "
                         "('releases', 1, 1773300000, 1773300060, 4, 1)")
    found = html.document_fromstring(web.get("/coverage").content)
    sources, weeks = ([[" ".join(cell.text_content().split()) for cell in row] for row in table.xpath(".//tbody/tr")]
                      for table in found.xpath("//table"))
    assert sources == [["board-papers", "12 March 2026", "0", "0", "0", "0", "quiet: nothing for long"],
                       ["news", "12 March 2026", "31", "3", "0", "0", "as it should be"],
                       ["releases", "12 March 2026", "4", "0", "0", "1", "1 page failed"]]
    assert weeks == [["2026-W11", "2", "35", "3", "1", "1"], ["2026-W10", "1", "5", "2", "0", "1"]]


def test_a_trusts_page_says_what_was_looked_at(ledger: Path, web: TestClient) -> None:
    def section(code: str) -> str:
        page = html.document_fromstring(web.get(f"/trusts/{code}").content)
        return " ".join(page.xpath("//section[@aria-labelledby='looked-at']")[0].text_content().split())

    assert "Silence is no finding" in section("RX1")
    assert "2026-W11212board-papers, news 2026-W10510board-papers 2026-W01001news" in section("RX1")
    assert "No page of this organisation’s own was asked for" in section("RRV")


def test_a_document_lists_its_versions_and_says_what_was_changed(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        for licence, id_ in (("OGL-3.0", "open/paper"), (None, "closed")):
            for text in ("First.\nSecond.", "First.\nSecond, as corrected.", "First."):
                store.add_document(Document(id=id_, title="Invented", text=text, licence=licence), seen_at="2026-03-05T09:00:00Z")
    answer = web.get("/api/documents/open/paper").json()
    assert answer["text"] == "First."
    assert [(row["version"]["number"], row["version"]["added"], row["version"]["removed"]) for row in answer["versions"]] == [
        (1, 1, 1), (2, 0, 1)]
    version = web.get(answer["versions"][0]["diff"]).json()
    assert version["diff"] == "@@ -1,2 +1,2 @@\n First.\n-Second.\n+Second, as corrected."
    assert version["version"]["replaced_at"] == "2026-03-05T09:00:00Z"
    assert web.get("/api/documents/closed/versions/1").json()["diff"] is None
    assert web.get("/api/documents/closed/versions/3").status_code == 404
    assert web.get("/api/documents/closed/versions/0").status_code == 422
    assert web.get("/api/documents/none/versions/1").status_code == 404


def test_evidence_of_a_document_that_was_changed_says_when(database: Path, web: TestClient) -> None:
    evidence = web.get("/api/evidence?limit=1").json()["items"][0]
    assert evidence["citation"]["changed_on"] is None
    with Store(database) as store, store.atomic():
        store.db.execute("INSERT INTO versions (document_id, replaced_at, title, added, removed, diff) VALUES (?, ?, ?, 3, 1, x'')",
                         [evidence["evidence"]["document_id"], "2026-03-05T09:00:00Z", "Invented before"])
    page = html.document_fromstring(web.get(f"/evidence/{evidence['evidence']['id']}").content)
    text = " ".join(page.text_content().split())
    assert "(changed on 5 March 2026)" in text
    assert "3 lines added, 1 removed; before it was called “Invented before”" in text
