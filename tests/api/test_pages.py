"""The pages over a small store. Everything said about real organisations is invented."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from api.app import create_app
from corpora.store import Store
from tests.api.writing import Told, group, segment, write

HOSTILE = '</p><script>alert(1)</script><img src=x onerror="alert(2)"> "quoted" & \'single\' {{ 7 * 7 }} was fined.'


def page(web: TestClient, path: str) -> html.HtmlElement:
    response = web.get(path)
    assert response.status_code == 200, path
    return html.document_fromstring(response.content)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_trust_page_sets_the_official_view_beside_the_soft_evidence(web: TestClient) -> None:
    found = page(web, "/trusts/RX1")
    official, soft = found.xpath("//div[@class='beside']/section")
    assert words(found.xpath("//h1")[0]) == "Nottingham University Hospitals NHS Trust"
    assert "Segment 4 in Q2 2025/26, NOF 2025/26, published 12 December 2025" in words(official)
    assert "In financial deficit. Segment limited by finance." in words(official)
    assert [words(row) for row in official.xpath(".//tbody/tr/td[1]/strong[@class='segment']")] == ["4", "3"]
    assert len(soft.xpath("./article")) == 7


def test_every_piece_shows_claim_status_quote_source_and_date(web: TestClient) -> None:
    piece = page(web, "/trusts/RX1").xpath("//article[.//a[text()='CQC rating · maternity: inadequate']]")[0]
    assert words(piece.xpath(".//strong")[0]) == "Status: Current"
    assert words(piece.xpath(".//blockquote")[0]) == "Inspectors rated maternity services inadequate at Nottingham."
    assert "The Invented Gazette, 4 March 2022 (date uncertain): Invented story news-2" in words(piece)
    source = piece.xpath(".//a[@class='external']")[0]
    assert source.get("href") == "https://news.example.org/news-2"
    assert set(source.get("rel").split()) == {"noopener", "noreferrer", "nofollow"}


def test_each_status_has_its_word(web: TestClient) -> None:
    badges = page(web, "/trusts/RX1").xpath("//strong[starts-with(@class, 'badge')]")
    assert {words(badge).removeprefix("Status: ") for badge in badges} == {"Current", "Over", "Planned", "Denied"}


def test_a_pdf_is_linked_at_its_page(web: TestClient) -> None:
    piece = page(web, "/trusts/RX1").xpath("//article[.//a[contains(text(), 'never events')]]")[0]
    assert piece.xpath(".//a[@class='external']/@href") == ["https://www.example.org/papers/may.pdf#page=1"]
    assert ", page 1" in words(piece)


def test_concerns_stand_apart(web: TestClient) -> None:
    concerns = page(web, "/trusts/RX1").xpath("//section[@class='concerns']")[0]
    assert len(concerns.xpath("./article")) == 1
    assert "Weaker than the facts above" in words(concerns)


def test_evidence_can_be_grouped_by_kind(web: TestClient) -> None:
    found = page(web, "/trusts/RX1?by=kind")
    assert [words(heading) for heading in found.xpath("//h3[@class='kind']")] == [
        "Oversight segment", "Regulator action", "Never event", "CQC rating"]


def test_lineage_is_linked(web: TestClient) -> None:
    found = page(web, "/trusts/RRK")
    assert "/trusts/RR1" in found.xpath("//dl//a/@href")
    assert "/trusts/RRK" in page(web, "/trusts/RR1").xpath("//dl//a/@href")


def test_evidence_on_predecessors_is_shown_on_request_and_named(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        write(store, "old", Told("It is in special measures.", "intervention", "special_measures", org="RR1"))
    found = page(web, "/trusts/RRK")
    (link,) = found.xpath("//section[@class='soft']//p[@class='empty']/a/@href")
    piece = page(web, link).xpath("//article[@class='piece']")[0]
    assert "About Heart of England NHS Foundation Trust" in words(piece)


def test_older_evidence_is_a_page_further(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        for n in range(60):
            write(store, f"many-{n:02}", Told("It was fined.", "intervention", "prosecution", value=n))
    seen: set[str] = set()
    path: str | None = "/trusts/RX1"
    pages = 0
    while path:
        found = page(web, path)
        ids = set(found.xpath("//section[@class='soft']/article/@id"))
        assert seen.isdisjoint(ids)
        seen |= ids
        path = next(iter(found.xpath("//a[text()='Older evidence']/@href")), None)
        pages += 1
    assert (len(seen), pages) == (67, 2)


def test_an_organisation_of_which_nothing_is_known_says_so_in_plain_words(web: TestClient) -> None:
    text = words(page(web, "/trusts/RTG"))
    assert "No published segment of this organisation has been imported" in text
    assert "That is not a finding that all is well" in text


def test_a_code_in_small_letters_leads_to_the_page(web: TestClient) -> None:
    response = web.get("/trusts/rx1", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (308, "/trusts/RX1")


@pytest.mark.parametrize("asked", ["RX1", "rx1", "nottingham university hosp", "Nottingham University Hospitals NHS Trust (RX1)"])
def test_finding_a_single_trust_leads_to_it(web: TestClient, asked: str) -> None:
    response = web.get("/trusts", params={"q": asked}, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/trusts/RX1")


def test_trusts_of_a_region_are_listed_by_name(web: TestClient) -> None:
    names = [words(link) for link in page(web, "/trusts?region=Midlands").xpath("//tbody//th/a")]
    assert "Nottingham University Hospitals NHS Trust" in names
    assert names == sorted(names)


def test_the_evidence_page_shows_the_quote_in_its_surroundings_and_how_to_cite_it(web: TestClient) -> None:
    evidence_id = web.get("/api/evidence?subtype=maternity").json()["items"][0]["evidence"]["id"]
    found = page(web, f"/evidence/{evidence_id}")
    around = found.xpath("//blockquote")[0]
    assert words(around.xpath(".//mark")[0]) == "Inspectors rated maternity services inadequate at Nottingham."
    assert "special measures" in words(around)
    assert words(found.xpath("//p[@class='cite']")[0]) == (
        "The Invented Gazette (4 March 2022) ‘Invented story news-2’. https://news.example.org/news-2 "
        f"(softintel evidence {evidence_id})")
    assert "by_hand" in words(found)
    assert "80%" in words(found)


def test_search_marks_the_words_and_leads_to_the_evidence(web: TestClient) -> None:
    found = page(web, "/search?q=waits+department")
    (hit,) = found.xpath("//article")
    assert [words(mark) for mark in hit.xpath(".//mark")] == ["Waits", "department"]
    assert hit.xpath(".//a[starts-with(@href, '/evidence/')]")


def test_search_says_when_nothing_is_found(web: TestClient) -> None:
    assert "No passage answers to this." in words(page(web, "/search?q=pancake"))


def test_search_keeps_its_filters_on_the_next_page(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        for n in range(25):
            write(store, f"many-{n:02}", Told("The trust was fined.", "intervention", "prosecution", value=n))
    found = page(web, "/search?q=fined&org=RX1&kind=intervention&since=2021")
    assert len(found.xpath("//article")) == 20
    (more,) = found.xpath("//a[text()='More results']/@href")
    assert len(page(web, more).xpath("//article")) == 5


@pytest.mark.parametrize(("query", "field"), [("org=nope", "org"), ("since=soon", "since"), ("kind=gossip", "kind")])
def test_search_tells_what_is_wrong_beside_the_field(web: TestClient, query: str, field: str) -> None:
    response = web.get(f"/search?q=x&{query}")
    found = html.document_fromstring(response.content)
    assert response.status_code == 422
    assert found.xpath(f"//div[@role='alert']//a[@href='#{field}']")
    control = found.get_element_by_id(field)
    assert control.get("aria-invalid") == "true"
    assert f"{field}-mistake" in control.get("aria-describedby").split()


def test_filters_without_words_are_answered_with_what_is_missing(web: TestClient) -> None:
    response = web.get("/search?org=RX1")
    found = html.document_fromstring(response.content)
    assert response.status_code == 422
    assert words(found.get_element_by_id("q-mistake")).startswith("Error: Give words to look for")
    assert web.get("/search").status_code == 200


def test_alerts_of_one_trust_are_listed_apart_and_its_page_leads_there(web: TestClient) -> None:
    found = page(web, "/alerts?org=rx1")
    assert words(found.xpath("//h1")[0]) == "Alerts on Nottingham University Hospitals NHS Trust"
    assert {link.get("href") for link in found.xpath("//article//h2/a")} == {"/trusts/RX1"}
    assert len(found.xpath("//article")) < len(page(web, "/alerts").xpath("//article"))
    assert page(web, "/trusts/RX1").xpath("//section[@id='alerts' or @class='alerts']//a[@href='/alerts?org=RX1']")
    assert web.get("/alerts?org=nope").status_code == 404


def test_older_alerts_of_one_trust_stay_with_it(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        for n in range(60):
            write(store, f"fined-{n:02}", Told("It was fined.", "intervention", "prosecution", value=1000 + n),
                  published=f"{1960 + n}-03-04")
        group(store)
    (older,) = page(web, "/alerts?org=RX1").xpath("//a[text()='Older alerts']/@href")
    assert older.startswith("/alerts?org=RX1&before=")
    behind = page(web, older)
    assert 10 <= len(behind.xpath("//article")) < 50
    assert {link.get("href") for link in behind.xpath("//article//h2/a")} == {"/trusts/RX1"}


def test_the_words_of_the_pages_are_explained_and_agree_with_the_readme(web: TestClient) -> None:
    found = page(web, "/about")
    told = {words(term): words(meaning) for term, meaning in zip(found.xpath("//dt"), found.xpath("//dd"), strict=True)}
    assert set(told) == {f"Status: {word}" for word in ("Current", "Over", "Planned", "Denied")}
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for claim in ("one hard fact in five is wrong or carries the wrong status",
                  "up to two in five of those that are there are missed", "within 14 days"):
        assert claim in words(found)
        assert claim in " ".join(readme.split())
    for linked in ("/trusts/RX1", "/alerts", "/"):
        assert "/about" in page(web, linked).xpath("//nav//a/@href")
    assert set(page(web, "/trusts/RX1").xpath("//a[contains(@href, '/about#')]/@href")) <= {
        f"/about#{name}" for name in found.xpath("//h2/@id")}


def test_the_menu_says_where_one_is(web: TestClient) -> None:
    for path in ("/trusts", "/search", "/alerts", "/about", "/docs"):
        assert page(web, path).xpath("//nav//a[@aria-current='page']/@href") == [path]


def test_the_home_page_has_the_newest_alerts_and_what_is_stored(web: TestClient) -> None:
    found = page(web, "/")
    assert words(found.xpath("//article[@class='alert']")[0]).startswith(
        "Nottingham University Hospitals NHS Trust: 2 never events reported (wrong site surgery)")
    assert [words(figure) for figure in found.xpath("//dl[@class='figures']//dd")] == ["4", "10", "2", "2"]
    assert len(found.xpath("//datalist/option")) > 200


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with Store(tmp_path / "empty.db"):
        pass
    with TestClient(create_app(tmp_path / "empty.db", by_meaning=False)) as web:
        assert "softintel add" in words(page(web, "/"))
        assert "No alerts" in words(page(web, "/alerts"))
        assert "Nothing found" in words(page(web, "/search?q=x"))


def test_hostile_text_is_shown_and_never_obeyed(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        write(store, "h'ostile/1", Told(HOSTILE, "intervention", "prosecution"), title=HOSTILE, publisher=HOSTILE,
              url="javascript:alert(1)", published="2026-01-01")
        store.add_segment(segment(period="<b>P</b>", valid_from="2025-10-01", league_table=HOSTILE, source="javascript:alert(3)"))
        group(store)
    evidence_id = web.get("/api/evidence?org=RX1&limit=1").json()["items"][0]["evidence"]["id"]
    paths = ("/trusts/RX1", f"/evidence/{evidence_id}", "/search?q=onerror", "/alerts", "/", "/search?q=%3Cscript%3E&org=%22%3E")
    for path in paths:
        content = web.get(path).content
        found = html.document_fromstring(content)
        assert not found.xpath("//script | //img"), path
        assert not [link for link in found.xpath("//@href") if link.startswith("javascript:")], path
        assert not found.xpath("//@*[starts-with(name(), 'on')]"), path
    shown = html.document_fromstring(web.get(f"/evidence/{evidence_id}").content)
    assert shown.xpath("//mark")[0].text_content() == HOSTILE


@pytest.mark.parametrize("path", ["/", "/trusts", "/trusts/RX1", "/trusts/RX1?by=kind", "/search?q=trust", "/search?q=x&org=no",
                                  "/alerts", "/alerts?org=RX1", "/search?org=RX1", "/about", "/docs", "/nowhere"])
def test_pages_can_be_used_without_sight_mouse_or_scripts(web: TestClient, path: str) -> None:
    found = html.document_fromstring(web.get(path).content)
    assert found.get("lang") == "en-GB"
    assert words(found.xpath("//title")[0]).endswith("– softintel")
    assert len(found.xpath("//h1")) == 1
    assert len(found.xpath("//main")) == 1
    levels = [int(heading.tag[1]) for heading in found.iter("h1", "h2", "h3", "h4")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), levels
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    labelled = set(found.xpath("//label/@for"))
    assert {control.get("id") for control in found.xpath("//input | //select")} <= labelled
    for described in found.xpath("//@aria-describedby | //@aria-labelledby"):
        assert set(described.split()) <= set(ids)
    assert all(words(link) for link in found.xpath("//a[@href]"))
    assert all(cell.get("scope") for cell in found.xpath("//th"))
    assert not found.xpath("//@style | //script | //style")
