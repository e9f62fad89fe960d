"""An entry to a programme before a published segment shows it. Everything said about real organisations is invented."""

from __future__ import annotations

import pytest

from corpora.store import Store
from tests.api.writing import Told
from tests.joining.telling import findings, official, tell

PIP = "provider_improvement_programme"


def entry(subtype: str = PIP, *, status: str = "current", rule: str = "by_hand", date: str | None = None) -> Told:
    return Told("It has entered the programme.", "intervention", subtype, status=status, rule=rule, date=date)


def test_an_entry_that_no_published_segment_shows_is_found(store: Store) -> None:
    official(store, "RX1", 3)
    tell(store, entry(), published="2026-07-01")
    tell(store, entry(), published="2026-07-20")
    (found,) = findings(store)
    assert (found.rule, found.stance, found.since, found.newest) == (
        "entry_before_segment", "before_the_segment", "2026-07-01", "2026-07-20")
    assert found.headline == ("Reported to be in the Provider Improvement Programme, which goes with segment 5; the published segment "
                              "is 3")
    assert len(found.evidence_ids) == 2
    assert {one.name: one.value for one in found.inputs} == {
        "programme": "Provider Improvement Programme", "F": "NOF 2025/26", "L": 5, "p": "2026-07-01", "segment published by p": "3",
        "newest segment published": 3}


@pytest.mark.parametrize(("told", "published", "why"), [
    (entry(status="planned"), "2026-07-01", "it is to come"),
    (entry(status="negated"), "2026-07-01", "it is denied"),
    (entry(rule="by_hand/holds"), "2026-07-01", "to remain is no entry"),
    (entry("recovery_support_programme"), "2026-07-01", "no segment of 2025/26 goes with it"),
    (entry("warning_notice"), "2026-07-01", "it is no programme"),
    (entry(date="2024"), "2026-07-01", "it was long ago, as the words say"),
    (entry(), "2026-05-01", "nothing had been published yet")])
def test_what_is_no_entry_is_no_finding(store: Store, told: Told, published: str, why: str) -> None:
    official(store, "RX1", 3)
    tell(store, told, published=published)
    assert findings(store) == (), why


def test_an_organisation_that_is_in_the_segment_of_the_programme_fits(store: Store) -> None:
    official(store, "RX1", 5)
    tell(store, entry(), published="2026-07-01")
    assert findings(store) == ()


def test_it_goes_when_the_segment_is_published_or_the_organisation_has_left(store: Store) -> None:
    official(store, "RX1", 3)
    tell(store, entry(), published="2026-07-01")
    assert findings(store)
    official(store, "RX1", 5, "Q1 2026/27", published_on="2026-09-10")
    assert findings(store) == ()
    assert findings(store, as_of="2026-09-09")


def test_a_later_document_that_says_it_has_left_ends_it(store: Store) -> None:
    official(store, "RX1", 3)
    tell(store, entry(), published="2026-07-01")
    tell(store, entry(status="ended"), published="2026-08-01")
    assert findings(store) == ()


def test_special_measures_go_with_segment_4_of_the_framework_of_2016(store: Store) -> None:
    official(store, "RX1", 2, framework="SOF 2016", period="2016-11", valid_from="2016-11-01", valid_to=None,
             published_on="2016-11-20", league_table=None)
    tell(store, entry("special_measures"), published="2017-04-06")
    (found,) = findings(store, as_of="2017-05-01")
    assert found.headline == "Reported to be in special measures, which goes with segment 4; the published segment is 2"


def test_a_segment_published_since_is_told_beside_the_one_of_then(store: Store) -> None:
    official(store, "RX1", 3, "Q3 2025/26", published_on="2026-03-10")
    tell(store, entry(), published="2026-04-01")
    official(store, "RX1", 1, "Q4 2025/26", published_on="2026-06-10")
    (found,) = findings(store)
    assert found.headline.endswith("the segment published by then was 3 (Q3 2025/26, NOF 2025/26); the newest is 1 (Q4 2025/26, "
                                   "NOF 2025/26)")
