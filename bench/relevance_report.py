"""The figures of the judged set as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from bench.ranking_measures import paired
from bench.relevance_systems import PARTS, Result

Results = Mapping[str, Sequence[Result]]
"""The results of every query, in one order, by the name of the system."""

HEAD = """# How well search answers

Written by `python -m bench.relevance --write`; do not edit. 60 queries of our own, as analysts, subscribers and researchers type
them, over {passages} passages of the sample and of annotated (invented) documents; {judgements} times a passage was read and graded
from 0 to 3 for a query. [tests/search/README.md](../tests/search/README.md) says how.

*BM25, all words* ranks the passages that hold all the words, or any where none holds all; *BM25, any word* is its usual form;
*vectors* compares by meaning alone; *search* is what `softintel search` and `/api/search` give. nDCG@10 is 1 where the best
passages come first; recall@20 is the share of the answers (grades 2 and 3) among the first twenty; MRR is one over the rank of the
first answer. Half of the queries served for tuning search; **the figures to quote are those of the other half.** Passages among a
system's first ten that nobody judged count as no answer.

One judge, one small collection: the intervals say how much 30 queries tell. Read them as the measure of a change, not as what your
own documents will show.

Search fuses three rankings by reciprocal rank (k = 60): by words, those that hold all before those that hold some; by meaning, the
query's vector drawn towards the first five that words found; and, where the query names an organisation, the passages about it.
"""

OVERALL = ("", "nDCG@10", "recall@20", "MRR", "unjudged in the first ten", "search is better by (nDCG@10, 95% interval)")


def report(results: Results, *, passages: int, judgements: int) -> str:
    """The page docs/search-relevance.md."""
    judged = sum(1 for _ in results["search"])
    parts = [HEAD.format(passages=passages, judgements=f"{judgements:,}")]
    for name, half in (("The half kept for this figure", "kept"), ("The half used for tuning", "tuning"), ("All", None)):
        chosen = _only(results, (result.query.id for result in results["search"] if half in (None, result.query.half)))
        count = len(chosen["search"])
        parts += [f"## {name}: {count} queries" if half else f"## All {judged} queries", _overall(chosen)]
    parts += ["## nDCG@10 by facet, all queries", _by_facet(results)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def each_query(results: Results) -> str:
    """nDCG@10 of every query."""
    rows = [[first.query.id, first.query.half, first.query.query, *(_figure(results[name][place].ndcg) for name in results)]
            for place, first in enumerate(results["search"])]
    return _table(["id", "half", "query", *results], rows)


def facets(results: Results) -> dict[str, Results]:
    """The results by facet: ``type: question``, ``topic: maternity``, ``length: short`` …"""
    by_facet: dict[str, list[str]] = {}
    for result in results["search"]:
        for facet in result.query.facets:
            by_facet.setdefault(facet, []).append(result.query.id)
    return {facet: _only(results, by_facet[facet]) for facet in sorted(by_facet)}


def mean_ndcg(results: Iterable[Result]) -> float:
    """nDCG@10, the mean over queries."""
    return fmean(result.ndcg for result in results)


def _overall(results: Results) -> str:
    rows = [[name, _figure(mean_ndcg(of_system)), _figure(fmean(one.recall for one in of_system)),
             _figure(fmean(one.reciprocal_rank for one in of_system)), str(sum(len(one.unjudged) for one in of_system)),
             "" if name == "search" else _difference(results, name)] for name, of_system in results.items()]
    return _table(OVERALL, rows)


def _by_facet(results: Results) -> str:
    rows = []
    for facet, of_facet in facets(results).items():
        means = {name: mean_ndcg(of_system) for name, of_system in of_facet.items()}
        rows.append([facet, str(len(of_facet["search"])), *map(_figure, means.values()),
                     f"{means['search'] - max(means[name] for name in PARTS):+.3f}"])
    return _table(["facet", "queries", *results, "search less the best of the others"], rows)


def _difference(results: Results, name: str) -> str:
    interval = paired([one.ndcg for one in results["search"]], [one.ndcg for one in results[name]])
    return f"{interval.mean:+.3f} ({interval.low:+.3f} to {interval.high:+.3f})"


def _only(results: Results, identities: Iterable[str]) -> Results:
    wanted = set(identities)
    return {name: [one for one in of_system if one.query.id in wanted] for name, of_system in results.items()}


def _figure(value: float) -> str:
    return f"{value:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
