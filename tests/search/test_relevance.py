"""Search answers the judged queries, and better than its parts: the floors fall only by a decision in the changelog."""

from __future__ import annotations

import pytest

from bench.relevance import evaluate_all, open_collection
from bench.relevance_report import Results, facets, mean_ndcg
from bench.relevance_systems import PARTS

LEAST = {"kept": 0.75, "tuning": 0.67}
WORSE_BY_AT_MOST = 0.02
UNJUDGED_AT_MOST = 10


@pytest.fixture(scope="module")
def results() -> Results:
    with open_collection() as collection:
        return evaluate_all(collection)


@pytest.mark.parametrize("half", LEAST)
def test_search_stays_above_its_floor(results: Results, half: str) -> None:
    assert mean_ndcg(result for result in results["search"] if result.query.half == half) >= LEAST[half]


@pytest.mark.parametrize("part", PARTS)
def test_search_is_better_than_each_of_its_parts(results: Results, part: str) -> None:
    for half in LEAST:
        assert (mean_ndcg(result for result in results["search"] if result.query.half == half)
                > mean_ndcg(result for result in results[part] if result.query.half == half))


def test_on_no_facet_is_search_much_worse_than_any_of_its_parts(results: Results) -> None:
    for facet, of_facet in facets(results).items():
        best = max(mean_ndcg(of_facet[part]) for part in PARTS)
        assert mean_ndcg(of_facet["search"]) >= best - WORSE_BY_AT_MOST, facet


def test_what_search_finds_first_has_been_judged(results: Results) -> None:
    assert sum(len(result.unjudged) for result in results["search"]) <= UNJUDGED_AT_MOST, "python -m bench.relevance --unjudged"
