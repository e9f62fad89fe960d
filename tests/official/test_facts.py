"""Never-event counts, ratings and domain scores, as known on a day. The figures are invented; the codes are real ones."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora.official.records import DomainScore, NeverEventCount, OfficialRating
from corpora.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "facts.db") as opened:
        yield opened


def count(number: int, status: str = "provisional", published_on: str | None = None) -> NeverEventCount:
    return NeverEventCount.model_validate({
        "org": "RX1", "org_name": "An invented name", "year": "2024/25", "count": number, "status": status,
        "valid_from": "2024-04-01", "valid_to": "2025-03-31", "published_on": published_on, "source": "Invented"})


def rating(overall: str, published_on: str | None, as_of: str, level: str = "trust", location: str | None = None) -> OfficialRating:
    return OfficialRating.model_validate({"org": "RX1", "level": level, "location": location, "overall": overall,
                                          "published_on": published_on, "as_of": as_of, "source": "Invented"})


def score(value: float, publication: str, measure: str = "score") -> DomainScore:
    return DomainScore.model_validate({
        "org": "RX1", "framework": "NOF 2025/26", "period": "Q1 2025/26", "domain": "access", "measure": measure, "value": value,
        "valid_from": "2025-04-01", "valid_to": "2025-06-30", "publication": publication, "source": "Invented"})


def test_a_final_count_takes_the_place_of_a_provisional_one_from_its_day_on(store: Store) -> None:
    for fact in (count(7, "final", "2026-02-10"), count(5, published_on="2025-05-15"), count(6, published_on="2025-11-20")):
        store.add_fact(fact)

    def known(day: str | None) -> list[int]:
        return [one.count.count for one in store.never_event_counts(("RX1",), known_on=day)]

    assert [known(day) for day in ("2025-05-14", "2025-05-15", "2025-11-20", "2026-02-09", "2026-02-10", None)] == [
        [], [5], [6], [6], [7], [7]]


def test_a_count_without_a_day_is_known_half_a_year_after_its_year_and_says_so(store: Store) -> None:
    store.add_fact(count(5))
    assert store.never_event_counts(("RX1",), known_on="2025-09-30") == ()
    found, = store.never_event_counts(("RX1",), known_on="2025-10-01")
    assert found.known_from.method == "period end"


def test_two_counts_of_the_same_standing_are_both_given_as_disputed(store: Store) -> None:
    store.add_fact(count(5))
    store.add_fact(count(6))
    assert [(one.count.count, one.disputed) for one in store.never_event_counts(("RX1",))] == [(5, True), (6, True)]


def test_a_rating_holds_until_the_next_and_is_shown_no_longer_than_its_file(store: Store) -> None:
    for fact in (rating("Good", "2016-03-08", "2019-03"), rating("Requires improvement", "2018-06-01", "2019-03")):
        store.add_fact(fact)
    newer, older = store.ratings(("RX1",))
    assert (newer.rating.overall, newer.until, newer.shown_until) == ("Requires improvement", None, "2019-03-31")
    assert (older.rating.overall, older.until, older.shown_until) == ("Good", "2018-05-31", "2018-05-31")
    assert [one.rating.overall for one in store.ratings(("RX1",), known_on="2018-05-31")] == ["Good"]
    assert store.ratings(("RX1",), known_on="2016-03-07") == ()


def test_a_rating_that_two_files_hold_is_one_shown_until_the_newer_file(store: Store) -> None:
    store.add_fact(rating("Good", "2016-03-08", "2019-03"))
    store.add_fact(rating("Good", "2016-03-08", "2026-05-05"))
    one, = store.ratings(("RX1",))
    assert one.shown_until == "2026-05-05"


def test_a_register_that_is_asked_again_adds_no_row_and_one_that_says_otherwise_takes_over(store: Store) -> None:
    store.add_fact(rating("Good", "2026-03-03", "2026-04-01"))
    assert store.add_fact(rating("Good", "2026-03-03", "2026-05-01")) == "imported"
    assert store.add_fact(rating("Good", "2026-03-03", "2026-04-15")) == "unchanged"
    assert [one.shown_until for one in store.ratings(("RX1",))] == ["2026-05-01"]
    store.add_fact(rating("Inadequate", "2026-03-03", "2026-06-01"))
    assert [one.rating.overall for one in store.ratings(("RX1",))] == ["Inadequate"]
    assert [one.rating.overall for one in store.ratings(("RX1",), known_on="2026-05-31")] == ["Good"]


def test_levels_are_never_mixed(store: Store) -> None:
    store.add_fact(rating("Good", "2016-03-08", "2019-03"))
    store.add_fact(rating("Outstanding", "2026-01-01", "2026-05-05", level="location", location="RX1RA"))
    store.add_fact(rating("Inadequate", None, "2026", level="most_common"))
    assert [one.rating.overall for one in store.ratings(("RX1",))] == ["Good"]
    assert [one.rating.overall for one in store.ratings(("RX1",), level="location")] == ["Outstanding"]
    assert store.ratings(("RX1",), level="most_common", known_on="2026-12-30") == ()
    assert store.ratings(("RX1",), level="most_common", known_on="2026-12-31")[0].known_from.method == "state of the file"


def test_a_later_release_corrects_a_domain_from_its_own_day_on(store: Store) -> None:
    for fact in (score(3.1, "Q4 2025/26"), score(2.9, "Q1 2025/26"), score(3, "Q1 2025/26", "segment")):
        store.add_fact(fact)
    found, = store.domain_scores("RX1", known_on="2025-09-09")
    assert (found.score, found.segment, found.publication) == (2.9, 3, "Q1 2025/26")
    found, = store.domain_scores("RX1")
    assert (found.score, found.segment, found.publication) == (3.1, 3, "Q4 2025/26")


def test_the_order_of_importing_facts_does_not_matter(tmp_path: Path) -> None:
    facts = (count(5), count(5, published_on="2025-05-15"), count(6), rating("Good", "2016-03-08", "2019-03"), rating("Good", None, "2019-03"))
    dumps = set()
    for number, order in enumerate(itertools.permutations(facts)):
        if number % 15:
            continue
        with Store(tmp_path / f"{number}.db") as store:
            for fact in order:
                store.add_fact(fact)
            assert {store.add_fact(fact) for fact in order} == {"unchanged"}
            dumps.add(tuple(tuple(store.db.execute(f"SELECT * FROM {table} ORDER BY id")) for table in ("never_event_counts", "official_ratings")))
    assert len(dumps) == 1
