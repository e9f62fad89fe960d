"""Explanations in words, at the API and on a page. Everything said about real organisations is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from api.app import create_app
from api.explaining.signs import sign_in_words
from api.explaining.status import WORTH, chances_in_words, status_in_words
from corpora.store import Store
from nlp.explain import StatusTrace
from nlp.organisations.name_signs import load_weights as name_weights
from nlp.pipeline import Pipeline
from nlp.subjects import load_weights
from tests.conftest import make_document

TEXT = ("Barts Health has had a hard year. Inspectors said on 3 June 2024 that Frimley Health has not been served with a warning notice.\n\n"
        "<b>Frimley</b> was fined £20,000 last month.")


@pytest.fixture
def web(tmp_path: Path) -> TestClient:
    with Store(tmp_path / "test.db") as store:
        store.add_document(make_document(TEXT, published="2024-06-14", title="An invented <i>story</i>", publisher="The Invented Gazette"))
        store.save_reading(Pipeline.load(embed=False).read(store.document("d1")))  # type: ignore[arg-type]
    return TestClient(create_app(tmp_path / "test.db", by_meaning=False), raise_server_exceptions=False)


def steps(web: TestClient, status: str) -> dict[str, list[str]]:
    evidence = next(item["evidence"] for item in web.get("/api/evidence").json()["items"] if item["evidence"]["status"] == status)
    answer = web.get(f"/api/evidence/{evidence['id']}/explanation")
    assert answer.status_code == 200
    assert answer.json()["explanation"]["outcome"] == "found"
    return {step["heading"]: step["lines"] for step in answer.json()["in_words"]}


def test_each_step_is_told_in_words(web: TestClient) -> None:
    told = steps(web, "negated")
    assert told["The claim"] == ["CQC warning notice. Denied, as of the document’s own date."]
    assert told["The document"] == ["‘An invented <i>story</i>’, The Invented Gazette, 14 June 2024."]
    assert "[warning notice]" in told["The quote"][0]
    assert told["The organisation"][0].startswith("Frimley Health NHS Foundation Trust (RDU), named in the same sentence: ")
    assert any(line.startswith("Not Barts Health NHS Trust (R1H), named as “Barts Health” in a sentence before")
               for line in told["The organisation"])
    assert told["The status"][0] == "Denied. Words about it decide."
    assert any(line.startswith("“not” denies: it bears on what follows it") for line in told["The status"])
    assert told["Who says so"] == ["Inspectors."]
    assert told["The date"] == ["The sentence says 3 June 2024."]


def test_words_counted_from_the_document_s_date_say_so(web: TestClient) -> None:
    assert steps(web, "current")["The date"] == ["“last month” is May 2024, counted from the document’s date, 14 June 2024."]


def test_the_page_of_a_piece_links_to_its_explanation(web: TestClient) -> None:
    for item in web.get("/api/evidence").json()["items"]:
        address = f"/evidence/{item['evidence']['id']}/explanation"
        assert address in html.fromstring(web.get(address.removesuffix("/explanation")).content).xpath("//a/@href")
        page = html.fromstring(web.get(address).content)
        assert page.xpath("//h1")[0].text_content() == "Why it is filed so"
        assert not page.xpath("//main//b | //main//i"), "what documents say is shown as text"


@pytest.mark.parametrize("path", ["/api/evidence/nothing/explanation", "/evidence/nothing/explanation"])
def test_unknown_evidence_is_not_found(web: TestClient, path: str) -> None:
    assert web.get(path).status_code == 404


def test_most_signs_have_words_of_their_own() -> None:
    signs = {*load_weights(), *name_weights()}
    bare = [sign for sign in signs if sign_in_words(sign) == sign.replace(":", " ").replace("_", " ") and ":" in sign]
    assert len(bare) < len(signs) / 3, bare


def test_where_the_learned_reader_overrules_the_rules_that_is_said_and_no_other_place_is_blamed() -> None:
    told = StatusTrace(status="ended", read_alone="current", decided_by="plain", words="", nature="state", cues=())
    assert status_in_words(told, learned=True) == (
        "Over. The learned reader says so, and was surer than the rules that said otherwise.",
        "By the rules alone it would be current.")
    assert "other places in the document" in status_in_words(told)[1]


def test_chances_are_told_likeliest_first_and_none_is_called_certain_or_impossible() -> None:
    chances = {"none": 0.004, "current": 0.9951, "ended": 0.0, "planned": 0.0009, "negated": 0.0}
    assert chances_in_words(chances) == ("Current: over 99%.", "Under 1%: no claim about it, planned, over, denied.")
    assert chances_in_words({"none": 0.3, "ended": 0.7}) == ("Over: 70%.", "No claim about it: 30%.")


def test_what_is_said_of_the_confidence_agrees_with_the_report() -> None:
    report = (Path(__file__).parents[2] / "docs" / "reading-report.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [\d.]+ – [\d.]+ \| \d+ \| ([\d.]+) \| ([\d.]+) \|$", report, re.M)
    assert len(rows) >= 5
    assert max(float(stated) - float(right) for stated, right in rows) <= 0.05
    assert "at most five points lower" in WORTH
