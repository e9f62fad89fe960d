"""Filters typed and chosen, words that say the same, offers, copies, links. Everything said about real organisations is invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

from api.app import create_app
from api.asking import made_ready
from api.fields import read_fields
from api.found import FoundPassage, SearchAnswer
from api.links import sentence_link
from api.named import organisations_named
from api.offering import offers
from api.search_filters import SearchFilters
from corpora.schema import Citation, Page
from corpora.store import Store
from tests.api.writing import Told, fill, write

SYNDICATED = ("Inspectors served the trust with a warning notice after patients had waited in corridors for more than a day, "
              "and staff had told the board twice.")


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("asking") / "test.db"
    fill(path)
    with Store(path) as store:
        for number, publisher in enumerate(("The Invented Gazette", "The Copying Post")):
            write(store, f"copy-{number}", Told(SYNDICATED, "intervention", "warning_notice", org="RDU"), publisher=publisher,
                  published=f"2024-03-1{number}", text=f"Invented headline {number}\n\n{SYNDICATED}")
            store.add_fingerprint(f"copy-{number}", method="by-hand", exact="same", bands=())
        store.join_copies("copy-0", "copy-1")
        write(store, "merged", Told("The old trust was put in special measures & <b>fined</b>.", "intervention", "special_measures",
                                    org="RQ8"), published="2019-05-01")
        pages = "The first page of the pack.\n\nThe second page tells of a corridor escalation space."
        write(store, "pack/May #1", Told("The second page tells of a corridor escalation space.", "concern", "quality_of_care"), text=pages,
              url="https://www.example.org/pack.pdf", licence="OGL-3.0", published="2024-05",
              pages=(Page(number=1, start=0, end=29), Page(number=2, start=29, end=len(pages))))
    with TestClient(create_app(path, by_meaning=False), raise_server_exceptions=False) as client:
        yield client


def asked(web: TestClient, q: str, **filters: str) -> SearchAnswer:
    response = web.get("/api/search", params={"q": q, **filters})
    assert response.status_code == 200, response.text
    return SearchAnswer.model_validate_json(response.content)


def documents(found: SearchAnswer) -> list[str]:
    return [hit.citation.document_id for hit in found.items]


def marked(hit: FoundPassage) -> list[str]:
    return [hit.text[mark.start:mark.end] for mark in hit.marks]


def page(web: TestClient, address: str) -> html.HtmlElement:
    response = web.get(address)
    assert response.status_code == 200, response.text
    return html.document_fromstring(response.content)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_fields_typed_into_a_query_become_filters_that_are_shown(web: TestClient) -> None:
    found = asked(web, 'measures status:denied kind:intervention publisher:"The Invented Gazette" since:2022')
    assert documents(found) == ["news-2"]
    assert [(one.name, one.value, one.typed) for one in found.filters] == [
        ("kind", "intervention", True), ("status", "negated", True), ("publisher", "The Invented Gazette", True),
        ("since", "2022", True)]


@pytest.mark.parametrize(("typed", "left"), [
    ("text:x trust", ()), ('"org:RX1" trust', ()), ("-org:RX1 trust", ()), ("org:", ()), ("xorg:RX1", ()),
    ("ORG:rx1 trust", (("org", "rx1"),)), ('type:"Board paper"', (("doc_type", "board_paper"),)),
    ("region:north-west to:2024", (("region", "north west"), ("until", "2024")))])
def test_only_known_fields_outside_of_phrases_are_filters(typed: str, left: tuple[tuple[str, str], ...]) -> None:
    assert tuple((field.parameter, field.value) for field in read_fields(typed)) == left


def test_a_field_whose_value_cannot_be_used_is_words_and_the_answer_says_so(web: TestClient) -> None:
    ready = made_ready(SearchFilters(q="trust since:yesterday org:NOPE kind:gossip segment:9 sector:acute"))
    assert ready.query.words == ("trust", "since yesterday", "org NOPE", "kind gossip", "segment 9")
    assert [one.name for one in ready.shown] == ["sector"]
    assert len(ready.notes) == 4
    assert "“since:yesterday” is no filter" in " ".join(asked(web, "trust since:yesterday").notes)
    assert asked(web, "org:RX1 kind:rating").notes == ("Only filters were given; add a word to look for.",)


def test_several_organisations_are_any_of_them_with_those_that_came_before(web: TestClient) -> None:
    assert {*documents(asked(web, "trust fined", org="RX1,RDU"))} >= {"other-1", "news-1"}
    folded = asked(web, "special measures", org="RAJ")
    assert documents(folded) == ["merged"]
    assert any(one.name == "lineage" and "(RQ8)" in one.in_words for one in folded.filters)
    assert documents(asked(web, "special measures", org="RAJ", lineage="alone")) == []
    assert documents(asked(web, "special measures", org="RQ8", lineage="successors")) == ["merged"]


def test_a_trust_named_in_words_is_offered_and_never_taken_for_a_filter(web: TestClient) -> None:
    found = asked(web, "nottingham university hospitals nhs trust never events")
    assert found.filters == ()
    (offer,) = [one for one in found.offers if one.kind == "organisation"]
    assert offer.text == "Only about Nottingham University Hospitals NHS Trust (RX1)?"
    assert (offer.org, offer.q) == ("RX1", "never events")
    assert asked(web, "trust", org="RX1").offers == ()


@pytest.mark.parametrize(("typed", "codes"), [
    ("never events at NUH", ["RX1"]), ("rx1 rating", ["RX1"]), ("Mid Essex falls", ["RQ8"]), ("frimley fined", ["RDU"]),
    ("nuh", []), ("royal infirmary falls", []), ("online booking", []), ("the trust", []), ("ran late", []), ("", []),
    ('"Nottingham University Hospitals"', []), ("-NUH", []), ("care quality commission", [])])
def test_names_that_too_many_bear_or_that_are_ordinary_words_offer_nothing(typed: str, codes: list[str]) -> None:
    named = organisations_named(typed)
    assert [one.code for one in named.organisations] == codes if named else not codes


def test_words_that_say_the_same_are_looked_for_only_when_asked_and_each_is_told(web: TestClient) -> None:
    plain = asked(web, "RSP")
    assert (documents(plain), plain.widened) == ([], ())
    assert [one.expand for one in plain.offers] == [True]
    wide = asked(web, "RSP", expand="true")
    assert documents(wide) == ["news-1"]
    (one,) = wide.widened
    assert (one.typed, one.to) == ("RSP", ("recovery support programme",))
    hit = wide.items[0]
    assert marked(hit) == ["Recovery Support Programme"]
    assert documents(asked(web, "RSP", expand="true", expand_except="recovery support programme")) == []
    assert documents(asked(web, '"RSP"', expand="true")) == []


def test_synonyms_are_not_offered_where_enough_was_found() -> None:
    assert not list(offers(made_ready(SearchFilters(q="RSP")), held=10))


def test_what_is_marked_are_the_words_matched_in_all_their_forms(web: TestClient) -> None:
    hit = asked(web, "inspector rating").items[0]
    assert marked(hit) == ["Inspectors", "rated"]
    hit = asked(web, '"department"').items[0]
    assert marked(hit) == ["department"]
    assert [one.kind for one in hit.evidence] == ["concern"]


def test_copies_of_one_text_stand_once_with_who_else_published_them(web: TestClient) -> None:
    (hit,) = asked(web, 'corridors "warning notice"').items
    assert [one.publisher for one in hit.also_published_by] == ["The Copying Post"]
    assert documents(asked(web, 'corridors "warning notice"', publisher="The Copying Post")) == ["copy-1"]
    assert "Also published by The Copying Post" in words(page(web, '/search?q=corridors+"warning+notice"'))


def test_a_hit_opens_at_its_sentence_here_and_at_its_source(web: TestClient) -> None:
    (hit,) = asked(web, "escalation").items
    assert (hit.citation.page, hit.source) == (2, "https://www.example.org/pack.pdf#page=2")
    assert hit.opens_at == "/documents/pack%2FMay%20%231?start=29&end=82#at"
    opened = page(web, hit.opens_at.partition("#")[0])
    (marked,) = opened.xpath("//mark[@id='at']")
    assert words(marked) == "The second page tells of a corridor escalation space."
    assert "Page 2 of 2" in words(opened)
    assert set(opened.xpath("//a[@rel='prev']/@href")) == {"/documents/pack%2FMay%20%231?start=0"}
    assert "The first page of the pack" in words(page(web, "/documents/pack%2FMay%20%231?start=0"))


def test_a_closed_document_shows_what_stands_around_a_quote_alone(web: TestClient, tmp_path: Path) -> None:
    told = [Told(f"Sentence {number} tells of the corridor at length, and says no more than that it was full.", "concern",
                 "quality_of_care") for number in range(60)]
    with Store(tmp_path / "closed.db") as store:
        write(store, "closed", *told[:1], text=" ".join(one.quote for one in told))
    with TestClient(create_app(tmp_path / "closed.db", by_meaning=False)) as closed:
        opened = page(closed, "/documents/closed?start=100&end=180")
        assert len(words(opened.xpath("//blockquote")[0])) < 1000
        assert "The licence does not allow" in words(opened)
        assert not page(closed, "/documents/closed").xpath("//blockquote")
    assert web.get("/documents/none").status_code == 404


def test_web_pages_are_linked_at_their_words_and_other_files_are_not() -> None:
    def link(url: str, sentence: str) -> str | None:
        return sentence_link(Citation(document_id="d", title="", url=url, publisher=None, published=None, doc_type="other"), sentence)
    assert link("https://example.org/a", "Well-led, & so.") == "https://example.org/a#:~:text=Well%2Dled%2C%20%26%20so."
    assert link("https://example.org/a#b", "x") == "https://example.org/a#b:~:text=x"
    assert link("https://example.org/a", " ".join("abcdefghijklmnop")) == (
        "https://example.org/a#:~:text=a%20b%20c%20d%20e%20f,k%20l%20m%20n%20o%20p")
    assert link("https://example.org/a.docx?x", "x") == "https://example.org/a.docx?x"
    assert link("javascript:alert(1)", "x") is None


def test_the_page_shows_filters_that_can_be_taken_back_and_facets_that_narrow(web: TestClient) -> None:
    found = page(web, "/search?q=trust+status:current&org=RX1&org=RDU&expand=true")
    chips = {words(chip).removeprefix("Leave out the filter: ").removesuffix(" ✕"): parse_qs(urlsplit(chip.get("href")).query)
             for chip in found.xpath("//ul[@class='chips']//a")}
    assert chips["About Nottingham University Hospitals NHS Trust (RX1)"] == {
        "q": ["trust status:current"], "org": ["RDU"], "expand": ["true"]}
    assert chips["Evidence that is current"]["q"] == ["trust"]
    narrowed = page(web, "/search?q=trust")
    links = [parse_qs(urlsplit(link).query) for link in narrowed.xpath("//aside//a/@href")]
    assert {"q": ["trust"], "status": ["negated"]} in links
    assert {"q": ["trust"], "since": ["2021"], "until": ["2021"]} in links


def test_the_page_takes_names_for_codes_and_escapes_what_is_quoted(web: TestClient) -> None:
    named = page(web, "/search?q=special+measures&org=Mid+Essex+Hospital+Services+NHS+Trust")
    assert "About Mid Essex Hospital Services NHS Trust (RQ8)" in words(named)
    assert "<b>fined</b>" in words(named.xpath("//p[@class='snippet']")[0])
    response = web.get("/search?q=x&org=Nottingham&segment=9")
    assert "Was one of these meant?" in response.text
    mistakes: html.HtmlElement = html.document_fromstring(response.content)
    assert response.status_code == 422
    assert {link.get("href") for link in mistakes.xpath("//div[@role='alert']//a")} == {"#org", "#segment"}
    for link in mistakes.xpath("//div[@role='alert']//a/@href"):
        assert mistakes.get_element_by_id(link[1:]).get("aria-describedby")


def test_every_control_of_the_page_has_a_label(web: TestClient) -> None:
    found = page(web, "/search?q=trust")
    controls = found.xpath("//main//input[not(@type='hidden')] | //main//select")
    assert {control.get("id") for control in controls} == set(found.xpath("//main//label/@for"))
    assert len(found.xpath("//h1")) == 1


def test_a_segment_is_that_of_the_document_s_day_under_the_framework_then_in_force(web: TestClient) -> None:
    found = asked(web, "trust", segment="4")
    assert "under the framework then in force" in found.filters[0].in_words
    named = asked(web, "trust segment:4", framework="NOF 2025/26")
    assert {one.name for one in named.filters} == {"segment", "framework"}


def test_another_organisation_takes_the_place_of_those_chosen_or_typed_and_the_page_says_so(tmp_path: Path) -> None:
    with Store(tmp_path / "two.db") as store:
        both = "Both trusts were told of an invented review."
        write(store, "two", Told(both, "intervention", "deep_dive_review"), Told(both, "intervention", "special_measures", org="RDU"),
              text=both)
        write(store, "one", Told("One trust was told of a review.", "intervention", "deep_dive_review"), published="2022")
    with TestClient(create_app(tmp_path / "two.db", by_meaning=False)) as web:
        for address in ("/search?q=review+org:RX1", "/search?q=review&org=RX1"):
            found = page(web, address)
            assert "Another organisation or source takes the place of those chosen." in words(found)
            (other,) = [link for link in found.xpath("//aside//a/@href") if "RDU" in link]
            asked_for = parse_qs(urlsplit(other).query)
            assert (asked_for["q"], asked_for["org"]) == (["review"], ["RDU"])
        assert "takes the place" not in words(page(web, "/search?q=review"))
