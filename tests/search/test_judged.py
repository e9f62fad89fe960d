"""The judged set is whole, and the measures on it mean what they say."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.ranking_measures import ndcg, paired, recall, reciprocal_rank
from tests.search.collection import read_collection
from tests.search.judged import Grades, Judgement, Span, read_judgements, read_queries, stale


def test_there_are_sixty_queries_half_of_each_type_for_tuning_and_at_least_eight_of_each_facet() -> None:
    queries = read_queries()
    assert len(queries) == 60
    assert Counter((query.type, query.half) for query in queries) == {
        (kind, half): 5 for kind in ("keyword", "question", "paraphrase", "entity", "phrase", "filtered") for half in ("tuning", "kept")}
    assert min(Counter(facet for query in queries for facet in query.facets).values()) >= 8


def test_what_was_judged_is_what_the_documents_still_say() -> None:
    assert stale(read_judgements(), read_collection()) == []


def test_a_text_that_was_changed_is_named() -> None:
    documents = [document.model_copy(update={"text": document.text.upper()}) if document.id == "dev-001" else document
                 for document in read_collection()]
    assert {one.span.document for one in stale(read_judgements(), documents)} == {"dev-001"}


def test_every_query_has_an_answer_and_every_passage_one_grade() -> None:
    judgements = read_judgements()
    assert {one.query for one in judgements if one.grade == 3} == {query.id for query in read_queries()}
    assert len({(one.query, one.span) for one in judgements}) == len(judgements)
    assert {one.grade for one in judgements} == {0, 1, 2, 3}


def test_a_judgement_is_carried_over_to_passages_that_are_cut_otherwise() -> None:
    whole = Judgement(query="q", grade=3, span=Span("d", 0, 100), hash="")
    halves = [Span("d", 0, 50), Span("d", 50, 100)]
    assert Grades([whole], halves).of("q") == {halves[0]: 3, halves[1]: 3}
    shifted, beside, elsewhere = Span("d", 40, 140), Span("d", 90, 190), Span("e", 0, 100)
    assert Grades([whole], [shifted, beside, elsewhere]).of("q") == {shifted: 3}
    parts = [Judgement(query="q", grade=1, span=halves[0], hash=""), Judgement(query="q", grade=2, span=halves[1], hash="")]
    assert Grades(parts, [Span("d", 0, 100)]).of("q") == {Span("d", 0, 100): 2}


def test_the_best_order_has_an_ndcg_of_one_and_a_worse_one_less() -> None:
    assert ndcg([3, 2, 1, 0], [0, 1, 2, 3]) == 1.0
    assert ndcg([1, 2, 3], [3, 2, 1]) < ndcg([3, 1, 2], [3, 2, 1]) < 1.0
    assert ndcg([0, 0], [3]) == 0.0
    # By hand: gains 7 and 1 at ranks 2 and 3, of 7 and 1 at ranks 1 and 2.
    assert ndcg([0, 3, 1], [3, 1]) == pytest.approx((7 / 1.584963 + 1 / 2) / (7 + 1 / 1.584963))


def test_recall_counts_answers_and_no_more_than_there_is_room_for() -> None:
    assert recall([3, 1, 2], [3, 2, 2, 1], answers=2) == pytest.approx(2 / 3)
    assert recall([3, 3], [3, 3, 3, 3], answers=2, depth=2) == 1.0
    assert reciprocal_rank([1, 0, 2], answers=2) == pytest.approx(1 / 3)
    assert reciprocal_rank([1, 0], answers=2) == 0.0


def test_an_interval_of_equal_rankings_is_nought_and_of_a_better_one_above_it() -> None:
    assert paired([0.5, 0.7], [0.5, 0.7]).mean == 0.0
    better = paired([0.9, 0.8, 0.7, 0.9], [0.5, 0.6, 0.6, 0.4])
    assert 0 < better.low <= better.mean <= better.high
