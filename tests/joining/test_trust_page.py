"""A trust's page: official view and soft evidence in one view. Everything said about real organisations is invented."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from api.app import create_app
from corpora.official.records import NeverEventCount, OfficialRating
from corpora.store import Store
from nlp.events import group_events
from tests.api.writing import Told
from tests.joining.telling import official, tell

MONTH_AGO = (datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=30)).isoformat()
TODAY = datetime.datetime.now(datetime.UTC).date().isoformat()
HOSTILE = "</p><script>alert(1)</script> It is in segment 4."


@pytest.fixture
def web(tmp_path: Path) -> Iterator[TestClient]:
    with Store(tmp_path / "test.db") as store:
        official(store, "RX1", 3, "Q1 2025/26", published_on="2025-09-09", rank=90)
        official(store, "RX1", 2, "Q2 2025/26", published_on="2025-12-20", rank=2)
        official(store, "RXW", 1, "Q2 2025/26", published_on="2025-12-20", rank=1)
        official(store, "RX1", 3, "2024-04", framework="NOF 2022/23", valid_from="2024-04-12", valid_to=None, published_on="2024-04-12",
                 league_table=None)
        tell(store, Told(HOSTILE, "segment", "nof", value=4), Told("Waits grew.", "concern", "finance"), published=MONTH_AGO)
        tell(store, Told("Its rating is inadequate.", "rating", "overall", value="inadequate"), published="2023-05-01")
        tell(store, Told("The board was directed.", "intervention", "icb_direction", org="QT1"), published="2024-03-01")
        store.add_fact(OfficialRating(org="RX1", level="trust", overall="Good", well_led="Outstanding", published_on="2016-03-08",
                                      as_of="2019-03", source="Invented file"))
        store.add_fact(OfficialRating(org="RXW", level="trust", overall="Inadequate", as_of=MONTH_AGO, published_on="2018-11-29",
                                      source="Invented file"))
        for org, year, number in (("RX1", "2025/26", 1), ("RX1", "2024/25", 5), ("RDD", "2025/26", 2)):
            store.add_fact(NeverEventCount(org=org, org_name="Invented", year=year, count=number, status="provisional",
                                           valid_from=f"{year[:4]}-04-01", valid_to=f"20{year[5:]}-03-31", source="Invented report"))
        store.add_fact(NeverEventCount(org="RXW", org_name="Invented", year="2025/26", count=3, status="provisional",
                                       valid_from="2025-04-01", valid_to="2025-09-30", source="Invented report"))
        store.replace_events(group_events(store.dated_evidence()))
    with TestClient(create_app(tmp_path / "test.db", by_meaning=False)) as client:
        yield client


def page(web: TestClient, path: str) -> html.HtmlElement:
    answer = web.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.content)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_page_begins_with_both_views_in_figures(web: TestClient) -> None:
    figures = {words(one.xpath("dt")[0]): words(one.xpath("dd")[0])
               for one in page(web, "/trusts/RX1").xpath("//dl[contains(@class, 'glance')]/div")}
    assert figures == {
        "Published segment, Q2 2025/26 (NOF 2025/26) rank 2 of 2 acute trusts": "2",
        "CQC rating overall, official since March 2019, when it was Good": "Not known",
        "CQC rating overall, reported in a document of 1 May 2023": "Inadequate",
        "Never events in 2025/26 provisional, 5 in 2024/25": "1",
        "Pieces of evidence in the last 12 months 1 document names it": "2"}


def test_an_official_rating_is_a_figure_where_files_of_the_last_year_show_it(web: TestClient) -> None:
    (figure,) = page(web, "/trusts/RXW").xpath("//dl[contains(@class, 'glance')]/div[contains(dt, 'official')]")
    assert words(figure.xpath("dd")[0]) == "Inadequate"
    assert "since 29 November 2018, as files of" in words(figure.xpath("dt")[0])


def test_never_events_of_a_part_of_a_year_say_until_when_they_were_counted(web: TestClient) -> None:
    assert "Never events in 2025/26 provisional, counted until 30 September 2025" in words(page(web, "/trusts/RXW"))


def test_never_events_of_a_trust_that_has_closed_say_why_they_are_there(web: TestClient) -> None:
    assert "still reported under its old name" in words(page(web, "/trusts/RDD"))


def test_the_drawing_says_in_words_what_it_shows_and_keeps_frameworks_apart(web: TestClient) -> None:
    drawing = page(web, "/trusts/RX1").xpath("//svg[@role='img']")[0]
    assert words(drawing.xpath("title")[0]) == (
        "NOF 2022/23: segment 3 in 2024-04. NOF 2025/26: segment 3 in Q1 2025/26, segment 2 in Q2 2025/26. 1 hard facts and 1 "
        "concerns were published in this time.")
    assert [one.text for one in drawing.xpath("text[@class='value']")] == ["3", "3", "2"]
    lanes = [one.get("y") for one in drawing.xpath("rect[@class='block']")]
    assert lanes[0] != lanes[1] == lanes[2]


def test_a_finding_stands_on_top_with_both_sides_its_quote_and_its_formula(web: TestClient) -> None:
    found = page(web, "/trusts/RX1")
    (finding,) = found.xpath("//section[@class='divergence']/article")
    assert words(finding.xpath("h3")[0]) == "Reported in segment 4, which has not been published; the newest published segment was 2"
    assert "Segment 2 in Q2 2025/26 (NOF 2025/26). Published on or before 20 December 2025." in words(finding)
    assert words(finding.xpath(".//blockquote")[0]) == HOSTILE
    assert not found.xpath("//script")
    assert finding.xpath(".//a[starts-with(@href, '/evidence/')]")
    assert "What it is not." in words(finding.xpath("details")[0])
    assert finding.getparent().sourceline < found.xpath("//h2[@id='official']")[0].sourceline


def test_what_is_about_the_system_stands_apart(web: TestClient) -> None:
    found = page(web, "/trusts/RX1")
    (system,) = found.xpath("//section[@class='system']")
    assert "About NHS Nottingham and Nottinghamshire Integrated Care Board" in words(system)
    assert "not about the trust itself." in words(system)
    assert len(system.xpath(".//article")) == 1
    assert not found.xpath("//section[@class='soft']//a[contains(., 'Direction')]")
    assert not page(web, "/trusts/RXW").xpath("//section[@class='system']")


def test_ratings_never_events_and_peers_stand_in_the_official_view(web: TestClient) -> None:
    (section,) = page(web, "/trusts/RX1").xpath("//section[@class='official']")
    official_view = words(section)
    rows = [[words(cell) for cell in row.xpath("th|td")] for row in section.xpath(".//tbody/tr")]
    assert ["Well-led", "Outstanding"] in rows
    assert ["2025/26", "1", "provisional"] in rows
    assert "2 organisations have a published segment in the same table: acute, Q2 2025/26, NOF 2025/26." in official_view


def test_all_findings_have_a_page(web: TestClient) -> None:
    found = page(web, "/divergence")
    assert words(found.xpath("//article/h2")[0]).startswith("Nottingham University Hospitals NHS Trust: reported in segment 4")
    assert words(found.xpath("//nav[@aria-label='Main']//a[@aria-current]")[0]) == "Divergence"
    assert not page(web, "/divergence?rule=reported_rating").xpath("//article")
    assert len(page(web, "/divergence?rule=reported_segment").xpath("//article")) == 1


@pytest.mark.parametrize("path", ["/trusts/RX1", "/divergence"])
def test_ids_are_one_a_page_and_headings_leave_no_level_out(web: TestClient, path: str) -> None:
    found = page(web, path)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    levels = [int(one.tag[1]) for one in found.xpath("//h1|//h2|//h3|//h4")]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert all(one.text_content().strip() for one in found.xpath("//summary|//a"))


def test_the_timeline_has_ratings_and_never_events_and_predecessors_on_request(web: TestClient) -> None:
    months = {one["month"]: one for one in web.get("/api/trusts/RX1/timeline").json()["items"]}
    assert months["2016-03"]["ratings"][0]["rating"]["overall"] == "Good"
    assert months["2026-03"]["never_events"][0]["count"]["count"] == 1
    assert months["2025-07"]["segments"][0]["segment"] == 2
    own = web.get("/api/trusts/RAJ/timeline").json()["items"]
    with_others = web.get("/api/trusts/RAJ/timeline", params={"include_predecessors": True}).json()["items"]
    assert (own, [one["never_events"][0]["count"]["org"] for one in with_others]) == ([], ["RDD"])


@pytest.mark.parametrize(("date", "value", "note"), [
    ("2018", "Not known", "since 2018, when it was Requires improvement, as a document of 1 September 2026 says"),
    ("2024-11-30", "Not known", "since 30 November 2024, when it was Requires improvement, as a document of 1 September 2026 says"),
    ("2026", "Requires improvement", "in a document of 1 September 2026"), (None, "Requires improvement", "in a document of 1 September 2026")])
def test_a_reported_rating_of_the_past_is_not_shown_as_today_s(web: TestClient, tmp_path: Path, date: str | None, value: str,
                                                               note: str) -> None:
    with Store(tmp_path / "test.db") as store:
        tell(store, Told("It was rated.", "rating", "overall", org="RAJ", value="requires_improvement", date=date), published="2026-09-01")
    (figure,) = page(web, "/trusts/RAJ").xpath("//dl[contains(@class, 'glance')]/div[contains(dt, 'reported')]")
    assert words(figure.xpath("dd")[0]) == value
    assert figure.xpath("dd/@class") == ["word"]
    assert note in words(figure.xpath("dt")[0])


def test_a_newer_official_rating_stands_instead_of_one_told_of_the_past(web: TestClient, tmp_path: Path) -> None:
    with Store(tmp_path / "test.db") as store:
        tell(store, Told("It was good.", "rating", "overall", org="RXW", value="good", date="2015"), published=TODAY)
    assert not page(web, "/trusts/RXW").xpath("//dl[contains(@class, 'glance')]/div[contains(dt, 'reported')]")


def test_the_box_says_how_many_documents_are_left_out_for_their_dates(web: TestClient, tmp_path: Path) -> None:
    assert "left out" not in words(page(web, "/trusts/RAJ"))
    with Store(tmp_path / "test.db") as store:
        tell(store, Told("It is in segment 4.", "segment", "nof", org="RAE", value=4), published=MONTH_AGO, reliability=0.4)
    assert "1 document is left out: its date is uncertain." in words(page(web, "/trusts/RAE").xpath("//section[@class='divergence']")[0])
