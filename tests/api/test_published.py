"""Published segments from several sources. The figures are invented."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient
from lxml import html

from api.pages.trust import newest
from api.published import published_segments
from corpora.store import Store
from tests.api.writing import segment

TABLE, DATA = "League table", "https://www.example.org/data.csv"


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_sources_that_agree_are_one_and_both_are_named() -> None:
    found, = published_segments([segment(score=2.31, rank=85, source=TABLE), segment(score=2.31, rank=85, source=DATA)])
    assert (found.sources, found.disputed) == ((TABLE, DATA), False)


def test_what_one_source_leaves_unsaid_is_taken_from_another_and_the_first_publication_counts() -> None:
    found, = published_segments([segment(rank=85, published_on="2025-12-01", source=TABLE),
                                 segment(score=2.31, in_deficit=False, league_table="acute", published_on="2025-09-09", source=DATA)])
    assert (found.segment.score, found.segment.rank, found.segment.in_deficit) == (2.31, 85, False)
    assert (found.segment.league_table, found.segment.published_on) == ("acute", "2025-09-09")


def test_a_score_is_the_same_as_far_as_it_is_shown() -> None:
    assert len(published_segments([segment(score=2.31, source=TABLE), segment(score=2.3091, source=DATA)])) == 1
    assert len(published_segments([segment(score=2.31, source=TABLE), segment(score=2.32, source=DATA)])) == 2


def test_sources_that_disagree_stand_apart_and_say_so() -> None:
    found = published_segments([segment(value=3, source=TABLE), segment(value=4, source=DATA), segment(value=3, source="Third")])
    assert [(each.segment.segment, each.sources, each.disputed) for each in found] == [
        (3, (TABLE, "Third"), True), (4, (DATA,), True)]
    assert [each.segment.segment for each in newest(found)] == [3, 4]


def test_one_that_is_silent_and_one_that_disagrees_with_a_third_are_told_apart() -> None:
    found = published_segments([segment(source="Silent"), segment(rank=1, source=TABLE), segment(rank=2, source=DATA)])
    assert [(each.segment.rank, each.disputed) for each in found] == [(1, True), (2, True)]
    assert [each.segment.rank for each in newest(found)] == [1]


def test_no_segment_and_a_segment_are_a_disagreement() -> None:
    found = published_segments([segment(value=None, source=TABLE), segment(value=3, source=DATA)])
    assert [each.disputed for each in found] == [True, True]


def test_other_periods_frameworks_and_league_tables_are_no_disagreement() -> None:
    found = published_segments([
        segment(value=1, period="Q2 2025/26", valid_from="2025-07-01"), segment(value=2, league_table="acute"),
        segment(value=3, framework="SOF 2021/22"), segment(value=4, league_table="ambulance")])
    assert [(each.segment.segment, each.disputed) for each in found] == [(1, False), (2, False), (3, False), (4, False)]
    assert [each.segment.segment for each in newest(found)] == [1]


def test_the_page_lists_agreeing_sources_together(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        store.add_segment(segment(value=4, period="Q2 2025/26", valid_from="2025-07-01", score=2.6, rank=101, league_table="Acute",
                                  source="A second list"))
    official = html.document_fromstring(web.get("/trusts/RX1").content).xpath("//section[@class='official']")[0]
    rows = official.xpath(".//table[@class='segments']/tbody/tr[not(@class)]")
    assert [words(row.xpath("./th")[0]) for row in rows] == ["Q2 2025/26 NOF 2025/26", "Q1 2025/26 NOF 2025/26"]
    under = official.xpath(".//tbody/tr[@class='under']")[0]
    assert words(under).endswith("Sources: A second list; https://www.example.org/segments.csv")
    assert under.xpath(".//a/@href") == ["https://www.example.org/segments.csv"]
    assert "disagree" not in words(official)


def test_the_page_shows_both_where_sources_disagree_and_says_so(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        store.add_segment(segment(value=3, period="Q2 2025/26", valid_from="2025-07-01", league_table="Acute", source="A second list"))
    official = html.document_fromstring(web.get("/trusts/RX1").content).xpath("//section[@class='official']")[0]
    standing = [words(line) for line in official.xpath("./p[@class='standing']")]
    assert [line[0] for line in standing] == ["3", "4"]
    assert standing[0].endswith("says A second list")
    assert words(official).count("disagree about this period") == 3
    assert [words(mark) for mark in official.xpath(".//tbody//strong[@class='segment']")] == ["3", "4", "3"]


def test_the_api_gives_every_row_and_the_periods(database: Path, web: TestClient) -> None:
    with Store(database) as store:
        store.add_segment(segment(score=2.31, source="A second list"))
    answer = web.get("/api/trusts/RX1").json()
    assert len(answer["segments"]) == 3
    assert [len(each["sources"]) for each in answer["published_segments"]] == [1, 2]
