"""Reported ratings and numbers beside the official ones. Everything said about real organisations is invented."""

from __future__ import annotations

import pytest

from corpora.official.records import NeverEventCount, OfficialRating
from corpora.store import Store
from tests.api.writing import Told
from tests.joining.telling import findings, tell


def rated(store: Store, overall: str, published: str, *, as_of: str = "2026-10-31", **more: str) -> None:
    store.add_fact(OfficialRating.model_validate({
        "org": "RX1", "level": "trust", "overall": overall, "published_on": published, "as_of": as_of,
        "source": "https://www.example.org/invented-ratings.csv", **more}))


def counted(store: Store, year: str, count: int, org: str = "RX1", status: str = "provisional", until: str | None = None) -> None:
    begins = int(year[:4])
    store.add_fact(NeverEventCount.model_validate({
        "org": org, "org_name": org, "year": year, "count": count, "status": status, "valid_from": f"{begins}-04-01",
        "valid_to": until or f"{begins + 1}-03-31", "published_on": until or f"{begins + 1}-06-01", "source": "https://www.example.org/invented.csv"}))


def rating(value: str, subtype: str = "overall", status: str = "current") -> Told:
    return Told(f"It is rated {value}.", "rating", subtype, value=value, status=status)


def number(value: int | None, date: str | None = None, status: str = "current") -> Told:
    return Told(f"It reported {value} never events.", "never_event", "unspecified", value=value, date=date, status=status)


def test_a_rating_other_than_the_one_that_held_is_found(store: Store) -> None:
    rated(store, "Good", "2024-05-01", well_led="Requires improvement")
    tell(store, rating("inadequate"), published="2026-06-01")
    (found,) = findings(store)
    assert (found.rule, found.headline) == ("reported_rating", "Reported to be rated inadequate overall; the official rating is good")
    assert found.official.words == "Rated good overall by the CQC, shown to have held until 31 October 2026."
    assert (found.official.known_from, found.since) == ("2024-05-01", "2026-06-01")


@pytest.mark.parametrize(("told", "published", "why"), [
    (rating("good"), "2026-06-01", "it is the official one"),
    (rating("requires_improvement", "well_led"), "2026-06-01", "it is that of the question"),
    (rating("inadequate", "maternity"), "2026-06-01", "it is of one service"),
    (rating("inadequate", "site"), "2026-06-01", "it is of one hospital"),
    (rating("inadequate", "safe"), "2026-06-01", "the official files do not rate that"),
    (rating("inadequate", status="ended"), "2026-06-01", "it is over"),
    (rating("requires_improvement"), "2026-02-01", "it was replaced less than a quarter before"),
    (rating("inadequate"), "2026-11-10", "the official file is older than the report")])
def test_ratings_that_fit_or_cannot_be_compared_are_no_finding(store: Store, told: Told, published: str, why: str) -> None:
    rated(store, "Requires improvement", "2022-01-01")
    rated(store, "Good", "2025-12-20", well_led="Requires improvement")
    tell(store, told, published=published)
    assert findings(store) == (), why


def test_a_rating_that_was_made_official_afterwards_was_early_and_not_wrong(store: Store) -> None:
    rated(store, "Good", "2024-05-01", as_of="2026-06-10")
    tell(store, rating("inadequate"), published="2026-06-01")
    assert findings(store)
    rated(store, "Inadequate", "2026-06-20")
    assert findings(store) == ()


def test_more_never_events_than_any_year_counts_are_found(store: Store) -> None:
    counted(store, "2024/25", 4)
    counted(store, "2025/26", 6)
    tell(store, number(9), published="2026-02-10")
    (found,) = findings(store)
    assert found.rule == "never_event_number"
    assert found.headline == "9 never events reported; the published counts are 6 in 2025/26 (provisional); 4 in 2024/25 (provisional)"
    assert {one.name: one.value for one in found.inputs} == {
        "n": 9, "p": "2026-02-10", "published count of 2025/26": 6, "published count of 2024/25": 4}


@pytest.mark.parametrize(("told", "published", "why"), [
    (number(6), "2026-02-10", "it is the count of the year"),
    (number(8), "2026-02-10", "it may be of the year before"),
    (number(9), "2026-05-10", "the year has not been counted"),
    (number(9, date="2023-06"), "2026-02-10", "the year that it names has no count"),
    (number(None), "2026-02-10", "it names no number"),
    (number(0, status="negated"), "2026-02-10", "it is denied")])
def test_numbers_that_fit_or_cannot_be_compared_are_no_finding(store: Store, told: Told, published: str, why: str) -> None:
    counted(store, "2024/25", 8)
    counted(store, "2025/26", 6)
    tell(store, told, published=published)
    assert findings(store) == (), why


def test_the_year_that_the_words_name_is_the_only_one(store: Store) -> None:
    counted(store, "2024/25", 8)
    counted(store, "2025/26", 6)
    tell(store, number(7, date="2025-12"), published="2026-02-10")
    assert len(findings(store)) == 1


def test_counts_of_those_it_took_over_from_are_added(store: Store) -> None:
    for year in ("2024/25", "2025/26"):
        counted(store, year, 6, "RAJ")
        counted(store, year, 5, "RDD")
    tell(store, Told("It reported 11 never events.", "never_event", "unspecified", org="RAJ", value=11), published="2026-02-10")
    assert findings(store, "RAJ") == ()
    tell(store, Told("It reported 12 never events.", "never_event", "unspecified", org="RAJ", value=12), published="2026-02-11")
    assert len(findings(store, "RAJ")) == 1


@pytest.mark.parametrize("since", ["Inadequate", "Not rated"])
def test_an_official_rating_that_was_replaced_since_is_not_told_as_todays(store: Store, since: str) -> None:
    rated(store, "Requires improvement", "2024-01-01", as_of="2026-03-01")
    tell(store, rating("good"), published="2026-02-01")
    rated(store, since, "2026-07-01")
    (found,) = findings(store)
    assert found.headline == ("Reported to be rated good overall; the official rating was requires improvement then; the newest is "
                              f"{since.lower()}")


def test_a_count_of_a_part_of_the_year_says_nothing_of_the_rest(store: Store) -> None:
    counted(store, "2024/25", 3)
    counted(store, "2025/26", 2, until="2025-09-30")
    tell(store, number(5), published="2026-03-10")
    assert findings(store, as_of="2026-05-01") == ()
    tell(store, number(5), published="2025-09-20")
    (found,) = findings(store, as_of="2026-05-01")
    assert found.headline.startswith("5 never events reported; the published counts are 2 in 2025/26")
