"""A text that may not be passed on cannot be collected by asking. Everything said about real organisations is invented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient
from lxml import html

from api.app import create_app
from api.cli import softintel
from api.extracts import LONGEST_OPENING, extract_of
from corpora.licences import LONGEST_QUOTE
from corpora.schema import Document
from corpora.store import Store
from corpora.store.marking import Stretch
from tests.api.writing import Told, write

QUOTE = "The invented trust was put in special measures."


def sentence(number: int) -> str:
    return f"Sentence{number} says that corridor{number} was full of patients{number} on day{number}."


PLAIN = [" ".join(sentence(passage * 10 + number) for number in range(10)) for passage in range(4)]
QUOTED = " ".join([*(sentence(number) for number in range(40, 50)), QUOTE, *(sentence(number) for number in range(50, 60))])
TEXT = "\n\n".join([*PLAIN, QUOTED])
WORDS = sorted(set(re.findall(r"\w+", TEXT)))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("closed") / "closed.db"
    with Store(path) as store:
        write(store, "closed", Told(QUOTE, "intervention", "special_measures"), text=TEXT)
        write(store, "open", Told("The open text tells of an openword.", "concern", "quality_of_care"), licence="OGL-3.0")
    return path


@pytest.fixture(scope="module")
def web(database: Path) -> Iterator[TestClient]:
    with TestClient(create_app(database, by_meaning=False)) as client:
        yield client


def characters(given: list[tuple[int, str]]) -> set[int]:
    for start, text in given:
        assert TEXT[start:start + len(text)] == text
    return {place for start, text in given for place in range(start, start + len(text))}


def page(web: TestClient, address: str) -> html.HtmlElement:
    return html.document_fromstring(web.get(address).content)


def test_whatever_is_asked_one_stretch_of_a_closed_passage_is_given(web: TestClient) -> None:
    hits = [hit for word in WORDS for hit in web.get("/api/search", params={"q": word}).json()["items"]
            if hit["citation"]["document_id"] == "closed"]
    given = {(hit["start"], hit["text"]) for hit in hits}
    assert len(given) == len(PLAIN) + 1
    assert all(hit["is_extract"] and hit["end"] == hit["start"] + len(hit["text"]) for hit in hits)
    assert len(characters(sorted(given)) - set(range(TEXT.index(QUOTED), len(TEXT)))) <= sum(map(len, PLAIN)) / 2
    around = max(given)[1]
    assert QUOTE in around
    assert len(around) <= LONGEST_QUOTE
    assert max(len(text) for start, text in given if start < TEXT.index(QUOTED)) <= LONGEST_OPENING


def test_links_to_the_source_hold_no_more_of_the_text(web: TestClient) -> None:
    for word in WORDS[::5]:
        for hit in web.get("/api/search", params={"q": word}).json()["items"]:
            words = re.findall(r"\w+", unquote(hit["source"].partition(":~:text=")[2]))
            assert words
            assert set(words) <= set(re.findall(r"\w+", hit["text"]))


def test_marks_and_sentence_are_of_the_extract(web: TestClient) -> None:
    (hit,) = web.get("/api/search", params={"q": "special measures"}).json()["items"]
    assert {hit["text"][mark["start"]:mark["end"]] for mark in hit["marks"]} == {"special", "measures"}
    assert hit["text"][hit["sentence"]["start"]:hit["sentence"]["end"]] == QUOTE
    (hit,) = web.get("/api/search", params={"q": "corridor9"}).json()["items"]
    assert hit["marks"] == []


@pytest.mark.parametrize("form", ["json", "csv", "jsonl"])
def test_no_form_of_the_answer_holds_what_stands_outside_the_extracts(web: TestClient, form: str) -> None:
    answer = web.get("/api/search", params={"q": "corridor9 corridor19 corridor40 measures", "format": form, "all": "true"}).text
    assert "special measures" in answer
    assert not any(sentence(number) in answer for number in (9, 19, 40, 59))


def test_an_open_passage_is_given_whole(web: TestClient) -> None:
    (hit,) = web.get("/api/search", params={"q": "openword"}).json()["items"]
    assert (hit["text"], hit["is_extract"]) == ("The open text tells of an openword.", False)


def test_the_command_gives_extracts_in_json_and_whole_passages_to_be_read(database: Path) -> None:
    run = CliRunner().invoke(softintel, ["--db", str(database), "search", "--json", "corridor9"]).stdout
    assert [json.loads(line)["is_extract"] for line in run.splitlines()] == [True]
    assert sentence(9) not in run
    assert sentence(9) in CliRunner().invoke(softintel, ["--db", str(database), "search", "corridor9"]).stdout


def test_the_page_says_that_the_words_stand_outside_the_extract(web: TestClient) -> None:
    found = web.get("/search", params={"q": "corridor9"}).text
    assert "your words stand elsewhere in the passage" in found
    assert sentence(9) not in found


def test_a_closed_document_shows_what_stands_around_its_quotes_whatever_range_is_asked(web: TestClient) -> None:
    shown = set()
    for start in range(0, len(TEXT), 40):
        document = page(web, f"/documents/closed?start={start}&end={start + 3000}")
        shown |= {" ".join(block.text_content().split()).strip("… ") for block in document.xpath("//blockquote")}
    (around,) = shown
    assert QUOTE in around
    assert len(around) <= len(QUOTE) + 800
    assert not page(web, "/documents/closed?start=10&end=90").xpath("//blockquote")


def test_a_document_of_no_licence_and_no_address_sends_nobody_after_a_link(web: TestClient, database: Path) -> None:
    with Store(database) as store:
        store.put_document(Document(id="mine", text="A note of our own."))
    told = page(web, "/documents/mine").text_content()
    assert "Where no licence is stated, the text is not shown, only quotes from it. No address of the source is known" in told
    assert "Follow the link" not in told


def test_a_hit_of_a_closed_document_opens_at_its_quote(web: TestClient) -> None:
    (hit,) = web.get("/api/search", params={"q": "special measures"}).json()["items"]
    address = urlsplit(hit["opens_at"])
    (mark,) = page(web, f"{address.path}?{address.query}").xpath("//mark[@id='at']")
    assert mark.text_content() == QUOTE


def test_texts_without_an_end_to_a_sentence_and_long_quotes_are_cut() -> None:
    assert extract_of("x" * 2_000, [], []) == Stretch(0, LONGEST_OPENING)
    assert extract_of("", [], []) == Stretch(0, 0)
    assert extract_of("x " * 1_000, [Stretch(100, 1_900)], []) == Stretch(100, 700)
    assert extract_of("One. " * 3 + "x" * 2_000, [Stretch(0, 4), Stretch(1_000, 1_100)], [Stretch(1_000, 1_010)]).start > 0
