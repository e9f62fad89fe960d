"""A reported segment beside the published one. Everything said about real organisations is invented."""

from __future__ import annotations

import pytest

from corpora.store import Store
from tests.api.writing import Told
from tests.joining.telling import findings, joined, official, tell


def segment(value: int = 4, *, subtype: str = "nof", status: str = "current", date: str | None = None, org: str = "RX1") -> Told:
    return Told(f"It is in segment {value}.", "segment", subtype, org=org, value=value, status=status, date=date)


def two_quarters(store: Store) -> None:
    """Segment 2 in the third quarter, published on 10 March; 3 in the fourth, published on 10 June."""
    official(store, "RX1", 2, "Q3 2025/26", published_on="2026-03-10")
    official(store, "RX1", 3, "Q4 2025/26", published_on="2026-06-10")


def test_a_segment_of_a_published_period_that_differs_contradicts(store: Store) -> None:
    two_quarters(store)
    tell(store, segment(4, date="2026-02"), published="2026-07-01")
    (found,) = findings(store)
    assert (found.rule, found.stance, found.since) == ("reported_segment", "contradicts", "2026-07-01")
    assert found.headline == "Reported in segment 4; the published segment is 3"
    assert found.official.words == "Segment 3 in Q4 2025/26 (NOF 2025/26)."
    assert (found.official.known_from, found.official.source) == ("2026-06-10", "https://www.example.org/invented.csv")
    assert {one.name: one.value for one in found.inputs} == {
        "v": 4, "p": "2026-07-01", "F": "NOF 2025/26", "segment published by p": "3", "newest segment published since": "none"}
    assert found.goes_away
    assert "no judgement of the care" in found.is_not


def test_a_segment_of_a_period_to_come_is_not_yet_published_and_contradicts_nothing(store: Store) -> None:
    two_quarters(store)
    tell(store, segment(4), published="2026-08-20")
    (found,) = findings(store)
    assert found.stance == "not_yet_published"
    assert found.headline == "Reported in segment 4, which has not been published; the newest published segment was 3"


@pytest.mark.parametrize(("told", "published", "why"), [
    (segment(3), "2026-07-01", "it is the published one"),
    (segment(2), "2026-08-01", "it was replaced less than a quarter ago"),
    (segment(2, date="2025-11"), "2026-11-01", "it is that of the period it names"),
    (segment(3), "2026-05-20", "it was published afterwards: early is not wrong"),
    (segment(4), "2025-12-20", "nothing had been published yet"),
    (segment(4, status="planned"), "2026-07-01", "it is to come"),
    (segment(4, status="ended"), "2026-07-01", "it is over"),
    (segment(4, subtype="sof"), "2026-07-01", "it is of another framework"),
    (segment(4), "2026", "the document has no day")])
def test_what_fits_or_cannot_be_compared_is_no_finding(store: Store, told: Told, published: str, why: str) -> None:
    two_quarters(store)
    tell(store, told, published=published)
    assert findings(store) == (), why


def test_a_report_of_a_period_before_the_year_is_set_against_that_period_and_nothing_else(store: Store) -> None:
    two_quarters(store)
    tell(store, segment(2, date="2025-10"), published="2026-10-20")
    assert findings(store) == ()
    tell(store, segment(4, date="2023"), published="2026-10-20")
    assert findings(store) == ()
    tell(store, segment(4, date="2025-10"), published="2026-10-20")
    assert [found.stance for found in findings(store)] == ["contradicts"]


def test_a_segment_that_was_replaced_a_quarter_ago_is_out_of_date(store: Store) -> None:
    two_quarters(store)
    tell(store, segment(2), published="2026-09-20")
    assert [found.stance for found in findings(store)] == ["not_yet_published"]


def test_a_day_that_is_unsure_contradicts_nothing(store: Store) -> None:
    two_quarters(store)
    tell(store, segment(4), published="2026-07-01", reliability=0.4)
    assert findings(store) == ()


@pytest.mark.parametrize(("met_on", "found"), [("2026-07-01", 1), ("2026-06-01", 0), (None, 0)])
def test_a_board_paper_is_set_against_what_was_published_by_its_meeting(store: Store, met_on: str | None, found: int) -> None:
    two_quarters(store)
    tell(store, segment(4, date="2026-02"), published="2026-07-01", reliability=0.5, met_on=met_on)
    known = joined(store)
    assert len(known.findings.get("RX1", ())) == found
    assert known.left_out.get("RX1", 0) == 1 - found


def test_where_the_day_of_publication_is_not_known_nothing_is_sure_for_half_a_year(store: Store) -> None:
    official(store, "RX1", 2, "Q3 2025/26", published_on=None)
    tell(store, segment(4), published="2026-05-01")
    assert findings(store) == ()
    tell(store, segment(4), published="2026-08-01")
    assert [found.stance for found in findings(store)] == ["not_yet_published"]


def test_a_finding_goes_when_the_segment_is_published_or_the_report_taken_back_or_a_year_passes(store: Store) -> None:
    two_quarters(store)
    tell(store, segment(4), published="2026-08-20")
    assert findings(store)
    assert findings(store, as_of="2026-08-19") == ()
    assert findings(store, as_of="2027-08-21") == ()
    tell(store, segment(4, status="negated"), published="2026-09-01")
    assert findings(store) == ()
    tell(store, segment(4), published="2026-10-01")
    assert findings(store)
    official(store, "RX1", 4, "Q1 2026/27", published_on="2026-10-10")
    assert findings(store) == ()
    assert findings(store, as_of="2026-10-09")


def test_sources_that_disagree_are_both_in_view(store: Store) -> None:
    official(store, "RX1", 3)
    official(store, "RX1", 4, source="https://www.example.org/another.csv")
    tell(store, segment(4), published="2026-07-01")
    assert findings(store) == ()
    tell(store, segment(5), published="2026-07-01")
    (found,) = findings(store)
    assert "3 or 4" in found.headline


def test_the_segment_of_a_board_says_nothing_about_its_trusts(store: Store) -> None:
    two_quarters(store)
    tell(store, segment(4, org="QT1"), published="2026-07-01")
    assert findings(store) == ()


def test_what_was_published_when_the_report_was_written_is_not_told_as_todays_segment(store: Store) -> None:
    official(store, "RX1", 4, "Q2 2025/26", published_on="2025-12-10")
    tell(store, segment(3), published="2026-02-01")
    official(store, "RX1", 1, "Q4 2025/26", published_on="2026-06-10")
    (found,) = findings(store)
    assert found.headline == ("Reported in segment 3; the segment published by then was 4 (Q2 2025/26, NOF 2025/26); the newest is 1 "
                              "(Q4 2025/26, NOF 2025/26)")


def test_a_finding_of_an_earlier_day_knows_nothing_that_was_published_later(store: Store) -> None:
    official(store, "RX1", 2, "Q2 2025/26", published_on="2025-12-10")
    tell(store, segment(4, date="2026-02"), published="2026-04-01")
    before = findings(store, as_of="2026-05-01")
    assert before
    official(store, "RX1", 4, "Q4 2025/26", published_on="2026-06-10")
    assert findings(store, as_of="2026-05-01") == before
    assert findings(store) == ()
